"""How the database is made, known as ours, and how its errors are told."""

import errno
import sqlite3
from pathlib import Path

import pytest

from index.database import DATABASE, connect, create_or_connect, translated_errors
from index.errors import IndexDamaged, IndexForeign, IndexMissing, StorageFull


def _made(folder: Path) -> Path:
    create_or_connect(folder).close()
    return folder / DATABASE


def test_a_new_database_is_a_write_ahead_log_with_foreign_keys(tmp_path: Path) -> None:
    connection = create_or_connect(tmp_path)
    pragmas = ("journal_mode", "foreign_keys", "synchronous")
    found = [connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
    connection.close()
    assert found == ["wal", 1, 2]


def test_what_was_made_is_opened_again_and_not_made_anew(tmp_path: Path) -> None:
    connection = create_or_connect(tmp_path)
    connection.execute("INSERT INTO facts VALUES ('a', 'b')")
    connection.close()
    for again in (create_or_connect(tmp_path), connect(tmp_path)):
        assert again.execute("SELECT * FROM facts").fetchall() == [("a", "b")]
        again.close()


def test_a_folder_with_odd_letters_in_its_name_holds_a_database_too(tmp_path: Path) -> None:
    folder = tmp_path / "a b?mode=ro#%41ü"
    folder.mkdir()
    assert _made(folder).is_file()


def test_a_database_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    theirs = sqlite3.connect(tmp_path / DATABASE)
    theirs.execute("CREATE TABLE birds (name)")
    theirs.commit()
    theirs.close()
    before = (tmp_path / DATABASE).read_bytes()
    for open_it in (create_or_connect, connect):
        with pytest.raises(IndexForeign, match="was not written by Citewire"):
            open_it(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == before


def test_a_database_of_another_version_is_refused(tmp_path: Path) -> None:
    connection = create_or_connect(tmp_path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(IndexForeign, match="another version"):
        connect(tmp_path)


def test_a_file_that_is_no_database_is_told_as_damaged(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"no database at all " * 100)
    for open_it in (create_or_connect, connect):
        with pytest.raises(IndexDamaged, match="cannot be used"):
            open_it(tmp_path)


def test_a_reader_finds_no_index_in_a_database_that_was_only_begun(tmp_path: Path) -> None:
    # What a writer leaves that is killed between making the file and its tables.
    (tmp_path / DATABASE).touch()
    with pytest.raises(IndexMissing, match="never begun"):
        connect(tmp_path)
    _made(tmp_path)
    connect(tmp_path).close()


def test_a_reader_makes_no_database(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        connect(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_told_as_such(tmp_path: Path, code: int) -> None:
    with pytest.raises(StorageFull) as caught, translated_errors(tmp_path):
        raise OSError(code, "no room")
    assert "what was indexed before is still there" in caught.value.remedy


def test_an_error_that_is_none_of_these_is_left_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="denied"), translated_errors(tmp_path):
        raise OSError(errno.EACCES, "denied")


def test_a_database_at_its_limit_is_told_as_full(tmp_path: Path) -> None:
    connection = create_or_connect(tmp_path)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageFull), translated_errors(tmp_path):
        connection.execute("INSERT INTO facts VALUES ('a', ?)", ["x" * 100_000])
    connection.close()


def test_a_closed_connection_is_told_as_damage_and_not_as_a_surprise(tmp_path: Path) -> None:
    connection = create_or_connect(tmp_path)
    connection.close()
    with pytest.raises(IndexDamaged), translated_errors(tmp_path):
        connection.execute("SELECT 1")
