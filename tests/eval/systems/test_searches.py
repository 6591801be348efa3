"""Each way of searching finds passages where they stand, in an order of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.documents import MOST_FOUND, ranked_documents
from eval.indexed import index_documents, index_items
from eval.records import Question
from eval.systems.searches import SEARCHES, Places, Searching
from index.opening import open_index
from index.records import Item
from qa import open_engine
from qa.engine import Engine

TEXTS = {
    "bridge.txt": "Bridge\n\nThe harbour bridge of Veltrin was closed by a storm on Monday.\n",
    "ferry.txt": "Ferry\n\nA gale kept every boat of the island in port for two days.\n",
    "buses.txt": "Buses\n\nOstmark doubled the number of its night buses in spring.\n",
}
STORM = Question("q", "When did a storm close the bridge of Veltrin?", (), False, (), ())


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _over(list(TEXTS.items()), tmp_path_factory.mktemp("towns") / "index")


def _over(texts: list[tuple[str, str]], folder: Path) -> Engine:
    index_documents(texts, folder)
    return open_engine(folder)


@pytest.mark.parametrize("name", SEARCHES)
def test_what_is_found_stands_where_it_says(towns: Engine, name: str) -> None:
    outcome = Searching(towns, SEARCHES[name]).ask(STORM)
    assert outcome.question is STORM
    assert outcome.answer is None
    assert outcome.ranking[0].uri == "bridge.txt"
    for found in outcome.ranking:
        assert TEXTS[found.uri][found.start : found.end] == found.text
    scores = [found.score for found in outcome.ranking]
    assert scores == sorted(scores, reverse=True)


def test_words_find_only_what_holds_them_and_meaning_finds_all(towns: Engine) -> None:
    found = {
        name: [each.uri for each in Searching(towns, search).ask(STORM).ranking]
        for name, search in SEARCHES.items()
    }
    assert found["lexical"] == ["bridge.txt"]
    assert found["dense"] == ["bridge.txt", "ferry.txt", "buses.txt"]
    # First by both; the others are the second and the third of one alone.
    assert found["rrf"] == found["fused"] == found["dense"]


def test_reciprocal_ranks_are_summed_over_both_searches(towns: Engine) -> None:
    ranking = Searching(towns, SEARCHES["rrf"]).ask(STORM).ranking
    assert [found.score for found in ranking] == [
        pytest.approx(1 / 61 + 1 / 61),
        pytest.approx(1 / 62),
        pytest.approx(1 / 63),
    ]


def test_a_follow_up_is_asked_with_what_came_before(towns: Engine) -> None:
    lexical = Searching(towns, SEARCHES["lexical"])
    follow_up = Question("f", "And what happened to it then?", (STORM.question,), False, (), ())
    assert [found.uri for found in lexical.ask(follow_up).ranking] == ["bridge.txt"]


def test_no_more_than_twenty_are_found(tmp_path: Path) -> None:
    towns = [(f"{n:02d}.txt", f"A storm closed bridge number {n} of Veltrin.") for n in range(25)]
    engine = _over(towns, tmp_path / "index")
    for search in SEARCHES.values():
        assert len(Searching(engine, search).ask(STORM).ranking) == MOST_FOUND == 20


def test_where_documents_are_graded_twenty_of_them_are_found(tmp_path: Path) -> None:
    about = "A storm closed the bridge of Veltrin for {} days. " + 20 * "It is shut. "
    long = "\n\n".join(about.format(n) for n in range(8))
    towns = [(f"{n:02d}.txt", f"Number {n}\n\n{long}") for n in range(5)]
    towns += [(f"{n:02d}.txt", f"The bridge of town {n} stands.") for n in range(5, 26)]
    engine = _over(towns, tmp_path / "index")
    asked = replace(STORM, id="02.txt", relevance={"03.txt": 1})
    folded = []
    for name, search in SEARCHES.items():
        system = Searching(engine, search)
        folded.append(len({found.uri for found in system.ask(STORM).ranking}))
        outcome = system.ask(asked)
        # The document that is the question itself takes no place.
        assert len(set(ranked_documents(outcome))) == len(outcome.ranking) == MOST_FOUND, name
    # Else nothing had to be looked for further down.
    assert max(folded) < MOST_FOUND


def test_one_text_under_two_names_is_found_once_under_both(tmp_path: Path) -> None:
    text = TEXTS["bridge.txt"].encode()
    index_items([Item("a", "a.txt", text), Item("b", "b.txt", text)], tmp_path / "index")
    index = open_index(tmp_path / "index")
    (passage,) = index.store.passage_ids(index.generation)
    found = Places(index).found([(passage, 0.5), (99, 0.4)], STORM)
    assert [(each.uris, each.uri, each.score) for each in found] == [(("a", "b"), "a", 0.5)]
