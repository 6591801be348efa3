"""Words and numbers as HTML. Input: values. Output: strings that are safe to place in a page.

What a set or a document says is hostile until escaped: every word of theirs goes through `text`.
"""

import re
from collections.abc import Sequence
from html import escape

_MARKED = 200


def text(words: str) -> str:
    """The words, escaped for an element or a quoted attribute."""
    return escape(words, quote=True)


def marked(words: str, sought: Sequence[str]) -> str:
    """The words, with each place where one of those sought stands (case aside) marked."""
    strings = sorted((each for each in sought if each.strip()), key=len, reverse=True)[:_MARKED]
    if not strings:
        return text(words)
    found = re.compile("|".join(map(re.escape, strings)), re.IGNORECASE)
    shown, done = [], 0
    for match in found.finditer(words):
        shown.append(f"{text(words[done : match.start()])}<mark>{text(match[0])}</mark>")
        done = match.end()
    return "".join(shown) + text(words[done:])


def percent(share: float) -> str:
    """A share as people say it: no less than 1 and no more than 99 of 100, but for nought and one
    themselves."""
    if share in (0, 1):
        return f"{share:.0%}"
    return f"{min(max(share, 0.01), 0.99):.0%}"


def counted(count: int, noun: str) -> str:
    """One question, 2 questions: the count and its noun."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
