"""What a user would build with LangChain finds chunks of the documents."""

import sys

import pytest

from eval.indexed import index_documents, index_items
from eval.records import Question
from eval.systems.langchain import LangchainSystem, require_splitter
from index.errors import InvalidRequest
from index.indexing import silent
from index.opening import open_index
from index.records import Item
from index.settings import read_settings
from index.wiring import open_embedder

STORM = Question("q", "When did a storm close the bridge?", (), False, (), ())
FILLER = "Ostmark doubled the number of its night buses in spring. "


def test_without_the_splitters_it_says_how_to_install_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "langchain_text_splitters", None)
    with pytest.raises(InvalidRequest, match="'langchain'") as refused:
        require_splitter()
    assert refused.value.remedy == "Install them: pip install langchain-text-splitters"


def test_the_nearest_four_chunks_stand_where_they_say(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = f"Bridge\n\n{60 * FILLER}\n\nA storm closed the bridge on Monday.\n\n{60 * FILLER}"
    index = index_documents([("a.txt", text)], tmp_path_factory.mktemp("towns") / "index")
    stages: list[tuple[str, int, int, int]] = []
    system = LangchainSystem(
        index, open_embedder("", read_settings()), lambda *done: stages.append(done)
    )
    outcome = system.ask(STORM)
    assert len(outcome.ranking) == 4
    assert "A storm closed the bridge" in outcome.ranking[0].text
    for found in outcome.ranking:
        assert found.uri == "a.txt"
        assert text[found.start : found.end] == found.text
        assert len(found.text) <= 1_000
    # 60 sentences of 57 characters make more than three chunks, twice; all in one batch.
    (_, none, chunks, _), (_, done, _, _) = stages
    assert (none, done) == (0, chunks)
    assert chunks > 6


def test_a_text_of_two_names_is_found_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = b"A storm closed the bridge on Monday."
    folder = tmp_path_factory.mktemp("towns") / "index"
    index_items([Item("a", "a.txt", text), Item("b", "b.txt", text)], folder)
    system = LangchainSystem(open_index(folder), open_embedder("", read_settings()), silent)
    assert [found.uris for found in system.ask(STORM).ranking] == [("a", "b")]


def test_a_few_chunks_are_all_that_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "A storm closed the bridge on Monday."
    index = index_documents([("a.txt", text)], tmp_path_factory.mktemp("towns") / "index")
    system = LangchainSystem(index, open_embedder("", read_settings()), silent)
    assert [found.text for found in system.ask(STORM).ranking] == [text]
