"""Tell what a passage is about beyond its own words. Input: an article and its passages. Output: a
text to put before each where it is embedded, and nowhere else: it is no part of the quote.

The headline, the day, and who speaks in it without being named there ("he said").
"""

from bisect import bisect_right
from collections.abc import Sequence

from index.folding import fold
from index.records import Article, BlockKind, Passage
from index.sentences import sentence_spans
from index.speakers import voices


def heading_contexts(text: str, article: Article, passages: Sequence[Passage]) -> list[str]:
    """A context for each of the article's passages, in the same order.

    ``text`` is the document's, which all offsets refer to.
    """
    unnamed = _unnamed_speakers(text, article, passages)
    day = f"{article.published:%d %B %Y}".lstrip("0") if article.published else ""
    return [
        "\n".join(filter(None, (article.title, day, ", ".join(speakers)))) for speakers in unnamed
    ]


def _unnamed_speakers(
    text: str, article: Article, passages: Sequence[Passage]
) -> list[dict[str, None]]:
    """For each passage the speakers of its sentences whose names do not stand in it."""
    found: list[dict[str, None]] = [{} for _ in passages]
    if len(passages) < 2:
        # All that is said of them stands in the one passage.
        return found
    starts = [passage.start for passage in passages]
    spans = [
        span
        for block in article.blocks
        if block.kind is BlockKind.BODY
        for span in sentence_spans(text, block.start, block.end)
    ]
    heard = voices([text[start:end] for start, end in spans])
    for (start, _), voice in zip(spans, heard, strict=True):
        at = bisect_right(starts, start) - 1
        if voice.speaker and at >= 0:
            passage = passages[at]
            own = fold(text[passage.start : passage.end])
            if fold(voice.speaker.rsplit(maxsplit=1)[-1]) not in own:
                found[at][voice.speaker] = None
    return found
