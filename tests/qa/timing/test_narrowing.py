"""Tests of keeping what is of the time asked about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from index.records import BlockKind, StoredPassage
from qa.records import Filters, Hit
from qa.stories import Story
from qa.timing.narrowing import find_of_time, is_of, named, narrow
from qa.timing.scope import Order, TimeScope
from tests.qa.making import query, sentence, story

ASKED = query("What was signed in 2020?")
OF_2020 = TimeScope(since=date(2020, 1, 1), until=date(2020, 12, 31), phrases=("in 2020",))


def hit(passage: int, article: str, fused: float = 1.0) -> Hit:
    stored = StoredPassage(passage, article, f"document of {article}", 0, 10, BlockKind.BODY)
    return Hit(stored, {"fused": fused})


def found(*published: date | None) -> tuple[list[Hit], Callable[[str], Story | None]]:
    """A hit of one sentence for each day of publication, passages numbered from 1."""
    stories = {
        f"a{at}": story(sentence("It was signed.", article=f"a{at}", passage=at), published=day)
        for at, day in enumerate(published, start=1)
    }
    return [hit(at, f"a{at}") for at in range(1, len(published) + 1)], stories.get


def ids(hits: tuple[Hit, ...]) -> list[int]:
    return [each.passage.id for each in hits]


def test_a_question_without_a_time_keeps_every_hit_and_says_nothing() -> None:
    hits, of = found(date(2019, 1, 1), None)
    assert narrow(ASKED, TimeScope(), hits, of) == (tuple(hits), ())


def test_what_is_of_no_known_time_stays_behind_and_what_was_left_out_is_counted() -> None:
    hits, of = found(None, date(2019, 1, 1), date(2020, 5, 1))
    kept, notes = narrow(ASKED, OF_2020, hits, of)
    assert ids(kept) == [3, 1]
    assert notes == (
        "Of the nearest passages, 1 tells of another time than 2020 and was left out.",
    )


def test_only_what_would_have_been_shown_is_counted_as_left_out() -> None:
    hits, of = found(*[date(2020, 5, 1)] * 10, date(2019, 1, 1))
    kept, notes = narrow(ASKED, OF_2020, hits, of)
    assert (len(kept), notes) == (10, ())


def test_what_was_left_out_is_told_only_where_it_is_on_what_is_asked() -> None:
    hits, of = found(date(2019, 1, 1))
    assert narrow(query("Who visited Ankara in 2020?"), OF_2020, hits, of) == ((), ())


def test_days_that_were_counted_put_what_is_not_of_them_behind_and_leave_nothing_out() -> None:
    hits, of = found(date(2019, 1, 1), date(2020, 5, 1))
    counted = replace(OF_2020, notes=("“this year” was counted from the newest article.",))
    kept, notes = narrow(ASKED, counted, hits, of)
    assert (ids(kept), notes) == ([2, 1], ())


def test_the_latest_of_those_as_near_goes_first_and_what_is_far_stays_behind() -> None:
    hits, of = found(date(2019, 1, 1), date(2021, 1, 1), None)
    far = hit(4, "a2", fused=0.1)
    newest = TimeScope(order=Order.NEWEST, order_words="latest")
    oldest = TimeScope(order=Order.OLDEST, order_words="first")
    assert ids(narrow(ASKED, newest, [*hits, far], of)[0]) == [2, 1, 3, 4]
    assert ids(narrow(ASKED, oldest, [*hits, far], of)[0]) == [1, 2, 3, 4]


def test_a_sentence_is_of_the_time_unless_it_is_known_not_to_be() -> None:
    _, of = found(None, date(2019, 1, 1))
    undated, other = of("a1"), of("a2")
    assert undated
    assert other
    assert is_of(OF_2020, undated.sentences[0], undated)
    assert not is_of(OF_2020, other.sentences[0], other)


def test_what_was_published_then_is_searched_too_within_the_users_own_days() -> None:
    asked: list[Filters] = []

    def search(filters: Filters) -> list[Hit]:
        asked.append(filters)
        return [hit(1, "a1")] if filters.published_to is None else [hit(2, "a2"), hit(1, "a1", 0.5)]

    hits = find_of_time(OF_2020, search, Filters(published_from=date(2020, 6, 1)))
    assert ids(hits) == [1, 2]
    assert hits[0].scores["fused"] == 1.0
    assert (asked[1].published_from, asked[1].published_to) == (
        date(2020, 6, 1),
        date(2020, 12, 31),
    )


def test_days_that_the_users_own_rule_out_are_not_searched() -> None:
    asked: list[Filters] = []

    def search(filters: Filters) -> list[Hit]:
        asked.append(filters)
        return [hit(1, "a1")]

    only = Filters(published_from=date(2021, 1, 1))
    assert ids(find_of_time(OF_2020, search, only)) == [1]
    assert asked == [only]


def test_another_year_puts_a_passage_of_an_undated_article_behind_and_never_out() -> None:
    stories = {
        "a1": story(sentence("It was signed in 2017.", article="a1", passage=1)),
        "a2": story(sentence("It was signed in 2020.", article="a2", passage=2)),
    }
    kept, notes = narrow(ASKED, OF_2020, [hit(1, "a1"), hit(2, "a2")], stories.get)
    assert (ids(kept), notes) == ([2, 1], ())


def test_a_stretch_of_months_is_named_by_both() -> None:
    assert named(TimeScope(month=3, last_month=7)) == "March to July"
