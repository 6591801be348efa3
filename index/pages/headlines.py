"""Choose an article's headline. Input: its lines. Output: where the headline stands, and why.

What stands above a story's text may be its headline, an outlet's name, a section's, a link to
another story or a standfirst. Each is scored by what stands beside it and by the words that it
shares with the text below: a headline is about its story.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from index.pages.bylines import read_bare_name
from index.pages.content_words import content_words
from index.pages.dates import find_dates
from index.pages.looks import Line, Look
from index.pages.outlets import reads_as_outlet
from index.records import Role

_BY_MARKUP, _AS_TOLD, _REPEATED = 3.0, 4.0, 2.0
_SIGNED, _RIGHT_BELOW, _DATED_ABOVE = 2.0, 1.5, 1.0
_SHARED_WORDS_AT_MOST, _HEADLINE_SHARES = 4, 2
_TOO_SHORT, _LABEL, _NAME, _IN_NOTICE = -2.0, -3.0, -3.0, -3.0
_TEXT_ABOVE, _OUTLET, _STANDFIRST = -2.0, -2.0, -3.0
_SIGNED_WITHIN = 4
_TEXTS_READ = 8
# A cookie notice or the like may stand above the headline, but no story does.
_MOST_TEXT_ABOVE_WORDS = 60
_STANDFIRST_LEAST_WORDS, _KICKER_MOST_WORDS = 8, 3
_LEAST_SCORE = 0.5
# "14:05 River peaks" heads an entry of a running report.
_TIMED = re.compile(r"\d{1,2}[:.]\d\d\b")
_OUTLET_MOST_WORDS = 6
_ADDRESS_CHARS = 300
_ADDRESS = re.compile(r"\w\.\w+/|@|https?:|\b\w[\w-]+\.[a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Headline:
    """The place of the headline among the lines, and what it was taken for."""

    at: int
    why: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """The lines with what each heading is weighed against.

    ``body`` are the words of the text's beginning, ``texts`` its places, ``last`` is where each
    line's words stand last, and ``notices`` are the copyright lines, plain, with their places.
    """

    lines: Sequence[Line]
    told_title: str | None
    body: frozenset[str]
    texts: Sequence[int]
    last: Mapping[str, int]
    notices: Sequence[tuple[int, str]]


def choose_headline(lines: Sequence[Line], told_title: str | None) -> Headline | None:
    """The headline among ``lines``; None where none of them heads the text."""
    scene = _look_at(lines, told_title)
    candidates = _candidates(lines)
    best: tuple[float, int, str] | None = None
    for at in candidates:
        score, why = _score(scene, at)
        if score >= _LEAST_SCORE and (best is None or score > best[0]):
            best = (score, at, why)
    if best is None:
        return None
    wanted = lines[best[1]].text.casefold()
    first = next(at for at in candidates if lines[at].text.casefold() == wanted)
    return Headline(first, best[2])


def _look_at(lines: Sequence[Line], told_title: str | None) -> _Scene:
    texts = [at for at, line in enumerate(lines) if line.look is Look.TEXT]
    return _Scene(
        lines=lines,
        told_title=told_title,
        body=frozenset[str]().union(*(content_words(lines[at].text) for at in texts[:_TEXTS_READ])),
        texts=texts,
        last={line.text.casefold(): at for at, line in enumerate(lines)},
        notices=[(at, _plain(line.text)) for at, line in enumerate(lines) if line.why == "notice"],
    )


def same_title(one: str, other: str) -> bool:
    """Whether two titles are one, case, spaces and an outlet's name behind the longer one aside."""
    shorter, longer = sorted((_plain(one), _plain(other)), key=len)
    return shorter == longer or (len(shorter.split()) > 2 and longer.startswith(shorter))


def _candidates(lines: Sequence[Line]) -> list[int]:
    """Headings down to where the story's text goes on."""
    found, words_above = [], 0
    for at, line in enumerate(lines):
        if line.look is Look.TEXT and line.role is not Role.HEADLINE:
            words_above += line.words
            if words_above > _MOST_TEXT_ABOVE_WORDS:
                break
        elif line.look is Look.HEADING:
            found.append(at)
    return found


