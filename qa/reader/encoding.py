"""Turn question and passage into what a reader's network takes. Input: texts. Output: Windows.

A passage longer than the network's window is read in strides that overlap. The headline goes before
the passage, since a story seldom repeats it, but no answer is looked for there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

# Of a longer question the end is read: what is asked stands behind what it leans on.
_QUESTION_TOKENS = 64
# How many tokens two strides share: an answer longer than that is not looked for.
_STRIDE_TOKENS = 64


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of tokens as the network reads it.

    ``ids`` and ``type_ids`` are (n,) int64. ``starts`` and ``ends`` are (n,) int64: where each
    token stands in the passage's text, end excluded; -1 for tokens that are not of the passage.
    ``passage`` numbers the pair that it was made of.
    """

    passage: int
    ids: NDArray[np.int64]
    type_ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


class PairEncoder:
    """Encodes (question, title, text) with a network's own tokenizer. Safe to use from threads."""

    def __init__(self, tokenizer_file: Path, window_tokens: int) -> None:
        """Raises Exception, the tokenizers library's own, for a file that is no tokenizer."""
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(
            window_tokens, stride=_STRIDE_TOKENS, strategy="only_second"
        )

    def encode(self, question: str, passages: Sequence[tuple[str, str]]) -> list[Window]:
        """The windows of each (title, text), in order; an empty text gives none."""
        asked = self._within(question)
        windows = []
        for number, (title, text) in enumerate(passages):
            if not text.strip():
                continue
            before = f"{title}\n" if title else ""
            encoding = self._tokenizer.encode(asked, before + text)
            for part in (encoding, *encoding.overflowing):
                windows.append(_window(number, part, len(before)))
        return windows

    def _within(self, question: str) -> str:
        """The question as far as it is read."""
        # As the second of a pair; the last stride holds no fewer tokens than are read.
        encoding = self._tokenizer.encode("", question)
        last = (encoding, *encoding.overflowing)[-1]
        starts = [
            start
            for (start, _), which in zip(last.offsets, last.sequence_ids, strict=True)
            if which == 1
        ]
        return question[starts[-_QUESTION_TOKENS:][0] :] if starts else question


def _window(number: int, encoding: Encoding, before: int) -> Window:
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2) - before
    in_text = np.array([which == 1 for which in encoding.sequence_ids]) & (offsets[:, 0] >= 0)
    return Window(
        passage=number,
        ids=np.array(encoding.ids, dtype=np.int64),
        type_ids=np.array(encoding.type_ids, dtype=np.int64),
        starts=np.where(in_text, offsets[:, 0], -1),
        ends=np.where(in_text, offsets[:, 1], -1),
    )


def padded(windows: Sequence[Window]) -> dict[str, NDArray[np.int64]]:
    """``input_ids``, ``attention_mask`` and ``token_type_ids``, each (n, longest) int64, row i of
    windows[i], zeros behind what is shorter."""
    shape = (len(windows), max((len(window.ids) for window in windows), default=0))
    batch = {
        name: np.zeros(shape, dtype=np.int64)
        for name in ("input_ids", "attention_mask", "token_type_ids")
    }
    for row, window in enumerate(windows):
        length = len(window.ids)
        batch["input_ids"][row, :length] = window.ids
        batch["attention_mask"][row, :length] = 1
        batch["token_type_ids"][row, :length] = window.type_ids
    return batch
