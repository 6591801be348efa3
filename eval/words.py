"""Tell whole words from parts of words. Input: a text and places in it. Output: yes or no, places.

A place is inside a word where letters or digits stand on both its sides, or where the mark of a
number does: "20,000" and "3.5" are whole. Other marks ("$5", "5%", "U.S.") bind nothing.
"""

import unicodedata

_NUMBER_MARKS = ".,"


def holds_whole(text: str, words: str) -> bool:
    """Whether the words stand somewhere in the text, and not as a part of longer ones."""
    at = text.find(words) if words else -1
    while at >= 0:
        if not (_is_inside(text, at) or _is_inside(text, at + len(words))):
            return True
        at = text.find(words, at + 1)
    return False


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, grown until no word is cut at either end of it."""
    while _is_inside(text, start):
        start -= 1
    while _is_inside(text, end):
        end += 1
    return start, end


def _is_inside(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _is_of_word(before) and _is_of_word(after):
        return True
    if before in _NUMBER_MARKS:
        return text[at - 2 : at - 1].isdigit() and after.isdigit()
    return before.isdigit() and after in _NUMBER_MARKS and text[at + 1 : at + 2].isdigit()


def _is_of_word(char: str) -> bool:
    return char.isalnum() or bool(unicodedata.combining(char))
