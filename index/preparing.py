"""Read and prepare items, in other processes where there are many. Input: steps, with the items to
take. Output: the same steps in the same order, each with what was made of its item.

Only so many items are on their way at a time, however many there are.
"""

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from itertools import chain, islice

from index.articles import prepare
from index.comparing import Step, Take
from index.errors import SourceUnreadable
from index.pages.repeated import repeated_lines
from index.prepared import Prepared
from index.reading import read_page
from index.records import Failure, Item, Page
from index.workers import WorkerDied, Workers, WorkersUnusable

Made = Prepared | Failure
_Group = list[Step]
_Awaited = Future[tuple[list[Made], float]] | None

# A group costs a worker's attention once; the fewest of them are as much work as starting one.
_GROUP_ITEMS, _GROUP_BYTES, _FEWEST_GROUPS = 16, 256_000, 3
_GROUP_STEPS = 500
_SAVE_AS_TEXT = "Save the article as plain text (UTF-8), or leave the file out."
_log = logging.getLogger(__name__)
# In flight for each worker, so that none waits while a batch is embedded.
_GROUPS_AHEAD = 8
# Beyond four they read faster than any embedding model can follow.
_MOST_WORKERS = 4


class Preparing:
    """Reads and prepares; ``spent_s`` is how many CPU seconds it took, in all processes."""

    def __init__(self, workers: int | None = None) -> None:
        self.spent_s = 0.0
        self._count = min(_cores(), _MOST_WORKERS) if workers is None else workers

    def prepared(self, steps: Iterable[Step]) -> Generator[tuple[Step, Made | None], None, None]:
        """Each step, and for a `Take` what was made of its item. To be closed."""
        groups = _grouped(self._timed(iter(steps)))
        if self._count < 2:
            yield from self._here(groups)
            return
        first = list(islice(groups, _FEWEST_GROUPS))
        if len(first) < _FEWEST_GROUPS:
            yield from self._here(first)
        else:
            yield from self._elsewhere(chain(first, groups))

    def _here(self, groups: Iterable[_Group]) -> Iterator[tuple[Step, Made | None]]:
        for group in groups:
            yield from self._joined(group, prepare_items(_items(group)))

    def _elsewhere(self, groups: Iterable[_Group]) -> Iterator[tuple[Step, Made | None]]:
        waiting: deque[tuple[_Group, _Awaited]] = deque()
        with Workers(self._count) as workers:
            for group in groups:
                items = _items(group)
                waiting.append((group, workers.submit(prepare_items, items) if items else None))
                if len(waiting) > self._count * _GROUPS_AHEAD:
                    yield from self._joined(*self._finished(workers, *waiting.popleft()))
            while waiting:
                yield from self._joined(*self._finished(workers, *waiting.popleft()))

    def _finished(
        self, workers: Workers, group: _Group, awaited: _Awaited
    ) -> tuple[_Group, tuple[list[Made], float]]:
        try:
            return group, awaited.result() if awaited else ([], 0.0)
        except WorkersUnusable:
            return group, prepare_items(_items(group))
        except WorkerDied:
            # One item broke it. The others of the group are innocent.
            alone = [_made_alone(workers, item) for item in _items(group)]
            return group, (alone, 0.0)

    def _joined(
        self, group: _Group, made: tuple[list[Made], float]
    ) -> Iterator[tuple[Step, Made | None]]:
        self.spent_s += made[1]
        rest = iter(made[0])
        for step in group:
            yield step, next(rest) if isinstance(step, Take) else None

    def _timed(self, steps: Iterator[Step]) -> Iterator[Step]:
        while True:
            began = time.thread_time()
            step = next(steps, None)
            self.spent_s += time.thread_time() - began
            if step is None:
                return
            yield step


def prepare_items(items: Sequence[Item]) -> tuple[list[Made], float]:
    """What was made of each item, and how many CPU seconds it took.

    Items of one folder that come together tell which lines are the outlet's own.
    """
    began = time.thread_time()
    read = [_read(item) for item in items]
    shared = repeated_lines([page for page in read if isinstance(page, Page)])
    made = [_prepared(each, shared) if isinstance(each, Page) else each for each in read]
    return made, time.thread_time() - began


def _prepared(page: Page, shared: Mapping[str, frozenset[str]]) -> Made:
    uri = page.document.uri
    try:
        return prepare(page, shared.get(page.document.id, frozenset()))
    except Exception:  # noqa: BLE001  one page must not cost all the others
        _log.exception("%s cannot be taken apart", uri)
        return Failure(uri, f"{uri} cannot be taken apart.", _SAVE_AS_TEXT)


def _read(item: Item) -> Page | Failure:
    try:
        return read_page(item)
    except SourceUnreadable as error:
        return Failure(item.uri, error.problem, error.remedy)
    except Exception:  # noqa: BLE001  a library's, over a file broken in a way of its own
        _log.exception("%s cannot be read", item.uri)
        return Failure(item.uri, f"{item.uri} cannot be read.", _SAVE_AS_TEXT)


def _made_alone(workers: Workers, item: Item) -> Made:
    try:
        (made,), _ = workers.submit(prepare_items, [item]).result()
    except (WorkerDied, WorkersUnusable):
        return Failure(
            item.uri,
            f"{item.uri} cannot be read: whatever tries to ends at once, or runs out of memory.",
            _SAVE_AS_TEXT,
        )
    return made


def _grouped(steps: Iterator[Step]) -> Iterator[_Group]:
    group: _Group = []
    items = size = 0
    for step in steps:
        group.append(step)
        if isinstance(step, Take):
            items += 1
            size += len(step.item.content)
        if items >= _GROUP_ITEMS or size >= _GROUP_BYTES or len(group) >= _GROUP_STEPS:
            yield group
            group, items, size = [], 0, 0
    if group:
        yield group


def _items(group: _Group) -> list[Item]:
    return [step.item for step in group if isinstance(step, Take)]


def _cores() -> int:
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
