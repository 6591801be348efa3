"""The amount that a question asks of one event or thing, as a story gives it."""

from datetime import date

import pytest

from qa.stories import Story
from qa.timing.scope import TimeScope
from qa.values.counted import AskedAmount, amount_of, asked_amount, of_one_amount
from qa.values.given import Given, about_story
from tests.qa.making import query, sentence, story

ABOARD = "How many people were on board the Aurora?"
COST = "How much did the strike at Morvale cost?"
LASTED = "How long did the strike at Morvale last?"
HURT = "How many passengers were taken to hospital?"
ANY_TIME = TimeScope()


def _asked(question: str) -> AskedAmount:
    asked = asked_amount(query(question), ANY_TIME)
    assert asked is not None
    return asked


def _story(*texts: str, title: str, day: date) -> Story:
    told = (sentence(text, position=position) for position, text in enumerate(texts))
    return story(*told, title=title, published=day)


def _given(
    question: str, *texts: str, title: str = "The Aurora runs aground", day: int = 3
) -> Given | None:
    told = _story(*texts, title=title, day=date(2025, 3, day))
    return amount_of(_asked(question), told, about_story(told))


def _amount(question: str, *texts: str, title: str = "The Aurora runs aground") -> str:
    given = _given(question, *texts, title=title)
    if given is None:
        return ""
    return given.chosen.sentence.quote[given.told.value.start : given.told.value.end]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Aurora carried 214 people when she struck the rocks.", "214 people"),
        (
            "The Aurora sank off Holm with 221 passengers and crew aboard.",
            "221 passengers and crew",
        ),
        ("The Aurora sank off Holm with 221 aboard.", "221"),
        ("There had been 218 people on the ship, not 221, the inquiry found.", "218 people"),
        ("A ferry carrying 214 people ran aground off Holm.", "214 people"),
        ("The ship had 230 people on board, officials said.", "230 people"),
        # A part, another who carries, somebody's work, what may be, and those on the shore.
        ("Among them 17 people on board were hurt.", ""),
        ("The ship had people on board, among them 12 people from Holm.", ""),
        ("The ship had 30 more people on board than allowed.", ""),
        ("The search was carried out by 40 people.", ""),
        ("About 60 people watched from the shore.", ""),
        ("The ferry takes 40 people on board per trip.", ""),
    ],
)
def test_people_on_board_are_told_in_many_words(text: str, told: str) -> None:
    assert _amount(ABOARD, text) == told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (COST, "The strike cost the company 240 million dollars.", "240 million dollars"),
        (COST, "The strike cost each miner 900 dollars a week.", ""),
        (COST, "The miners cost the company 240 million dollars.", ""),
        (COST, "The strike cost the company 4 million dollars a day.", ""),
        (LASTED, "The miners ended a strike that had lasted 38 days.", "38 days"),
        (LASTED, "The miners are back at work after a strike of 39 days.", "39 days"),
        (LASTED, "The miners called a strike after 39 days of talks.", ""),
    ],
)
def test_costs_and_lengths_need_the_thing_in_their_clause(
    question: str, text: str, told: str
) -> None:
    assert _amount(question, text, title="The strike at Morvale") == told


def test_a_story_that_gives_two_amounts_gives_none() -> None:
    two = ("The Aurora carried 214 people.", "The ship had 230 people on board, officials said.")
    assert _amount(ABOARD, *two) == ""


def test_a_story_on_another_thing_gives_none() -> None:
    assert _amount(ABOARD, "The Boreas carried 90 people.", title="The Boreas sails") == ""


def _are_of_one(question: str, one: Given | None, other: Given | None) -> bool:
    assert one is not None
    assert other is not None
    return of_one_amount(_asked(question), one, other)


def test_what_happened_to_a_named_thing_is_one_for_weeks() -> None:
    first = _given(ABOARD, "The Aurora carried 214 people on Monday.")
    later = _given(ABOARD, "The Aurora had 221 people on board on Tuesday.", day=25)
    assert _are_of_one(ABOARD, first, later)


def test_what_is_so_now_may_have_changed_after_weeks() -> None:
    now = "How many people are on board the Aurora?"
    first = _given(now, "The Aurora carries 214 people.")
    assert _are_of_one(now, first, _given(now, "The Aurora carries 221 people.", day=5))
    assert not _are_of_one(now, first, _given(now, "The Aurora carries 221 people.", day=25))


def test_in_one_place_another_thing_happens_after_months() -> None:
    hurt = "How many passengers were taken to hospital in Holm?"
    told = "passengers were taken to hospital in Holm."
    title = "A ferry runs aground off Holm"
    first = _given(hurt, f"Eleven {told}", title=title)
    far = _story(f"Fourteen {told}", title=title, day=date(2025, 5, 30))
    soon = _given(hurt, f"Fourteen {told}", title=title, day=9)
    assert _are_of_one(hurt, first, soon)
    assert not _are_of_one(hurt, first, amount_of(_asked(hurt), far, about_story(far)))


def test_what_is_expected_does_not_differ_from_what_came() -> None:
    came = _given(COST, "The strike cost Morvale 240 million dollars.")
    feared = _given(COST, "The strike could cost Morvale 300 million dollars.")
    assert not _are_of_one(COST, came, feared)


def test_another_quarter_is_another_amount() -> None:
    one = _given(COST, "The strike cost Morvale 24 million dollars.")
    other = _given(COST, "The strike cost Morvale 30 million dollars in the first quarter.")
    assert not _are_of_one(COST, one, other)


def test_a_place_apart_is_another_event_where_the_question_names_none() -> None:
    title = "A ferry runs aground off Holm"
    here = _given(HURT, "Eleven passengers were taken to hospital in Holm.", title=title)
    there = _given(HURT, "Fourteen passengers were treated in hospital in Sund.", title=title)
    also = _given(HURT, "Fourteen passengers were treated in hospital in Holm.", title=title)
    assert _are_of_one(HURT, here, also)
    assert not _are_of_one(HURT, here, there)


@pytest.mark.parametrize(
    "question", ["Who was on board the Aurora?", "How many were there?", "How much is it?"]
)
def test_a_question_that_tells_too_little_asks_no_amount(question: str) -> None:
    assert asked_amount(query(question), ANY_TIME) is None
