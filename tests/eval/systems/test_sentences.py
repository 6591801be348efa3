"""Sentences are scored by words, by meaning and by both."""

import math

import pytest

from eval.records import SentenceQuestion
from eval.systems.sentences import (
    Dense,
    Fused,
    Lexical,
    Reading,
    Scoring,
    open_sentence_systems,
)
from index.errors import InvalidRequest
from index.settings import read_settings
from index.wiring import open_embedder
from qa.reader.records import Unread
from tests.qa.reader.made_readers import WordsReader

BRIDGE = SentenceQuestion(
    "b",
    "when did the storm close",
    ("the storm came", "the bridge", "it did close when the storm came"),
    (False, False, True),
)
FERRY = SentenceQuestion("f", "zzz qqq", ("the ferry",), (True,))


def test_a_rare_word_of_the_question_counts_more_than_one_that_stands_everywhere() -> None:
    # Four sentences: "the" stands in all, "storm" in two, "when", "did" and "close" in one each.
    rarity = {n: math.log(1 + (4 - n + 0.5) / (n + 0.5)) for n in (1, 2, 4)}
    whole = 3 * rarity[1] + rarity[2] + rarity[4]
    assert Lexical([BRIDGE, FERRY])(BRIDGE) == [
        pytest.approx((rarity[2] + rarity[4]) / whole),
        pytest.approx(rarity[4] / whole),
        pytest.approx(1.0),
    ]


def test_a_question_of_no_words_covers_nothing() -> None:
    blank = SentenceQuestion("q", "?", ("the ferry",), (True,))
    assert Lexical([blank])(blank) == [0.0]


def test_words_that_no_sentence_has_cover_nothing() -> None:
    assert Lexical([BRIDGE, FERRY])(FERRY) == [0.0]


def test_meaning_is_the_cosine_with_the_question() -> None:
    embedder = open_embedder("", read_settings())
    same = SentenceQuestion("q", "The ferry sails.", ("The ferry sails.", "Bread."), (True, False))
    first, second = Dense(embedder)(same)
    assert first == pytest.approx(1.0, abs=1e-5)
    assert second < 0.5


def test_each_part_of_a_fusion_is_spread_over_nought_to_one() -> None:
    parts = [lambda _: [2.0, 4.0, 3.0], lambda _: [0.9, 0.5, 0.5]]
    # (0 + 1) / 2, (1 + 0) / 2, (0.5 + 0) / 2
    assert Fused(parts)(BRIDGE) == [0.5, 0.5, 0.25]


def test_a_part_that_tells_nothing_apart_adds_nothing() -> None:
    assert Fused([lambda _: [3.0, 3.0], lambda _: [0.0, 1.0]])(BRIDGE) == [0.0, 0.5]


def test_the_readers_relevance_is_added_with_its_weight() -> None:
    reader = WordsReader()
    unread = [Unread("", each, ((0, len(each)),)) for each in BRIDGE.sentences]
    relevance = [each.relevance for each in reader.read(BRIDGE.question, unread)]
    assert len(set(relevance)) > 1
    assert Reading(lambda _: [1.0, 2.0, 3.0], reader, 0.5)(BRIDGE) == [
        pytest.approx(score + 0.5 * read)
        for score, read in zip((1.0, 2.0, 3.0), relevance, strict=True)
    ]


def test_an_outcome_has_a_score_for_each_sentence_and_its_time() -> None:
    outcome = Scoring(lambda _: [1, 0, 2]).ask(BRIDGE)
    assert outcome.question is BRIDGE
    assert outcome.scores == (1.0, 0.0, 2.0)
    assert outcome.took_ms >= 0


def test_systems_are_opened_by_name_each_once() -> None:
    names = ["fused", "lexical", "reader", "dense", "fused"]
    opened = open_sentence_systems(names, [BRIDGE])
    assert list(opened) == ["fused", "lexical", "reader", "dense"]
    for system in opened.values():
        assert len(system.ask(BRIDGE).scores) == 3
    # By words and by meaning it is the last that answers.
    assert opened["fused"].ask(BRIDGE).scores[2] == 1.0


def test_a_system_that_orders_no_sentences_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="no system 'rrf' for this question set") as refused:
        open_sentence_systems(["lexical", "rrf"], [BRIDGE])
    assert refused.value.remedy == "The systems are lexical, dense, fused, reader."
