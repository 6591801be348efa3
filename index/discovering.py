"""Find the files that a run is to index. Input: paths as the user gave them. Output: Sources.

A source's uri is its path as it was given, so that a citation reads as the user knows the file.
Hidden files and folders inside a folder are passed over; a file named outright never is.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import NothingToIndex
from index.records import Failure


@dataclass(frozen=True, slots=True)
class Source:
    """A file to index, under the name it is cited by."""

    uri: str
    path: Path


def find_sources(
    paths: Sequence[Path], index_folder: Path
) -> tuple[tuple[Source, ...], tuple[Failure, ...]]:
    """Every file under ``paths``, each once, in name order within a folder; and what is missing.

    The index may stand in a folder that it is made of: its own files are passed over.
    Raises NothingToIndex where no file is found and nothing is missing, or no path was given.
    """
    sources: dict[str, Source] = {}
    failures: list[Failure] = []
    for path in paths:
        if path.is_dir():
            sources.update(
                (source.uri, source) for source in _files_in(path, index_folder, failures)
            )
        elif path.exists():
            sources[path.as_posix()] = Source(path.as_posix(), path)
        else:
            failures.append(
                Failure(path.as_posix(), f"{path} does not exist.", "Check the path's spelling.")
            )
    if not sources and not failures:
        named = ", ".join(str(path) for path in paths) or "what was given"
        raise NothingToIndex(
            f"There is no file in {named}.", "Name a file, or a folder with files in it."
        )
    for uri in [uri for uri in sources if not _can_be_cited(uri)]:
        del sources[uri]
        shown = ascii(uri)
        failures.append(Failure(shown, f"{shown} is no name in UTF-8.", "Rename the file."))
    return tuple(sources.values()), tuple(failures)


def _can_be_cited(uri: str) -> bool:
    """Whether the name is text; a file system may hold names that are bytes of another encoding."""
    try:
        uri.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _files_in(folder: Path, index_folder: Path, failures: list[Failure]) -> Iterator[Source]:
    own = index_folder.resolve()

    def note(error: OSError) -> None:
        failures.append(
            Failure(
                str(error.filename),
                f"{error.filename} cannot be opened: {error.strerror}.",
                "Check that you may read the folder.",
            )
        )

    for here, subfolders, names in os.walk(folder, onerror=note):
        if Path(here).resolve() == own:
            subfolders.clear()
            continue
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here) / name
            # A socket or a pipe would block its reader for ever.
            if not name.startswith(".") and (path.is_file() or not path.exists()):
                yield Source(path.as_posix(), path)
