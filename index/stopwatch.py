"""Add up how long each stage of a run takes. Input: stages, entered and left. Output: seconds."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


class Stopwatch:
    """Seconds by stage, in the order in which they are named."""

    def __init__(self, stages: Sequence[str]) -> None:
        self._spent_s = dict.fromkeys(stages, 0.0)

    @contextmanager
    def measured(self, stage: str) -> Iterator[None]:
        """What happens inside counts for ``stage``."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.add(stage, time.perf_counter() - began)

    def add(self, stage: str, seconds: float) -> None:
        """So many seconds more for ``stage``."""
        self._spent_s[stage] += seconds

    @property
    def stages(self) -> tuple[tuple[str, float], ...]:
        """Each stage with its seconds."""
        return tuple(self._spent_s.items())
