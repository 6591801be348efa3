"""Tell whether a holder has left the role. Input: a Held, and what the stories tell of turns.
Output: the Turned that tells so, or none.

Only what is no older than the sentence that gives the person the role counts.
"""

import re
from collections.abc import Sequence
from datetime import date

from index.statements.lexicon import ROLES
from index.statements.people import Person
from qa.roles.asking import role_words
from qa.roles.having import has_role
from qa.roles.holding import Held, Turned, is_one
from qa.timing.telling import day_of
from qa.understanding import Query

_FROM_WHAT = re.compile(r"\b(?:left|quit|retired|removed)\b")


def left_by(query: Query, held: Held, turned: Sequence[Turned]) -> Turned | None:
    """What tells that the person left the role, that somebody followed, or that they took another
    post of the kind."""
    later = (
        each
        for each in turned
        if (day_of(each.sentence, each.story) or date.min) >= (held.day or date.min)
    )
    return next(
        (each for each in later if _left(query, held, each) or _moved(query, held, each)), None
    )


def _left(query: Query, held: Held, one: Turned) -> bool:
    if not one.turn.old or not is_one(one.turn.old, held.person.name):
        return False
    # "Who has been mayor since May" and "who had been mayor" tell who held it, and not of leaving.
    if one.turn.role and not one.turn.new:
        return False
    # A last name alone may be another's, unless the story tells the whole name.
    if not any(held.person.name in each.quote for each in one.story.sentences):
        return False
    # Who left a place, or quit talks, has not left an office; who left the body asked about has.
    return (
        one.turn.new != ""
        or not _FROM_WHAT.search(one.sentence.quote)
        or any(term.is_name and term.stem in one.sentence.stems for term in query.terms)
    )


def _moved(query: Query, held: Held, one: Turned) -> bool:
    """Whether a finance minister, say, becomes foreign minister."""
    words, turn = role_words(query), one.turn
    if not words & ROLES & set(turn.role.split()[-1:]) or not is_one(turn.new, held.person.name):
        return False
    person = Person(turn.new, turn.role, one.sentence.start, one.sentence.end)
    return not has_role(query, words, person, one.sentence, one.story)
