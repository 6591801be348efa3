"""Tests of letting the time asked about weigh."""

from dataclasses import replace
from datetime import date

import pytest

from index.records import BlockKind, StoredPassage
from qa.records import Hit
from qa.stories import Story
from qa.timing.preferring import bearing_time, prefer, without_time
from qa.timing.scope import Order, TimeScope
from tests.qa.making import candidate, query, reading, sentence, story

OF_2020 = TimeScope(since=date(2020, 1, 1), until=date(2020, 12, 31), phrases=("in 2020",))
NEWEST = TimeScope(order=Order.NEWEST, order_words="latest")


def of(text: str, published: date | None, article: str = "a") -> Story:
    return story(sentence(text, article=article), published=published)


def test_words_for_an_order_are_none_that_a_sentence_should_bear() -> None:
    read = without_time(query("What is the latest price?"), NEWEST, [], lambda _: None)
    assert [term.stem for term in read.terms] == ["price"]
    assert read.text == "What is the latest price?"


def test_days_that_evidence_is_of_without_naming_them_are_not_read() -> None:
    hits = [Hit(StoredPassage(1, "a", "d", 0, 10, BlockKind.BODY), {})]
    asked = query("What did Guler sign in 2020?")
    dated, naming = of("Guler signed it.", date(2020, 3, 1)), of("Guler signed it in 2020.", None)
    assert without_time(asked, OF_2020, hits, lambda _: dated).text == "What did Guler sign?"
    assert without_time(asked, OF_2020, hits, lambda _: naming) == asked


def test_a_sentence_of_the_time_counts_as_bearing_its_words() -> None:
    one, two = of("It was signed.", date(2020, 3, 1)), of("It was signed.", None)
    read = [candidate(each.sentences[0], each) for each in (one, two)]
    bearing = bearing_time(OF_2020, read)
    assert [("2020" in each.sentence.stems) for each in bearing] == [True, False]


def test_what_is_of_no_known_time_weighs_less_and_what_names_another_year_still_less() -> None:
    undated = of("It was signed.", None)
    other = of("It was signed in 2017.", None)
    # Odds of 3 to 1 become 1.8 to 1, and 1.2 to 1.
    (weighed,) = prefer(
        query("Who signed?"), OF_2020, [reading(undated.sentences[0], 0.75, undated)]
    )
    assert weighed.probability == pytest.approx(1.8 / 2.8)
    (weighed,) = prefer(query("Who signed?"), OF_2020, [reading(other.sentences[0], 0.75, other)])
    assert weighed.probability == pytest.approx(1.2 / 2.2)


def test_the_newest_of_those_that_answer_about_as_well_goes_first() -> None:
    old, new = of("It is 41.", date(1987, 4, 5), "a"), of("It is 42.", date(1987, 4, 27), "b")
    bad = of("It is 43.", date(1987, 6, 1), "c")
    given = [
        reading(old.sentences[0], 0.5, old),
        reading(new.sentences[0], 0.3, new),
        reading(bad.sentences[0], 0.01, bad),
    ]
    first, second, third = prefer(query("How high is it?"), NEWEST, given)
    assert second.probability == pytest.approx(0.5)
    assert first.probability < 0.5
    assert third.probability == pytest.approx(0.01)


def test_a_sentence_that_tells_no_time_hardly_answers_when() -> None:
    one, two = of("They met in Ankara.", None), of("They met on Tuesday in Ankara.", None)
    given = [reading(each.sentences[0], 0.5, each) for each in (one, two)]
    first, second = prefer(query("When did they meet?"), TimeScope(), given)
    assert first.probability == pytest.approx(0.3 / 1.3)
    assert second == given[1]


@pytest.mark.parametrize("question", ["Who met when they came?", "How long did they meet?"])
def test_a_when_within_a_question_asks_for_no_time(question: str) -> None:
    told = of("They met in Ankara.", None)
    given = [reading(told.sentences[0], 0.5, told)]
    assert prefer(query(question), TimeScope(), given) == tuple(given)


def test_a_sentence_may_answer_when_by_the_time_that_its_statement_tells() -> None:
    first = sentence("They met.", speaker="Yasar Guler")
    rest = sentence("It was on Tuesday.", position=1)
    said = replace(first.said[0], end=rest.end)
    given = [reading(replace(first, said=(said,)), 0.5, story(first, rest))]
    assert prefer(query("When did they meet?"), TimeScope(), given) == tuple(given)


def test_of_answers_about_as_good_the_later_report_goes_first() -> None:
    early = of("Lind leads with 48 percent.", date(2026, 6, 8), "a")
    late = of("Berg won by 3,000 votes.", date(2026, 6, 12), "b")
    given = [reading(early.sentences[0], 0.5, early), reading(late.sentences[0], 0.4, late)]
    first, second = prefer(query("Who won?"), TimeScope(), given)
    assert second.probability > first.probability
    # One that answers much worse does not, but where the latest is asked for.
    given[1] = reading(late.sentences[0], 0.1, late)
    assert prefer(query("Who won?"), TimeScope(), given)[0].probability == pytest.approx(0.5)
    first, second = prefer(query("Who won?"), NEWEST, given)
    assert second.probability > first.probability
