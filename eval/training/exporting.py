"""Make what can be shipped of what was trained. Input: checkpoint.pt. Output: full/ and int8/.

The weights are quantised to eight bits, which onnxruntime computes with directly: a quarter of the
size, and faster. What that costs is told by the dev scores of both.
"""

import logging
import shutil
from pathlib import Path

from eval.training.network import load_network
from index.models.checksums import sha256_of
from index.models.finding import find_model
from index.models.onnx_writing import optimise_onnx, write_onnx
from qa.reader.checkpoints import ReaderFiles, finish_reader
from qa.reader.exporting import OUTPUTS, ReaderShape


def export(checkpoint: Path, target: Path, window_tokens: int) -> tuple[ReaderFiles, ReaderFiles]:
    """Two readers, in folders of ``target``: ``full``, in single precision, and ``int8``."""
    bundled = find_model("").folder
    network = load_network(checkpoint)
    shape = ReaderShape("both", window_tokens, uses_type_ids=True)
    sha256 = sha256_of(checkpoint)
    for name in ("full", "int8"):
        (target / name).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(bundled / "tokenizer.json", target / name / "tokenizer.json")
    full, int8 = target / "full" / "model.onnx", target / "int8" / "model.onnx"
    write_onnx(network, shape.inputs, OUTPUTS["both"], full)
    _quantise(full, int8)
    return (
        finish_reader(target / "full", shape, sha256),
        finish_reader(target / "int8", shape, sha256),
    )


def _quantise(full: Path, small: Path) -> None:
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    # It advises a step that the export has had already.
    root = logging.getLogger()
    level = root.level
    raw = small.with_suffix(".raw.onnx")
    root.setLevel(logging.ERROR)
    try:
        quantize_dynamic(
            full,
            raw,
            weight_type=QuantType.QInt8,
            per_channel=True,
            # Fused operators are of a domain whose types it cannot infer.
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    finally:
        root.setLevel(level)
    optimise_onnx(raw, small)
