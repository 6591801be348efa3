"""Undo what a wrong encoding did to text, for search alone. Input: text. Output: text.

"cafÃ©" becomes "café". Offsets are of the text as it is stored, so that stays as it came; only what
is folded, embedded or compared may be mended.
"""

import re

_TRAILS = bytes(range(0x80, 0xC0))
_LONGEST_CHARS = 1_000_000


def _trails(codec: str) -> str:
    """Class of the characters that the later bytes of a UTF-8 letter become in the code page."""
    return f"[{re.escape(_TRAILS.decode(codec, 'ignore'))}\\x80-\\x9f]"


# UTF-8 that was read as Western, Central European or Cyrillic: a lead byte's letter and as many
# more as it leads. Clean text seldom has such a pair, and to look for one takes 25 µs for 1,000
# characters.
_SUSPECT = re.compile(
    rf"[Â-ß]{_trails('cp1252')}|[à-ï]{_trails('cp1252')}{{2}}|ð{_trails('cp1252')}{{3}}"
    rf"|[ĂÄĹ]{_trails('cp1250')}|[РС]{_trails('cp1251')}|вЂ"
)


def mend(text: str) -> str:
    """``text`` with its mojibake undone; itself where there is none. Nothing else changes."""
    if text.isascii() or not _SUSPECT.search(text):
        return text
    import ftfy

    return ftfy.fix_encoding(text, max_decode_length=_LONGEST_CHARS)
