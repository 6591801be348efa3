"""The vectors of sentences, made when a question needs them and kept. Input: sentences."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder
from qa.stories import Sentence

# 30 MB at 384 dimensions: the sentences of a thousand articles.
_KEPT = 20_000


class SentenceVectors:
    """Embeds each sentence once for as long as it is asked about. Safe to use from threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._lock = Lock()
        self._kept: OrderedDict[tuple[str, int], NDArray[np.float32]] = OrderedDict()

    def vectors(self, sentences: Sequence[Sentence]) -> NDArray[np.float32]:
        """(n, d) float32, unit length, row i is sentences[i]."""
        keys = [(sentence.article_id, sentence.start) for sentence in sentences]
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
        new = [at for at, key in enumerate(keys) if key not in found]
        made = self._embedder.embed_passages([sentences[at].shown for at in new])
        found.update({keys[at]: vector for at, vector in zip(new, made, strict=True)})
        with self._lock:
            for key in keys:
                self._kept[key] = found[key]
                self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return np.array([found[key] for key in keys], dtype=np.float32).reshape(
            len(keys), self._embedder.dimension
        )
