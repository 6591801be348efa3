"""Find what stands in quotation marks. Input: text on one line, its sentences. Output: Quotations.

Marks of every kind count, apostrophes none. A paragraph that opens a quotation without closing it
goes on in the next one if that opens with a mark again; else the quotation ends with the paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

_MARKS = re.compile(
    r"[“”„‟\"«»]|``|''|(?<![\w.,!?…’'])[‘'](?!(?:(?i:em|til|cause|tis|twas)|\d\ds?)\b)(?=[\w“\"])"
    r"|(?<=[\w.,!?…”\"])[’'](?!\w)"
)
# A single mark behind the "s" of a word may be of owners: "the workers' union".
_MAY_BE_OWNERS = re.compile(r"(?<=[sz])[’']\s+\w")
_NEXT_OPENING = re.compile(r"\s[‘'](?=\w)")
# A single mark wants its other one within so many characters and marks.
_LONGEST_CHARS, _MOST_MARKS, _PARAGRAPH_GAP = 1500, 30, 4
_OPENING, _CLOSING, _SINGLE_OPENING = frozenset(("“", "„", "«", "``")), "”»", "‘'"
_BETWEEN_LETTERS = re.compile(r"\w\"s\b")
_NICKNAME = re.compile(r"\"\w+\"\s[A-Z]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` with its marks; the words inside are ``text[inner_start:inner_end]``."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotations(line: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of an article in reading order, none within another.

    ``line`` is the text with every kind of white space as a plain space.
    """
    found: list[Quotation] = []
    opened: tuple[int, int, str] | None = None
    for start, end in paragraphs:
        fresh = True
        for mark in _MARKS.finditer(line, start, end):
            char = mark.group()
            if opened is None:
                if _opens(char, line, mark, end):
                    opened = (mark.start(), mark.end(), char)
            elif fresh and mark.start() == start and opened[0] < start:
                pass  # The mark that a going-on paragraph repeats.
            elif _closes(char, opened[2], line, mark, end):
                found.append(Quotation(opened[0], mark.end(), opened[1], mark.start()))
                opened = None
            fresh = False
        if opened and not _goes_on(line, end, paragraphs):
            if opened[2] not in _SINGLE_OPENING:
                found.append(Quotation(opened[0], end, opened[1], end))
            opened = None
    return tuple(each for each in found if each.inner_end > each.inner_start)


def _opens(char: str, line: str, mark: re.Match[str], end: int) -> bool:
    if char in _OPENING:
        return True
    if char in '"‟':
        # Between two letters it is a slip for an apostrophe, round one name a nickname.
        return line[mark.end() : mark.end() + 1] not in ("", " ") and not (
            line[mark.start() - 1 : mark.start()].isalnum() or _NICKNAME.match(line, mark.start())
        )
    return (
        char in _SINGLE_OPENING
        and (mark.start() == 0 or line[mark.start() - 1] in " (—–-[")
        and _single_closes(line, mark, end)
    )


def _single_closes(line: str, mark: re.Match[str], end: int) -> bool:
    """Whether a single mark is closed in its paragraph or opens the next one again, so that it is
    no apostrophe."""
    limit = min(end, mark.end() + _LONGEST_CHARS)
    marks = islice(_MARKS.finditer(line, mark.end(), limit), _MOST_MARKS)
    if any(_may_close(line, other) for other in marks):
        return True
    return line[end : end + _PARAGRAPH_GAP].lstrip()[:1] == mark.group()


def _may_close(line: str, mark: re.Match[str]) -> bool:
    return mark.group() in "’'" and not line[mark.start() - 1].isspace()


def _closes(char: str, opened: str, line: str, mark: re.Match[str], end: int) -> bool:
    if opened in _SINGLE_OPENING:
        return _may_close(line, mark) and not _is_owners(line, mark, end)
    if opened == "``":
        return char in ("''", '"')
    if char == '"' and _BETWEEN_LETTERS.match(line, mark.start() - 1):
        return False
    if opened == '"':
        return char in '"”'
    if opened == "«":
        return char == "»"
    return char in _CLOSING or (char in '"“' and line[mark.start() - 1 : mark.start()] in ".,!?…")


def _is_owners(line: str, mark: re.Match[str], end: int) -> bool:
    """Whether the mark only follows "owners", since a surer one closes what is quoted."""
    if not _MAY_BE_OWNERS.match(line, mark.start()):
        return False
    limit = min(end, mark.end() + _LONGEST_CHARS)
    following = _NEXT_OPENING.search(line, mark.end(), limit)
    return any(
        _may_close(line, other) and not _MAY_BE_OWNERS.match(line, other.start())
        for other in _MARKS.finditer(line, mark.end(), following.start() if following else limit)
    )


def _goes_on(line: str, end: int, paragraphs: Sequence[tuple[int, int]]) -> bool:
    following = next((start for start, _ in paragraphs if start >= end), None)
    return following is not None and line[following] in "“\"„«‘'`"


def paragraphs_of(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The paragraphs that the sentences make up, as (start, end).

    Where lines are wrapped a paragraph ends only with an empty line or before an indented one.
    """
    wrapped = any("\n" in text[start:end] for start, end in spans)
    low = high = -1
    for start, end in spans:
        between = text[high:start] if high >= 0 else ""
        if high >= 0 and _is_break(between, wrapped):
            yield low, high
            low = start
        elif high < 0:
            low = start
        high = end
    if high >= 0:
        yield low, high


def _is_break(between: str, wrapped: bool) -> bool:
    if "\n" not in between:
        return False
    return not wrapped or between.count("\n") > 1 or between.rsplit("\n", 1)[1].startswith("  ")
