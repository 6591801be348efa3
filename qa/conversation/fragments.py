"""Complete a question that is only a subject. Input: "And Erbil?" and the Turn before. Output: that
turn's question, asked of Erbil; the likelier way first where there are two.
"""

import re
from collections.abc import Callable

from index.analysis import stems
from index.calendar_words import MONTH, WEEKDAY
from index.folding import fold
from qa.conversation.clauses import Clause, Tail, object_and_tails, taken_apart
from qa.conversation.ellipsis import without_asking
from qa.conversation.mentions import (
    NAME_RUN,
    Kind,
    head_of,
    is_name,
    is_plural,
    is_time,
    kind_of,
    named,
)
from qa.conversation.openings import with_capital, without_article, without_the
from qa.conversation.turns import Turn
from qa.conversation.verbs import base_of, is_participle
from qa.conversation.words import (
    AUXILIARIES,
    DETERMINERS,
    DOING,
    LESS_THAN_A_SUBJECT,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    TOPIC_PREPOSITIONS,
)
from qa.countries import country_words

_ABOUT = re.compile(
    r"^\W*(?:(?:and|but|or|so|ok|well)\b[\s,]*)*(?:what|how)\s+about\s+(?P<what>.+?)\W*$",
    re.IGNORECASE,
)
_AND = re.compile(r"^\W*(?:and|but|or)\b[\s,]+(?P<what>.+?)\s*\?*\s*$", re.IGNORECASE)
_LONE = re.compile(r"^(?P<what>[^?]+?)\s*\?\s*$")
_TIME = re.compile(
    r"\b(?:(?:in|on|since|before|after|during|until|by)\s+)?(?:(?:early|late|mid-?)\s+)?(?:"
    rf"(?:\d{{1,2}}\s+)?{MONTH}(?:\s+\d{{1,2}},?)?(?:\s+\d{{4}})?|{WEEKDAY}"
    r"|(?:1\d|20)\d\d|(?:last|this|next|the previous)\s+(?:year|month|week|quarter|decade)|today"
    r"|yesterday|the (?:first|second|third|fourth) quarter(?: of \d{4})?)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\bof\s+(?:(?!(?:in|at|on|for|to|from|by)\b)[\w'’-]+\s*)+(?<=\S)")
_NUMBER = re.compile(r"^(?:the\s+)?number\s+of\s+", re.IGNORECASE)
_OWNER = re.compile(r"(.+?)['’]s\s")
_OWN = re.compile(r"(?:his|her|its|their)\s+(?=\w)", re.IGNORECASE)
_STATES = frozenset(["dead", "missing"])
_MOST_WORDS, _MOST_LONE_WORDS = 12, 3


def fragment(question: str) -> str:
    """What a question without a verb names: "Erbil", "in 2019", "about the talks"; or nothing."""
    if (found := _ABOUT.match(question)) and not _is_clause(found["what"]):
        return found["what"]
    found = _AND.match(question)
    if found and _is_fragment(found["what"]):
        return found["what"]
    found = _LONE.match(question)
    if found and len(found["what"].split()) <= _MOST_LONE_WORDS and _is_fragment(found["what"]):
        return _as_it_goes_on(found["what"])
    return ""


def _as_it_goes_on(words: str) -> str:
    """Without the capital of what opens a question: "according to the firm"."""
    first = words.split(maxsplit=1)[0]
    is_name = first.casefold() not in PREPOSITIONS | {"according"}
    return words if is_name else f"{words[:1].lower()}{words[1:]}"


def _is_clause(words: str) -> bool:
    return taken_apart(words) is not None


def _is_fragment(words: str) -> bool:
    parts = words.casefold().split()
    if parts[0] in TOPIC_PREPOSITIONS or is_time(words):
        return parts[0] != "on" or taken_apart(words) is None
    asks = taken_apart(words) is not None or re.match(r"(?:is|tell|show|give|list)\b", words, re.I)
    return not asks and len(parts) <= _MOST_WORDS and not AUXILIARIES.intersection(parts)


def asked_of(what: str, turn: Turn) -> tuple[str, ...]:
    """The earlier question, asked of what is named instead, the likeliest way first. There is
    always one."""
    if actor := _of_actor(what, turn):
        # Somebody's words are asked of nobody else; what is done may be told in other words.
        is_told = turn.clause is not None and turn.clause.is_of_speech
        return (_tidy(actor[0]), *([] if is_told else [_beside(what, turn)]))
    if counted := _of_count(what, turn):
        return (_tidy(counted),)
    ways = [question for way in _WAYS for question in way(what, turn) if question]
    ways = list(dict.fromkeys(_tidy(each) for each in ways if each != turn.question))
    ways = [each for each in ways if not _lacks_verb(each, what)]
    return tuple(ways) if ways else (_beside(what, turn),)


def _lacks_verb(question: str, what: str) -> bool:
    """ "What did the loser?": the verb was taken for a part of what was swapped."""
    clause = taken_apart(question)
    if clause is None or clause.verb or clause.auxiliary.casefold() not in DOING:
        return False
    return fold(clause.subject) == fold(what) and not clause.tails


