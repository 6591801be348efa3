"""The terminal's face: the ``citewire`` command. Each command imports what it needs, no more."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ui.eval_command import eval_command
from ui.filtering import (
    Only,
    day_of,
    filtered,
    notes_json,
    read_filters,
    require_words,
    why_nothing,
)
from ui.terminal import INDEX, console, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.records import IndexReport

_SENTENCES = click.option("--limit", type=int, help="Sentences at most; 4.")
_PASSAGES = click.option("--limit", type=int, help="Passages at most; 10.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
_MAP = click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="OUR=THEIRS",
    help="What a table calls a field of ours: text=content; repeat.",
)


@click.group()
@click.version_option(package_name="citewire")
def main() -> None:
    """Cited answers over news, in the articles' own words."""


@main.command("index")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--prune", is_flag=True, help="Remove what is gone: under PATHS, or anywhere without them."
)
@_MAP
@INDEX
@told
def index_command(
    paths: tuple[Path, ...], prune: bool, pairs: tuple[str, ...], folder: Path
) -> None:
    """Index files, folders and patterns; what has not changed is skipped."""
    from rich.console import Console

    from index.wiring import update_index
    from ui.mapping import read_mapping
    from ui.progress import ProgressBars

    if not paths and not prune:
        raise click.UsageError("Name files or folders to index, or give --prune alone.")
    mapping = read_mapping(pairs)
    with ProgressBars(Console(stderr=True)) as progress:
        report = update_index(folder, paths, progress, prune=prune, mapping=mapping)
    _print_report(report)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_MAP
@_JSON
@told
def inspect(file: Path, pairs: tuple[str, ...], as_json: bool) -> None:
    """Show what a file would be taken in as: its articles, with the why of each part."""
    from index.records import Failure
    from ui.inspecting import inspect as inspected
    from ui.inspecting import inspection_json
    from ui.mapping import read_mapping

    found, failed = inspected(file, read_mapping(pairs)), False
    if as_json:
        everything = list(found)
        failed = any(isinstance(one, Failure) for one in everything)
        _print_json(inspection_json(everything))
    else:
        from ui.presenting import present_document, present_failure

        screen = console()
        for one in found:
            if isinstance(one, Failure):
                failed = True
                screen.print(present_failure(one))
            else:
                screen.print(present_document(one.document, one.articles))
    sys.exit(1 if failed else 0)


@main.command()
@click.option("--outlet", "outlets", multiple=True, help="Only of this outlet; repeat.")
@click.option("--from", "since", metavar="DATE", help="Only published on this day or later.")
@click.option("--to", "until", metavar="DATE", help="Only published on this day or earlier.")
@click.option("--limit", type=int, help="Articles at most; all.")
@_JSON
@INDEX
@told
def articles(
    *,
    outlets: tuple[str, ...],
    since: str | None,
    until: str | None,
    limit: int | None,
    as_json: bool,
    folder: Path,
) -> None:
    """List the articles of the index; one without a date passes no date filter."""
    from index.day_ranges import require_order
    from ui.article_json import article_json
    from ui.listing import list_articles

    first, last = day_of("--from", since), day_of("--to", until)
    require_order(first, last)
    found = list_articles(
        folder, outlets=outlets, published_from=first, published_to=last, limit=limit
    )
    if as_json:
        _print_json({"articles": [article_json(each) for each in found]})
    else:
        from ui.presenting import present_articles

        console().print(present_articles(found))


@main.command()
@click.argument("uris", nargs=-1, required=True, metavar="URI...")
@INDEX
@told
def remove(uris: tuple[str, ...], folder: Path) -> None:
    """Take files, folders or items out of the index, by the uris that citations show."""
    from index.wiring import remove_sources

    _print_report(remove_sources(folder, uris))


@main.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@_MAP
@INDEX
@told
def watch(folders: tuple[Path, ...], pairs: tuple[str, ...], folder: Path) -> None:
    """Keep the index in step with folders until Ctrl-C: what comes, changes, moves and goes."""
    from ui.mapping import read_mapping
    from ui.watching import keep_in_step

    try:
        keep_in_step(folder, folders, read_mapping(pairs), click.echo)
    except KeyboardInterrupt:
        click.echo("Stopped.")


