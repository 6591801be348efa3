"""Tell who followed whom where that is what is asked. Input: a Query and Hits. Output: Holders.

"Who replaced Frost?" is asked with one verb and told with another, "Tamayo was named to succeed
Frost": all words for following somebody in a post count alike.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from index.analysis import stems
from index.folding import fold
from index.statements.names import NAME, is_persons, last, names_in, without_titles
from qa.records import Hit
from qa.roles.holders import Holders, of_turn
from qa.roles.holding import Turned, is_one, turned_in
from qa.stories import Story, stories_of
from qa.timing.scope import TimeScope
from qa.timing.substance import words_of_substance
from qa.timing.telling import day_of
from qa.understanding import Query

_POST = r"(?:\s+as\s+(?P<post>[\w\s.&'’-]+?))?\W*$"
_ASKS_NEW = (
    re.compile(
        r"^\W*(?i:who\s+(?:has\s+|will\s+|would\s+|is\s+to\s+)?(?:succeed(?:s|ed)?|replaced?s?"
        r"|(?:took|takes?|taken)\s+over\s+from|follow(?:s|ed)?|came\s+after))\s+"
        rf"(?P<name>{NAME}){_POST}"
    ),
    re.compile(
        r"^\W*(?i:who\s+(?:has\s+)?(?:step(?:s|ped)\s+into|fill(?:s|ed)|took(?:\s+over)?))\s+"
        rf"(?P<name>{NAME})['’]s?\s+(?:shoes|place|post|job|seat){_POST}"
    ),
    re.compile(rf"^\W*(?i:who\s+(?:is|was|became))\s+(?P<name>{NAME})['’]s?\s+successor{_POST}"),
)
_ASKS_OLD = (
    re.compile(
        rf"^\W*(?i:whom?\s+(?:did|does|will))\s+(?P<name>{NAME})\s+(?:succeed|replace|follow"
        rf"|take\s+over\s+from){_POST}"
    ),
    re.compile(rf"^\W*(?i:who\s+(?:is|was))\s+(?P<name>{NAME})['’]s?\s+predecessor{_POST}"),
)
_ASKS_AHEAD = re.compile(r"^\W*whom?\s+(?:will|would|is\s+to)\b", re.IGNORECASE)
# What is told behind these words of who follows whom is denied, or only hearsay.
_IS_DENIED = re.compile(
    r"\b(?:nobody|no one|den(?:y|ies|ied|ying)|doubt\w*|believe[sd]?|critics|rumou?r\w*|if|whether"
    r"|not|never|false|falsely|wrongly)\b|n['’]t\b",
    re.IGNORECASE,
)


def asks_follower(query: Query) -> bool:
    """Whether it asks who followed somebody, or whom somebody followed."""
    return _asked(query) is not None


def followers(
    query: Query, scope: TimeScope, hits: Sequence[Hit], story: Callable[[str], Story | None]
) -> Holders:
    """The sentence that tells who followed whom, the newest where several do, with the name of the
    one asked for; nothing where that is not asked, or asked of some days only."""
    asked = _asked(query)
    if asked is None or scope.narrows:
        return Holders()
    is_ahead = bool(_ASKS_AHEAD.match(query.text))
    every = (
        _told(each, asked)
        for of in stories_of(hits, story)
        for each in turned_in(of)
        if each.turn.new and each.turn.old and not each.turn.is_near
        if (is_ahead or not each.turn.is_ahead) and not _is_denied(each)
    )
    told = [
        each
        for each in every
        if is_one(each.known, asked.name) and _is_of_post(each.turned, asked.post)
    ]
    # Whoever is asked for in full is rather the one of that name than one of the last name only.
    told = [
        each for each in told if " " in asked.name and fold(each.known) == fold(asked.name)
    ] or told
    if not told or _are_several([each.known for each in told]):
        return Holders()
    best = max(told, key=lambda each: _newest(each.turned))
    is_sure = not _are_several([each.sought for each in told])
    return replace(of_turn(best.turned, best.sought), is_sure=is_sure)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of a post, whoever came after the one named, or before."""

    name: str
    post: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """A turn, and of its two whom the question names, in full where the article has one such name,
    and whom it seeks."""

    turned: Turned
    known: str
    sought: str


def _asked(query: Query) -> _Asked | None:
    for is_new, forms in ((True, _ASKS_NEW), (False, _ASKS_OLD)):
        if match := next(filter(None, (form.match(query.text) for form in forms)), None):
            return _Asked(without_titles(match["name"])[1], match["post"] or "", is_new)
    return None


def _told(one: Turned, asked: _Asked) -> _Told:
    new, old = one.turn.new, one.turn.old
    known, sought = (old, new) if asked.is_new else (new, old)
    return _Told(one, _in_full(known, one.story), sought)


def _in_full(name: str, story: Story) -> str:
    if " " in name:
        return name
    named = (without_titles(each)[1] for of in story.sentences for each in names_in(of.shown))
    full = {each for each in named if " " in each and last(each) == last(name) and is_persons(each)}
    return full.pop() if len(full) == 1 else name


def _are_several(names: Sequence[str]) -> bool:
    """Whether two of the names are of different persons."""
    return any(not is_one(one, other) for one, other in combinations(dict.fromkeys(names), 2))


def _is_denied(one: Turned) -> bool:
    """Whether the sentence denies or doubts, before it names either of the two, what follows."""
    line = " ".join(one.sentence.quote.split())
    starts = [line.find(name) for name in (one.turn.new, one.turn.old) if name in line]
    return bool(_IS_DENIED.search(line[: min(starts, default=0)]))


def _is_of_post(one: Turned, post: str) -> bool:
    """Whether the sentence, the headline or the article's lead has the words of the post."""
    near = one.story.sentences[: one.sentence.position + 1]
    known = one.story.title_stems.union(*(each.stems for each in near))
    return known.issuperset(stems(" ".join(words_of_substance(post))))


def _newest(one: Turned) -> tuple[date, int, str]:
    day = day_of(one.sentence, one.story)
    return day or date.min, -one.sentence.start, one.story.article.id
