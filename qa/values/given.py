"""Find the values that sentences give, and which of them a question asks for. Input: a Query,
Readings, Chosen sentences and Stories. Output: Given values.

The reader's best words tell what was asked for. A number that it did not take for the answer is
one all the same where every word of the question stands around it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.analysis import stems
from index.records import BlockKind
from index.statements.people import ONE_LINE
from qa.composing import Chosen
from qa.matching import match
from qa.records import Kind
from qa.stories import Sentence, Story
from qa.understanding import Asks, Query
from qa.values.days import days
from qa.values.figures import figures
from qa.values.framing import framed
from qa.values.names import persons
from qa.values.records import Value
from qa.values.sameness import FEWEST_SHARED, About, Told
from qa.values.untold import is_untold
from qa.weighing import Reading, odds, ranked

# A reading answers as well as the best one does where its odds are such a share of the best one's.
_SHARE_OF_BEST = 0.1
# "How large is its debt?" is not answered by what is large.
HOW = frozenset(stems("large big high far long old great small low number"))
_OF_KIND = {Asks.NUMBER: Kind.NUMBER, Asks.TIME: Kind.DATE, Asks.PERSON: Kind.NAME}


@dataclass(frozen=True, slots=True)
class Given:
    """A value where it is given; ``is_asked`` where the reader took it for the answer."""

    told: Told
    chosen: Chosen
    is_asked: bool


def about_story(story: Story) -> About:
    """What the story is about."""
    body = [each for each in story.sentences if each.kind is BlockKind.BODY]
    lead = framed(one_line(body[0]), 0, 0).names if body else frozenset()
    return About(
        headline=frozenset(stems(story.article.title)),
        lead=lead,
        words=story.title_stems.union(*(each.stems for each in story.sentences)),
        published=story.article.published,
    )


def asked_for(
    query: Query, readings: Sequence[Reading], abouts: Mapping[str, About]
) -> Iterator[Given]:
    """The values of the kind asked for, where the reader found them, the most probable first."""
    kind = _OF_KIND.get(query.asks)
    if kind is None:
        return
    by_worth = ranked(readings)
    for reading in by_worth:
        if odds(reading.probability) < _SHARE_OF_BEST * odds(by_worth[0].probability):
            break
        best = reading.candidate
        if kind is Kind.DATE and is_untold(query, one_line(best.sentence)):
            continue
        start, end = best.in_quote
        about = abouts[best.story.article.id]
        within = _values(kind, best.sentence, about.published)
        read = [value for value in within if value.start < end and start < value.end]
        # Of several there is no telling which one was meant.
        if best.has_words and len(read) == 1:
            yield Given(
                told_by(read[0], within, best.sentence, about),
                Chosen(best.sentence, best.story),
                is_asked=_is_asked(query, read[0]),
            )


def given_by(
    query: Query, chosen: Sequence[Chosen], asked: Sequence[Given], abouts: Mapping[str, About]
) -> Iterator[Given]:
    """The values of the answer that others may differ on: those that the question asks for, or
    every number where it asks for nothing of the kind."""
    places = {each.sentence.place for each in chosen}
    if query.asks in _OF_KIND:
        yield from (each for each in asked if each.chosen.sentence.place in places)
        return
    for each in chosen:
        about = abouts.get(each.story.article.id)
        if about is not None:
            yield from _numbers(query, each.sentence, each.story, about)


def given_elsewhere(
    query: Query, given: Given, stories: Mapping[str, Story], abouts: Mapping[str, About]
) -> Iterator[Given]:
    """The numbers of the other stories that count or measure the same."""
    value, clause = given.told.value, given.told.frame.clause
    if value.kind is not Kind.NUMBER:
        return
    # Sets are compared in a fraction of the time that a sentence's figures take to find.
    is_named = not value.is_measure and value.unit != "people"
    for id_, story in stories.items():
        if id_ == given.chosen.story.article.id:
            continue
        for sentence in story.sentences:
            if (
                sentence.kind is BlockKind.BODY
                and len(clause & sentence.stems) >= FEWEST_SHARED
                and not (is_named and value.unit not in sentence.stems)
            ):
                yield from (
                    each
                    for each in _numbers(query, sentence, story, abouts[id_])
                    if each.told.value.unit == value.unit
                )


def one_line(sentence: Sentence) -> str:
    """The sentence without line breaks, every character in its place."""
    return sentence.quote.translate(ONE_LINE)


def _numbers(query: Query, sentence: Sentence, story: Story, about: About) -> Iterator[Given]:
    within = _values(Kind.NUMBER, sentence, about.published)
    for value in within:
        told = told_by(value, within, sentence, about)
        yield Given(told, Chosen(sentence, story), is_asked=_answers(query, told))


def _is_asked(query: Query, value: Value) -> bool:
    """Whether what is counted is what the question is about."""
    is_count = value.kind is Kind.NUMBER and not value.is_measure
    return not is_count or bool(value.fate) or any(term.stem == value.unit for term in query.terms)


def _answers(query: Query, told: Told) -> bool:
    """Whether a number that the reader did not take for the answer must be one all the same: no
    other of its unit stands beside it, its clause has every word of the question, and its sentence
    or headline every name."""
    if query.asks is not Asks.NUMBER or not query.terms or not _is_asked(query, told.value):
        return False
    if any(other.unit == told.value.unit for other in told.beside):
        return False
    near = told.frame.clause | told.frame.times | told.value.described | {told.value.unit}
    named = told.sentence | told.about.headline
    return all(
        match(term, named if term.is_name else near) > 0
        for term in query.terms
        if term.stem not in HOW
    )


def told_by(value: Value, within: Sequence[Value], sentence: Sentence, about: About) -> Told:
    """The value with what stands around it, of those ``within`` its sentence."""
    return Told(
        value,
        tuple(each for each in within if each is not value),
        framed(one_line(sentence), value.start, value.end),
        sentence.stems,
        about,
    )


def _values(kind: Kind, sentence: Sentence, published: date | None) -> tuple[Value, ...]:
    line = one_line(sentence)
    if kind is Kind.NUMBER:
        return figures(line)
    return days(line, published) if kind is Kind.DATE else persons(line)
