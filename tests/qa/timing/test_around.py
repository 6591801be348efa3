"""Tests of telling the days before or after an event or a deed."""

from datetime import date

import pytest

from qa.timing.periods import EVER, Period, day_period, year_period
from qa.timing.scope import TimeScope
from tests.qa.timing.known_days import Known, scope

RESIGNED = {"Ana Lund resigned": day_period(date(2024, 7, 2))}


def test_before_an_event_is_before_the_day_that_the_articles_tell() -> None:
    day = day_period(date(2017, 9, 25))
    found = scope("Who held Kirkuk before the referendum?", Known(None, {"the referendum": day}))
    assert found.period == Period(EVER.since, date(2017, 9, 24))
    assert found.event == {"referendum"}


def test_of_an_event_of_a_year_what_is_of_that_year_may_be_of_either_side() -> None:
    known = Known(None, {"the referendum": year_period(2017)})
    before = scope("Who held Kirkuk before the referendum?", known)
    after = scope("Who held Kirkuk after the referendum?", known)
    assert before.until == date(2017, 12, 31)
    assert after.since == date(2017, 1, 1)


def test_an_event_that_no_article_dates_narrows_nothing_and_a_note_says_so() -> None:
    found = scope("Who held Kirkuk before the referendum?")
    assert not found.narrows
    assert found.notes == ("It was not found when the referendum was: no time was left out.",)


@pytest.mark.parametrize(
    "question",
    [
        "What did Ana Lund say before she resigned?",
        "What did Ole Berg say before Ana Lund resigned?",
        "Before she resigned, what did Ana Lund say?",
    ],
)
def test_before_somebody_did_a_thing_is_before_the_day_of_it(question: str) -> None:
    found = scope(question, Known(deeds=RESIGNED))
    assert found.period == Period(EVER.since, date(2024, 7, 1))
    assert found.of_saying
    assert found.notes[0].endswith("was taken for until 1 July 2024, as the articles tell.")


def test_what_is_told_on_the_day_of_a_deed_is_told_after_it() -> None:
    found = scope("What did Ana Lund say after she resigned?", Known(deeds=RESIGNED))
    assert found.since == date(2024, 7, 2)


def test_a_deed_that_no_article_dates_narrows_nothing() -> None:
    assert scope("What did Ana Lund say before she resigned?") == TimeScope()


def test_when_a_thing_ended_is_not_when_it_was() -> None:
    was = {"the strike": day_period(date(2024, 10, 14))}
    ended = {"the strike ended": day_period(date(2024, 10, 25))}
    asked = "What did Lund say after the strike ended?"
    assert scope(asked, Known(events=was, deeds=ended)).since == date(2024, 10, 25)
    assert scope(asked, Known(events=was)).notes == (
        "It was not found when the strike ended: no time was left out.",
    )


def test_where_the_talks_were_does_not_take_in_that_they_ended() -> None:
    asked = "What did Lund say after the talks in Sund ended?"
    ended = {"the talks in Sund ended": day_period(date(2024, 10, 25))}
    assert scope(asked, Known(deeds=ended)).since == date(2024, 10, 25)
    assert scope(asked).notes == (
        "It was not found when the talks in Sund ended: no time was left out.",
    )


class Anyone(Known):
    """Tells a day of whatever deed it is asked of."""

    def of_deed(self, who: str, deed: str) -> Period | None:
        return day_period(date(2024, 7, 2))


@pytest.mark.parametrize(
    "question",
    [
        "What did Lund say before Mora invaded Sund?",
        "What did Lund say before Berg quit the union?",
        "What did Ana Lund say before he left for Paris?",
        "What did Ana Lund tell Ole Berg before he resigned?",
        "What did the mayor say of Ana Lund before he resigned?",
        "What did Ana Lund's deputy say before he resigned?",
        "Who led Sund before he resigned?",
        "What did Ana Lund say before they resigned?",
    ],
)
def test_a_deed_with_an_object_or_of_nobody_certain_narrows_nothing(question: str) -> None:
    assert scope(question, Anyone()) == TimeScope()


def test_a_deed_with_an_object_is_not_that_something_ended() -> None:
    assert not scope("What did Lund say after the strike ended the boom?", Anyone()).narrows
