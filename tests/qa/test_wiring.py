"""The room's parts are joined over an index folder."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import qa
from index.database import DATABASE
from index.errors import IndexMissing, InvalidRequest, ModelUnusable
from index.wiring import update_index

TEXT = "Ferry of Veltrin Sails Again\n\nThe night ferry of Veltrin sails again from Thursday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of one small article."""
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")
    update_index(tmp_path / "index", [tmp_path / "ferry.txt"])
    return tmp_path / "index"


def test_the_room_offers_an_engine_and_nothing_else() -> None:
    assert qa.__all__ == ["open_engine"]
    assert callable(qa.open_engine)


def test_a_folder_may_be_named_by_text_or_path(folder: Path) -> None:
    for name in (folder, str(folder)):
        assert len(qa.open_engine(name).articles()) == 1


def test_without_an_index_there_is_no_engine(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="citewire index"):
        qa.open_engine(tmp_path)


def test_the_threshold_is_the_users(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = "When does the night ferry of Veltrin sail?"
    assert not qa.open_engine(folder).ask(question).abstained
    monkeypatch.setenv("CITEWIRE_THRESHOLD", "1")
    assert qa.open_engine(folder).ask(question).abstained


def test_a_threshold_that_is_no_probability_opens_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITEWIRE_THRESHOLD", "high")
    with pytest.raises(InvalidRequest, match="CITEWIRE_THRESHOLD"):
        qa.open_engine(folder)


def test_an_index_made_with_other_weights_is_not_asked(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("UPDATE facts SET value = 'other' WHERE key = 'embedding_fingerprint'")
    with pytest.raises(ModelUnusable, match="other weights") as unusable:
        qa.open_engine(folder)
    assert "--index" in unusable.value.remedy
