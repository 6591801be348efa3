"""Articles for tests: paragraphs in, statements out."""

from index.records import Statement
from index.sentences import sentence_spans
from index.statements.finding import find_statements


def spans_of(text: str) -> list[tuple[int, int]]:
    """The sentences of paragraphs that stand a line apart."""
    found: list[tuple[int, int]] = []
    at = 0
    for paragraph in text.split("\n\n"):
        found += sentence_spans(text, at, at + len(paragraph))
        at += len(paragraph) + 2
    return found


def found_in(*paragraphs: str) -> tuple[str, tuple[Statement, ...]]:
    """The text that the paragraphs make, and its statements."""
    text = "\n\n".join(paragraphs)
    return text, find_statements("a", text, spans_of(text))


def said_in(*paragraphs: str) -> list[str]:
    """The very words of each statement."""
    text, found = found_in(*paragraphs)
    return [text[said.start : said.end] for said in found]


def names_in(*paragraphs: str) -> list[str | None]:
    """Who says each statement."""
    return [said.name for said in found_in(*paragraphs)[1]]
