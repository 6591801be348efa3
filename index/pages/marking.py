"""Mark what each line of an article is. Input: a Section. Output: marked lines, each with why.

Marking never rewrites: a block is a span. The headline and each caption are marked once, where they
first stand; their repeats are boilerplate. Where in doubt a line is body.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from index.pages.boilerplate import is_prose
from index.pages.bylines import read_signature
from index.pages.captions import CREDIT, SOURCE_IN_BRACKETS, is_credited
from index.pages.headlines import choose_headline, same_title
from index.pages.looks import NO_WORD, Line, Look
from index.pages.outlets import outlet_beside
from index.pages.segmenting import Section
from index.records import Block, BlockKind, Field, Page, Role

_STANDFIRST_LEAST_WORDS = 6
_CAPTION_LEAST_WORDS = 5
_SIGNATURE_WORDS = 3
# A standfirst or two may stand above the dateline; a dash further down leads into no story.
_DATELINE_WITHIN = 3
_BIO_WITHIN = 4
_SIGNED_WITHIN_TEXTS = 2
_BIO = re.compile(
    r"\b(?:reporters?|correspondent|editor|written|writer|journalist|columnist|critic|covers?"
    r"|writes|reports"
    r"|author|freelance|newsroom)\b",
    re.IGNORECASE,
)
OUTLET_ALONE = "an outlet's name, where one dates and signs"


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line with the kind it is marked as, and why. ``byline`` where it names who wrote the
    story."""

    line: Line
    kind: BlockKind
    why: str
    byline: str | None = None


def mark(
    page: Page, section: Section, shared: Collection[str], *, is_only: bool
) -> tuple[MarkedLine, ...]:
    """Each line of the section with its kind, in the same order.

    ``shared`` are lines, in lower case, that other pages of the same outlet have too.
    ``is_only`` where the page holds no other article: then the title that it tells is this one's.
    """
    lines = section.lines
    titles = (told.value for told in page.told if told.field is Field.TITLE)
    told_title = next(titles, None) if is_only else None
    if page.is_one_article and told_title:
        headline = next((at for at, x in enumerate(lines) if same_title(x.text, told_title)), None)
        why_headline = "the file's own title"
    else:
        chosen = choose_headline(lines, told_title)
        headline = chosen.at if chosen else None
        why_headline = chosen.why if chosen else ""
    marked = [_unless_shared(x, shared) for x in _by_line(lines, headline, why_headline)]
    _mark_head(marked, headline)
    _mark_tail(marked)
    _mark_bios(marked)
    return tuple(marked)


def _unless_shared(each: MarkedLine, shared: Collection[str]) -> MarkedLine:
    is_shared = _is_body(each) and each.line.text.casefold() in shared
    return (
        replace(each, kind=BlockKind.BOILERPLATE, why="stands on other pages of its folder too")
        if is_shared
        else each
    )


def blocks(marked: Sequence[MarkedLine]) -> Iterator[tuple[Block, str]]:
    """A block for each line, or two where a dateline leads into the text, with why it is so."""
    lead_in = find_dateline(marked)
    for each in marked:
        start, end = each.line.paragraph.start, each.line.paragraph.end
        if each is lead_in and each.line.dateline:
            dateline = each.line.dateline
            yield Block(BlockKind.DATELINE, start, start + dateline.end), "leads into the text"
            start += dateline.body
        yield Block(each.kind, start, end), each.why


def find_dateline(marked: Sequence[MarkedLine]) -> MarkedLine | None:
    """The line whose place and agency lead into the text."""
    bodies = [each for each in marked if each.kind is BlockKind.BODY]
    return next((each for each in bodies[:_DATELINE_WITHIN] if each.line.dateline), None)


def _by_line(lines: Sequence[Line], headline: int | None, why: str) -> Iterator[MarkedLine]:
    times = Counter(line.text.casefold() for line in lines)
    lead = _lead(lines, times)
    # Without a headline there is no head to hold captions and counts: all is text from the start.
    head_end = lead if headline is not None else 0
    last = max((at for at, line in enumerate(lines) if line.look is Look.TEXT), default=0)
    headings = {lines[headline].text.casefold()} if headline is not None else set()
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if at == headline:
            yield MarkedLine(line, BlockKind.HEADLINE, why)
        elif line.text.casefold() in seen and (at < head_end or _is_repeat(line, headings)):
            yield MarkedLine(line, BlockKind.BOILERPLATE, "stands above already")
        elif line.look in (Look.DATE, Look.BYLINE):
            yield MarkedLine(line, BlockKind.DATELINE, line.why, line.byline)
        elif line.why == NO_WORD and head_end <= at < last and any(map(str.isdigit, line.text)):
            yield MarkedLine(line, BlockKind.BODY, "a figure in the story")
        elif line.look is Look.LEFTOVER:
            yield MarkedLine(line, BlockKind.BOILERPLATE, line.why)
        elif line.look is Look.CAPTION:
            yield MarkedLine(line, BlockKind.CAPTION, line.why)
        elif at < head_end and _is_caption(line, times):
            headings.add(line.text.casefold())
            yield MarkedLine(line, BlockKind.CAPTION, "printed twice, or credited, above the text")
        else:
            yield MarkedLine(line, BlockKind.BODY, line.why)
        if at == headline or line.look in (Look.TEXT, Look.CAPTION) or line.words > 2:
            seen.add(line.text.casefold())


