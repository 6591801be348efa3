"""Tests of putting an answer in the order of time."""

from datetime import date

from qa.composing import Chosen
from qa.timing.ordering import in_order
from qa.timing.scope import Order, TimeScope
from tests.qa.making import sentence, story

NEWEST = TimeScope(order=Order.NEWEST, order_words="latest")


def chosen(article: str, published: date | None) -> Chosen:
    one = sentence("It was signed.", article=article)
    return Chosen(one, story(one, published=published))


OLD, NEW, UNDATED = chosen("a", date(2019, 1, 2)), chosen("b", date(2020, 2, 20)), chosen("c", None)


def test_without_an_order_asked_for_the_best_stays_first() -> None:
    assert in_order(TimeScope(), [OLD, NEW]) == ((OLD, NEW), ())


def test_the_newest_goes_first_the_undated_last_and_the_answer_says_so() -> None:
    ordered, notes = in_order(NEWEST, [UNDATED, OLD, NEW])
    assert ordered == (NEW, OLD, UNDATED)
    assert notes == (
        "The sentences are in order of date, the newest first: 20 February 2020, 2 January 2019.",
        "One sentence is of an undated article and stands last.",
    )


def test_the_first_asks_for_the_oldest_first() -> None:
    oldest = TimeScope(order=Order.OLDEST, order_words="earliest")
    assert in_order(oldest, [NEW, OLD])[0] == (OLD, NEW)


def test_of_undated_articles_none_is_the_latest() -> None:
    ordered, notes = in_order(NEWEST, [UNDATED])
    assert ordered == (UNDATED,)
    assert notes == ("The articles are undated: which is the latest cannot be told.",)


def test_evidence_of_no_known_time_is_said_to_be_so() -> None:
    of_2020 = TimeScope(since=date(2020, 1, 1), until=date(2020, 12, 31), phrases=("in 2020",))
    _, notes = in_order(of_2020, [NEW, UNDATED])
    assert notes == ("The day of one sentence is not known: another time than 2020 may be meant.",)
