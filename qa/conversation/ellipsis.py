"""Complete a question that is only a question word. Input: "Why?" and the Turn before. Output: the
question of that turn, asked so: "Why did the Kurdish forces leave?"
"""

import re

from qa.conversation.clauses import Clause, plain, taken_apart
from qa.conversation.mentions import NAME_RUN, head_of, is_plural, singular
from qa.conversation.openings import with_capital, without_article
from qa.conversation.propositions import few_words
from qa.conversation.turns import Turn
from qa.conversation.verbs import base_of, participle_of, told
from qa.conversation.words import AUXILIARIES, EVENTS

_ASKING = (
    r"(?P<asking>(?:since|until|till|from|by|to) (?:when|whom?|where)|with whom"
    r"|for (?:whom|how long|how much)|by how (?:much|many)(?: [a-z]+)?"
    r"|how (?:many|much|long|often|far|soon|come)|at what (?:time|price|cost)"
    r"|what for|where|when|why(?: not)?|how|whom?"
    r"|(?:at|in|on|for|by|from|with|to) (?:what|which)"
    rf"(?: (?!(?:{'|'.join(sorted(AUXILIARIES))})\b)[a-z]+){{1,3}})"
)
_BARE = re.compile(
    rf"^\W*(?:(?:and|but|so|or|then|ok|well|oh)\b[\s,]*)*{_ASKING}(?:\s+(?:exactly|precisely"
    r"|then|so|though))?\W*$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    rf"^\W*(?:(?:and|but|so|or|then|ok|well|oh)\b[\s,]*)*{_ASKING}(?:\s+exactly)?\s+(?:(?:did|does"
    r"|has|will|would|could|might)\s+(?:that|this|it)(?:\s+(?:all|have))?\s+(?:happen|happened|occur|occurred"
    r"|take place|come about|start)|(?:is|was)\s+(?:that|this|it)(?:\s+(?:so|the case))?"
    r"|(?:did|has|does)\s+(?:he|she|they|it)\s+(?:say|said|do|done)\s+(?:that|this|it|so))\W*$",
    re.IGNORECASE,
)
_PER = re.compile(
    r"^\W*(?:(?:and|but|so)\b[\s,]*)*how much (?:is|was|would|will) (?:that|this|it)(?: be)? "
    r"(?P<unit>(?:an?|per|in) \w+)\W*$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^\W*(?:(?:and|but|so)\b[\s,]*)*(?P<asking>where|when) (?:(?:is|was)|(?:will|would|could|might"
    r"|must|should)(?= it be)) (?:it|that|this)(?: be| being)?(?: to be)? held\W*$",
    re.IGNORECASE,
)
_HOLDING = frozenset("held hold holding organise organize plan call schedule open host".split())
_HOW_MANY = re.compile(r"how\s+many\b", re.IGNORECASE)
_WHY = re.compile(r"^(?:how come|what for)$", re.IGNORECASE)


def bare_asking(question: str) -> str:
    """The question word where there is nothing else; or nothing."""
    found = _BARE.match(question) or _EVENT.match(question)
    # "Where is it?" asks of the thing, and "Where was it?" of what happened.
    if found is None or question.casefold().rstrip(" ?").endswith("where is it"):
        return ""
    asking = " ".join(found["asking"].split()).casefold()
    return "why" if _WHY.match(asking) else asking


def asked_with(asking: str, turn: Turn) -> str:
    """The earlier question, asked with another question word."""
    clause = turn.clause
    plain_asking = asking.removesuffix(" not")
    asked = _asked(plain_asking, clause, turn) if clause else ""
    if not asked:
        asked = f"{asking}, regarding {without_asking(turn)}"
    elif clause and clause.subject and plain_asking != asking:
        asked = asked.replace(clause.subject, f"{clause.subject} not", 1)
    return with_capital(" ".join(asked.split()).replace(" ,", ",") + "?")


def with_counted(question: str, turn: Turn) -> str:
    """ "How many were placed?" with what the earlier question counts: "How many cattle"."""
    clause, earlier = taken_apart(question), turn.clause
    if clause is None or earlier is None or clause.asked:
        return question
    if not clause.asking.casefold() == earlier.asking.casefold() == "how many":
        return question
    # Not as a template: what was asked may hold a backslash.
    return _HOW_MANY.sub(lambda found: f"{found[0]} {earlier.asked}", question, count=1)


def with_unit(question: str, turn: Turn) -> str:
    """ "How much is that a share?" as the earlier question asked so: "How much did Alder offer for
    the mine a share?"; or nothing."""
    found, clause = _PER.match(question), turn.clause
    if found is None or clause is None or clause.asking.casefold() != "how much":
        return ""
    return f"{turn.question.rstrip(' ?')} {found['unit']}?"


def when_held(question: str, turn: Turn) -> str:
    """The question word of "Where will it be held?" where nothing was named that is held, but
    what is done is: "When will shareholders vote on the offer?"; or nothing."""
    found, clause = _HELD.match(question), turn.clause
    if found is None or clause is None or clause.is_of_speech:
        return ""
    base = clause.verb.casefold().split()[:1]
    is_done = clause.subject not in ("", "there") and base and base[0] not in _HOLDING
    things = (clause.subject, clause.object, *(tail.words for tail in clause.tails))
    names_event = any(singular(head_of(thing)) in EVENTS for thing in things if thing)
    return found["asking"].casefold() if is_done and not names_event else ""


def without_asking(turn: Turn) -> str:
    """What the earlier question is about: its likeliest mention, else all its words."""
    if turn.mentions:
        return turn.mentions[0].words
    return plain(turn.question)


def _asked(asking: str, clause: Clause, turn: Turn) -> str:
    if asking in ("how many", "how much"):
        return _counted(asking, clause)
    if asking in ("who", "whom"):
        return _who(clause)
    if clause.asks_subject:
        return _of_subject(asking, clause, turn)
    auxiliary = clause.auxiliary.casefold()
    if clause.subject == "there":
        return f"{asking} {auxiliary} there {clause.verb} {clause.asked} {clause.behind}"
    if not clause.verb:
        return _of_being(asking, clause, turn)
    thing = clause.asked_thing or _missing(clause, turn)
    verb = clause.verb
    if clause.is_of_speech and not clause.object and not thing and clause.tails:
        verb = re.sub(r"^(?:say|said)$", "speak" if verb == "say" else "spoken", verb)
    behind = clause.behind
    if any(not tail.words for tail in clause.tails) and thing:
        # "Who did Akar speak with by telephone?"
        parts = [f"{t} {thing}" if not t.words else str(t) for t in clause.tails]
        behind, thing = " ".join([clause.object, *parts]), ""
    base = base_of(verb.split()[0]) if " " not in verb else None
    if asking.endswith("when") and auxiliary in ("has", "have", "had") and base:
        auxiliary, verb = "did", base
    return f"{asking} {auxiliary} {clause.subject} {verb} {thing} {behind}"


def _missing(clause: Clause, turn: Turn) -> str:
    """The object that was asked for, as the articles answer it in few words."""
    if clause.asking.casefold() not in ("what", "who", "whom") or clause.object:
        return ""
    dangles = any(not tail.words for tail in clause.tails)
    short = "" if clause.is_of_speech and not dangles else few_words(turn)
    # "Toshiba Corp" is nothing that Toshiba sets up.
    return "" if clause.subject.casefold() in short.casefold() else short


def _of_being(asking: str, clause: Clause, turn: Turn) -> str:
    is_asked_what = clause.asking.casefold() in ("who", "what") and asking != "where"
    short = few_words(turn) if is_asked_what else ""
    auxiliary = clause.auxiliary.casefold()
    if not NAME_RUN.fullmatch(clause.subject) and clause.asking.casefold() == "who":
        # "Who is the mayor?", "Since when?"
        return f"{asking} {auxiliary} {short} {clause.subject}" if short else ""
    return f"{asking} {auxiliary} {clause.subject} {short} {clause.behind}"


def _of_subject(asking: str, clause: Clause, turn: Turn) -> str:
    subject = _doer(clause, turn)
    if subject == "somebody" and clause.object and (done := _participle(clause)):
        # "Who bought the club?", "When was the club bought?"
        tails = " ".join(map(str, clause.tails))
        was = "were" if is_plural(clause.object) else "was"
        return f"{asking} {was} {clause.object} {done} {tails}"
    if clause.auxiliary:
        return f"{asking} {clause.auxiliary} {subject} {clause.verb} {clause.behind}"
    first, _, rest = clause.verb.partition(" ")
    base = base_of(first.casefold())
    auxiliary = "did" if base else "does"
    verb = base or first.removesuffix("s")
    return f"{asking} {auxiliary} {subject} {verb} {rest} {clause.behind}"


def _doer(clause: Clause, turn: Turn) -> str:
    if clause.asked:
        which = clause.asking.casefold().split()[-1] in ("which", "what", "whose")
        return (few_words(turn) or f"the {clause.asked}") if which else clause.asked
    if clause.verb.casefold().startswith("happen"):
        return "this"
    short = few_words(turn)
    words = set(short.casefold().split())
    if turn.asks_person and not words.isdisjoint(clause.object.casefold().split()):
        # What is bought buys nothing.
        return "somebody"
    return short or ("somebody" if turn.asks_person else "something")


def _participle(clause: Clause) -> str:
    """What was done, where the verb is told in its past: "bought"."""
    first = clause.verb.casefold()
    return participle_of(first) if not clause.auxiliary and " " not in first else ""


def _counted(asking: str, clause: Clause) -> str:
    subject = clause.subject if clause.subject != "there" else ""
    if clause.asked:
        if asking == "how many" and not is_plural(clause.asked):
            return ""
        noun, does = clause.asked, f"{clause.auxiliary} {clause.subject} {clause.verb}"
        return f"{asking} {noun} {does} {clause.behind}"
    of_mass = asking == "how much" and _is_bare(clause.object)
    if clause.object and (of_mass or (is_plural(clause.object) and asking == "how many")):
        does = f"{clause.auxiliary} {subject} {clause.verb}"
        return (
            f"{asking} {without_article(clause.object)} {does} {' '.join(map(str, clause.tails))}"
        )
    if subject and is_plural(subject):
        return f"{asking} {without_article(subject)} {_finite(clause)} {clause.behind}"
    if clause.asking.casefold() == "who":
        return f"{asking} people {clause.auxiliary} {clause.verb} {clause.behind}"
    return ""


def _is_bare(noun: str) -> bool:
    """ "Sugar", and no "the bill" or "May"."""
    return noun.isalpha() and noun.islower() and not is_plural(noun)


def _finite(clause: Clause) -> str:
    """The verb with its auxiliary, behind its subject: "left" of "did leave"."""
    if not clause.verb:
        return f"{clause.auxiliary} there"
    return told(clause.auxiliary, clause.verb)


def _who(clause: Clause) -> str:
    indefinite = clause.subject.casefold() in ("anyone", "anybody", "someone", "somebody")
    if clause.asks_whether and indefinite:
        return f"who {_finite(clause)} {clause.behind}"
    is_passive = clause.auxiliary.casefold() in ("was", "were", "is", "are") and clause.verb
    if is_passive and not clause.verb.endswith("ing") and clause.subject:
        return f"by whom {clause.auxiliary} {clause.subject} {clause.verb} {clause.behind}"
    return ""
