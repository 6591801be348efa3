"""Tests of telling whether a sentence is of a time."""

from datetime import date

from qa.timing.scope import TimeScope
from qa.timing.telling import Told, day_of, told_of
from tests.qa.making import sentence, story

OF_2020 = TimeScope(since=date(2020, 1, 1), until=date(2020, 12, 31), phrases=("in 2020",))


def told(text: str, published: date | None, scope: TimeScope = OF_2020, title: str = "") -> Told:
    one = sentence(text)
    return told_of(scope, one, story(one, title=title, published=published))


def test_without_a_time_asked_about_everything_is_of_it() -> None:
    assert told("It was so in 1987.", None, TimeScope()) is Told.WITHIN


def test_a_sentences_own_time_decides_before_the_articles_day() -> None:
    assert told("It was signed in 2020.", date(2021, 3, 1)) is Told.WITHIN
    assert told("It was signed in 2017.", date(2020, 3, 1)) is Told.OUTSIDE


def test_a_sentence_without_a_time_is_of_its_articles_day() -> None:
    assert told("It was signed.", date(2020, 3, 1)) is Told.WITHIN
    assert told("It was signed.", date(2021, 3, 1)) is Told.OUTSIDE


def test_of_an_undated_article_no_time_is_known() -> None:
    assert told("It was signed.", None) is Told.UNKNOWN


def test_an_undated_article_was_not_written_before_the_days_it_tells_of() -> None:
    one, two = sentence("It was signed."), sentence("They met on January 11, 2024.", position=1)
    of = story(one, two)
    assert told_of(OF_2020, one, of) is Told.UNLIKELY
    assert told_of(OF_2020, two, of) is Told.OUTSIDE
    later = TimeScope(since=date(2025, 1, 1), until=date(2025, 12, 31))
    assert told_of(later, one, of) is Told.UNKNOWN


def test_what_was_said_is_of_the_day_it_was_said_on() -> None:
    saying = TimeScope(since=OF_2020.since, until=OF_2020.until, of_saying=True)
    text = "The vote of 2017 was held in 2017, he said."
    assert told(text, date(2020, 3, 1), saying) is Told.WITHIN
    assert told(text, date(2020, 3, 1)) is Told.OUTSIDE


def test_the_headlines_time_is_that_of_a_sentence_without_one() -> None:
    assert told("Profit rose.", date(2021, 2, 1), title="Results in 2020") is Told.WITHIN


def test_what_leads_up_to_a_sentence_may_tell_its_time() -> None:
    one, two = sentence("In 2020 they met."), sentence("They agreed.", position=1)
    assert told_of(OF_2020, two, story(one, two, published=date(2021, 2, 1))) is Told.UNKNOWN
    three = sentence("They agreed.", passage=2, position=1)
    assert told_of(OF_2020, three, story(one, three, published=date(2021, 2, 1))) is Told.OUTSIDE


def test_a_longer_time_does_not_tell_that_it_held_in_a_part_of_it() -> None:
    february = TimeScope(since=date(1987, 2, 1), until=date(1987, 2, 28))
    text = "The deficit for 1986/87 will be lower."
    assert told(text, date(1987, 6, 15), february) is Told.OUTSIDE
    assert told(text, date(1987, 2, 26), february) is Told.WITHIN


def test_a_month_without_a_year_is_that_of_any_year() -> None:
    october = TimeScope(month=10, phrases=("in October",))
    assert told("In October, two were killed.", None, october) is Told.WITHIN
    assert told("Two were killed.", date(1999, 10, 3), october) is Told.WITHIN
    # The article may tell of another month than its own, but not where it names one.
    assert told("Two were killed.", date(1999, 11, 3), october) is Told.UNLIKELY
    assert told("Two were killed in June.", date(1999, 11, 3), october) is Told.OUTSIDE


def test_a_sentence_that_names_the_event_is_of_the_time_around_it() -> None:
    before = TimeScope(until=date(2017, 9, 24), event=frozenset({"referendum"}))
    text = "Before the referendum they held it."
    assert told(text, date(2020, 2, 20), before) is Told.WITHIN


def test_an_undated_sentence_is_of_the_last_day_that_it_tells() -> None:
    one = sentence("They met in Istanbul, January 11, 2024. (Reuters)")
    assert day_of(one, story(one)) == date(2024, 1, 11)
    assert day_of(one, story(one, published=date(2024, 1, 12))) == date(2024, 1, 12)
    other = sentence("They will meet on January 11, 2030.")
    assert day_of(other, story(other)) is None


def test_another_year_makes_a_sentence_of_an_undated_article_unlikely_and_no_more() -> None:
    assert told("It was signed in 2017.", None) is Told.UNLIKELY
    assert told("Films are Topkapi (1964), Skyfall (2012) and Inferno (2020).", None) is Told.WITHIN


def test_a_longer_time_tells_of_what_is_a_good_part_of_it() -> None:
    assert told("In 2019-20 it was signed.", date(2021, 3, 1)) is Told.WITHIN
    assert told("In the 2020s it was signed.", date(2021, 3, 1)) is not Told.WITHIN


def test_days_counted_from_an_event_or_the_newest_article_rule_nothing_out() -> None:
    counted = TimeScope(OF_2020.since, OF_2020.until, notes=("It was counted.",))
    after = TimeScope(OF_2020.since, OF_2020.until, event=frozenset({"strike"}))
    assert told("It was signed.", date(1987, 4, 1), counted) is Told.UNLIKELY
    assert told("It was signed.", date(1987, 4, 1), after) is Told.UNLIKELY
    assert told("It was signed.", date(1987, 4, 1)) is Told.OUTSIDE


def test_of_a_stretch_of_months_every_month_is_of_the_time_asked_about() -> None:
    stretch = TimeScope(month=3, last_month=7, phrases=("between March and July",))
    assert told("It was signed in May.", date(2024, 9, 1), stretch) is Told.WITHIN
    assert told("It was signed.", date(2024, 6, 27), stretch) is Told.WITHIN
    assert told("It was signed in August.", date(2024, 9, 1), stretch) is Told.OUTSIDE
