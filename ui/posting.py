"""Turn what is posted into items for the index. Input: an article's fields, a file. Output: Items.

A file that is sent is kept under no name of its own: that only tells how it is read, and what it is
cited as.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, BinaryIO

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictStr

from index.discovering import Source
from index.errors import SourceUnreadable
from index.reading import item_sha256
from index.records import Failure, Item, Told
from index.records import Field as ArticleField
from index.unpacking import unpack
from ui.days import read_day

_LONGEST_NAME_CHARS = 200
# A request's items wait in memory together. What is larger is indexed from where it lies.
_MOST_UNPACKED_BYTES = 256_000_000
_UPLOAD = "upload:"


def _encodable(words: str) -> str:
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise ValueError("holds half a character (a lone surrogate)") from error
    return words


def _one_line(words: str) -> str:
    line = " ".join(_encodable(words).split())
    if not line.isprintable():
        raise ValueError("holds control characters")
    if not line:
        raise ValueError("is empty; leave it out instead")
    return line


def _web_address(words: str) -> str:
    if not re.match(r"https?://[^\s/]", words, re.IGNORECASE):
        raise ValueError("is no address that begins with http:// or https://")
    return words


_Line = Annotated[StrictStr, Field(max_length=1_000), AfterValidator(_one_line)]


class ArticleBody(BaseModel):
    """An article to take in. ``uri`` is what it is cited by: its url, or else one made from it."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[StrictStr, AfterValidator(_encodable)]
    title: _Line | None = None
    outlet: _Line | None = None
    byline: _Line | None = None
    published: Annotated[date, BeforeValidator(read_day)] | None = None
    url: Annotated[_Line, AfterValidator(_web_address)] | None = None
    language: Annotated[StrictStr, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = (
        None
    )
    uri: _Line | None = None


_TOLD = {
    "title": ArticleField.TITLE,
    "outlet": ArticleField.OUTLET,
    "byline": ArticleField.BYLINE,
    "published": ArticleField.PUBLISHED,
    "language": ArticleField.LANGUAGE,
    "url": ArticleField.URL,
}


def posted_item(body: ArticleBody) -> Item:
    """The article as an item; with a title it is one article, whatever its text looks like."""
    told = tuple(
        Told(field, str(value), f"field {name!r}")
        for name, field in _TOLD.items()
        if (value := getattr(body, name)) is not None
    )
    uri = body.uri or body.url or ""
    item = Item(uri, "article.txt", body.text.encode(), told, is_one_article=bool(body.title))
    return item if uri else replace(item, uri=f"{_UPLOAD}{item_sha256(item)[:16]}")


class Uploads:
    """The files of one request, unpacked one after another: what they unpack to counts together."""

    def __init__(self) -> None:
        self._unpacked_bytes = 0

    def unpack(self, name: str, content: BinaryIO) -> tuple[list[Item], list[Failure]]:
        """The items of a file that was sent, cited as ``upload:`` and its name (a clean one), and
        what failed: the whole file where there is too much, and each that comes after it."""
        uri = upload_uri(name)
        if self._are_too_much():
            return [], [_too_much(uri)]
        with tempfile.NamedTemporaryFile(prefix="citewire-") as kept:
            shutil.copyfileobj(content, kept)
            kept.flush()
            return self._gathered(_unpacked(Source(uri, Path(kept.name))), uri)

    def _gathered(
        self, entries: Iterator[Item | Failure], uri: str
    ) -> tuple[list[Item], list[Failure]]:
        items: list[Item] = []
        failed: list[Failure] = []
        for entry in entries:
            if isinstance(entry, Failure):
                failed.append(entry)
                continue
            self._unpacked_bytes += len(entry.content)
            if self._are_too_much():
                return [], [_too_much(uri)]
            items.append(entry)
        return items, failed

    def _are_too_much(self) -> bool:
        return self._unpacked_bytes > _MOST_UNPACKED_BYTES


def upload_uri(name: str) -> str:
    """What a file that was sent is cited by, and its parts with a ``#`` behind it."""
    return f"{_UPLOAD}{name}"


def clean_name(name: str) -> str:
    """The file's own name: without folders or what cannot be seen, and no longer than it may be."""
    own = re.split(r"[/\\]", name)[-1]
    seen = "".join(letter for letter in own if letter.isprintable()).strip()
    return "unnamed" if seen in ("", ".", "..") else seen[-_LONGEST_NAME_CHARS:]


def _unpacked(source: Source) -> Iterator[Item | Failure]:
    try:
        yield from unpack(source, {})
    except SourceUnreadable as error:
        yield Failure(source.uri, error.problem, error.remedy)


def _too_much(uri: str) -> Failure:
    most = f"{_MOST_UNPACKED_BYTES:,} bytes"
    problem = f"With any files sent before it, {uri} unpacks to more than {most}."
    return Failure(uri, problem, "Index it where it lies: citewire index FILE.")
