"""Readers whose every score can be worked out by hand, since a word's id is the number it names."""

from collections.abc import Sequence
from pathlib import Path

import onnx
from onnx import TensorProto, helper
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from index.analysis import stems
from qa.reader.checkpoints import ReaderFiles, finish_reader
from qa.reader.exporting import OUTPUTS, ReaderShape
from qa.reader.loading import Kind
from qa.reader.records import PassageReading, Span, Unread

CLS, SEP, UNKNOWN = 1, 2, 3
WINDOW_TOKENS = 160
_NUMBERS = range(4, 1_000)


class WordsReader:
    """A deterministic fake: counts the question's words that a sentence bears, and gives all of it.
    Notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[Unread, ...]]] = []

    def read(self, question: str, passages: Sequence[Unread]) -> tuple[PassageReading, ...]:
        self.asked.append((question, tuple(passages)))
        words = set(stems(question))
        return tuple(
            PassageReading(
                float(len(words & set(stems(passage.text)))),
                tuple(_shared(words, passage.text, *place) for place in passage.sentences),
            )
            for passage in passages
        )


def _shared(words: set[str], text: str, low: int, high: int) -> Span:
    return Span(low, high, float(len(words & set(stems(text[low:high])))))


def save_tokenizer(path: Path) -> Path:
    """A tokenizer in BERT's manner that knows the numbers from 4 to 999, by their own ids, and no
    other word."""
    known = {"[PAD]": 0, "[CLS]": CLS, "[SEP]": SEP, "[UNK]": UNKNOWN}
    numbers = {str(number): number for number in _NUMBERS}
    tokenizer = Tokenizer(models.WordLevel({**known, **numbers}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", CLS), ("[SEP]", SEP)],
    )
    tokenizer.save(str(path))
    return path


def save_reader(folder: Path, kind: Kind, *, uses_type_ids: bool = True) -> ReaderFiles:
    """A network over that tokenizer's ids.

    A token's start logit is its id and its end logit half of that. The relevance is the greatest id
    of the passage with its title; of the whole window without token types.
    """
    shape = ReaderShape(kind, WINDOW_TOKENS, uses_type_ids)
    folder.mkdir()
    save_tokenizer(folder / "tokenizer.json")
    counted = "token_type_ids" if uses_type_ids else "attention_mask"
    nodes = {
        "start": [helper.make_node("Identity", ["ids"], ["start"])],
        "end": [helper.make_node("Mul", ["ids", "half"], ["end"])],
        "relevance": [
            helper.make_node("Cast", [counted], ["counted"], to=TensorProto.FLOAT),
            helper.make_node("Mul", ["ids", "counted"], ["those"]),
            helper.make_node("ReduceMax", ["those"], ["relevance"], axes=[1], keepdims=0),
        ],
    }
    graph = helper.make_graph(
        [
            helper.make_node("Cast", ["input_ids"], ["ids"], to=TensorProto.FLOAT),
            *(node for name in OUTPUTS[kind] for node in nodes[name]),
        ],
        "reader",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"])
            for name in shape.inputs
        ],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, list(axes))
            for name, axes in OUTPUTS[kind].items()
        ],
        [helper.make_tensor("half", TensorProto.FLOAT, [], [0.5])],
    )
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9),
        folder / "model.onnx",
    )
    return finish_reader(folder, shape, "00" * 32)
