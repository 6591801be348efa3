"""Which reader is found for a name, and in what state it must be."""

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path

import pytest

from index.errors import ModelUnusable
from qa.reader import checkpoints
from qa.reader.checkpoints import ReaderFacts, find_reader, finish_reader
from qa.reader.exporting import ReaderShape
from tests.qa.reader.made_checkpoints import save_bert

SHAPE = ReaderShape("both", 256, True)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The folder of a reader, which is no network but is whole."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "model.onnx").write_bytes(b"network")
    (folder / "tokenizer.json").write_bytes(b"tokens")
    finish_reader(folder, SHAPE, "ab" * 32)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint for question answering. Not to be changed."""
    return save_bert(tmp_path_factory.mktemp("made") / "bert", "BertForQuestionAnswering")


def test_what_is_known_of_a_reader_is_written_beside_it(shipped: Path) -> None:
    assert json.loads((shipped / "reader.json").read_text()) == {
        "format": 2,
        "kind": "both",
        "window_tokens": 256,
        "weights_sha256": "ab" * 32,
        "onnx_sha256": sha256(b"network").hexdigest(),
        "onnx_bytes": 7,
        "tokenizer_sha256": sha256(b"tokens").hexdigest(),
        "uses_type_ids": True,
    }


def test_no_name_is_the_reader_that_comes_with_citewire(shipped: Path, tmp_path: Path) -> None:
    files = find_reader("", tmp_path / "cache", shipped)
    assert (files.folder, files.facts.kind) == (shipped, "both")
    assert files.onnx.read_bytes() == b"network"
    assert files.tokenizer.read_bytes() == b"tokens"
    assert Path(checkpoints.__file__).parent / "model" == checkpoints.SHIPPED


def _write_facts(folder: Path, facts: ReaderFacts) -> None:
    (folder / "reader.json").write_text(json.dumps(asdict(facts)))


def _facts(folder: Path) -> ReaderFacts:
    return ReaderFacts(**json.loads((folder / "reader.json").read_text()))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "network cut short": lambda folder: (folder / "model.onnx").write_bytes(b"net"),
    "network altered": lambda folder: (folder / "model.onnx").write_bytes(b"nEtwork"),
    "network gone": lambda folder: (folder / "model.onnx").unlink(),
    "tokenizer gone": lambda folder: (folder / "tokenizer.json").unlink(),
    "tokenizer altered": lambda folder: (folder / "tokenizer.json").write_bytes(b"toKens"),
    "facts gone": lambda folder: (folder / "reader.json").unlink(),
    "facts cut short": lambda folder: (folder / "reader.json").write_text('{"format": 1'),
    "facts of another kind": lambda folder: (folder / "reader.json").write_text("[1]"),
    "facts lacking": lambda folder: (folder / "reader.json").write_text('{"format": 1}'),
    "facts of another format": lambda at: _write_facts(at, replace(_facts(at), format=1)),
    "all gone": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_shipped_reader_that_is_damaged_is_refused_with_the_way_to_mend_it(
    shipped: Path, tmp_path: Path, damage: str
) -> None:
    DAMAGES[damage](shipped)
    with pytest.raises(ModelUnusable) as refused:
        find_reader("", tmp_path / "cache", shipped)
    assert str(shipped) in refused.value.problem
    assert "Install Citewire again" in refused.value.remedy
    assert "git checkout" in refused.value.remedy


def test_an_altered_file_is_named(shipped: Path, tmp_path: Path) -> None:
    (shipped / "tokenizer.json").write_bytes(b"toKens")
    with pytest.raises(ModelUnusable, match=r"was altered: tokenizer\.json"):
        find_reader("", tmp_path / "cache", shipped)


def test_a_reader_is_checked_once_and_that_is_remembered(shipped: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    find_reader("", cache, shipped)
    assert len(list(cache.iterdir())) == 2
    for memory in cache.iterdir():
        memory.write_text("f" * 64)
    # The memory is believed, so the file is not read again.
    with pytest.raises(ModelUnusable, match="was altered"):
        find_reader("", cache, shipped)


def test_a_reader_that_was_put_right_is_right_at_once(shipped: Path, tmp_path: Path) -> None:
    onnx, cache = shipped / "model.onnx", tmp_path / "cache"
    whole = onnx.stat()
    onnx.write_bytes(b"nEtwork")
    with pytest.raises(ModelUnusable):
        find_reader("", cache, shipped)
    onnx.write_bytes(b"network")
    assert find_reader("", cache, shipped).facts.onnx_bytes == whole.st_size


def test_the_shipped_reader_needs_no_cache(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("where the cache should be")
    assert find_reader("", tmp_path / "file", shipped).facts.kind == "both"


def test_a_folder_made_like_the_shipped_one_is_used_as_it_is(shipped: Path, tmp_path: Path) -> None:
    files = find_reader(str(shipped), tmp_path / "cache", tmp_path / "nowhere")
    assert (files.folder, files.facts.window_tokens) == (shipped, 256)
    (shipped / "model.onnx").write_bytes(b"nEtwork")
    with pytest.raises(ModelUnusable, match="was altered") as refused:
        find_reader(str(shipped), tmp_path / "cache", tmp_path / "nowhere")
    assert "CITEWIRE_READER" in refused.value.remedy


def test_a_checkpoint_is_exported_once(made: Path, tmp_path: Path) -> None:
    files = find_reader(str(made), tmp_path)
    weights = sha256((made / "model.safetensors").read_bytes()).hexdigest()
    assert files.folder == tmp_path / f"reader-{weights[:16]}"
    assert (files.onnx.parent, files.tokenizer.parent) == (files.folder, files.folder)
    facts = files.facts
    assert (facts.kind, facts.window_tokens, facts.uses_type_ids) == ("span", 512, True)
    assert facts.weights_sha256 == weights
    assert facts.onnx_sha256 == sha256(files.onnx.read_bytes()).hexdigest()
    assert facts.onnx_bytes == files.onnx.stat().st_size
    assert sorted(path.name.split("-")[0] for path in tmp_path.iterdir()) == ["reader", "weights"]

    before = files.onnx.stat().st_mtime_ns
    assert find_reader(str(made), tmp_path) == files
    assert files.onnx.stat().st_mtime_ns == before

    # A damaged one is noticed, and made anew.
    files.onnx.write_bytes(files.onnx.read_bytes()[:1_000])
    again = find_reader(str(made), tmp_path)
    assert again.onnx.stat().st_size == again.facts.onnx_bytes > 1_000


def test_a_refused_checkpoint_leaves_nothing_but_its_checksum(tmp_path: Path) -> None:
    folder = save_bert(tmp_path / "bert", "BertForSequenceClassification", num_labels=3)
    with pytest.raises(ModelUnusable, match="with 3 labels"):
        find_reader(str(folder), tmp_path / "cache")
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".sha256"]


def test_a_folder_without_weights_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelUnusable, match="holds no model weights") as refused:
        find_reader(str(tmp_path), tmp_path / "cache")
    assert "CITEWIRE_READER" in refused.value.remedy


@pytest.mark.parametrize("name", ["nobody/has-this", "not a name at all!", "/no/such/folder"])
def test_a_name_that_nobody_has_is_told_without_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelUnusable, match=f"There is no reader '{name}'") as refused:
        find_reader(name, tmp_path)
    assert "unset CITEWIRE_READER" in refused.value.remedy


def test_a_cache_that_cannot_be_written_to_is_told(made: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("where the cache should be")
    with pytest.raises(ModelUnusable, match="cannot be prepared") as refused:
        find_reader(str(made), tmp_path / "file")
    assert "CITEWIRE_CACHE" in refused.value.remedy
