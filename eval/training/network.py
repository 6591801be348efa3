"""The network that is trained: the bundled encoder under three heads. Needs torch."""

from pathlib import Path
from typing import Any

from torch import Tensor, nn

_DROPOUT = 0.1


class ReaderNetwork(nn.Module):
    """Token ids of question and passage in; two logits a token and one a passage out."""

    def __init__(self, encoder_folder: Path) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder: Any = AutoModel.from_pretrained(
            str(encoder_folder), add_pooling_layer=False, attn_implementation="sdpa"
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
