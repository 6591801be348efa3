"""Give each sentence of an answer its citation. Input: Chosen sentences. Output: Citations."""

from collections.abc import Collection, Sequence

from qa.composing import Chosen
from qa.records import AnswerSentence, Citation, Quote
from qa.stories import Sentence, Story


def cite(chosen: Sequence[Chosen]) -> tuple[tuple[AnswerSentence, ...], tuple[Citation, ...]]:
    """The answer's sentences and their citations, numbered from 1 in order of use."""
    citations = tuple(_citation(number, each) for number, each in enumerate(chosen, start=1))
    sentences = tuple(
        AnswerSentence(each.sentence.shown, (number,))
        for number, each in enumerate(chosen, start=1)
    )
    return sentences, citations


def cited_text(sentences: Sequence[AnswerSentence]) -> str:
    """The answer as running text, each sentence followed by its numbers: ``It is so. [1]``"""
    return " ".join(
        f"{sentence.text} {''.join(f'[{number}]' for number in sentence.citations)}"
        for sentence in sentences
    )


def _citation(number: int, chosen: Chosen) -> Citation:
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
        speaker=sentence.voice.speaker,
        also_in=tuple(_quote(*repeat, chosen.copies) for repeat in chosen.repeats),
        reports=chosen.reports,
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
    )
