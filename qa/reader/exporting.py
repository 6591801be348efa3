"""Export a reader to ONNX. Input: a checkpoint's folder. Output: model.onnx and tokenizer.json.

A reader that was exported runs without torch. It is compared with the checkpoint before it counts:
the checkpoint reads a few pairs one by one, the export all at once and padded, as Citewire reads.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnusable
from index.models.onnx_writing import write_onnx
from index.models.sessions import open_session
from qa.reader.encoding import PairEncoder, padded
from qa.reader.loading import REMEDY, Checkpoint, Kind, load_checkpoint, refusal

OUTPUTS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    "span": {"start": ("texts", "tokens"), "end": ("texts", "tokens")},
    "relevance": {"relevance": ("texts",)},
    "both": {"start": ("texts", "tokens"), "end": ("texts", "tokens"), "relevance": ("texts",)},
}
"""A network's outputs by kind, in order, with their axes: what `write_onnx` wants to be told."""

_WITHOUT_TYPES = ("input_ids", "attention_mask")
_WITH_TYPES = (*_WITHOUT_TYPES, "token_type_ids")

# Of logits, which run to 10 or so: far less than ever decides.
_TOLERANCE = 1e-3
_PROBES = (
    ("Who closed the harbour?", "The harbour master did."),
    ("When?", "The town closed the harbour on Monday, and it stays shut for three weeks or more."),
    ("What was said of buses, night ferries and trains?", "Buses run on. " * 200),
)


@dataclass(frozen=True, slots=True)
class ReaderShape:
    """What a reader's network takes and gives. ``window_tokens`` counts question and passage."""

    kind: Kind
    window_tokens: int
    uses_type_ids: bool

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of what the network takes, in order, each (texts, tokens) int64."""
        return _WITH_TYPES if self.uses_type_ids else _WITHOUT_TYPES


def export_reader(folder: Path, work: Path) -> ReaderShape:
    """Write model.onnx and tokenizer.json of the checkpoint in ``folder`` into ``work``.

    Raises ModelUnusable where it is no reader or cannot be exported, or the export's scores differ
    from the checkpoint's.
    """
    checkpoint = load_checkpoint(folder)
    shape = ReaderShape(checkpoint.kind, checkpoint.window_tokens, checkpoint.uses_type_ids)
    try:
        checkpoint.tokenizer.backend_tokenizer.save(str(work / "tokenizer.json"))
        network = _headed(checkpoint.model, shape)
        write_onnx(network, shape.inputs, OUTPUTS[shape.kind], work / "model.onnx")
        difference = _difference(checkpoint, network, shape, work)
    except Exception as error:  # torch and onnxruntime raise of every kind
        raise refusal(folder, "cannot be exported", error) from error
    if not difference <= _TOLERANCE:
        raise ModelUnusable(
            f"The reader in {folder} cannot be exported: the export's scores differ from its own by"
            f" {difference:.2g}.",
            REMEDY,
        )
    return shape


def _headed(model: Any, shape: ReaderShape) -> Any:
    """The network with its inputs by place and its outputs as they are named in `OUTPUTS`."""
    import torch

    class Reader(torch.nn.Module):
        """A checkpoint's model, with a reader's inputs and outputs."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *tensors: Any) -> Any:
            output = self.model(**dict(zip(shape.inputs, tensors, strict=True)))
            return _TAKEN[shape.kind](output)

    return Reader()


_TAKEN: Mapping[Kind, Callable[[Any], Any]] = {
    "span": lambda output: (output.start_logits, output.end_logits),
    "relevance": lambda output: (output.logits.squeeze(-1),),
}


def _difference(checkpoint: Checkpoint, network: Any, shape: ReaderShape, work: Path) -> float:
    """The greatest difference between a score of the export and the checkpoint's own."""
    exported = _read_at_once(work, shape)
    differences = []
    for row, pair in enumerate(_PROBES):
        for name, wanted in _read_alone(checkpoint, network, shape, pair).items():
            found = exported[name][row]
            # What stands behind it is padding.
            found = found[: len(wanted)] if wanted.ndim else found
            differences.append(np.abs(found - wanted).max())
    # No number where a score is none.
    return float(np.max(differences))


def _read_alone(
    checkpoint: Checkpoint, network: Any, shape: ReaderShape, pair: tuple[str, str]
) -> dict[str, NDArray[np.float32]]:
    import torch

    encoded = checkpoint.tokenizer(
        *pair, truncation="only_second", max_length=shape.window_tokens, return_tensors="pt"
    )
    with torch.no_grad():
        outputs = network(*[encoded[name] for name in shape.inputs])
    return {
        name: output[0].numpy() for name, output in zip(OUTPUTS[shape.kind], outputs, strict=True)
    }


def _read_at_once(work: Path, shape: ReaderShape) -> dict[str, NDArray[np.float32]]:
    encoder = PairEncoder(work / "tokenizer.json", shape.window_tokens)
    arrays = padded([encoder.encode(asked, [("", text)])[0] for asked, text in _PROBES])
    session = open_session(work / "model.onnx", threads=1)
    names = list(OUTPUTS[shape.kind])
    outputs = session.run(names, {name: arrays[name] for name in shape.inputs})
    return dict(zip(names, outputs, strict=True))
