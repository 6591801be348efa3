"""The chosen passages are read, and their sentences become candidates."""

from dataclasses import replace

import pytest

from index.records import StoredPassage
from qa.choosing import PassageToRead
from qa.engine import Engine
from qa.reader.records import Span, Unread
from qa.reading import Alone, Candidate, PassageRead, read
from qa.stories import Sentence, Stories, Story
from tests.qa.making import query, sentence, story
from tests.qa.reader.made_readers import WordsReader

FERRIES = query("When do ferries sail?")
TOLD = story(
    sentence("Ferries are blue.", position=0, passage=4),
    sentence("Ferries sail on Monday.", position=1, passage=5),
    sentence("Trams run.", position=2, passage=5),
    sentence("They sail back.", position=3, passage=5),
    title="News of ferries",
)
FIRST, SECOND, THIRD, FOURTH = TOLD.sentences


def _passage(
    *sentences: Sentence, id_: int = 5, of: Story = TOLD, fused: float = 0.0, cosine: float = 0.0
) -> PassageToRead:
    return PassageToRead(id_, of, sentences, fused, cosine)


def test_each_sentence_that_may_answer_becomes_a_candidate_with_its_passages_scores() -> None:
    passages = [_passage(SECOND, FOURTH, fused=0.7, cosine=0.4), _passage(FIRST, id_=4, fused=0.2)]
    # Of the question's words, passage 5 bears two, "ferries" and "sail", and 4 the first; so do
    # SECOND and FIRST alone, and FOURTH bears one.
    assert read(WordsReader(), FERRIES, passages) == (
        PassageRead(
            5,
            2.0,
            (
                _candidate(SECOND, 2.0, (2.0, 0.7, 0.4), Alone(2.0, 2.0)),
                _candidate(FOURTH, 1.0, (2.0, 0.7, 0.4), Alone(1.0, 1.0)),
            ),
        ),
        PassageRead(4, 1.0, (_candidate(FIRST, 1.0, (1.0, 0.2, 0.0), Alone(1.0, 1.0)),)),
    )


def _candidate(
    one: Sentence, margin: float, of_passage: tuple[float, float, float], alone: Alone
) -> Candidate:
    span = Span(one.start, one.end, margin)
    return Candidate(one, TOLD, span, *of_passage, alone=alone)


def test_the_four_sentences_that_answer_best_are_read_by_themselves_under_their_headline() -> None:
    texts = ["Go.", "Ferries go."]
    others = [sentence(text, article="b", position=at) for at, text in enumerate(texts)]
    boats = story(*others, title="Boats")
    reader = WordsReader()
    read(
        reader,
        FERRIES,
        [
            _passage(*boats.sentences, id_=1, of=boats),
            _passage(FIRST, id_=4),
            _passage(SECOND, THIRD, FOURTH),
        ],
    )
    _, (question, alone) = reader.asked
    assert question == FERRIES.text
    # By how many of "ferries" and "sail" they bear, then by article and place.
    assert alone == tuple(
        Unread(title, text, ((0, len(text)),))
        for title, text in [
            ("News of ferries", "Ferries sail on Monday."),
            ("News of ferries", "Ferries are blue."),
            ("News of ferries", "They sail back."),
            ("Boats", "Ferries go."),
        ]
    )


def test_a_sentence_is_read_alone_for_what_its_passage_was_asked() -> None:
    reader = WordsReader()
    put = replace(_passage(THIRD), question="Do trams run?")
    (passage,) = read(reader, FERRIES, [put])
    assert [question for question, _ in reader.asked] == ["Do trams run?"] * 2
    assert passage.candidates[0].alone == Alone(2.0, 2.0)


def test_a_passage_is_read_whole_under_its_headline_whichever_sentences_may_answer() -> None:
    reader = WordsReader()
    read(reader, FERRIES, [_passage(FOURTH)])
    # Sentences begin at 1000, 2000 and 3000 of the document; what is between is white space.
    text = "Ferries sail on Monday.".ljust(1_000) + "Trams run.".ljust(1_000) + "They sail back."
    (_, asked), _ = reader.asked
    assert asked == (Unread("News of ferries", text, ((2_000, 2_015),)),)


def test_a_passage_of_which_no_sentence_may_answer_is_read_for_its_relevance() -> None:
    assert read(WordsReader(), FERRIES, [_passage()]) == (PassageRead(5, 2.0, ()),)


def test_nothing_is_found_in_nothing() -> None:
    assert read(WordsReader(), FERRIES, []) == ()


def test_a_follow_up_is_read_in_its_own_words_too_which_count_for_a_third() -> None:
    asked = replace(query("When do ferries sail?"), own_text="Do trams run?")
    (passage,) = read(WordsReader(), asked, [_passage(SECOND, THIRD)])
    sails, runs = passage.candidates
    # Of the one question SECOND bears two words and THIRD none, of the other none and two.
    assert sails.span.margin == pytest.approx(4 / 3)
    assert runs.span.margin == pytest.approx(2 / 3)
    assert passage.relevance == pytest.approx(2.0)


@pytest.fixture(scope="module")
def passages(engine: Engine) -> list[tuple[StoredPassage, Story, str]]:
    """Every passage of the seeds, with its story and its document's text."""
    stories, store = Stories(engine.index), engine.index.store
    found = []
    for article, _ in engine.articles():
        told = stories.story(article.id)
        assert told
        text = engine.article_text(article.id).document.text
        found += [(each, told, text) for each in store.passages_of(article.id)]
    return found


def test_what_is_read_of_a_real_passage_is_its_text(
    passages: list[tuple[StoredPassage, Story, str]],
) -> None:
    reader = WordsReader()
    read(reader, FERRIES, [_passage(id_=each.id, of=told) for each, told, _ in passages])
    ((_, asked),) = reader.asked
    for (passage, told, text), unread in zip(passages, asked, strict=True):
        assert unread.title == told.article.title
        assert unread.text.split() == text[passage.start : passage.end].split()


def test_the_words_found_stand_where_they_are_said_to(
    passages: list[tuple[StoredPassage, Story, str]],
) -> None:
    chosen = [
        _passage(*(s for s in told.sentences if s.passage_id == each.id), id_=each.id, of=told)
        for each, told, _ in passages
    ]
    found = read(WordsReader(), FERRIES, chosen)
    for (_, _, text), passage in zip(passages, found, strict=True):
        assert passage.candidates
        for each in passage.candidates:
            assert text[each.span.start : each.span.end] == each.sentence.quote
