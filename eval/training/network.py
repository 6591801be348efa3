"""The network that is trained: the bundled encoder under three heads. Needs torch."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from index.models.finding import find_model
from index.models.onnx_writing import quieten
from qa.reader.encoding import PairEncoder, padded
from qa.reader.records import PassageReading, Span, Unread
from qa.reader.spans import best_span

_DROPOUT = 0.1
# On a processor "eager" takes three quarters of the time of "sdpa" to train, and dropout in the
# attention a tenth more.
_ATTENTION = {"attn_implementation": "eager", "attention_probs_dropout_prob": 0.0}


class ReaderNetwork(nn.Module):
    """Token ids of question and passage in; two logits a token and one a passage out."""

    def __init__(self, encoder_folder: Path) -> None:
        super().__init__()
        quieten()
        from transformers import AutoModel

        self.encoder: Any = AutoModel.from_pretrained(
            str(encoder_folder), add_pooling_layer=False, **_ATTENTION
        )
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(_DROPOUT)
        self.span = nn.Linear(width, 2)
        self.relevance = nn.Linear(width, 1)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Start logits and end logits, each (n, length), and relevance (n,), all float32.

        The first token stands for "no answer here".
        """
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        start, end = self.span(self.dropout(hidden)).float().unbind(-1)
        relevance = self.relevance(self.dropout(hidden[:, 0])).float().squeeze(-1)
        return start, end, relevance


def load_network(checkpoint: Path) -> ReaderNetwork:
    """The network as the checkpoint has it, in its reading mode."""
    network = ReaderNetwork(find_model("").folder)
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    return network.eval()


class TorchReader:
    """The network as a Reader, while it is trained. Of a long passage the first window is read."""

    def __init__(self, network: ReaderNetwork, encoder: PairEncoder) -> None:
        self._network, self._encoder = network, encoder

    def read(self, question: str, passages: Sequence[Unread]) -> tuple[PassageReading, ...]:
        """One reading for each passage, in the same order; none of them may be empty."""
        windows = self._encoder.encode(question, [(each.title, each.text) for each in passages])
        firsts = {window.passage: window for window in reversed(windows)}
        read = [firsts[number] for number in range(len(passages))]
        inputs = {name: torch.from_numpy(array) for name, array in padded(read).items()}
        self._network.eval()
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            start, end, relevance = (each.numpy() for each in self._network(**inputs))
        return tuple(
            PassageReading(
                float(relevance[row]),
                tuple(
                    best_span([(read[row], start[row], end[row])], low, high) or Span(low, high, 0)
                    for low, high in passage.sentences
                ),
            )
            for row, passage in enumerate(passages)
        )
