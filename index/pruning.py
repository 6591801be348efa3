"""Tell which recorded files a run speaks for. Input: the paths given. Output: a yes or no for each.

Only what lies in a folder that is there, or is matched by a pattern, is spoken for: a folder that
is missing, or in which nothing is found any more, may be a disk that is not mounted.
"""

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from index.discovering import WILDCARDS, Source
from index.records import Failure


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
            if not path.exists() and set(str(path)) & WILDCARDS
        )

    def covers(self, path: str) -> bool:
        """Whether a run over the paths would have met the file, a resolved path."""
        parts = Path(path).parts
        return (
            self._is_everything
            or any(parts[: len(folder)] == folder for folder in self._folders)
            or any(_matches(parts, pattern) for pattern in self._patterns)
        )


def emptied(
    paths: Sequence[Path], sources: Sequence[Source], gone: Iterable[str]
) -> tuple[set[str], list[Failure]]:
    """Which of the files that are ``gone``, resolved paths, lay in a folder of ``paths`` in which
    the run found no source at all; and a failure for each such folder."""
    kept: set[str] = set()
    failures = []
    left = list(gone)
    for folder in dict.fromkeys(path for path in paths if left and path.is_dir()):
        top = Path(os.path.realpath(folder))
        lost = {path for path in left if Path(path).is_relative_to(top)}
        if lost and not _finds_any(folder, top, sources):
            kept |= lost
            files = "1 indexed file was" if len(lost) == 1 else f"{len(lost):,} indexed files were"
            problem = f"{folder} is empty, and {files} under it."
            remedy = f"If they are gone for good: citewire remove {folder}."
            failures.append(Failure(folder.as_posix(), problem, remedy))
    return kept, failures


def _finds_any(folder: Path, top: Path, sources: Sequence[Source]) -> bool:
    """Whether a source lies in the folder as it was given, or else where it really is."""
    return any(source.path.is_relative_to(folder) for source in sources) or any(
        Path(os.path.realpath(source.path)).is_relative_to(top) for source in sources
    )


def _resolved(pattern: tuple[str, ...]) -> tuple[str, ...]:
    at = next(number for number, part in enumerate(pattern) if set(part) & WILDCARDS)
    return (*Path(os.path.realpath(Path(*pattern[:at]))).parts, *pattern[at:])


def _matches(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether the pattern matches the path, or a folder that it lies in."""
    if not pattern:
        return True
    if pattern[0] == "**":
        return any(_matches(parts[skipped:], pattern[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])
