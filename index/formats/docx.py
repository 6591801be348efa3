"""Read a Word document as text. Input: its bytes. Output: its text, and where its headline stands.

A paragraph is a line, with an empty one between; of a table each row is one, with tabs between its
cells. What is struck out, and what stands in headers, footnotes and comments, is left out.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from index.errors import SourceUnreadable
from index.formats.streams import BROKEN, ITEM_BYTES, Allowance, reason
from index.records import Markup, Role

_Element = Any  # lxml's and python-docx's own have no common type
_Line = tuple[str | None, str]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = {
    *(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr")),
    # The same words again, for programs that cannot show the first.
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_BOX = f"{_W}txbxContent"
_TITLE, _HEADING = "Title", "Heading 1"
_SAVE_AGAIN = "Open it in a word processor and save it again."


def read_docx(content: bytes, uri: str) -> tuple[str, tuple[Markup, ...]]:
    """The text, and the headline: the first paragraph of style Title, or else of Heading 1.

    Raises SourceUnreadable where ``content`` is no Word document, a broken or an overlarge one.
    """
    lines: list[str] = []
    headlines: dict[str, Markup] = {}
    start = 0
    for style, line in _read(content, uri):
        text = line.strip("\n")
        if not text.strip():
            continue
        if style in (_TITLE, _HEADING):
            mark = Markup(Role.HEADLINE, start, start + len(text), f"style '{style}'")
            headlines.setdefault(style, mark)
        lines.append(text)
        start += len(text) + len("\n\n")
    headline = headlines.get(_TITLE) or headlines.get(_HEADING)
    return "\n\n".join(lines), (headline,) if headline else ()


def _read(content: bytes, uri: str) -> list[_Line]:
    """The paragraphs as (style, text)."""
    _require_likely_size(content, uri)
    try:
        from docx import Document

        word = Document(io.BytesIO(content))
        if word.element.getroottree().docinfo.internalDTD is not None:
            raise ValueError("it declares entities, as no word processor does")
        styles = {style.style_id: style.name for style in word.styles}
        return [(styles.get(style), text) for style, text in _lines(word.element.body)]
    except Exception as error:  # python-docx raises whatever a broken part leads to
        raise SourceUnreadable(
            f"{uri} is no whole Word document: {reason(error)}.", _SAVE_AGAIN
        ) from error


def _require_likely_size(content: bytes, uri: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sizes = [member.file_size for member in archive.infolist()]
    except BROKEN as error:
        raise SourceUnreadable(
            f"{uri} is no Word document: {reason(error)}.", _SAVE_AGAIN
        ) from error
    Allowance(uri, len(content)).take(sum(sizes))
    if max(sizes, default=0) > ITEM_BYTES:
        raise SourceUnreadable(f"{uri} unpacks to too much to be read.", "Split it.")


def _lines(parent: _Element) -> Iterator[_Line]:
    """The paragraphs below the element as (id of the style, text), in the document's order."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield child.style, "".join(_words(child))
            for box in _nearest(child, _BOX):
                yield from _lines(box)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child)
        elif child.tag not in _LEFT_OUT:
            yield from _lines(child)


def _words(parent: _Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag != _BOX and child.tag not in _LEFT_OUT:
            yield from _words(child)


def _rows(table: _Element) -> Iterator[_Line]:
    rows = [
        [[line for line in _lines(cell) if line[1].strip()] for cell in _nearest(row, f"{_W}tc")]
        for row in _nearest(table, f"{_W}tr")
    ]
    # A cell of several paragraphs is no table's but a page's that was laid out in columns.
    is_layout = any(len(cell) > 1 for row in rows for cell in row)
    for row in rows:
        if is_layout:
            yield from (line for cell in row for line in cell)
        else:
            yield None, "\t".join(cell[0][1] if cell else "" for cell in row)


def _nearest(parent: _Element, tag: str) -> Iterator[_Element]:
    """The elements of that tag below the element, none within another of them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _nearest(child, tag)
