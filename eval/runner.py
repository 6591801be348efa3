"""Ask systems the questions of a set. Input: systems and questions. Output: outcomes, in order.

Systems are asked one after another, each the whole set, so that none profits from another's work.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from index.indexing import Progress, silent

_Asked_contra = TypeVar("_Asked_contra", contravariant=True)
_Made_co = TypeVar("_Made_co", covariant=True)


class Asks(Protocol[_Asked_contra, _Made_co]):
    """A system that makes an outcome of a question."""

    def ask(self, question: _Asked_contra, /) -> _Made_co:
        """The outcome, with the time it took."""
        ...


def run(
    systems: Mapping[str, Asks[_Asked_contra, _Made_co]],
    questions: Sequence[_Asked_contra],
    progress: Progress = silent,
) -> dict[str, tuple[_Made_co, ...]]:
    """Each system's outcomes, by its name, after a question that is not counted: a service that is
    used is warm."""
    return {name: _run(name, system, questions, progress) for name, system in systems.items()}


def _run(
    name: str,
    system: Asks[_Asked_contra, _Made_co],
    questions: Sequence[_Asked_contra],
    progress: Progress,
) -> tuple[_Made_co, ...]:
    stage = f"Asking {name}"
    progress(stage, 0, len(questions), 0)
    for question in questions[:1]:
        system.ask(question)
    outcomes = []
    for done, question in enumerate(questions, start=1):
        outcomes.append(system.ask(question))
        progress(stage, done, len(questions), 0)
    return tuple(outcomes)
