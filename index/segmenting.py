"""Find the articles on a page. Input: its paragraphs. Output: Sections, in reading order.

A page may hold several articles. Every paragraph that may head one is scored by general signals of
layout and wording; a heading only counts where prose has gone before it in the article that it
would end, and prose follows it. Together the sections cover all paragraphs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from index.boilerplate import is_in_comment_form, is_prose, is_rule, leftover_reason
from index.dates import read_date_line
from index.paragraphs import Paragraph

# A sum of the weights below from which a paragraph heads an article of its own. No single signal
# but a repeated headline, printed above and below its pictures, is enough alone.
_THRESHOLD = 3
_REPEATED, _WIDE_GAP, _AFTER_END = 3, 2, 2
_BYLINE_NEXT, _SIGNED_BELOW, _DATELINE_BELOW, _TITLE_CASE = 1, 1, 1, 1

_REPEAT_WITHIN = 10
_SIGNED_WITHIN = 4
_HEADLINE_WORDS = range(3, 31)
_HEADLINE_LIMIT_CHARS = 220
_TITLE_CASE_SHARE = 0.6

# Two capitals at least: "By the Numbers" and "By Land and Sea" name nobody.
_BYLINE = re.compile(
    r"^(?:[Bb]y|BY|[Ff]rom|FROM)\s+[A-Z][\w.'’-]*(?:\s+(?:al|bin|da|de|del|der|el|ibn|la|van|von))*"
    r"\s+[A-Z][\w.'’-]+"
)
DATELINE = re.compile(
    r"^(?:"
    # ERBIL (Kurdistan 24) -, LONDON, March 3 (Reuters) -, WASHINGTON -; but not "US - China talks"
    r"(?=(?:[.'’ -]*[A-Z]){4})(?P<place>[A-Z][A-Z.'’ -]{2,}(?:,\s[\w.]+(?:\s\d{1,2})?)?)\s*"
    r"(?:\((?P<agency>[^()]{2,40})\)\s*)?[-–—]{1,2}\s+"
    # Shafaq News / The ...
    r"|(?P<outlet>[A-Z][\w.]*(?:\s[A-Z][\w.]*){1,3})\s+/\s+"
    r")(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Section:
    """The paragraphs of one article, and the signals that its first one was taken for."""

    paragraphs: tuple[Paragraph, ...]
    signals: tuple[str, ...]


def segment(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """One section for each article; one in all where no second one shows; none without paragraphs.

    A section that would hold no prose joins the one before it, so that no line is lost.
    """
    if not paragraphs:
        return ()
    usual_gap = median_low([p.blank_lines_above for p in paragraphs[1:]] or [0])
    last_prose = max((at for at, p in enumerate(paragraphs) if is_prose(p.text)), default=0)
    starts: list[tuple[int, tuple[str, ...]]] = [(0, ("first on the page",))]
    prose_since_start = in_form = False
    for at, paragraph in enumerate(paragraphs[:last_prose]):
        in_form = is_in_comment_form(paragraph.text, in_form)
        if prose_since_start and not in_form and _may_be_headline(paragraph.text):
            signals = _signals(paragraphs, at, usual_gap)
            if sum(signals.values()) >= _THRESHOLD:
                starts.append((at, tuple(signals)))
                prose_since_start = False
        prose_since_start = prose_since_start or is_prose(paragraph.text)
    ends = [start for start, _ in starts[1:]] + [len(paragraphs)]
    return tuple(
        Section(tuple(paragraphs[start:end]), signals)
        for (start, signals), end in zip(starts, ends, strict=True)
    )


def reads_as_headline(text: str) -> bool:
    """Whether the wording and length are a headline's, wherever it stands."""
    return (
        len(text) <= _HEADLINE_LIMIT_CHARS
        and len(text.split()) in _HEADLINE_WORDS
        and not text[0].islower()
        and not text.endswith((".", ":", ";", ",", ")"))
    )


def is_byline(text: str) -> bool:
    """Whether a paragraph only names who wrote the story."""
    return bool(_BYLINE.match(text)) and len(text.split()) <= 12 and not is_prose(text)


def _may_be_headline(text: str) -> bool:
    return (
        reads_as_headline(text)
        and leftover_reason(text) is None
        and not is_byline(text)
        and read_date_line(text) is None
    )


def _signals(paragraphs: Sequence[Paragraph], at: int, usual_gap: int) -> dict[str, int]:
    here = paragraphs[at]
    below = [paragraph.text for paragraph in paragraphs[at + 1 : at + 1 + _SIGNED_WITHIN]]
    found = {
        "headline repeated below": _REPEATED if _is_repeated(paragraphs, at) else 0,
        "wide gap above": _WIDE_GAP
        if here.blank_lines_above >= 2 and here.blank_lines_above > usual_gap
        else 0,
        "after an end mark or a rule": _AFTER_END
        if _closes_article(paragraphs[at - 1].text)
        else 0,
        "byline right below": _BYLINE_NEXT if is_byline(below[0]) else 0,
        "byline or date below": _SIGNED_BELOW if any(map(signs_or_dates, below)) else 0,
        "dateline below": _DATELINE_BELOW if any(map(DATELINE.match, below)) else 0,
        "title case": _TITLE_CASE if _is_title_case(here.text) else 0,
    }
    return {signal: weight for signal, weight in found.items() if weight}


def _is_repeated(paragraphs: Sequence[Paragraph], at: int) -> bool:
    wanted = paragraphs[at].text.casefold()
    return any(
        paragraph.text.casefold() == wanted
        for paragraph in paragraphs[at + 2 : at + 1 + _REPEAT_WITHIN]
    )


def _closes_article(text: str) -> bool:
    return is_rule(text) or leftover_reason(text) in {"end mark", "desk credit", "notice"}


def signs_or_dates(text: str) -> bool:
    """Whether a paragraph only names who wrote the story, or when."""
    return is_byline(text) or read_date_line(text) is not None


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(w[0].isupper() for w in words) >= _TITLE_CASE_SHARE * len(words)
