"""Mark what each part of an article is, and read its facts. Input: a Section. Output: an Article.

Marking never rewrites: a block is a span. The headline and each caption are marked once, where they
first stand; their repeats are boilerplate.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date

from index.boilerplate import belongs_to_comment_form, leftover_reason, opens_comment_form
from index.dates import read_date_line
from index.paragraphs import Paragraph
from index.records import Article, Block, BlockKind, Document
from index.segmenting import DATELINE, Section, is_byline, is_prose, reads_as_headline

_CREDIT = re.compile(
    r"(?:\([^()]{2,60}\)|(?:©|photo(?:graph)?(?: by)?:?|credit:|image:)\s*\S.{1,60}"
    r"|/\s?[A-Z]\w+)\.?$",
    re.IGNORECASE,
)
_CAPTION_LABEL = re.compile(
    r"^(?:file photo|photo|picture|image|video|in pictures)\s*[:\-–]\s", re.I
)
_AUTHOR = re.compile(r"^(?:by|from)\s+", re.IGNORECASE)
_SIGNATURE_WORDS = 4
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
        byline=next((_AUTHOR.sub("", p.text) for p, _ in marked if is_byline(p.text)), None),
        published=_published(marked),
        language=None,
        start=section.paragraphs[0].start,
        end=section.paragraphs[-1].end,
        blocks=tuple(_blocks(marked, dateline)),
    )


def _kinds(texts: Sequence[str]) -> list[BlockKind]:
    kinds = [BlockKind.BODY] * len(texts)
    headline = _headline(texts)
    lead = next((at for at, text in enumerate(texts) if _is_lead(texts, at)), len(texts))
    in_form = False
    seen: set[str] = set()
    for at, text in enumerate(texts):
        in_form = opens_comment_form(text) or (in_form and belongs_to_comment_form(text))
        if at == headline:
            kinds[at] = BlockKind.HEADLINE
        elif text.casefold() in seen:
            kinds[at] = BlockKind.BOILERPLATE
        elif is_byline(text) or read_date_line(text):
            kinds[at] = BlockKind.DATELINE
        elif in_form or leftover_reason(text):
            kinds[at] = BlockKind.BOILERPLATE
        elif _is_caption(texts, at, lead):
            kinds[at] = BlockKind.CAPTION
        seen.add(text.casefold())
    _mark_signature(texts, kinds)
    return kinds


def _headline(texts: Sequence[str]) -> int | None:
    for at, text in enumerate(texts):
        if is_prose(text):
            return None
        if reads_as_headline(text) and not leftover_reason(text) and not read_date_line(text):
            return at
    return None


def _is_lead(texts: Sequence[str], at: int) -> bool:
    """Whether the story's text begins here: prose that is neither printed twice nor credited."""
    return is_prose(texts[at]) and texts.count(texts[at]) == 1 and not _CREDIT.search(texts[at])


def _is_caption(texts: Sequence[str], at: int, lead: int) -> bool:
    text = texts[at]
    if _CAPTION_LABEL.match(text):
        return True
    return at < lead and (texts.count(text) > 1 or bool(_CREDIT.search(text)))


def _mark_signature(texts: Sequence[str], kinds: list[BlockKind]) -> None:
    """Short lines below the last sentence (an agency's name, a section's name) are no prose."""
    if not any(is_prose(text) for text in texts):
        return
    for at in range(len(texts) - 1, 0, -1):
        if kinds[at] is BlockKind.BOILERPLATE:
            continue
        if len(texts[at].split()) > _SIGNATURE_WORDS or texts[at][-1] in ".!?\"”’'…":
            return
        kinds[at] = BlockKind.BOILERPLATE


def _find_dateline(marked: Sequence[_Marked]) -> re.Match[str] | None:
    """The place and agency that lead into the text; a standfirst may stand above them."""
    bodies = (paragraph.text for paragraph, kind in marked if kind is BlockKind.BODY)
    return next(filter(None, map(DATELINE.match, bodies)), None)


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
    first = " ".join(marked[0][0].text.split())
    if len(first) <= _TITLE_FALLBACK_CHARS:
        return first
    return first[:_TITLE_FALLBACK_CHARS].rsplit(" ", 1)[0] + " …"


def _published(marked: Sequence[_Marked]) -> date | None:
    dates = (read_date_line(p.text) for p, kind in marked if kind is BlockKind.DATELINE)
    return next((found for found in dates if found), None)


def _article_id(document: Document, section: Section) -> str:
    place = f"{document.id}:{section.paragraphs[0].start}"
    return hashlib.sha256(place.encode()).hexdigest()[:16]
