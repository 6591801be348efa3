"""Tests of eval/training/restoring.py: what is restored reads as what is shipped."""

import numpy as np
import pytest
import torch

from eval.training.network import ReaderNetwork, load_network
from eval.training.restoring import restore_checkpoint
from index.models.finding import find_model
from index.models.sessions import open_session
from qa.reader.checkpoints import SHIPPED
from qa.reader.encoding import PairEncoder, padded
from tests.eval.training.making import PASSAGE

_QUESTION = "What closed on Monday?"


@pytest.fixture(scope="module")
def restored(tmp_path_factory: pytest.TempPathFactory) -> ReaderNetwork:
    path = tmp_path_factory.mktemp("restored") / "checkpoint.pt"
    restore_checkpoint(SHIPPED, path)
    return load_network(path)


def test_the_restored_network_reads_as_the_shipped_one(restored: ReaderNetwork) -> None:
    encoder = PairEncoder(SHIPPED / "tokenizer.json", 256)
    arrays = padded(encoder.encode(_QUESTION, [("Harbour closed", PASSAGE)]))
    session = open_session(SHIPPED / "model.onnx", threads=1)
    shipped = session.run(["start", "end", "relevance"], arrays)
    with torch.no_grad():
        logits = restored(**{name: torch.from_numpy(array) for name, array in arrays.items()})
    start, end, relevance = (each.numpy() for each in logits)
    assert start.argmax() == shipped[0].argmax()
    assert end.argmax() == shipped[1].argmax()
    # Eight bits round what is computed as well.
    assert np.corrcoef(start[0], shipped[0][0])[0, 1] > 0.99
    assert abs(float(relevance[0]) - float(shipped[2][0])) < 0.5


def test_words_have_the_bundled_models_vectors_to_the_bit(restored: ReaderNetwork) -> None:
    bundled = ReaderNetwork(find_model("").folder).state_dict()
    name = "encoder.embeddings.word_embeddings.weight"
    assert torch.equal(restored.state_dict()[name], bundled[name])
