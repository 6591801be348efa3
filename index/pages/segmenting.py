"""Find the articles on a page. Input: its Lines. Output: Sections, in reading order.

A page may hold several articles. Wherever text stops and goes on, what stands between is scored by
general signals of layout, wording and content; from a threshold on, a new article begins there, at
the line that heads it. Together the sections cover all lines.

That a new subject shows in new words is Hearst's observation (TextTiling, Computational Linguistics
1997); here it only tips the balance between the page's own signs.
"""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from index.pages.boilerplate import is_prose
from index.pages.bylines import read_bare_name
from index.pages.content_words import content_words
from index.pages.datelines import Dateline
from index.pages.looks import Line, Look, reads_as_headline
from index.records import Role

# A sum of the weights below from which an article begins. No single sign is enough alone but a
# headline that is printed again below, and what the markup says.
_THRESHOLD = 3
_BEGINS_BY_MARKUP, _HEADLINE_BY_MARKUP = 4, 3
_REPEATED = 3
_SIGNED_AND_DATED, _RIGHT_BELOW, _SIGNED_OR_DATED = 4, 3, 2
_END_MARK, _CLOSED, _RULE, _LEFTOVERS = 3, 2, 2, 1
_WIDE_GAP, _DATELINE, _SAME_OPENING = 2, 2, 2
_HEADS_WHAT_FOLLOWS, _NEW_WORDS, _SAME_WORDS = 1, 1, -1

_REPEAT_WITHIN = 10
_SIGNED_WITHIN = 4
_OVER_LINES, _LABELLED_WITHIN = 2, 3
# What leads into a text is no longer than that.
_SHAPE_MOST_LINES = 8
_WINDOW_TEXTS, _LAST_TEXTS = 3, 12
# Of the words of the next paragraphs, so many stand above where the story goes on: measured on made
# pages, 3 or more in half of the places inside stories, and at no place between two of them.
_SAME_FROM, _NEW_UP_TO = 3, 1
_STORY_LEAST_WORDS, _HEADED_FROM = 40, 3
_KICKER_MOST_WORDS = 5
_OVER_HEADLINES = {"breadcrumb", "label of the page", "wire slug"}
_KICKER = re.compile(r"kicker|eyebrow|overline|breadcrumb|label|category|section", re.IGNORECASE)
_CORRECTION = re.compile(
    r"^(?:this (?:story|article|version|piece|report) (?:has been|was) "
    r"|correction\b|clarification\b)",
    re.IGNORECASE,
)
_END_REASONS = {"end mark", "wire signature"}
_CLOSING_REASONS = {"notice", "desk credit"}


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one article, and the signals that its first one was taken for."""

    lines: tuple[Line, ...]
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place where an article may begin: the line that heads it, and what speaks for it."""

    heading: int
    signals: dict[str, int]

    @property
    def score(self) -> int:
        return sum(self.signals.values())


@dataclass(frozen=True, slots=True)
class _Opening:
    """How an article opens, down to its first text."""

    start: int
    dateline: Dateline | None
    shapes: frozenset[tuple[str, ...]]
    labels: frozenset[str]


@dataclass(slots=True)
class _Stretch:
    """What stands between a text and the next, the text at ``below``, read from top to bottom.

    ``before`` and ``after`` are the words of the texts on both sides, ``opening`` is of the article
    above, ``shapes`` are of the headings. The others tell of the lines that were passed by so far.
    """

    below: int
    before: frozenset[str]
    after: frozenset[str]
    opening: _Opening
    shapes: dict[int, tuple[str, ...]]
    reasons: set[str] = field(default_factory=set)
    over: deque[Line] = field(default_factory=lambda: deque(maxlen=_OVER_LINES))
    is_divided: bool = False
    is_closed: bool = False
    is_far: bool = False
    begins: bool = False

    def pass_by(self, line: Line) -> None:
        """Take in a line that stands above those to come."""
        if line.look is Look.LEFTOVER:
            self.reasons.add(line.why)
        if not line.closes:
            self.over.append(line)
        self.is_divided = self.is_divided or line.is_divider
        self.is_closed = self.is_closed or line.closes


def segment(lines: Sequence[Line], *, is_one_article: bool = False) -> tuple[Section, ...]:
    """One section for each article; one in all where no second one shows; none without lines.

    Where the file says that it ``is_one_article``, it is taken at its word.
    """
    if not lines:
        return ()
    starts: list[tuple[int, tuple[str, ...]]] = [(0, ("first on the page",))]
    if not is_one_article:
        page = _Page(lines)
        for above, below in page.stretches():
            best = max(
                page.candidates(starts[-1][0], above, below),
                key=lambda candidate: (candidate.score, -candidate.heading),
                default=None,
            )
            if best and best.score >= _THRESHOLD and page.is_story(starts[-1][0], above):
                start = page.start_of(best.heading, above)
                starts.append((start, tuple(best.signals)))
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    return tuple(
        Section(tuple(lines[start:end]), signals)
        for (start, signals), end in zip(starts, ends, strict=True)
    )


