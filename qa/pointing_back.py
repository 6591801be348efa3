"""Tell whether what is said is understood only with the sentence before. Input: a Sentence. Output:
yes or no.
"""

import re

from qa.stories import Sentence

# "They protected the record," it said: of whom, the sentence before tells.
_OPENS = re.compile(r"\W*(?:they|their|these|those|he|his|she|her)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:this|that|it|these|those)", re.IGNORECASE)


def opens_with_pronoun(sentence: Sentence) -> bool:
    """Whether it begins with a pronoun for somebody."""
    return _OPENS.match(sentence.quote) is not None


def says_a_pronoun(sentence: Sentence) -> bool:
    """Whether nothing but a pronoun tells what is said in it: "Brandt denied that."."""
    first = min(sentence.said, key=lambda said: said.start, default=None)
    if first is None:
        return False
    words = sentence.quote[max(0, first.start - sentence.start) : first.end - sentence.start]
    return _PRONOUN.fullmatch(words) is not None
