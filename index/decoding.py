"""Decode text whose encoding nobody names. Input: bytes. Output: their text, or a refusal.

A byte order mark tells; bytes that are UTF-8 are UTF-8; else the text itself must tell, and what
cannot be told is refused rather than guessed. Only a byte order mark goes: line ends and odd spaces
stay, since every citation is an offset into this text.
"""

import codecs
import re
import unicodedata

from index.codepages import tell_latin_code_page
from index.errors import SourceUnreadable

_MARKS = (
    # UTF-32's mark begins with UTF-16's, so it is looked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_SCRIPTS = (
    "cp1251 koi8_r cp866 cp1253 cp1255 cp1256 shift_jis euc_jp gb18030 big5 cp949".split()
)
_JIS_ESCAPE = re.compile(rb"\x1b\$[@B]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Fewer letters than these may be anything; this is a sentence.
_LEAST_LETTERS = 20
_LEAST_UTF_16_BYTES = 16
_UTF_8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# Where so many of the bytes above ASCII are UTF-8, the rest is damage and no other encoding.
_UTF_8_SHARE = 0.8
_TELLING_BYTES = 1 << 16
_ASCII = bytes(range(128))
_NOT_IN_TEXT = {"Cc", "Cn", "Co", "Cs"}
_CONVERT = "Convert it: iconv -f ITS-ENCODING -t UTF-8 OLD > NEW."


def decode(content: bytes, uri: str) -> str:
    """The text of ``content``. Raises SourceUnreadable as `tell_encoding` does."""
    return content.decode(tell_encoding(content, uri, is_whole=True))


def tell_encoding(content: bytes, uri: str, *, is_whole: bool) -> str:
    """The codec that reads ``content``: all of a file, or its beginning.

    Raises SourceUnreadable, which names ``uri``, for what is binary, is broken in the encoding that
    its mark names, or is in an encoding that cannot be told.
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    error = _error_in(content, marked, is_whole=is_whole)
    if error and marked != "utf-8":
        raise SourceUnreadable(
            f"{uri} is not {error.encoding.upper()} text: byte {error.start} cannot be decoded.",
            _CONVERT,
        )
    if not error and (b"\0" not in content or not marked.startswith("utf-8")):
        return "iso2022_jp" if _is_jis(content, is_whole=is_whole) else marked
    told = _tell_utf_16(content) if b"\0" in content else _tell_from_text(content, is_whole)
    if told:
        return told
    if _CONTROLS.search(content):
        raise SourceUnreadable(
            f"{uri} is a binary file, not text.", "Save the article as plain text (UTF-8)."
        )
    raise SourceUnreadable(
        f"{uri} is not UTF-8 text, and what encoding it is in cannot be told: see byte"
        f" {error.start if error else 0}.",
        _CONVERT,
    )


def _error_in(content: bytes, codec: str, *, is_whole: bool) -> UnicodeDecodeError | None:
    try:
        codecs.getincrementaldecoder(codec)().decode(content, final=is_whole)
    except UnicodeDecodeError as error:
        return error
    return None


def _is_jis(content: bytes, *, is_whole: bool) -> bool:
    """Whether these ASCII bytes are Japanese, as mail has it."""
    has_sign = b"\x1b" in content and _JIS_ESCAPE.search(content)
    return bool(has_sign) and not _error_in(content, "iso2022_jp", is_whole=is_whole)


def _tell_utf_16(content: bytes) -> str | None:
    """UTF-16 without a mark, in the order of bytes that gives the more spaces and line ends."""
    sample = content[:_TELLING_BYTES]
    if len(sample) < _LEAST_UTF_16_BYTES or len(content) % 2:
        return None
    order = max(
        ("utf-16-le", "utf-16-be"),
        key=lambda codec: sum(map(sample.decode(codec, "replace").count, " \n")),
    )
    if _error_in(sample, order, is_whole=False):
        return None
    text = codecs.getincrementaldecoder(order)().decode(sample)
    has_spaces = any(map(str.isspace, text))
    return order if has_spaces and _is_text(text) else None


def _tell_from_text(content: bytes, is_whole: bool) -> str | None:
    if _CONTROLS.search(content) or _is_broken_utf_8(content):
        return None
    if latin := tell_latin_code_page(content):
        return latin
    from charset_normalizer import from_bytes

    telling = _telling_lines(content, is_whole=is_whole)
    best = from_bytes(telling, cp_isolation=_OTHER_SCRIPTS, enable_fallback=False).best()
    if best is None or _error_in(content, best.encoding, is_whole=is_whole):
        return None
    text = telling.decode(best.encoding, "replace")
    letters = sum(c.isalpha() and not c.isascii() for c in text)
    return best.encoding if letters >= _LEAST_LETTERS and _is_text(text) else None


def _is_broken_utf_8(content: bytes) -> bool:
    fitting = sum(map(len, _UTF_8_LETTER.findall(content)))
    return fitting >= _UTF_8_SHARE * len(content.translate(None, _ASCII))


def _telling_lines(content: bytes, *, is_whole: bool) -> bytes:
    """The first lines that are not ASCII. No encoding here has a line end within a character."""
    telling = bytearray()
    end = len(content) if is_whole else content.rfind(b"\n") + 1
    for line in content[: end or len(content)].splitlines(keepends=True):
        if len(telling) + len(line) > _TELLING_BYTES and telling:
            break
        if not line.isascii():
            telling += line
    return bytes(telling)


def _is_text(text: str) -> bool:
    """Whether every character is one that texts have."""
    return all(c in "\t\n\r\f" or unicodedata.category(c) not in _NOT_IN_TEXT for c in set(text))
