"""An article, opened at the quoted words."""

from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import Block, BlockKind
from qa.records import ArticleText
from tests.ui.pages.making import (
    ARTICLE,
    CITATION,
    QUOTE,
    SHOWN,
    TEXT,
    Shown,
    marked,
)
from ui.pages.article import article, trouble_page
from ui.pages.markup import CLOSE
from ui.pages.turns import Trouble


def test_the_quoted_characters_are_marked_and_no_others() -> None:
    html = article(SHOWN, CITATION.start, CITATION.end)
    assert marked(html) == [QUOTE]
    assert "Norway said yes. <mark>It is early.</mark></p>" in html


def test_each_block_is_shown_by_its_kind_and_boilerplate_folded() -> None:
    html = article(SHOWN, CITATION.start, CITATION.end)
    assert '<h2 class="cw-headline" dir="auto">Talks go on</h2>' in html
    assert '<p class="cw-caption" dir="auto">By ship (Reuters)</p>' in html
    assert '<p class="cw-dateline" dir="auto">OSLO -</p>' in html
    assert "<details><summary>Page text, not the story</summary>" in html
    assert '<p class="cw-boilerplate" dir="auto">Share this</p></details>' in html


def test_an_article_is_told_with_its_author_outlet_date_and_place() -> None:
    page = Shown(article(SHOWN, CITATION.start, CITATION.end))
    assert "Ada Lund · Shafaq News · 5 February 2020" in page.words
    assert "news/talks.txt, characters 54–66" in page.words
    assert page.buttons[0]["data-event"] == CLOSE


@pytest.mark.parametrize(
    ("place", "agency", "shown"),
    [
        ("OSLO", "Reuters", "5 February 2020 · OSLO (Reuters)"),
        ("OSLO", None, "5 February 2020 · OSLO"),
        (None, "Reuters", "5 February 2020 · Reuters"),
        ("OSLO", "Shafaq News", "5 February 2020 · OSLO"),
    ],
)
def test_an_article_tells_where_and_by_which_agency_it_was_written(
    place: str | None, agency: str | None, shown: str
) -> None:
    told = replace(ARTICLE, place=place, agency=agency)
    html = article(ArticleText(told, SHOWN.document), 0, 1)
    assert f"{shown}</p>" in html


def test_an_article_links_to_its_own_page_in_a_new_tab() -> None:
    told = replace(ARTICLE, url="https://news.example/a?b=1&c=2")
    html = article(ArticleText(told, SHOWN.document), 0, 1)
    link = '<a href="https://news.example/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">'
    assert link in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//news.example", None])
def test_an_address_that_is_none_of_the_web_is_no_link(url: str | None) -> None:
    page = Shown(article(ArticleText(replace(ARTICLE, url=url), SHOWN.document), 0, 1))
    assert "a" not in page.tags


def test_a_quote_over_two_blocks_is_marked_in_both() -> None:
    start, end = TEXT.index("OSLO"), TEXT.index(" said yes")
    assert marked(article(SHOWN, start, end)) == ["OSLO -", "Norway"]


def test_boilerplate_that_is_quoted_is_unfolded() -> None:
    start = TEXT.index("Share this")
    html = article(SHOWN, start, start + 5)
    assert "<details open>" in html
    assert marked(html) == ["Share"]


def test_an_article_that_cannot_be_shown_says_why_and_can_be_closed() -> None:
    page = Shown(trouble_page(Trouble("It is gone.", "Ask again.")))
    assert "It is gone.Ask again." in page.words
    assert page.buttons[0]["data-event"] == CLOSE


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_any_text_is_shown_as_it_stands_with_just_the_spanmarked(
    text: str, start: int, length: int
) -> None:
    end = min(start + length, len(text))
    told = replace(ARTICLE, blocks=(Block(BlockKind.BODY, 0, len(text)),))
    shown = ArticleText(told, replace(SHOWN.document, text=text))
    html = article(shown, start, end)
    body = html.split('<p class="cw-body" dir="auto">')[1].split("</p>")[0]
    assert unescape(body.replace("<mark>", "").replace("</mark>", "")) == text
    assert marked(html) == ([text[start:end]] if start < end else [])
