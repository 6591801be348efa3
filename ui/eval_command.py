"""The terminal's ``citewire eval``: a question set is asked, and what came of it is shown."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from index.errors import InvalidRequest
from ui.terminal import INDEX, console, told

if TYPE_CHECKING:
    from eval.measures.scores import Scores
    from eval.records import Outcome, SentenceOutcome
    from eval.sets.records import QuestionSet, SentenceSet
    from index.indexing import Progress

_FILE = click.Path(path_type=Path, dir_okay=False)
_ANY = click.Path(path_type=Path)
_COMPARING = {"compare", "systems"}


@click.command("eval")
@click.argument("name", metavar="[SET]", required=False)
@click.option(
    "--system",
    "systems",
    multiple=True,
    metavar="NAME",
    help="reader (the product, unless told), lexical, dense, rrf, fused or langchain; repeat. With"
    " --compare: of both reports, or twice: of A, of B.",
)
@click.option("--baselines", is_flag=True, help="Every system that the set can be asked of.")
@click.option(
    "--distractors",
    multiple=True,
    metavar="SET",
    help="Index this set's documents beside, and ask none of its questions; repeat.",
)
@click.option(
    "--hold-out",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    metavar="SHARE",
    help="Leave this share of the articles out of the index: their questions have no answer.",
)
@click.option("--limit", type=click.IntRange(min=1), help="Ask so many questions, drawn at random.")
@click.option("--seed", default=0, show_default=True, help="Decides what is drawn and held out.")
@click.option(
    "--predictions",
    type=_FILE,
    help="Write what each system gave; of several systems, into a file each with its name.",
)
@click.option(
    "--report", type=click.Path(path_type=Path, file_okay=False), help="Write a page to look at."
)
@click.option("--compare", nargs=2, type=_ANY, metavar="A B", help="Two reports, instead of a set.")
@INDEX
@click.pass_context
@told
def eval_command(
    context: click.Context,
    *,
    name: str | None,
    systems: tuple[str, ...],
    baselines: bool,
    distractors: tuple[str, ...],
    hold_out: float | None,
    limit: int | None,
    seed: int,
    predictions: Path | None,
    report: Path | None,
    compare: tuple[Path, Path] | None,
    folder: Path,
) -> None:
    """Ask a question set and print how well it is answered.

    SET is a file of ours (JSON Lines), asked of the index; or squad:FILE, beir:FOLDER, which bring
    their own documents; or wikiqa:FILE, whose sentences are put in order.
    """
    if (name is None) == (compare is None):
        raise click.UsageError("Name a question set, or two reports with --compare.")
    if compare is not None:
        _refuse_beside_compare(context)
        _compare(*compare, systems)
        return
    from eval.asking import systems_for
    from eval.sets.opening import Choices, open_set
    from eval.sets.records import SentenceSet

    _require_folder(predictions)
    opened = open_set(str(name), Choices(distractors, hold_out or 0.0, limit, seed))
    chosen = (*systems, *(systems_for(opened) if baselines else ())) or ("reader",)
    if isinstance(opened, SentenceSet):
        _rank(opened, chosen, predictions, report)
        return
    is_named = context.get_parameter_source("folder") is ParameterSource.COMMANDLINE
    if opened.documents and is_named:
        raise click.UsageError(f"{name} brings its own documents: leave --index out.")
    _ask(opened, chosen, folder, predictions, report)


def _refuse_beside_compare(context: click.Context) -> None:
    for option in context.command.params:
        source = context.get_parameter_source(str(option.name))
        if option.name not in _COMPARING and source is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"{option.opts[0]} is of no use with --compare.")


def _compare(a: Path, b: Path, systems: Sequence[str]) -> None:
    if len(systems) > 2:
        raise click.UsageError("With --compare, name --system once or twice.")
    from eval.reporting.comparison import compare

    first, last = (systems[0], systems[-1]) if systems else (None, None)
    console().print(compare(a, b, first, last))


def _ask(
    opened: "QuestionSet",
    systems: Sequence[str],
    folder: Path,
    predictions: Path | None,
    report: Path | None,
) -> None:
    from eval.asking import ask_all
    from eval.measures.scores import measure
    from eval.predictions import path_for, write_answers, write_run

    with _progress() as progress:
        asked = ask_all(opened, systems, folder, progress)
    _tell((*opened.notes, *asked.notes))
    if predictions:
        for system, outcomes in asked.runs.items():
            path = path_for(predictions, system, len(asked.runs))
            if opened.is_graded:
                write_run(system, outcomes, path)
            else:
                write_answers(outcomes, path)
    scores = {system: measure(outcomes) for system, outcomes in asked.runs.items()}
    _show(opened.name, asked.runs, scores, report)


def _rank(
    opened: "SentenceSet", systems: Sequence[str], predictions: Path | None, report: Path | None
) -> None:
    from eval.asking import rank_all
    from eval.measures.scores import measure_sentences
    from eval.predictions import path_for, write_scores

    with _progress() as progress:
        runs = rank_all(opened, systems, progress)
    _tell(opened.notes)
    if predictions:
        for system, outcomes in runs.items():
            write_scores(outcomes, path_for(predictions, system, len(runs)))
    scores = {system: measure_sentences(outcomes) for system, outcomes in runs.items()}
    _show(opened.name, runs, scores, report)


def _show(
    name: str,
    runs: "Mapping[str, Sequence[Outcome]] | Mapping[str, Sequence[SentenceOutcome]]",
    scores: "Mapping[str, Scores]",
    report: Path | None,
) -> None:
    from eval.reporting.table import present

    console().print(present(name, scores))
    if report:
        from eval.reporting.writing import write_report

        write_report(report, name, runs, scores)
        click.echo(f"The report is in {report / 'index.html'}.", err=True)


def _tell(notes: Sequence[str]) -> None:
    for note in notes:
        click.echo(note, err=True)


def _require_folder(predictions: Path | None) -> None:
    """Better now than when all is asked."""
    if predictions and not predictions.parent.is_dir():
        raise InvalidRequest(
            f"{predictions} cannot be written: there is no folder {predictions.parent}.",
            "Choose another file for --predictions.",
        )


@contextmanager
def _progress() -> "Iterator[Progress]":
    """Bars in a terminal, and nothing in a pipe; Ctrl-C ends the command."""
    from rich.console import Console

    from index.indexing import silent
    from ui.progress import ProgressBars

    screen = Console(stderr=True)
    try:
        with ProgressBars(screen) if screen.is_terminal else nullcontext(silent) as progress:
            yield progress
    except KeyboardInterrupt:
        click.echo("\nStopped: nothing of it is kept.", err=True)
        raise SystemExit(1) from None
