"""Tests of telling the latest on a subject."""

from datetime import date

import pytest

from index.records import BlockKind, StoredPassage
from qa.records import Hit
from qa.stories import Story
from qa.timing.news import asks_news, news
from qa.timing.scope import Order, TimeScope
from tests.qa.making import query, sentence, story

ASKED = query("What is the latest on Kirkuk?")
NEWEST = TimeScope(order=Order.NEWEST, order_words="latest")


def told(scope: TimeScope, *stories: Story, limit: int = 4) -> list[str]:
    by_id = {each.article.id: each for each in stories}
    hits = [Hit(StoredPassage(1, id_, "d", 0, 10, BlockKind.BODY), {}) for id_ in by_id]
    return [each.sentence.quote for each in news(ASKED, scope, hits, by_id.get, limit)]


def of(article: str, published: date | None, *texts: str) -> Story:
    return story(
        *(sentence(text, article=article, position=at) for at, text in enumerate(texts)),
        published=published,
    )


OLD = of("a", date(2017, 9, 30), "Kirkuk was attacked.")
NEW = of("b", date(2020, 2, 20), "It rained.", "Kirkuk gets a center.", "Kirkuk is calm.")
UNDATED = of("c", None, "Kirkuk lies north.")
OTHER = of("d", date(2021, 1, 1), "Basra exports oil.")


@pytest.mark.parametrize(
    ("question", "is_so"),
    [
        ("What is the latest on Kirkuk?", True),
        ("latest news about Kirkuk", True),
        ("Any news from Kirkuk?", True),
        ("What are the latest developments in Kirkuk?", True),
        ("What is Keating's latest forecast?", False),
        ("How much support do they have in the latest poll?", False),
        ("Who is now the mayor of Kirkuk?", False),
    ],
)
def test_only_what_asks_for_the_latest_and_no_more_asks_for_news(
    question: str, is_so: bool
) -> None:
    assert asks_news(query(question)) is is_so


def test_each_article_on_it_gives_its_first_sentence_that_tells_of_it_the_newest_first() -> None:
    assert told(NEWEST, OLD, UNDATED, NEW, OTHER) == [
        "Kirkuk gets a center.",
        "Kirkuk was attacked.",
        "Kirkuk lies north.",
    ]
    assert told(NEWEST, OLD, NEW, limit=1) == ["Kirkuk gets a center."]


def test_of_a_subject_that_no_article_is_on_nothing_is_told() -> None:
    assert told(NEWEST, OTHER) == []


def test_without_the_latest_asked_for_nothing_is_told() -> None:
    assert told(TimeScope(), NEW) == []
