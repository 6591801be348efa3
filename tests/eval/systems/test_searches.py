"""Each way of searching finds passages where they stand, in an order of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.documents import MOST_FOUND, ranked_documents
from eval.indexed import index_documents, index_items
from eval.records import Question
from eval.systems.searches import SEARCHES, Places, Searching
from index.models.embedding import Embedder
from index.opening import Index, open_index
from index.records import Item
from index.settings import read_settings
from index.wiring import open_embedder

TEXTS = {
    "bridge.txt": "Bridge\n\nThe harbour bridge of Veltrin was closed by a storm on Monday.\n",
    "ferry.txt": "Ferry\n\nA gale kept every boat of the island in port for two days.\n",
    "buses.txt": "Buses\n\nOstmark doubled the number of its night buses in spring.\n",
}
STORM = Question("q", "When did a storm close the bridge of Veltrin?", (), False, (), ())


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return open_embedder("", read_settings())


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_documents(list(TEXTS.items()), tmp_path_factory.mktemp("towns") / "index")


@pytest.mark.parametrize("name", SEARCHES)
def test_what_is_found_stands_where_it_says(opened: Index, embedder: Embedder, name: str) -> None:
    outcome = Searching(opened, embedder, SEARCHES[name]).ask(STORM)
    assert outcome.question is STORM
    assert outcome.answer is None
    assert outcome.ranking[0].uri == "bridge.txt"
    for found in outcome.ranking:
        assert TEXTS[found.uri][found.start : found.end] == found.text
    scores = [found.score for found in outcome.ranking]
    assert scores == sorted(scores, reverse=True)


def test_words_find_only_what_holds_them_and_meaning_finds_all(
    opened: Index, embedder: Embedder
) -> None:
    found = {
        name: [each.uri for each in Searching(opened, embedder, search).ask(STORM).ranking]
        for name, search in SEARCHES.items()
    }
    assert found["lexical"] == ["bridge.txt"]
    assert found["dense"] == ["bridge.txt", "ferry.txt", "buses.txt"]
    # First by both; the others are the second and the third of one alone.
    assert found["rrf"] == found["fused"] == found["dense"]


def test_reciprocal_ranks_are_summed_over_both_searches(opened: Index, embedder: Embedder) -> None:
    ranking = Searching(opened, embedder, SEARCHES["rrf"]).ask(STORM).ranking
    assert [found.score for found in ranking] == [
        pytest.approx(1 / 61 + 1 / 61),
        pytest.approx(1 / 62),
        pytest.approx(1 / 63),
    ]


def test_a_follow_up_is_asked_with_what_came_before(opened: Index, embedder: Embedder) -> None:
    lexical = Searching(opened, embedder, SEARCHES["lexical"])
    follow_up = Question("f", "And what happened to it then?", (STORM.question,), False, (), ())
    assert [found.uri for found in lexical.ask(follow_up).ranking] == ["bridge.txt"]


def test_no_more_than_twenty_are_found(tmp_path: Path, embedder: Embedder) -> None:
    towns = [(f"{n:02d}.txt", f"A storm closed bridge number {n} of Veltrin.") for n in range(25)]
    index = index_documents(towns, tmp_path / "index")
    for search in SEARCHES.values():
        assert len(Searching(index, embedder, search).ask(STORM).ranking) == MOST_FOUND == 20


def test_where_documents_are_graded_twenty_of_them_are_found(
    tmp_path: Path, embedder: Embedder
) -> None:
    about = "A storm closed the bridge of Veltrin for {} days. " + 20 * "It is shut. "
    long = "\n\n".join(about.format(n) for n in range(8))
    towns = [(f"{n:02d}.txt", f"Number {n}\n\n{long}") for n in range(5)]
    towns += [(f"{n:02d}.txt", f"The bridge of town {n} stands.") for n in range(5, 26)]
    index = index_documents(towns, tmp_path / "index")
    asked = replace(STORM, id="02.txt", relevance={"03.txt": 1})
    folded = []
    for name, search in SEARCHES.items():
        system = Searching(index, embedder, search)
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
