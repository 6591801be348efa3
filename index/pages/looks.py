"""Tell what each line of a page reads as. Input: a Page's paragraphs. Output: Lines, in order.

By its own words first, and by the page's markup where it says more; then by the company it keeps:
what stands in readers' comments or in a list of links is a leftover however it reads.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from index.pages.boilerplate import (
    heads_comments,
    is_prose,
    is_rule,
    is_sign_of_comments,
    is_wordless,
    read_leftover,
)
from index.pages.bylines import read_bare_name, read_byline
from index.pages.captions import SOURCE_IN_BRACKETS, caption_sign
from index.pages.content_words import content_words
from index.pages.datelines import Dateline, read_dateline
from index.pages.dates import is_time_alone, read_date_line
from index.pages.paragraphs import Paragraph
from index.pages.punctuation import ends_a_sentence
from index.records import Markup, Role

_HEADING_WORDS = range(1, 31)
_HEADING_LIMIT_CHARS = 220
_HEADLINE_LEAST_WORDS = 3
# A date, a byline or a question of more words says more than that.
_SHORT_WORDS = 14
# A bullet and a word or two stand in menus as well as in stories.
_MENU_WORDS = 4
_LABEL_ALONE = re.compile(
    r"^(?:by|words|text|authors?|written by|published|posted|updated|date)\s*:?$", re.IGNORECASE
)
_LINK_NUMBER = re.compile(r"\[\d{1,3}\]")
_LEADING_NUMBERS = re.compile(r"(?:\[\d{1,3}\]\s*)+")
_ITEM = re.compile(r"^(?:[-–—*•·▪◦>]\s|\d{1,2}[.)]\s|\([a-z\d]\)\s)")
# How many lines may stand between two signs of comments: a comment's own paragraphs.
_COMMENT_REACH = 6
_LIST_LONGEST = 24
# Of the texts that follow a list so many are read, and so many words of theirs make a heading
# theirs.
_HEADED_TEXTS, _HEADS_FROM = 4, 2


NO_WORD = "no word"


class Look(StrEnum):
    """What a line reads as."""

    TEXT = "text"
    HEADING = "heading"
    DATE = "date"
    BYLINE = "byline"
    CAPTION = "caption"
    LEFTOVER = "leftover"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with what it reads as, and why.

    ``closes`` where it ends the story above it. ``is_divider`` for a rule, which may as well part a
    story from itself. ``role`` is what the markup says, if anything; ``begins`` where it says that
    an article begins here.
    """

    paragraph: Paragraph
    look: Look
    why: str
    closes: bool = False
    is_divider: bool = False
    opens_list: bool = False
    dateline: Dateline | None = None
    day: date | None = None
    byline: str | None = None
    names: tuple[str, ...] = ()
    role: Role | None = None
    begins: bool = False

    @property
    def text(self) -> str:
        """The paragraph's words as they stand."""
        return self.paragraph.text

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.paragraph.text.split())


def read_lines(paragraphs: Sequence[Paragraph], markup: Sequence[Markup] = ()) -> list[Line]:
    """A Line for each paragraph, in the same order."""
    begins = {each.start for each in markup if each.role is Role.ARTICLE}
    said = _said_of(paragraphs, (each for each in markup if each.role is not Role.ARTICLE))
    lines = [
        replace(_with_markup(_read(paragraph), of_it), begins=paragraph.start in begins)
        for paragraph, of_it in zip(paragraphs, said, strict=True)
    ]
    _mark_comments(lines)
    _mark_lists(lines)
    return lines


def reads_as_headline(text: str) -> bool:
    """Whether the wording and length are a headline's, wherever it stands."""
    return (
        len(text) <= _HEADING_LIMIT_CHARS
        and _HEADLINE_LEAST_WORDS <= len(text.split()) < _HEADING_WORDS.stop
        and not text[0].islower()
        and not text.endswith((".", ":", ";", ",", ")"))
        and not _ITEM.match(text)
    )


def _read(paragraph: Paragraph) -> Line:
    # Text browsers number the links.
    text = _LINK_NUMBER.sub("", paragraph.text).strip() or paragraph.text
    read = (reader(paragraph, text) for reader in _READERS)
    return next(filter(None, read), None) or _read_story(paragraph, text)


