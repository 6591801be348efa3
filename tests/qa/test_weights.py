"""The fitted weights fit what they weigh."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from qa import weights
from qa.confidence import SIGNALS
from qa.weighing import FEATURES
from qa.weights import WEIGHTS_FILE, load_weights


def _shipped() -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(WEIGHTS_FILE.read_text("utf-8"))
    return fields


def test_the_file_has_a_weight_for_each_feature_and_signal_and_no_other() -> None:
    shipped = _shipped()
    assert sorted(shipped["sentence"]["weights"]) == sorted(FEATURES)
    assert sorted(shipped["confidence"]["weights"]) == sorted(SIGNALS)


def test_weights_are_loaded_in_the_order_of_what_they_weigh() -> None:
    shipped, loaded = _shipped(), load_weights()
    sentence = dict(zip(FEATURES, loaded.sentence.tolist(), strict=True))
    calibration = dict(zip(SIGNALS, loaded.calibration.weights.tolist(), strict=True))
    assert sentence == shipped["sentence"]["weights"]
    assert calibration == shipped["confidence"]["weights"]
    assert loaded.sentence_bias == shipped["sentence"]["bias"]
    assert loaded.passage == shipped["passage"]
    assert loaded.calibration.bias == shipped["confidence"]["bias"]


def test_every_weight_is_a_number_and_the_reader_counts_for_a_passage_and_not_against_it() -> None:
    loaded = load_weights()
    values = [
        *loaded.sentence.tolist(),
        *loaded.calibration.weights.tolist(),
        loaded.sentence_bias,
        loaded.calibration.bias,
    ]
    assert all(map(math.isfinite, values))
    assert 0 <= loaded.passage < math.inf


@pytest.mark.parametrize(
    ("part", "name"),
    [("sentence", FEATURES[0]), ("confidence", SIGNALS[-1]), (None, "passage")],
)
def test_a_file_that_lacks_a_weight_is_not_loaded(
    part: str | None, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = _shipped()
    del (shipped[part]["weights"] if part else shipped)[name]
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(shipped), "utf-8")
    monkeypatch.setattr(weights, "WEIGHTS_FILE", file)
    with pytest.raises(KeyError, match=name):
        load_weights()
