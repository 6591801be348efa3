"""The index room: articles in, a searchable index out.

Files are read, segmented into articles, marked, split into passages, embedded and stored. SQLite
is the only truth; the FAISS and full-text indexes are built from it, and may be rebuilt from it at
any time. This room imports no other.
"""
