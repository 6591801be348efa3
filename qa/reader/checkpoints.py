"""Find the reader that is configured. Input: its name. Output: ReaderFiles, ready to be run.

The reader that comes with Citewire is checked and used as it is, and so is any folder made like
it; any other is a checkpoint, by folder or hub name, which is exported into the cache once.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import get_args

from index.errors import ModelUnusable
from index.models.checksums import remembered_sha256, sha256_of
from index.models.exports import put_in_place, work_folder
from index.models.finding import find_weights, named_folder
from qa.reader.exporting import ReaderShape, export_reader
from qa.reader.loading import REMEDY, Kind

READER_FORMAT = 2

SHIPPED = Path(__file__).parent / "model"
"""The folder of the reader that comes with Citewire."""

_SHIPPED_REMEDY = (
    "Install Citewire again; or, in a clone of its repository: git checkout -- qa/reader/model."
)
_FACTS = "reader.json"
_NETWORK = "model.onnx"
_TOKENIZER = "tokenizer.json"


@dataclass(frozen=True, slots=True)
class ReaderFacts:
    """What is known of an exported reader; stored beside it as reader.json.

    ``weights_sha256`` is of the checkpoint that it was exported from.
    """

    format: int
    kind: Kind
    window_tokens: int
    weights_sha256: str
    onnx_sha256: str
    onnx_bytes: int
    tokenizer_sha256: str
    uses_type_ids: bool


@dataclass(frozen=True, slots=True)
class ReaderFiles:
    """An exported reader: the network and its tokenizer, as the tokenizers library reads it."""

    folder: Path
    onnx: Path
    tokenizer: Path
    facts: ReaderFacts


def find_reader(name: str, cache: Path, shipped: Path = SHIPPED) -> ReaderFiles:
    """The reader ``name``; empty: the one in ``shipped``. Raises ModelUnusable.

    A checkpoint is exported into ``cache`` if it never was, which takes seconds and torch.
    """
    if not name:
        return _open(shipped, cache, _SHIPPED_REMEDY)
    folder = named_folder(
        name,
        "reader",
        "Check the name and the network, or unset CITEWIRE_READER for the reader that comes with"
        " Citewire.",
    )
    if (folder / _FACTS).is_file():
        return _open(folder, cache, REMEDY)
    try:
        return _exported(folder, cache)
    except OSError as error:
        raise ModelUnusable(
            f"The reader in {folder} cannot be prepared in {cache}: {error.strerror or error}.",
            "Set CITEWIRE_CACHE to a folder that can be written to and has 500 MB free.",
        ) from error


def finish_reader(folder: Path, shape: ReaderShape, weights_sha256: str) -> ReaderFiles:
    """Write reader.json beside the model.onnx and tokenizer.json in ``folder``."""
    facts = ReaderFacts(
        format=READER_FORMAT,
        kind=shape.kind,
        window_tokens=shape.window_tokens,
        weights_sha256=weights_sha256,
        onnx_sha256=sha256_of(folder / _NETWORK),
        onnx_bytes=(folder / _NETWORK).stat().st_size,
        tokenizer_sha256=sha256_of(folder / _TOKENIZER),
        uses_type_ids=shape.uses_type_ids,
    )
    (folder / _FACTS).write_text(json.dumps(asdict(facts), indent=1) + "\n", "utf-8")
    return _files(folder, facts)


def _files(folder: Path, facts: ReaderFacts) -> ReaderFiles:
    return ReaderFiles(folder, folder / _NETWORK, folder / _TOKENIZER, facts)


def _open(folder: Path, cache: Path, remedy: str) -> ReaderFiles:
    """The exported reader in the folder. Raises ModelUnusable where it is not as it was made."""
    files = _whole(folder)
    if files is None:
        raise ModelUnusable(f"The reader in {folder} is incomplete or damaged.", remedy)
    for path, known in (
        (files.onnx, files.facts.onnx_sha256),
        (files.tokenizer, files.facts.tokenizer_sha256),
    ):
        try:
            found = remembered_sha256(path, cache, known)
        except OSError as error:
            raise ModelUnusable(
                f"{path} cannot be read: {error.strerror or error}.", remedy
            ) from error
        if found != known:
            raise ModelUnusable(
                f"The reader in {folder} was altered: {path.name} is not the one that it was made"
                " with.",
                remedy,
            )
    return files


def _exported(checkpoint: Path, cache: Path) -> ReaderFiles:
    weights = find_weights(
        checkpoint,
        "Name the folder of a model for question answering or of a cross-encoder, or unset"
        " CITEWIRE_READER for the reader that comes with Citewire.",
    )
    sha256 = remembered_sha256(weights, cache)
    target = cache / f"reader-{sha256[:16]}"

    def found() -> ReaderFiles | None:
        files = _whole(target)
        return files if files and files.facts.weights_sha256 == sha256 else None

    if files := found():
        return files
    with work_folder(cache) as work:
        facts = finish_reader(work, export_reader(checkpoint, work), sha256).facts
        put_in_place(work, target, lambda: found() is not None)
    return _files(target, facts)


def _whole(folder: Path) -> ReaderFiles | None:
    """The reader in the folder if it is all there, by its size; its checksums are not looked at."""
    try:
        facts = ReaderFacts(**json.loads((folder / _FACTS).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    files = _files(folder, facts)
    size = files.onnx.stat().st_size if files.onnx.is_file() else -1
    is_known = facts.format == READER_FORMAT and facts.kind in get_args(Kind)
    return files if is_known and size == facts.onnx_bytes and files.tokenizer.is_file() else None