def _read_leftover(paragraph: Paragraph, text: str) -> Line | None:
    found = read_leftover(text)
    if found is None:
        return None
    return Line(
        paragraph,
        Look.LEFTOVER,
        found.reason,
        closes=found.closes,
        is_divider=is_rule(text),
        opens_list=found.opens_list,
    )


def _read_date(paragraph: Paragraph, text: str) -> Line | None:
    dated = read_date_line(text)
    if dated is None:
        return None
    return Line(
        paragraph,
        Look.DATE,
        "a date alone",
        day=dated.published,
        byline=next(filter(None, map(_author, dated.names)), None),
        names=dated.names,
    )


def _read_time(paragraph: Paragraph, text: str) -> Line | None:
    return Line(paragraph, Look.DATE, "a time alone") if is_time_alone(text) else None


def _read_label(paragraph: Paragraph, text: str) -> Line | None:
    is_label = _LABEL_ALONE.match(text)
    return Line(paragraph, Look.BYLINE, "a byline's or a date's label") if is_label else None


def _read_wordless(paragraph: Paragraph, text: str) -> Line | None:
    return Line(paragraph, Look.LEFTOVER, NO_WORD) if is_wordless(text) else None


def _read_caption(paragraph: Paragraph, text: str) -> Line | None:
    sign = caption_sign(text)
    return Line(paragraph, Look.CAPTION, sign) if sign else None


def _read_byline(paragraph: Paragraph, text: str) -> Line | None:
    signed = None if is_prose(text) else read_byline(text)
    return Line(paragraph, Look.BYLINE, "names who wrote it", byline=signed) if signed else None


def _read_story(paragraph: Paragraph, text: str) -> Line:
    dateline = _dateline(paragraph.text)
    if dateline or not _is_heading(text):
        return Line(paragraph, Look.TEXT, "reads as text", dateline=dateline)
    return Line(paragraph, Look.HEADING, "short, and closed like no sentence")


# In the order they are tried; what none of them reads is the story's.
_READERS: tuple[Callable[[Paragraph, str], Line | None], ...] = (
    _read_leftover,
    _read_date,
    _read_time,
    _read_label,
    _read_wordless,
    _read_caption,
    _read_byline,
)


def _dateline(text: str) -> Dateline | None:
    """The dateline, its places counted from the paragraph's first character, link numbers too."""
    numbers = _LEADING_NUMBERS.match(text)
    before = numbers.end() if numbers else 0
    found = read_dateline(text[before:])
    return found and replace(found, end=before + found.end, body=before + found.body)


def _author(name: str) -> str | None:
    return read_byline(name) or read_bare_name(name)


def _is_heading(text: str) -> bool:
    if _ITEM.match(text) and len(text.split()) <= _MENU_WORDS:
        return not ends_a_sentence(text)
    if is_prose(SOURCE_IN_BRACKETS.sub("", text).rstrip()) and not ends_a_sentence(text):
        # A wire story's paragraph: "... said on Monday. (Reuters)"
        return False
    is_question = text.rstrip("\"'”’»").endswith(("?", "!")) and len(text.split()) <= _SHORT_WORDS
    return (
        len(text) <= _HEADING_LIMIT_CHARS
        and len(text.split()) in _HEADING_WORDS
        and (not ends_a_sentence(text) or is_question)
        and not text[0].islower()
        and not _ITEM.match(text)
    )


def _said_of(
    paragraphs: Iterable[Paragraph], markup: Iterable[Markup]
) -> Iterator[Sequence[Markup]]:
    """For each paragraph, the markup of the stretches that hold all of it."""
    waiting = deque(sorted(markup, key=lambda each: each.start))
    holding: list[Markup] = []
    for paragraph in paragraphs:
        while waiting and waiting[0].start <= paragraph.start:
            holding.append(waiting.popleft())
        holding = [each for each in holding if paragraph.end <= each.end]
        yield holding


def _with_markup(line: Line, said: Sequence[Markup]) -> Line:
    if not said:
        return line
    # The innermost element knows best.
    inner = min(said, key=lambda each: each.end - each.start)
    return _WITH_ROLE[inner.role](replace(line, role=inner.role), inner)


def _as_leftover(line: Line, said: Markup) -> Line:
    return replace(line, look=Look.LEFTOVER, why=said.sign)


def _as_front_matter(line: Line, said: Markup) -> Line:
    # Its keys may read as heads of lists and its rules as ends of stories: they are neither.
    return Line(line.paragraph, Look.LEFTOVER, said.sign, role=line.role)


