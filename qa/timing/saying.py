"""Tell when something was said. Input: a Sentence and its Story. Output: the times named beside the
words that tell who said it.

"The bill comes in June, Sarto said on Monday" was said on a Monday: days inside what was said are
what it speaks of. Beside the verb stands the day only in the verb's own part of the sentence:
"Marquardt, who took office on May 12, said ..." was not said on May 12.
"""

import re
from collections.abc import Iterator

from qa.stories import Sentence, Story
from qa.timing.expressions import Mention, find_times

_PART = re.compile(r"[^,;]+")


def times_of_saying(sentence: Sentence, story: Story) -> tuple[Mention, ...]:
    """The times that tell on which day it was said; none where only the article's day can tell."""
    if not sentence.said:
        return ()
    mentions = find_times(sentence.quote, story.article.published)
    return tuple(each for each in mentions if _is_beside(each, sentence))


def _is_beside(mention: Mention, sentence: Sentence) -> bool:
    if mention.is_ahead or not mention.tells_when:
        return False
    if any(start < mention.end and mention.start < end for start, end in _contents(sentence)):
        return False
    part = next(match for match in _PART.finditer(sentence.quote) if mention.start < match.end())
    verbs = (re.escape(each.verb) for each in sentence.said)
    tells_who = re.search(rf"\b(?:{'|'.join(verbs)})\b", part.group())
    # "On Monday, Sarto said ...": what opens a sentence goes with all of it.
    return bool(tells_who) or not sentence.quote[: mention.start].strip(' "“').partition(" ")[2]


def _contents(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What is said in the sentence, counted from its start."""
    for each in sentence.said:
        yield each.start - sentence.start, each.end - sentence.start
