"""Read what an HTML page's metadata tell. Input: its tree. Output: Told, in order of Field.

Title, site, author and address as trafilatura finds them in JSON-LD, Open Graph and microdata. The
day of publication only where something calls it so: dates of changes, pictures, comments and rights
stand in the same places. A date that can be read in two ways is none.
"""

import copy
import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from index.field_dates import read_date_field
from index.records import Field, Told

_log = logging.getLogger(__name__)
_ORIGIN = "page metadata"
_JSON_LD = ".//script[@type='application/ld+json']"
_PUBLISHED_NAMES = frozenset(
    """
    article:published_time og:published_time article:published article.published datepublished
    date pubdate publishdate publish-date publish_date published_at published-at published_time
    publication_date publication-date dc.date dc.date.issued dcterms.date dcterms.issued
    parsely-pub-date sailthru.date cxenseparse:recs:publishtime originalpublicationdate
    """.split()
)
_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Review|NewsItem)$")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)")


def read_metadata(tree: HtmlElement) -> tuple[Told, ...]:
    """What the page's head and structured data say of its article. ``tree`` is not changed."""
    return tuple(_read(tree))


def _read(tree: HtmlElement) -> Iterator[Told]:
    from trafilatura.metadata import extract_metadata
    from trafilatura.settings import Document

    try:
        found = extract_metadata(_without_body(tree), extensive=False)
    except Exception as error:  # noqa: BLE001  its errors are of many kinds; the text is still read
        _log.warning("The metadata of a page cannot be read: %s", error)
        found = Document()
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for field, value in (
        (Field.TITLE, found.title),
        (Field.OUTLET, found.sitename),
        (Field.BYLINE, (found.author or "").replace("; ", ", ")),
        (Field.PUBLISHED, _published(tree, found.title or "")),
        (Field.LANGUAGE, language.split("-")[0].strip().lower()),
        (Field.URL, found.url),
    ):
        if value:
            yield Told(field, " ".join(str(value).split()), _ORIGIN)


def _published(tree: HtmlElement, title: str) -> str | None:
    """The day that the page says it was published on; two that differ are none."""
    for found in (_days_of_articles(tree, title), _days_of_metas(tree), _day_of_address(tree)):
        days = {day for day in found if day}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _days_of_articles(tree: HtmlElement, title: str) -> Iterator[str | None]:
    articles = [each for script in tree.xpath(_JSON_LD) for each in _articles(script)]
    named = [each for each in articles if title and each.get("headline") == title]
    for article in named or articles:
        yield _day(article.get("datePublished"))


def _articles(script: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The articles of a JSON-LD script, at its top and in its graph: deeper ones are comments'."""
    try:
        held = json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return
    tops = held if isinstance(held, list) else [held]
    graphs = (top.get("@graph") for top in tops if isinstance(top, dict))
    inner = [each for graph in graphs if isinstance(graph, list) for each in graph]
    for each in (*tops, *inner):
        if isinstance(each, dict):
            types = each.get("@type")
            named = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in named):
                yield each


def _days_of_metas(tree: HtmlElement) -> Iterator[str | None]:
    for meta in tree.iter("meta"):
        names = (meta.get(key) or "" for key in ("property", "name", "itemprop"))
        if any(name.strip().lower() in _PUBLISHED_NAMES for name in names):
            yield _day(meta.get("content"))


def _day_of_address(tree: HtmlElement) -> Iterator[str | None]:
    for address in tree.xpath(
        "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
    ):
        match = _DAY_IN_ADDRESS.search(str(address))
        if match:
            year, month, day = match.groups()
            yield _day(f"{year}-{int(month):02}-{int(day):02}")


def _day(value: object) -> str | None:
    day = read_date_field(value) if isinstance(value, str) else None
    return day.isoformat() if day else None


def _without_body(tree: HtmlElement) -> HtmlElement:
    """The page with its structured data and without its text, which may name anything."""
    bare = copy.deepcopy(tree)
    for body in bare.findall("body"):
        kept = [*body.xpath(_JSON_LD), *body.xpath(".//meta[@itemprop]")]
        for child in list(body):
            body.remove(child)
        body.text = None
        for element in kept:
            element.tail = None
        body.extend(kept)
    return bare
