"""What is told where no article passes the filters."""

from datetime import date

import pytest

from qa.engine import Engine
from qa.records import Filters
from qa.unmatched import unmatched


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(outlet=("kurdistan 24",)), Filters(outlet=("X", "Kurdistan 24"))]
)
def test_nothing_is_told_where_an_article_passes(engine: Engine, filters: Filters) -> None:
    assert unmatched(engine.index, filters) is None


def test_each_filter_is_named_with_what_there_is_to_choose_from(engine: Engine) -> None:
    filters = Filters(("Dawn", "Noon"), date(2021, 1, 1), None, ("zzz",))
    told = unmatched(engine.index, filters)
    assert told is not None
    assert told.startswith(
        "No article passes these filters: outlet Dawn or Noon; published on 2021-01-01 or later;"
        " article zzz. The outlets are: "
    )
    assert "Articles without a date, which no day lets through: " in told
    assert told.endswith("There is no article with the id zzz.")


def test_an_outlet_and_a_day_that_are_each_there_may_let_nothing_through(engine: Engine) -> None:
    told = unmatched(engine.index, Filters(("Kurdistan 24",), None, date(1990, 1, 1)))
    assert told is not None
    assert "There is no article with" not in told
