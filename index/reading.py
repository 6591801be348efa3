"""Read one item into a page. Input: an Item. Output: a Page.

The text of a plain file is the file's, character for character. Of a form with markup it is what
the form's reader makes of it, once; nothing changes it after that.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from pathlib import PurePosixPath

from index.decoding import decode
from index.errors import SourceUnreadable
from index.formats.front_matter import ORIGIN as FRONT_MATTER
from index.formats.front_matter import read_front_matter
from index.records import Document, Item, Markup, Page, Role, Told

_Read = tuple[str, tuple[Told, ...], tuple[Markup, ...]]
_RECOGNISE = "Have its words recognised (OCR) and save them as text."
_LEAVE_OUT = "Leave it out; if it is an article, save it as .txt."
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def read_page(item: Item) -> Page:
    """The item's text, read by the form that its name's ending says it has, and what it tells.

    Raises SourceUnreadable for a form that is not read, for content that is not of its form, for an
    unknown encoding and for an item without text.
    """
    refuse_unread(item.uri, item.name)
    ending = PurePosixPath(item.name).suffix.lower()
    media_type, read = _FORMS.get(ending, _TEXT)
    if read is _read_text and _HTML.match(item.content):
        media_type, read = _FORMS[".html"]
    text, told, markup = read(item.content, item.uri)
    if not text.strip():
        raise SourceUnreadable(f"{item.uri} holds no text.", "Remove the file or fill it.")
    # What a row or a request says of a text goes before what stands ahead in it.
    own = {each.field for each in item.told}
    told = item.told + tuple(
        each for each in told if each.origin != FRONT_MATTER or each.field not in own
    )
    document = Document(
        id=_document_id(text, told, markup, is_one_article=item.is_one_article),
        uri=item.uri,
        media_type=media_type,
        sha256=item_sha256(item),
        text=text,
    )
    return Page(document, told, markup, item.is_one_article)


def item_sha256(item: Item) -> str:
    """The digest of all that the item's page is made from: its bytes, and what is told if any.

    Two items of one uri and one digest give the same page.
    """
    digest = hashlib.sha256(item.content)
    if item.told or item.is_one_article:
        digest.update(repr((_plain(item.told), item.is_one_article)).encode())
    return digest.hexdigest()


def refuse_unread(uri: str, name: str) -> None:
    """Raise SourceUnreadable where the name's ending is of a form that is not read."""
    if remedy := _NOT_READ.get(PurePosixPath(name).suffix.lower()):
        raise SourceUnreadable(f"{uri} is of a form that is not read.", remedy)


def _document_id(
    text: str, told: Sequence[Told], markup: Sequence[Markup], *, is_one_article: bool
) -> str:
    """The same for all that gives the same articles: a bare text's is the digest of the text."""
    digest = hashlib.sha256(text.encode())
    if told or markup or is_one_article:
        beside = (_plain(told), [astuple(mark) for mark in markup], is_one_article)
        digest.update(repr(beside).encode())
    # 64 bits: a clash becomes likely only near four thousand million documents.
    return digest.hexdigest()[:16]


def _plain(told: Iterable[Told]) -> list[tuple[str, str, str]]:
    return [(item.field.value, item.value, item.origin) for item in told]


def _read_text(content: bytes, uri: str) -> _Read:
    text = decode(content, uri)
    found = read_front_matter(text)
    if found is None:
        return text, (), ()
    return text, found.told, (Markup(Role.FRONT_MATTER, 0, found.end, FRONT_MATTER),)


def _read_html(content: bytes, uri: str) -> _Read:
    from index.formats.html import read_html

    try:
        return read_html(content)
    except SourceUnreadable as error:
        raise SourceUnreadable(f"{uri}: {error.problem}", error.remedy) from error


def _read_pdf(content: bytes, uri: str) -> _Read:
    from index.formats.pdf import read_pdf

    return read_pdf(content, uri), (), ()


def _read_docx(content: bytes, uri: str) -> _Read:
    from index.formats.docx import read_docx

    text, markup = read_docx(content, uri)
    return text, (), markup


_TEXT = ("text/plain", _read_text)
_FORMS: dict[str, tuple[str, Callable[[bytes, str], _Read]]] = {
    ".md": ("text/markdown", _read_text),
    ".markdown": ("text/markdown", _read_text),
    ".html": ("text/html", _read_html),
    ".htm": ("text/html", _read_html),
    ".xhtml": ("text/html", _read_html),
    ".pdf": ("application/pdf", _read_pdf),
    ".docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _read_docx,
    ),
}
# What to do with files of other forms, by their endings. Any that is not here is read as text.
_NOT_READ = {
    ending: remedy
    for endings, remedy in (
        (".rtf .odt .doc .pages .epub .mobi .ps .tex", "Save it as .docx or as plain text."),
        (".xlsx .xls .ods .parquet .feather .avro", "Save the table as .csv or as JSON lines."),
        (".pptx .ppt .odp .key", "Save the slides as .pdf."),
        (".eml .msg .mbox .mht .mhtml .warc", "Save the article as .html or as plain text."),
        (".png .jpg .jpeg .gif .webp .bmp .ico .svg .tif .tiff .heic .avif .psd", _RECOGNISE),
        (".mp3 .m4a .wav .ogg .flac .aac .mp4 .m4v .mov .avi .mkv .webm", "Save a transcript."),
        (".7z .rar .tar .tgz .bz2 .xz .zst .lz4 .z", "Unpack it and index the folder."),
        (".db .sqlite .sqlite3", "Save its table as .csv or as JSON lines."),
        (".py .pyc .js .ts .css .scss .map .c .h .java .rb .go .rs .sh .bat .ps1", _LEAVE_OUT),
        (".exe .dll .so .o .a .class .jar .bin .iso .dmg .deb .rpm .whl", _LEAVE_OUT),
        (".woff .woff2 .ttf .otf .eot .lock .ini .cfg .toml .yaml .yml", _LEAVE_OUT),
    )
    for ending in endings.split()
}
