"""The fitted weights of sentences, passages and confidence, from weights.json beside this file.

`python -m eval.fitting` writes the file and says what the weights score.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.confidence import SIGNALS, Calibration
from qa.weighing import FEATURES

WEIGHTS_FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """A sentence's weights in the order of `FEATURES` and their bias; that of a passage's reading
    beside its fused score; and the confidence's."""

    sentence: NDArray[np.float64]
    sentence_bias: float
    passage: float
    calibration: Calibration


def load_weights() -> Weights:
    """The weights shipped. Raises KeyError where the file does not fit the features."""
    fields = json.loads(WEIGHTS_FILE.read_text("utf-8"))
    sentence, calibration = fields["sentence"], fields["confidence"]
    return Weights(
        sentence=np.array([sentence["weights"][name] for name in FEATURES]),
        sentence_bias=sentence["bias"],
        passage=fields["passage"],
        calibration=Calibration(
            np.array([calibration["weights"][name] for name in SIGNALS]), calibration["bias"]
        ),
    )
