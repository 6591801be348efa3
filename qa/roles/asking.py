"""Tell whether a question asks who has a role, and which. Input: a Query. Output: its words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.analysis import stems
from index.folding import fold
from index.statements.lexicon import ROLES
from qa.countries import countries_proper
from qa.timing.expressions import find_times
from qa.understanding import Asks, Query, QueryTerm
from qa.words import FUNCTION_WORDS

_ASKED = re.compile(
    r"^\W*(?:who(?:['’]s|\s+(?:(?:is|was|has\s+been)\s+(?:named|appointed|elected|chosen|made)"
    r"(?:\s+as)?|(?P<ahead>(?:will|would|is\s+to|is\s+going\s+to)\s+be(?:come)?)"
    r"|is|was|are|were|became|becomes|serves?\s+as|served\s+as"
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
_CLAUSE = re.compile(r"\b(?:who|that|which|when|whose|where)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""A word of a role, those that a hyphen joins as one."""

# What may stand behind the role's noun: whose it is, or when.
_BEHIND = frozenset(
    """
    of for at in to on from during since before after until by now then currently today at present
    these days and last this
    """.split()
)
PAST = frozenset(
    "former ex then late outgoing previous erstwhile onetime one-time ousted deposed".split()
)
"""What makes a role another one, unless it is asked for."""

# What one has in a body, and of which there is one: not who owns a ship or wrote a report.
_POSTS = frozenset(
    """
    chairman chairwoman chair chairperson president head leader director commander chief manager
    coach captain secretary treasurer speaker governor mayor minister ambassador rector dean editor
    """.split()
)
OF_STATES = frozenset(
    """
    minister secretary president premier chancellor treasurer ambassador king queen emir
    """.split()
)
"""Roles with which it is said whose they are."""

_OF_TIME = frozenset(
    stems(
        "now current currently present presently latest newest recent recently today still new"
        " first next last become became becomes serve serves served named appointed elected"
        " chosen made"
        " january february march april may june july august september october november"
        " december year month week time"
    )
)


def asks_role(query: Query) -> bool:
    """Whether the question asks who has a role, and nothing else of them."""
    return bool(role_words(query))


def nouns_asked(query: Query) -> frozenset[str]:
    """The nouns of the role that is asked for, whosever it is, folded; none where none is."""
    return ROLES.intersection(_to_noun(words_asked(query)))


def role_words(query: Query) -> frozenset[str]:
    """The words of the role that is asked for, folded; none where none is, or it is not told
    whose."""
    words = words_asked(query)
    role = _to_noun(words)
    behind = words[len(role) :]
    # A role that many have needs more than its noun: whose it is, or of a state which one.
    if not role or not (
        any(term.is_name or is_country(term) for term in query.terms)
        or _is_one_of_states(role)
        or (role[-1] in _POSTS and _is_of_body(behind))
    ):
        return frozenset()
    # "Who was the minister accused of ...?" asks for more.
    return frozenset(words) if not behind or behind[0] in _BEHIND else frozenset()


def asks_now(query: Query) -> bool:
    """Whether it asks who has the role now, and not who had it once."""
    return _IS.match(query.text) is not None and PAST.isdisjoint(words_asked(query))


def asks_ahead(query: Query) -> bool:
    """Whether it asks who is to have the role."""
    asked = _ASKED.match(query.text)
    return asked is not None and asked["ahead"] is not None


def words_asked(query: Query) -> list[str]:
    """The words that a question who has a role names it with, folded; none of another question."""
    asked = _ASKED.match(query.text) if query.asks is Asks.PERSON else None
    if asked is None or _CLAUSE.search(asked["role"]):
        return []
    words = WORD.findall(fold(asked["role"]))
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


def is_country(term: QueryTerm) -> bool:
    """Whether the word names a country by its own name or its people's."""
    return bool(countries_proper({term.stem}))


def is_of_time(term: QueryTerm) -> bool:
    """Whether the word tells when, and not which role."""
    return term.stem.isdigit() or term.stem in _OF_TIME


def _to_noun(words: Sequence[str]) -> Sequence[str]:
    """The words up to the role's last noun, before what tells whose it is: of "chairman of the
    student council" the first. None without a noun."""
    of = next((at for at, word in enumerate(words) if word in ("of", "for")), len(words))
    nouns = [at for at, word in enumerate(words) if word in ROLES]
    own = [at for at in nouns if at < of] or nouns
    return words[: own[-1] + 1] if own else ()


def _is_one_of_states(words: Sequence[str]) -> bool:
    """Whether the role is a state's, and told apart from others: "the transport minister"."""
    return words[-1] in OF_STATES and any(
        word not in FUNCTION_WORDS and not set(stems(word)) <= _OF_TIME for word in words[:-1]
    )


def _is_of_body(behind: Sequence[str]) -> bool:
    """Whether what stands behind the role tells whose it is: "of the ethics committee"."""
    of = behind[1:] if behind[:1] in (["of"], ["for"]) else ()
    return any(word not in FUNCTION_WORDS and not set(stems(word)) <= _OF_TIME for word in of)
