"""Tell what a passage is about beyond its own words. Input: an article, its passages and its
statements. Output: a text to put before each where it is embedded, and nowhere else: it is no part
of the quote.

The headline, the day, and who speaks in it without being named there ("he said").
"""

from bisect import bisect_right
from collections.abc import Sequence

from index.folding import fold
from index.records import Article, Passage, Statement


def heading_contexts(
    text: str, article: Article, passages: Sequence[Passage], statements: Sequence[Statement]
) -> list[str]:
    """A context for each of the article's passages, in the same order.

    ``text`` is the document's, which all offsets refer to.
    """
    unnamed = _unnamed_speakers(text, passages, statements)
    day = f"{article.published:%d %B %Y}".lstrip("0") if article.published else ""
    return [
        "\n".join(filter(None, (article.title, day, ", ".join(speakers)))) for speakers in unnamed
    ]


def _unnamed_speakers(
    text: str, passages: Sequence[Passage], statements: Sequence[Statement]
) -> list[dict[str, None]]:
    """For each passage the speakers of its statements whose names do not stand in it."""
    found: list[dict[str, None]] = [{} for _ in passages]
    starts = [passage.start for passage in passages]
    for said in statements:
        at = bisect_right(starts, said.start) - 1
        if said.name and at >= 0:
            passage = passages[at]
            own = fold(text[passage.start : passage.end])
            if fold(said.name.rsplit(maxsplit=1)[-1]) not in own:
                found[at][said.name] = None
    return found
