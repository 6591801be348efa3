"""Tell which state's a role is, in articles on two of them. Input: a Query, and those Held. Output:
those who have it in the state that is asked about.
"""

from collections.abc import Sequence

from index.analysis import stems
from qa.matching import match
from qa.roles.asking import is_country
from qa.roles.holding import Held, Turned, is_among, is_one, persons
from qa.understanding import Query


def of_that_state(query: Query, held: list[Held], turned: Sequence[Turned]) -> list[Held]:
    """Those who are told to have the role where the question asks for it. "The defence minister" in
    an article on two states may be either's: where one is told to be the asked one's, only that one
    is, and who came before or after; else none whose role names another."""
    if not any(term.is_name and not is_country(term) for term in query.terms):
        return held
    groups = persons(held)
    ours = [
        each for group in groups if any(tells_whose(query, one) for one in group) for each in group
    ]
    if ours:
        linked = [each for each in held if any(_are_linked(each, one, turned) for one in ours)]
        return [each for each in held if is_among(each, [*ours, *linked])]
    near = [group for group in groups if any(_is_named_beside(query, each) for each in group)]
    theirs = [
        each
        for group in groups
        if near and group not in near and any(_names_a_state(one) for one in group)
        for each in group
    ]
    return [each for each in held if each not in theirs]


def _are_linked(one: Held, other: Held, turned: Sequence[Turned]) -> bool:
    """Whether one of the two is told to have followed the other."""
    names = one.person.name, other.person.name
    return any(
        is_one(each.turn.new, new) and is_one(each.turn.old, old)
        for each in turned
        if each.turn.new and each.turn.old
        for new, old in (names, names[::-1])
    )


def _is_named_beside(query: Query, held: Held) -> bool:
    return any(match(term, held.sentence.stems) for term in query.terms if term.is_name)


def _names_a_state(held: Held) -> bool:
    """Whether a name goes before the role: "the Mora defence minister", not "Defence Minister"."""
    words = held.person.role.split()
    return bool(words) and words[-1].islower() and any(word[0].isupper() for word in words)


def tells_whose(query: Query, held: Held) -> bool:
    """Whether the role itself tells whose it is: "the mayor of Karsund", and not "the mayor"."""
    role = frozenset(stems(held.person.role))
    return any(match(term, role) for term in query.terms if term.is_name)
