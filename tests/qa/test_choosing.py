"""The passages to read are chosen from what was found, and which of their sentences may answer."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from index.models.embedding import Embedder
from index.records import BlockKind
from index.settings import read_settings
from index.wiring import open_embedder
from qa.answering import HITS_READ
from qa.choosing import Choice, Chooser
from qa.engine import NO_FILTERS, Engine
from qa.matching import covered
from qa.records import Filters, Hit
from qa.retrieving import question_vector, retrieve
from qa.stories import Sentence, Stories
from qa.timing.scope import TimeScope
from qa.understanding import Query, understand
from tests.qa.conftest import OpenOver

GULER = {"Yasar Guler", "Yashar Güler"}
SYRIA = "What is Turkey doing in Syria?"
WITHDRAWAL = "What did Guler say about withdrawal?"


@dataclass(frozen=True)
class _Chosen:
    query: Query
    hits: tuple[Hit, ...]
    choice: Choice

    @property
    def sentences(self) -> list[Sentence]:
        return [sentence for each in self.choice.passages for sentence in each.sentences]

    @property
    def quotes(self) -> list[str]:
        return [each.quote for each in self.sentences]

    @property
    def found(self) -> list[int]:
        """The ids of the passages that the search brought."""
        return [hit.passage.id for hit in self.hits]

    @property
    def read(self) -> list[int]:
        """The ids of the passages to read."""
        return [each.id for each in self.choice.passages]


Choose = Callable[..., _Chosen]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return open_embedder("", read_settings())


@pytest.fixture(scope="module")
def choose_over(embedder: Embedder) -> Callable[[Engine], Choose]:
    """Chooses as an engine does, over the engine's index."""

    def over(engine: Engine) -> Choose:
        index = engine.index
        chooser = Chooser(index, Stories(index))

        def choose(
            question: str, *, most: int = HITS_READ, filters: Filters = NO_FILTERS
        ) -> _Chosen:
            query = understand(question, index.fulltext)
            vector = question_vector(embedder, query)
            hits = retrieve(index, query, vector, most, filters)
            return _Chosen(query, hits, chooser.choose(query, vector, hits, filters, TimeScope()))

        return choose

    return over


@pytest.fixture(scope="module")
def choose(engine: Engine, choose_over: Callable[[Engine], Choose]) -> Choose:
    return choose_over(engine)


def test_every_passage_found_is_read_the_searchs_best_first(choose: Choose) -> None:
    chosen = choose(SYRIA)
    assert len(chosen.found) == HITS_READ
    assert chosen.read == chosen.found
    assert choose(SYRIA, most=3).read == chosen.found[:3]


def test_a_sentence_that_may_answer_stands_in_its_passage_and_story_each_once(
    choose: Choose,
) -> None:
    chosen = choose(SYRIA)
    for each in chosen.choice.passages:
        assert each.sentences
        for sentence in each.sentences:
            assert each.story.sentences[sentence.position] is sentence
            assert sentence.passage_id == each.id
        positions = [sentence.position for sentence in each.sentences]
        assert positions == sorted(set(positions))


def test_a_question_that_finds_nothing_has_nothing_to_choose_from(
    engine: Engine, embedder: Embedder
) -> None:
    chooser = Chooser(engine.index, Stories(engine.index))
    query = understand("troops", engine.index.fulltext)
    choice = chooser.choose(query, question_vector(embedder, query), [], NO_FILTERS, TimeScope())
    assert choice == Choice(query, (), frozenset(), ())


def test_the_scores_are_the_searchs_and_the_passages_own(
    choose: Choose, engine: Engine, embedder: Embedder
) -> None:
    chosen = choose(WITHDRAWAL, most=2)
    fused = {hit.passage.id: hit.scores["fused"] for hit in chosen.hits}
    vector = question_vector(embedder, chosen.query)
    cosines = engine.index.vectors.cosines(vector, chosen.read)
    assert len(chosen.read) > len(fused) > 0
    for each in chosen.choice.passages:
        # What the search did not bring has the score of one among the speaker's own passages.
        assert each.fused == fused.get(each.id, each.fused)
        assert 0.0 <= each.fused <= 1.0
        assert each.cosine == pytest.approx(cosines[each.id], abs=1e-4)
        assert each.cosine == np.round(each.cosine, 4)


# Who speaks


@pytest.mark.parametrize("name", ["Guler", "guler", "Güler", "Gular", "Yasar Guler"])
def test_only_the_statements_of_the_speaker_asked_about_may_answer(
    choose: Choose, name: str
) -> None:
    sentences = choose(f"What did {name} say about withdrawal?").sentences
    assert sentences
    assert {each.speaker for each in sentences} <= GULER
    assert all(each.kind is BlockKind.BODY for each in sentences)


