"""What is written as ONNX gives what the torch network gives, at any size."""

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch

from index.models.onnx_writing import write_onnx


class _Sums(torch.nn.Module):
    """Each token's id twice, and the sum of a text's ids where they are attended to."""

    def forward(self, ids: Any, mask: Any) -> Any:
        return ids.float() * 2, (ids * mask).sum(1).float()


def test_outputs_have_the_names_given_and_the_sizes_of_the_inputs(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    outputs = {"twice": ("texts", "tokens"), "sum": ("texts",)}
    write_onnx(_Sums(), ("ids", "mask"), outputs, path)
    assert list(tmp_path.iterdir()) == [path]
    session = onnxruntime.InferenceSession(str(path))
    for ids, mask in (([[1, 2, 3]], [[1, 1, 0]]), ([[5], [7], [9]], [[1], [0], [1]])):
        given = {"ids": np.array(ids), "mask": np.array(mask)}
        twice, total = session.run(["twice", "sum"], given)
        assert twice.tolist() == [[2 * each for each in row] for row in ids]
        assert total.tolist() == ([3] if len(ids) == 1 else [5, 0, 9])