def _of_count(what: str, turn: Turn) -> str:
    """ "And the injured?" and "And the number of crew?", after "How many were killed?"; after any
    other question a number, or a cost, is asked beside it."""
    clause = turn.clause
    if clause is None or clause.is_of_speech:
        return ""
    if not _counts(clause):
        is_like = _is_of_something(clause.subject) or not _is_of_something(what)
        return "" if is_like else _beside(what, turn)
    counted = _NUMBER.sub("", what)
    done = without_the(counted).casefold()
    # "The cost" is nothing done, though one says "it cost".
    is_noun = done != what.casefold() and base_of(done) == done
    if clause.asks_subject and (done in _STATES or (is_participle(done) and not is_noun)):
        return " ".join([clause.asking, clause.asked, "were", done, *map(str, clause.tails)])
    if counted != what:
        return _swapped(turn.question, clause.asked, counted, first=True) if clause.asked else ""
    return _beside(what, turn) if _is_of_something(what) else ""


def _of_time(what: str, turn: Turn) -> list[str]:
    if not is_time(what):
        return []
    old = _TIME.search(turn.question)
    if old is None:
        return [_appended(turn.question, what if _leads(what) else f"in {what}")]
    lead = old.group().split()[0]
    if not _leads(what) and lead.casefold() in PREPOSITIONS:
        what = f"{lead} {what}"
    return [turn.question[: old.start()] + what + turn.question[old.end() :]]


def _with_preposition(what: str, turn: Turn) -> list[str]:
    before, tails = object_and_tails(what.split())
    if before or not tails[0].words or is_time(what):
        return []
    preposition, clause = tails[0].preposition, turn.clause
    if clause is None:
        return [_appended(turn.question, what)]
    for tail in reversed(clause.tails):
        if tail.preposition == preposition:
            return [_swapped(turn.question, str(tail), what)]
    topics, places = TOPIC_PREPOSITIONS, PLACE_PREPOSITIONS
    for kinds in (topics, places):
        for tail in reversed(clause.tails):
            if preposition in kinds and tail.preposition in kinds and not is_time(tail.words):
                return [_swapped(turn.question, str(tail), what)]
    within = re.search(rf"\b{preposition}\s+(?:the\s+)?{NAME_RUN.pattern}", turn.question)
    if within and preposition in places:
        return [_swapped(turn.question, within.group(), what)]
    return [_appended(turn.question, what)]


def _of_actor(what: str, turn: Turn) -> list[str]:
    """Who may speak or act takes the place of whoever did: "And the governor?"."""
    clause = turn.clause
    if clause is None or not clause.subject or not clause.verb:
        return []
    # "And from the government?"
    who = re.sub(r"^(?:from|by)\s+", "", what, flags=re.IGNORECASE)
    if _leads(who) or is_time(who) or fold(who) == fold(clause.subject):
        return []
    speaks, subject = turn.people.speaks, clause.subject
    acted = speaks(subject) or NAME_RUN.fullmatch(without_the(subject)) is not None
    if not acted or not speaks(who):
        return []
    return [_swapped(without_own(turn.question, clause), subject, who, first=True)]


def without_own(question: str, clause: Clause) -> str:
    """The question without what is its subject's alone, "in her letter": it is no letter of
    another's. What is spoken about goes on to be hers, and is named so."""
    for tail in clause.tails:
        own = _OWN.match(tail.words)
        if own is None:
            continue
        if tail.preposition in TOPIC_PREPOSITIONS and NAME_RUN.fullmatch(clause.subject):
            its = f"{tail.preposition} {clause.subject}'s {tail.words[own.end() :]}"
            question = question.replace(str(tail), its, 1)
        elif tail.preposition not in TOPIC_PREPOSITIONS:
            question = question.replace(f" {tail}", "", 1)
    return question


def _of_name(what: str, turn: Turn) -> list[str]:
    bare = without_the(what)
    if _leads(what) or not is_name(bare, turn.people.is_speaker):
        return []
    before = "the" if what != bare else ""
    new = named(bare, turn.people.is_speaker, before)
    clause = turn.clause
    topic = _topic(clause) if clause else ""
    ways: list[str] = []
    same = [
        old
        for old in turn.mentions
        if is_name(without_the(old.short), turn.people.is_speaker) and fold(old.short) != fold(what)
    ]
    same.sort(key=lambda old: (not _alike(old.kind, new.kind), not old.is_subject))
    is_named = NAME_RUN.fullmatch(without_the(topic)) is not None
    if clause and clause.is_of_speech and is_named and new.kind is not Kind.PERSON:
        ways.append(_swapped(turn.question, topic, what))
    ways += [_swapped(turn.question, old.short, what, with_the=True) for old in same]
    if topic:
        ways.append(_swapped(turn.question, topic, what))
    if clause and not ways and clause.subject and clause.subject != "there":
        ways.append(_swapped(turn.question, clause.subject, what))
    return ways[:2]


def _alike(one: Kind, other: Kind) -> bool:
    bodies = (Kind.BODY, Kind.PLACE)
    return one is other or (one in bodies and other in bodies)


