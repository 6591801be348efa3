"""What was said comes in the order in which it was reported."""

from dataclasses import replace
from datetime import date

from index.records import Statement
from qa.composing import Chosen
from qa.speech.ordering import in_speech_order
from qa.stories import Sentence
from tests.qa.making import sentence, story

QUOTED = Statement("a", 0, 9_000, "said", True, "Brandt", "Ida Brandt", None)


def _chosen(text: str, article: str, day: date | None, position: int = 0) -> Chosen:
    one = sentence(text, article=article, position=position)
    return Chosen(one, story(one, published=day))


def _texts(chosen: tuple[Chosen, ...]) -> list[str]:
    return [each.sentence.quote for each in chosen]


def test_by_the_articles_date_then_by_article_and_place_and_undated_ones_last() -> None:
    chosen = (
        _chosen("Undated.", "u", None),
        _chosen("Later.", "z", date(2020, 2, 21)),
        _chosen("Second of b.", "b", date(2020, 2, 20), 1),
        _chosen("First of b.", "b", date(2020, 2, 20)),
        _chosen("Of a.", "a", date(2020, 2, 20)),
    )
    assert _texts(in_speech_order(chosen, 9)) == [
        "Of a.",
        "First of b.",
        "Second of b.",
        "Later.",
        "Undated.",
    ]


def _quotation(sentences: int) -> tuple[Sentence, ...]:
    return tuple(
        replace(sentence(f"Sentence {at}.", position=at), said=(QUOTED,)) for at in range(sentences)
    )


def test_a_quotation_comes_whole_as_far_as_the_limit_goes() -> None:
    said = _quotation(3)
    one = Chosen(said[1], story(*said))
    assert _texts(in_speech_order([one], 3)) == ["Sentence 0.", "Sentence 1.", "Sentence 2."]
    assert _texts(in_speech_order([one], 2)) == ["Sentence 1."]


def test_of_a_long_quotation_only_what_was_chosen_is_shown() -> None:
    said = _quotation(4)
    assert _texts(in_speech_order([Chosen(said[1], story(*said))], 9)) == ["Sentence 1."]


def test_of_reported_speech_only_what_was_chosen_is_shown() -> None:
    told = replace(QUOTED, direct=False)
    said = tuple(replace(each, said=(told,)) for each in _quotation(2))
    assert _texts(in_speech_order([Chosen(said[0], story(*said))], 9)) == ["Sentence 0."]
