"""Which articles pass filters, and what is said in them."""

import pytest

from qa.engine import Engine
from qa.passing import articles_passing, statements_passing
from qa.records import Filters
from tests.qa.conftest import OpenOver

_TEXT = "---\noutlet: {0}\n---\nPorts\n\nThe ferry needs a crew, Ida Brandt told the {0}.\n"


@pytest.fixture
def engine_of_two(open_over: OpenOver) -> Engine:
    return open_over({f"{each}.txt": _TEXT.format(each) for each in ("Mercury", "Herald")})


def test_without_a_filter_nothing_is_told_apart(engine_of_two: Engine) -> None:
    index = engine_of_two.index
    assert articles_passing(index, Filters()) is None
    assert len(statements_passing(index, ["Ida Brandt"], None)) == 2


def test_what_is_said_is_of_the_articles_that_pass(engine_of_two: Engine) -> None:
    index = engine_of_two.index
    passing = articles_passing(index, Filters(("Mercury",)))
    assert passing
    assert len(passing) == 1
    (said,) = statements_passing(index, ["Ida Brandt"], passing)
    assert {said.said.article_id} == passing


def test_filters_may_let_nothing_through(engine_of_two: Engine) -> None:
    index = engine_of_two.index
    assert articles_passing(index, Filters(("Courier",))) == frozenset()
    assert statements_passing(index, ["Ida Brandt"], frozenset()) == []
