"""Give each part of a file a name of its own. Input: the names they ask for. Output: no two alike.

The names given stand in a temporary database, which the system keeps on disk once it is large, so
that a table of any length takes no more memory than a short one.
"""

import sqlite3


class UniqueNames:
    """Remembers the names that it gave, ``count`` of them; ``close`` it when the file is read."""

    def __init__(self) -> None:
        # A generator may be begun in one thread and gone on with in another, never in both at once.
        self._given = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._given.execute("PRAGMA journal_mode=OFF")
        self._given.execute("CREATE TABLE given(name TEXT PRIMARY KEY) WITHOUT ROWID")
        self._given.execute("BEGIN")
        self.count = 0

    def give(self, wanted: str) -> str:
        """``wanted`` itself the first time, then ``wanted~2``, ``wanted~3``."""
        name, times = wanted, 1
        while not self._is_new(name):
            times += 1
            name = f"{wanted}~{times}"
        self.count += 1
        return name

    def close(self) -> None:
        """Forget every name."""
        self._given.close()

    def _is_new(self, name: str) -> bool:
        cursor = self._given.execute("INSERT OR IGNORE INTO given VALUES (?)", (name,))
        return cursor.rowcount == 1
