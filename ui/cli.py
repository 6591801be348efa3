"""The terminal's face: the ``citewire`` command. Each command imports what it needs, no more."""

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from index.errors import CitewireError

_Command = TypeVar("_Command", bound=Callable[..., Any])

_INDEX = click.option(
    "--index",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("citewire-index"),
    show_default=True,
    envvar="CITEWIRE_INDEX",
    help="The index folder.",
)
_SENTENCES = click.option("--limit", type=int, help="Sentences at most; 4.")
_PASSAGES = click.option("--limit", type=int, help="Passages at most; 10.")
_UNBROKEN_COLUMNS = 100_000
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


def _told(command: _Command) -> _Command:
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


@click.group()
@click.version_option(package_name="citewire")
def main() -> None:
    """Cited answers over news, in the articles' own words."""


@main.command("index")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_INDEX
@_told
def index_command(paths: tuple[Path, ...], folder: Path) -> None:
    """Index files and folders; what has not changed is skipped."""
    from rich.console import Console

    from index.wiring import update_index
    from ui.presenting import present_report
    from ui.progress import ProgressBars

    with ProgressBars(Console(stderr=True)) as progress:
        report = update_index(folder, paths, progress)
    _console().print(present_report(report))
    sys.exit(1 if report.failed else 0)


@main.command()
@click.argument("question")
@click.option("--history", multiple=True, help="An earlier question; repeat, oldest first.")
@_SENTENCES
@_JSON
@_INDEX
@_told
def ask(
    question: str, history: tuple[str, ...], limit: int | None, as_json: bool, folder: Path
) -> None:
    """Answer a question with whole sentences of the articles, each cited."""
    from qa import open_engine
    from qa.records import answer_json
    from ui.presenting import present_answer

    answer = open_engine(folder).ask(question, history=history, limit=limit)
    if as_json:
        _print_json(answer_json(answer))
    else:
        _console().print(present_answer(answer))


@main.command()
@click.argument("question")
@_PASSAGES
@_JSON
@_INDEX
@_told
def search(question: str, limit: int | None, as_json: bool, folder: Path) -> None:
    """List the passages found, best first, each with its scores by name."""
    from qa import open_engine
    from qa.records import passage_json
    from ui.presenting import present_passage

    found = open_engine(folder).search(question, limit=limit)
    if as_json:
        passages = [passage_json(each) for each in found]
        _print_json({"question": question, "passages": passages})
    else:
        for rank, each in enumerate(found, start=1):
            _console().print(present_passage(rank, each))


@main.command()
@_INDEX
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=7860, show_default=True)
@click.option("--example", "examples", multiple=True, help="A question to offer; repeat.")
@_told
def serve(folder: Path, host: str, port: int, examples: tuple[str, ...]) -> None:
    """Serve the chat page and the HTTP API in one process."""
    from ui.serving import serve as serve_forever

    serve_forever(folder, host, port, examples, click.echo)


@main.command("eval")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--predictions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write each answer as a line of JSON.",
)
@_INDEX
@_told
def eval_command(file: Path, predictions: Path | None, folder: Path) -> None:
    """Run a question set over the index and print how well it is answered."""
    from eval.question_sets import read_questions
    from eval.report import present_scores
    from eval.runner import run, write_predictions
    from eval.scores import score
    from qa import open_engine

    outcomes = run(open_engine(folder), read_questions(file))
    if predictions:
        write_predictions(outcomes, predictions)
    _console().print(present_scores(file.name, score(outcomes)))


@main.command()
@_INDEX
@_told
def doctor(folder: Path) -> None:
    """Tell what is in the index, and whether all that is derived matches the truth."""
    from index.examining import examine
    from index.settings import read_settings
    from ui.presenting import present_checks

    checks = examine(folder, read_settings())
    _console().print(present_checks([(c.what, c.is_sound, c.found) for c in checks]))
    sys.exit(0 if all(check.is_sound for check in checks) else 1)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _console() -> Any:
    from rich.console import Console

    # Piped text keeps its long lines: a quote broken in two could not be searched for.
    return Console(highlight=False, width=None if sys.stdout.isatty() else _UNBROKEN_COLUMNS)
