"""Find the files that a run is to index. Input: paths as the user gave them. Output: Sources.

A source's uri is its path as it was given, so that a citation reads as the user knows the file; a
file that is met under several paths goes by the first. Hidden files and folders inside a folder are
passed over, and so are files that never hold text; a file named outright never is.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from index.errors import NothingToIndex
from index.records import Failure

# Endings of files that stand beside articles and have no words to read. What else is not read is
# named as a failure, so that nobody takes it for indexed.
_NO_TEXT = frozenset(
    """
    .png .jpg .jpeg .gif .webp .bmp .ico .svg .tif .tiff .heic .avif .psd
    .mp3 .m4a .wav .ogg .flac .aac .mp4 .m4v .mov .avi .mkv .webm
    .woff .woff2 .ttf .otf .eot .db .sqlite .sqlite3
    """.split()
)
_OFFICE_LOCK = "~$"
WILDCARDS = frozenset("*?[")
"""What makes a part of a path a pattern."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to index, under the name it is cited by."""

    uri: str
    path: Path


def find_sources(
    paths: Sequence[Path], index_folder: Path
) -> tuple[tuple[Source, ...], tuple[Failure, ...]]:
    """Every file under ``paths``, each once, in name order within a folder; and what is missing.

    A path that does not exist and has wildcards in it is a pattern, of which ``**`` matches folders
    at any depth. The index may stand in a folder that it is made of: its own files are passed over.
    Raises NothingToIndex where no file is found and nothing is missing, or no path was given.
    """
    search = _Search(index_folder)
    for path in paths:
        search.take(path)
    if not search.sources and not search.failures:
        named = ", ".join(str(path) for path in paths) or "what was given"
        raise NothingToIndex(
            f"There is no file in {named}.", "Name a file, or a folder with files in it."
        )
    return tuple(search.sources.values()), tuple(search.failures)


def holds_no_text(path: str) -> bool:
    """Whether the file's name says that there are no words in it: a picture, say."""
    name = PurePosixPath(path)
    return name.suffix.lower() in _NO_TEXT or name.name.startswith(_OFFICE_LOCK)


class _Search:
    """What is found so far: sources by their resolved path, and folders that were gone through."""

    def __init__(self, index_folder: Path) -> None:
        self.sources: dict[str, Source] = {}
        self.failures: list[Failure] = []
        self._own = os.path.realpath(index_folder)
        self._walked: set[str] = set()

    def take(self, path: Path) -> None:
        if path.is_dir():
            self._walk(path)
        elif os.path.exists(path):
            self._add(path, os.path.realpath(path))
        elif set(str(path)) & WILDCARDS:
            self._match(path)
        else:
            self._fail(path, "does not exist", "Check the path's spelling.")

    def _match(self, pattern: Path) -> None:
        at = next(n for n, part in enumerate(pattern.parts) if set(part) & WILDCARDS)
        above, below = Path(*pattern.parts[:at]), pattern.parts[at:]
        try:
            # Unlike the glob module this goes into no linked folder, and so in no circle.
            matches = sorted(above.glob("/".join(below)))
        except (ValueError, OSError) as error:
            self._fail(pattern, f"cannot be looked for: {error}", "Check the pattern.")
            return
        if not any(part.startswith(".") for part in below):
            matches = [path for path in matches if not _is_hidden(path.relative_to(above))]
        if not matches:
            self._fail(pattern, "matches no file", "Check the pattern's spelling.")
        for path in matches:
            if path.is_dir():
                self._walk(path)
            else:
                self._add_found(path, os.path.realpath(path))

    def _walk(self, folder: Path) -> None:
        for here, subfolders, names in os.walk(folder, onerror=self._note):
            resolved = os.path.realpath(here)
            if resolved in self._walked or self._is_own(resolved):
                subfolders.clear()
                continue
            self._walked.add(resolved)
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            for name in sorted(name for name in names if not name.startswith(".")):
                path = Path(here) / name
                is_link = path.is_symlink()
                self._add_found(
                    path, os.path.realpath(path) if is_link else os.path.join(resolved, name)
                )

    def _add_found(self, path: Path, resolved: str) -> None:
        # A socket or a pipe would block its reader for ever. A link to nothing is left for its
        # reader to name.
        is_readable = path.is_file() or not path.exists()
        if is_readable and not holds_no_text(path.name) and not self._is_own(resolved):
            self._add(path, resolved)

    def _add(self, path: Path, resolved: str) -> None:
        if is_utf_8(path.as_posix()):
            self.sources.setdefault(resolved, Source(path.as_posix(), path))
        else:
            self._fail(path, "is no name in UTF-8", "Rename the file.")

    def _is_own(self, resolved: str) -> bool:
        return resolved == self._own or resolved.startswith(f"{self._own}{os.sep}")

    def _note(self, error: OSError) -> None:
        self._fail(
            Path(str(error.filename)),
            f"cannot be opened: {error.strerror}",
            "Check that you may read the folder.",
        )

    def _fail(self, path: Path, why: str, remedy: str) -> None:
        shown = path.as_posix()
        shown = shown if is_utf_8(shown) else ascii(shown)
        self.failures.append(Failure(shown, f"{shown} {why}.", remedy))


def is_utf_8(name: str) -> bool:
    """Whether the name is text; a file system may hold names that are bytes of another encoding."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
