"""Answer questions, one after another. Input: a question, with those before it. Output: a cited
Answer.

complete, split -> answer each part (see answering) -> cite
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import zip_longest

from index.day_ranges import require_order
from index.errors import ArticleMissing, InvalidRequest
from index.models.embedding import Embedder
from index.opening import Index, LiveIndex
from index.records import Article
from qa.answering import PASSAGES_FOUND, Answering, Opened, Part
from qa.choosing import Chooser
from qa.citing import cite, cited_text
from qa.composing import DEFAULT_SENTENCES
from qa.conversation.completing import complete
from qa.conversation.own_words import own_words
from qa.conversation.parting import split_question
from qa.mending import mending_notes
from qa.reader.network import Reader
from qa.records import NO_ANSWER, Answer, ArticleText, Filters, FoundPassage, Hit
from qa.reports import find_reports
from qa.retrieving import question_vector, retrieve
from qa.settings import QaSettings
from qa.speech.listing import Listing, Wanted, list_statements
from qa.stories import Stories
from qa.timing.chronicle import Chronicle
from qa.timing.timeline import Moment, timeline
from qa.understanding import checked, understand
from qa.unmatched import unmatched
from qa.weights import Weights

NO_FILTERS = Filters()
MOST_SENTENCES = 20
MOST_PASSAGES = 100
MOST_MOMENTS = 100
MOST_STATEMENTS = 1_000
_DEFAULT_MOMENTS = 20
_DEFAULT_STATEMENTS = 50
# What a timeline is made of.
_PASSAGES_OF_A_SUBJECT = 100


class Engine:
    """Answers from one index folder's newest generation. Safe to use from threads."""

    def __init__(
        self,
        live: LiveIndex,
        embedder: Embedder,
        reader: Reader,
        weights: Weights,
        settings: QaSettings,
    ) -> None:
        self._live, self._embedder = live, embedder
        self._answering = Answering(embedder, reader, weights, settings.threshold)
        self._opened = self._open(live.current())

    @property
    def index(self) -> Index:
        """The generation that the next question is answered from."""
        return self._current().index

    @property
    def embedder(self) -> Embedder:
        """The model that the index was made with, opened."""
        return self._embedder

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        limit: int | None = None,
        filters: Filters = NO_FILTERS,
    ) -> Answer:
        """The answer, of at most ``limit`` sentences for each of the questions that it asks (four
        unless told) and those that say otherwise, or an abstention.

        ``history`` holds the earlier questions of the conversation, oldest first. The same question
        over the same index gives the same answer. Raises InvalidRequest.
        """
        most = _checked(limit, DEFAULT_SENTENCES, MOST_SENTENCES, filters)
        asked = checked(question, history)
        began = time.perf_counter()
        opened = self._current()

        # A follow-up that is completed by trying ways is answered no second time.
        @cache
        def answered(each: str, most: int, own: tuple[str, ...]) -> Answer:
            return self._answered(opened, each, most, filters, own)

        def known(each: str) -> Answer:
            return answered(each, DEFAULT_SENTENCES, ())

        with opened.index.store.snapshot():
            whole = complete(asked, history, known, _names(opened))
            answer = answered(whole, most, own_words(asked, whole))
        timings = answer.timings_ms
        # What completes a question is found as its passages are.
        completing = 1000 * (time.perf_counter() - began) - sum(timings.values())
        timings = {**timings, "retrieve": timings["retrieve"] + max(0.0, completing)}
        return replace(
            answer,
            question=question,
            understood_as=whole if whole != asked else None,
            timings_ms={**timings, "total": sum(timings.values())},
        )

    def completed(self, question: str, history: Sequence[str]) -> str:
        """The question with what it leaves to the earlier ones filled in. Raises InvalidRequest."""
        asked, opened = checked(question, history), self._current()
        with opened.index.store.snapshot():
            return complete(
                asked,
                history,
                lambda earlier: self._answered(opened, earlier, DEFAULT_SENTENCES, NO_FILTERS),
                _names(opened),
            )

    def _answered(
        self,
        opened: Opened,
        whole: str,
        limit: int,
        filters: Filters,
        own: tuple[str, ...] = (),
    ) -> Answer:
        """The answer to a question that stands alone; ``own`` are the words in which each of its
        questions was asked, where they are read too."""
        questions = split_question(whole)
        parts = [
            self._answering.answer(opened, each, limit, filters, own_text)
            for each, own_text in zip(questions, own or [""] * len(questions), strict=True)
        ]
        cited = cite(parts)
        abstained = not cited.sentences
        hits = _hits(parts)
        # Where something was found, some article passes; where none does, that is all to be told.
        nothing_passes = None if hits else unmatched(opened.index, filters)
        notes = [note for part in parts for note in part.notes]
        stages = zip(*(part.spent_ms for part in parts), strict=True)
        return Answer(
            question=whole,
            understood_as=None,
            abstained=abstained,
            confidence=_confidence(parts),
            answer=NO_ANSWER if abstained else cited_text(cited.sentences),
            short_answer=cited.parts[0].short_answer if len(parts) == 1 else None,
            sentences=cited.sentences,
            citations=cited.citations,
            differences=cited.differences,
            notes=(nothing_passes,) if nothing_passes else tuple(dict.fromkeys(notes)),
            parts=cited.parts if len(parts) > 1 else (),
            passages=_found(opened, hits),
            timings_ms=dict(zip(("retrieve", "rerank", "compose"), map(sum, stages), strict=True)),
        )

    def timeline(
        self, subject: str, *, limit: int | None = None, filters: Filters = NO_FILTERS
    ) -> tuple[Moment, ...]:
        """At most ``limit`` moments (twenty unless told) of what the articles tell of a subject,
        the earliest first. Raises InvalidRequest."""
        most = _checked(limit, _DEFAULT_MOMENTS, MOST_MOMENTS, filters)
        opened = self._current()
        with opened.index.store.snapshot():
            query = understand(checked(subject, ()), opened.index.fulltext)
            vector = question_vector(self._embedder, query)
            hits = retrieve(opened.index, query, vector, _PASSAGES_OF_A_SUBJECT, filters)
            return timeline(
                query,
                hits,
                opened.stories.story,
                lambda chosen: find_reports(opened.index, opened.stories, chosen),
                most,
            )

    def mended(self, subject: str) -> tuple[str, ...]:
        """What the misspelled words of a subject were taken for, a whole sentence each. Raises
        InvalidRequest."""
        return mending_notes(understand(checked(subject, ()), self.index.fulltext).mended)

    def search(
        self, question: str, *, limit: int | None = None, filters: Filters = NO_FILTERS
    ) -> tuple[FoundPassage, ...]:
        """At most ``limit`` passages (ten unless told), best first. Raises InvalidRequest."""
        most = _checked(limit, PASSAGES_FOUND, MOST_PASSAGES, filters)
        opened = self._current()
        with opened.index.store.snapshot():
            query = understand(checked(question, ()), opened.index.fulltext)
            vector = question_vector(self._embedder, query)
            return _found(opened, retrieve(opened.index, query, vector, most, filters))

    def statements(
        self,
        speaker: str = "",
        about: str = "",
        *,
        limit: int | None = None,
        filters: Filters = NO_FILTERS,
    ) -> Listing:
        """At most ``limit`` statements (fifty unless told) of a speaker about a subject, of anybody
        or anything where these are blank, by their articles' dates. Raises InvalidRequest."""
        most = _checked(limit, _DEFAULT_STATEMENTS, MOST_STATEMENTS, filters)
        opened = self._current()
        with opened.index.store.snapshot():
            by, on = (
                understand(checked(words, ()), opened.index.fulltext) if words.strip() else None
                for words in (speaker, about)
            )
            wanted = Wanted(by, on, filters, most)
            speakers = opened.chooser.speakers
            return list_statements(opened.index, opened.stories, speakers, wanted)

    def unmatched(self, filters: Filters) -> str | None:
        """What to tell where no article passes the filters, and so nothing is found; None where one
        does."""
        index = self.index
        with index.store.snapshot():
            return unmatched(index, filters)

    def article_text(self, article_id: str) -> ArticleText:
        """The article with its document. Raises ArticleMissing."""
        index = self.index
        with index.store.snapshot():
            article = index.store.article(article_id, index.generation)
            document = (
                index.store.document(article.document_id, index.generation) if article else None
            )
        if article is None or document is None:
            raise _no_article(article_id)
        return ArticleText(article, document)

    def articles(
        self,
        after: str = "",
        limit: int = -1,
        *,
        outlets: Sequence[str] = (),
        published_from: date | None = None,
        published_to: date | None = None,
    ) -> list[tuple[Article, str]]:
        """At most ``limit`` (-1: all) articles that pass every filter given, with their uris, by
        uri and place, following the one with id ``after`` (from the first for an empty one).

        Raises ArticleMissing for an ``after`` that is not there, InvalidRequest for days in the
        wrong order.
        """
        require_order(published_from, published_to)
        index = self.index
        if after and index.store.article(after, index.generation) is None:
            raise _no_article(after)
        return index.store.articles(
            index.generation,
            after,
            limit,
            outlets=outlets,
            published_from=published_from,
            published_to=published_to,
        )

    def _current(self) -> Opened:
        index = self._live.current()
        if index is not self._opened.index:
            self._opened = self._open(index)
        return self._opened

    def _open(self, index: Index) -> Opened:
        stories = Stories(index)
        return Opened(index, stories, Chooser(index, stories), Chronicle(index, stories))


