"""The exported models in the cache folder. Input: a checksum. Output: its Export, or none."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

EXPORT_FORMAT = 1


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """What `OnnxEmbedder` must know of an export; stored beside it as export.json."""

    format: int
    weights_sha256: str
    onnx_sha256: str
    onnx_bytes: int
    dimension: int
    window_tokens: int
    question_prompt: str
    passage_prompt: str


@dataclass(frozen=True, slots=True)
class Export:
    """A finished export: ``folder`` holds model.onnx and tokenizer.json."""

    folder: Path
    facts: ExportFacts

    @property
    def onnx(self) -> Path:
        """The network: token ids and attention mask in, one vector a text out."""
        return self.folder / "model.onnx"

    @property
    def tokenizer(self) -> Path:
        """The tokenizer, as the tokenizers library reads it."""
        return self.folder / "tokenizer.json"


def export_folder(weights_sha256: str, cache: Path) -> Path:
    """Where the export of these weights stands, or will."""
    return cache / f"onnx-{weights_sha256[:16]}"


def find_export(weights_sha256: str, cache: Path) -> Export | None:
    """The export of these very weights, if it was made before and is whole."""
    folder = export_folder(weights_sha256, cache)
    try:
        facts = ExportFacts(**json.loads((folder / "export.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    export = Export(folder, facts)
    size = export.onnx.stat().st_size if export.onnx.is_file() else -1
    if (facts.format, facts.weights_sha256, size) != (
        EXPORT_FORMAT,
        weights_sha256,
        facts.onnx_bytes,
    ):
        return None
    return export if export.tokenizer.is_file() else None


@contextmanager
def work_folder(cache: Path) -> Iterator[Path]:
    """A new folder in ``cache`` to make an export in. It is gone afterwards, if it stands there."""
    cache.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="export-", dir=cache))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def put_in_place(work: Path, target: Path, is_there: Callable[[], bool]) -> None:
    """Make ``work`` the folder ``target`` in one atomic step.

    Where ``is_there`` says that a whole export stands there already, as another process may have
    made the same one meanwhile, that one serves and ``work`` is left as it is.
    """
    if is_there():
        return
    shutil.rmtree(target, ignore_errors=True)
    try:
        work.rename(target)
    except OSError:
        if not is_there():
            raise
