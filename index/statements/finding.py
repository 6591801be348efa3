"""Find the statements of an article. Input: its text and its sentences. Output: Statements."""

from collections.abc import Sequence

from index.records import Statement
from index.speakers import voices


def find_statements(
    article_id: str, text: str, spans: Sequence[tuple[int, int]]
) -> tuple[Statement, ...]:
    """The statements of an article, in reading order. ``text`` is the document's, and ``spans`` are
    the sentences of the article's body in order, as offsets into it."""
    heard = voices([text[start:end] for start, end in spans])
    return tuple(
        Statement(article_id, start, end, "said", False, voice.speaker, voice.speaker, None)
        for (start, end), voice in zip(spans, heard, strict=True)
        if voice.is_statement
    )