class _Page:
    """A page's lines with what the signals are read from."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._texts = [at for at, line in enumerate(lines) if line.look is Look.TEXT]
        self._usual_gap = median_low(
            [line.paragraph.blank_lines_above for line in lines[1:]] or [0]
        )
        self._words = {at: content_words(lines[at].text) for at in self._texts}
        self._prose = [at for at in self._texts if is_prose(lines[at].text)]
        bylines = (at for at, line in enumerate(lines) if line.look is Look.BYLINE)
        self._first_byline = next(bylines, len(lines))
        self._openings: dict[int, _Opening] = {}

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Each text and the next, where an article may begin between them or with the next."""
        for above, below in pairwise(self._texts):
            line = self._lines[below]
            if below > above + 1 or line.dateline or line.begins or self._is_far(below):
                yield above, below

    def is_story(self, start: int, above: int) -> bool:
        """Whether what stands from ``start`` to ``above`` may be an article: at the top of a page a
        notice or a greeting may stand, which is none."""
        if bisect_left(self._prose, start) == bisect_right(self._prose, above):
            return False
        is_one_text = bisect_left(self._texts, start) + 1 == bisect_right(self._texts, above)
        is_signed = start > 0 or self._first_byline < above
        is_long = self._lines[above].words >= _STORY_LEAST_WORDS
        return is_signed or not is_one_text or is_long or self._is_headed(start, above)

    def _is_headed(self, start: int, above: int) -> bool:
        """Whether a heading above the text is about it."""
        return any(
            len(content_words(line.text) & self._words[above]) >= _HEADED_FROM
            for line in self._lines[start:above]
            if line.look is Look.HEADING
        )

    def candidates(self, start: int, above: int, below: int) -> Iterator[_Candidate]:
        """What may head an article between the two texts, with its signals; the text itself where
        it opens with a dateline."""
        text = self._lines[below]
        if _CORRECTION.match(text.text):
            return
        places = {at for at in range(above + 1, below) if self._may_head(at)}
        if text.dateline or text.begins:
            places.add(below)
        if not places:
            return
        stretch = _Stretch(
            below=below,
            before=self._union(self._above(start, above)),
            after=self._union(self._window(below)),
            opening=self._opening(start, below),
            shapes=self._shapes(above + 1, below),
        )
        for at in range(above + 1, below + 1):
            line = self._lines[at]
            stretch.is_far = stretch.is_far or self._is_far(at)
            stretch.begins = stretch.begins or line.begins
            if at in places:
                yield _Candidate(at, self._signals(at, stretch))
            stretch.pass_by(line)

    def start_of(self, heading: int, above: int) -> int:
        """The first line of what stands over the heading and belongs to it: a kicker, a date."""
        start = heading
        for at in range(heading - 1, above, -1):
            line = self._lines[at]
            if not _may_stand_over(line) or (
                self._lines[start].begins and line.look is not Look.DATE
            ):
                break
            start = at
        return start

    def _may_head(self, at: int) -> bool:
        line = self._lines[at]
        if line.look is not Look.HEADING:
            return False
        below = self._lines[at + 1].look if at + 1 < len(self._lines) else None
        is_signed = line.words > 1 and below in (Look.BYLINE, Look.DATE)
        return (
            reads_as_headline(line.text) or line.begins or line.role is Role.HEADLINE or is_signed
        )

    def _is_far(self, at: int) -> bool:
        gap = self._lines[at].paragraph.blank_lines_above
        return gap >= 2 and gap > self._usual_gap

    def _signals(self, at: int, stretch: _Stretch) -> dict[str, int]:
        heading = self._lines[at]
        found = {
            **_signals_of_markup(heading, stretch),
            **_signals_above(stretch),
            **self._signals_of_heading(at, stretch),
            **_signals_of_content(None if at == stretch.below else heading, stretch),
        }
        if self._opens_alike(at, stretch):
            found["opens as the one before"] = _SAME_OPENING
        if heading.dateline or self._lines[stretch.below].dateline:
            found["dateline below"] = _DATELINE
        return found

    def _signals_of_heading(self, at: int, stretch: _Stretch) -> dict[str, int]:
        found = {}
        if self._is_repeated(at):
            found["headline repeated below"] = _REPEATED
        near = [
            line
            for line in self._lines[at + 1 : min(stretch.below, at + 1 + _SIGNED_WITHIN)]
            if line.look is not Look.LEFTOVER
        ]
        is_signed = any(line.look is Look.BYLINE or line.byline for line in near) or _is_named(near)
        is_dated = any(line.look is Look.DATE for line in (*near, *stretch.over))
        if is_signed and is_dated:
            found["byline and date beside it"] = _SIGNED_AND_DATED
        elif near and near[0].look in (Look.BYLINE, Look.DATE) and (near[0].day or near[0].byline):
            found["byline or date right below"] = _RIGHT_BELOW
        elif is_signed or is_dated:
            found["byline or date beside it"] = _SIGNED_OR_DATED
        return found

    def _window(self, below: int) -> Iterator[int]:
        """The next texts, as far as no heading parts them."""
        last = below
        first = bisect_left(self._texts, below)
        for place in self._texts[first : first + _WINDOW_TEXTS]:
            if any(self._may_head(between) for between in range(last + 1, place)):
                return
            yield place
            last = place

    def _above(self, start: int, above: int) -> Iterator[int]:
        """The texts of the article above: its first and its last ones."""
        low, high = bisect_left(self._texts, start), bisect_left(self._texts, above) + 1
        last = max(low, high - _LAST_TEXTS)
        yield from self._texts[low : min(low + _WINDOW_TEXTS, last)]
        yield from self._texts[last:high]

    def _union(self, places: Iterable[int]) -> frozenset[str]:
        return frozenset().union(*(self._words[place] for place in places))

    def _is_repeated(self, at: int) -> bool:
        wanted = self._lines[at].text.casefold()
        below = self._lines[at + 1 : at + 1 + _REPEAT_WITHIN]
        return len(wanted.split()) > 2 and any(line.text.casefold() == wanted for line in below)

    def _shapes(self, top: int, text: int) -> dict[int, tuple[str, ...]]:
        """Of each heading from ``top`` on what follows on it down to the text, where that signs and
        dates: no two lines less."""
        found = {}
        between: list[str] = []
        for at in range(text - 1, top - 1, -1):
            line = self._lines[at]
            if line.look is Look.HEADING and len(between) > 1 and Look.DATE in between:
                found[at] = tuple(between)
            if line.look is not Look.LEFTOVER:
                between.append(line.look.value)
            if len(between) > _SHAPE_MOST_LINES:
                break
        return found

    def _opening(self, start: int, below: int) -> _Opening:
        """How the article that begins at ``start`` opens; ``below`` is a text further down."""
        if start not in self._openings:
            place = bisect_left(self._texts, start)
            first = self._texts[place] if place < len(self._texts) else below
            self._openings[start] = _Opening(
                start=start,
                dateline=self._lines[first].dateline,
                shapes=frozenset(self._shapes(start, first).values()),
                labels=frozenset(map(_label, self._lines[start:first])) - {""},
            )
        return self._openings[start]

    def _opens_alike(self, at: int, stretch: _Stretch) -> bool:
        """Whether what leads in here looks like what led into the article above: the same label, or
        a dateline of the same agency where that one had one."""
        above = stretch.opening
        one, other = above.dateline, self._lines[stretch.below].dateline
        if one and other and (one.agency, one.outlet) == (other.agency, other.outlet):
            return True
        if at in stretch.shapes and stretch.shapes[at] in above.shapes:
            return True
        head = self._lines[max(above.start, at - _LABELLED_WITHIN) : stretch.below]
        return bool(above.labels) and any(_label(line) in above.labels for line in head)


