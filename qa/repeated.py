"""Leave out passages that repeat others, so that each text is read once. Input: Hits, the best
first, and their Stories. Output: fewer Hits.

One wire story stands in an archive as often as papers printed it. What is read of a copy tells
nothing new, and would make an answer look contested by itself; who else has its sentences is found
for the answer.
"""

from collections.abc import Callable, Sequence

from index.particulars import folded_words
from qa.records import Hit
from qa.stories import Story


def without_repeats(
    hits: Sequence[Hit], most: int, story: Callable[[str], Story | None]
) -> tuple[Hit, ...]:
    """At most ``most`` of the hits, in their order, without those all of whose words stand, in this
    order, in a better one."""
    kept: list[Hit] = []
    texts: list[str] = []
    for hit in hits:
        if len(kept) == most:
            break
        text = _words(hit, story)
        if not any(text in known for known in texts):
            kept.append(hit)
            texts.append(text)
    return tuple(kept)


def _words(hit: Hit, story: Callable[[str], Story | None]) -> str:
    """The passage's words between spaces, so that no word is found within another."""
    of = story(hit.passage.article_id)
    sentences = [
        each.quote for each in (of.sentences if of else ()) if each.passage_id == hit.passage.id
    ]
    return f" {' '.join(folded_words(' '.join(sentences)))} "
