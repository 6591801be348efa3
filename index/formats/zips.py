"""Open the members of a zip archive. Input: its stream. Output: each member's name and stream.

Nothing is written anywhere, so that a member's name can do no harm.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, cast

from index.errors import SourceUnreadable
from index.formats.streams import BROKEN, Allowance, GuardedStream, reason

_HAS_UTF_8_NAME = 0x800
_IS_ENCRYPTED = 0x1


@contextmanager
def opened_zip(stream: BinaryIO, uri: str) -> Iterator[zipfile.ZipFile]:
    """The archive. Raises SourceUnreadable where it is none, or its list of members is broken."""
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise SourceUnreadable(
            f"{uri} is no whole zip archive: {reason(error)}.", "Fetch it again, or pack it again."
        ) from error
    with archive:
        yield archive


def files_in(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """Each member that is a file, with the path it is cited by, in the archive's order.

    Hidden ones, and the ones that macOS packs beside each, are passed over.
    """
    for member in archive.infolist():
        parts = [part for part in _path(member).split("/") if part not in ("", ".", "..")]
        is_hidden = any(part.startswith(".") for part in parts) or "__MACOSX" in parts
        if parts and not member.is_dir() and not is_hidden:
            yield member, "/".join(parts)


def opened_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, uri: str, allowance: Allowance
) -> GuardedStream:
    """The member's bytes. Raises SourceUnreadable where it is encrypted or broken."""
    if member.flag_bits & _IS_ENCRYPTED:
        raise SourceUnreadable(f"{uri} is encrypted.", "Unpack it yourself and index the folder.")
    try:
        inner = cast(zipfile.ZipExtFile, archive.open(member))
    except BROKEN as error:
        raise SourceUnreadable(
            f"{uri} is broken: {reason(error)}.", "Fetch the archive again, or pack it again."
        ) from error
    return GuardedStream(inner, uri, allowance)


def _path(member: zipfile.ZipInfo) -> str:
    """The member's name as text: UTF-8 even where the archive does not say so, as many do not."""
    name = member.filename
    if not member.flag_bits & _HAS_UTF_8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name).replace(
        "\\", "/"
    )