def _names(opened: Opened) -> Callable[[], Sequence[str]]:
    return lambda: opened.chooser.speakers.names


def _confidence(parts: Sequence[Part]) -> float:
    """The least of what is answered; where nothing is, the most that any part came to."""
    answered = [part.confidence for part in parts if part.chosen]
    return min(answered) if answered else max(part.confidence for part in parts)


def _hits(parts: Sequence[Part]) -> list[Hit]:
    """The hits of the parts, each passage once, the parts' best ones first."""
    ranked = [hit for rank in zip_longest(*(part.hits for part in parts)) for hit in rank if hit]
    distinct = list({hit.passage.id: hit for hit in reversed(ranked)}.values())[::-1]
    return distinct[:PASSAGES_FOUND]


def _found(opened: Opened, hits: Sequence[Hit]) -> tuple[FoundPassage, ...]:
    store, generation = opened.index.store, opened.index.generation
    # Several hits are often of one document, which may be long: each is read once.
    documents = {
        id_: store.document(id_, generation) for id_ in {hit.passage.document_id for hit in hits}
    }
    found = []
    for hit in hits:
        story = opened.stories.story(hit.passage.article_id)
        document = documents[hit.passage.document_id]
        if story and document:
            text = document.text[hit.passage.start : hit.passage.end]
            found.append(FoundPassage(hit, text, story.article, story.uri))
    return tuple(found)


def _no_article(article_id: str) -> ArticleMissing:
    return ArticleMissing(
        f"There is no article {article_id!r} in the index.",
        "It may have been removed or replaced: list the articles, or ask again.",
    )


def _checked(limit: int | None, default: int, most: int, filters: Filters) -> int:
    require_order(filters.published_from, filters.published_to)
    if limit is None:
        return default
    if not 1 <= limit <= most:
        raise InvalidRequest(f"The limit {limit} is not between 1 and {most}.", "Change it.")
    return limit
