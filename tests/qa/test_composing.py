"""Readings become the sentences of an answer."""

from pathlib import Path

import pytest

from qa.composing import compose
from qa.stories import Sentence
from tests.qa.conftest import OpenOver
from tests.qa.making import query, reading, sentence, story

OPEN = query("What happened in Syria?")
CLOSED = query("How many troops are there?")
# Eight sentences that share no word.
TEXTS = [f"{word} {word}er {word}esque." for word in "Ab Cd Ef Gh Ij Kl Mn Op".split()]


def _sentences(article: str = "a") -> list[Sentence]:
    return [
        sentence(text, article=article, position=position) for position, text in enumerate(TEXTS)
    ]


def test_no_readings_compose_no_answer() -> None:
    assert compose(OPEN, [], 4) == ()


def test_the_best_sentence_alone_answers_where_no_other_comes_near() -> None:
    one, other, *_ = _sentences()
    (only,) = compose(OPEN, [reading(one, 0.1), reading(other, 0.9)], 4)
    assert (only.sentence, only.repeats) == (other, ())


@pytest.mark.parametrize(
    ("probability", "sentences"),
    # The best one's odds are .8 / .2 = 4, and half of that is 2: .67 / .33 = 2.03, .66 / .34 = 1.94
    [(0.67, 2), (0.66, 1)],
)
def test_a_closed_question_takes_a_sentence_of_half_the_odds(
    probability: float, sentences: int
) -> None:
    one, other, *_ = _sentences()
    chosen = compose(CLOSED, [reading(one, 0.8), reading(other, probability)], 4)
    assert len(chosen) == sentences


@pytest.mark.parametrize(
    ("probability", "sentences"),
    # A quarter of 4 is 1: .51 / .49 = 1.04, .49 / .51 = .96
    [(0.51, 2), (0.49, 1)],
)
def test_an_open_question_takes_a_sentence_of_a_quarter_of_the_odds(
    probability: float, sentences: int
) -> None:
    one, other, *_ = _sentences()
    chosen = compose(OPEN, [reading(one, 0.8), reading(other, probability)], 4)
    assert len(chosen) == sentences


def test_to_compare_what_articles_tell_a_closed_question_takes_as_many_as_an_open_one() -> None:
    one, other, *_ = _sentences()
    readings = [reading(one, 0.8), reading(other, 0.51)]
    assert len(compose(CLOSED, readings, 4, is_compared=True)) == 2
    assert len(compose(CLOSED, readings, 4)) == 1


@pytest.mark.parametrize("limit", [1, 3, 8])
def test_no_more_sentences_are_taken_than_the_limit(limit: int) -> None:
    readings = [reading(each, 0.8 - 0.01 * each.position) for each in _sentences()]
    chosen = compose(OPEN, readings, limit)
    assert [each.sentence for each in chosen] == _sentences()[:limit]


def test_the_best_sentence_leads_and_the_others_follow_in_the_order_of_their_article() -> None:
    first, second, third, fourth, *_ = _sentences()
    readings = [
        reading(fourth, 0.8),
        reading(first, 0.81),
        reading(third, 0.9),
        reading(second, 0.85),
    ]
    chosen = compose(OPEN, readings, 4)
    assert [each.sentence for each in chosen] == [third, first, second, fourth]


def test_the_article_of_the_best_sentence_goes_on_before_the_others() -> None:
    a, b, c = _sentences("a"), _sentences("b"), _sentences("c")
    readings = [
        reading(a[4], 0.8),
        reading(b[3], 0.9),
        reading(b[1], 0.7),
        reading(a[2], 0.75),
        # The better of the other articles is that of the better sentence.
        reading(c[5], 0.85),
    ]
    chosen = compose(OPEN, readings, 8)
    assert [each.sentence for each in chosen] == [b[3], b[1], c[5], a[2], a[4]]


def test_equally_good_sentences_come_in_the_order_of_article_and_place() -> None:
    a, b = _sentences("a"), _sentences("b")
    readings = [reading(b[1], 0.8), reading(a[2], 0.8), reading(a[0], 0.8)]
    for given in (readings, readings[::-1]):
        assert [each.sentence for each in compose(OPEN, given, 2)] == [a[0], a[2]]


# Repeats


def test_what_two_articles_say_in_nearly_the_same_words_is_one_sentence() -> None:
    # Seven words shared of nine in all.
    one = sentence("The old bridge of the town was closed today.", article="a")
    other = sentence("The old bridge of the town was shut today.", article="b", position=3)
    (only,) = compose(OPEN, [reading(other, 0.8), reading(one, 0.9)], 4)
    assert only.sentence is one
    assert only.repeats == ((other, story(other)),)


def test_what_two_articles_say_in_rather_different_words_are_two_sentences() -> None:
    # Two words shared of four in all: 2 / 4 = .5
    one = sentence("Alpha beta gamma.", article="a")
    other = sentence("Alpha beta omega.", article="b")
    chosen = compose(OPEN, [reading(other, 0.8), reading(one, 0.9)], 4)
    assert [(each.sentence, each.repeats) for each in chosen] == [(one, ()), (other, ())]


