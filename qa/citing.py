"""Give each sentence of an answer its citation. Input: Parts. Output: a CitedAnswer.

A sentence that answers several parts of a question is cited once.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qa.answering import Part
from qa.composing import Chosen
from qa.records import (
    AnswerPart,
    AnswerSentence,
    Citation,
    Difference,
    DifferingValue,
    Quote,
    ShortAnswer,
)
from qa.stories import Sentence, Story

_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Cited:
    """What an answer says, with where it stands: ``parts`` has one for each Part."""

    sentences: tuple[AnswerSentence, ...]
    citations: tuple[Citation, ...]
    differences: tuple[Difference, ...]
    parts: tuple[AnswerPart, ...]


def cite(parts: Sequence[Part]) -> Cited:
    """The sentences of all parts with their citations, numbered from 1 in order of first use."""
    chosen: dict[_Place, Chosen] = {}
    for part in parts:
        for each in part.chosen:
            chosen.setdefault(each.sentence.place, each)
    numbers = {place: number for number, place in enumerate(chosen, start=1)}
    return Cited(
        sentences=tuple(
            AnswerSentence(each.sentence.shown, (numbers[place],)) for place, each in chosen.items()
        ),
        citations=tuple(citation_of(numbers[place], each) for place, each in chosen.items()),
        differences=tuple(
            Difference(
                differing.kind,
                tuple(
                    DifferingValue(text, numbers[each.sentence.place])
                    for text, each in differing.values
                ),
            )
            for part in parts
            for differing in part.differing
        ),
        parts=tuple(_part(part, numbers) for part in parts),
    )


def cited_text(sentences: Sequence[AnswerSentence]) -> str:
    """The answer as running text, each sentence followed by its numbers: ``It is so. [1]``"""
    return " ".join(
        f"{sentence.text} {''.join(f'[{number}]' for number in sentence.citations)}"
        for sentence in sentences
    )


def _part(part: Part, numbers: dict[_Place, int]) -> AnswerPart:
    short = part.short
    return AnswerPart(
        question=part.question,
        abstained=not part.chosen,
        confidence=part.confidence,
        short_answer=ShortAnswer(short.text, numbers[short.chosen.sentence.place])
        if short
        else None,
        citations=tuple(numbers[each.sentence.place] for each in part.chosen),
    )


def citation_of(number: int, chosen: Chosen) -> Citation:
    """The citation of a sentence, under this number."""
    sentence, article = chosen.sentence, chosen.story.article
    return Citation(
        number=number,
        passage_id=sentence.passage_id,
        article_id=article.id,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        uri=chosen.story.uri,
        uris=chosen.story.uris,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.quote,
        speaker=sentence.speaker,
        also_in=tuple(_quote(*repeat, chosen.copies) for repeat in chosen.repeats),
        reports=chosen.reports,
        agency=article.agency,
    )


def _quote(sentence: Sentence, story: Story, copies: Collection[str]) -> Quote:
    return Quote(
        article_id=story.article.id,
        title=story.article.title,
        outlet=story.article.outlet,
        published=story.article.published,
        uri=story.uri,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.quote,
        is_copy=story.article.id in copies,
        agency=story.article.agency,
    )
