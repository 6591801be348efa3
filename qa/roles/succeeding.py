"""Tell whether holders of a role followed one another. Input: Held and Turned. Output: yes or no,
and who is yet to follow.

Who had a post in March and who has it in August are both right: articles do not differ in that.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from qa.roles.holding import Held, Turned, followed, is_among, is_one, newest, persons, taken
from qa.understanding import Query


def are_in_turn(groups: Sequence[Sequence[Held]], turned: Sequence[Turned]) -> bool:
    """Whether each person but the first is told to follow another, or named only on later days.

    A group is the sentences of one person.
    """
    ordered = sorted(groups, key=lambda group: newest(max(group, key=newest)), reverse=True)
    return len(ordered) > 1 and all(
        _are_apart(later, earlier) or _is_told_to_follow(later, earlier, turned)
        for later, earlier in pairwise(ordered)
    )


def coming(
    query: Query, words: frozenset[str], ahead: Sequence[Turned], held: Sequence[Held]
) -> Iterator[Held]:
    """Who is told, later than anybody is told to have the role, to be the next one."""
    told = [each for one in ahead for each in taken(query, words, one)]
    told += [each for one in ahead for each in followed(query, words, one, held)]
    last = max((each.day or date.min for each in held), default=date.min)
    for group in persons(told):
        latest = max(group, key=newest)
        if (latest.day or date.min) >= last and not is_among(latest, held):
            yield latest


def _are_apart(later: Sequence[Held], earlier: Sequence[Held]) -> bool:
    return min(each.day or date.min for each in later) > max(
        each.day or date.max for each in earlier
    )


def _is_told_to_follow(
    later: Sequence[Held], earlier: Sequence[Held], turned: Sequence[Turned]
) -> bool:
    return any(
        is_one(each.turn.new, later[0].person.name)
        and is_one(each.turn.old, earlier[0].person.name)
        for each in turned
        if each.turn.new and each.turn.old
    )