def test_statements_are_chosen_from_anywhere_in_the_articles_found(choose: Choose) -> None:
    chosen = choose(WITHDRAWAL, most=2)
    articles = {hit.passage.article_id for hit in chosen.hits}
    further = chosen.choice.passages[2:]
    assert chosen.read[:2] == chosen.found
    assert 0 < len(further) <= 4
    assert len(set(chosen.read)) == len(chosen.read)
    assert all(each.sentences for each in further)
    assert {each.story.article.id for each in further} <= articles


def test_a_passage_found_is_read_though_the_speaker_says_nothing_in_it(choose: Choose) -> None:
    chosen = choose(WITHDRAWAL)
    assert set(chosen.found) <= set(chosen.read)
    assert () in [each.sentences for each in chosen.choice.passages]


def _text(engine: Engine, hit: Hit) -> str:
    document = engine.article_text(hit.passage.article_id).document
    return document.text[hit.passage.start : hit.passage.end]


def _said(*topics: str) -> str:
    """An article in which Ruslan Ardel speaks of each topic, in a passage each."""
    filler = "The harbour office of Veltrin has no more to tell of any of it for now. " * 14
    statements = (f"{topic}, Ruslan Ardel said.\n\n{filler}" for topic in topics)
    return "Ruslan Ardel Speaks\n\n" + "\n\n".join(statements) + "\n"


def test_of_what_the_search_did_not_bring_the_four_nearest_are_read(
    open_over: OpenOver, choose_over: Callable[[Engine], Choose]
) -> None:
    topics = [
        "The lighthouse keeps a lens of glass",
        "The lighthouse and its ferry keep the old timetable",
        "The lens of a lighthouse lights the ferry and the whole timetable",
        "Trams turn back at the market until further notice",
        "The ferry of the lighthouse has a new lens on its bow",
        "Nobody sails before the end of the long winter",
        "The lighthouse has a keeper for the first time in years",
    ]
    choose = choose_over(open_over({"ardel.txt": _said(*topics)}))
    chosen = choose(
        "What did Ruslan Ardel say about lighthouse, lens, ferry and timetable?", most=1
    )
    words = chosen.choice.query.terms
    further = chosen.choice.passages[1:]
    # By the words of the subject that a sentence bears, and by meaning.
    nearness = [max(covered(words, s.stems) for s in e.sentences) + e.cosine for e in further]
    assert len(further) == 4
    assert nearness == sorted(nearness, reverse=True)
    assert not any("Trams" in quote or "sails" in quote for quote in chosen.quotes)


def test_statements_are_weighed_for_what_they_are_about_and_not_for_who_speaks(
    choose: Choose,
) -> None:
    chosen = choose(WITHDRAWAL)
    assert [term.stem for term in chosen.query.terms] == ["guler", "withdraw"]
    assert [term.stem for term in chosen.choice.query.terms] == ["withdraw"]


def test_a_question_on_nothing_but_a_speaker_keeps_its_words(choose: Choose) -> None:
    chosen = choose("What did Guler say?")
    assert chosen.choice.query == chosen.query


def test_where_nobody_of_that_name_speaks_nobody_elses_words_may_answer(choose: Choose) -> None:
    chosen = choose("What did Netanyahu say about the Iraqi factions?")
    assert chosen.choice.query == chosen.query
    assert chosen.read == chosen.found
    assert chosen.sentences == []
    assert chosen.choice.speakers == frozenset()


def test_of_what_somebody_says_nothing_of_nothing_may_answer(choose: Choose) -> None:
    chosen = choose("What did Guler say about Cyprus?")
    assert chosen.sentences == []
    assert chosen.choice.speakers == GULER


TWO_ON_THE_FERRY = {
    "ardel.txt": "Ferry Stays\n\nThe ferry will stay in Veltrin, Ruslan Ardel said on Monday.\n",
    "brandt.txt": "Ferry Goes\n\nThe ferry will leave Veltrin, Ida Brandt said on Monday.\n",
}


def test_statements_are_chosen_from_articles_that_the_search_did_not_bring(
    open_over: OpenOver, choose_over: Callable[[Engine], Choose]
) -> None:
    engine = open_over(TWO_ON_THE_FERRY)
    question = "What did Ida Brandt say about the ferry?"
    query = understand(question, engine.index.fulltext)
    embedder = engine.embedder
    vector = question_vector(embedder, query)
    hits = retrieve(engine.index, query, vector, 2, NO_FILTERS)
    (others,) = (hit for hit in hits if "Ardel" in _text(engine, hit))
    chooser = Chooser(engine.index, Stories(engine.index))
    choice = chooser.choose(query, vector, [others], NO_FILTERS, TimeScope())
    said = [each for passage in choice.passages for each in passage.sentences]
    assert [each.speaker for each in said] == ["Ida Brandt"]


