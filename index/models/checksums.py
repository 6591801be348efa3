"""The checksum of a large file. Input: a file and the cache folder. Output: its sha256, in hex.

To read 90 MB takes a quarter of a second at every start, so it is remembered in the cache for as
long as the file's size and time of change stay.
"""

import hashlib
import re
from contextlib import suppress
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")


def remembered_sha256(path: Path, cache: Path, known: str | None = None) -> str:
    """The file's checksum. One that is not ``known``, where that is given, is not remembered.

    Raises OSError where the file cannot be read. A cache that cannot be written to remembers
    nothing, and that is all.
    """
    status = path.stat()
    seen = f"{path.resolve()}:{status.st_size}:{status.st_mtime_ns}"
    memory = cache / f"weights-{hashlib.sha256(seen.encode()).hexdigest()[:16]}.sha256"
    remembered = _remembered(memory)
    found = remembered or sha256_of(path)
    if not remembered and known in (None, found):
        with suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
            memory.write_text(found, "ascii")
    return found


def sha256_of(path: Path) -> str:
    """The file's checksum, read anew."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _remembered(memory: Path) -> str | None:
    try:
        found = memory.read_text("ascii")
    except (OSError, ValueError):
        return None
    # A process that was killed while it wrote leaves less.
    return found if _SHA256.fullmatch(found) else None
