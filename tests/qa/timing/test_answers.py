"""Tests of time in answers: engines over small collections, their models real."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa.engine import Engine
from qa.records import Filters
from qa.timing.periods import day_period

OpenOver = Callable[[Mapping[str, str]], Engine]

REFERENDUM = """Kirkuk after the vote

Kirkuk, September 30, 2017

The independence referendum of September 25, 2017 was followed by an attack on Kirkuk, officials
said. Peshmerga forces left the oil fields of Kirkuk within a day.
"""
COORDINATION = """Kirkuk gets a coordination center

Kirkuk, February 20, 2020

Iraqi officers opened a coordination center in Kirkuk on Wednesday. Peshmerga officers will work
in the coordination center beside them from next month.
"""
FLOOD = """Water pours over the Lint dam

Lint, April 13, 2026

Four people died after water poured over the Lint dam on Sunday, officials said on Monday.
"""
MINE = """Kessel mine to close

Josef Brand of Kessel said that he was sorry. Northland, which bought the pit in 2015, lost money.
"""
STRIKE = """Tram strike ends after nine days

Lant, October 25, 2024

Tram crews returned to work after the strike. The director, Ana Lund, resigned on Tuesday.
"""
WARS = (1911, 1936, 1991)
MINISTERS = """Ministers change in Alvaria

Lant, August 21, 2025

