"""Complete a question that is only a question word. Input: "Why?" and the Turn before. Output: the
question of that turn, asked so: "Why did the Kurdish forces leave?"
"""

import re

from qa.conversation.clauses import Clause, plain
from qa.conversation.mentions import NAME_RUN, is_plural
from qa.conversation.openings import with_capital, without_article
from qa.conversation.propositions import few_words
from qa.conversation.talk import Turn
from qa.conversation.verbs import base_of, past_of

_ASKING = (
    r"(?P<asking>(?:since|until|till|from|by|to) (?:when|whom?|where)|with whom"
    r"|for (?:whom|how long|how much)|by how (?:much|many)"
    r"|how (?:many|much|long|often|far|soon|come)|at what (?:time|price|cost)"
    r"|what for|where|when|why|how|whom?)"
)
_BARE = re.compile(
    rf"^\W*(?:(?:and|but|so|or|then|ok|well|oh)\b[\s,]*)*{_ASKING}(?:\s+(?:exactly|precisely"
    r"|then|so|though|not))?\W*$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    rf"^\W*(?:(?:and|but|so|or|then|ok|well|oh)\b[\s,]*)*{_ASKING}(?:\s+exactly)?\s+(?:(?:did|does"
    r"|has|will|would|could|might)\s+(?:that|this|it)(?:\s+(?:all|have))?\s+(?:happen|happened|occur|occurred"
    r"|take place|come about|start)|(?:is|was)\s+(?:that|this|it)(?:\s+(?:so|the case))?)\W*$",
    re.IGNORECASE,
)
_WHY = re.compile(r"^(?:how come|what for)$", re.IGNORECASE)


def bare_asking(question: str) -> str:
    """The question word where there is nothing else; or nothing."""
    found = _BARE.match(question) or _EVENT.match(question)
    if found is None:
        return ""
    asking = " ".join(found["asking"].split()).casefold()
    return "why" if _WHY.match(asking) else asking


def asked_with(asking: str, turn: Turn) -> str:
    """The earlier question, asked with another question word."""
    clause = turn.clause
    asked = _asked(asking, clause, turn) if clause else ""
    if not asked:
        asked = f"{asking}, regarding {without_asking(turn)}"
    return with_capital(" ".join(asked.split()).replace(" ,", ",") + "?")


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
    return "" if clause.is_of_speech and not dangles else few_words(turn)


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
    return short or ("somebody" if turn.asks_person else "something")


def _counted(asking: str, clause: Clause) -> str:
    subject = clause.subject if clause.subject != "there" else ""
    if clause.asked:
        noun, does = clause.asked, f"{clause.auxiliary} {clause.subject} {clause.verb}"
        return f"{asking} {noun} {does} {clause.behind}"
    if clause.object and is_plural(clause.object):
        does = f"{clause.auxiliary} {subject} {clause.verb}"
        return (
            f"{asking} {without_article(clause.object)} {does} {' '.join(map(str, clause.tails))}"
        )
    if subject and is_plural(subject):
        return f"{asking} {without_article(subject)} {_finite(clause)} {clause.behind}"
    if clause.asking.casefold() == "who":
        return f"{asking} people {clause.auxiliary} {clause.verb} {clause.behind}"
    return ""


def _finite(clause: Clause) -> str:
    """The verb with its auxiliary, behind its subject: "left" of "did leave"."""
    if not clause.verb:
        return f"{clause.auxiliary} there"
    is_past = clause.auxiliary.casefold() == "did"
    return past_of(clause.verb.split()[0]) if is_past else f"{clause.auxiliary} {clause.verb}"


def _who(clause: Clause) -> str:
    indefinite = clause.subject.casefold() in ("anyone", "anybody", "someone", "somebody")
    if clause.asks_whether and indefinite:
        return f"who {_finite(clause)} {clause.behind}"
    is_passive = clause.auxiliary.casefold() in ("was", "were", "is", "are") and clause.verb
    if is_passive and not clause.verb.endswith("ing") and clause.subject:
        return f"by whom {clause.auxiliary} {clause.subject} {clause.verb} {clause.behind}"
    return ""
