"""Measure the product beside its baselines. Input: the public sets. Output: tables in Markdown.

    python -m eval.benchmark BENCH [--limit N] [--report DIR]

BENCH holds squadshifts/, wikiqa/ and reuters21578/. What is measured is printed, and put between
the marks in README.md and eval/RESULTS.md, unless --limit makes it a trial. It is run from the
repository's folder, as our own sets name their articles from there. It takes half an hour; no part
of the tests.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from eval.asking import ask_all, rank_all, systems_for
from eval.measures.figures import meaning_of, written
from eval.measures.scores import Scores, measure, measure_sentences
from eval.newswire import index_newswire
from eval.records import Outcome, SentenceOutcome
from eval.reporting.writing import write_report
from eval.sets.opening import Choices, open_set
from eval.sets.records import QuestionSet, SentenceSet
from eval.systems.opening import PRODUCT
from eval.training.news import MADE_ARTICLES, MADE_HELD_OUT, write_squad
from index.errors import InvalidRequest
from index.wiring import update_index

_ROOT = Path(__file__).parents[1]
_BEGIN, _END = "<!-- benchmark: begin -->", "<!-- benchmark: end -->"
_SEED = 1
_NO_INDEX = Path()

_FINDING = ("passage R@1", "passage R@5", "passage R@20", "passage MRR@10")
_ANSWERING = ("exact match", "token F1", "evidence right")
_ABSTAINING = ("abstention F1", "AUROC answerable", "risk at 80%", "calibration error")
_SPEED = ("median latency", "p95 latency")
_OF_OURS = (
    "right",
    "answered right",
    "cited right",
    "passage R@1",
    "abstention F1",
    "AUROC answerable",
    "calibration error",
)

Runs = Mapping[str, Sequence[Outcome]] | Mapping[str, Sequence[SentenceOutcome]]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the public sets lie, and a folder of this run's for what is made of them."""

    sets: Path
    work: Path


@dataclass(frozen=True, slots=True)
class Measured:
    """A set that was asked: what it is, and each system's scores."""

    title: str
    figures: tuple[str, ...]
    scores: Mapping[str, Scores]


Measure = Callable[[Bench, int | None], tuple[Runs, Measured]]


