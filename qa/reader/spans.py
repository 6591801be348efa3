"""Find the words that answer. Input: a network's logits for Windows. Output: Spans.

The score of a span is its first token's start logit and its last one's end logit, summed; that of
"none here" is the same sum for the window's first token, and what counts is the difference.
Source: Devlin et al., NAACL 2019, section 4.3.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from qa.reader.encoding import Window
from qa.reader.records import Span

# An answer longer than this is a sentence, which is cited anyway.
_LONGEST_TOKENS = 30


def best_span(
    read: Iterable[tuple[Window, NDArray[np.float32], NDArray[np.float32]]], low: int, high: int
) -> Span | None:
    """The best span within ``low`` to ``high`` of the passage's text, over all its windows.

    ``read`` holds each window with its start and its end logits, (n,) float32. None where no window
    shows a whole token of the stretch.
    """
    found = [
        span
        for window, start, end in read
        if (span := _in_window(window, start, end, low, high)) is not None
    ]
    return max(found, key=lambda span: span.margin, default=None)


def _in_window(
    window: Window, start: NDArray[np.float32], end: NDArray[np.float32], low: int, high: int
) -> Span | None:
    # Tokens of white space alone have no length in some tokenizers; they begin no answer.
    inside = (window.starts >= low) & (window.ends <= high) & (window.ends > window.starts)
    tokens = np.flatnonzero(inside)
    if not len(tokens):
        return None
    sums = start[tokens][:, None] + end[tokens][None, :]
    places = np.arange(len(tokens))
    length = places[None, :] - places[:, None]
    sums = np.where((length >= 0) & (length < _LONGEST_TOKENS), sums, -np.inf)
    first, last = np.unravel_index(int(sums.argmax()), sums.shape)
    return Span(
        int(window.starts[tokens[first]]),
        int(window.ends[tokens[last]]),
        float(sums[first, last] - start[0] - end[0]),
    )
