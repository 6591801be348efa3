"""Tell whether a person has the role that a question asks for. Input: a Query, and Persons in their
stories. Output: yes or no.

Whose role it is may be told by the sentence or the article, but for those that a state gives: a
president in an article on Syria need not be Syria's.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date

from rapidfuzz.distance import JaroWinkler

from index.analysis import stems
from index.folding import fold
from index.statements.lexicon import ROLES
from index.statements.people import ONE_LINE, Person, people
from qa.countries import countries_proper
from qa.matching import match
from qa.stories import Sentence, Story
from qa.timing.expressions import find_times
from qa.understanding import Asks, Query, QueryTerm
from qa.words import FUNCTION_WORDS

_ASKED = re.compile(
    r"^\W*(?:who(?:['’]s|\s+(?:(?:is|was|has\s+been)\s+(?:named|appointed|elected|chosen|made)"
    r"(?:\s+as)?|is|was|are|were|became|becomes|serves?\s+as|served\s+as"
    r"|(?P<chairs>(?:now\s+|currently\s+)?chairs)"
    r"|(?P<speaks>(?:now\s+|currently\s+)?(?:speaks?|spoke)\s+for)))"
    r"|what(?:['’]s|\s+is|\s+was)\s+the\s+name\s+of)\s+(?P<role>[\w.&'’,\s-]+)\W*$",
    re.IGNORECASE,
)
_IS = re.compile(r"^\W*(?:who|what)(?:['’]s|\s+is)\s", re.IGNORECASE)
# "before Ilse Marquardt": whoever had it then is asked for by the one who came after.
_BEFORE = re.compile(
    r"\s+(?:right\s+|just\s+)?before\s+(?!(?:the|an?|that|this|it|his|her|their)\b)"
    r"(?P<name>[^\W\d][\w.’'-]*(?:\s+[^\W\d][\w.’'-]*){0,3})\W*$",
    re.IGNORECASE,
)
_NAMES_OF_ITS_BODY = re.compile(r"\b(?:of|for|at|in)\s+(.*)$|^(.*)['’]s\b")
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]+")
_CLAUSE = re.compile(r"\b(?:who|that|which|when|whose|where)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# What may stand behind the role's noun: whose it is, or when.
_BEHIND = frozenset(
    """
    of for at in to on from during since before after until by now then currently today at present
    these days and last this
    """.split()
)
# A role behind "of the" or "to the" is another's: "an aide to the minister".
_OF_ANOTHER = re.compile(r"\s(?:of|to|for)\s+", re.IGNORECASE)
_ROLES_JOINED = re.compile(r",|\band\b|/")
_KIN = frozenset(
    """
    husband wife widow son daughter father mother brother sister cousin uncle aunt nephew niece
    grandson granddaughter grandfather grandmother friend
    """.split()
)
# What makes a role another one, unless it is asked for.
_PAST = frozenset(
    "former ex then late outgoing previous erstwhile onetime one-time ousted deposed".split()
)
_OTHER_ROLE = _PAST | frozenset(
    "retired deputy vice assistant under shadow designate elect".split()
)
# Only behind the role, and bare: "until 2013", "until May 2019", and no "until the vote in 2027".
_UNTIL = re.compile(
    r"(?<!not )\b(?:(?:until|till)|from\s+(?:[A-Z][a-z]+\s+)?\d{4}\s+(?:to|until|till))\s+"
    r"(?P<day>(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+(?:\d{1,2},\s+)?)?\d{4})\W*$"
)
_FOR_NOW = frozenset("acting interim caretaker provisional".split())
# What one has in a body, and of which there is one: not who owns a ship or wrote a report.
_POSTS = frozenset(
    """
    chairman chairwoman chair chairperson president head leader director commander chief manager
    coach captain secretary treasurer speaker governor mayor minister ambassador rector dean editor
    """.split()
)
# Names of one role, a line each.
_ONE_ROLE = (
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"chairman", "chairwoman", "chair", "chairperson"}),
)
_CHAIRING = _ONE_ROLE[1]
_CHAIRS = stems("chairs")[0]
# What a chairman or a minister may be called as well.
_ANY_HEAD = frozenset("head heads leader leaders chief boss".split())
# Whose they are is said with them.
_OF_STATES = frozenset(
    """
    minister secretary president premier chancellor treasurer ambassador king queen emir
    """.split()
)
# Defence and defense: stems that are known are not taken for slips elsewhere.
_SPELLED_ALIKE = 0.92
_LEADING = 2
_OF_TIME = frozenset(
    stems(
        "now current currently present presently latest newest recent recently today still new"
        " first last become became becomes serve serves served named appointed elected chosen made"
        " january february march april may june july august september october november"
        " december year month week time"
    )
)


def asks_role(query: Query) -> bool:
    """Whether the question asks who has a role, and nothing else of them."""
    return bool(role_words(query))


def nouns_asked(query: Query) -> frozenset[str]:
    """The nouns of the role that is asked for, whosever it is, folded; none where none is."""
    return ROLES.intersection(_to_noun(_asked(query)))


def role_words(query: Query) -> frozenset[str]:
    """The words of the role that is asked for, folded; none where none is, or it is not told
    whose."""
    words = _asked(query)
    role = _to_noun(words)
    behind = words[len(role) :]
    # A role that many have needs more than its noun: whose it is, or of a state which one.
    if not role or not (
        any(term.is_name or _is_country(term) for term in query.terms)
        or _is_one_of_states(role)
        or (role[-1] in _POSTS and _is_of_body(behind))
    ):
        return frozenset()
    # "Who was the minister accused of ...?" asks for more.
    return frozenset(words) if not behind or behind[0] in _BEHIND else frozenset()


def _to_noun(words: Sequence[str]) -> Sequence[str]:
    """The words up to the role's last noun, before what tells whose it is: of "chairman of the
    student council" the first. None without a noun."""
    of = next((at for at, word in enumerate(words) if word in ("of", "for")), len(words))
    nouns = [at for at, word in enumerate(words) if word in ROLES]
    own = [at for at in nouns if at < of] or nouns
    return words[: own[-1] + 1] if own else ()


