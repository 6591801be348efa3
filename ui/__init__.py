"""The ui room: the faces. The terminal, the HTTP API and the chat page, all over one engine.

Faces are thin: they read what a user gives, call the other rooms, and present what comes back.
"""
