"""Find the amount that a question asks of one event or thing. Input: an AskedAmount and a Story.
Output: Given values.

The words around a number may differ from article to article, "carried 214 people" and "with 221
people aboard". What must not differ is what is asked: the same unit, what is told of it in the
number's own clause, and whose it is in the sentence or at the head of the article. Parts,
comparisons, rates, other years and what is only expected are left out.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from index.analysis import stems
from index.records import BlockKind
from qa.composing import Chosen
from qa.conversation.words import IRREGULAR_VERBS
from qa.matching import match
from qa.stories import Sentence, Story
from qa.understanding import QueryTerm
from qa.values.asked_amounts import EXPECTED, WANTED, AskedAmount, is_event
from qa.values.bare import OF_MEMBERS, bare_values
from qa.values.belongings import is_of_another_thing, is_price
from qa.values.equality import may_be_equal
from qa.values.figures import figures
from qa.values.given import Given, one_line, told_by
from qa.values.parts import Place, are_places_apart, is_of_another_time, is_part
from qa.values.records import Value
from qa.values.sameness import About, is_told_of_one_amount
from qa.values.segments import segment
from qa.values.units import FATES, PERSON_STEMS
from qa.values.wordings import DISASTERS, EVENTS, THINGS, WORDINGS, is_kin_near

_FORMS = {
    stem: frozenset(stems(" ".join(forms)))
    for forms in IRREGULAR_VERBS
    for stem in stems(" ".join(forms))
}
_LASTS = frozenset(stems("last lasted take took go"))
_STRETCH_OF = re.compile(r"\b([a-z]+) of\s+$")
_AND = re.compile(r"\b(?:and|or)\b")
_SUCH = re.compile(r"\bsuch\b")
_MEMBERS = stems("members")[0]
_MEMBERS_OF = re.compile(r"\s+of (?:the|its|their|her|his) (?:[\w'’.-]+ ){0,3}?(crew|staff)\b")
# So many sentences behind an amount another figure for it may be told.
_AGAIN_WITHIN = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as a story gives it, and who tells it, empty for the article itself;
    ``is_again`` where it is told as another figure for one before."""

    given: Given
    teller: str
    is_again: bool


def amounts_of(asked: AskedAmount, story: Story, about: About) -> tuple[Amount, ...]:
    """The amounts that the story gives: one, or one for each who tells another; none where it gives
    several that nobody is known to differ on."""
    if not all(match(term, about.words) for term in asked.names):
        return ()
    found = list(_amounts(asked, story, about))
    # Some kind of people told beside all of them are a part.
    whole = [each for each in found if _value(each).unit not in PERSON_STEMS]
    kept: list[Amount] = []
    for each in whole if whole and "people" in asked.units else found:
        if any(may_be_equal(_value(each), _value(held)) for held in kept):
            continue
        if any(not _told_apart(each, held) for held in kept):
            return ()
        kept.append(each)
    return tuple(kept)


def of_one_amount(asked: AskedAmount, one: Given, other: Given) -> bool:
    """Whether both are the amount of one event or thing: what leaves it open sets them apart."""
    expected = _is_expected(one), _is_expected(other)
    if expected[0] != expected[1]:
        return False
    if one.chosen.story.article.id == other.chosen.story.article.id:
        return True
    if _are_events_apart(one, other):
        return False
    return not are_places_apart(one, other, is_named=asked.is_named) and is_told_of_one_amount(
        one.told,
        other.told,
        is_named=asked.is_named,
        is_past=asked.is_past and not any(expected),
        is_slow=asked.is_share,
    )


