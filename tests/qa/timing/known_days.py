"""Days that a test's collection knows, for questions to be scoped with."""

from datetime import date

from qa.timing.periods import Period
from qa.timing.scope import TimeScope
from qa.timing.scoping import time_scope


class Known:
    """Days that a test's collection knows."""

    def __init__(
        self,
        newest: date | None = None,
        events: dict[str, Period] | None = None,
        oldest: date | None = None,
        deeds: dict[str, Period] | None = None,
    ) -> None:
        self._newest, self._oldest = newest, oldest
        self._events, self._deeds = events or {}, deeds or {}

    def newest(self) -> date | None:
        return self._newest

    def oldest(self) -> date | None:
        return self._oldest

    def of_event(self, words: str) -> Period | None:
        return self._events.get(words)

    def of_deed(self, who: str, deed: str) -> Period | None:
        return self._deeds.get(f"{who} {deed}")


def scope(question: str, known: Known | None = None) -> TimeScope:
    return time_scope(question, known or Known())
