"""Export a sentence-transformers model to ONNX, once. Input: a model's files. Output: an Export.

torch and sentence-transformers take seconds to import and are needed here alone; everything else
runs the export with onnxruntime: the same vectors to 1e-6, 1.6 times the throughput, and it loads
in a fraction of a second.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import ModelUnusable
from index.models.checksums import sha256_of
from index.models.embedding import OnnxEmbedder
from index.models.exports import (
    EXPORT_FORMAT,
    Export,
    ExportFacts,
    export_folder,
    find_export,
    put_in_place,
    work_folder,
)
from index.models.finding import ModelFiles
from index.models.onnx_writing import quieten, write_onnx

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_OUTPUT = "sentence_embedding"
_TOLERANCE = 1e-4
_PROBES = (
    "A short one.",
    "A rather longer sentence, so that the batch is padded on one side only.",
)
_FALLBACK_WINDOW_TOKENS = 512


def export_model(files: ModelFiles, sha256: str, cache: Path) -> Export:
    """Export the model into ``cache``, checked against the original, and in one atomic step.

    ``sha256`` is the checksum of its weights. Raises ModelUnusable where the model cannot be loaded
    or exported, or the export's vectors differ from the model's.
    """
    with work_folder(cache) as work:
        facts = _export(files, sha256, work)
        (work / "export.json").write_text(json.dumps(asdict(facts)), "utf-8")
        target = export_folder(sha256, cache)
        put_in_place(work, target, lambda: find_export(sha256, cache) is not None)
        return Export(target, facts)


def _export(files: ModelFiles, sha256: str, work: Path) -> ExportFacts:
    quieten()
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(str(files.folder), device="cpu")
        _write_onnx(model, work / "model.onnx")
        model.tokenizer.backend_tokenizer.save(str(work / "tokenizer.json"))
    except Exception as error:  # torch and transformers raise of every kind
        raise ModelUnusable(
            f"The embedding model in {files.folder} cannot be exported:"
            f" {(str(error).splitlines() or [type(error).__name__])[0]}",
            "Choose another sentence-transformers model, or unset CITEWIRE_EMBEDDING_MODEL.",
        ) from error
    onnx = work / "model.onnx"
    facts = ExportFacts(
        format=EXPORT_FORMAT,
        weights_sha256=sha256,
        onnx_sha256=sha256_of(onnx),
        onnx_bytes=onnx.stat().st_size,
        dimension=model.get_embedding_dimension() or 0,
        window_tokens=model.max_seq_length or _FALLBACK_WINDOW_TOKENS,
        question_prompt=model.prompts.get("query") or "",
        passage_prompt=model.prompts.get("document") or model.prompts.get("passage") or "",
    )
    _check(model, Export(work, facts))
    return facts


def _write_onnx(model: "SentenceTransformer", path: Path) -> None:
    import torch

    class Encoder(torch.nn.Module):
        """The whole pipeline, pooling included, from token ids to sentence vectors."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            return self.model(features)[_OUTPUT]

    write_onnx(Encoder(), ("input_ids", "attention_mask"), {_OUTPUT: ("texts",)}, path)


def _check(model: "SentenceTransformer", export: Export) -> None:
    wanted = model.encode(list(_PROBES), normalize_embeddings=True, show_progress_bar=False)
    embedder = OnnxEmbedder(export, threads=1)
    difference = float(abs(embedder.embed_as_they_are(list(_PROBES)) - wanted).max())
    if not difference <= _TOLERANCE:
        raise ModelUnusable(
            f"The exported model's vectors differ from the model's by {difference:.2g}.",
            "Choose another sentence-transformers model, or unset CITEWIRE_EMBEDDING_MODEL.",
        )
