"""Show a run of indexing as progress bars in the terminal. Input: the indexer's calls."""

from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

# A rate over less than this jumps about.
_RATE_OVER_S = 30.0


class ProgressBars:
    """A bar for each stage, on standard error, with its share, its rate and the time left.

    A context manager, called by the indexer.
    """

    def __init__(self, console: Console) -> None:
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            _Documents(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            speed_estimate_period=_RATE_OVER_S,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> "ProgressBars":
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def __call__(self, stage: str, done: int, total: int, documents: int) -> None:
        """The indexer's `Progress`: ``done`` of ``total`` of ``stage``, and documents so far."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=total, taken_before=documents)
        task = self._tasks[stage]
        # A stage of nothing is done: an empty bar would wait for ever.
        self._bars.update(task, completed=done if total else 1, total=total or 1, taken=documents)


class _Documents(ProgressColumn):
    """How many documents a stage has taken in, and how many in a second."""

    def render(self, task: Task) -> Text:
        taken = task.fields.get("taken", 0) - task.fields["taken_before"]
        if not taken or not task.elapsed:
            return Text("")
        return Text(f"{taken:,} documents, {taken / task.elapsed:,.1f} a second", style="cyan")
