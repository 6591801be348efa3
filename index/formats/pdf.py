"""Read a PDF as text. Input: its bytes. Output: the text of its pages, a blank line between them.

Lines end where the page's do, hyphens included. A blank line stands where the page leaves room
above a line, or goes over to letters of another size: a PDF knows no paragraphs, only where letters
stand.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from threading import Lock
from typing import TYPE_CHECKING

from index.errors import SourceUnreadable
from index.formats.streams import ITEM_BYTES, MEGABYTE

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LINE_END = "\r\n"
# What pdfium puts in place of a hyphen at a line's end and of the line end after it.
_HYPHEN = "\ufffe"
# Room above a line, in units of the page's usual one, and growth of letters, that part paragraphs.
_ROOM = 1.25
_GROWTH = 1.1
_NEEDS_PASSWORD = (4, 5)
# pdfium must not be entered twice at a time.
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page, the height of its letters and where they stand, in points from below."""

    text: str
    height: float
    bottom: float


def read_pdf(content: bytes, uri: str) -> str:
    """The text. Raises SourceUnreadable where it is encrypted, broken, or nothing but pictures."""
    with _LOCK:
        text = "\n\n".join(filter(str.strip, _pages(content, uri)))
    if not text:
        raise SourceUnreadable(
            f"{uri} holds no text, only pictures.",
            "Have its words recognised first: ocrmypdf OLD.pdf NEW.pdf.",
        )
    return text


def _pages(content: bytes, uri: str) -> Iterator[str]:
    import pypdfium2

    length = 0
    page = 0
    try:
        with pypdfium2.PdfDocument(content) as document:
            for page in range(1, len(document) + 1):
                text = _page_text(document[page - 1].get_textpage())
                length += len(text)
                if length > ITEM_BYTES:
                    raise SourceUnreadable(
                        f"{uri} holds more than {ITEM_BYTES // MEGABYTE} MB of text.", "Split it."
                    )
                yield text
    except pypdfium2.PdfiumError as error:
        if error.err_code in _NEEDS_PASSWORD:
            raise SourceUnreadable(
                f"{uri} is encrypted.", "Save a copy without a password: qpdf --decrypt OLD NEW."
            ) from error
        where = f"page {page} of {uri}" if page else uri
        raise SourceUnreadable(
            f"{where} is broken: {error}".rstrip(".") + ".",
            "Fetch it again, or print it to a new PDF.",
        ) from error


def _page_text(page: "PdfTextPage") -> str:
    lines = list(_lines(page))
    rooms = [_room(above, line) for above, line in pairwise(lines)]
    usual = median_low([room for room in rooms if room > 0] or [0.0])
    parts = [lines[0].text] if lines else []
    for (above, line), room in zip(pairwise(lines), rooms, strict=True):
        sizes = sorted((above.height, line.height))
        is_apart = room > _ROOM * usual or sizes[1] > _GROWTH * sizes[0]
        parts += ["\n\n" if is_apart else "\n", line.text]
    return "".join(parts).replace("\0", "\N{REPLACEMENT CHARACTER}")


def _room(above: _Line, line: _Line) -> float:
    """How far down the line stands, in heights of its letters; less than 0 in the next column."""
    if not line.height:
        return 0.0
    lines_above = above.text.count("\n") + 1
    return (above.bottom - line.bottom) / line.height / lines_above


def _lines(page: "PdfTextPage") -> Iterator[_Line]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    position = 0
    for text in page.get_text_range(errors="replace").split(_LINE_END):
        letter = raw.FPDFText_GetCharIndexFromTextIndex(page, position)
        is_placed = raw.FPDFText_GetLooseCharBox(page, letter, ctypes.byref(box))
        position += len((text + _LINE_END).encode("utf-16-le")) // 2
        if text.strip():
            height = box.top - box.bottom if is_placed else 0.0
            yield _Line(text.replace(_HYPHEN, "-\n"), height, box.bottom)
