"""Measure how long Citewire lets its user wait. Input: texts and a question set. Output: a table.

    python -m eval.speed FOLDER_OF_TEXTS QUESTIONS.jsonl

Every figure stands beside a baseline of the same machine at the same time, since seconds alone tell
little of a machine that is shared: for a fresh process, the same interpreter doing nothing; for a
warm question, one embedding of a question. No part of the tests.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
from rich.console import Console
from rich.table import Table

from eval.records import Question
from eval.sets.jsonl import read_questions
from index.errors import CitewireError
from index.settings import read_settings
from index.wiring import open_embedder
from qa import open_engine

_RUNS = 5
# What the `citewire` script runs, with this very interpreter.
CITEWIRE = ("-c", "from ui.cli import main; main()")
_DO_NOTHING = ("-c", "pass")


@dataclass(frozen=True, slots=True)
class Timing:
    """What was measured, the seconds of each run, and the median seconds of what it is held
    against, which ``baseline`` names."""

    what: str
    seconds: tuple[float, ...]
    baseline: str
    baseline_s: float

    @property
    def median_s(self) -> float:
        """The median of the runs."""
        return median(self.seconds)

    @property
    def p95_s(self) -> float:
        """What 95 of 100 runs stay within."""
        return float(np.percentile(self.seconds, 95))

    @property
    def ratio(self) -> float:
        """How many baselines the median is."""
        return self.median_s / self.baseline_s


def main(texts: Path, questions_file: Path) -> None:
    """Measure on an index of ``texts`` made for it, and print the table."""
    questions = read_questions(questions_file)
    # A model that was never exported would be now, and that is no part of any figure.
    open_embedder(read_settings().embedding_model, read_settings())
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "index"
        timings = (
            *time_processes(texts, folder, questions[0].question),
            *time_questions(folder, questions),
        )
    Console().print(present_timings(f"{texts}, {len(questions)} questions", timings))


def time_processes(texts: Path, folder: Path, question: str) -> tuple[Timing, ...]:
    """Indexing ``texts`` into ``folder``, again unchanged, and a question, each in a process of its
    own. The index stays for who comes next."""
    nothing_s = median(_process_s(_DO_NOTHING) for _ in range(_RUNS))
    index = (*CITEWIRE, "index", str(texts), "--index", str(folder))
    ask = (*CITEWIRE, "ask", question, "--index", str(folder))
    measured = {
        "index, fresh": (_process_s(index),),
        "index, unchanged": tuple(_process_s(index) for _ in range(_RUNS)),
        "ask, cold": tuple(_process_s(ask) for _ in range(_RUNS)),
    }
    return tuple(Timing(what, seconds, "python", nothing_s) for what, seconds in measured.items())


def time_questions(folder: Path, questions: Sequence[Question]) -> tuple[Timing, ...]:
    """Each question asked in this process, and then each once more."""
    engine = open_engine(folder)
    embedder = open_embedder(read_settings().embedding_model, read_settings())
    embeddings = [_seconds(partial(embedder.embed_question, q.question)) for q in questions]
    # The engine has a session of its own, whose first run is slower; no question of the set.
    engine.search("warm")
    passes = {
        what: tuple(_seconds(partial(engine.ask, q.question, history=q.history)) for q in questions)
        for what in ("ask, first pass", "ask, second pass")
    }
    return tuple(
        Timing(what, seconds, "embedding", median(embeddings)) for what, seconds in passes.items()
    )


def present_timings(title: str, timings: Sequence[Timing]) -> Table:
    """A row for each; p95 only of enough runs to tell it."""
    table = Table(title=title)
    table.add_column("what", no_wrap=True)
    for column in ("runs", "median ms", "p95 ms", "against", "its ms", "ratio"):
        table.add_column(column, justify="right", no_wrap=True)
    for timing in timings:
        table.add_row(
            timing.what,
            str(len(timing.seconds)),
            _milliseconds(timing.median_s),
            _milliseconds(timing.p95_s) if len(timing.seconds) >= 20 else "",
            timing.baseline,
            _milliseconds(timing.baseline_s),
            f"{timing.ratio:.1f}",
        )
    return table


def _process_s(arguments: Sequence[str]) -> float:
    """Raises CalledProcessError where the process fails: a failure is no measurement."""
    command = [sys.executable, *arguments]
    return _seconds(lambda: subprocess.run(command, check=True, capture_output=True))


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.1f}"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Usage: python -m eval.speed FOLDER_OF_TEXTS QUESTIONS.jsonl")
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except CitewireError as error:
        sys.exit(str(error))
