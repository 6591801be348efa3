"""Tell a picture's caption from text, by its own words. Input: a line. Output: a sign, or none."""

import re
from collections.abc import Callable

from index.pages.letters import UPPER

_CREDIT_WORD = (
    r"photo(?:graph)?s?(?: credit)?|pictures?|images?(?: credit)?|credits?|illustration|graphic"
    r"|video|pic"
)
_WORD = rf"[{UPPER}][\w.’'-]*"
_NAME = rf"{_WORD}(?:[ /&,]+(?:via |of |for |the )?{_WORD}){{0,6}}"
# The credit that closes a caption: "Picture: Ines Corrow", "Photo by Bo Li/Reuters", "© Ann Poe".
CREDIT = re.compile(
    rf"(?:[\s(\[|]|^)(?:(?i:{_CREDIT_WORD})(?:\s*:|\s+(?i:by|courtesy of))\s+{_NAME}"
    rf"|(?i:courtesy(?: of)?\s*:?)\s+{_NAME}|©\s?(?:\d{{4}}\s)?{_NAME}"
    rf"|(?i:file(?: photo| image)?)\s*[:/]\s*{_NAME})[)\]]?\.?$"
)
SOURCE_IN_BRACKETS = re.compile(
    # "(about $3 million)" names no source.
    rf"\((?:(?i:file|handout|photo|image|picture)[^()]{{0,40}}|[{UPPER}][^()\d]{{1,60}})\)\.?$"
)
_SLASHED = re.compile(rf"(?:\||/)\s?[{UPPER}][\w.]+(?:[ /|]+[{UPPER}][\w.]+){{0,4}}\.?$")
_LABEL = re.compile(
    r"^(?:(?:file )?(?:photo|picture|image|video|caption|in pictures|pictured|above|left|right"
    r"|below)(?: \d+)?\s*[:\-–]\s"
    r"|photo (?:by|credit|courtesy)\b|image (?:source|credit)\b|credit:\s)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"^\d{{1,2}}\s?(?:/|of)\s?\d{{1,2}}\s+[{UPPER}]")
_FILE_PHOTO = re.compile(
    r"\bin this (?:\w+ ){0,3}(?:file )?(?:photo|image|picture)\b|\bfile photo\b", re.I
)
_PARTS = re.compile(r"\s[|]\s")
_LONGEST_CHARS = 600
_CAPTION_LEAST_WORDS, _CREDIT_MOST_WORDS = 5, 4


def caption_sign(line: str) -> str | None:
    """Why the line can only be a caption or a credit, wherever it stands; None where it may be
    text."""
    if len(line) > _LONGEST_CHARS or line[0] in '"“«':
        return None
    return next((sign for sign, shows in _SIGNS if shows(line)), None)


def is_credited(line: str) -> bool:
    """Whether the line closes with a source, as captions do and a wire story's first lines may."""
    slashed = _SLASHED.search(line)
    is_slashed = slashed and len(line[: slashed.start()].split()) >= _CAPTION_LEAST_WORDS
    return bool(SOURCE_IN_BRACKETS.search(line) or is_slashed or CREDIT.search(line))


def _is_labelled(line: str) -> bool:
    return bool(_LABEL.match(line))


def _closes_with_credit(line: str) -> bool:
    return bool(CREDIT.search(line))


def _is_numbered(line: str) -> bool:
    return bool(_NUMBERED.match(line) and SOURCE_IN_BRACKETS.search(line))


def _speaks_of_picture(line: str) -> bool:
    has_source = SOURCE_IN_BRACKETS.search(line) or _SLASHED.search(line)
    return bool(has_source and _FILE_PHOTO.search(line))


def _has_credits_behind_bars(line: str) -> bool:
    """As in "Reeds on the bank at low tide | Ann Poe | The Courier"."""
    first, *credits = _PARTS.split(line)
    is_caption = len(first.split()) > _CAPTION_LEAST_WORDS and len(credits) > 1
    return is_caption and all(len(part.split()) <= _CREDIT_MOST_WORDS for part in credits)


_SIGNS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("a picture's label", _is_labelled),
    ("closes with a picture's credit", _closes_with_credit),
    ("numbered, with a source in brackets", _is_numbered),
    ("speaks of the picture, with a source", _speaks_of_picture),
    ("closes with a picture's credit", _has_credits_behind_bars),
)
