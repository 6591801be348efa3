"""Read a news feed, RSS or Atom. Input: its bytes. Output: an item for each of its entries.

An entry's text is HTML, feedparser's sanitised form of it; what the feed tells of the entry goes
beside it.
"""

import io
import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from index.errors import SourceUnreadable
from index.field_dates import read_date_field
from index.formats.streams import MEGABYTE
from index.records import Failure, Field, Item, Told

# feedparser reads broken feeds by patterns whose time grows faster than the feed.
FEED_BYTES = 16 * MEGABYTE
_LONGEST_TOLD_CHARS = 1_000
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_EMPTY_LINES = re.compile(r"\n\s*\n")


def read_feed(content: bytes, uri: str) -> Iterator[Item | Failure]:
    """An item for each entry with a text, and a failure for each without, counted from 1.

    An entry's content is preferred to its summary. A feed that breaks off is a failure too, after
    what could be read. Raises SourceUnreadable where ``content`` is no feed or has no entries.
    """
    if len(content) > FEED_BYTES:
        raise SourceUnreadable(
            f"{uri} is a feed of more than {FEED_BYTES // MEGABYTE} MB.", "Split it."
        )
    # In UTF-16 each letter has a zero beside it.
    if _ENTITY.search(content.replace(b"\0", b"")):
        raise SourceUnreadable(
            f"{uri} declares entities, as no feed needs to.", "Save its articles as .html or .txt."
        )
    import feedparser

    # A stream, since feedparser would fetch what looks like an address.
    try:
        feed = feedparser.parse(io.BytesIO(content))
    except Exception as error:  # its own, of many kinds, over feeds that are broken enough
        raise SourceUnreadable(
            f"{uri} is too broken to be read as a feed.", "Fetch it again."
        ) from error
    if not feed.get("version") and not feed.entries:
        raise SourceUnreadable(
            f"{uri} is no RSS or Atom feed.", "Of other XML save the article as .html or .txt."
        )
    if not feed.entries:
        raise SourceUnreadable(f"{uri} is a feed without entries.", "Fetch it again.")
    for number, entry in enumerate(feed.entries, start=1):
        yield _read_entry(entry, feed, f"{uri}#{number}")
    broken = feed.get("bozo_exception")
    if hasattr(broken, "getLineNumber"):
        yield Failure(
            uri,
            f"{uri} is broken in line {broken.getLineNumber():,}: {broken.getMessage()}. What could"
            " be read of it was.",
            "Fetch it again.",
        )


def _read_entry(entry: Any, feed: Any, uri: str) -> Item | Failure:
    html = _html_of(entry)
    if not html.strip():
        return Failure(
            uri, f"The entry {uri} has no text.", "Save the article itself and index that."
        )
    told = tuple(_tell(entry, feed))
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"></head>'
        f"<body><article>{html}</article></body></html>"
    )
    content = page.encode("utf-8", "replace")
    return Item(uri, "entry.html", content, told, is_one_article=True)


def _html_of(entry: Any) -> str:
    """The longest of the entry's contents, or else its summary."""
    details = entry.get("content") or [entry.get("summary_detail") or {}]
    detail = max(details, key=lambda one: len(one.get("value") or ""))
    text = str(detail.get("value") or "")
    if detail.get("type") != "text/plain":
        return text
    return "".join(f"<p>{escape(part)}</p>" for part in _EMPTY_LINES.split(text) if part.strip())


def _tell(entry: Any, feed: Any) -> Iterator[Told]:
    about = feed.feed
    content = (entry.get("content") or [{}])[0]
    source = entry.get("source") or {}
    day = _published(entry, is_atom=str(feed.version).startswith("atom"))
    names = (author.get("name") for author in entry.get("authors") or [])
    told = (
        (Field.TITLE, _title(entry), "entry's title"),
        (Field.OUTLET, source.get("title") or about.get("title"), "feed's title"),
        (Field.BYLINE, ", ".join(filter(None, names)), "entry's author"),
        (Field.PUBLISHED, day, "entry's date"),
        (Field.LANGUAGE, content.get("language") or about.get("language"), "feed's language"),
        (Field.URL, _url(entry), "entry's link"),
    )
    for field, value, origin in told:
        line = " ".join(str(value or "").split())
        if line and len(line) <= _LONGEST_TOLD_CHARS:
            yield Told(field, line.encode("utf-8", "replace").decode(), origin)


def _title(entry: Any) -> str:
    detail = entry.get("title_detail") or {}
    title = str(detail.get("value") or "")
    return title if detail.get("type") == "text/plain" else unescape(_TAG.sub("", title))


def _published(entry: Any, *, is_atom: bool) -> str:
    # feedparser files dc:date, a story's own in RSS, under "updated"; Atom's is of a later change.
    value = entry.get("published")
    if value is None and not is_atom:
        value = entry.get("updated")
    day = read_date_field(value) if isinstance(value, str) else None
    return day.isoformat() if day else ""


def _url(entry: Any) -> str:
    link = str(entry.get("link") or "")
    return link if link.startswith(("http://", "https://")) else ""
