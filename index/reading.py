"""Read one file into a Document. Input: a uri and a path. Output: a Document.

The stored text is the file's text, character for character: line ends and odd spaces stay, only a
byte order mark goes, since it is a sign of the encoding and no character of the article.
"""

import codecs
import hashlib
from collections.abc import Callable
from pathlib import Path

from index.errors import SourceUnreadable
from index.records import Document

_TEXT_ENCODINGS = (
    # UTF-32's mark begins with UTF-16's, so it is looked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises SourceUnreadable where the system will not give them."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceUnreadable(
            f"{path} cannot be read: {error.strerror or error}.",
            "Check that the file exists and that you may read it.",
        ) from error


def read_document(uri: str, path: Path, content: bytes) -> Document:
    """Decode ``content`` by the form that the path's ending names.

    Raises SourceUnreadable for a form that is not read, binary content, an unknown encoding or a
    file without text.
    """
    if path.suffix.lower() in _NOT_READ:
        raise SourceUnreadable(
            f"{uri} is no plain text, and files of its kind are not read.",
            "Save the article as plain text (UTF-8).",
        )
    media_type, decode = _FORMATS.get(path.suffix.lower(), ("text/plain", _decode_text))
    text = decode(uri, content)
    if not text.strip():
        raise SourceUnreadable(f"{uri} holds no text.", "Remove the file or fill it.")
    return Document(
        id=_short_digest(text),
        uri=uri,
        media_type=media_type,
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
    )


def _short_digest(text: str) -> str:
    # 64 bits: a clash becomes likely only near four thousand million documents.
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _decode_text(uri: str, content: bytes) -> str:
    encoding = next((name for mark, name in _TEXT_ENCODINGS if content.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in content:
        raise SourceUnreadable(
            f"{uri} is a binary file, not text.", "Save the article as plain text (UTF-8)."
        )
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceUnreadable(
            f"{uri} is not {error.encoding.upper()} text: byte {error.start} cannot be decoded.",
            "Convert it: iconv -f ITS-ENCODING -t UTF-8 OLD > NEW.",
        ) from error


# Their text would be taken in with all its tags and fields.
_NOT_READ = {".html", ".htm", ".xml", ".rss", ".json", ".jsonl", ".csv", ".tsv", ".rtf", ".pdf"}
_FORMATS: dict[str, tuple[str, Callable[[str, bytes], str]]] = {
    ".txt": ("text/plain", _decode_text),
    ".md": ("text/markdown", _decode_text),
}
