"""Read what is known of an article beside its text. Input: marked lines. Output: Found fields.

What the file itself tells comes first where it is of this article alone; else what stands on the
page comes first, and the page's metadata fill in. Nothing is guessed: no file's time, no year in a
text, and of two readings of a date none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from index.pages.bylines import read_byline
from index.pages.dates import find_dates
from index.pages.headlines import same_title
from index.pages.language import detect_language
from index.pages.looks import Line, Look
from index.pages.marking import OUTLET_ALONE, MarkedLine, find_dateline
from index.pages.outlets import (
    outlet_beside,
    outlet_of_masthead,
    outlet_of_notice,
    outlet_of_title,
    reads_as_outlet,
)
from index.records import BlockKind, Field, Page

_TITLE_FALLBACK_CHARS = 100
_DATED_ABOVE_WITHIN = 4
# Its writer put it there for this one text; a site puts its page's metadata anywhere.
_FRONT_MATTER = "front matter"


# Where a page names its outlet, whichever of its articles stands beside.
BELOW_HEADLINE = "line below the headline"
PAGE_WIDE = (_FRONT_MATTER, "page metadata", "page's title", "masthead", "copyright notice")


@dataclass(frozen=True, slots=True)
class Found:
    """A field's value and where it was read from."""

    value: str
    origin: str


def read_facts(page: Page, marked: Sequence[MarkedLine], *, is_only: bool) -> dict[Field, Found]:
    """The fields that are known of the article made of these lines; `Field.TITLE` always is.

    ``is_only`` where the page holds no other article: then all that the file tells is of this one.
    """
    told = {each.field: Found(each.value, each.origin) for each in page.told}
    headline = next((m.line.text for m in marked if m.kind is BlockKind.HEADLINE), None)
    title = told.get(Field.TITLE)
    is_told_of = is_only or bool(title and headline and same_title(title.value, headline))
    own = told if is_told_of else {}
    lead_in = find_dateline(marked)
    dateline = lead_in.line.dateline if lead_in else None
    written = _byline(marked)
    visible: dict[Field, Found | None] = {
        Field.TITLE: Found(_shown(headline), "headline") if headline else None,
        Field.BYLINE: written,
        Field.PUBLISHED: _published(marked),
        Field.OUTLET: Found(dateline.outlet, "dateline") if dateline and dateline.outlet else None,
        Field.AGENCY: Found(dateline.agency, "dateline") if dateline and dateline.agency else None,
        Field.PLACE: Found(dateline.place, "dateline") if dateline and dateline.place else None,
    }
    found: dict[Field, Found | None] = {}
    for field in Field:
        on_page, in_file = visible.get(field), own.get(field)
        is_file_first = _file_first(page, field) or (in_file and in_file.origin == _FRONT_MATTER)
        first = (in_file, on_page) if is_file_first else (on_page, in_file)
        found[field] = first[0] or first[1]
    found[Field.TITLE] = found[Field.TITLE] or _first_words(marked)
    # The outlet and the language are the site's, whichever of its articles this is.
    found[Field.OUTLET] = (
        found[Field.OUTLET]
        or told.get(Field.OUTLET)
        or _outlet_below_headline(marked)
        or _outlet(marked, title.value if title else "")
        or found[Field.AGENCY]
    )
    found[Field.LANGUAGE] = told.get(Field.LANGUAGE) or _language(marked)
    found[Field.URL] = told.get(Field.URL)
    return {field: value for field, value in found.items() if value}


def page_date(page: Page, first: Sequence[MarkedLine], *, is_first_dated: bool) -> Found | None:
    """The day that a page of several articles is of: as its metadata have it, or as it stands above
    the first one's headline and apart from it.

    Where that one ``is_first_dated``, only a date that stands apart is the whole page's.
    """
    told = next((each for each in page.told if each.field is Field.PUBLISHED), None)
    if told and not is_first_dated:
        return Found(told.value, told.origin)
    headline = next((at for at, m in enumerate(first) if m.kind is BlockKind.HEADLINE), 0)
    for at, each in enumerate(first[:headline]):
        days = {found.day for found in find_dates(each.line.text) if not found.is_later}
        names_outlet = any(map(reads_as_outlet, each.line.names))
        apart = names_outlet or any(
            m.line.look in (Look.HEADING, Look.TEXT) for m in first[at:headline]
        )
        if len(days) == 1 and apart and (day := days.pop()):
            return Found(day.isoformat(), "date above the page's articles")
    return None


def _file_first(page: Page, field: Field) -> bool:
    # A page's metadata have the day to the letter; its title and author may be the site's own.
    return page.is_one_article or field is Field.PUBLISHED


def _shown(headline: str) -> str:
    return " ".join(headline.lstrip("#").split())