def _of_thing(what: str, turn: Turn) -> list[str]:
    clause = turn.clause
    if clause is None or _leads(what):
        return []
    if topic := _topic(clause):
        return [_swapped(turn.question, topic, what)]
    if clause.is_of_speech and not (clause.asked and clause.subject):
        return [_appended(turn.question, f"about {what}")]
    # What is one is not counted: "And the storm?", after "How many people died in the flood?"
    # So is no country: "And Mexico?", after "How much gas did Canada ship to Chad?"
    may_be_like = not _counts(clause) or is_plural(what)
    is_country = set(stems(without_the(what))) <= country_words()
    asked = clause.asked if may_be_like and not is_country else ""
    things = [part for part in (asked, clause.object) if part]
    may_do = not things and not NAME_RUN.fullmatch(clause.subject)
    if may_do and clause.subject not in ("", "there"):
        things = [clause.subject]
    if not things and _is_definite(what):
        things = [t.words for t in reversed(clause.tails) if _may_stand_in(t, what)]
    parts = ("" if asked else clause.asked, clause.subject or clause.object)
    of = next(filter(None, map(_OF.search, parts)), None)
    if of and not _is_definite(what):
        # "What is the price of corn in Chicago?", "And wheat?"
        return [_swapped(turn.question, of[0], f"of {what}")]
    ways = [
        _swapped(turn.question, old, without_article(what) if old == clause.asked else what)
        for old in things
    ]
    return [*ways[:1], _beside(what, turn)]


def _counts(clause: Clause) -> bool:
    return clause.asking.casefold() == "how many"


def _is_of_something(words: str) -> bool:
    """Whether it is no like of what was asked of, but something about it: "the cost"."""
    is_number = _NUMBER.match(words) is not None
    return is_number or (_is_definite(words) and head_of(words) in LESS_THAN_A_SUBJECT)


def _may_stand_in(tail: Tail, what: str) -> bool:
    is_alike = tail.preposition == "according to" or kind_of(tail.words) is kind_of(what)
    return is_alike and _is_definite(tail.words)


def _of_deed(what: str, turn: Turn) -> list[str]:
    """ "And hurt?", after "Who was killed?"."""
    word, clause = what.casefold(), turn.clause
    is_deed = is_participle(word) or (word.isalpha() and word.endswith("ing"))
    if not is_deed or clause is None or not is_participle(clause.verb.casefold()):
        return []
    return [_swapped(turn.question, clause.verb, what)]


def _of_owner(what: str, turn: Turn) -> list[str]:
    """ "And Russia's?"; "And the union?", after "What is Norway's position on pay?"."""
    owner = _OWNER.match(turn.clause.subject) if turn.clause else None
    who = re.sub(r"['’]s$", "", what)
    if owner and _may_own(who, turn) and _may_own(owner[1], turn):
        return [_swapped(turn.question, owner[1], who, first=True)]
    owns = re.search(rf"{NAME_RUN.pattern}(?<=['’]s)(?=\s)", turn.question)
    if owns is None or not re.search(r"['’]s?$", what):
        return []
    return [turn.question[: owns.start()] + what + turn.question[owns.end() :]]


def _may_own(words: str, turn: Turn) -> bool:
    return turn.people.speaks(words) or NAME_RUN.fullmatch(without_the(words)) is not None


_WAYS: tuple[Callable[[str, Turn], list[str]], ...] = (
    _of_time,
    _of_owner,
    _of_deed,
    _with_preposition,
    _of_name,
    _of_thing,
)


def _beside(what: str, turn: Turn) -> str:
    """A question on both, where the one has no place in the other."""
    about = without_asking(turn)
    return f"What about {what}, regarding {about}?"


def _topic(clause: Clause) -> str:
    tails = (t.words for t in clause.tails if t.preposition in TOPIC_PREPOSITIONS)
    topic = next((words for words in tails if words and not is_time(words)), "")
    # Who goes on strike does so about something else.
    is_set = topic.isalpha() and topic.islower() and not is_plural(topic)
    return "" if is_set and not clause.is_of_speech else topic


def _is_definite(words: str) -> bool:
    return words.partition(" ")[0].casefold() in DETERMINERS


def _leads(words: str) -> bool:
    return words.split(maxsplit=1)[0].casefold() in PREPOSITIONS | {"according"}


def _swapped(
    question: str, old: str, new: str, *, first: bool = False, with_the: bool = False
) -> str:
    """The question with ``new`` for the last ``old`` in it, or the first, and perhaps for the
    article before it; the question itself without one."""
    the = r"(?:the\s+)?" if with_the else ""
    found = list(re.finditer(rf"(?<!\w){the}{re.escape(old)}(?!\w)", question, re.IGNORECASE))
    if not found:
        return question
    swapped = found[0 if first else -1]
    return question[: swapped.start()] + new + question[swapped.end() :]


def _appended(question: str, words: str) -> str:
    return f"{question.rstrip(' ?.')} {words}?"


def _tidy(question: str) -> str:
    return with_capital(f"{' '.join(question.split()).rstrip(' ?')}?")
