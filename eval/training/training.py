"""Train the network. Input: Groups. Output: checkpoint.pt, and a curve of loss and dev scores.

Seeded: the same groups, settings and threads give the same batches. Stopped at any point, it goes
on from the last checkpoint.
"""

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from torch import Tensor

from eval.training.dev import dev_scores
from eval.training.examples import Bundle, Example, Mix, batches, one_pass
from eval.training.losses import loss
from eval.training.network import ReaderNetwork, TorchReader, load_network
from eval.training.records import Group
from index.errors import InvalidRequest
from index.models.finding import find_model
from qa.reader.encoding import PairEncoder, Window, padded

_CHECKPOINT_EVERY = 50
_CLIP = 1.0
_WARM_UP = 0.05


@dataclass(frozen=True, slots=True)
class Settings:
    """How a try is trained."""

    mix: Mix
    steps: int
    batch: int
    rate: float
    window_tokens: int
    dev_every: int
    seed: int


class Trainer:
    """One try, in ``work``: checkpoint.pt and curve.jsonl are kept there."""

    def __init__(
        self,
        work: Path,
        groups: Sequence[Group],
        settings: Settings,
        begin_with: Path | None = None,
    ) -> None:
        self._work, self._settings = work, settings
        self._groups = groups
        folder = find_model("").folder
        self._encoder = PairEncoder(folder / "tokenizer.json", settings.window_tokens)
        torch.manual_seed(settings.seed)
        self._network = load_network(begin_with) if begin_with else ReaderNetwork(folder)
        # Words that training never shows keep their place among those that it does; and half of all
        # weights are these.
        self._network.encoder.embeddings.word_embeddings.requires_grad_(False)
        self._optimizer = torch.optim.AdamW(
            self._network.parameters(), lr=settings.rate, weight_decay=0.01, fused=True
        )
        trained_on = [group for group in groups if not group.held_back]
        self._made_of = hashlib.sha256(repr(trained_on).encode()).hexdigest()
        self._plan = list(islice(_batches(trained_on, settings), settings.steps))
        self._step = 0
        # Since the last row of the curve.
        self._losses: list[float] = []
        self._spent_s = 0.0

    def train(self) -> ReaderNetwork:
        """Go through all batches from the last checkpoint on."""
        self._resume()
        began = time.monotonic() - self._spent_s
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeRemainingColumn()) as progress:
            task = progress.add_task("training", total=len(self._plan), completed=self._step)
            while self._step < len(self._plan):
                self._losses.append(self._one_step(self._plan[self._step]))
                self._step += 1
                self._spent_s = time.monotonic() - began
                is_last = self._step == len(self._plan)
                if self._step % self._settings.dev_every == 0 or is_last:
                    self._note(float(np.mean(self._losses)))
                    self._losses = []
                if self._step % _CHECKPOINT_EVERY == 0 or is_last:
                    self._save()
                text = f"loss {np.mean(self._losses[-50:]):.3f}" if self._losses else "training"
                progress.update(task, completed=self._step, description=text)
        return self._network

    def _one_step(self, batch: Sequence[Bundle]) -> float:
        for group in self._optimizer.param_groups:
            group["lr"] = self._settings.rate * _share_of_rate(self._step / len(self._plan))
        self._network.train()
        inputs, in_text, spans, bundles = _tensors(self._encoder, batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = self._network(**inputs)
        value = loss(logits, in_text, spans, bundles)
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), _CLIP)
        self._optimizer.step()
        # Kept and emptied: to claim 100 MB anew at each step costs a tenth of it.
        self._optimizer.zero_grad(set_to_none=False)
        return float(value.detach())

    def _note(self, mean_loss: float) -> None:
        scores = dev_scores(TorchReader(self._network, self._encoder), self._groups)
        row = {
            "step": self._step,
            "of": len(self._plan),
            "minutes": round(self._spent_s / 60, 1),
            "loss": round(mean_loss, 4),
            **asdict(scores),
        }
        with (self._work / "curve.jsonl").open("a", encoding="utf-8") as curve:
            curve.write(json.dumps(row) + "\n")
        print(row, flush=True)

    def _save(self) -> None:
        state = {
            "step": self._step,
            "spent_s": self._spent_s,
            "settings": repr(self._settings),
            "groups": self._made_of,
            "losses": self._losses,
            "network": self._network.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "random": torch.get_rng_state(),
        }
        # So that a kill while it is written leaves the one before.
        half = self._work / "checkpoint.half"
        torch.save(state, half)
        half.replace(self._work / "checkpoint.pt")

    def _resume(self) -> None:
        path = self._work / "checkpoint.pt"
        if not path.exists():
            return
        state: dict[str, Any] = torch.load(path, weights_only=True)
        if (state["settings"], state["groups"]) != (repr(self._settings), self._made_of):
            raise InvalidRequest(
                f"{path} was trained with other settings, or on other groups.",
                "Choose another folder.",
            )
        self._network.load_state_dict(state["network"])
        self._optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        self._step, self._spent_s = state["step"], state["spent_s"]
        self._losses = state["losses"]


def _batches(groups: Sequence[Group], settings: Settings) -> Iterator[list[Bundle]]:
    """Pass after pass, each dealt anew."""
    for seed in count(settings.seed):
        yield from batches(one_pass(groups, settings.mix, seed), settings.batch, seed)


def _share_of_rate(done: float) -> float:
    """Up from nothing, then down to nothing, both in a line."""
    return done / _WARM_UP if done < _WARM_UP else (1 - done) / (1 - _WARM_UP)


def _tensors(
    encoder: PairEncoder, batch: Sequence[Bundle]
) -> tuple[dict[str, Tensor], Tensor, Tensor, list[list[int]]]:
    windows: list[Window] = []
    spans: list[tuple[int, int]] = []
    bundles: list[list[int]] = []
    for bundle in batch:
        rows = []
        for example in bundle:
            window, span = _window(encoder, example)
            rows.append(len(windows))
            windows.append(window)
            spans.append(span)
        bundles.append(rows)
    arrays = padded(windows)
    in_text = torch.zeros(arrays["input_ids"].shape, dtype=torch.bool)
    for row, window in enumerate(windows):
        in_text[row, : len(window.starts)] = torch.from_numpy(window.starts >= 0)
    inputs = {name: torch.from_numpy(array) for name, array in arrays.items()}
    return inputs, in_text, torch.tensor(spans), bundles


def _window(encoder: PairEncoder, example: Example) -> tuple[Window, tuple[int, int]]:
    """The window that holds the answer, with its first and last token; the first window and (0, 0)
    where there is none."""
    windows = encoder.encode(example.question, [(example.title, example.text)])
    if example.span:
        start, end = example.span
        for window in windows:
            first = np.flatnonzero((window.ends > start) & (window.starts >= 0))
            last = np.flatnonzero((window.starts < end) & (window.starts >= 0))
            whole = len(first) and len(last) and window.starts[first[0]] <= start
            if whole and window.ends[last[-1]] >= end:
                return window, (int(first[0]), int(last[-1]))
    return windows[0], (0, 0)
