"""Take a page apart into its articles. Input: a Page. Output: articles, each with why it is so.

paragraphs -> lines (what each reads as) -> sections (one an article) -> marked lines -> Article
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.pages.facts import BELOW_HEADLINE, PAGE_WIDE, Found, page_date, read_facts
from index.pages.looks import read_lines
from index.pages.marking import MarkedLine, blocks, mark
from index.pages.paragraphs import read_paragraphs
from index.pages.segmenting import Section, segment
from index.records import Article, Block, Document, Field, Page, Role

_NOBODY = Found("", "")


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article with what it was made by: why[i] is of ``article.blocks[i]``, ``signals`` are what
    it was taken to begin by."""

    article: Article
    why: tuple[str, ...]
    signals: tuple[str, ...]


def extract(page: Page, shared: frozenset[str] = frozenset()) -> tuple[Extracted, ...]:
    """The page's articles in reading order; none where it holds nothing but white space.

    ``shared`` are lines, in lower case, that other pages of the same outlet have too: leftovers,
    unless they are a headline.
    """
    titles = (told.value for told in page.told if told.field is Field.TITLE)
    told_title = next(titles, None) if page.is_one_article else None
    ahead = max((m.end for m in page.markup if m.role is Role.FRONT_MATTER), default=0)
    paragraphs = read_paragraphs(page.document.text, told_title=told_title, ahead=ahead)
    lines = read_lines(paragraphs, page.markup)
    sections = segment(lines, is_one_article=page.is_one_article)
    is_only = len(sections) == 1
    marked = [mark(page, section, shared, is_only=is_only) for section in sections]
    facts = [read_facts(page, each, is_only=is_only) for each in marked]
    _date_by_page(page, marked, facts)
    _share_outlet(facts)
    return tuple(
        _extracted(page.document, section, lines, known)
        for section, lines, known in zip(sections, marked, facts, strict=True)
    )


def _date_by_page(
    page: Page, marked: Sequence[Sequence[MarkedLine]], facts: Sequence[dict[Field, Found]]
) -> None:
    """A page of several articles is of the day that it names, where none but the first has a date
    of its own: an issue's, a digest's."""
    if len(facts) < 2 or any(Field.PUBLISHED in known for known in facts[1:]):
        return
    day = page_date(page, marked[0], is_first_dated=Field.PUBLISHED in facts[0])
    if day:
        for known in facts:
            known.setdefault(Field.PUBLISHED, day)


def _share_outlet(facts: Sequence[dict[Field, Found]]) -> None:
    """All articles of a page are of the one outlet that it names, but for those that name theirs
    below their headlines."""
    named = [
        known[Field.OUTLET]
        for known in facts
        if known.get(Field.OUTLET, _NOBODY).origin in PAGE_WIDE
    ]
    if len({outlet.value for outlet in named}) == 1:
        for known in facts:
            if known.get(Field.OUTLET, _NOBODY).origin not in (*PAGE_WIDE, BELOW_HEADLINE):
                known[Field.OUTLET] = named[0]


def _extracted(
    document: Document,
    section: Section,
    marked: Sequence[MarkedLine],
    facts: dict[Field, Found],
) -> Extracted:
    def value(field: Field) -> str | None:
        return facts[field].value if field in facts else None

    published = value(Field.PUBLISHED)
    pairs: list[tuple[Block, str]] = list(blocks(marked))
    first, last = section.lines[0].paragraph, section.lines[-1].paragraph
    article = Article(
        id=_article_id(document, first.start),
        document_id=document.id,
        title=facts[Field.TITLE].value,
        outlet=value(Field.OUTLET),
        byline=value(Field.BYLINE),
        published=date.fromisoformat(published) if published else None,
        language=value(Field.LANGUAGE),
        agency=value(Field.AGENCY),
        place=value(Field.PLACE),
        url=value(Field.URL),
        origins=tuple((field, facts[field].origin) for field in Field if field in facts),
        start=first.start,
        end=last.end,
        blocks=tuple(block for block, _ in pairs),
    )
    return Extracted(article, tuple(why for _, why in pairs), section.signals)


def _article_id(document: Document, start: int) -> str:
    place = f"{document.id}:{start}"
    return hashlib.sha256(place.encode()).hexdigest()[:16]
