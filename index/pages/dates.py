"""Read the dates that stand on a page. Input: a line. Output: the day it was published on, or none.

Two readings that disagree (03/04/2020) give none: a wrong date is worse than no date. Where the
year goes first, month and day follow in this order; between dots the day goes first, as it is
written so nowhere else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index.pages.letters import UPPER

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    rf"(?<![\d./-]){_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)(?:T(?=\d))?",
    rf"(?<![\d./-])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?![\d])",
    rf"(?<![\d./-])(?P<one>\d{{1,2}})(?P<sign>[/-])(?P<two>\d{{1,2}})(?P=sign){_YEAR}(?![\d/-])",
    r"(?<![\d./-])(?P<one>\d{1,2})(?P<sign>/)(?P<two>\d{1,2})(?P=sign)(?P<year>\d\d)(?![\d/-])",
    rf"(?<![\d.,/-]){_DAY}[\s.-]*(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}(?!\d)",
    rf"\b{_MONTH}[\s-]*{_DAY}\s*(?:,\s*)?(?:-\s*)?{_YEAR}(?!\d)",
)
_EXPRESSIONS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)

_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|(?:mon|sun|fri)days?\b"
)
_TIME = (
    r"\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\b\.?)?Z?|\d{1,2}\s*[ap]\.?\s?m\b\.?"
    r"|\bnoon\b|\bmidnight\b"
)
_ZONE = (
    r"\b(?:GMT|UTC|[ECMP][SD]?T|CES?T|BST|I[SR]ST|AE[SD]T|HKT|JST|SGT|WIB|MSK|EAT|WAT)\b"
    r"(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d\b|\blocal time\b"
)
_LABEL = (
    r"\b(?:first |last |date |originally |story )?(?:published|posted|submitted|updated?|modified"
    r"|created|issued"
    r"|edited|revised|filed|released|reviewed|added|date)\b(?:\s+(?:on|at|in|date))?\s*:?"
)
_ASIDE = re.compile(
    rf"{_WEEKDAYS}|{_TIME}|{_ZONE}|{_LABEL}|\bp(?:age|p?\.)?\s*[A-Z]?\d{{1,3}}\b"
    r"|\b(?:on|at|as of|the|of|edition|print|issue|no|vol)\b\.?"
    # "two years ago", "5 min read"
    r"|\b\d{1,3}\s*(?:min(?:ute)?s?|hours?|days?)(?:\s+(?:read|ago))?\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?:updat|modif|edit|revis|correct|amend|review)\w*[^\w]*(?:\w+\W+){0,3}$", re.I
)
_CLOCK = re.compile(rf"{_TIME}|{_ZONE}", re.IGNORECASE)
_WORD_CHARACTER = re.compile(r"\w")
_LATER_CHARS = 80
_LONGEST_LINE_CHARS = 140
# "6/13/98" is of the last century, "6/13/08" of this one.
_CENTURY_TURNS = 70
_MOST_OTHER_WORDS = 6
_NAME_WORD = re.compile(
    rf"^(?:[{UPPER}][\w.'’-]*|al|bin|da|de|del|der|el|ibn|la|van|von|and|&|[Bb]y|staff|reporters?"
    r"|correspondent|editor|writer|admin)$"
)


# What else a line of a few words and a date may tell of.
_NO_PUBLICATION = frozenset(
    """
    born died death deadline effective expires expiry opening opens due until day battle election
    event since valid from starts begins ends closing anniversary
    """.split()
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A whole date in a line: where it stands, and its day; none where it can be read in two ways.

    ``is_later`` where the line says that it is of an update, not of the publication.
    """

    start: int
    end: int
    day: date | None
    is_later: bool


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that only tells when a story was published; ``names`` is what it names beside that."""

    published: date | None
    names: tuple[str, ...]


def find_dates(text: str) -> list[FoundDate]:
    """Every date with day, month and year in ``text``, in order."""
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    for expression in _EXPRESSIONS:
        for match in expression.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"1" * (end - start)
                is_later = bool(_LATER.search(text[max(0, start - _LATER_CHARS) : start]))
                found.append(FoundDate(start, end, _day(match), is_later))
    return sorted(found, key=lambda each: each.start)


def read_date_line(line: str) -> DateLine | None:
    """What the line tells, if it tells a date, and beside it only times, labels, a page's number
    and a few names (an outlet's, an author's, a place's).

    A line of updates alone is a date line without a date.
    """
    if len(line) > _LONGEST_LINE_CHARS:
        return None
    dates = find_dates(line)
    if not dates:
        return None
    bare = line
    for found in reversed(dates):
        bare = f"{bare[: found.start]} | {bare[found.end :]}"
    names = tuple(_names(_ASIDE.sub(" | ", bare)))
    words = [word for name in names for word in name.split()]
    if len(words) > _MOST_OTHER_WORDS or not all(map(_NAME_WORD.match, words)):
        return None
    if any(word.strip(".,'’").casefold() in _NO_PUBLICATION for word in words):
        return None
    first = {found.day for found in dates if not found.is_later}
    # Of two dates that nothing tells apart none is known to be the story's.
    return DateLine(first.pop() if len(first) == 1 else None, names)


def is_time_alone(line: str) -> bool:
    """Whether the line is a time of day and nothing else, as above an entry of a running report."""
    rest, clocks = _CLOCK.subn(" ", line)
    return clocks > 0 and not _WORD_CHARACTER.search(rest) and any(map(line.__contains__, ":.hm"))


def _names(bare: str) -> Iterator[str]:
    for part in re.split(r"[|,;·•–—()/:\[\]]|\s-+\s|\s{2,}", bare):
        name = part.strip(" .-»›>*\u200b")
        if name:
            yield name


def _day(match: re.Match[str]) -> date | None:
    fields = match.groupdict()
    year = int(fields["year"])
    if year < 100:
        year += 1900 if year >= _CENTURY_TURNS else 2000
    if "one" in fields:
        one, two = int(fields["one"]), int(fields["two"])
        days = {whole_date(year, one, two), whole_date(year, two, one)} - {None}
        return days.pop() if len(days) == 1 else None
    month = _MONTHS.get(fields["month"].lower()) or int(fields["month"])
    return whole_date(year, month, int(fields["day"]))


def whole_date(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
