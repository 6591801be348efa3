"""Name who said it. Input: a question on who said something, a sentence. Output: a name.

The reader may point at "he": what is asked for is the name that the article gives.
"""

from qa.speech.asking import asks_quoted, asks_who_said
from qa.speech.quoted import bears
from qa.stories import Sentence
from qa.understanding import Query


def speaker_of_said(query: Query, sentence: Sentence) -> str:
    """The speaker of what the question asks after, in as many words of the name as stand in the
    sentence; nothing where none do, where it asks something else, or where it quotes words that
    the sentence does not bear."""
    quoted = asks_quoted(query)
    if not asks_who_said(query) or (quoted and not any(bears(sentence, each) for each in quoted)):
        return ""
    name = (sentence.speaker or "").split()
    shorter = [" ".join(name[first:]) for first in range(len(name))]
    # Khafaji is al-Khafaji.
    bare = name[-1].partition("-")[2] if name else ""
    return next((each for each in (*shorter, bare) if each and each in sentence.shown), "")


def is_quoted(query: Query) -> bool:
    """Whether the speaker of quoted words is asked for: only those words may answer."""
    return asks_who_said(query) and bool(asks_quoted(query))
