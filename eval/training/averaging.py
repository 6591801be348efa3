"""Join two checkpoints of one line of training into one. Input: two checkpoints. Output: another.

Weights from one basin, of which one run began where the other ended, average to a network that
reads better than either, at the cost of one (Wortsman et al., "Model soups", ICML 2022).
"""

from pathlib import Path

import torch


def average_checkpoints(first: Path, second: Path, share: float, target: Path) -> None:
    """Write to ``target`` the weights of ``first`` with ``share``, 0 to 1, of those of ``second``.

    What is no fraction, such as the tokens' places, is the first's. The checkpoint can be exported
    or begun with; no training goes on from it. Raises KeyError where the networks differ.
    """
    one, other = (torch.load(each, weights_only=True)["network"] for each in (first, second))
    joined = {
        name: (1 - share) * weight + share * other[name] if weight.is_floating_point() else weight
        for name, weight in one.items()
    }
    torch.save({"network": joined}, target)
