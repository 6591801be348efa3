"""The systems that can be asked, by name. Input: names and an engine. Output: Systems.

lexical, dense, rrf, fused   ways of searching: `eval.systems.searches`
langchain                    what a user would build: `eval.systems.langchain`
reader                       the product itself, with its answers
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from eval.records import Outcome, Question
from eval.runner import Asks
from eval.systems.langchain import NAME, LangchainSystem
from eval.systems.searches import SEARCHES, Places, Search, Searching, fused
from index.errors import InvalidRequest
from index.indexing import Progress, silent
from qa.engine import Engine
from qa.records import Hit
from qa.understanding import understand

PRODUCT = "reader"


# Its outcome holds at most twenty passages, best first, and the answer of a system that gives one.
System = Asks[Question, Outcome]


class Product:
    """Citewire as its user has it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._places = Places(engine.index)

    def ask(self, question: Question) -> Outcome:
        """The answer with its passages, and after those what the search found besides, so that a
        ranking is as long as the others'. The time is the answer's alone."""
        answer = self._engine.ask(question.question, history=question.history)
        first = [(each.hit.passage.id, _score(each.hit)) for each in answer.passages]
        ranking = self._places.found(_distinct([*first, *self._rest(question)]), question)
        return Outcome(question, ranking, answer, answer.timings_ms["total"])

    def _rest(self, question: Question) -> list[tuple[int, float]]:
        index, embedder = self._engine.index, self._engine.embedder
        whole = self._engine.completed(question.question, question.history)
        query = understand(whole, index.fulltext)
        return fused(index, embedder, query)


def open_systems(
    names: Sequence[str], engine: Engine, progress: Progress = silent
) -> dict[str, System]:
    """The systems of these names, each once, in the order of the names, over the engine's index.

    Raises InvalidRequest for a name that is none.
    """
    require_known(names, SYSTEMS)
    return {name: SYSTEMS[name](engine, progress) for name in names}


def require_known(names: Sequence[str], known: Iterable[str]) -> None:
    """Raise InvalidRequest where one of the names is not among the known."""
    unknown = next((name for name in names if name not in known), None)
    if unknown is not None:
        raise InvalidRequest(
            f"There is no system {unknown!r} for this question set.",
            f"The systems are {', '.join(known)}.",
        )


def _search(search: Search, engine: Engine, _: Progress) -> System:
    return Searching(engine, search)


def _langchain(engine: Engine, progress: Progress) -> System:
    return LangchainSystem(engine.index, engine.embedder, progress)


def _product(engine: Engine, _: Progress) -> System:
    return Product(engine)


SYSTEMS: dict[str, Callable[[Engine, Progress], System]] = {
    **{name: partial(_search, search) for name, search in SEARCHES.items()},
    NAME: _langchain,
    PRODUCT: _product,
}


def _score(hit: Hit) -> float:
    # The last score that it was given is of the stage that put it where it is.
    return list(hit.scores.values())[-1]


def _distinct(ranking: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    first: dict[int, float] = {}
    for id_, score in ranking:
        first.setdefault(id_, score)
    return list(first.items())
