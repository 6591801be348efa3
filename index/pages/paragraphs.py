"""Lay a page out as paragraphs. Input: text. Output: Paragraphs in reading order.

A line is a paragraph, unless the page is hard-wrapped: then the lines of a chunk are joined.
Paragraphs cover every character that is not white space, and never overlap.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.folding import fold
from index.pages.boilerplate import read_leftover
from index.pages.bylines import read_byline
from index.pages.dates import read_date_line
from index.pages.punctuation import ends_a_sentence

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LINE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")

# A column of 40 to 100 characters is what mail, wire and terminal software wraps text to.
_WRAPPED_WIDTH = range(40, 101)
# Of the lines that others follow, this share must break off in mid-sentence at such a width.
_WRAPPED_SHARE = 0.6
_WRAPPED_LEAST_LINES = 3
# What a file tells apart from its title is a text, and may be of two lines. The first is short
# where the wire's dateline stood before it.
_ROW_WIDTH = range(15, 101)
_ROW_LEAST_LINES = 1
# Of the lines below those, this share must go on in lower case: most words do.
_GOING_ON_SHARE = 0.4
_INDENT = 2
# Lines wrapped by hand end that much earlier than they need.
_RAGGED = 6
# A headline, a byline and a date may stand right above their text.
_HEAD_LINES = 3
_OPENING = '"“‘«([•*-'
# Ragged lines end short of the width, and a stray one may go beyond it.
_WIDTH_QUANTILE = 0.8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A trimmed span of the page, with the number of blank lines above it."""

    start: int
    end: int
    text: str
    blank_lines_above: int


def read_paragraphs(
    text: str, *, told_title: str | None = None, ahead: int = 0
) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text``; none for text of white space alone.

    The lines up to ``ahead`` are the file's, not its text's, and no text is joined with them.
    Where the file tells its ``told_title`` apart from its one article, the text begins with prose.
    """
    lines = _lines(text)
    front = tuple(line for line in lines if line.start < ahead)
    return front + _paragraphs(text, lines[len(front) :], told_title)


def _paragraphs(text: str, lines: list[Paragraph], told_title: str | None) -> tuple[Paragraph, ...]:
    has_lead = bool(told_title and lines) and fold(lines[0].text) != fold(told_title or "")
    if _is_hard_wrapped(lines, is_row=told_title is not None):
        return tuple(_join_wrapped(text, lines, _wrapped_width(lines), has_lead=has_lead))
    # A page of lists and menus may hold a story that is wrapped.
    width = _width_of_chunks(lines)
    paragraphs: list[Paragraph] = []
    for chunk in _chunks(lines):
        is_wrapped = width > 0 and _is_wrapped_chunk(chunk, width)
        paragraphs.extend(_join_wrapped(text, chunk, width) if is_wrapped else chunk)
    return tuple(paragraphs)


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


def _is_hard_wrapped(lines: list[Paragraph], *, is_row: bool) -> bool:
    widths = _ROW_WIDTH if is_row else _WRAPPED_WIDTH
    least = _ROW_LEAST_LINES if is_row else _WRAPPED_LEAST_LINES
    # A line printed twice, as captions are, is not broken off at its first copy.
    followed = [
        (line.text, below.text)
        for line, below in pairwise(lines)
        if below.blank_lines_above == 0 and line.text != below.text
    ]
    broken_off = [
        (line, below)
        for line, below in followed
        if len(line) in widths and not ends_a_sentence(line)
    ]
    going_on = [below for _, below in broken_off if not below[0].isupper()]
    return (
        len(broken_off) >= least
        and len(broken_off) >= _WRAPPED_SHARE * len(followed)
        and len(going_on) >= _GOING_ON_SHARE * len(broken_off)
        and all(len(line) < _WRAPPED_WIDTH.stop for line, _ in followed)
    )


def _chunks(lines: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Lines with no blank line between them."""
    chunk: list[Paragraph] = []
    for line in lines:
        if chunk and line.blank_lines_above:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _width_of_chunks(lines: Iterable[Paragraph]) -> int:
    """The longest line that breaks off in mid-sentence where the next goes on in lower case; 0
    where there is none."""
    return max(
        (
            len(line.text)
            for chunk in _chunks(lines)
            for line, below in pairwise(chunk)
            if len(line.text) in _WRAPPED_WIDTH
            and not ends_a_sentence(line.text)
            and below.text[0].islower()
        ),
        default=0,
    )


def _is_wrapped_chunk(chunk: Sequence[Paragraph], width: int) -> bool:
    """Whether a line of it breaks off in mid-sentence since the next word found no room, and none
    is longer than that."""
    return all(len(line.text) <= width for line in chunk[:-1]) and any(
        not ends_a_sentence(line.text)
        and len(line.text) + 1 + len(below.text.split(maxsplit=1)[0]) + _RAGGED > width
        for line, below in pairwise(chunk)
    )


def _wrapped_width(lines: Sequence[Paragraph]) -> int:
    """The width that the page was wrapped to: most lines that others follow come near it."""
    followed = sorted(
        len(line.text)
        for line, below in pairwise(lines)
        if below.blank_lines_above == 0 and not ends_a_sentence(line.text)
    )
    return followed[int(_WIDTH_QUANTILE * (len(followed) - 1))]


def _join_wrapped(
    text: str, lines: Iterable[Paragraph], width: int, *, has_lead: bool = False
) -> Iterable[Paragraph]:
    joined: Paragraph | None = None
    above, end, in_chunk = "", 0, 0
    for number, line in enumerate(lines):
        in_chunk = in_chunk + 1 if line.blank_lines_above == 0 else 0
        goes_on = line.blank_lines_above == 0 and not _is_indented(text, line)
        is_lead = has_lead and number == 1 and not ends_a_sentence(above)
        if is_lead and not _stands_alone(above):
            above = above.ljust(width)  # its room was taken by the dateline
        if joined and goes_on and not _is_broken_on_purpose(above, line.text, width, in_chunk):
            end, above = line.end, line.text
            continue
        if joined:
            yield replace(joined, end=end, text=text[joined.start : end])
        joined, end, above = line, line.end, line.text
    if joined:
        yield replace(joined, end=end, text=text[joined.start : end])


def _is_broken_on_purpose(above: str, below: str, width: int, in_chunk: int) -> bool:
    """Whether the next word would have found room in the line above, and may begin something new;
    or one of the two is no text, at a chunk's head or behind a sentence."""
    may_stand_alone = in_chunk <= _HEAD_LINES or ends_a_sentence(above)
    if may_stand_alone and (_stands_alone(below) or _stands_alone(above)):
        return True
    room = width - len(above) - 1
    begins_anew = below[0].isupper() or below[0] in _OPENING or ends_a_sentence(above)
    return begins_anew and len(below.split(maxsplit=1)[0]) + _RAGGED <= room


def _stands_alone(line: str) -> bool:
    """Whether it is a byline, a date or a leftover, which no text is joined with."""
    return any(read(line) is not None for read in (read_byline, read_date_line, read_leftover))


def _is_indented(text: str, line: Paragraph) -> bool:
    before = text[max(0, line.start - _INDENT) : line.start]
    return len(before) == _INDENT and not before.strip(" \t")
