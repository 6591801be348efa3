"""How each form of file is read: a module for a form, and what several forms share.

Nothing here opens a path: bytes and streams come in, text or rows or items go out.
"""
