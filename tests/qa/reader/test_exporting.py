"""The export of a checkpoint, compared with the checkpoint itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.errors import ModelUnusable
from qa.reader.exporting import ReaderShape, export_reader
from tests.qa.reader.made_checkpoints import save_bert, save_gpt, save_roberta

PAIRS = [
    ("Who closed the harbour?", "Harbour closed\nThe harbour master closed it on Monday."),
    ("Türkiye’de kaç asker var?", "Suriye’deki askerî varlığı 🚢 20.000"),
    ("When?", "x"),
    # Far beyond the window: what exceeds it must be cut at the same place.
    ("What was announced?", "The town announced a bridge. " * 300),
]


def _found(work: Path, shape: ReaderShape, pair: tuple[str, str]) -> list[NDArray[np.float32]]:
    """What the export says of the pair, by onnxruntime and tokenizers alone."""
    tokenizer = Tokenizer.from_file(str(work / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(shape.window_tokens, strategy="only_second")
    encoding = tokenizer.encode(*pair)
    given = {
        "input_ids": encoding.ids,
        "attention_mask": encoding.attention_mask,
        "token_type_ids": encoding.type_ids,
    }
    session = onnxruntime.InferenceSession(str(work / "model.onnx"))
    inputs = {name: np.array([given[name]], dtype=np.int64) for name in shape.inputs}
    return [np.asarray(output[0]) for output in session.run(None, inputs)]


def _wanted(model: Any, tokenizer: Any, pair: tuple[str, str]) -> Any:
    import torch

    with torch.no_grad():
        return model(
            **tokenizer(*pair, truncation="only_second", max_length=512, return_tensors="pt")
        )


def _output_names(work: Path) -> list[str]:
    session = onnxruntime.InferenceSession(str(work / "model.onnx"))
    return [output.name for output in session.get_outputs()]


@pytest.mark.parametrize(
    "save", [lambda at: save_bert(at, "BertForQuestionAnswering"), save_roberta]
)
def test_a_model_for_question_answering_tells_spans_as_it_does_itself(
    tmp_path: Path, save: Callable[[Path], Path]
) -> None:
    from transformers import AutoModelForQuestionAnswering, AutoTokenizer

    folder = save(tmp_path / "checkpoint")
    shape = export_reader(folder, tmp_path)
    assert (shape.kind, shape.window_tokens) == ("span", 512)
    assert _output_names(tmp_path) == ["start", "end"]
    model = AutoModelForQuestionAnswering.from_pretrained(folder).eval()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    firsts = []
    for pair in PAIRS:
        wanted = _wanted(model, tokenizer, pair)
        start, end = _found(tmp_path, shape, pair)
        assert start == pytest.approx(wanted.start_logits[0].numpy(), abs=1e-4)
        assert end == pytest.approx(wanted.end_logits[0].numpy(), abs=1e-4)
        firsts.append(round(float(start[0]), 2))
    # Else the weights are too small for the comparison to say anything.
    assert len(set(firsts)) == len(PAIRS)


def test_a_classifier_with_one_label_tells_relevance_as_it_does_itself(tmp_path: Path) -> None:
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    folder = save_bert(tmp_path / "checkpoint", "BertForSequenceClassification", num_labels=1)
    shape = export_reader(folder, tmp_path)
    assert shape == ReaderShape("relevance", 512, True)
    assert _output_names(tmp_path) == ["relevance"]
    model = AutoModelForSequenceClassification.from_pretrained(folder).eval()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    for pair in PAIRS:
        (relevance,) = _found(tmp_path, shape, pair)
        wanted = _wanted(model, tokenizer, pair).logits[0, 0].item()
        assert float(relevance) == pytest.approx(wanted, abs=1e-4)


def test_a_cross_encoder_of_sentence_transformers_is_a_reader(tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder
    from torch.nn import Identity

    folder = save_bert(tmp_path / "bert", "BertForSequenceClassification", num_labels=1)
    model = CrossEncoder(str(folder), device="cpu")
    model.save_pretrained(str(tmp_path / "checkpoint"))
    shape = export_reader(tmp_path / "checkpoint", tmp_path)
    (relevance,) = _found(tmp_path, shape, PAIRS[0])
    (wanted,) = model.predict([PAIRS[0]], activation_fn=Identity(), show_progress_bar=False)
    assert float(relevance) == pytest.approx(float(wanted), abs=1e-4)


def test_a_network_without_token_types_is_given_none(tmp_path: Path) -> None:
    shape = export_reader(save_roberta(tmp_path / "checkpoint"), tmp_path)
    assert not shape.uses_type_ids
    assert shape.inputs == ("input_ids", "attention_mask")
    session = onnxruntime.InferenceSession(str(tmp_path / "model.onnx"))
    assert tuple(each.name for each in session.get_inputs()) == shape.inputs


def test_token_types_tell_the_question_from_the_passage(tmp_path: Path) -> None:
    folder = save_bert(tmp_path / "checkpoint", "BertForQuestionAnswering")
    shape = export_reader(folder, tmp_path)
    assert shape.inputs == ("input_ids", "attention_mask", "token_type_ids")


def test_a_network_whose_scores_are_no_numbers_is_refused(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    folder = save_bert(tmp_path / "checkpoint", "BertForQuestionAnswering")
    weights = load_file(folder / "model.safetensors")
    weights["qa_outputs.bias"] = torch.tensor([float("nan"), 0.0])
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    with pytest.raises(ModelUnusable, match="scores differ from its own by nan") as refused:
        export_reader(folder, tmp_path)
    assert "CITEWIRE_READER" in refused.value.remedy


def test_an_export_that_scores_otherwise_than_the_checkpoint_is_refused(tmp_path: Path) -> None:
    # It takes the zeros that pad a batch for words, and classifies by the last of them.
    folder = save_gpt(tmp_path / "checkpoint")
    with pytest.raises(ModelUnusable, match="scores differ from its own by"):
        export_reader(folder, tmp_path)


def test_an_export_that_cannot_be_written_is_refused_in_the_words_of_the_library(
    tmp_path: Path,
) -> None:
    folder = save_bert(tmp_path / "checkpoint", "BertForQuestionAnswering")
    (tmp_path / "model.onnx").mkdir()
    with pytest.raises(ModelUnusable, match=r"cannot be exported: .+") as refused:
        export_reader(folder, tmp_path)
    assert "CITEWIRE_READER" in refused.value.remedy