def _are_events_apart(one: Given, other: Given) -> bool:
    """Whether the headlines name events of other kinds: a crash is no earthquake."""
    mine, theirs = (
        {event for event in EVENTS if not event.isdisjoint(each.chosen.story.title_stems)}
        for each in (one, other)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _value(amount: Amount) -> Value:
    return amount.given.told.value


def _told_apart(one: Amount, other: Amount) -> bool:
    if one.is_again or other.is_again:
        return True
    return bool(one.teller and other.teller) and one.teller != other.teller


def _amounts(asked: AskedAmount, story: Story, about: About) -> Iterator[Amount]:
    body = [each for each in story.sentences if each.kind is BlockKind.BODY]
    # The number told last, where it is the amount: "the hospital put it at 1,100" is of that one.
    last: tuple[int, Value] | None = None
    second = body[1].stems if len(body) > 1 else frozenset()
    for at, sentence in enumerate(body):
        line = one_line(sentence)
        place = Place(sentence, line, body[max(0, at - 1)], body[0], about, second)
        for number, is_again in _values(line):
            value = _told_again(number, last[1]) if is_again and last else None
            if value is None or last is None or at - last[0] > _AGAIN_WITHIN:
                value = number if _is_asked(asked, number, place) else None
            last = (at, value) if value else None
            if value is None:
                continue
            value = replace(value, fate="dead") if asked.is_toll else value
            beside = tuple(each for each in figures(line) if each.start != value.start)
            told = told_by(value, beside, sentence, about)
            given = Given(told, Chosen(sentence, story), is_asked=True)
            yield Amount(given, _teller(sentence, value), is_again)


def _told_again(value: Value, last: Value) -> Value | None:
    """The value as another figure for the one told last; None where it is of something else."""
    if value.unit not in ("", last.unit):
        return None
    return replace(value, unit=last.unit, is_measure=last.is_measure)


def _values(line: str) -> list[tuple[Value, bool]]:
    """The numbers of the line, and whether each tells another figure for what was told before."""
    bare = {each.value.start: each for each in bare_values(line)}
    named = [(each, each.start in bare) for each in figures(line)]
    known = {value.start for value, _ in named}
    rest = [(each.value, each.is_again) for at, each in bare.items() if at not in known]
    return sorted([*named, *rest], key=lambda each: each[0].start)


def _teller(sentence: Sentence, value: Value) -> str:
    """Whose words the number stands in, empty for the article's own."""
    at = sentence.start + value.start
    return next((said.name or "" for said in sentence.said if said.start <= at < said.end), "")


def _is_asked(asked: AskedAmount, value: Value, place: Place) -> bool:
    is_crew = not asked.units.isdisjoint(_members_of(value, place.line))
    is_unit = value.unit in asked.units or is_crew or _is_some_of_them(asked, value, place)
    if not is_unit or not _is_fate_asked(asked, value.fate):
        return False
    near = place.near
    if not all(match(term, place.named) for term in asked.names) or not all(
        match(term, near) or _is_worded(term, place.line) or _has_kin_near(term, near)
        for term in asked.somewhere
    ):
        return False
    clause = segment(place.line, value)
    told = f"{one_line(place.before)} {clause}" if _SUCH.search(place.line) else clause
    if is_of_another_thing(asked, value, place, clause) or (
        is_of_another_time(clause, place.about) and not is_price(asked)
    ):
        return False
    if _is_only_wanted(asked, place.line, value):
        return False
    return (is_crew or not is_part(asked, value, place, clause)) and (
        all(_is_told(term, told, value) for term in asked.what)
        # "After a strike of 39 days": so long it lasted.
        or (asked.is_length and _is_stretch(asked, place.line, value))
    )


def _is_only_wanted(asked: AskedAmount, line: str, value: Value) -> bool:
    """Whether it is what somebody calls for, where it is not asked what is wanted."""
    if asked.is_wanted or asked.is_toll:
        return False
    return WANTED.search(line[: value.start]) is not None


def _members_of(value: Value, line: str) -> list[str]:
    """The stem of what those counted are the members of, all of whom they are: the crew."""
    of = _MEMBERS_OF.match(line, value.end) if value.unit == _MEMBERS else None
    return stems(of[1]) if of else []


def _is_some_of_them(asked: AskedAmount, value: Value, place: Place) -> bool:
    """Whether a number that no noun follows counts the persons asked for, who are named just
    before: "Of the drivers 3,500 were on strike"."""
    is_bare = value.unit in ("people", OF_MEMBERS) and place.line[value.end - 1].isdigit()
    return (
        is_bare
        and asked.units <= PERSON_STEMS
        and not asked.units.isdisjoint(place.sentence.stems | place.before.stems)
    )


def _has_kin_near(term: QueryTerm, near: Set[str]) -> bool:
    """Whether a word for such an event or thing stands near, or one for any disaster."""
    return is_kin_near(term.stem, near, (*EVENTS, *THINGS)) or (
        is_event(term) and not DISASTERS.isdisjoint(near)
    )


def _is_fate_asked(asked: AskedAmount, fate: str) -> bool:
    """Whether what became of those counted, if anything is told of it, is what is asked: of the
    marchers that were arrested there are fewer than marched."""
    words = [word for word, kind in FATES.items() if kind == fate]
    return not fate or any(
        term.stem in each.asked and any(each.told.fullmatch(word) for word in words)
        for term in asked.what
        for each in WORDINGS
    )


def _is_told(term: QueryTerm, clause: str, value: Value) -> bool:
    told = frozenset(stems(clause)) | {value.unit}
    return (
        match(term, told) > 0
        or not told.isdisjoint(_FORMS.get(term.stem, ()))
        or _is_worded(term, clause)
    )


def _is_stretch(asked: AskedAmount, line: str, value: Value) -> bool:
    clause = segment(line, value)
    return _STRETCH_OF.search(line[: value.start]) is not None and all(
        term.stem in _LASTS or _is_told(term, clause, value) for term in asked.what
    )


def _is_worded(term: QueryTerm, text: str) -> bool:
    return any(term.stem in each.asked and each.told.search(text) for each in WORDINGS)


def _is_expected(given: Given) -> bool:
    """Whether the words around the number tell of what is only to come."""
    line, value = one_line(given.chosen.sentence), given.told.value
    clause = segment(line, value)
    end = clause.find(line[value.start : value.end]) + value.end - value.start
    return EXPECTED.search(clause[:end] + _AND.split(clause[end:], maxsplit=1)[0]) is not None