def _first_words(marked: Sequence[MarkedLine]) -> Found:
    bodies = (each for each in marked if each.kind is BlockKind.BODY)
    first = " ".join(next(bodies, marked[0]).line.text.split())
    if len(first) > _TITLE_FALLBACK_CHARS:
        first = first[:_TITLE_FALLBACK_CHARS].rsplit(" ", 1)[0] + " …"
    return Found(first, "first words")


def _language(marked: Sequence[MarkedLine]) -> Found | None:
    code = detect_language(m.line.text for m in marked if m.kind is BlockKind.BODY)
    return Found(code, "the text itself") if code else None


def _byline(marked: Sequence[MarkedLine]) -> Found | None:
    signed = [each for each in marked if each.kind is BlockKind.DATELINE]
    for each in signed:
        if each.byline:
            origin = "byline" if each.line.byline else "name beside the headline"
            return Found(each.byline, origin)
    return None


def _published(marked: Sequence[MarkedLine]) -> Found | None:
    headline = next((at for at, m in enumerate(marked) if m.kind is BlockKind.HEADLINE), None)
    texts = [
        at for at, m in enumerate(marked) if m.kind is BlockKind.BODY and m.line.look is Look.TEXT
    ]
    # A standfirst may stand above the date.
    first = (texts[1:] or [len(marked)])[0]
    lead_in = find_dateline(marked)
    head = range(0 if headline is None else headline, first)
    above = range(0 if headline is None else max(0, headline - _DATED_ABOVE_WITHIN), headline or 0)
    for places in (head, reversed(above)):
        dated = [marked[at].line for at in places if _is_dated(marked[at])]
        if dated:
            return _day(dated[0].day, "date line")
    if lead_in and lead_in.line.dateline and lead_in.line.dateline.day:
        return _day(lead_in.line.dateline.day, "dateline")
    return _dated_below(marked[first:])


def _dated_below(marked: Sequence[MarkedLine]) -> Found | None:
    """A date right below the last text, or one that says that it is of the publication: others
    there are of other stories."""
    last = max(at for at, m in enumerate(marked) if m.kind is BlockKind.BODY) if marked else 0
    for at, each in enumerate(marked):
        is_right_below = at in (last + 1, last + 2) and not any(
            m.line.closes for m in marked[last + 1 : at]
        )
        is_labelled = bool(re.search(r"\b(?:publish|post|issu)ed\b", each.line.text, re.IGNORECASE))
        if _is_dated(each) and (is_right_below or is_labelled):
            return _day(each.line.day, "date line below the text")
    return None


def _is_dated(each: MarkedLine) -> bool:
    """Whether the line tells a date of the story; one of an update alone is passed over."""
    return (
        each.kind is BlockKind.DATELINE
        and each.line.look is Look.DATE
        and not (each.line.day is None and _is_update(each.line))
    )


def _is_update(line: Line) -> bool:
    return bool(re.search(r"updat|modif|edit|revis|a time alone", f"{line.text} {line.why}", re.I))


def _day(day: date | None, origin: str) -> Found | None:
    return Found(day.isoformat(), origin) if day else None


def _outlet_below_headline(marked: Sequence[MarkedLine]) -> Found | None:
    """The one outlet that is named between headline and text: beside the date, or on its own."""
    headline = next((at for at, m in enumerate(marked) if m.kind is BlockKind.HEADLINE), None)
    if headline is None:
        return None
    # It is looked for below a standfirst too.
    names = [each.line.text for each in marked if each.why == OUTLET_ALONE]
    for each in takewhile(lambda each: each.kind is not BlockKind.BODY, marked[headline + 1 :]):
        if each.kind is BlockKind.DATELINE and each.line.look is Look.DATE:
            names += [
                _with_article(name, each.line.text)
                for name in each.line.names
                if read_byline(name) is None
            ]
    outlets = {outlet for outlet in map(outlet_beside, names) if outlet}
    return Found(outlets.pop(), BELOW_HEADLINE) if len(outlets) == 1 else None


def _with_article(name: str, line: str) -> str:
    """The name with the "The" that stands before it in the line, which a date's line leaves out."""
    return f"The {name}" if f"The {name}" in line else name


def _outlet(marked: Sequence[MarkedLine], told_title: str) -> Found | None:
    headline = next((at for at, m in enumerate(marked) if m.kind is BlockKind.HEADLINE), 0)
    heads = (outlet_of_masthead(m.line.text) for m in marked[:headline])
    titles = [outlet_of_title(told_title, marked[headline].line.text)]
    notices = (outlet_of_notice(m.line.text) for m in marked if m.line.why == "notice")
    for names, origin in (
        (titles, "page's title"),
        (heads, "masthead"),
        (notices, "copyright notice"),
    ):
        name = next(filter(None, names), None)
        if name:
            return Found(name, origin)
    return None
