"""Keep an index in step with folders. Input: folders. Output: a line for each run, until stopped.

What changes while a run is under way is not lost: it starts the next one.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from index.errors import CitewireError, InvalidRequest, NothingToIndex
from index.records import Failure, IndexReport

Update = Callable[[], IndexReport]
Tell = Callable[[str], None]

# A file is mostly written within this; one that takes longer starts a second run.
_QUIET_MS, _AT_MOST_MS = 200, 2_000
_LOOKS_EVERY_MS = 250
_TRIES_AGAIN_AFTER_S = 5.0


def keep_in_step(
    folder: Path, watched: Sequence[Path], mapping: Mapping[str, str], tell: Tell
) -> None:
    """Bring the index in ``folder`` in step with the ``watched`` folders now and whenever something
    in them changes, until interrupted.

    ``tell`` is given a line for each run. A run that ends in an error is tried again; the error is
    told once, until it is another or a run has ended well.
    Raises NothingToIndex where one of them is no folder, InvalidRequest where the system cannot
    watch them.
    """
    from index.wiring import update_index

    def update() -> IndexReport:
        return update_index(folder, watched, prune=True, mapping=mapping)

    for path in watched:
        if not path.is_dir():
            raise NothingToIndex(f"There is no folder {path}.", "Name a folder that is there.")
    follow(_changes(folder, watched), update, tell, time.monotonic)


def follow(changes: Iterator[bool], update: Update, tell: Tell, clock: Callable[[], float]) -> None:
    """Update once, then for each look at which something had changed, and some seconds after an
    update that failed; ``clock`` gives seconds. Returns when there are no more changes."""
    runs = _Runs(update, tell)
    # From the first look on, whatever changes is seen at the next.
    next(changes)
    runs.run()
    again_at = clock() + _TRIES_AGAIN_AFTER_S
    for has_changed in changes:
        if has_changed or (runs.has_failed and clock() >= again_at):
            runs.run()
            again_at = clock() + _TRIES_AGAIN_AFTER_S


class _Runs:
    """Runs one by one; a failure or an error that the run before had too is not told again."""

    def __init__(self, update: Update, tell: Tell) -> None:
        self._update, self._tell = update, tell
        self._told: frozenset[Failure] = frozenset()
        self._error = ""

    @property
    def has_failed(self) -> bool:
        return bool(self._error)

    def run(self) -> None:
        try:
            report = self._update()
        except CitewireError as error:
            if str(error) != self._error:
                self._tell(f"{_now()}  {error}")
            self._error = str(error)
            return
        self._error = ""
        self._tell(
            f"{_now()}  added {report.added.documents:,}, removed {report.removed.documents:,},"
            f" failed {len(report.failed):,} ({report.seconds:.1f} s)"
        )
        for failure in report.failed:
            if failure not in self._told:
                self._tell(f"  {failure.problem} {failure.remedy}")
        self._told = frozenset(report.failed)


def _changes(index_folder: Path, watched: Sequence[Path]) -> Iterator[bool]:
    """For ever: whether something has changed since the look before."""
    from watchfiles import watch

    own = os.path.realpath(index_folder)
    try:
        for changed in watch(
            *(os.path.realpath(path) for path in watched),
            # The index may stand in a folder that it is made of.
            watch_filter=lambda _, path: path != own and not path.startswith(f"{own}{os.sep}"),
            debounce=_AT_MOST_MS,
            step=_QUIET_MS,
            rust_timeout=_LOOKS_EVERY_MS,
            yield_on_timeout=True,
        ):
            yield bool(changed)
    except OSError as error:
        raise InvalidRequest(
            f"The folders cannot be watched: {error}.",
            "Raise fs.inotify.max_user_watches, or run citewire index --prune from time to time.",
        ) from error


def _now() -> str:
    return time.strftime("%H:%M:%S")
