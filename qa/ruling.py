"""What the articles themselves settle, whatever the reader makes of it. Input: a Query, its
TimeScope and what was found. Output: Ruled.

Who has a role, what is the news of a subject, what happened on a day, what somebody said: these are
read off titles, dates and statements, and the reader was trained on none of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from qa.choosing import Choice
from qa.composing import Chosen
from qa.records import Hit
from qa.roles.followers import followers
from qa.roles.having import calls_only_former, has_another
from qa.roles.holders import Holders, holders
from qa.roles.holding import taker
from qa.shortening import Shortened
from qa.speech.naming import is_quoted
from qa.speech.refusals import refusals
from qa.stories import Sentence, Story
from qa.timing.happenings import happenings
from qa.timing.news import news
from qa.timing.scope import TimeScope
from qa.timing.spoken_then import spoken_then
from qa.understanding import Query
from qa.weighing import Reading, odds, of_odds, ranked

# Nine statements of ten have the speaker that they should have (eval.statements).
_SURE_OF_SPEAKER = 0.9
# An answer in the words of who was asked after, on the subject asked about, is so much likelier to
# be right than its scores alone tell: on quotes.jsonl and seeds.jsonl, those of .1 to .2 are.
_ODDS_OF_SAID = 2.25


@dataclass(frozen=True, slots=True)
class Ruled:
    """What is settled: who holds the role that is asked for, and sentences in their order that
    answer as they are; both may be empty. ``is_said`` where the answer is somebody's own words."""

    of_role: Holders
    listed: tuple[Chosen, ...]
    is_said: bool


def rule(
    query: Query,
    scope: TimeScope,
    choice: Choice,
    *,
    asked_of_time: Query,
    found: Sequence[Hit],
    story: Callable[[str], Story | None],
    limit: int,
    latest_day: date | None = None,
    answered: Sentence | None = None,
) -> Ruled:
    """``asked_of_time`` is the query with its words for a time, ``query`` without; ``latest_day``
    is the newest article's; ``answered`` is the reader's best sentence, None where it is not sure
    enough."""
    listed = (
        news(query, scope, found, story, limit)
        or spoken_then(query, scope, choice.speakers, choice.passages, limit)
        or happenings(asked_of_time, scope, found, story, limit)
        or refusals(query, choice.stories, answered, limit)
    )
    is_said = query.asks_speech and bool(choice.speakers)
    of_role = followers(query, scope, found, story)
    if not of_role.chosen:
        of_role = holders(query, scope, found, story, latest_day)
    return Ruled(of_role, listed, is_said)


def sure_by_rule(
    sure: float, ruled: Ruled, choice: Choice, readings: Sequence[Reading], least: float
) -> float:
    """How sure the answer is in the end: ``least`` or more where a rule settles it, 0 where what
    the reader would take is told of another place or holder."""
    if ruled.of_role.is_untold or _is_of_others(choice.query, ruled.of_role, readings):
        return 0.0
    if not readings and not ruled.listed:
        return sure
    if ruled.is_said and readings:
        all_of_it = _asks_for_all(choice.query)
        sure = max(sure, _SURE_OF_SPEAKER) if all_of_it else of_odds(_ODDS_OF_SAID * odds(sure))
    if ruled.of_role.is_sure or ruled.listed or is_quoted(choice.query):
        sure = max(sure, least)
    return sure


def of_holder(query: Query, short: Shortened | None, of_role: Holders) -> Shortened | None:
    """The name of whoever has the role that is asked for, where the reader took other words, or
    more: "Judith Kessel named a former judge, Anselm Rohrbach"."""
    if not of_role.chosen and short and any(name in short.text for name in of_role.former):
        return None
    name = of_role.names[0] if of_role.names else ""
    took = taker(query, short.chosen.sentence) if short else ""
    if short and took and took in short.text and (took == name or not of_role.chosen):
        return replace(short, text=took)
    if not of_role.chosen or (short and name and not of_role.is_sure and name in short.text):
        return short
    return Shortened(name, of_role.chosen[0]) if name else None


def _asks_for_all(query: Query) -> bool:
    """Whether it asks for all that somebody said, whatever about: "What did Guler say?"."""
    named = {term.stem for term in query.speaker}
    return all(term.stem in named for term in query.terms)


def _is_of_others(query: Query, of_role: Holders, readings: Sequence[Reading]) -> bool:
    """Whether the best reading gives the role of another body or place, or somebody who has another
    role, where nobody is found who has the one asked for."""
    if not readings:
        return False
    best = ranked(readings)[0].candidate
    sentence = best.sentence
    words = sentence.quote[slice(*best.in_quote)]
    is_another = not of_role.chosen and (
        has_another(query, words, sentence) or calls_only_former(query, words, sentence)
    )
    return is_another or sentence.place in of_role.others
