"""The sentences worth reading closely are chosen from what was found."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from index.embedding import Embedder
from index.records import BlockKind
from index.settings import read_settings
from index.wiring import open_embedder
from qa.choosing import Choice, Chooser
from qa.engine import HITS_READ, NO_FILTERS, Engine
from qa.records import Hit
from qa.retrieving import question_vector, retrieve
from qa.sentence_vectors import SentenceVectors
from qa.stories import Stories
from qa.understanding import Query, understand
from tests.qa.conftest import OpenOver

GULER = {"Yasar Guler", "Yashar Güler"}


@dataclass(frozen=True)
class _Chosen:
    query: Query
    hits: tuple[Hit, ...]
    choice: Choice

    @property
    def quotes(self) -> list[str]:
        return [each.sentence.quote for each in self.choice.candidates]


Choose = Callable[..., _Chosen]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return open_embedder("", read_settings())


@pytest.fixture(scope="module")
def choose_over(embedder: Embedder) -> Callable[[Engine], Choose]:
    """Chooses as an engine does, over the engine's index."""

    def over(engine: Engine) -> Choose:
        index = engine.index
        chooser = Chooser(index, Stories(index), SentenceVectors(embedder))

        def choose(question: str, *history: str) -> _Chosen:
            query = understand(question, history, index.fulltext)
            vector = question_vector(embedder, query)
            hits = retrieve(index, query, vector, HITS_READ, NO_FILTERS)
            return _Chosen(query, hits, chooser.choose(query, vector, hits))

        return choose

    return over


@pytest.fixture(scope="module")
def choose(engine: Engine, choose_over: Callable[[Engine], Choose]) -> Choose:
    return choose_over(engine)


def test_at_most_eight_sentences_are_chosen_each_once(choose: Choose) -> None:
    candidates = choose("What is Turkey doing in Syria?").choice.candidates
    assert len({(c.sentence.article_id, c.sentence.start) for c in candidates}) == 8
    assert len(candidates) == 8


def test_a_candidate_stands_in_its_story(choose: Choose) -> None:
    for each in choose("What is Turkey doing in Syria?").choice.candidates:
        assert each.story.sentences[each.sentence.position] is each.sentence


def test_a_question_that_finds_nothing_has_nothing_to_choose_from(
    engine: Engine, embedder: Embedder
) -> None:
    chooser = Chooser(engine.index, Stories(engine.index), SentenceVectors(embedder))
    query = understand("troops", (), engine.index.fulltext)
    choice = chooser.choose(query, question_vector(embedder, query), [])
    assert choice == Choice(query, ())


def test_the_cosines_are_those_of_sentence_and_passage(
    choose: Choose, engine: Engine, embedder: Embedder
) -> None:
    chosen = choose("What are the plans for the training centre at Bashiqa?")
    vector = question_vector(embedder, chosen.query)
    first = chosen.choice.candidates[0]
    (own,) = embedder.embed_passages([first.sentence.shown]) @ vector
    passage = engine.index.vectors.cosines(vector, [first.sentence.passage_id])
    assert first.cosine == pytest.approx(own, abs=1e-4)
    assert first.passage_cosine == pytest.approx(passage[first.sentence.passage_id], abs=1e-4)
    assert first.cosine == np.round(first.cosine, 4)


def test_the_sentence_that_bears_the_questions_words_is_the_most_promising(
    choose: Choose,
) -> None:
    chosen = choose("Where did Turkish and Russian forces hold a joint patrol?")
    assert "joint patrol" in chosen.quotes[0]


# Who speaks


@pytest.mark.parametrize("name", ["Guler", "guler", "Güler", "Gular", "Yasar Guler"])
def test_only_the_statements_of_the_speaker_asked_about_are_chosen(
    choose: Choose, name: str
) -> None:
    candidates = choose(f"What did {name} say about withdrawal?").choice.candidates
    assert candidates
    assert {c.sentence.voice.speaker for c in candidates} <= GULER
    assert all(c.sentence.kind is BlockKind.BODY for c in candidates)


def test_statements_are_chosen_from_anywhere_in_the_articles_found(choose: Choose) -> None:
    chosen = choose("What did Guler say about withdrawal?")
    found = {hit.passage.id for hit in chosen.hits}
    elsewhere = {c.sentence.passage_id for c in chosen.choice.candidates} - found
    articles = {hit.passage.article_id for hit in chosen.hits}
    assert elsewhere
    assert {c.sentence.article_id for c in chosen.choice.candidates} <= articles


def test_statements_are_read_for_what_they_are_about_and_not_for_who_speaks(
    choose: Choose,
) -> None:
    chosen = choose("What did Guler say about withdrawal?")
    assert [term.stem for term in chosen.query.terms] == ["guler", "withdraw"]
    assert [term.stem for term in chosen.choice.query.terms] == ["withdraw"]


def test_a_question_on_nothing_but_a_speaker_keeps_its_words(choose: Choose) -> None:
    chosen = choose("What did Guler say?")
    assert chosen.choice.query == chosen.query


def test_where_nobody_of_that_name_speaks_all_that_was_found_is_read(choose: Choose) -> None:
    chosen = choose("What did Netanyahu say about the Iraqi factions?")
    found = {hit.passage.id for hit in chosen.hits}
    assert chosen.choice.query == chosen.query
    assert chosen.choice.candidates
    assert {c.sentence.passage_id for c in chosen.choice.candidates} <= found


# Captions and fragments


def test_a_question_on_speech_reads_no_caption(choose: Choose) -> None:
    # Without the speech, the caption of the patrol is the first to be read.
    patrol = "joint patrol in al-Darbasiyah countryside by the Syrian Observatory"
    kinds = {c.sentence.kind for c in choose(patrol).choice.candidates}
    spoken = {
        c.sentence.kind
        for c in choose(f"Who talked in a statement of the {patrol}?").choice.candidates
    }
    assert kinds == {BlockKind.BODY, BlockKind.CAPTION}
    assert spoken == {BlockKind.BODY}


def test_a_question_on_a_picture_reads_only_captions(choose: Choose) -> None:
    chosen = choose("Where was the photo of Guler at the signing ceremony taken?")
    assert chosen.choice.candidates
    assert {c.sentence.kind for c in chosen.choice.candidates} == {BlockKind.CAPTION}
    assert "signing ceremony" in chosen.quotes[0]


def test_a_question_on_a_picture_reads_the_text_where_no_caption_was_found(
    open_over: OpenOver, choose_over: Callable[[Engine], Choose]
) -> None:
    choose = choose_over(open_over({"bare.txt": LIST}))
    chosen = choose("Which picture did the museum of Veltrin buy?")
    assert chosen.quotes
    assert {c.sentence.kind for c in chosen.choice.candidates} == {BlockKind.BODY}


LIST = """Museum of Veltrin Opens Again

The museum of Veltrin opens again on Monday after two years of repairs to its northern wing.

Museum of Veltrin tickets

The museum of Veltrin bought three ships and a lighthouse lens from the harbour office for it.
"""


def test_a_line_that_is_no_sentence_is_not_read(
    open_over: OpenOver, choose_over: Callable[[Engine], Choose]
) -> None:
    engine = open_over({"list.txt": LIST})
    (article, _), *_ = engine.articles()
    bodies = [LIST[b.start : b.end] for b in article.blocks if b.kind is BlockKind.BODY]
    quotes = choose_over(engine)("When do Museum of Veltrin tickets go on sale?").quotes
    assert "Museum of Veltrin tickets" in bodies
    assert sorted(quotes) == sorted(line for line in bodies if line.endswith("."))
