"""Make a checkpoint of a reader of eight bits. Input: its folder. Output: checkpoint.pt.

A checkpoint is four times as large as the reader that was made of it, and is not kept; a further
run begins as well with the shipped weights, each of which is off by half a step of its scale at
most.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from eval.training.network import ReaderNetwork
from index.models.finding import find_model

_QUANTISED = "_quantized"
# Of what "onnx::MatMul_732_quantized" holds, only the name of the node that it goes to tells.
_PRODUCT = ("/MatMul_quant", "/Gemm_MatMul_quant")
# Words' own vectors are never trained: the bundled model has them in full.
_UNTRAINED = "encoder.embeddings.word_embeddings.weight"


def restore_checkpoint(reader: Path, target: Path) -> None:
    """Write to ``target`` the weights of the network that ``export`` wrote into the folder
    ``reader``, in single precision. The checkpoint can be exported, averaged or begun with; no
    training goes on from it. Raises RuntimeError where it is another network."""
    weights = _weights(onnx.load(str(reader / "model.onnx")).graph)
    network = ReaderNetwork(find_model("").folder)
    of_network = network.state_dict()
    state = {
        name: torch.from_numpy(_turned(value, tuple(of_network[name].shape)))
        for name, value in weights.items()
        if name in of_network and name != _UNTRAINED
    }
    network.load_state_dict({_UNTRAINED: of_network[_UNTRAINED], **state})
    torch.save({"network": network.state_dict()}, target)


def _weights(graph: onnx.GraphProto) -> dict[str, NDArray[np.float32]]:
    """What the graph holds, by the names that the network has for it."""
    held = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    of_node = {
        name: node.name.removesuffix(end).strip("/").replace("/", ".") + ".weight"
        for node in graph.node
        for end in _PRODUCT
        if node.name.endswith(end)
        for name in node.input
        if name.endswith(_QUANTISED) and name in held
    }
    return {
        of_node.get(name, name.removesuffix(_QUANTISED)): _in_full(name, held)
        for name in held
        if not name.endswith(("_scale", "_zero_point"))
    }


def _in_full(name: str, held: dict[str, NDArray[np.generic]]) -> NDArray[np.float32]:
    """A column has a scale of its own, or all of them one."""
    if not name.endswith(_QUANTISED):
        return held[name].astype(np.float32)
    stem = name.removesuffix(_QUANTISED)
    steps, zero, scale = (
        held[each].astype(np.float32) for each in (name, f"{stem}_zero_point", f"{stem}_scale")
    )
    return (steps - zero) * scale


def _turned(value: NDArray[np.float32], shape: tuple[int, ...]) -> NDArray[np.float32]:
    """A graph multiplies from the other side than a layer does."""
    is_square = value.ndim == 2 and value.shape[0] == value.shape[1]
    return np.ascontiguousarray(value.T if is_square or value.shape != shape else value)
