"""How commands meet their user: the index option, errors without a traceback, the console."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from index.errors import CitewireError

_Command = TypeVar("_Command", bound=Callable[..., Any])
_UNBROKEN_COLUMNS = 100_000

INDEX = click.option(
    "--index",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("citewire-index"),
    show_default=True,
    envvar="CITEWIRE_INDEX",
    help="The index folder.",
)


def told(command: _Command) -> _Command:
    """Errors made for a user end the command with exit status 1 and no traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except CitewireError as error:
            click.secho(error.problem, fg="red", err=True)
            click.echo(error.remedy, err=True)
        except KeyboardInterrupt:
            click.echo("\nStopped. Run the command again to go on.", err=True)
        raise SystemExit(1)

    return run  # type: ignore[return-value]


def console() -> Any:
    """What tables and answers are printed on: rich's, which takes a while to import."""
    from rich.console import Console

    # Piped text keeps its long lines: a quote broken in two could not be searched for.
    return Console(highlight=False, width=None if sys.stdout.isatty() else _UNBROKEN_COLUMNS)
