"""Sums and shares of the thing that is asked about, and of others."""

from datetime import date

import pytest

from qa.timing.scope import TimeScope
from qa.values.asked_amounts import asked_amount
from qa.values.counted import amounts_of, of_one_amount
from qa.values.given import Given, about_story
from tests.qa.making import query, sentence, story

PAID = "What did Lund pay for the villa?"
OWNS = "How much of Brisk Foods does Skylark own?"
DEMANDED = "What pay rise did the union demand?"
JOINED = "How many drivers joined the strike in Holm?"
FAR = "How far from the port did the ferry sink?"
WORTH = "What is the contract with Sund Construction worth?"


def _given(question: str, *texts: str, title: str, day: int = 3) -> list[Given]:
    asked = asked_amount(query(question), TimeScope())
    assert asked is not None
    article = f"{title} {day} {texts}"
    told = [sentence(text, article=article, position=at) for at, text in enumerate(texts)]
    of = story(*told, title=title, published=date(2025, 3, day))
    return [each.given for each in amounts_of(asked, of, about_story(of))]


def _texts(question: str, *texts: str, title: str) -> list[str]:
    values = _given(question, *texts, title=title)
    return [
        each.chosen.sentence.quote[each.told.value.start : each.told.value.end] for each in values
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lund bought the villa for 340,000 dollars.", ["340,000 dollars"]),
        # In the year in which he did.
        ("Lund paid 310,000 dollars for the house in June 2023.", ["310,000 dollars"]),
        ("Lund paid a fine of 5,000 dollars over the villa.", []),
        ("Lund paid 20,000 dollars for the boat behind the villa.", []),
        ("Lund paid 9,000 dollars in taxes on the villa.", []),
        ("The builder had paid 700,000 dollars for his yacht.", []),
    ],
)
def test_a_price_is_of_the_thing_and_no_fine_or_tax(text: str, told: list[str]) -> None:
    title = "Minister Lund under fire over villa"
    assert _texts(PAID, "Minister Lund bought a villa.", text, title=title) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Skylark, which owns 9.1 percent, will accept.", ["9.1 percent"]),
        ("Skylark holds 8.4 percent of Brisk Foods.", ["8.4 percent"]),
        ("Skylark owns 7 percent of Fairway.", []),
        ("Norland, which owns 5 percent, will not.", []),
        ("Skylark said shares fell 3 percent.", []),
    ],
)
def test_a_share_is_the_owners_and_of_that_company(text: str, told: list[str]) -> None:
    opening = "Skylark rejected the offer for Brisk Foods."
    assert _texts(OWNS, opening, text, title="Skylark and Brisk Foods at odds") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The union is demanding a pay rise of 11 percent.", ["11 percent"]),
        ("The Transit Alliance had opened with a claim for 12 percent.", ["12 percent"]),
        ("The company has offered the union 4.5 percent.", []),
        ("Prices rose by 8 percent, the union said.", []),
    ],
)
def test_a_rate_is_that_which_was_demanded(text: str, told: list[str]) -> None:
    opening = "Drivers in Holm want higher pay."
    assert _texts(DEMANDED, opening, text, title="Drivers strike over pay") == told


def test_two_sides_count_those_who_are_named_before() -> None:
    told = _texts(
        JOINED,
        "Trams stood still in Holm as drivers went on strike.",
        "The union of the drivers said 3,400 of its members had joined the walkout.",
        "The operator put the number at 1,900.",
        title="Strike in Holm",
    )
    assert told == ["3,400", "1,900"]


def test_members_of_something_else_are_none_of_those_asked_for() -> None:
    told = _texts(
        JOINED,
        "Trams stood still in Holm.",
        "The teachers' union said 3,400 of its members had joined the walkout.",
        title="Strike in Holm",
    )
    assert told == []


def _are_of_one(question: str, one: list[Given], other: list[Given]) -> bool:
    asked = asked_amount(query(question), TimeScope())
    assert asked is not None
    return of_one_amount(asked, one[0], other[0])


def test_a_ferry_that_two_articles_call_by_its_name_is_one() -> None:
    one = _given(
        FAR,
        "A ferry capsized two miles off the port of Holm.",
        "The vessel, the Maid of Orrin, was built in 1988.",
        title="Ferry capsizes off Holm",
    )
    other = _given(
        FAR,
        "Police have arrested the captain of the Maid of Orrin.",
        "The ferry sank four miles from the harbour mouth.",
        title="Captain of sunken ferry arrested",
        day=9,
    )
    assert _are_of_one(FAR, one, other)


def test_another_ferry_is_another() -> None:
    one = _given(
        FAR,
        "A ferry capsized two miles off the port of Holm.",
        title="Ferry capsizes off Holm",
    )
    other = _given(
        FAR,
        "Police have arrested the captain of the Star of Brae.",
        "The ferry sank four miles from the harbour mouth.",
        title="Captain of sunken ferry arrested",
        day=9,
    )
    assert not _are_of_one(FAR, one, other)


def test_a_share_may_be_told_again_within_weeks_and_not_after_months() -> None:
    opening, title = "Skylark rejected the offer for Brisk Foods.", "Skylark and Brisk Foods"
    told = "Skylark owns {} percent."
    one = _given(OWNS, opening, told.format(8.4), title=title)
    later = _given(OWNS, opening, told.format(9.1), title=title, day=20)
    assert _are_of_one(OWNS, one, later)


def test_a_contract_is_worth_what_is_said_wherever_it_builds() -> None:
    told = _texts(
        WORTH,
        "Sund Construction sold a villa.",
        "It won a contract worth 84 million dollars to build flats in Brae.",
        title="Sund Construction under fire",
    )
    assert told == ["84 million dollars"]


ABOARD = "How many passengers were on board the Aurora?"
BOMB = "How many people were killed by the bomb in Marrow?"


def test_a_ship_with_a_name_is_one_wherever_headlines_put_it() -> None:
    told = "The ferry Aurora had {} passengers on board."
    one = _given(ABOARD, told.format(214), title="Ferry capsizes near Brae")
    other = _given(ABOARD, told.format(221), title="More dead in Holm ferry disaster", day=5)
    assert _are_of_one(ABOARD, one, other)


def test_bombs_in_two_towns_are_two() -> None:
    told = "A bomb killed {} people on Monday in {} of Marrow, the Interior Ministry said."
    one = _given(BOMB, told.format(9, "the town of Holm"), title="Bomb in Holm")
    other = _given(BOMB, told.format(14, "the town of Brae"), title="Bomb in Brae", day=5)
    assert not (one and other) or not _are_of_one(BOMB, one, other)


def test_after_an_event_tells_of_which_and_not_of_days() -> None:
    asked = query("How many people are missing after the ferry disaster?")
    day = date(2025, 3, 3)
    after = TimeScope(since=day, event=frozenset(("ferri",)), phrases=("after the disaster",))
    assert asked_amount(asked, after) is not None
    assert asked_amount(asked, TimeScope(since=day, phrases=("since Monday",))) is None