def _asked(query: Query) -> list[str]:
    """The words that a question who has a role names it with, folded; none of another question."""
    asked = _ASKED.match(query.text) if query.asks is Asks.PERSON else None
    if asked is None or _CLAUSE.search(asked["role"]):
        return []
    words = _WORD.findall(fold(asked["role"]))
    done = "spokesman" if asked["speaks"] else "chairman" if asked["chairs"] else ""
    return [done, "of", *words] if done else words


def asked_predecessor(query: Query) -> tuple[Query, str]:
    """The query without "before Ilse Marquardt", and that name; empty where none is told so."""
    found = _BEFORE.search(query.text)
    if found is None or find_times(found["name"], None):
        return query, ""
    gone = frozenset(stems(found["name"]))
    terms = tuple(term for term in query.terms if term.stem not in gone)
    return replace(query, text=query.text[: found.start()] + "?", terms=terms), found["name"]


def _is_one_of_states(words: Sequence[str]) -> bool:
    """Whether the role is a state's, and told apart from others: "the transport minister"."""
    return words[-1] in _OF_STATES and any(
        word not in FUNCTION_WORDS and not set(stems(word)) <= _OF_TIME for word in words[:-1]
    )


def _is_of_body(behind: Sequence[str]) -> bool:
    """Whether what stands behind the role tells whose it is: "of the ethics committee"."""
    of = behind[1:] if behind[:1] in (["of"], ["for"]) else ()
    return any(word not in FUNCTION_WORDS and not set(stems(word)) <= _OF_TIME for word in of)


def is_past(person: Person, words: Set[str]) -> bool:
    """Whether the articles call the person a former one, and the question does not."""
    return bool(_PAST & _named(person) - words)


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
    if _PAST & words and not _PAST & named:
        return False
    own = _words_of(_own_role(person, sentence))
    if not any(_has_noun(noun, own) for noun in nouns):
        return False
    if (_OTHER_ROLE & named) - words - _PAST or not all(_has_noun(noun, named) for noun in nouns):
        return False
    role = set(stems(person.role))
    alike = (names for names in _ONE_ROLE if names & nouns)
    of_role = frozenset(stems(" ".join(frozenset[str]().union(nouns, *alike))))
    asked = [term for term in query.terms if not (_is_of_time(term) or term.stem in of_role)]
    if _is_of_another_country(asked, role):
        return False
    if is_of_other_body(query, person):
        return False
    # "President Erdogan" in an article on Syria is not Syria's; "the spokesman" there may well be.
    is_of_state = bool(nouns & _OF_STATES)
    of_body = [] if is_of_state else [term for term in asked if not _is_country(term)]
    around = _around(sentence, story, of_body, role)
    # What an article is about, its first sentences tell: "the mediator in the tram strike".
    lead = frozenset[str]().union(*(each.stems for each in story.sentences[:_LEADING]))
    return all(
        _in_role(term, role)
        or (
            match(term, around if term.is_name else around | lead) > 0
            and not (is_of_state and (_is_country(term) or not term.is_name))
        )
        for term in asked
    )


def is_of_other_body(query: Query, person: Person) -> bool:
    """Whether the role tells whose it is by a name, and none of those asked for: the mayor of Veddo
    is not the mayor of Karsund, wherever that is named beside."""
    names = [term for term in query.terms if term.is_name and not _is_country(term)]
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
    if not nouns or _PAST.intersection(_asked(query)) or not _IS.match(query.text):
        return False
    told = [_named(each) for each in _people_in(words, sentence)]
    told = [named for named in told if any(_has_noun(noun, named) for noun in nouns)]
    return bool(told) and all(_PAST & named for named in told)


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
    words = _WORD.findall(fold(role))
    return frozenset((*words, *(part for word in words for part in word.split("-"))))


def _is_country(term: QueryTerm) -> bool:
    return bool(countries_proper({term.stem}))


def _is_of_time(term: QueryTerm) -> bool:
    return term.stem.isdigit() or term.stem in _OF_TIME
