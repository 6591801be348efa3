"""Say as a statement what a question asks about. Input: a Turn. Output: a clause, or nothing.

"How many troops are there in Syria?", with its answer, gives "there are more than 20,000 troops in
Syria": what "Who said so?" means.
"""

from qa.conversation.clauses import Clause
from qa.conversation.mentions import NAME_RUN
from qa.conversation.talk import Turn
from qa.conversation.verbs import past_of, third_person

_LONGEST_SHORT_WORDS = 8


def proposition(turn: Turn) -> str:
    """Without a full stop; empty where the question cannot be turned around."""
    clause = turn.clause
    if clause is None or (clause.is_of_speech and clause.asking.casefold() == "what"):
        return ""
    if clause.verb.startswith("happen"):
        return ""
    said = _said(clause, turn)
    return " ".join(said.split())


def few_words(turn: Turn) -> str:
    """What the articles answer in few words, where it can stand in a sentence; or nothing."""
    short = turn.short_answer
    return short if 0 < len(short.split()) <= _LONGEST_SHORT_WORDS else ""


def _said(clause: Clause, turn: Turn) -> str:
    takes_it = clause.asking.casefold() in ("what", "who", "whom", "which") and not clause.object
    is_asked_of = clause.asked_thing or clause.asks_subject or not clause.verb or takes_it
    # Nothing is looked up for what has no place here: "When did the ferry sink?"
    short = few_words(turn) if is_asked_of and not clause.asks_whether else ""
    asked = _with_noun(short, clause.asked_thing) if clause.asked_thing else ""
    if clause.subject == "there":
        return f"there {clause.auxiliary} {asked} {clause.behind}"
    if clause.asks_subject:
        does = asked or short or "somebody"
        return f"{does} {clause.auxiliary} {clause.verb} {clause.behind}"
    if not clause.verb:
        return _of_being(clause, short)
    told = _told(clause.auxiliary.casefold(), clause.verb)
    thing = asked or (short if takes_it else "")
    return f"{clause.subject} {told} {thing} {clause.behind}"


def _of_being(clause: Clause, short: str) -> str:
    if clause.asks_whether:
        subject = NAME_RUN.match(clause.subject)
        if subject is None or clause.auxiliary.casefold() in ("do", "does", "did"):
            return ""
        rest = clause.subject[subject.end() :]
        return f"{subject.group()} {clause.auxiliary.casefold()} {rest} {clause.behind}"
    return f"{clause.subject} {clause.auxiliary} {short} {clause.behind}" if short else ""


def _told(auxiliary: str, verb: str) -> str:
    """The verb as it is told: "did deploy" is "deployed"."""
    first, _, rest = verb.partition(" ")
    if auxiliary == "did":
        return f"{past_of(first)} {rest}"
    if auxiliary == "does":
        return f"{third_person(first)} {rest}"
    return verb if auxiliary == "do" else f"{auxiliary} {verb}"


def _with_noun(short: str, noun: str) -> str:
    """ "more than 20,000" of "Turkish troops"; what names its noun itself needs no other."""
    if not short:
        return noun
    held = (
        noun.rsplit(maxsplit=1)[-1].casefold() in short.casefold().split()
        or not short[-1].isdigit()
    )
    return short if held and len(short.split()) > 1 else f"{short} {noun}"
