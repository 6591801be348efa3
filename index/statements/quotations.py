"""Find what stands in quotation marks. Input: text on one line, its sentences. Output: Quotations.

Marks of every kind count, apostrophes none. A paragraph that opens a quotation without closing it
goes on in the next one if that opens with a mark again; else the quotation ends with the paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARKS = re.compile(
    r"[“”„‟\"«»]|``|''|(?<![\w.,!?…’'])[‘'](?=[\w“\"])|(?<=[.,!?…])[’'](?!\w)|(?<=\w)’(?=[,.;:]?(?:\s|$))"
)
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
                if _opens(char, line, mark):
                    opened = (mark.start(), mark.end(), char)
            elif fresh and mark.start() == start and opened[0] < start:
                pass  # The mark that a going-on paragraph repeats.
            elif _closes(char, opened[2], line, mark):
                found.append(Quotation(opened[0], mark.end(), opened[1], mark.start()))
                opened = None
            fresh = False
        if opened and not _goes_on(line, end, paragraphs):
            if opened[2] not in _SINGLE_OPENING:
                found.append(Quotation(opened[0], end, opened[1], end))
            opened = None
    return tuple(each for each in found if each.inner_end > each.inner_start)


def _opens(char: str, line: str, mark: re.Match[str]) -> bool:
    if char in _OPENING:
        return True
    if char in '"‟':
        # Between two letters it is a slip for an apostrophe, round one name a nickname.
        return line[mark.end() : mark.end() + 1] not in ("", " ") and not (
            line[mark.start() - 1 : mark.start()].isalnum() or _NICKNAME.match(line, mark.start())
        )
    return (
        char in _SINGLE_OPENING
        and line[mark.end() : mark.end() + 1].strip() != ""
        and (mark.start() == 0 or line[mark.start() - 1] in " (—–-[")
        and _single_closes(line, mark.end())
    )


def _single_closes(line: str, start: int) -> bool:
    """Whether a single mark is closed soon, so that it is no apostrophe: 'Tis."""
    return (
        re.compile(r"[^“”\"]{8,1500}?[.,!?…][’'](?!\w)|[^“”\".]{2,60}?\w[’'](?=[\s,.;:])").match(
            line, start
        )
        is not None
    )


def _closes(char: str, opened: str, line: str, mark: re.Match[str]) -> bool:
    if opened in _SINGLE_OPENING:
        return char in "’'"
    if opened == "``":
        return char in ("''", '"')
    if char == '"' and _BETWEEN_LETTERS.match(line, mark.start() - 1):
        return False
    if opened == '"':
        return char in '"”'
    if opened == "«":
        return char == "»"
    return char in _CLOSING or (char in '"“' and line[mark.start() - 1 : mark.start()] in ".,!?…")


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
