"""Tell whether a person has the role that a question asks for. Input: a Query, and Persons in their
stories. Output: yes or no.

Whose role it is may be told by the sentence or the article, but for those that a state gives: a
president in an article on Syria need not be Syria's.
"""

import re
from collections.abc import Sequence, Set
from datetime import date

from rapidfuzz.distance import JaroWinkler

from index.analysis import stems
from index.folding import fold
from index.statements.lexicon import ROLES
from index.statements.people import ONE_LINE, Person, people
from qa.countries import countries_proper
from qa.matching import match
from qa.roles.asking import (
    OF_STATES,
    PAST,
    WORD,
    asks_now,
    is_country,
    is_of_time,
    nouns_asked,
    role_words,
)
from qa.stories import Sentence, Story
from qa.timing.expressions import find_times
from qa.understanding import Query, QueryTerm

_NAMES_OF_ITS_BODY = re.compile(r"\b(?:of|for|at|in)\s+(.*)$|^(.*)['’]s\b")
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]+")
# A role behind "of the" or "to the" is another's: "an aide to the minister".
_OF_ANOTHER = re.compile(r"\s(?:of|to|for)\s+", re.IGNORECASE)
_ROLES_JOINED = re.compile(r",|\band\b|/")
_APPOSED = re.compile(r"\b(?:an?|the)\s+((?:[\w-]+\s+){0,3}[\w-]+),\s+$", re.IGNORECASE)
_KIN = frozenset(
    """
    husband wife widow son daughter father mother brother sister cousin uncle aunt nephew niece
    grandson granddaughter grandfather grandmother friend
    """.split()
)
_OTHER_ROLE = PAST | frozenset("retired deputy vice assistant under shadow designate elect".split())
# Only behind the role, and bare: "until 2013", "until May 2019", and no "until the vote in 2027".
_UNTIL = re.compile(
    r"(?<!not )\b(?:(?:until|till)|from\s+(?:[A-Z][a-z]+\s+)?\d{4}\s+(?:to|until|till))\s+"
    r"(?P<day>(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+(?:\d{1,2},\s+)?)?\d{4})\W*$"
)
_FOR_NOW = frozenset("acting interim caretaker provisional".split())
_CHAIRING = frozenset({"chairman", "chairwoman", "chair", "chairperson"})
# Names of one role, a line each.
_ONE_ROLE = (
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    _CHAIRING,
)
_CHAIRS = stems("chairs")[0]
# What a chairman or a minister may be called as well.
_ANY_HEAD = frozenset("head heads leader leaders chief boss".split())
# Defence and defense: stems that are known are not taken for slips elsewhere.
_SPELLED_ALIKE = 0.92
_LEADING = 2


def is_past(person: Person, words: Set[str]) -> bool:
    """Whether the articles call the person a former one, and the question does not."""
    return bool(PAST & _named(person) - words)


def is_ended(person: Person, published: date | None) -> bool:
    """Whether the role itself tells until when it was the person's, a time that was over when
    that was published: "mayor of Veddo until 2013"."""
    until = _UNTIL.search(person.role)
    if until is None or published is None:
        return False
    told = [each.period for each in find_times(until["day"], published) if each.period]
    return len(told) == 1 and told[0].until <= published


def for_now(person: Person, words: Set[str]) -> str:
    """The word that tells that the person has the role only until another does, unless the question
    has it: "acting"; empty where none does."""
    return min(_FOR_NOW & _named(person) - words, default="")


def has_role(
    query: Query, words: Set[str], person: Person, sentence: Sentence, story: Story
) -> bool:
    """Whether the sentence gives the person the role of these words, in times past too."""
    named = _named(person)
    nouns = words & ROLES
    if PAST & words and not PAST & named:
        return False
    own = _words_of(_own_role(person, sentence))
    if not any(_has_noun(noun, own) for noun in nouns):
        return False
    if (_OTHER_ROLE & named) - words - PAST or not all(_has_noun(noun, named) for noun in nouns):
        return False
    role = set(stems(person.role))
    alike = (names for names in _ONE_ROLE if names & nouns)
    of_role = frozenset(stems(" ".join(frozenset[str]().union(nouns, *alike))))
    asked = [term for term in query.terms if not (is_of_time(term) or term.stem in of_role)]
    if _is_of_another_country(asked, role):
        return False
    if is_of_other_body(query, person):
        return False
    # "President Erdogan" in an article on Syria is not Syria's; "the spokesman" there may well be.
    is_of_state = bool(nouns & OF_STATES)
    of_body = [] if is_of_state else [term for term in asked if not is_country(term)]
    around = _around(sentence, story, of_body, role)
    # What an article is about, its first sentences tell: "the mediator in the tram strike".
    lead = story.lead_stems
    return all(
        _in_role(term, role)
        or (
            match(term, around if term.is_name else around | lead) > 0
            and not (is_of_state and (is_country(term) or not term.is_name))
        )
        for term in asked
    )


