"""What a page's head and structured data tell of its article."""

import json

import pytest
from lxml.html import document_fromstring, tostring

from index.formats.html_metadata import read_metadata
from index.records import Field

NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Storm closes the harbour of Veltrin",
    "datePublished": "2020-02-20T10:00:00+01:00",
    "dateModified": "2020-02-22T10:00:00+01:00",
    "author": {"@type": "Person", "name": "Nora Falk"},
    "publisher": {"@type": "Organization", "name": "Veltrin Courier"},
}


def _told(head: str = "", body: str = "", html: str = "") -> dict[Field, str]:
    page = f"<html {html}><head>{head}</head><body><p>Text</p>{body}</body></html>"
    found = read_metadata(document_fromstring(page))
    assert {told.origin for told in found} <= {"page metadata"}
    return {told.field: told.value for told in found}


@pytest.mark.parametrize("place", ["head", "body"])
def test_json_ld_tells_of_the_article(place: str) -> None:
    script = f'<script type="application/ld+json">{json.dumps(NEWS)}</script>'
    told = _told(**{place: script})
    assert told[Field.TITLE] == "Storm closes the harbour of Veltrin"
    assert told[Field.BYLINE] == "Nora Falk"
    assert told[Field.PUBLISHED] == "2020-02-20"


def test_open_graph_and_the_canonical_address_tell_of_it() -> None:
    told = _told(
        '<meta property="og:title" content="Storm closes the harbour">'
        '<meta property="og:site_name" content="The Courier">'
        '<meta property="article:published_time" content="2020-02-20T10:00:00Z">'
        '<link rel="canonical" href="https://courier.example/storm">',
        html="lang=en-GB",
    )
    assert told == {
        Field.TITLE: "Storm closes the harbour",
        Field.OUTLET: "The Courier",
        Field.PUBLISHED: "2020-02-20",
        Field.LANGUAGE: "en",
        Field.URL: "https://courier.example/storm",
    }


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:modified_time" content="2020-02-22T10:00:00Z">',
        '<meta property="og:updated_time" content="2020-02-22T10:00:00Z">',
        '<meta name="last-modified" content="2020-02-22">',
        '<meta itemprop="dateModified" content="2020-02-22">',
    ],
)
def test_the_day_of_a_change_is_not_the_day_of_publication(meta: str) -> None:
    assert Field.PUBLISHED not in _told(meta)


def test_a_date_in_the_text_dates_no_page() -> None:
    body = "<p>Published 20 February 2020</p><time datetime=2020-02-20>then</time>"
    assert Field.PUBLISHED not in _told(body=body)


def test_a_page_that_tells_nothing_has_nothing_told() -> None:
    assert _told() == {}


def test_the_page_is_not_changed() -> None:
    tree = document_fromstring(
        '<html><head><meta property="og:updated_time" content="2020-02-22"></head>'
        "<body><p>Text</p></body></html>"
    )
    before = tostring(tree)
    read_metadata(tree)
    assert tostring(tree) == before


def _ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        _ld(**{"@type": "NewsArticle", "headline": "Storm", "dateModified": "2021-03-04"}),
        '<meta property="og:image" content="https://x.example/2014/02/03/pic.jpg">',
        '<meta itemprop="copyrightYear" content="2019">',
        '<meta http-equiv="last-modified" content="2021-03-04">',
        '<meta name="lastmod" content="2021-03-04">',
        '<meta name="date" content="2020-05">',
        '<meta property="article:published_time" content="03/04/2020">',
        _ld(
            **{"@type": "WebPage", "comment": [{"@type": "Comment", "datePublished": "2020-02-03"}]}
        ),
        "<title>Remembering 4 March 2012</title>",
    ],
)
def test_what_nothing_calls_the_publication_dates_no_page(head: str) -> None:
    assert Field.PUBLISHED not in _told(head)


def test_of_several_articles_in_the_metadata_the_pages_own_dates_it() -> None:
    other = {"@type": "NewsArticle", "headline": "Other", "datePublished": "2019-01-01"}
    graph = _ld(**{"@graph": [other, {**NEWS, "@context": None}]})
    title = f'<meta property="og:title" content="{NEWS["headline"]}">'
    assert _told(title + graph).get(Field.PUBLISHED) == "2020-02-20"


def test_two_days_of_publication_are_none() -> None:
    metas = (
        '<meta property="article:published_time" content="2020-02-20">'
        '<meta name="pubdate" content="2020-02-21">'
    )
    assert Field.PUBLISHED not in _told(metas)


def test_a_day_in_the_pages_own_address_dates_it() -> None:
    link = '<link rel="canonical" href="https://x.example/news/2020/2/20/storm">'
    assert _told(link)[Field.PUBLISHED] == "2020-02-20"


def test_text_behind_a_script_dates_no_page() -> None:
    assert Field.PUBLISHED not in _told(body=f"{_ld(a=1)} It was 2011-02-03 \x0b then.")