def _is_repeat(line: Line, headings: Collection[str]) -> bool:
    """Whether a line that stands above already is printed again: an answer, a result and a table's
    row may well be the same twice."""
    return is_prose(line.text) or line.text.casefold() in headings


def _lead(lines: Sequence[Line], times: Mapping[str, int]) -> int:
    """Where the story's text begins: at the first prose that is neither printed twice nor credited,
    or, where all is credited, at the first printed once."""
    texts = [at for at, line in enumerate(lines) if line.look is Look.TEXT]
    once = [
        at for at in texts if times[lines[at].text.casefold()] == 1 and _has_prose(lines[at].text)
    ]
    uncredited = (at for at in once if not is_credited(lines[at].text) or lines[at].dateline)
    return next(chain(uncredited, once, texts), len(lines))


def _has_prose(text: str) -> bool:
    """Whether prose is left when a credit is cut off, as it is not of a caption's few words."""
    return is_prose(SOURCE_IN_BRACKETS.sub("", CREDIT.sub("", text)).rstrip())


def _is_caption(line: Line, times: Mapping[str, int]) -> bool:
    if line.look not in (Look.TEXT, Look.HEADING) or line.role is Role.HEADLINE or line.dateline:
        return False
    if line.words < _CAPTION_LEAST_WORDS:
        return False
    return times[line.text.casefold()] > 1 or is_credited(line.text)


def _mark_head(marked: list[MarkedLine], headline: int | None) -> None:
    """What stands above the text and is no text: names, a standfirst, a kicker."""
    lead = next(
        (at for at, each in enumerate(marked) if each.line.look is Look.TEXT and _is_body(each)),
        len(marked),
    )
    if lead == len(marked):
        return
    _mark_signing_name(marked)
    if headline is not None:
        _mark_outlet(marked, headline)
    for at in range(lead):
        each = marked[at]
        if not _is_body(each):
            continue
        if headline is not None and at < headline:
            marked[at] = replace(each, kind=BlockKind.BOILERPLATE, why="above the headline")
        elif headline is not None:
            marked[at] = _below_headline(marked, at)
    if headline is not None and headline > lead:
        # Text above the headline is no story's: a notice of the page.
        for at in range(lead, headline):
            if _is_body(marked[at]) and marked[at].line.words <= _STANDFIRST_LEAST_WORDS * 4:
                marked[at] = replace(
                    marked[at], kind=BlockKind.BOILERPLATE, why="above the headline"
                )


def _below_headline(marked: Sequence[MarkedLine], at: int) -> MarkedLine:
    each = marked[at]
    is_place = each.line.text.isupper() and each.line.words <= 2
    beside = [marked[near] for near in (at - 1, at + 1) if 0 <= near < len(marked)]
    if is_place and all(near.kind is BlockKind.DATELINE for near in beside):
        return replace(each, kind=BlockKind.DATELINE, why="a place beside byline and date")
    if each.line.words >= _STANDFIRST_LEAST_WORDS:
        return replace(each, why="stands below the headline")
    below = _next(marked, at, 1)
    if below is not None and _is_body(marked[below]) and marked[below].line.look is Look.TEXT:
        return each
    return replace(each, kind=BlockKind.BOILERPLATE, why="a few words between headline and text")


def _mark_signing_name(marked: list[MarkedLine]) -> None:
    """A bare name signs right below the headline or beside a date, near the top, where nothing else
    does."""
    if not _unsigned(marked):
        return
    texts = 0
    for at, each in enumerate(marked):
        texts += each.line.look is Look.TEXT and _is_body(each)
        if texts > _SIGNED_WITHIN_TEXTS:
            return
        if each.line.look is not Look.HEADING or not _is_body(each):
            continue
        above, below = (_next(marked, at, step) for step in (-1, 1))
        is_below_headline = above is not None and _is_head(marked, above)
        is_dated = any(
            near is not None and marked[near].kind is BlockKind.DATELINE for near in (above, below)
        )
        name = read_signature(each.line.text)
        if name and (is_below_headline or is_dated):
            marked[at] = replace(
                each, kind=BlockKind.DATELINE, why="a name alone, where one signs", byline=name
            )
            return


