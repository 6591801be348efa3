"""Name who said it. Input: a question on who said something, a sentence. Output: a name.

The reader may point at "he": what is asked for is the name that the article gives.
"""

from qa.speech.asking import asks_quoted, asks_who_said
from qa.speech.quoted import bears
from qa.stories import Sentence
from qa.understanding import Query


def speaker_of_quoted(query: Query, sentence: Sentence) -> str:
    """The speaker of the words that the question quotes, where the sentence bears them; else
    nothing."""
    if not any(bears(sentence, words) for words in asks_quoted(query)):
        return ""
    return sentence.speaker or ""


def is_quoted(query: Query) -> bool:
    """Whether the speaker of quoted words is asked for: only those words may answer."""
    return asks_who_said(query) and bool(asks_quoted(query))
