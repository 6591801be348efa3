"""Lay a page out as paragraphs. Input: text. Output: Paragraphs in reading order.

A line is a paragraph, unless the page is hard-wrapped: then the lines of a chunk are joined.
Paragraphs cover every character that is not white space, and never overlap.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LINE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")

# A column of 40 to 100 characters is what mail, wire and terminal software wraps text to.
_WRAPPED_WIDTH = range(40, 101)
# Of the lines that others follow, this share must break off in mid-sentence at such a width.
_WRAPPED_SHARE = 0.6
_WRAPPED_LEAST_LINES = 3
# Of the lines below those, this share must go on in lower case: most words do.
_GOING_ON_SHARE = 0.4
_INDENT = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A trimmed span of the page, with the number of blank lines above it."""

    start: int
    end: int
    text: str
    blank_lines_above: int


def read_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text``; none for text of white space alone."""
    lines = _lines(text)
    return tuple(_join_wrapped(text, lines)) if _is_hard_wrapped(lines) else tuple(lines)


def ends_a_sentence(text: str) -> bool:
    """Whether the text closes with a sentence's punctuation, quotes and brackets aside."""
    return bool(_SENTENCE_END.search(text))


def _lines(text: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    after = 0
    for match in _LINE.finditer(text):
        trimmed = match.group().strip()
        if not trimmed:
            continue
        start = match.start() + match.group().index(trimmed[0])
        breaks = len(_LINE_BREAK.findall(text, after, start))
        lines.append(Paragraph(start, start + len(trimmed), trimmed, max(0, breaks - 1)))
        after = start + len(trimmed)
    return lines


def _is_hard_wrapped(lines: list[Paragraph]) -> bool:
    # A line printed twice, as captions are, is not broken off at its first copy.
    followed = [
        (line.text, below.text)
        for line, below in pairwise(lines)
        if below.blank_lines_above == 0 and line.text != below.text
    ]
    broken_off = [
        (line, below)
        for line, below in followed
        if len(line) in _WRAPPED_WIDTH and not ends_a_sentence(line)
    ]
    going_on = [below for _, below in broken_off if not below[0].isupper()]
    return (
        len(broken_off) >= _WRAPPED_LEAST_LINES
        and len(broken_off) >= _WRAPPED_SHARE * len(followed)
        and len(going_on) >= _GOING_ON_SHARE * len(broken_off)
        and all(len(line) < _WRAPPED_WIDTH.stop for line, _ in followed)
    )


def _join_wrapped(text: str, lines: Iterable[Paragraph]) -> Iterable[Paragraph]:
    joined: Paragraph | None = None
    for line in lines:
        if joined and line.blank_lines_above == 0 and not _is_indented(text, line):
            joined = Paragraph(
                joined.start, line.end, text[joined.start : line.end], joined.blank_lines_above
            )
            continue
        if joined:
            yield joined
        joined = line
    if joined:
        yield joined


def _is_indented(text: str, line: Paragraph) -> bool:
    before = text[max(0, line.start - _INDENT) : line.start]
    return len(before) == _INDENT and not before.strip(" \t")