def _mark_outlet(marked: list[MarkedLine], headline: int) -> None:
    """An outlet's name on a line of its own, among the date and the byline below the headline or
    below a standfirst."""
    for at in _head_lines(marked, headline):
        each = marked[at]
        if each.line.look is not Look.HEADING or not outlet_beside(each.line.text):
            continue
        beside = (_next(marked, at, step) for step in (-1, 1))
        if any(near is not None and marked[near].kind is BlockKind.DATELINE for near in beside):
            marked[at] = replace(each, kind=BlockKind.DATELINE, why=OUTLET_ALONE)
            return


def _head_lines(marked: Sequence[MarkedLine], headline: int) -> Iterator[int]:
    """Where the unread lines stand between the headline and the text; a standfirst that reads as
    text has date and byline below it, and none above."""
    is_signed = False
    texts = 0
    for at in range(headline + 1, len(marked)):
        is_signed = is_signed or marked[at].kind is BlockKind.DATELINE
        texts += marked[at].line.look is Look.TEXT and _is_body(marked[at])
        if texts > (0 if is_signed else 1):
            return
        if _is_body(marked[at]):
            yield at


def _is_head(marked: Sequence[MarkedLine], at: int) -> bool:
    """Whether the line is the headline, or a standfirst right below it."""
    if marked[at].kind is BlockKind.HEADLINE:
        return True
    above = _next(marked, at, -1)
    is_standfirst = _is_body(marked[at]) and marked[at].line.words >= _STANDFIRST_LEAST_WORDS
    return is_standfirst and above is not None and marked[above].kind is BlockKind.HEADLINE


def _next(marked: Sequence[MarkedLine], at: int, step: int) -> int | None:
    """The next line in that direction that is no leftover."""
    at += step
    while 0 <= at < len(marked) and marked[at].kind is BlockKind.BOILERPLATE:
        at += step
    return at if 0 <= at < len(marked) else None


def _mark_tail(marked: list[MarkedLine]) -> None:
    """Below the last text: what stands under leftovers is one, and a name in capitals (an agency's,
    a section's); a person's name alone signs a letter."""
    bodies = [at for at, each in enumerate(marked) if _is_body(each)]
    if not any(is_prose(marked[at].line.text) for at in bodies):
        return
    last_text = max((at for at in bodies if marked[at].line.look is Look.TEXT), default=-1)
    under_leftovers = False
    for at in range(last_text + 1, len(marked)):
        each = marked[at]
        under_leftovers = under_leftovers or each.line.closes or _is_dated_link(marked, at)
        if under_leftovers and _is_body(each):
            marked[at] = replace(each, kind=BlockKind.BOILERPLATE, why="below the story's end")
    for at in range(last_text + 1, len(marked)):
        if _is_body(marked[at]) and _is_agency(marked[at].line.text):
            marked[at] = replace(
                marked[at], kind=BlockKind.BOILERPLATE, why="a name in capitals below the text"
            )
        elif _is_body(marked[at]) and at == last_text + 1 and _unsigned(marked):
            name = read_signature(marked[at].line.text)
            if name and not _is_listed(marked, at):
                marked[at] = replace(
                    marked[at], kind=BlockKind.DATELINE, why="signs below the text", byline=name
                )


def _is_listed(marked: Sequence[MarkedLine], at: int) -> bool:
    """Whether a name is one of several, or of a list that the text above announces."""
    is_announced = at > 0 and marked[at - 1].line.text.endswith(":")
    below = marked[at + 1].line.text if at + 1 < len(marked) else ""
    return is_announced or read_signature(below) is not None


def _is_dated_link(marked: Sequence[MarkedLine], at: int) -> bool:
    """Whether a heading below the text is another story's: its date stands below it."""
    return (
        marked[at].line.look is Look.HEADING
        and at + 1 < len(marked)
        and marked[at + 1].line.day is not None
    )


def _is_agency(text: str) -> bool:
    return text.isupper() and len(text.split()) <= _SIGNATURE_WORDS and "  " not in text


def _unsigned(marked: Sequence[MarkedLine]) -> bool:
    return not any(each.byline for each in marked)


def _mark_bios(marked: list[MarkedLine]) -> None:
    """Below the story, a line that begins with its author's name and tells who that is."""
    names = {each.byline.casefold() for each in marked if each.byline}
    names |= {part for name in names for part in re.split(r",\s+(?:and\s+)?|\s+(?:and|&)\s+", name)}
    bodies = [at for at, each in enumerate(marked) if _is_body(each)]
    for at in bodies[-_BIO_WITHIN:]:
        text = marked[at].line.text.casefold()
        if any(text.startswith(name) for name in names) and _BIO.search(text):
            marked[at] = replace(marked[at], kind=BlockKind.BOILERPLATE, why="tells of the author")


def _is_body(each: MarkedLine) -> bool:
    return each.kind is BlockKind.BODY
