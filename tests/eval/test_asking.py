"""A set is asked of systems, over the documents that it brings or over an index that is there."""

import sys
import tempfile
from pathlib import Path

import pytest

from eval.asking import ask_all, rank_all, systems_for
from eval.records import Question, SentenceQuestion
from eval.sets.records import QuestionSet, SentenceSet
from index.errors import IndexMissing, InvalidRequest
from index.records import Item

TEXT = "The old harbour bridge of Veltrin closed on Monday for repairs of its eastern pier."
CLOSED = Question("q1", "When did the bridge of Veltrin close?", (), True, ("Monday",), ("b",))
BRINGS = QuestionSet("towns", (CLOSED,), (Item("b", "b.txt", TEXT.encode()),))
SENTENCES = SentenceSet("dev", (SentenceQuestion("s", "who", ("me", "you"), (True, False)),))


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_sets_own_documents_are_indexed_asked_and_gone(scratch: Path) -> None:
    seen: list[bool] = []
    asked = ask_all(
        BRINGS,
        ["lexical", "reader"],
        scratch / "nowhere",
        lambda *_: seen.append(any(scratch.iterdir())),
    )
    assert list(asked.runs) == ["lexical", "reader"]
    for (outcome,) in asked.runs.values():
        assert outcome.question is CLOSED
        assert [(found.uri, found.text) for found in outcome.ranking] == [("b", TEXT)]
    (outcome,) = asked.runs["reader"]
    assert outcome.answer is not None
    assert asked.notes == ()
    assert any(seen)
    assert list(scratch.iterdir()) == []


def test_nothing_is_left_where_it_is_stopped(scratch: Path) -> None:
    def stop(stage: str, done: int, *_: int) -> None:
        if stage == "Asking lexical" and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask_all(BRINGS, ["lexical"], scratch / "nowhere", stop)
    assert list(scratch.iterdir()) == []


def test_a_set_without_documents_is_asked_of_the_index_named(index: Path, tmp_path: Path) -> None:
    own = QuestionSet("own.jsonl", (CLOSED,))
    (outcome,) = ask_all(own, ["fused"], index).runs["fused"]
    assert outcome.ranking[0].uri.endswith("bridge.txt")
    with pytest.raises(IndexMissing):
        ask_all(own, ["fused"], tmp_path / "none")


def test_documents_that_cannot_be_indexed_are_told_of() -> None:
    blank = Item("d2", "d2.txt", b" ")
    asked = ask_all(
        QuestionSet("towns", (CLOSED,), (*BRINGS.documents, blank)), ["lexical"], Path("unused")
    )
    assert asked.notes == ("documents that could not be indexed: 1. The first: d2 holds no text.",)
    with pytest.raises(InvalidRequest, match="None of the documents can be indexed"):
        ask_all(QuestionSet("towns", (CLOSED,), (blank,)), ["lexical"], Path("unused"))


def test_systems_that_cannot_be_asked_are_told_before_anything_is_indexed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("indexed already")

    monkeypatch.setitem(sys.modules, "langchain_text_splitters", None)
    for name in ("bm25", "langchain"):
        with pytest.raises(InvalidRequest, match=name):
            ask_all(BRINGS, [name], Path("unused"), never)


def test_sentences_are_put_in_order_by_each_system() -> None:
    runs = rank_all(SENTENCES, ["lexical", "dense"])
    assert list(runs) == ["lexical", "dense"]
    assert all(len(outcome.scores) == 2 for (outcome,) in runs.values())


def test_each_kind_of_set_has_its_systems() -> None:
    assert systems_for(BRINGS) == ("lexical", "dense", "rrf", "fused", "langchain", "reader")
    assert systems_for(SENTENCES) == ("lexical", "dense", "fused", "reader")
