"""Read the place and the agency that lead into a text. Input: a paragraph. Output: a Dateline.

    ERBIL (Kurdistan 24) – The militaries ...     LONDON, March 3 (Reuters) - Shares ...
    Kyiv/Moscow (dpa) - Talks ...                 Shafaq News / The joint command ...

A place in plain letters counts only with an agency behind it, since "Paris - a city ..." is prose.
"""

import re
from dataclasses import dataclass
from datetime import date

from index.pages.dates import find_dates
from index.pages.letters import UPPER

_DASH = r"\s*(?:[-–—]{1,2}|[:_])\s+"
_BARE_DASH = r"\s+[-–—]{1,2}\s+|\s*[–—]\s*|\s*--\s*"
# ST. LOUIS, PORT-AU-PRINCE, TEL AVIV/GAZA, NEW DELHI
_CAPITALS = rf"(?=(?:[.'’/ -]*[{UPPER}]){{3}})[{UPPER}][{UPPER}.'’/ -]+[{UPPER}.]"
_PLAIN = rf"[{UPPER}][\w.'’/-]+(?: [{UPPER}][\w.'’/-]+){{0,3}}"
_REGION = r"(?:,\s(?:[A-Z][\w.]*)(?:\s[A-Z][\w.]*)?)?"
_DAY = (
    r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?|[A-Z][a-z]+day)"
    r"(?:,?\s\d{4})?)?"
)
# "dpa" and "afp" sign in small letters; "(population 12)" signs nothing.
_AGENCY = rf"\((?P<agency>[{UPPER}][^()]{{1,39}}|[a-z]{{2,4}})\)"
_FORMS = (
    # With an agency: before the dash, or behind a place in plain letters.
    rf"(?P<place>{_CAPITALS}|{_PLAIN}){_REGION}{_DAY},?\s*{_AGENCY}{_DAY}{_DASH}",
    rf"{_AGENCY}(?:{_DASH}|{_BARE_DASH})",
    # A place in capitals alone; "US - China talks" has too few letters, "UN - ..." too.
    rf"(?P<place>{_CAPITALS}){_REGION}{_DAY}(?:{_BARE_DASH})(?=[\"'“‘«\d{UPPER}])",
    # An outlet that signs its own text.
    r"(?P<outlet>[A-Z][\w.]*(?:\s[A-Z0-9][\w.]*){1,3})\s+/\s+",
)
_DATELINES = tuple(re.compile(rf"^{form}(?=\S)") for form in _FORMS)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before a story's first word: ``end`` characters of the paragraph, trimmed.

    ``body`` is where the story's own words begin.
    """

    place: str | None
    agency: str | None
    outlet: str | None
    day: date | None
    end: int
    body: int


def read_dateline(text: str) -> Dateline | None:
    """The dateline that ``text`` begins with, if it does; ``day`` only with day, month and year."""
    for form in _DATELINES:
        match = form.match(text)
        if match:
            break
    else:
        return None
    fields = match.groupdict()
    days = [found.day for found in find_dates(match.group())]
    place, agency = fields.get("place"), fields.get("agency")
    return Dateline(
        place=" ".join(place.split()).strip(" ,") if place else None,
        agency=" ".join(agency.split()) if agency else None,
        outlet=fields.get("outlet"),
        day=days[0] if days else None,
        end=len(match.group().rstrip()),
        body=match.end(),
    )