def _score(scene: _Scene, at: int) -> tuple[float, str]:
    lines, told_title, line = scene.lines, scene.told_title, scene.lines[at]
    shared = len(content_words(line.text) & scene.body)
    below = (lines[x] for x in range(at + 1, len(lines)) if lines[x].look is not Look.LEFTOVER)
    near = list(islice(below, _SIGNED_WITHIN))
    is_told = told_title is not None and same_title(line.text, told_title)
    signs = {
        "as the page's metadata have it": _AS_TOLD if is_told else 0,
        # A site's name may be an <h1> too, but has no word of the story.
        line.why: (_BY_MARKUP if shared else _BY_MARKUP / 2) if line.role is Role.HEADLINE else 0,
        "byline or date below": _SIGNED if any(map(_signs, _up_to_text(near))) else 0,
        "byline or date right below": _RIGHT_BELOW if near and _signs(near[0]) else 0,
        "date above": _DATED_ABOVE if _is_dated_above(lines, at) else 0,
        "printed again": _REPEATED if _is_repeated(scene, at) else 0,
        "words of the text below": min(_SHARED_WORDS_AT_MOST, shared),
        "above the text": 0.5 if line.words > 3 else 0,
    }
    against = (
        (_TOO_SHORT if line.words <= 2 else 0)
        + (_LABEL if _is_label(line.text) else 0)
        + (_LABEL if find_dates(line.text) or _ADDRESS.search(line.text[:_ADDRESS_CHARS]) else 0)
        + (_LABEL if _TIMED.match(line.text) else 0)
        + (_NAME if read_bare_name(line.text) and line.role is not Role.HEADLINE else 0)
        + (_OUTLET if reads_as_outlet(line.text) else 0)
        + (_STANDFIRST if not is_told and _stands_below_headline(scene, at) else 0)
        + (_IN_NOTICE if _is_in_notice(scene, at) else 0)
        + _TEXT_ABOVE * bisect_left(scene.texts, at)
    )
    why = max(signs, key=lambda sign: signs[sign])
    return sum(signs.values()) + against, why


def _up_to_text(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if line.look is Look.TEXT:
            break
        kept.append(line)
    return kept


def _signs(line: Line) -> bool:
    return line.look in (Look.DATE, Look.BYLINE) or bool(
        line.look is Look.HEADING and read_bare_name(line.text)
    )


def _is_dated_above(lines: Sequence[Line], at: int) -> bool:
    return any(line.look is Look.DATE for line in lines[max(0, at - 3) : at])


def _is_repeated(scene: _Scene, at: int) -> bool:
    line = scene.lines[at]
    return line.words > 2 and scene.last[line.text.casefold()] > at


def _stands_below_headline(scene: _Scene, at: int) -> bool:
    """Whether the line right above may well be the headline, and this its standfirst."""
    line = scene.lines[at]
    over = (scene.lines[place] for place in range(at - 1, -1, -1))
    above = next((each for each in over if each.look is not Look.LEFTOVER), None)
    if above and above.role is Role.HEADLINE and line.role is not Role.HEADLINE:
        return True
    return (
        above is not None
        and above.look is Look.HEADING
        and above.words >= 2
        and not (above.text.isupper() and above.words <= _KICKER_MOST_WORDS)
        and not _is_label(above.text)
        and not reads_as_outlet(above.text)
        and len(content_words(above.text) & scene.body)
        >= (1 if max(above.words, _STANDFIRST_LEAST_WORDS) < line.words else _HEADLINE_SHARES)
    )


def _is_in_notice(scene: _Scene, at: int) -> bool:
    """Whether the copyright line names it: an outlet."""
    line = scene.lines[at]
    if line.words > _OUTLET_MOST_WORDS:
        return False
    wanted = _plain(line.text)
    return any(place > at and wanted in notice for place, notice in scene.notices)


def _is_label(text: str) -> bool:
    """Whether it is short parts with a sign between: "Meridian Ledger | Markets"."""
    parts = [part for part in text.replace("/", "|").replace("·", "|").split("|") if part.strip()]
    return len(parts) > 1 and all(len(part.split()) <= 3 for part in parts)


def _plain(text: str) -> str:
    return " ".join(
        "".join(c if c.isalnum() else " " for c in text.casefold() if c not in "'’‘").split()
    )
