"""The manifest: which generation is current, and the checksums of all that was derived for it.

It is replaced by an atomic rename after everything it names is on the disk, so that a reader finds
the old generation or the new one, whole, whenever the writer dies.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from index.records import VectorKind

MANIFEST = "manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """``index_id`` is the one in the database that all was derived from.

    ``folder`` is the generation's, below the index folder; ``files`` holds (path in that folder,
    bytes, sha256) of each file there.
    """

    index_id: str
    generation: int
    folder: str
    passages: int
    vector_kind: VectorKind
    files: tuple[tuple[str, int, str], ...]
    format: int = _FORMAT


def read_manifest(index_folder: Path) -> Manifest | None:
    """The manifest in force; None where it is missing or cannot be understood."""
    try:
        fields = json.loads((index_folder / MANIFEST).read_text("utf-8"))
        fields["files"] = tuple((str(p), int(n), str(d)) for p, n, d in fields["files"])
        fields["vector_kind"] = VectorKind(fields["vector_kind"])
        manifest = Manifest(**fields)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return manifest if manifest.format == _FORMAT else None


def write_manifest(index_folder: Path, manifest: Manifest) -> None:
    """Put the manifest in force. All that it names must be flushed to the disk before."""
    new = index_folder / f"{MANIFEST}.new"
    with new.open("w", encoding="utf-8") as stream:
        json.dump(asdict(manifest), stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(index_folder / MANIFEST)
    flush_folder(index_folder)


def stamp(index_folder: Path) -> tuple[int, int, int] | None:
    """What changes whenever the manifest is replaced; None where there is none."""
    try:
        status = (index_folder / MANIFEST).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def files_in(folder: Path) -> tuple[tuple[str, int, str], ...]:
    """Path, size and checksum of every file below ``folder``, by path."""
    return tuple(
        (path.relative_to(folder).as_posix(), path.stat().st_size, _sha256(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )


def is_whole(index_folder: Path, manifest: Manifest) -> bool:
    """Whether the generation's files are, byte for byte, the ones that the manifest names."""
    folder = index_folder / manifest.folder
    try:
        return all(
            (folder / path).stat().st_size == size and _sha256(folder / path) == digest
            for path, size, digest in manifest.files
        )
    except OSError:
        return False


def flush_folder(folder: Path) -> None:
    """Flush the folder's own entries, so that a new name survives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