@click.command()
@click.argument("bench", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--limit", type=click.IntRange(min=1), help="Ask so many questions of each set.")
@click.option("--report", type=click.Path(path_type=Path, file_okay=False), help="Keep the pages.")
def main(bench: Path, limit: int | None, report: Path | None) -> None:
    """Measure on the sets in BENCH and on our own, and write down the figures."""
    measured = []
    with tempfile.TemporaryDirectory() as work:
        for name, measure_one in _SETS.items():
            print(f"Asking {name} ...", file=sys.stderr, flush=True)
            runs, one = measure_one(Bench(bench, Path(work)), limit)
            measured.append(one)
            if report:
                write_report(report / name, one.title, runs, one.scores)
            print(_tables([one]), flush=True)
    if limit:
        print("A trial: nothing was written to README.md and eval/RESULTS.md.", file=sys.stderr)
        return
    tables = _tables(measured)
    for path in (_ROOT / "README.md", _ROOT / "eval" / "RESULTS.md"):
        _put(tables, path)


def _encyclopedia(bench: Bench, limit: int | None) -> tuple[Runs, Measured]:
    files = bench.sets / "squadshifts"
    beside = (f"squad:{files / 'reddit.json'}", f"squad:{files / 'amazon.json'}")
    asked = open_set(f"squad:{files / 'new_wiki_test.json'}", Choices(beside, 0.0, limit, _SEED))
    assert isinstance(asked, QuestionSet)
    title = (
        f"SQuADShifts new_wiki_test, {len(asked.questions):,} questions, with its reddit and amazon"
        " paragraphs beside (the reader was trained on most of those, on none of new_wiki_test)"
    )
    return _asked(asked, _NO_INDEX, title, (*_FINDING, *_ANSWERING, *_SPEED), systems_for(asked))


def _half_held_out(bench: Bench, limit: int | None) -> tuple[Runs, Measured]:
    file = bench.sets / "squadshifts" / "new_wiki_test.json"
    asked = open_set(f"squad:{file}", Choices((), 0.5, limit, _SEED))
    assert isinstance(asked, QuestionSet)
    title = f"The same without the distractors, half of the articles left out (seed {_SEED})"
    return _asked(asked, _NO_INDEX, title, (*_ANSWERING, *_ABSTAINING), (PRODUCT,))


def _sentences(bench: Bench, limit: int | None) -> tuple[Runs, Measured]:
    asked = open_set(f"wikiqa:{bench.sets / 'wikiqa' / 'test.tsv'}", Choices((), 0.0, limit, _SEED))
    assert isinstance(asked, SentenceSet)
    runs = rank_all(asked, systems_for(asked))
    scores = {name: measure_sentences(outcomes) for name, outcomes in runs.items()}
    title = f"WikiQA test, {len(asked.questions):,} questions with an answer"
    return runs, Measured(title, ("MAP", "MRR"), scores)


def _ours(questions: str, *articles: str) -> Measure:
    """A question set of ours over articles of ours."""

    def measure_one(bench: Bench, limit: int | None) -> tuple[Runs, Measured]:
        index = bench.work / questions
        update_index(index, [Path(each) for each in articles])
        return _of_our_questions(questions, index, limit)

    return measure_one


def _newswire(questions: str) -> Measure:
    """A question set of ours over the seeds and newswire, indexed once for all such sets."""

    def measure_one(bench: Bench, limit: int | None) -> tuple[Runs, Measured]:
        index = bench.work / "newswire"
        if not index.exists():
            stories = bench.sets / "reuters21578" / "stories.jsonl.gz"
            index_newswire(stories, index, (Path("seeds"),))
        return _of_our_questions(questions, index, limit)

    return measure_one


def _of_our_questions(questions: str, index: Path, limit: int | None) -> tuple[Runs, Measured]:
    file = _ROOT / "eval" / "questions" / questions
    asked = open_set(str(file), Choices((), 0.0, limit, _SEED))
    assert isinstance(asked, QuestionSet)
    title = f"{questions}: {_counted(asked)}"
    return _asked(asked, index, title, _OF_OURS, (PRODUCT,))


def _counted(asked: QuestionSet) -> str:
    answerable = sum(each.answerable for each in asked.questions)
    return f"{answerable} answerable, {len(asked.questions) - answerable} not"


def _asked(
    asked: QuestionSet, index: Path, title: str, figures: tuple[str, ...], systems: Sequence[str]
) -> tuple[Runs, Measured]:
    runs = ask_all(asked, systems, index).runs
    scores = {name: measure(outcomes) for name, outcomes in runs.items()}
    return runs, Measured(title, figures, scores)


def _encyclopedia_alone(bench: Bench, limit: int | None) -> tuple[Runs, Measured]:
    file = bench.sets / "squadshifts" / "new_wiki_test.json"
    asked = open_set(f"squad:{file}", Choices((), 0.0, limit, _SEED))
    assert isinstance(asked, QuestionSet)
    systems = ("lexical", "fused", PRODUCT)
    title = "The same questions without the distractors"
    return _asked(asked, _NO_INDEX, title, (*_FINDING, *_ANSWERING), systems)


def _news(bench: Bench, limit: int | None) -> tuple[Runs, Measured]:
    file = write_squad(MADE_ARTICLES, MADE_HELD_OUT, bench.work)
    asked = open_set(f"squad:{file}", Choices((), 0.0, limit, _SEED))
    assert isinstance(asked, QuestionSet)
    title = (
        f"Made news in other words than its own, {len(asked.documents)} articles: {_counted(asked)}"
        " (the reader was trained on such questions, on other articles)"
    )
    figures = (*_FINDING, *_ANSWERING, *_ABSTAINING)
    return _asked(asked, _NO_INDEX, title, figures, ("lexical", "fused", PRODUCT))


_PAGES = ("tests/pages/*.txt", "tests/pages/*.html")
_OVER_NEWSWIRE = (
    "quotes",
    "reports",
    "time",
    "conversation",
    "wire",
    "quotes-held-out",
    "reports-held-out",
    "time-held-out",
    "conversation-held-out",
)
_SETS: dict[str, Measure] = {
    "encyclopedia": _encyclopedia,
    "encyclopedia-alone": _encyclopedia_alone,
    "half-held-out": _half_held_out,
    "sentences": _sentences,
    "news": _news,
    "seeds": _ours("seeds.jsonl", "seeds"),
    "seeds-held-out": _ours("seeds-held-out.jsonl", "seeds"),
    "pages": _ours("pages.jsonl", *_PAGES),
    "pages-held-out": _ours("pages-held-out.jsonl", *_PAGES),
    "velmar": _ours("velmar.jsonl", "eval/questions/velmar"),
    **{name: _newswire(f"{name}.jsonl") for name in _OVER_NEWSWIRE},
}


def _tables(measured: Sequence[Measured]) -> str:
    """A table for each set with figures of its own, and one for all the others, which are ours."""
    ours = [each for each in measured if each.figures == _OF_OURS]
    tables = [_table(each) for each in measured if each.figures != _OF_OURS]
    return "\n".join([*tables, _table_of_ours(ours)] if ours else tables)


def _table_of_ours(measured: Sequence[Measured]) -> str:
    """A Markdown table: a row a set, a column a figure."""
    scores = [each.scores[PRODUCT] for each in measured]
    figures = [name for name in _OF_OURS if any(_cell(each, name) for each in scores)]
    lines = [
        "**Our own question sets**",
        "",
        f"| | {' | '.join(figures)} |",
        f"|---|{'---|' * len(figures)}",
        *(
            f"| {each.title} | {' | '.join(_cell(of, name) for name in figures)} |"
            for each, of in zip(measured, scores, strict=True)
        ),
    ]
    return "\n".join((*lines, ""))


def _table(measured: Measured) -> str:
    """A Markdown table: a row a figure, a column a system, each value with its interval."""
    lines = [
        f"**{measured.title}**",
        "",
        f"| | {' | '.join(measured.scores)} |",
        f"|---|{'---|' * len(measured.scores)}",
    ]
    for name in measured.figures:
        cells = [_cell(scores, name) for scores in measured.scores.values()]
        unit = " (ms)" if meaning_of(name).unit == "ms" else ""
        if any(cells):
            lines.append(f"| {name}{unit} | {' | '.join(cells)} |")
    return "\n".join((*lines, ""))


def _cell(scores: Scores, name: str) -> str:
    figure = scores.figure(name)
    if figure is None:
        return ""
    value, low, high = written(figure)
    return f"{value} ({low} to {high})"


def _put(tables: str, path: Path) -> None:
    """Replace what stands between the marks."""
    text = path.read_text("utf-8")
    before, begins, rest = text.partition(_BEGIN)
    _, ends, after = rest.partition(_END)
    if not (begins and ends):
        raise InvalidRequest(f"{path} lacks the marks for the tables.", f"Put in {_BEGIN}, {_END}.")
    path.write_text(f"{before}{_BEGIN}\n{tables}{_END}{after}", "utf-8")


if __name__ == "__main__":
    main()
