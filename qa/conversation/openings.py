"""Change how words open. Input: words of a question. Output: them without what leads them in, or
with a capital."""

from qa.conversation.words import DETERMINERS


def without_article(words: str) -> str:
    """ "meeting" of "the meeting"."""
    first, _, rest = words.partition(" ")
    return rest if first.casefold() in DETERMINERS and rest else words


def without_the(words: str) -> str:
    """ "Hague" of "the Hague"; of "a meeting" all."""
    return words[4:].lstrip() if words[:4].casefold() == "the " else words


def with_capital(question: str) -> str:
    """As a question opens; its other letters stay."""
    return f"{question[:1].upper()}{question[1:]}"