President Tomas Reyl dismissed Finance Minister Dora Kint on Thursday. The crown of
Alvaria fell by a tenth.
"""


def test_what_is_asked_of_a_year_is_answered_from_it(open_over: OpenOver) -> None:
    engine = open_over({"a.txt": REFERENDUM, "b.txt": COORDINATION})
    answer = engine.ask("What did officers open in Kirkuk in 2020?")
    assert not answer.abstained
    assert {citation.published for citation in answer.citations} == {date(2020, 2, 20)}


def test_what_is_asked_of_a_year_of_which_nothing_is_told_is_not_answered(
    open_over: OpenOver,
) -> None:
    engine = open_over({"a.txt": REFERENDUM, "b.txt": COORDINATION})
    answer = engine.ask("What did officers open in Kirkuk in 2012?")
    assert answer.abstained
    assert any("of another time than 2012 and" in note for note in answer.notes)


def test_when_an_event_was_is_read_off_the_articles(open_over: OpenOver) -> None:
    engine = open_over({"a.txt": REFERENDUM, "b.txt": COORDINATION})
    period = engine._current().days.of_event("the independence referendum")
    assert period
    assert (period.since, period.until) == (date(2017, 9, 25), date(2017, 9, 25))
    assert engine._current().days.of_event("the summer olympics") is None


def test_a_day_that_is_told_by_an_event_is_not_its_own(open_over: OpenOver) -> None:
    told = "Museum chief quits\n\nLant, December 3, 2024\n\nThe director resigned on Monday, "
    engine = open_over({"a.txt": f"{told}three weeks after the theft of the Lant crown.\n"})
    assert engine._current().days.of_event("the theft") is None
    engine = open_over({"a.txt": f"{told}and told of the theft, hours before dawn on Sunday.\n"})
    period = engine._current().days.of_event("the theft")
    assert period is not None
    assert period.since == date(2024, 12, 1)


def test_the_newest_article_is_the_last_one_published(open_over: OpenOver) -> None:
    engine = open_over({"a.txt": REFERENDUM, "b.txt": COORDINATION})
    assert engine._current().days.newest() == date(2020, 2, 20)


def test_a_timeline_goes_from_the_earliest_day_to_the_last(open_over: OpenOver) -> None:
    engine = open_over({"a.txt": REFERENDUM, "b.txt": COORDINATION})
    moments = engine.timeline("Kirkuk")
    days = [(moment.since, moment.words) for moment in moments]
    assert days == sorted(days)
    assert (date(2017, 9, 25), "September 25, 2017") in days
    assert (date(2020, 2, 19), "Wednesday") in days
    assert [moment.citation.number for moment in moments] == list(range(1, len(moments) + 1))
    for moment in moments:
        text = engine.article_text(moment.citation.article_id).document.text
        assert text[moment.citation.start : moment.citation.end] == moment.citation.quote


def test_a_timeline_keeps_to_the_filters_and_the_limit(open_over: OpenOver) -> None:
    engine = open_over({"a.txt": REFERENDUM, "b.txt": COORDINATION})
    filters = Filters(published_from=date(2019, 1, 1))
    assert {m.citation.uri for m in engine.timeline("Kirkuk", filters=filters)} == {
        moment.citation.uri
        for moment in engine.timeline("Kirkuk")
        if moment.citation.published == date(2020, 2, 20)
    }
    assert len(engine.timeline("Kirkuk", limit=1)) == 1


def test_a_timeline_of_a_subject_that_no_article_tells_of_is_empty(open_over: OpenOver) -> None:
    assert open_over({"a.txt": REFERENDUM}).timeline("volcano eruption Iceland") == ()


def test_two_ministers_are_both_told(engine: Engine) -> None:
    answer = engine.ask("Who is now the Turkish defence minister?")
    text = answer.answer
    assert "Guler" in text
    assert "Akar" in text
    assert "The articles name two: Yasar Guler (11 January 2024), Hulusi Akar (undated)." in (
        answer.notes
    )


def test_the_latest_on_a_subject_is_told_by_the_newest_articles(open_over: OpenOver) -> None:
    engine = open_over({"a.txt": REFERENDUM, "b.txt": COORDINATION})
    answer = engine.ask("What is the latest on Kirkuk?")
    assert [citation.published for citation in answer.citations] == [
        date(2020, 2, 20),
        date(2017, 9, 30),
    ]
    assert answer.short_answer is None
    assert engine.ask("What is the latest on Iceland?").abstained


def test_a_timeline_has_the_main_event_of_an_article_that_is_headed_by_the_subject(
    open_over: OpenOver,
) -> None:
    engine = open_over({"a.txt": MINISTERS})
    told = {(moment.since, moment.words) for moment in engine.timeline("Alvaria")}
    assert (date(2025, 8, 21), "Thursday") in told


def test_what_a_misspelled_subject_was_taken_for_is_told(engine: Engine) -> None:
    assert engine.mended("the withdrawal") == ()
    assert engine.mended("the withdrawl of troops") == ("“withdrawl” was taken for “withdrawal”.",)


def test_an_event_that_the_articles_give_many_times_has_none(open_over: OpenOver) -> None:
    wars = "\n\n".join(f"The war of {year} was over in the spring of {year}." for year in WARS)
    engine = open_over({"a.txt": f"Three wars\n\n{wars}\n"})
    assert engine._current().days.of_event("the war") is None


def test_what_happened_stands_under_its_own_day_and_not_that_of_its_telling(
    open_over: OpenOver,
) -> None:
    (moment,) = open_over({"a.txt": FLOOD}).timeline("Lint dam")
    assert (moment.since, moment.words) == (date(2026, 4, 12), "Sunday")


def test_years_that_an_undated_article_on_the_subject_tells_are_moments(
    open_over: OpenOver,
) -> None:
    (moment,) = open_over({"a.txt": MINE}).timeline("Kessel mine")
    assert (moment.since, moment.until) == (date(2015, 1, 1), date(2015, 12, 31))


def test_when_something_ended_is_told_by_a_headline_and_a_deed_by_its_sentence(
    open_over: OpenOver,
) -> None:
    days = open_over({"a.txt": STRIKE, "b.txt": COORDINATION})._current().days
    assert days.of_deed("the strike", "ended") == day_period(date(2024, 10, 25))
    assert days.of_deed("Lund", "resigned") == day_period(date(2024, 10, 22))
    assert days.of_deed("the strike", "began") is None
    assert days.of_deed("the", "ended") is None


def test_a_headline_of_what_is_to_end_tells_no_day(open_over: OpenOver) -> None:
    to_come = STRIKE.replace("Tram strike ends after nine days", "Talks may mean strike ends soon")
    days = open_over({"a.txt": to_come})._current().days
    assert days.of_deed("the strike", "ended") is None


@pytest.mark.parametrize(
    ("told", "is_told"),
    [
        ("Ana Lund resigned on Tuesday.", True),
        ("Officials said that Ana Lund had resigned on Tuesday.", True),
        ("Ana Lund had not resigned on Tuesday.", False),
        ("The mayor denied on Tuesday that Ana Lund had resigned.", False),
        ("Ana Lund welcomed the resignation on Tuesday.", False),
        ("Ana Lund said Ole Berg resigned on Tuesday.", False),
        ("Ole Berg, hired by Ana Lund, resigned on Tuesday.", False),
    ],
)
def test_only_a_deed_that_is_told_as_done_has_a_day(
    open_over: OpenOver, told: str, *, is_told: bool
) -> None:
    article = f"Tram news of the week\n\nLant, October 25, 2024\n\n{told} Crews went home.\n"
    days = open_over({"a.txt": article})._current().days
    wanted = day_period(date(2024, 10, 22)) if is_told else None
    assert days.of_deed("Ana Lund", "resigned") == wanted


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Lund resigns over tram deal", True),
        ("Mayor denies Lund resigns", False),
        ("Mayor says Lund resigns", False),
        ("Lund aide resigns", False),
        ("Lund resigns on Friday", False),
        ("Lund never resigns", False),
    ],
)
def test_only_a_headline_that_tells_a_deed_as_news_gives_its_day(
    open_over: OpenOver, title: str, *, is_told: bool
) -> None:
    text = "Lund led the tram company of Lant for years. An aide and the mayor met."
    article = f"{title}\n\nLant, October 25, 2024\n\n{text}\n"
    days = open_over({"a.txt": article})._current().days
    wanted = day_period(date(2024, 10, 25)) if is_told else None
    assert days.of_deed("Lund", "resigned") == wanted