def _signals_of_markup(heading: Line, stretch: _Stretch) -> dict[str, int]:
    found = {"begins in the markup": _BEGINS_BY_MARKUP} if stretch.begins else {}
    if heading.role is Role.HEADLINE:
        found["headline in the markup"] = _HEADLINE_BY_MARKUP
    return found


def _signals_above(stretch: _Stretch) -> dict[str, int]:
    found = {}
    if stretch.reasons & _END_REASONS:
        found["after an end mark"] = _END_MARK
    elif stretch.reasons & _CLOSING_REASONS:
        found["after a closing notice"] = _CLOSED
    if stretch.is_divided:
        found["after a rule"] = _RULE
    elif not found and stretch.is_closed:
        found["after leftovers"] = _LEFTOVERS
    if stretch.is_far:
        found["wide gap above"] = _WIDE_GAP
    return found


def _signals_of_content(heading: Line | None, stretch: _Stretch) -> dict[str, int]:
    found = {}
    if heading:
        words = content_words(heading.text)
        if len(words & stretch.after) > len(words & stretch.before):
            found["heads what follows"] = _HEADS_WHAT_FOLLOWS
    shared = len(stretch.before & stretch.after)
    if shared >= _SAME_FROM:
        found["goes on in the same words"] = _SAME_WORDS
    elif shared <= _NEW_UP_TO:
        found["goes on in new words"] = _NEW_WORDS
    return found


def _is_named(near: Sequence[Line]) -> bool:
    """Whether a bare name signs right below: nothing but a date parts it from the text."""
    return (
        bool(near)
        and read_bare_name(near[0].text) is not None
        and all(line.look is Look.DATE for line in near[1:])
    )


def _may_stand_over(line: Line) -> bool:
    """Whether the line may stand over a headline and belong to it: a date, a kicker, a
    breadcrumb."""
    if line.look is Look.LEFTOVER:
        return line.why in _OVER_HEADLINES or bool(_KICKER.search(line.why))
    if line.look is Look.HEADING:
        return line.words <= _KICKER_MOST_WORDS
    return line.look in (Look.DATE, Look.BYLINE)


def _label(line: Line) -> str:
    """What stays the same from one article's head to the next: "News ID:", a breadcrumb's root."""
    if (
        line.look is Look.LEFTOVER
        and not line.closes
        and line.why in {"breadcrumb", "label of the page"}
    ):
        return line.text.split()[0].casefold()
    return ""
