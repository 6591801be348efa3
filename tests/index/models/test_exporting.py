"""The export of a model, compared with the model itself."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from index.errors import ModelUnusable
from index.models.embedding import OnnxEmbedder
from index.models.exporting import export_model
from index.models.exports import find_export
from index.models.finding import ModelFiles, find_model, weights_sha256
from tests.index.making import BUSES, HARBOUR, SEEDS

TEXTS = [
    HARBOUR,
    BUSES,
    "",
    "Türkiye’nin Suriye’deki askerî varlığı 🚢",
    "港口关闭",
    # Far beyond the window of 256 tokens: what exceeds it must be cut at the same place.
    (SEEDS / "002_815dbb95f16e51e3.txt").read_text("utf-8"),
]


def test_the_exports_vectors_are_the_models_and_it_is_made_once(tmp_path: Path) -> None:
    files = find_model("")
    sha256 = weights_sha256(files, tmp_path)
    export = export_model(files, sha256, tmp_path)
    embedder = OnnxEmbedder(export, threads=2)

    model = SentenceTransformer(str(files.folder), device="cpu")
    wanted = model.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    assert np.abs(embedder.embed_passages(TEXTS) - wanted).max() < 1e-5
    assert embedder.dimension == 384
    assert embedder.fingerprint == sha256

    assert find_export(sha256, tmp_path) == export
    before = export.onnx.stat().st_mtime_ns
    # As when two processes export at once: the second finds the first's and leaves it alone.
    again = export_model(files, sha256, tmp_path)
    assert again.onnx.stat().st_mtime_ns == before
    assert sorted(path.name.split("-")[0] for path in tmp_path.iterdir()) == ["onnx", "weights"]

    # A damaged one is noticed, and replaced at the next use.
    export.onnx.write_bytes(export.onnx.read_bytes()[:1_000])
    assert find_export(sha256, tmp_path) is None
    repaired = export_model(files, sha256, tmp_path)
    assert find_export(sha256, tmp_path) == repaired


@pytest.mark.parametrize("config", [None, "{}", '{"model_type": "bert"}'])
def test_a_folder_that_is_no_model_is_told_and_leaves_nothing(
    tmp_path: Path, config: str | None
) -> None:
    folder, cache = tmp_path / "model", tmp_path / "cache"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"no weights")
    if config:
        (folder / "config.json").write_text(config)
    files = ModelFiles(str(folder), folder, folder / "model.safetensors")
    with pytest.raises(ModelUnusable, match="cannot be exported") as caught:
        export_model(files, "0" * 64, cache)
    assert "CITEWIRE_EMBEDDING_MODEL" in caught.value.remedy
    assert list(cache.iterdir()) == []


def test_a_model_without_pooling_settings_of_its_own_is_exported_all_the_same(
    tmp_path: Path,
) -> None:
    # Any BERT's folder: sentence-transformers pools by the mean.
    folder = tmp_path / "model"
    folder.mkdir()
    for path in find_model("").folder.iterdir():
        if path.is_file() and path.name not in ("modules.json", "sentence_bert_config.json"):
            shutil.copy(path, folder)
    files = find_model(str(folder))
    sha256 = weights_sha256(files, tmp_path / "cache")
    embedder = OnnxEmbedder(export_model(files, sha256, tmp_path / "cache"), threads=2)
    model = SentenceTransformer(str(folder), device="cpu")
    wanted = model.encode([HARBOUR], normalize_embeddings=True, show_progress_bar=False)
    assert np.abs(embedder.embed_passages([HARBOUR]) - wanted).max() < 1e-4