@main.command()
@click.argument("question")
@click.option("--history", multiple=True, help="An earlier question; repeat, oldest first.")
@_SENTENCES
@filtered
@_JSON
@INDEX
@told
def ask(
    *,
    question: str,
    history: tuple[str, ...],
    limit: int | None,
    only: Only,
    as_json: bool,
    folder: Path,
) -> None:
    """Answer a question with whole sentences of the articles, each cited."""
    from qa import open_engine
    from qa.records import answer_json
    from ui.presenting import present_answer

    filters = read_filters(only)
    answer = open_engine(folder).ask(question, history=history, limit=limit, filters=filters)
    if as_json:
        _print_json(answer_json(answer))
    else:
        console().print(present_answer(answer))


@main.command()
@click.argument("question")
@_PASSAGES
@filtered
@_JSON
@INDEX
@told
def search(*, question: str, limit: int | None, only: Only, as_json: bool, folder: Path) -> None:
    """List the passages found, best first, each with its scores by name."""
    from qa import open_engine
    from qa.records import passage_json
    from ui.presenting import present_passage

    filters = read_filters(only)
    engine = open_engine(folder)
    found = engine.search(question, limit=limit, filters=filters)
    notes = why_nothing(engine, filters, found)
    if as_json:
        passages = [passage_json(each) for each in found]
        _print_json({"question": question, "passages": passages, **notes_json(notes)})
    else:
        for rank, each in enumerate(found, start=1):
            console().print(present_passage(rank, each))
        _print_notes(notes)


@main.command()
@click.option("--speaker", help="Only by this person or body, however spelled.")
@click.option("--about", help="Only about this.")
@click.option("--limit", type=int, help="Statements at most; 50.")
@filtered
@_JSON
@INDEX
@told
def quotes(
    *,
    speaker: str | None,
    about: str | None,
    limit: int | None,
    only: Only,
    as_json: bool,
    folder: Path,
) -> None:
    """List who said what, by the articles' dates."""
    require_words("--speaker", speaker)
    require_words("--about", about)
    from qa import open_engine
    from qa.speech.listing import statement_json
    from ui.presenting import present_statements

    filters = read_filters(only)
    engine = open_engine(folder)
    found = engine.statements(speaker or "", about or "", limit=limit, filters=filters)
    notes = (*found.notes, *why_nothing(engine, filters, found.statements))
    if as_json:
        statements = [statement_json(each) for each in found.statements]
        _print_json({"statements": statements, **notes_json(notes)})
    else:
        console().print(present_statements(found.statements))
        _print_notes(notes)


@main.command()
@click.argument("subject")
@click.option("--limit", type=int, help="Moments at most; 20.")
@filtered
@_JSON
@INDEX
@told
def timeline(*, subject: str, limit: int | None, only: Only, as_json: bool, folder: Path) -> None:
    """Show what the articles tell of a subject, the earliest first."""
    from qa import open_engine
    from qa.timing.timeline import moment_json
    from ui.presenting import present_moments

    filters = read_filters(only)
    engine = open_engine(folder)
    found = engine.timeline(subject, limit=limit, filters=filters)
    notes = (*engine.mended(subject), *why_nothing(engine, filters, found))
    if as_json:
        moments = [moment_json(each) for each in found]
        _print_json({"subject": subject, "moments": moments, **notes_json(notes)})
    else:
        console().print(present_moments(found))
        _print_notes(notes)


@main.command()
@INDEX
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=7860, show_default=True)
@click.option("--example", "examples", multiple=True, help="A question to offer; repeat.")
@told
def serve(folder: Path, host: str, port: int, examples: tuple[str, ...]) -> None:
    """Serve the chat page and the HTTP API in one process."""
    from ui.serving import serve as serve_forever

    serve_forever(folder, host, port, examples, click.echo)


main.add_command(eval_command)


@main.command()
@INDEX
@told
def doctor(folder: Path) -> None:
    """Tell what is in the index, and whether all that is derived matches the truth."""
    from index.examining import examine
    from index.settings import read_settings
    from ui.presenting import present_checks

    checks = examine(folder, read_settings())
    console().print(present_checks([(c.what, c.is_sound, c.found) for c in checks]))
    sys.exit(0 if all(check.is_sound for check in checks) else 1)


def _print_report(report: "IndexReport") -> NoReturn:
    """Print it; exits with status 1 where something failed."""
    from ui.presenting import present_report

    console().print(present_report(report))
    sys.exit(1 if report.failed else 0)


def _print_notes(notes: "Sequence[str]") -> None:
    from ui.presenting import present_note

    for note in notes:
        console().print(present_note(note))


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
