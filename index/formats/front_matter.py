"""Read the front matter of a Markdown file. Input: its text. Output: FrontMatter, or none.

Between a first line ``---`` and the next one stand lines ``key: value``, as writing tools and site
builders put them: plain and quoted values, lists, names in braces left out. It is read only as a
whole: where one line is of no such form, or no key tells anything, the lines are text like any
other.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.field_dates import read_date_field
from index.records import Field, Told

ORIGIN = "front matter"
# What is longer between two rules is a text.
_MOST_LINES, _MOST_CHARS = 200, 20_000
_LONGEST_VALUE_CHARS = 1_000
_OPENS = re.compile(r"\ufeff?---[ \t]*\r?\n")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_KEY = re.compile(r"(?P<key>[^\W\d_][\w.-]*(?: [\w.-]+){0,2})[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_LISTED = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")
_BLOCK = re.compile(r"[|>][+-]?\d?")
_QUOTED = re.compile(r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*(?:#.*)?$""")
# "Route #2" is a title of many a site, though YAML would cut it.
_REMARK = re.compile(r"(?:^|\s)#(?:\s.*)?$")
_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"\w+://|www\.", re.IGNORECASE)
_NOTHING = {"", "null", "~", "none", "n/a", "true", "false"}

# What each field may be called, signs between words left out; the first that tells one wins.
_NAMES: dict[Field, tuple[str, ...]] = {
    Field.TITLE: ("title", "headline"),
    Field.OUTLET: ("outlet", "source", "publisher", "publication", "newspaper", "sitename", "site"),
    Field.BYLINE: ("byline", "author", "authors", "by"),
    Field.AGENCY: ("agency",),
    Field.PLACE: ("place", "dateline"),
    Field.PUBLISHED: (
        "date",
        "published",
        "publishedat",
        "publishedon",
        "publisheddate",
        "datepublished",
        "publishdate",
        "pubdate",
        "publicationdate",
    ),
    Field.LANGUAGE: ("language", "lang"),
    Field.URL: ("url", "link", "canonical", "canonicalurl", "sourceurl", "source"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is told of the text that follows it; the text's own lines begin at ``end``."""

    told: tuple[Told, ...]
    end: int


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter that ``text`` begins with; None where it has none, or a malformed one."""
    opens = _OPENS.match(text)
    if opens is None:
        return None
    lines: list[str] = []
    at = opens.end()
    while at < len(text) and len(lines) <= _MOST_LINES and at <= _MOST_CHARS:
        found = _LINE.match(text, at)
        line = found.group().rstrip() if found else ""
        at = found.end() if found else len(text)
        if line in ("---", "..."):
            values = _read(lines)
            told = tuple(_tell(values)) if values is not None else ()
            return FrontMatter(told, at) if told else None
        lines.append(line)
    return None


def _read(lines: Sequence[str]) -> dict[str, tuple[str, ...]] | None:
    """The values of each key by its plain name; None where a line is of no form that is read."""
    values: dict[str, tuple[str, ...]] = {}
    key, is_block = "", False
    for line in lines:
        is_indented = line[:1] in (" ", "\t")
        listed = _LISTED.match(line)
        if not line.strip() or (line.lstrip().startswith("#") and not is_block):
            continue
        if key and is_indented and is_block:
            values[key] = (" ".join((*values[key], line.strip())),)
        elif key and listed:
            values[key] += _nested(listed["value"].strip(), ())
        elif key and is_indented:
            values[key] = _nested(line.strip(), values[key])
        elif found := _KEY.match(line):
            key, value = _plain(found["key"]), found["value"] or ""
            is_block = bool(_BLOCK.fullmatch(value.strip()))
            # Of a key that stands twice nobody can tell which is meant: the first one is kept.
            if key in values:
                key = f"{key} again"
            values[key] = () if is_block else _scalars(value)
        else:
            return None
    return values


def _nested(line: str, above: tuple[str, ...]) -> tuple[str, ...]:
    """The values ``above`` with what stands indented below them: somebody's name under a key of its
    own, or the rest of the last value."""
    if found := _KEY.match(line):
        is_name = _plain(found["key"]) == "name"
        return above + _scalars(found["value"] or "") if is_name else above
    last = " ".join((*above[-1:], *_scalars(line)))
    return (*above[:-1], last) if last else above


def _scalars(value: str) -> tuple[str, ...]:
    """The plain values that are written behind a key: none, one, or a list's in brackets."""
    value = value.strip()
    if value.startswith("["):
        inner = _REMARK.sub("", value).strip()
        parts = inner[1:-1].split(",") if inner.endswith("]") else ()
        return tuple(one for part in parts for one in _scalars(part) if part.strip()[:1] != "[")
    if value.startswith(("{", "&", "*", "!")):
        return ()
    if quoted := _QUOTED.match(value):
        double, single = quoted.groups()
        value = single.replace("''", "'") if double is None else re.sub(r"\\(.)", r"\1", double)
    else:
        value = _REMARK.sub("", value)
    value = " ".join(value.split())
    return (value,) if value.casefold() not in _NOTHING else ()


def _plain(key: str) -> str:
    return re.sub(r"[\W_]", "", key).casefold()


def _tell(values: Mapping[str, Sequence[str]]) -> Iterator[Told]:
    for field, names in _NAMES.items():
        read = _READERS.get(field, _joined)
        told = next(filter(None, (read(values.get(name, ())) for name in names)), "")
        if told and len(told) <= _LONGEST_VALUE_CHARS:
            yield Told(field, told, ORIGIN)


def _joined(values: Sequence[str]) -> str:
    return ", ".join(values)


def _first(values: Sequence[str]) -> str:
    return values[0] if values else ""


def _outlet(values: Sequence[str]) -> str:
    name = _first(values)
    return "" if _ADDRESS.match(name) else name


def _byline(values: Sequence[str]) -> str:
    return _BY.sub("", _joined(values), count=1)


def _day(values: Sequence[str]) -> str:
    day = read_date_field(_first(values))
    return day.isoformat() if day else ""


def _language(values: Sequence[str]) -> str:
    return re.split(r"[-_]", _first(values))[0].lower()


def _url(values: Sequence[str]) -> str:
    address = _first(values)
    return address if _ADDRESS.match(address) else ""


_READERS: dict[Field, Callable[[Sequence[str]], str]] = {
    Field.OUTLET: _outlet,
    Field.BYLINE: _byline,
    Field.PUBLISHED: _day,
    Field.LANGUAGE: _language,
    Field.URL: _url,
}
