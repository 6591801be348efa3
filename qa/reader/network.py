"""Run a reader's network. Input: a question and passages. Output: PassageReadings.

onnxruntime runs it; torch is not needed. A network tells spans, relevance or both: where it tells
spans alone, a passage is as relevant as its best one; where it tells relevance alone, each sentence
is read by itself as well.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelUnusable
from index.models.sessions import open_session
from qa.reader.checkpoints import ReaderFiles
from qa.reader.encoding import PairEncoder, Window, padded
from qa.reader.records import PassageReading, Span, Unread
from qa.reader.spans import best_span

# What no network says: a sentence of which no token is in a window.
_UNSEEN = -20.0

_Logits = dict[str, NDArray[np.float32]]


class Reader(Protocol):
    """Reads a question and passages together."""

    def read(self, question: str, passages: Sequence[Unread]) -> tuple[PassageReading, ...]:
        """One reading for each passage, in the same order."""
        ...


class NetworkReader:
    """A trained network, opened. Safe to use from threads."""

    def __init__(self, files: ReaderFiles, threads: int) -> None:
        try:
            self._session = open_session(files.onnx, threads=1)
            self._encoder = PairEncoder(files.tokenizer, files.facts.window_tokens)
        except Exception as error:  # both libraries raise bare Exception subclasses of their own
            raise ModelUnusable(
                f"The reader in {files.folder} cannot be loaded.",
                f"Where {files.folder} is in the cache, delete it: it is made anew at the next use."
                " Else name another reader, or unset CITEWIRE_READER for the one that comes with"
                " Citewire.",
            ) from error
        # A window is too little work to share among threads: each reads one of its own.
        self._readers = ThreadPoolExecutor(threads, "reader")
        self._inputs = {each.name for each in self._session.get_inputs()}
        self._outputs = [each.name for each in self._session.get_outputs()]

    def read(self, question: str, passages: Sequence[Unread]) -> tuple[PassageReading, ...]:
        windows = self._encoder.encode(question, [(each.title, each.text) for each in passages])
        of_passage: list[list[tuple[Window, _Logits]]] = [[] for _ in passages]
        for window, logits in self._logits(windows):
            of_passage[window.passage].append((window, logits))
        if "start" in self._outputs:
            return tuple(map(_by_span, passages, of_passage))
        return tuple(
            self._by_sentence(question, passage, read)
            for passage, read in zip(passages, of_passage, strict=True)
        )

    def _by_sentence(
        self, question: str, passage: Unread, read: Sequence[tuple[Window, _Logits]]
    ) -> PassageReading:
        texts = [(passage.title, passage.text[low:high]) for low, high in passage.sentences]
        best = [_UNSEEN] * len(texts)
        for window, logits in self._logits(self._encoder.encode(question, texts)):
            best[window.passage] = max(best[window.passage], float(logits["relevance"]))
        spans = tuple(
            Span(low, high, margin)
            for (low, high), margin in zip(passage.sentences, best, strict=True)
        )
        relevance = [float(logits["relevance"]) for _, logits in read]
        return PassageReading(max(relevance, default=_UNSEEN), spans, has_words=False)

    def _logits(self, windows: Sequence[Window]) -> Iterator[tuple[Window, _Logits]]:
        """Each window, in order, with every output of its own."""
        return zip(windows, self._readers.map(self._run, windows), strict=True)

    def _run(self, window: Window) -> _Logits:
        """The outputs of one window read alone.

        A network of eight bits scales what it computes by the batch, so that company would change
        what is read; and without padding it takes no longer.
        """
        arrays = {k: v for k, v in padded([window]).items() if k in self._inputs}
        outputs = self._session.run(self._outputs, arrays)
        return {
            name: np.asarray(values[0], dtype=np.float32)
            for name, values in zip(self._outputs, outputs, strict=True)
        }


def _by_span(passage: Unread, read: Sequence[tuple[Window, _Logits]]) -> PassageReading:
    logits = [(window, each["start"], each["end"]) for window, each in read]
    spans = tuple(
        best_span(logits, low, high) or Span(low, high, _UNSEEN) for low, high in passage.sentences
    )
    told = [float(each["relevance"]) for _, each in read if "relevance" in each]
    best = max((span.margin for span in spans), default=_UNSEEN)
    return PassageReading(max(told, default=best), spans)
