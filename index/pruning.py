"""Tell which recorded files a run speaks for. Input: the paths given. Output: a yes or no for each.

Only what lies in a folder that is there, or is matched by a pattern, is spoken for: a folder that
is missing may be a disk that is not mounted.
"""

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

_WILDCARDS = set("*?[")


class Scope:
    """Everything below these folders and matched by these patterns; all there is for no path."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._is_everything = not paths
        self._folders = tuple(
            tuple(Path(os.path.realpath(path)).parts) for path in paths if path.is_dir()
        )
        self._patterns = tuple(
            _resolved(path.parts)
            for path in paths
            if not path.exists() and set(str(path)) & _WILDCARDS
        )

    def covers(self, path: str) -> bool:
        """Whether a run over the paths would have met the file, a resolved path."""
        parts = Path(path).parts
        return (
            self._is_everything
            or any(parts[: len(folder)] == folder for folder in self._folders)
            or any(_matches(parts, pattern) for pattern in self._patterns)
        )


def _resolved(pattern: tuple[str, ...]) -> tuple[str, ...]:
    at = next(number for number, part in enumerate(pattern) if set(part) & _WILDCARDS)
    return (*Path(os.path.realpath(Path(*pattern[:at]))).parts, *pattern[at:])


def _matches(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether the pattern matches the path, or a folder that it lies in."""
    if not pattern:
        return True
    if pattern[0] == "**":
        return any(_matches(parts[skipped:], pattern[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])
