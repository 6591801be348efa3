"""Tell the language that a text is written in. Input: its paragraphs. Output: an ISO 639-1 code."""

from collections.abc import Iterable

# A few words may be of several languages; more than this much text makes no surer.
_LEAST_CHARS, _MOST_CHARS = 60, 600


def detect_language(paragraphs: Iterable[str]) -> str | None:
    """The language of the text, "en" for English; None where there is too little of it to tell."""
    text = ""
    for paragraph in paragraphs:
        text = f"{text} {paragraph}"
        if len(text) > _MOST_CHARS:
            break
    if sum(character.isalpha() for character in text) < _LEAST_CHARS:
        return None
    import py3langid

    language, _score = py3langid.classify(text[:_MOST_CHARS])
    return str(language)
