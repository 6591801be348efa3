"""The options by which a command looks only at some articles."""

from datetime import date

import click
import pytest
from click.testing import CliRunner

from index.errors import InvalidRequest
from qa.records import Filters
from ui.filtering import Only, day_of, filtered, read_filters


@click.command()
@filtered
@click.argument("word")
def _shown(word: str, only: Only) -> None:
    click.echo(f"{word} {only}")


def test_a_command_gets_what_was_typed_beside_its_own_options() -> None:
    words = "--outlet Dawn --outlet Noon --from 2020-01-01 --article a1 hello".split()
    result = CliRunner().invoke(_shown, words, catch_exceptions=False)
    assert result.output == f"hello {Only(('Dawn', 'Noon'), '2020-01-01', None, ('a1',))}\n"


def test_the_options_are_read_as_filters() -> None:
    only = Only(("Dawn",), "2020-01-01", "2020-02-01", ("a1",))
    assert read_filters(only) == Filters(("Dawn",), date(2020, 1, 1), date(2020, 2, 1), ("a1",))
    assert read_filters(Only((), None, None, ())).is_empty


def test_what_is_no_day_is_refused_with_the_option_that_named_it() -> None:
    assert day_of("--from", None) is None
    with pytest.raises(InvalidRequest, match="--to: 2020-13-01 is no day of the calendar") as told:
        read_filters(Only((), None, "2020-13-01", ()))
    assert told.value.remedy == "Write the day as YYYY-MM-DD."