RETOLD = "Mora's wheat imports are expected to fall to 1.5 mln tonnes in 1987, the embassy said."


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The report says wheat imports of Mora are likely to fall to 1.5 mln tonnes in 1987.", 1),
        ("The report says wheat imports of Mora are likely to fall to 1.6 mln tonnes in 1987.", 0),
        ("The report says wheat imports of Sund are likely to fall to 1.5 mln tonnes in 1987.", 0),
        ("The report says wheat imports are not likely to fall to 1.5 mln tonnes in 1987.", 0),
        ("Roads were built for 1.5 mln dlrs in 1987 by the report's own account.", 0),
    ],
)
def test_what_another_article_tells_in_its_own_words_is_one_sentence(
    text: str, is_one: int
) -> None:
    one, other = sentence(RETOLD, article="a"), sentence(text, article="b")
    chosen = compose(OPEN, [reading(one, 0.9), reading(other, 0.85)], 4)
    assert len(chosen) == (1 if is_one else 2)
    # In one article, what is told again may add to it.
    again = sentence(text, article="a", position=1)
    assert len(compose(OPEN, [reading(one, 0.9), reading(again, 0.85)], 4)) == 2


def test_an_article_that_repeats_itself_is_named_once() -> None:
    told = "The old bridge of the town was closed today."
    one = sentence(told, article="a")
    again = sentence(told.replace("closed", "shut"), article="a", position=1)
    others = [sentence(told, article="b", position=position) for position in (0, 1)]
    readings = [reading(each, 0.9) for each in (one, again, *others)]
    (only,) = compose(OPEN, readings, 4)
    assert only.sentence is one
    assert [each for each, _ in only.repeats] == [others[0]]


def test_a_full_answer_still_names_who_repeats_it() -> None:
    one = sentence("Alpha beta gamma delta.", article="a")
    other = sentence("Alpha beta gamma delta.", article="b")
    further = sentence("Epsilon zeta eta theta.", article="c")
    readings = [reading(one, 0.9), reading(further, 0.85), reading(other, 0.8)]
    (only,) = compose(OPEN, readings, 1)
    assert [each for each, _ in only.repeats] == [other]


COURIER = """Harbour Bridge of Veltrin Closes

The old harbour bridge of Veltrin closed on Monday for repairs of its eastern pier.

Trams turn back at the market.
"""
HERALD = """Veltrin Loses a Bridge

The old harbour bridge of Veltrin closed on Monday for repairs of its western pier.

Ferries run every ten minutes instead.
"""


def test_a_wire_story_in_two_papers_is_one_sentence_that_names_both(open_over: OpenOver) -> None:
    engine = open_over({"courier.txt": COURIER, "herald.txt": HERALD})
    answer = engine.ask("When did the old harbour bridge of Veltrin close for repairs?")
    (citation,) = answer.citations
    (also_in,) = citation.also_in
    assert len(answer.sentences) == 1
    assert {Path(each.uri).name for each in (citation, also_in)} == {"courier.txt", "herald.txt"}
    for each in (citation, also_in):
        text = engine.article_text(each.article_id).document.text
        assert text[each.start : each.end] == each.quote
        assert each.quote.startswith("The old harbour bridge of Veltrin closed on Monday")
        assert each.title == engine.article_text(each.article_id).article.title
    assert citation.quote != also_in.quote


# A speaker who goes on

TOO_EARLY = "Guler said it was too early to leave."
GOES_ON = '"This can be considered when peace is certain," he said.'


def _told(*later: tuple[str, str | None]) -> list[Sentence]:
    texts = [(TOO_EARLY, "Yasar Guler"), *later]
    return [
        sentence(text, position=position, speaker=speaker)
        for position, (text, speaker) in enumerate(texts)
    ]


def test_a_speaker_who_goes_on_with_this_is_heard_out() -> None:
    told = _told(("Bases were built for years.", None), (GOES_ON, "Yasar Guler"))
    chosen = compose(OPEN, [reading(told[0], 0.8, story(*told))], 4)
    assert [each.sentence for each in chosen] == [told[0], told[2]]


@pytest.mark.parametrize(
    ("why", "later"),
    [
        ("another speaks", [(GOES_ON, "Hakan Fidan")]),
        ("nobody speaks", [("This was long ago.", None)]),
        ("something new is said", [('"Peace can be considered," he said.', "Yasar Guler")]),
        ("too far off", [("Cats.", None), ("Dogs.", None), (GOES_ON, "Yasar Guler")]),
    ],
)
def test_what_follows_a_statement_is_left_out_where(
    why: str, later: list[tuple[str, str | None]]
) -> None:
    told = _told(*later)
    chosen = compose(OPEN, [reading(told[0], 0.8, story(*told))], 4)
    assert [each.sentence for each in chosen] == [told[0]], why


def test_a_closed_question_is_not_gone_on_about() -> None:
    told = _told((GOES_ON, "Yasar Guler"))
    assert len(compose(CLOSED, [reading(told[0], 0.8, story(*told))], 4)) == 1


def test_a_speaker_goes_on_only_where_there_is_room() -> None:
    told = _told((GOES_ON, "Yasar Guler"))
    assert len(compose(OPEN, [reading(told[0], 0.8, story(*told))], 1)) == 1


def test_a_speaker_goes_on_in_the_place_where_it_was_said() -> None:
    # The best sentence is the last: what goes on about the first follows that.
    told = [*_told((GOES_ON, "Yasar Guler")), sentence("Cats sleep.", position=2)]
    of = story(*told)
    chosen = compose(OPEN, [reading(told[0], 0.8, of), reading(told[2], 0.9, of)], 4)
    assert [each.sentence for each in chosen] == [told[2], told[0], told[1]]


def test_what_was_chosen_already_is_not_gone_on_with_again() -> None:
    told = _told((GOES_ON, "Yasar Guler"))
    of = story(*told)
    chosen = compose(OPEN, [reading(told[0], 0.8, of), reading(told[1], 0.7, of)], 4)
    assert [each.sentence for each in chosen] == told
