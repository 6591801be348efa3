"""Read what is packed without trusting it. Input: a stream. Output: its bytes, within limits.

Whatever a broken or hostile archive makes a decompressor raise comes out as SourceUnreadable, and
no stream gives more than its limits allow, so that memory and time stay bounded.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TextIO

from index.decoding import tell_encoding
from index.errors import SourceUnreadable

MEGABYTE = 1 << 20
# What is read as one page, one row, one feed or one JSON file stands whole in memory, several times
# over while it is taken apart.
ITEM_BYTES = 64 * MEGABYTE
ARCHIVE_BYTES = 4096 * MEGABYTE
# Text packs to a third or a tenth of its size, and tables of much the same rows to a fiftieth.
PACKED_RATIO = 200
RATIO_FREE_BYTES = 16 * MEGABYTE
_SAMPLE_BYTES = MEGABYTE
# All that the decompressors of the standard library were seen to raise on broken input.
BROKEN = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
)


class Readable(Protocol):
    """What bytes can be read from."""

    def read1(self, size: int, /) -> bytes:
        """At most so many bytes, as soon as there are any; none at the end."""
        ...


class Stream(Readable, Protocol):
    """What can be read to its end too."""

    def read(self, size: int, /) -> bytes:
        """So many bytes, or fewer at the end."""
        ...


@dataclass(slots=True)
class Allowance:
    """What may still come out of ``packed`` bytes; a member's counts for its archive's too."""

    uri: str
    packed: int
    archive: "Allowance | None" = None
    unpacked: int = 0

    @property
    def is_spent(self) -> bool:
        """Whether a limit has been passed, so that nothing more is to be read."""
        return self._breach() is not None

    def take(self, count: int) -> None:
        """Count bytes that came out. Raises SourceUnreadable where they are too many."""
        self.unpacked += count
        if breach := self._breach():
            raise SourceUnreadable(
                f"{self.uri} {breach}.",
                "If you trust it, unpack it yourself and index the folder.",
            )
        if self.archive:
            self.archive.take(count)

    def _breach(self) -> str | None:
        if self.unpacked > ARCHIVE_BYTES:
            return f"holds more than the {ARCHIVE_BYTES // MEGABYTE:,} MB that an archive may"
        if self.unpacked > max(RATIO_FREE_BYTES, PACKED_RATIO * self.packed):
            return f"unpacks to more than {PACKED_RATIO} times its size, as no text does"
        return None


class GuardedStream(io.RawIOBase):
    """The bytes of ``inner``, with its errors translated and its output counted.

    ``uri`` names it in errors. Raises SourceUnreadable where it breaks, saying after how many
    bytes.
    """

    def __init__(self, inner: Readable, uri: str, allowance: Allowance | None = None) -> None:
        self._inner, self._uri, self._allowance = inner, uri, allowance
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            # To read until the buffer is full would lose what came before an error.
            content = self._inner.read1(len(buffer))
        except BROKEN as error:
            raise SourceUnreadable(
                f"{self._uri} is broken after {self._given:,} bytes: {reason(error)}.",
                "Fetch it again, or pack it again.",
            ) from error
        if self._allowance:
            self._allowance.take(len(content))
        buffer[: len(content)] = content
        self._given += len(content)
        return len(content)


def reason(error: BaseException) -> str:
    """What a library says went wrong, to stand within a sentence."""
    return (str(error) or type(error).__name__).rstrip(".")


class _Rejoined(io.RawIOBase):
    """What was read already, then the rest of the stream, or the error that stands in its way."""

    def __init__(self, start: bytes, rest: Readable | SourceUnreadable) -> None:
        self._start, self._rest = io.BytesIO(start), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        content = self._start.read(len(buffer))
        if not content:
            if isinstance(self._rest, SourceUnreadable):
                raise self._rest
            content = self._rest.read1(len(buffer))
        buffer[: len(content)] = content
        return len(content)


def read_whole(stream: Stream, uri: str) -> bytes:
    """All that is left of the stream. Raises SourceUnreadable where that is over ITEM_BYTES."""
    content = stream.read(ITEM_BYTES + 1)
    if len(content) > ITEM_BYTES:
        raise SourceUnreadable(
            f"{uri} is larger than the {ITEM_BYTES // MEGABYTE} MB that are read as one piece.",
            "Split it; a JSON array of articles can be turned into JSON lines, one article a line.",
        )
    return content


@contextmanager
def opened_text(stream: Stream, uri: str, newline: str) -> Iterator[TextIO]:
    """The stream as text, in the encoding that its first megabyte tells.

    Bytes that the encoding does not know become lone surrogates, for the reader of each row to
    find. Raises SourceUnreadable where the encoding cannot be told.
    """
    sample, rest = _read_sample(stream)
    encoding = tell_encoding(sample, uri, is_whole=len(sample) < _SAMPLE_BYTES)
    joined = io.BufferedReader(_Rejoined(sample, rest))
    text = io.TextIOWrapper(joined, encoding, errors="surrogateescape", newline=newline)
    try:
        yield text
    except UnicodeDecodeError as error:
        raise SourceUnreadable(
            f"{uri} is broken: it is not {error.encoding.upper()} text to its end.",
            "Fetch it again, or convert it: iconv -f ITS-ENCODING -t UTF-8 OLD > NEW.",
        ) from error
    finally:
        text.detach()


def _read_sample(stream: Readable) -> tuple[bytes, Readable | SourceUnreadable]:
    sample = bytearray()
    try:
        while len(sample) < _SAMPLE_BYTES and (chunk := stream.read1(MEGABYTE)):
            sample += chunk
    except SourceUnreadable as error:
        return bytes(sample), error
    return bytes(sample), stream
