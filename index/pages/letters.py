"""The capital letters of the scripts that names are written in, for patterns. Data.

Python's own patterns have no class for them, and "A-Z" knows no Ġorġ and no Čermák.
"""

# Latin with its extensions, Greek and Cyrillic.
_LAST = 0x52F

UPPER = "".join(chr(code) for code in range(_LAST + 1) if chr(code).isupper())
"""To be put in square brackets."""
