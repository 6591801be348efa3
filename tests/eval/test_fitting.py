"""Weights are fitted on a SQuAD file, and can be loaded."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval import fitting
from qa import weights
from qa.confidence import SIGNALS
from qa.weighing import FEATURES

TOWNS = ("Veltrin", "Marrow", "Ostby", "Quenna", "Larch", "Tilde", "Umber", "Yarrow", "Zell")
FACTS = (
    ("harbour", "The harbour of {} opened in 1874 after a storm.", "1874"),
    ("museum", "The museum of {} shows a lighthouse lens and three ships.", "three ships"),
    ("ferry", "Every night a ferry leaves {} with some forty passengers.", "forty"),
    ("mayor", "Ada Brook became mayor of {} when she was thirty.", "Ada Brook"),
)
QUESTIONS = {
    "harbour": "When did the harbour of {} open?",
    "museum": "What does the museum of {} show?",
    "ferry": "How many passengers does the ferry of {} have?",
    "mayor": "Who became mayor of {}?",
}


def _squad() -> dict[str, Any]:
    """Nine towns with four paragraphs of one question each, of which a third are left out."""
    return {"data": [{"title": town, "paragraphs": _paragraphs(town)} for town in TOWNS]}


def _paragraphs(town: str) -> list[dict[str, Any]]:
    paragraphs = []
    for subject, fact, answer in FACTS:
        context = f"{fact.format(town)} Nobody in the town remembers the {subject} otherwise."
        span = {"text": answer, "answer_start": context.index(answer)}
        asked = {"question": QUESTIONS[subject].format(town), "answers": [span]}
        paragraphs.append({"context": context, "qas": [asked]})
    return paragraphs


def test_fitted_weights_are_written_with_what_they_score_and_can_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    squad, written = tmp_path / "squad.json", tmp_path / "weights.json"
    squad.write_text(json.dumps(_squad()), encoding="utf-8")
    monkeypatch.setattr(fitting, "WEIGHTS_FILE", written)
    monkeypatch.setattr(weights, "WEIGHTS_FILE", written)
    fitting.main([squad])
    fitted = json.loads(written.read_text("utf-8"))
    loaded = weights.load_weights()
    assert json.loads(capsys.readouterr().out) == fitted
    assert fitted["fitted_on"] == ["squad.json"]
    # The first article of every four is held back: the first, fifth and ninth are asked about, all
    # together and then a few at a time.
    assert fitted["questions"] == 2 * 3 * len(FACTS)
    assert 0 < fitted["held_back"]["answerable"] < fitted["held_back"]["questions"]
    assert loaded.sentence.shape == (len(FEATURES),)
    assert loaded.calibration.weights.shape == (len(SIGNALS),)
    assert loaded.passage == float(fitted["passage"])
