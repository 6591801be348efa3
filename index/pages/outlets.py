"""Tell the name of an outlet. Input: a line. Output: whether it reads as one, or the name in it."""

import re
from collections.abc import Sequence

from index.pages.letters import UPPER

OUTLET_WORDS = frozenset(
    """
    news times post herald tribune gazette courier journal star daily weekly press media radio tv
    online site digest brief bulletin mail mirror telegraph guardian observer record review
    chronicle sentinel examiner standard argus echo voice today agency wire service newsletter
    magazine blog round-up roundup dispatch advertiser mercury
    """.split()
)
# A name that ends in one of these is a paper's or a station's; "Daily Brief" may be a column's.
_NAMING = frozenset(
    """
    news times post herald tribune gazette courier journal star press mail mirror telegraph guardian
    observer chronicle sentinel examiner standard argus echo voice dispatch advertiser mercury
    ledger inquirer enquirer clarion globe signal beacon
    """.split()
)
# No section and no column is called by one of these: "Market Courier" and "National Ledger" are
# papers, though "Market Review" and "National News" may be sections.
_PAPERS = frozenset(
    """
    herald tribune gazette courier telegraph guardian chronicle sentinel examiner advertiser ledger
    inquirer enquirer clarion
    """.split()
)
# "Evening Standard" is a paper, where "Evening Press", "Daily News" and "Morning Mail" may be
# columns.
_PERIODS = frozenset({"daily", "evening", "sunday", "national"})
_OF_COLUMNS = frozenset({"news", "press", "voice"})
_STATIONS = frozenset({"tv", "radio"})
# "Company News", "Weekly Press" and "The Daily Market Journal" may stand over any such story.
_KIND_WORDS = frozenset(
    """
    company companies market markets campus council community industry product trade family
    church school club member staff shipping court police crime consumer house
    home life style lifestyle arts tech feature features special exclusive live update updates
    evening morning weekend sunday saturday monday annual monthly weekly daily the a an and & press
    release your my this week today day new first former blog photo video guest
    """.split()
)
# "World News" is a section of any of them.
_SECTION_WORDS = frozenset(
    """
    world local national international regional breaking latest top more all business sport sports
    politics opinion culture science health technology travel weather economy live other related
    recent football city education environment entertainment society food crime our in the of and
    """.split()
)
# "Daily Briefing" is a column, "Reality TV" a subject.
_NO_OWN_NAMES = frozenset(
    """
    briefing briefs edition report reports quiz crossword podcast show shows horoscope recap wrap
    note notes memo dose diary prayer bread menu deal deals cases deaths figures reader planner
    reality digital pirate cable satellite public commercial state talk music silence guide listings
    schedule presenter host series drama licence debate interview ad ads star stars audience
    """.split()
)
_COMMON = OUTLET_WORDS | _KIND_WORDS | _SECTION_WORDS
_MOST_WORDS, _MASTHEAD_MOST_WORDS = 6, 4
# "TV Ister", "The Daily Meridian": one word more may make a heading of it.
_STATION_MOST_WORDS, _DAILY_MOST_WORDS = 3, 2
_NOTICE = re.compile(
    r"(?:©|\(c\)|(?i:copyright))[\s,:]*(?:©|\(c\)|(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?|by|[\s,])*"
    rf"(?P<name>[{UPPER}][\w&'’-]*(?:\s(?:(?:of|the|and|for|de|la)\s)*[{UPPER}&][\w&'’-]*){{0,5}})"
)
_COMPANY = re.compile(
    r"[\s,]+(?:ltd|limited|inc|incorporated|llc|plc|gmbh|company|co|corp|corporation|media group"
    r"|group|all rights|rights|publishing|publications|newspapers|holdings)\b\.?.*$",
    re.IGNORECASE,
)
_NOTICE_CHARS = 400
_TITLE_PARTS = re.compile(r" [|–—·»-] ")


def reads_as_outlet(text: str) -> bool:
    """Whether it is a name like an outlet's or a column's: a few words, one of them such a word."""
    words = [word.strip(":,.|") for word in text.split()]
    if not words or len(words) > _MOST_WORDS or not words[0][:1].isupper():
        return False
    return any(word.casefold() in OUTLET_WORDS and word[:1].isupper() for word in words)


