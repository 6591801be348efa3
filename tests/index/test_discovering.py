"""Which files are indexed, and what they are called."""

import os
import socket
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from index.discovering import find_sources
from index.errors import NothingToIndex
from tests.index.making import write_files


def _uris(*paths: Path, index_folder: Path = Path("elsewhere")) -> list[str]:
    sources, failures = find_sources(paths, index_folder)
    assert not failures
    return [source.uri for source in sources]


def test_a_source_is_called_by_its_path_as_it_was_given(tmp_path: Path) -> None:
    write_files(tmp_path / "news", {"a.txt": "a"})
    with chdir(tmp_path):
        assert _uris(Path("news")) == ["news/a.txt"]
        assert _uris(Path("./news/a.txt")) == ["news/a.txt"]
    assert _uris(tmp_path / "news") == [f"{tmp_path}/news/a.txt"]


def test_files_come_in_name_order_folder_by_folder(tmp_path: Path) -> None:
    write_files(tmp_path / "b", {"2.txt": "", "10.txt": ""})
    write_files(tmp_path / "a", {"z": ""})
    write_files(tmp_path, {"c.txt": ""})
    with chdir(tmp_path):
        assert _uris(Path(".")) == ["c.txt", "a/z", "b/10.txt", "b/2.txt"]


