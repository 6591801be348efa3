"""Score a network on what is held back. Input: the network and Groups. Output: DevScores."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from eval.training.network import ReaderNetwork
from eval.training.records import Group
from qa.reader.encoding import PairEncoder, Window, padded

_QUESTIONS = 250
_WRONG = 4
_BATCH = 32
_LONGEST_ANSWER_TOKENS = 30


@dataclass(frozen=True, slots=True)
class DevScores:
    """On the first encyclopedia questions held back, each with its right passage and the four
    hardest wrong ones; and on as many of single sentences.

    ``f1`` is that of the best span's words in the right passage; ``first`` the share of questions
    whose right passage has the highest relevance; ``first_by_span`` the same by the best span less
    "none here"; ``auroc`` tells right passages from the best wrong ones by relevance.
    """

    f1: float
    first: float
    first_by_span: float
    auroc: float
    sentence_f1: float


def dev_scores(
    network: ReaderNetwork, encoder: PairEncoder, held_back: Sequence[Group]
) -> DevScores:
    """Scores, 0 to 1; 0 where there is no question of the kind."""
    wiki = _spread(
        [g for g in held_back if "wiki" in g.kind and g.right and len(g.wrong) >= _WRONG]
    )
    short = _spread([g for g in held_back if g.kind == "qamr"])
    network.eval()
    firsts, by_span, f1s, best_right, best_wrong = [], [], [], [], []
    for group in wiki:
        assert group.right is not None
        texts = [group.right, *group.wrong[:_WRONG]]
        pairs = [(text.title, text.text) for text in texts]
        relevance, margins, spans = _read(network, encoder, group.question, pairs)
        firsts.append(relevance.argmax() == 0)
        by_span.append(margins.argmax() == 0)
        best_right.append(relevance[0])
        best_wrong.append(relevance[1:].max())
        f1s.append(_f1(spans[0], group.right.spans))
    short_f1s = []
    for group in short:
        assert group.right is not None
        _, _, spans = _read(network, encoder, group.question, [("", group.right.text)])
        short_f1s.append(_f1(spans[0], group.right.spans))
    higher = np.array(best_right)[:, None] > np.array(best_wrong)[None, :]
    return DevScores(_mean(f1s), _mean(firsts), _mean(by_span), _mean(higher), _mean(short_f1s))


def _mean(values: Sequence[float] | NDArray[np.bool_]) -> float:
    """Rounded; 0 where there is nothing to score on."""
    return round(float(np.mean(values)), 4) if len(values) else 0.0


def _spread(groups: Sequence[Group]) -> Sequence[Group]:
    return groups[:: max(1, len(groups) // _QUESTIONS)][:_QUESTIONS]


def _read(
    network: ReaderNetwork, encoder: PairEncoder, question: str, pairs: list[tuple[str, str]]
) -> tuple[NDArray[np.float32], NDArray[np.float32], list[tuple[int, int]]]:
    """For each pair its relevance, its best span's margin over "none here", and that span; of the
    first window alone."""
    firsts: dict[int, Window] = {}
    for window in encoder.encode(question, pairs):
        firsts.setdefault(window.passage, window)
    windows = list(firsts.values())
    inputs = {name: torch.from_numpy(array) for name, array in padded(windows).items()}
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        start, end, relevance = (each.numpy() for each in network(**inputs))
    margins, spans = [], []
    for row, window in enumerate(windows):
        tokens = np.flatnonzero(window.starts >= 0)
        sums = start[row, tokens][:, None] + end[row, tokens][None, :]
        sums = np.where(np.triu(np.ones_like(sums)) > 0, sums, -np.inf)
        sums = np.where(np.tril(np.ones_like(sums), _LONGEST_ANSWER_TOKENS) > 0, sums, -np.inf)
        first, last = np.unravel_index(sums.argmax(), sums.shape)
        margins.append(sums[first, last] - start[row, 0] - end[row, 0])
        spans.append((int(window.starts[tokens[first]]), int(window.ends[tokens[last]])))
    return relevance, np.array(margins), spans


def _f1(span: tuple[int, int], gold: Sequence[tuple[int, int]]) -> float:
    """The best overlap in characters with a gold span, as F1."""

    def one(start: int, end: int) -> float:
        shared = max(0, min(end, span[1]) - max(start, span[0]))
        return 2 * shared / ((end - start) + (span[1] - span[0]))

    return max(one(*each) for each in gold)
