"""The measure or amount that is asked for comes first."""

from datetime import date

from qa.timing.scope import TimeScope
from qa.values.settling import given_first
from qa.weighing import ranked
from tests.qa.making import query, reading, sentence, story

ASKED = "How large is Mora's trade deficit?"
OF_A_MONTH = sentence("A 15 billion dlr Mora trade deficit in March was a shock.", article="a")
OF_MORA = sentence("Holm said the 170 billion dlr Mora trade deficit was unfair.", article="b")


def test_the_deficit_goes_before_that_of_a_month() -> None:
    readings = reading(OF_A_MONTH, 0.5, story(OF_A_MONTH)), reading(OF_MORA, 0.1, story(OF_MORA))
    settled, is_given = given_first(query(ASKED), TimeScope(), readings)
    assert is_given
    assert [each.candidate.sentence for each in ranked(settled)] == [OF_MORA, OF_A_MONTH]
    # Odds of 1 to 1 become 1 to 10.
    assert [round(each.probability, 3) for each in settled] == [0.091, 0.5]


def test_where_no_article_gives_it_the_reader_decides() -> None:
    readings = (reading(OF_A_MONTH, 0.5, story(OF_A_MONTH)),)
    assert given_first(query(ASKED), TimeScope(), readings) == (readings, False)


def test_other_questions_are_left_as_they_are() -> None:
    readings = reading(OF_A_MONTH, 0.5, story(OF_A_MONTH)), reading(OF_MORA, 0.1, story(OF_MORA))
    asked = query("Who said that the deficit was unfair?")
    assert given_first(asked, TimeScope(), readings) == (readings, False)


def test_of_a_toll_the_newest_comes_first() -> None:
    old = sentence("At least 17 people died in the flood at Holm.", article="a")
    new = sentence("The number of dead in the flood at Holm rose to 23.", article="b")
    of_old = story(old, title="Flood at Holm", published=date(2025, 3, 3))
    of_new = story(new, title="Holm after the flood", published=date(2025, 3, 6))
    readings = reading(old, 0.8, of_old), reading(new, 0.2, of_new)
    asked = query("How many people died in the flood at Holm?")
    settled, is_given = given_first(asked, TimeScope(), readings)
    assert is_given
    assert ranked(settled)[0].candidate.sentence == new
    others = query("How many people were hurt in the flood at Holm?")
    assert given_first(others, TimeScope(), readings) == (readings, False)
