"""The fitted weights fit what they weigh."""

import json
from pathlib import Path
from typing import Any

import pytest

from qa import weights
from qa.confidence import SIGNALS
from qa.reading import FEATURES
from qa.weights import WEIGHTS_FILE, load_weights


def _shipped() -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(WEIGHTS_FILE.read_text("utf-8"))
    return fields


def test_the_file_has_a_weight_for_each_feature_and_signal_and_no_other() -> None:
    shipped = _shipped()
    assert sorted(shipped["reader"]["weights"]) == sorted(FEATURES)
    assert sorted(shipped["confidence"]["weights"]) == sorted(SIGNALS)


def test_weights_are_loaded_in_the_order_of_what_they_weigh() -> None:
    shipped, loaded = _shipped(), load_weights()
    reader = dict(zip(FEATURES, loaded.reader.tolist(), strict=True))
    calibration = dict(zip(SIGNALS, loaded.calibration.weights.tolist(), strict=True))
    assert reader == shipped["reader"]["weights"]
    assert calibration == shipped["confidence"]["weights"]
    assert loaded.reader_bias == shipped["reader"]["bias"]
    assert loaded.calibration.bias == shipped["confidence"]["bias"]


@pytest.mark.parametrize(("part", "name"), [("reader", FEATURES[0]), ("confidence", SIGNALS[-1])])
def test_a_file_that_lacks_a_weight_is_not_loaded(
    part: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = _shipped()
    del shipped[part]["weights"][name]
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(shipped), "utf-8")
    monkeypatch.setattr(weights, "WEIGHTS_FILE", file)
    with pytest.raises(KeyError, match=name):
        load_weights()
