"""Mark what each part of an article is, and read its facts. Input: a Section. Output: an Article.

Marking never rewrites: a block is a span. The headline and each caption are marked once, where they
first stand; their repeats are boilerplate.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice, takewhile

from index.boilerplate import is_in_comment_form, is_prose, leftover_reason
from index.dates import read_date_line
from index.paragraphs import Paragraph
from index.records import Article, Block, BlockKind, Document
from index.segmenting import DATELINE, Section, is_byline, reads_as_headline, signs_or_dates

_CREDIT = re.compile(
    # A source in brackets; "(about $3 million)" is none.
    r"(?:\((?-i:[A-Z])[^()\d]{1,60}\)|(?:©|photo(?:graph)?(?: by)?:?|credit:|image:)\s*\S.{1,60}"
    r"|/\s?[A-Z]\w+)\.?$",
    re.IGNORECASE,
)
_CAPTION_LABEL = re.compile(
    r"^(?:file photo|photo|picture|image|video|in pictures)\s*[:\-–]\s", re.I
)
_AUTHOR = re.compile(r"^(?:by|from)\s+", re.IGNORECASE)
_SIGNATURE_LINES, _SIGNATURE_WORDS = 3, 4
# A list's head, an item of one, or a score.
_LIST = re.compile(r":$|^[-–—*•·]|\d")
# A standfirst or two may stand above the dateline; a dash further down leads into no story.
_DATELINE_WITHIN = 3
_TITLE_FALLBACK_CHARS = 100

_Marked = tuple[Paragraph, BlockKind]


def mark(document: Document, section: Section) -> Article:
    """The article that the section holds, every paragraph of it in one block (or two, where a
    dateline leads into the text)."""
    kinds = _kinds([paragraph.text for paragraph in section.paragraphs])
    marked = list(zip(section.paragraphs, kinds, strict=True))
    dateline = _find_dateline(marked)
    return Article(
        id=_article_id(document, section),
        document_id=document.id,
        title=_title(marked),
        outlet=(dateline["outlet"] or dateline["agency"]) if dateline else None,
        byline=_byline(marked),
        published=_published(marked),
        language=None,
        start=section.paragraphs[0].start,
        end=section.paragraphs[-1].end,
        blocks=tuple(_blocks(marked, dateline)),
    )


def _kinds(texts: Sequence[str]) -> list[BlockKind]:
    kinds = [BlockKind.BODY] * len(texts)
    headline = _headline(texts)
    times = Counter(texts)
    lead = _lead(texts, times)
    in_form = False
    seen: set[str] = set()
    for at, text in enumerate(texts):
        in_form = is_in_comment_form(text, in_form)
        if at == headline:
            kinds[at] = BlockKind.HEADLINE
        elif text.casefold() in seen:
            kinds[at] = BlockKind.BOILERPLATE
        elif signs_or_dates(text):
            kinds[at] = BlockKind.DATELINE
        elif in_form or leftover_reason(text):
            kinds[at] = BlockKind.BOILERPLATE
        elif _is_caption(text, times[text], is_above_lead=at < lead):
            kinds[at] = BlockKind.CAPTION
        seen.add(text.casefold())
    _mark_signature(texts, kinds)
    return kinds


def _headline(texts: Sequence[str]) -> int | None:
    above_prose = takewhile(lambda at: not is_prose(texts[at]), range(len(texts)))
    candidates = [
        at
        for at in above_prose
        if reads_as_headline(texts[at])
        and not leftover_reason(texts[at])
        and not read_date_line(texts[at])
    ]
    unsigned = [at for at in candidates if not is_byline(texts[at])]
    # An outlet's name or a section's may stand above the headline; what signs or dates the story
    # stands right below it.
    signed = [at for at in unsigned if at + 1 < len(texts) and _leads_in(texts[at + 1])]
    return next(iter(signed or unsigned or candidates), None)


def _leads_in(text: str) -> bool:
    return signs_or_dates(text) or bool(DATELINE.match(text))


def _lead(texts: Sequence[str], times: Mapping[str, int]) -> int:
    """Where the story's text begins: at the first prose that is neither printed twice nor credited,
    or, where all is credited, at the first printed once."""
    bare = [_CREDIT.sub("", text).rstrip() for text in texts]
    once = [at for at, text in enumerate(texts) if is_prose(bare[at]) and times[text] == 1]
    uncredited = (at for at in once if bare[at] == texts[at])
    return next(chain(uncredited, once), len(texts))


def _is_caption(text: str, times: int, *, is_above_lead: bool) -> bool:
    if _CAPTION_LABEL.match(text):
        return True
    return is_above_lead and (times > 1 or bool(_CREDIT.search(text)))


def _mark_signature(texts: Sequence[str], kinds: list[BlockKind]) -> None:
    """A few short lines below the last sentence (an agency's name, a section's) are no prose; a
    list is."""
    if not any(is_prose(text) for text in texts):
        return
    bodies = [at for at, kind in enumerate(kinds) if kind is BlockKind.BODY]
    short = list(takewhile(lambda at: _is_short(texts[at]), reversed(bodies)))
    above = bodies[: len(bodies) - len(short)][-1:]
    is_list = any(_LIST.search(texts[at]) for at in (*above, *short) if not is_prose(texts[at]))
    if len(short) <= _SIGNATURE_LINES and not is_list:
        for at in short:
            kinds[at] = BlockKind.BOILERPLATE


def _is_short(text: str) -> bool:
    words = text.split()
    is_name = all(word[0].isupper() or not word[0].isalpha() for word in words)
    return len(words) <= _SIGNATURE_WORDS and is_name and text[-1] not in ".!?\"”’'…"


def _find_dateline(marked: Sequence[_Marked]) -> re.Match[str] | None:
    """The place and agency that lead into the text."""
    bodies = (paragraph.text for paragraph, kind in marked if kind is BlockKind.BODY)
    matches = map(DATELINE.match, islice(bodies, _DATELINE_WITHIN))
    return next(filter(None, matches), None)


def _blocks(marked: Sequence[_Marked], dateline: re.Match[str] | None) -> Iterator[Block]:
    for paragraph, kind in marked:
        start = paragraph.start
        if dateline and kind is BlockKind.BODY and paragraph.text is dateline.string:
            yield Block(BlockKind.DATELINE, start, start + len(dateline.group().rstrip()))
            start += dateline.end()
        yield Block(kind, start, paragraph.end)


def _title(marked: Sequence[_Marked]) -> str:
    for paragraph, kind in marked:
        if kind is BlockKind.HEADLINE:
            return " ".join(paragraph.text.split())
    bodies = (paragraph for paragraph, kind in marked if kind is BlockKind.BODY)
    first = " ".join(next(bodies, marked[0][0]).text.split())
    if len(first) <= _TITLE_FALLBACK_CHARS:
        return first
    return first[:_TITLE_FALLBACK_CHARS].rsplit(" ", 1)[0] + " …"


def _byline(marked: Sequence[_Marked]) -> str | None:
    lines = (p.text for p, kind in marked if kind is BlockKind.DATELINE and is_byline(p.text))
    return next((_AUTHOR.sub("", line) for line in lines), None)


def _published(marked: Sequence[_Marked]) -> date | None:
    dates = (read_date_line(p.text) for p, kind in marked if kind is BlockKind.DATELINE)
    return next((found for found in dates if found), None)


def _article_id(document: Document, section: Section) -> str:
    place = f"{document.id}:{section.paragraphs[0].start}"
    return hashlib.sha256(place.encode()).hexdigest()[:16]
