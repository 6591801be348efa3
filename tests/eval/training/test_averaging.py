"""Tests of eval/training/averaging.py."""

from pathlib import Path

import pytest
import torch

from eval.training.averaging import average_checkpoints


def _checkpoint(path: Path, weight: list[float], place: int, name: str = "head") -> Path:
    network = {name: torch.tensor(weight), "places": torch.tensor([place])}
    torch.save({"network": network, "step": 3}, path)
    return path


def test_each_weight_is_the_mean_by_share_and_what_is_no_fraction_the_firsts(
    tmp_path: Path,
) -> None:
    first = _checkpoint(tmp_path / "first.pt", [1.0, -2.0], place=1)
    second = _checkpoint(tmp_path / "second.pt", [2.0, 0.0], place=2)
    average_checkpoints(first, second, 0.25, tmp_path / "joined.pt")
    network = torch.load(tmp_path / "joined.pt", weights_only=True)["network"]
    assert network["head"].tolist() == [1.25, -1.5]
    assert network["places"].tolist() == [1]


def test_networks_of_other_parts_are_not_averaged(tmp_path: Path) -> None:
    first = _checkpoint(tmp_path / "first.pt", [1.0], place=1)
    second = _checkpoint(tmp_path / "second.pt", [1.0], place=1, name="body")
    with pytest.raises(KeyError):
        average_checkpoints(first, second, 0.5, tmp_path / "joined.pt")
