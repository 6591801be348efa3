"""Load a reader's checkpoint, and refuse what is none. Input: its folder. Output: Checkpoint.

What is taken is what transformers calls a model for question answering, and a classifier with one
label, as sentence-transformers makes its cross-encoders. Needs torch and transformers, which take
seconds to import. Nothing that a checkpoint brings as code is run.
"""

import inspect
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from index.errors import ModelUnusable
from index.models.onnx_writing import quieten

Kind = Literal["span", "relevance", "both"]
"""What a reader tells: where the answer stands, whether the passage answers, or both."""

REMEDY = "Choose another reader, or unset CITEWIRE_READER for the one that comes with Citewire."

# Longer windows cost more than they bring: passages are short, and long ones are read in strides.
_MOST_WINDOW_TOKENS = 512
# Below that a long question leaves no room for two strides to share.
_LEAST_WINDOW_TOKENS = 160
# A folder without a tokenizer is given an empty one, of a handful of special tokens.
_LEAST_VOCABULARY = 100


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A checkpoint as transformers opens it. ``window_tokens`` counts question and passage."""

    kind: Kind
    tokenizer: Any
    model: Any
    window_tokens: int
    uses_type_ids: bool


def load_checkpoint(folder: Path) -> Checkpoint:
    """The checkpoint in the folder. Raises ModelUnusable where it is no reader, or is damaged."""
    _require_config(folder)
    quieten()
    kind = _kind(folder)
    tokenizer = _tokenizer(folder)
    model = _model(folder, kind)
    _require_match(folder, tokenizer, model)
    if kind == "span":
        _require_place_for_none(folder, tokenizer)
    window_tokens = _window_tokens(tokenizer, model)
    if window_tokens < _LEAST_WINDOW_TOKENS:
        raise ModelUnusable(
            f"The reader in {folder} reads only {window_tokens} tokens at once;"
            f" {_LEAST_WINDOW_TOKENS} are needed.",
            REMEDY,
        )
    return Checkpoint(kind, tokenizer, model, window_tokens, _uses_type_ids(tokenizer, model))


def refusal(folder: Path, what: str, error: Exception) -> ModelUnusable:
    """The error that says of a checkpoint what is wrong, in the words of a library's error."""
    first = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return ModelUnusable(f"The reader in {folder} {what}: {first}", REMEDY)


def _require_config(folder: Path) -> None:
    config = folder / "config.json"
    if not config.is_file():
        raise ModelUnusable(
            f"{folder} holds no config.json, so what kind of model it is cannot be told.",
            "Name the folder of a model for question answering or of a cross-encoder, or unset"
            " CITEWIRE_READER for the one that comes with Citewire.",
        )
    try:
        is_object = isinstance(json.loads(config.read_text("utf-8")), dict)
    except (OSError, ValueError) as error:
        raise refusal(folder, "has a config.json that cannot be read", error) from error
    if not is_object:
        raise ModelUnusable(f"{config} is no model's configuration.", REMEDY)


def _kind(folder: Path) -> Kind:
    from transformers import AutoConfig

    try:
        config = AutoConfig.from_pretrained(str(folder), trust_remote_code=False)
    except Exception as error:  # transformers raises of every kind
        raise refusal(folder, "is of a kind that transformers cannot read", error) from error
    (architecture, *_) = config.architectures or ["a model of no named kind"]
    if architecture.endswith("ForQuestionAnswering"):
        return "span"
    labels = ""
    if architecture.endswith("ForSequenceClassification"):
        if config.num_labels == 1:
            return "relevance"
        labels = f" with {config.num_labels} labels"
    raise ModelUnusable(
        f"The model in {folder} is no reader: it is {architecture}{labels}, neither a model for"
        " question answering nor a classifier with one label.",
        REMEDY,
    )


def _tokenizer(folder: Path) -> Any:
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(str(folder), trust_remote_code=False)
    except Exception as error:  # transformers and tokenizers raise of every kind
        raise refusal(folder, "has a tokenizer that cannot be read", error) from error
    if not tokenizer.is_fast:
        raise ModelUnusable(
            f"The reader in {folder} has a tokenizer ({type(tokenizer).__name__}) that does not"
            " tell where in the text a token stands.",
            "Choose a reader with a tokenizer.json, or unset CITEWIRE_READER for the one that comes"
            " with Citewire.",
        )
    return tokenizer


def _model(folder: Path, kind: Kind) -> Any:
    import torch
    from transformers import AutoModelForQuestionAnswering, AutoModelForSequenceClassification

    loaders: Mapping[Kind, Any] = {
        "span": AutoModelForQuestionAnswering,
        "relevance": AutoModelForSequenceClassification,
    }
    try:
        model, told = loaders[kind].from_pretrained(
            str(folder), dtype=torch.float32, trust_remote_code=False, output_loading_info=True
        )
    except Exception as error:  # torch, safetensors and transformers raise of every kind
        raise refusal(folder, "has weights that cannot be read", error) from error
    # transformers fills what is missing with random numbers, and such a reader reads nothing.
    missing = sorted(told["missing_keys"])
    if missing:
        raise ModelUnusable(
            f"The reader in {folder} lacks weights: {', '.join(missing[:3])}"
            f"{' and others' if len(missing) > 3 else ''}.",
            "Put in its folder the weights that it was trained to, or unset CITEWIRE_READER for the"
            " one that comes with Citewire.",
        )
    return model.eval()


def _require_match(folder: Path, tokenizer: Any, model: Any) -> None:
    known, tokens = model.get_input_embeddings().num_embeddings, len(tokenizer)
    remedy = (
        "Put in its folder the tokenizer that it was trained with, or unset CITEWIRE_READER for the"
        " one that comes with Citewire."
    )
    if tokens < _LEAST_VOCABULARY:
        raise ModelUnusable(f"The reader in {folder} comes without a tokenizer.", remedy)
    if tokens > known:
        raise ModelUnusable(
            f"The reader in {folder} has the tokenizer of another model: it makes {tokens:,}"
            f" tokens, of which the reader knows {known:,}.",
            remedy,
        )


def _require_place_for_none(folder: Path, tokenizer: Any) -> None:
    if not tokenizer("Who?", "Nobody.", return_special_tokens_mask=True).special_tokens_mask[0]:
        raise ModelUnusable(
            f"The reader in {folder} reads with no token before the question, the place where"
            " a reader says that there is no answer.",
            REMEDY,
        )


def _window_tokens(tokenizer: Any, model: Any) -> int:
    """As many tokens as the tokenizer was made for and the network has positions for."""
    windows = [tokenizer.model_max_length, _MOST_WINDOW_TOKENS]
    windows.append(getattr(model.config, "max_position_embeddings", None) or _MOST_WINDOW_TOKENS)
    for name, module in model.named_modules():
        if name.endswith("position_embeddings") and hasattr(module, "num_embeddings"):
            # RoBERTa and its kin count positions from behind the one for padding: 514 are 512.
            unused = 0 if module.padding_idx is None else module.padding_idx + 1
            windows.append(module.num_embeddings - unused)
    return int(min(windows))


def _uses_type_ids(tokenizer: Any, model: Any) -> bool:
    return (
        "token_type_ids" in tokenizer("Who?", "Nobody.")
        and "token_type_ids" in inspect.signature(model.forward).parameters
        and getattr(model.config, "type_vocab_size", 0) > 1
    )
