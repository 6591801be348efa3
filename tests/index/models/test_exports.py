"""Which exports in the cache are taken for whole."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from index.models.exports import ExportFacts, export_folder, find_export, put_in_place, work_folder

SHA256 = "ab" * 32
FACTS = ExportFacts(
    format=1,
    weights_sha256=SHA256,
    onnx_sha256="cd" * 32,
    onnx_bytes=7,
    dimension=4,
    window_tokens=8,
    question_prompt="query: ",
    passage_prompt="",
)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache with one export, which is no network but is whole."""
    folder = export_folder(SHA256, tmp_path)
    folder.mkdir()
    (folder / "model.onnx").write_bytes(b"network")
    (folder / "tokenizer.json").write_text("{}")
    (folder / "export.json").write_text(json.dumps(asdict(FACTS)))
    return tmp_path


def test_a_whole_export_is_found_with_its_facts(cache: Path) -> None:
    export = find_export(SHA256, cache)
    assert export
    assert (export.folder, export.facts) == (cache / "onnx-abababababababab", FACTS)
    assert export.onnx.read_bytes() == b"network"
    assert export.tokenizer.is_file()


def test_there_is_none_of_other_weights(cache: Path) -> None:
    assert find_export("0" * 64, cache) is None
    # The same first 16 characters, hence the same folder.
    assert find_export(SHA256[:16] + "0" * 48, cache) is None


def test_there_is_none_where_there_is_no_cache(tmp_path: Path) -> None:
    assert find_export(SHA256, tmp_path / "nowhere") is None


DAMAGES: dict[str, Callable[[Path], object]] = {
    "network cut short": lambda folder: (folder / "model.onnx").write_bytes(b"net"),
    "network gone": lambda folder: (folder / "model.onnx").unlink(),
    "tokenizer gone": lambda folder: (folder / "tokenizer.json").unlink(),
    "facts gone": lambda folder: (folder / "export.json").unlink(),
    "facts cut short": lambda folder: (folder / "export.json").write_text('{"format": 1'),
    "facts of another kind": lambda folder: (folder / "export.json").write_text("[1]"),
    "facts lacking": lambda folder: (folder / "export.json").write_text('{"format": 1}'),
    "facts of another format": lambda folder: (folder / "export.json").write_text(
        json.dumps({**asdict(FACTS), "format": 2})
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_export_is_not_found(cache: Path, damage: str) -> None:
    DAMAGES[damage](export_folder(SHA256, cache))
    assert find_export(SHA256, cache) is None


def test_a_work_folder_is_gone_afterwards_whatever_befell(tmp_path: Path) -> None:
    cache = tmp_path / "not" / "yet"

    def fail_half_way() -> None:
        with work_folder(cache) as work:
            (work / "model.onnx").write_bytes(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert list(cache.iterdir()) == []


def test_what_was_made_takes_the_place_of_what_is_damaged(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "old").touch()
    with work_folder(tmp_path) as work:
        (work / "new").touch()
        put_in_place(work, target, lambda: False)
    assert [path.name for path in target.iterdir()] == ["new"]
    assert list(tmp_path.iterdir()) == [target]


def test_what_another_process_made_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "theirs").touch()
    with work_folder(tmp_path) as work:
        put_in_place(work, target, lambda: True)
        assert work.is_dir()
    assert [path.name for path in target.iterdir()] == ["theirs"]


def test_a_place_that_cannot_be_taken_is_an_error_unless_another_process_took_it(
    tmp_path: Path,
) -> None:
    target = tmp_path / "no folder" / "target"
    with work_folder(tmp_path) as work:
        # Looked for before the place is taken, and again after that failed.
        put_in_place(work, target, iter([False, True]).__next__)
        with pytest.raises(OSError, match="target"):
            put_in_place(work, target, lambda: False)
