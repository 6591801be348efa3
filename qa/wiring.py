"""Join the room's parts: the one place that opens the index and loads the model and the weights."""

from pathlib import Path

from index.models.embedding import require_same_weights
from index.opening import LiveIndex
from index.records import Fact
from index.settings import read_settings as read_index_settings
from index.wiring import open_embedder
from qa.engine import Engine
from qa.reader.checkpoints import find_reader
from qa.reader.network import NetworkReader, Reader
from qa.settings import QaSettings, read_settings
from qa.weights import load_weights


def open_engine(folder: str | Path) -> Engine:
    """An engine over the index in ``folder``, with the embedding model that it was made with.

    Raises IndexMissing, IndexForeign, IndexDamaged, IndexBusy, ModelUnusable or InvalidRequest.
    """
    live = LiveIndex(Path(folder))
    store = live.current().store
    embedder = open_embedder(store.fact(Fact.MODEL) or "", read_index_settings())
    require_same_weights(embedder, store.fact(Fact.FINGERPRINT), Path(folder))
    settings = read_settings()
    return Engine(live, embedder, open_reader(settings), load_weights(), settings)


def open_reader(settings: QaSettings) -> Reader:
    """The reader that is set, opened. Raises ModelUnusable."""
    shared = read_index_settings()
    return NetworkReader(find_reader(settings.reader, shared.cache), shared.threads)