def is_of_other_body(query: Query, person: Person) -> bool:
    """Whether the role tells whose it is by a name, and none of those asked for: the mayor of Veddo
    is not the mayor of Karsund, wherever that is named beside."""
    names = [term for term in query.terms if term.is_name and not is_country(term)]
    found = _NAMES_OF_ITS_BODY.search(person.role)
    of_body = _CAPITALS.findall(found[1] or found[2] or "") if found else []
    role = frozenset(stems(person.role))
    return bool(names and of_body) and not any(_in_role(term, role) for term in names)


def has_another(query: Query, words: str, sentence: Sentence) -> bool:
    """Whether the sentence gives whoever is named in these ``words`` of it another role than the
    one that is asked for, and not that one: a chairman is no chief executive."""
    nouns = role_words(query) & ROLES
    if nouns <= _ANY_HEAD or (nouns <= _CHAIRING and _CHAIRS in sentence.stems):
        # "Judge Ana Lund chairs the inquiry."
        return False
    own = [_named(each) for each in _people_in(words, sentence)]
    return bool(own) and not any(_has_noun(noun, named) for noun in nouns for named in own)


def calls_only_former(query: Query, words: str, sentence: Sentence) -> bool:
    """Whether it is asked who has a role now, and whoever is named in these ``words`` of the
    sentence once had it, as it tells: "a former judge"."""
    nouns = nouns_asked(query)
    if not nouns or not asks_now(query):
        return False
    those = _people_in(words, sentence)
    roles = (role for each in those for role in (_named(each), _before(each, sentence)))
    told = [role for role in roles if any(_has_noun(noun, role) for noun in nouns)]
    return bool(told) and all(PAST & named for named in told)


def _before(person: Person, sentence: Sentence) -> frozenset[str]:
    """The words that the name is apposed to, beside the role that is read: "They named a former
    judge, Ole Berg, as mediator"."""
    before = sentence.quote.translate(ONE_LINE).partition(person.name)[0]
    apposed = _APPOSED.search(before)
    return _words_of(apposed[1]) if apposed else frozenset()


def _people_in(words: str, sentence: Sentence) -> list[Person]:
    """Those of the people to whom the sentence gives a role that are named in these words."""
    line = sentence.quote.translate(ONE_LINE)
    return [each for each in people(line, [(0, len(line))]) if each.name.split()[-1] in words]


def _own_role(person: Person, sentence: Sentence) -> str:
    """What the person is: of "cousin of the foreign minister, Ana Lund" the last words, of "Ana
    Lund, cousin of the foreign minister," the first."""
    parts = [_OF_ANOTHER.split(each) for each in _ROLES_JOINED.split(person.role)]
    first = " ".join(part[0] for part in parts)
    behind = sentence.shown.partition(person.role)[2].lstrip(" ,")
    if _KIN & _words_of(first) and behind.startswith(tuple(person.name.split())):
        return parts[-1][-1]
    return first


def _is_of_another_country(asked: Sequence[QueryTerm], role: Set[str]) -> bool:
    """Whether the role names a country, and none of those that are asked for, if any is."""
    wanted, named = countries_proper({term.stem for term in asked}), countries_proper(role)
    return bool(wanted and named) and wanted.isdisjoint(named)


def _has_noun(noun: str, named: Set[str]) -> bool:
    return any(noun in names and names & named for names in _ONE_ROLE) or noun in named


def _in_role(term: QueryTerm, role: Set[str]) -> bool:
    likeness = max((JaroWinkler.similarity(term.stem, stem) for stem in role), default=0.0)
    return match(term, role) > 0 or _is_of_country(term, role) or likeness >= _SPELLED_ALIKE


def _around(
    sentence: Sentence, story: Story, of: Sequence[QueryTerm], role: Set[str]
) -> frozenset[str]:
    """The words that may tell whose role it is: "At Chrysler, chairman Lee Iacocca said"; anywhere
    in the article where the role itself names it in short, "the Command's spokesman"."""
    if any(match(term, role) for term in of):
        return story.title_stems.union(*(other.stems for other in story.sentences))
    above = story.sentences[: sentence.position]
    near = (
        other.stems
        for other in above
        if other.passage_id == sentence.passage_id or other in above[-_LEADING:]
    )
    # What a state's own newspaper calls "the finance minister" is that state's.
    outlet = stems(story.article.outlet or "")
    return story.title_stems.union(outlet, sentence.stems, *near)


def _is_of_country(term: QueryTerm, role: Set[str]) -> bool:
    """Whether the word and one of the role's are of one country: Turkey, Turkish."""
    return not countries_proper({term.stem}).isdisjoint(countries_proper(role))


def _named(person: Person) -> frozenset[str]:
    """The words of the person's role, folded, and the parts of those that a hyphen joins."""
    return _words_of(person.role)


def _words_of(role: str) -> frozenset[str]:
    words = WORD.findall(fold(role))
    return frozenset((*words, *(part for word in words for part in word.split("-"))))