def test_no_statement_answers_from_an_article_that_the_filters_leave_out(
    open_over: OpenOver, choose_over: Callable[[Engine], Choose]
) -> None:
    engine = open_over(TWO_ON_THE_FERRY)
    ardels = next(article.id for article, uri in engine.articles() if uri.endswith("ardel.txt"))
    choose = choose_over(engine)
    question = "What did Ida Brandt say about the ferry?"
    assert [s.speaker for s in choose(question).sentences] == ["Ida Brandt"]
    assert choose(question, filters=Filters(article_id=(ardels,))).sentences == []


def test_a_minister_is_asked_for_by_role_and_a_government_by_its_capital(choose: Choose) -> None:
    by_role = choose("What did the Turkish foreign minister say about the agreement?")
    assert {each.speaker for each in by_role.sentences} == {"Hakan Fidan"}
    by_capital = choose("What is Baghdad's position on the Israeli accusations?")
    speakers = {each.speaker for each in by_capital.sentences}
    assert "Iraqi government" in speakers
    assert speakers.isdisjoint({*GULER, "Hakan Fidan", None})


def test_each_passage_is_read_for_the_speaker_by_the_name_it_has_there(choose: Choose) -> None:
    chosen = choose("What did the Turkish foreign minister say about the agreement?")
    asked = {each.question for each in chosen.choice.passages if each.sentences}
    assert asked == {"What did Hakan Fidan say about the agreement?"}


def test_who_said_something_is_answered_by_somebody_known(choose: Choose) -> None:
    sentences = choose("Who said that terror groups exploit the gaps?").sentences
    assert any("exploiting those gaps" in each.quote for each in sentences)
    assert all(each.speaker for each in sentences)


def test_who_said_something_is_put_to_each_speaker(choose: Choose) -> None:
    passages = choose("Who said that terror groups exploit the gaps?").choice.passages
    asked = {each.question for each in passages}
    assert "Did Tahseen al-Khafaji say that terror groups exploit the gaps?" in asked


def test_what_an_abbreviation_stands_for_is_the_same_subject(choose: Choose) -> None:
    # Akar's article writes "Kurdistan Workers’ Party", and another one explains it: "(PKK)".
    chosen = choose("What did Akar say about the PKK?")
    assert any("extension" in quote for quote in chosen.quotes)
    assert {each.speaker for each in chosen.sentences} == {"Hulusi Akar"}
    asked = {each.question for each in chosen.choice.passages if each.sentences}
    assert asked == {"What did Akar say about the Kurdistan Workers' Party?"}


def test_who_denies_is_answered_by_denials(choose: Choose) -> None:
    quotes = choose("Has anyone denied that the deployment is an occupation?").quotes
    assert "The deployment is not an occupation, he stressed." in quotes
    assert not any("too early to discuss" in quote for quote in quotes)


# Captions and fragments


def test_on_speech_no_caption_may_answer(choose: Choose) -> None:
    patrol = "joint patrol in al-Darbasiyah countryside by the Syrian Observatory"
    kinds = {each.kind for each in choose(patrol).sentences}
    spoken = {each.kind for each in choose(f"Who talked in a statement of the {patrol}?").sentences}
    assert kinds == {BlockKind.BODY, BlockKind.CAPTION}
    assert spoken == {BlockKind.BODY}


def test_on_a_picture_only_captions_may_answer(choose: Choose) -> None:
    chosen = choose("Where was the photo of Guler at the signing ceremony taken?")
    assert {each.kind for each in chosen.sentences} == {BlockKind.CAPTION}
    assert any("signing ceremony" in quote for quote in chosen.quotes)
    assert chosen.read == chosen.found


def test_on_a_picture_the_text_may_answer_where_no_caption_was_found(
    open_over: OpenOver, choose_over: Callable[[Engine], Choose]
) -> None:
    choose = choose_over(open_over({"bare.txt": LIST}))
    chosen = choose("Which picture did the museum of Veltrin buy?")
    assert {each.kind for each in chosen.sentences} == {BlockKind.BODY}


LIST = """Museum of Veltrin Opens Again

The museum of Veltrin opens again on Monday after two years of repairs to its northern wing.

Museum of Veltrin tickets

The museum of Veltrin bought three ships and a lighthouse lens from the harbour office for it.
"""


def test_a_line_that_is_no_sentence_may_not_answer(
    open_over: OpenOver, choose_over: Callable[[Engine], Choose]
) -> None:
    engine = open_over({"list.txt": LIST})
    (article, _), *_ = engine.articles()
    bodies = [LIST[b.start : b.end] for b in article.blocks if b.kind is BlockKind.BODY]
    quotes = choose_over(engine)("When do Museum of Veltrin tickets go on sale?").quotes
    assert "Museum of Veltrin tickets" in bodies
    assert sorted(quotes) == sorted(line for line in bodies if line.endswith("."))
