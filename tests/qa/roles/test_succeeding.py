"""Tests of telling whether holders followed one another: by days worked out by hand."""

from datetime import date

from index.statements.people import Person
from qa.roles.holding import Held, Turned
from qa.roles.succeeding import are_in_turn
from qa.roles.turns import Turn
from tests.qa.making import sentence, story

TEXT = sentence("They sang.")
STORY = story(TEXT)


def held(name: str, day: date | None) -> Held:
    return Held(Person(name, "mayor", 0, 10), TEXT, STORY, day)


def test_holders_named_on_later_days_only_are_in_turn() -> None:
    old = [held("Ole Berg", date(2024, 1, 3)), held("Ole Berg", date(2024, 3, 1))]
    new = [held("Ana Lund", date(2024, 3, 2)), held("Ana Lund", date(2025, 1, 1))]
    assert are_in_turn([old, new], [])


def test_holders_named_by_turns_are_not_unless_one_is_told_to_follow_the_other() -> None:
    old = [held("Ole Berg", date(2024, 3, 2))]
    new = [held("Ana Lund", date(2024, 3, 2)), held("Ana Lund", date(2025, 1, 1))]
    assert not are_in_turn([old, new], [])
    assert are_in_turn([old, new], [Turned(Turn(0, "Lund", "Berg", ""), TEXT, STORY)])


def test_of_undated_articles_no_order_is_known() -> None:
    assert not are_in_turn([[held("Ole Berg", None)], [held("Ana Lund", date(2024, 3, 2))]], [])


def test_one_holder_follows_nobody() -> None:
    assert not are_in_turn([[held("Ole Berg", date(2024, 3, 2))]], [])
