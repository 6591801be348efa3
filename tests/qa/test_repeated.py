"""Passages that repeat a better one are not read."""

from dataclasses import replace

import pytest

from qa.records import Hit
from qa.repeated import without_repeats
from qa.stories import Story
from tests.qa.making import hit, sentence, story

FERRY = "The ferry to Holm sank at noon."
CREW = "Its crew of six was saved by a trawler."


def _kept(texts: list[list[str]], *, most: int = 6) -> list[int]:
    """The numbers of the passages that are kept, of those of these sentences, one to an article."""
    stories: dict[str, Story] = {}
    hits: list[Hit] = []
    for number, text in enumerate(texts):
        id_ = f"article {number}"
        sentences = [
            sentence(each, article=id_, passage=number, position=at) for at, each in enumerate(text)
        ]
        stories[id_] = story(*sentences, sentence("Another passage.", article=id_, passage=99))
        found = hit(number, fused=1.0)
        hits.append(replace(found, passage=replace(found.passage, article_id=id_)))
    return [each.passage.id for each in without_repeats(hits, most, stories.get)]


def test_a_text_is_read_once_however_it_is_wrapped_and_quoted() -> None:
    assert _kept([[FERRY, CREW], ["The ferry to Holm\nsank at noon.", CREW]]) == [0]


def test_what_stands_within_a_better_passage_is_not_read_again() -> None:
    assert _kept([[FERRY, CREW], [CREW]]) == [0]


def test_what_has_more_than_a_better_passage_is_read() -> None:
    assert _kept([[CREW], [FERRY, CREW]]) == [0, 1]


@pytest.mark.parametrize(
    "otherwise",
    ["Its crew of nine was saved by a trawler.", "Its crew of six was saved by a trawl."],
)
def test_a_word_that_is_another_makes_it_another_text(otherwise: str) -> None:
    assert _kept([[FERRY, CREW], [FERRY, otherwise]]) == [0, 1]


def test_the_places_of_repeats_go_to_the_next_ones() -> None:
    assert _kept([[FERRY], [FERRY], [CREW], [FERRY], ["The trawler left."]], most=2) == [0, 2]