def test_a_file_named_twice_is_one_source(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": ""})
    assert _uris(tmp_path, tmp_path / "a.txt") == [f"{tmp_path}/a.txt"]


def test_hidden_files_are_passed_over_unless_they_are_named(tmp_path: Path) -> None:
    write_files(tmp_path / ".git", {"a.txt": ""})
    write_files(tmp_path, {".hidden": "", "seen": ""})
    assert _uris(tmp_path) == [f"{tmp_path}/seen"]
    assert _uris(tmp_path / ".hidden") == [f"{tmp_path}/.hidden"]


def test_the_indexs_own_files_are_passed_over(tmp_path: Path) -> None:
    write_files(tmp_path / "index" / "generations", {"meta.json": "{}"})
    write_files(tmp_path / "index", {"manifest.json": "{}"})
    write_files(tmp_path, {"a.txt": ""})
    assert _uris(tmp_path, index_folder=tmp_path / "index") == [f"{tmp_path}/a.txt"]
    with chdir(tmp_path):
        assert _uris(Path(), index_folder=tmp_path / "index") == ["a.txt"]


def test_what_cannot_be_read_to_its_end_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to-pipe").symlink_to(tmp_path / "pipe")
    write_files(tmp_path, {"a.txt": ""})
    with socket.socket(socket.AF_UNIX) as listener, chdir(tmp_path):
        listener.bind("socket")
        assert _uris(Path()) == ["a.txt"]


def test_a_link_to_nothing_is_a_source_for_its_reader_to_name(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": ""})
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    assert _uris(tmp_path) == [f"{tmp_path}/{name}.txt" for name in "abc"]


def test_a_file_under_two_spellings_goes_by_the_first(tmp_path: Path) -> None:
    write_files(tmp_path / "news", {"a.txt": "", "b.txt": ""})
    (tmp_path / "linked").symlink_to(tmp_path / "news")
    (tmp_path / "news" / "c.txt").symlink_to(tmp_path / "news" / "a.txt")
    with chdir(tmp_path):
        assert _uris(Path("news/b.txt"), tmp_path / "news", Path("linked")) == [
            "news/b.txt",
            f"{tmp_path}/news/a.txt",
        ]
        assert _uris(Path("linked/a.txt"), Path("news/../news/a.txt")) == ["linked/a.txt"]


def test_files_that_hold_no_text_are_passed_over_in_a_folder(tmp_path: Path) -> None:
    names = ("a.PNG", "b.mp4", "c.woff2", "d.sqlite", "~$e.docx", "f.py", "g.xlsx", "h", "i.txt")
    write_files(tmp_path, dict.fromkeys(names, ""))
    with chdir(tmp_path):
        # What is not read but may hold text is there to be named as a failure.
        assert _uris(Path()) == ["f.py", "g.xlsx", "h", "i.txt"]
        assert _uris(Path("a.PNG")) == ["a.PNG"]


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[None]:
    """A working folder with files at three depths."""
    write_files(tmp_path / "news" / "2020", {"c.txt": "", "d.html": "", "p.png": ""})
    write_files(tmp_path / "news" / ".old", {"e.txt": ""})
    write_files(tmp_path / "news", {"b.txt": "", "a.txt": "", ".hidden.txt": ""})
    (tmp_path / "news" / "2020" / "up").symlink_to(tmp_path / "news")
    with chdir(tmp_path):
        yield


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("pattern", "uris"),
    [
        ("news/*.txt", ["news/a.txt", "news/b.txt"]),
        ("news/[b-z].txt", ["news/b.txt"]),
        ("n?ws/a.*", ["news/a.txt"]),
        ("news/**/*.txt", ["news/2020/c.txt", "news/a.txt", "news/b.txt"]),
        ("**/d.html", ["news/2020/d.html"]),
        ("news/20*", ["news/2020/c.txt", "news/2020/d.html"]),
        ("news/**", ["news/a.txt", "news/b.txt", "news/2020/c.txt", "news/2020/d.html"]),
        ("news/.*.txt", ["news/.hidden.txt"]),
    ],
)
def test_a_pattern_stands_for_what_it_matches(pattern: str, uris: list[str]) -> None:
    assert _uris(Path(pattern)) == uris


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize("pattern", ["news/*.pdf", "gone/*", "**/*.md", "news/.o*/x", "a**b"])
def test_a_pattern_that_matches_nothing_is_told(pattern: str) -> None:
    sources, failures = find_sources([Path(pattern), Path("news/a.txt")], Path("index"))
    assert [source.uri for source in sources] == ["news/a.txt"]
    assert [failure.uri for failure in failures] == [pattern]
    assert failures[0].remedy


@pytest.mark.usefixtures("tree")
def test_a_pattern_reaches_neither_the_index_nor_a_file_twice() -> None:
    write_files(Path("news/index"), {"own.txt": ""})
    write_files(Path("news/index/deep"), {"own.txt": ""})
    patterns = (Path("news/*.txt"), Path("news/**/*.txt"), Path("news/**"))
    found = _uris(*patterns, index_folder=Path("news/index"))
    assert found == ["news/a.txt", "news/b.txt", "news/2020/c.txt", "news/2020/d.html"]


@pytest.mark.usefixtures("tree")
def test_a_file_may_be_called_like_a_pattern() -> None:
    write_files(Path("news"), {"x[1].txt": ""})
    assert _uris(Path("news/x[1].txt")) == ["news/x[1].txt"]


def test_a_path_that_is_missing_is_told_and_the_others_are_found(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": ""})
    sources, failures = find_sources([tmp_path / "gone", tmp_path / "a.txt"], tmp_path / "index")
    assert [source.path for source in sources] == [tmp_path / "a.txt"]
    assert [(f.uri, f.problem) for f in failures] == [
        (f"{tmp_path}/gone", f"{tmp_path}/gone does not exist.")
    ]
    assert failures[0].remedy


def test_a_name_that_is_no_text_is_told_and_the_others_are_found(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": "", os.fsdecode(b"\xff.txt"): ""})
    sources, failures = find_sources([tmp_path], tmp_path / "index")
    assert [source.uri for source in sources] == [f"{tmp_path}/a.txt"]
    assert len(failures) == 1
    assert "\\udcff.txt" in failures[0].problem
    failures[0].problem.encode()


def test_a_folder_without_a_file_is_nothing_to_index(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToIndex, match=rf"no file in {tmp_path}\. Name a file"):
        find_sources([tmp_path], tmp_path / "index")


def test_no_path_is_nothing_to_index() -> None:
    with pytest.raises(NothingToIndex):
        find_sources([], Path("index"))