def _as_caption(line: Line, said: Markup) -> Line:
    if line.look is Look.LEFTOVER:
        return line
    return replace(line, look=Look.CAPTION, why=said.sign)


def _as_headline(line: Line, said: Markup) -> Line:
    return replace(line, look=Look.HEADING, why=said.sign, closes=False, opens_list=False)


def _as_date(line: Line, said: Markup) -> Line:
    if line.look is Look.LEFTOVER or line.words > _SHORT_WORDS:
        return line
    day = date.fromisoformat(said.day) if said.day and not line.day else line.day
    return replace(line, look=Look.DATE, why=said.sign, day=day)


def _as_byline(line: Line, said: Markup) -> Line:
    if line.look is Look.DATE or line.words > _SHORT_WORDS:
        return line
    return replace(line, look=Look.BYLINE, why=said.sign, byline=_author(line.text))


_WITH_ROLE: dict[Role, Callable[[Line, Markup], Line]] = {
    Role.LEFTOVER: _as_leftover,
    Role.FRONT_MATTER: _as_front_matter,
    Role.CAPTION: _as_caption,
    Role.HEADLINE: _as_headline,
    Role.DATE: _as_date,
    Role.BYLINE: _as_byline,
}


def _mark_comments(lines: list[Line]) -> None:
    """A head of comments behind a story's text, and all down to the last sign of comments."""
    at, has_text = 0, False
    while at < len(lines):
        line = lines[at]
        if has_text and heads_comments(line.text) and line.look is not Look.TEXT:
            end = _end_of_comments(lines, at)
            for place in range(at, end):
                lines[place] = replace(
                    lines[place],
                    look=Look.LEFTOVER,
                    why="readers' comments",
                    closes=True,
                    opens_list=False,
                )
            at = end
            continue
        if heads_comments(line.text) and line.look is Look.HEADING:
            lines[at] = replace(line, look=Look.LEFTOVER, why="readers' comments")
        has_text = has_text or line.look is Look.TEXT
        at += 1


def _end_of_comments(lines: Sequence[Line], head: int) -> int:
    end = head + 1
    for at in range(head + 1, len(lines)):
        if at - end >= _COMMENT_REACH or lines[at].begins:
            break
        if is_sign_of_comments(lines[at].text) or heads_comments(lines[at].text):
            end = at + 1
    return end


def _mark_lists(lines: list[Line]) -> None:
    """The links or labels below a list's head: headings, dates and items, down to the next text.

    What heads the text that follows is no part of the list: the first heading that shares words
    with that text, or is signed.
    """
    texts = [at for at, line in enumerate(lines) if line.look is Look.TEXT]
    for head, line in enumerate(lines):
        if line.look is not Look.LEFTOVER or not line.opens_list:
            continue
        end = head + 1
        while end < len(lines) and end - head <= _LIST_LONGEST and _may_be_listed(lines[end]):
            end += 1
        next_text = bisect_left(texts, end)
        below = texts[next_text : next_text + _HEADED_TEXTS]
        for at in range(head + 1, _end_of_list(lines, range(head + 1, end), below)):
            lines[at] = replace(
                lines[at], look=Look.LEFTOVER, why=f"below {line.text[:40]!r}", closes=True
            )


def _end_of_list(lines: Sequence[Line], listed: range, texts: Iterable[int]) -> int:
    words = frozenset[str]().union(*(content_words(lines[at].text) for at in texts))
    headings = [
        at for at in listed if lines[at].look is Look.HEADING and reads_as_headline(lines[at].text)
    ]
    heads = (at for at in headings if len(content_words(lines[at].text) & words) >= _HEADS_FROM)
    signed = (
        at
        for at in headings
        if at + 1 < len(lines) and lines[at + 1].look in (Look.BYLINE, Look.CAPTION)
    )
    return next(chain(heads, signed), listed.stop)


def _may_be_listed(line: Line) -> bool:
    if line.begins or line.role is Role.HEADLINE or line.is_divider:
        return False
    return (
        line.look in (Look.HEADING, Look.DATE)
        or _is_item(line)
        or (line.look is Look.TEXT and line.words <= 3)
    )


def _is_item(line: Line) -> bool:
    return bool(_ITEM.match(line.text)) and not is_prose(line.text)
