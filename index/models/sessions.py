"""Open an exported network. Input: a file that `write_onnx` wrote. Output: a session."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def open_session(path: Path, threads: int) -> "InferenceSession":
    """The network, to be run on ``threads`` threads. Raises Exception, onnxruntime's own, for a
    file that is no network."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # Spinning threads starve every other process of a small machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Optimised when it was written.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(str(path), options)
