"""The fitted weights of the reader and of the confidence, from weights.json beside this file.

`python -m eval.fitting` writes the file and says what the weights score.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.confidence import SIGNALS, Calibration
from qa.reading import FEATURES

WEIGHTS_FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """The reader's weights in the order of `FEATURES`, its bias, and the confidence's."""

    reader: NDArray[np.float64]
    reader_bias: float
    calibration: Calibration


def load_weights() -> Weights:
    """The weights shipped. Raises KeyError where the file does not fit the features."""
    fields = json.loads(WEIGHTS_FILE.read_text("utf-8"))
    reader, calibration = fields["reader"], fields["confidence"]
    return Weights(
        reader=np.array([reader["weights"][name] for name in FEATURES]),
        reader_bias=reader["bias"],
        calibration=Calibration(
            np.array([calibration["weights"][name] for name in SIGNALS]), calibration["bias"]
        ),
    )
