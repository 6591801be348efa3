"""The options of commands that look only at some articles. Input: what was typed. Output: Filters.

A command that is decorated with `filtered` gets them as ``only``, to be read by `read_filters`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from index.errors import InvalidRequest
from ui.days import read_day

if TYPE_CHECKING:
    from qa.engine import Engine
    from qa.records import Filters

_OPTIONS = (
    click.option("--outlet", "outlets", multiple=True, help="Only of this outlet; repeat."),
    click.option("--from", "since", metavar="DATE", help="Only published on this day or later."),
    click.option("--to", "until", metavar="DATE", help="Only published on this day or earlier."),
    click.option("--article", "articles", multiple=True, help="Only of this article id; repeat."),
)


@dataclass(frozen=True, slots=True)
class Only:
    """The articles that a command is to look at, as they were typed."""

    outlets: tuple[str, ...]
    since: str | None
    until: str | None
    articles: tuple[str, ...]


def filtered(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with the options --outlet, --from, --to and --article, which it gets as
    ``only``."""

    @wraps(command)
    def with_only(
        *args: Any,
        outlets: tuple[str, ...],
        since: str | None,
        until: str | None,
        articles: tuple[str, ...],
        **kwargs: Any,
    ) -> Any:
        return command(*args, only=Only(outlets, since, until, articles), **kwargs)

    for option in reversed(_OPTIONS):
        with_only = option(with_only)
    return with_only


def read_filters(only: Only) -> "Filters":
    """The filters that the options mean. Raises InvalidRequest."""
    # The qa room takes a while to import: no command pays for it that does not ask.
    from qa.records import Filters

    return Filters(
        only.outlets,
        day_of("--from", only.since),
        day_of("--to", only.until),
        only.articles,
    )


def why_nothing(engine: "Engine", filters: "Filters", found: Sequence[object]) -> tuple[str, ...]:
    """A whole sentence where nothing was found since no article passes the filters."""
    note = engine.unmatched(filters) if not found else None
    return (note,) if note else ()


def notes_json(notes: Sequence[str]) -> dict[str, list[str]]:
    """What stands beside a list of what was found, where there is something to tell of it."""
    return {"notes": list(notes)} if notes else {}


def require_words(option: str, words: str | None) -> None:
    """Raise InvalidRequest where an option is given and says nothing: an empty variable of a script
    must not list everything."""
    if words is not None and not words.strip():
        raise InvalidRequest(f"{option} is blank.", "Name one, or leave the option out.")


def day_of(option: str, words: str | None) -> date | None:
    """The day that an option names, None where it is not given. Raises InvalidRequest."""
    try:
        return read_day(words) if words is not None else None
    except ValueError as error:
        raise InvalidRequest(f"{option}: {error}.", "Write the day as YYYY-MM-DD.") from error
