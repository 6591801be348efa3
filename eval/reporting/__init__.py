"""Show what was measured: in a terminal (`table`), and as a page in a folder (`writing`)."""
