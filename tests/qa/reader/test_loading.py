"""Which checkpoints are readers, and how those that are none are refused."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.errors import ModelUnusable
from index.models.finding import find_model
from qa.reader.loading import load_checkpoint
from tests.qa.reader.made_checkpoints import save_bert, save_roberta


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT for question answering. Not to be changed."""
    return save_bert(tmp_path_factory.mktemp("whole") / "bert", "BertForQuestionAnswering")


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return Path(shutil.copytree(whole, tmp_path / "mine"))


def _edit(path: Path, **changes: Any) -> None:
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


def _refused(folder: Path) -> ModelUnusable:
    with pytest.raises(ModelUnusable) as refused:
        load_checkpoint(folder)
    assert str(folder) in refused.value.problem
    assert "CITEWIRE_READER" in refused.value.remedy
    return refused.value


def test_a_model_for_question_answering_tells_spans(whole: Path) -> None:
    checkpoint = load_checkpoint(whole)
    assert (checkpoint.kind, checkpoint.window_tokens, checkpoint.uses_type_ids) == (
        "span",
        512,
        True,
    )


def test_a_classifier_with_one_label_tells_relevance(tmp_path: Path) -> None:
    folder = save_bert(tmp_path, "BertForSequenceClassification", num_labels=1)
    assert load_checkpoint(folder).kind == "relevance"


def test_a_classifier_with_three_labels_is_no_reader(tmp_path: Path) -> None:
    refused = _refused(save_bert(tmp_path, "BertForSequenceClassification", num_labels=3))
    assert "BertForSequenceClassification with 3 labels" in refused.problem


def test_the_bundled_embedding_model_is_no_reader() -> None:
    assert "no reader: it is BertModel" in _refused(find_model("").folder).problem


def test_a_configuration_that_names_no_architecture_is_no_reader(folder: Path) -> None:
    _edit(folder / "config.json", architectures=None)
    assert "no named kind" in _refused(folder).problem


@pytest.mark.parametrize("config", ["", "{", "[1]", "\x00"])
def test_a_configuration_that_is_none_is_told(folder: Path, config: str) -> None:
    (folder / "config.json").write_text(config)
    assert "config" in _refused(folder).problem


def test_a_folder_without_a_configuration_is_told(folder: Path) -> None:
    (folder / "config.json").unlink()
    assert "holds no config.json" in _refused(folder).problem


def test_a_kind_of_model_that_nobody_knows_is_told(folder: Path) -> None:
    _edit(folder / "config.json", model_type="oracle")
    assert "of a kind that transformers cannot read" in _refused(folder).problem


def test_code_that_comes_with_a_checkpoint_is_not_run(folder: Path) -> None:
    _edit(
        folder / "config.json",
        model_type="oracle",
        auto_map={"AutoConfig": "oracle.Oracle", "AutoModelForQuestionAnswering": "oracle.Net"},
    )
    ran = folder / "ran"
    (folder / "oracle.py").write_text(f"open({str(ran)!r}, 'w').close()\n")
    _refused(folder)
    assert not ran.exists()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda weights: weights[:-1000],
    "cut to a few bytes": lambda weights: weights[:5],
    "overwritten": lambda weights: b"\xff" * len(weights),
    "empty": lambda _: b"",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_weights_that_are_damaged_are_told(folder: Path, damage: str) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(DAMAGES[damage](weights.read_bytes()))
    assert "has weights that cannot be read" in _refused(folder).problem


def test_weights_of_another_size_are_told(folder: Path) -> None:
    _edit(folder / "config.json", intermediate_size=128)
    assert "has weights that cannot be read" in _refused(folder).problem


def test_weights_without_a_head_are_told_and_not_filled_with_random_ones(folder: Path) -> None:
    # As when a bare encoder's configuration is changed by hand.
    save_bert(folder, "BertModel")
    _edit(folder / "config.json", architectures=["BertForQuestionAnswering"])
    refused = _refused(folder)
    assert "lacks weights: qa_outputs.bias, qa_outputs.weight." in refused.problem


def test_a_tokenizer_that_tells_no_places_is_refused(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    (folder / "tokenizer_config.json").write_text('{"tokenizer_class": "ByT5Tokenizer"}')
    refused = _refused(folder)
    assert "ByT5Tokenizer" in refused.problem
    assert "tokenizer.json" in refused.remedy


def test_a_checkpoint_without_a_tokenizer_is_told(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    (folder / "tokenizer_config.json").unlink()
    assert "comes without a tokenizer" in _refused(folder).problem


def test_a_tokenizer_that_is_damaged_is_told(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{")
    assert "has a tokenizer that cannot be read" in _refused(folder).problem


def test_the_tokenizer_of_another_model_is_told(folder: Path, tmp_path: Path) -> None:
    small = save_roberta(tmp_path / "roberta")
    # 30,522 tokens for a network that knows 260.
    shutil.copy(folder / "tokenizer.json", small)
    shutil.copy(folder / "tokenizer_config.json", small)
    refused = _refused(small)
    assert "the tokenizer of another model" in refused.problem
    assert "30,522" in refused.problem


def test_a_tokenizer_that_puts_nothing_before_the_question_leaves_no_place_for_no_answer(
    folder: Path,
) -> None:
    _edit(folder / "tokenizer.json", post_processor=None)
    _edit(folder / "tokenizer_config.json", tokenizer_class="PreTrainedTokenizerFast")
    assert "no token before the question" in _refused(folder).problem


def test_positions_before_that_of_padding_are_not_counted(tmp_path: Path) -> None:
    # The network counts a text's positions from 2 on, behind the one for padding.
    assert load_checkpoint(save_roberta(tmp_path, positions=300)).window_tokens == 298


def test_token_types_are_left_out_where_the_network_knows_but_one(tmp_path: Path) -> None:
    one = save_bert(tmp_path / "one", "BertForQuestionAnswering", type_vocab_size=1)
    assert not load_checkpoint(one).uses_type_ids
    assert not load_checkpoint(save_roberta(tmp_path / "other")).uses_type_ids


def test_the_window_is_the_tokenizers_where_that_is_less(folder: Path) -> None:
    _edit(folder / "tokenizer_config.json", model_max_length=384)
    assert load_checkpoint(folder).window_tokens == 384


def test_a_tokenizer_that_knows_no_window_leaves_it_to_the_network(folder: Path) -> None:
    _edit(folder / "tokenizer_config.json", model_max_length=10**30)
    assert load_checkpoint(folder).window_tokens == 512


def test_a_window_that_hardly_holds_a_question_is_refused(folder: Path) -> None:
    _edit(folder / "tokenizer_config.json", model_max_length=128)
    assert "only 128 tokens at once" in _refused(folder).problem
