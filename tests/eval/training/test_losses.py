"""What is minimised, worked out by hand."""

import math

import pytest
import torch
from torch import Tensor

from eval.training.losses import loss

# Three tokens: the first of all, and two of the passage.
IN_TEXT = torch.tensor([[False, True, True], [False, True, True]])
EVEN = (torch.zeros(2, 3), torch.zeros(2, 3), torch.zeros(2))


def _loss(logits: tuple[Tensor, Tensor, Tensor], spans: list[tuple[int, int]]) -> float:
    return float(loss(logits, IN_TEXT, torch.tensor(spans), [[0, 1]]))


def test_a_network_that_knows_nothing_loses_by_chance() -> None:
    # Start and end: one of three each, halved; half of one of two; half of a coin's toss.
    expected = math.log(3) + 0.5 * math.log(2) + 0.5 * math.log(2)
    assert _loss(EVEN, [(1, 2), (0, 0)]) == pytest.approx(expected)


def test_tokens_outside_of_the_passage_cannot_answer() -> None:
    only_first = torch.tensor([[False, True, False], [False, True, False]])
    value = float(loss(EVEN, only_first, torch.tensor([(1, 1), (0, 0)]), [[0, 1]]))
    assert value == pytest.approx(math.log(2) + 0.5 * math.log(2) + 0.5 * math.log(2))


def test_the_right_words_and_the_right_passage_lose_less() -> None:
    start, end = torch.zeros(2, 3), torch.zeros(2, 3)
    start[0, 1], end[0, 2], start[1, 0], end[1, 0] = 9.0, 9.0, 9.0, 9.0
    knowing = (start, end, torch.tensor([9.0, -9.0]))
    assert _loss(knowing, [(1, 2), (0, 0)]) < 0.01
    mistaken = (start, end, torch.tensor([-9.0, 9.0]))
    assert _loss(mistaken, [(1, 2), (0, 0)]) > 9


def test_questions_that_nothing_answers_are_not_ranked() -> None:
    # No listwise part: log 3, and half of log 2.
    expected = math.log(3) + 0.5 * math.log(2)
    assert _loss(EVEN, [(0, 0), (0, 0)]) == pytest.approx(expected)
