"""Tell by its last characters whether a text closes as a sentence does. Input: text."""

import re

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def ends_a_sentence(text: str) -> bool:
    """Whether the text closes with a sentence's punctuation, quotes and brackets aside."""
    return bool(_SENTENCE_END.search(text))