def outlet_of_masthead(text: str) -> str | None:
    """The outlet that a line above the headline names, where it reads as one and as no section."""
    words = [word.strip(":,.|").casefold() for word in text.split()]
    others = [word for word in words if word not in OUTLET_WORDS | _SECTION_WORDS]
    if len(words) > _MASTHEAD_MOST_WORDS:
        return None
    is_name = (
        reads_as_outlet(text) and bool(others) and text.replace(" ", "").replace("'", "").isalpha()
    )
    return " ".join(text.split()) if is_name else None


def outlet_beside(name: str) -> str | None:
    """The outlet that a name beside a story's date is, "The Harbour Dispatch"; None where it may be
    a section's, a column's or an author's.

    It has a word like an outlet's at its end, and one of its own before that: behind "The" any that
    names no section. Before a word that only papers are called by any will do, "Market Courier";
    and "The Daily Meridian", "Ostmark Weekly" and "TV Ister Online" have theirs elsewhere.
    """
    words = [word.strip(":,.|*_") for word in name.split()]
    folded = [word.casefold() for word in words]
    if folded[-1:] == ["online"] and outlet_beside(" ".join(words[:-1])):
        return " ".join(words)
    if not 2 <= len(words) <= _MASTHEAD_MOST_WORDS + 1 or not _is_written_as_name(words):
        return None
    bare = _without_the(folded)
    is_outlet = (
        _ends_in_its_word(folded) or _is_a_papers(bare) or _is_a_dailys(bare) or _is_a_station(bare)
    )
    return " ".join(words) if is_outlet else None


def ends_like_outlet(name: str) -> bool:
    """Whether the last word of a name is one that papers are called by."""
    return bool(_NAMING.intersection(name.casefold().split()[-1:]))


def _is_written_as_name(words: Sequence[str]) -> bool:
    """Whether all words have capitals, as the first one has, but for those that join them."""
    is_name = all(word[:1].isupper() or word in ("of", "the", "and", "&") for word in words)
    return is_name and words[0][:1].isupper()


def _without_the(folded: Sequence[str]) -> Sequence[str]:
    return folded[1:] if folded[:1] == ["the"] else folded


def _ends_in_its_word(folded: Sequence[str]) -> bool:
    """Whether a word like an outlet's stands at the end, and one of its own before it."""
    common = _SECTION_WORDS if folded[0] == "the" else _COMMON
    return folded[-1] in _NAMING and any(word not in common for word in folded[:-1])


def _is_a_papers(bare: Sequence[str]) -> bool:
    """Whether it ends in a word that only papers are called by, "National Ledger", or in one that
    they are called by together with when they appear, "Evening Standard"."""
    if len(bare) < 2:
        return False
    by_period = len(bare) == 2 and bare[0] in _PERIODS
    return bare[-1] in _PAPERS or (by_period and bare[-1] in _NAMING - _OF_COLUMNS)


def _is_a_dailys(bare: Sequence[str]) -> bool:
    """Whether it is "Daily" and a word of its own, or such a word and "Daily" or "Weekly"."""
    if len(bare) != _DAILY_MOST_WORDS:
        return False
    first, last = bare
    return (first == "daily" and _is_own(last)) or (last in ("daily", "weekly") and _is_own(first))


def _is_a_station(bare: Sequence[str]) -> bool:
    """Whether it is "TV" or "Radio" with a name before or behind it."""
    if not 2 <= len(bare) <= _STATION_MOST_WORDS or len(_STATIONS.intersection(bare)) != 1:
        return False
    return (bare[0] in _STATIONS and all(map(_is_own, bare[1:]))) or (
        bare[-1] in _STATIONS and all(map(_is_own, bare[:-1]))
    )


def _is_own(word: str) -> bool:
    return word.isalpha() and word not in _COMMON and word not in _NO_OWN_NAMES


def outlet_of_notice(text: str) -> str | None:
    """The outlet that a copyright notice names, its company's form left out."""
    found = _NOTICE.search(text[:_NOTICE_CHARS])
    name = _COMPANY.sub("", found["name"]).strip(" ,-–") if found else ""
    return name or None


def outlet_of_title(title: str, headline: str) -> str | None:
    """What a page's title has behind the headline: "Bridge closed | The Courier"."""
    title = " ".join(title.split())
    parts = _TITLE_PARTS.split(title)
    if len(parts) < 2 or len(parts[-1].split()) > _MOST_WORDS:
        return None
    return parts[-1] if title.casefold().startswith(headline.casefold()) else None
