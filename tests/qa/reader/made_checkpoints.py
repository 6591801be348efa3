"""Tiny checkpoints with random weights, which read nothing but have all that a real one has."""

from importlib import import_module
from pathlib import Path
from typing import Any

from index.models.finding import find_model

_SMALL: dict[str, Any] = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
}


def save_bert(folder: Path, architecture: str, **config: Any) -> Path:
    """A BERT of this architecture, with the bundled model's tokenizer; config over the usual."""
    transformers = _transformers()
    settings = transformers.BertConfig(**{**_SMALL, "vocab_size": 30_522, **config})
    tokenizer = transformers.AutoTokenizer.from_pretrained(find_model("").folder)
    return _save(getattr(transformers, architecture)(settings), tokenizer, folder)


def save_roberta(folder: Path, positions: int = 514) -> Path:
    """A RoBERTa for question answering: another tokenizer, no token types, padding of id 1."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers

    transformers = _transformers()
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([], trainer)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        cls_token="<s>",
        pad_token="<pad>",
        sep_token="</s>",
        eos_token="</s>",
        unk_token="<unk>",
        model_max_length=512,
    )
    settings = transformers.RobertaConfig(
        **_SMALL, vocab_size=len(fast), max_position_embeddings=positions, type_vocab_size=1
    )
    return _save(transformers.RobertaForQuestionAnswering(settings), fast, folder)


def save_gpt(folder: Path) -> Path:
    """A GPT-2 that classifies by the last token whose id is not 1, its padding."""
    transformers = _transformers()
    settings = transformers.GPT2Config(
        vocab_size=30_522,
        n_embd=32,
        n_layer=2,
        n_head=2,
        num_labels=1,
        bos_token_id=101,
        eos_token_id=102,
        pad_token_id=1,
    )
    tokenizer = transformers.AutoTokenizer.from_pretrained(find_model("").folder)
    return _save(transformers.GPT2ForSequenceClassification(settings), tokenizer, folder)


def _transformers() -> Any:
    """The library, which takes seconds to import and whose types say less than it takes."""
    return import_module("transformers")


def _save(model: Any, tokenizer: Any, folder: Path) -> Path:
    import torch

    generator = torch.Generator().manual_seed(5)
    with torch.no_grad():
        for name, weights in model.named_parameters():
            # As they come, the weights are so small that every text gets nearly the same scores.
            if "LayerNorm" not in name and "ln_" not in name:
                weights.normal_(std=0.3, generator=generator)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
