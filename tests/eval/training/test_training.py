"""A network is trained, stopped, and goes on."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch

from eval.training import training
from eval.training.examples import Mix, Share
from eval.training.training import Settings, Trainer
from index.errors import InvalidRequest
from tests.eval.training.making import HARBOUR, LIGHTHOUSE, group, text

MIX = Mix({"new_wiki_train": Share(1.0, 1)}, as_sentences=0.0, swapped=0.0, reworded=0.0)
HELD_BACK = group(
    "Who sails?",
    text("Gravik sails west.", "Gravik"),
    *[text(f"Bread {number} is dear.") for number in range(4)],
    held_back=True,
)
GROUPS = [HARBOUR, LIGHTHOUSE, HELD_BACK]


def _settings(steps: int = 4) -> Settings:
    return Settings(MIX, steps, batch=2, rate=1e-3, window_tokens=160, dev_every=2, seed=1)


def _weights(work: Path) -> dict[str, torch.Tensor]:
    state: dict[str, Any] = torch.load(work / "checkpoint.pt", weights_only=True)
    weights: dict[str, torch.Tensor] = state["network"]
    return weights


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which four steps were trained without a stop."""
    work = tmp_path_factory.mktemp("trained")
    Trainer(work, GROUPS, _settings()).train()
    return work


def test_the_loss_falls_on_what_is_read_again_and_again(trained: Path) -> None:
    curve = [json.loads(line) for line in (trained / "curve.jsonl").read_text("utf-8").splitlines()]
    assert [row["step"] for row in curve] == [2, 4]
    assert curve[1]["loss"] < curve[0]["loss"]


def test_the_curve_has_the_dev_scores(trained: Path) -> None:
    last = json.loads((trained / "curve.jsonl").read_text("utf-8").splitlines()[-1])
    assert 0 <= last["sentence_f1"] <= 1
    for name in ("f1", "first", "first_by_span", "auroc"):
        assert 0 <= last["encyclopedia"][name] <= 1


def test_stopped_it_goes_on_to_the_same_weights(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_CHECKPOINT_EVERY", 2)
    stopped = Trainer(tmp_path, GROUPS, _settings())
    step, one_step = 0, stopped._one_step

    def interrupted(*args: Any) -> float:
        nonlocal step
        step += 1
        if step == 4:
            raise KeyboardInterrupt
        return one_step(*args)

    monkeypatch.setattr(stopped, "_one_step", interrupted)
    with pytest.raises(KeyboardInterrupt):
        stopped.train()
    Trainer(tmp_path, GROUPS, _settings()).train()
    expected, found = _weights(trained), _weights(tmp_path)
    assert all(torch.equal(found[name], expected[name]) for name in expected)


def test_a_checkpoint_of_other_settings_is_not_gone_on_from(trained: Path, tmp_path: Path) -> None:
    shutil.copy(trained / "checkpoint.pt", tmp_path)
    with pytest.raises(InvalidRequest, match="other settings"):
        Trainer(tmp_path, GROUPS, _settings(steps=6)).train()
    with pytest.raises(InvalidRequest, match="other groups"):
        Trainer(tmp_path, [HARBOUR], _settings()).train()


def test_a_further_run_begins_with_the_weights_of_another(trained: Path, tmp_path: Path) -> None:
    begun = Trainer(tmp_path, GROUPS, _settings(steps=0), trained / "checkpoint.pt").train()
    expected = _weights(trained)
    assert all(torch.equal(value, expected[name]) for name, value in begun.state_dict().items())
