"""Say as a statement what a question asks about. Input: a Turn. Output: a clause, or nothing.

"How many troops are there in Syria?", with its answer, gives "there are more than 20,000 troops in
Syria": what "Who said so?" means.
"""

from qa.conversation.clauses import Clause
from qa.conversation.turns import Turn
from qa.conversation.verbs import told
from qa.conversation.words import AUXILIARIES

_LONGEST_SHORT_WORDS = 8


def proposition(turn: Turn) -> str:
    """Without a full stop; empty where the question cannot be turned around."""
    clause = turn.clause
    if clause is None or (clause.is_of_speech and clause.asking.casefold() == "what"):
        return ""
    if clause.verb.startswith("happen"):
        return ""
    if clause.is_of_speech and clause.asks_subject and not clause.auxiliary:
        # "Who said the worst may be over?"
        content = clause.behind.removeprefix("that ")
        return content if AUXILIARIES.intersection(content.casefold().split()) else ""
    said = _said(clause, turn)
    return " ".join(said.split())


def few_words(turn: Turn) -> str:
    """What the articles answer in few words, where it can stand in a sentence; or nothing."""
    short = turn.short_answer
    return short if 0 < len(short.split()) <= _LONGEST_SHORT_WORDS else ""


def _said(clause: Clause, turn: Turn) -> str:
    takes_it = clause.asking.casefold() in ("what", "who", "whom", "which") and not clause.object
    is_amount = clause.asking.casefold() == "how much" and not clause.asked
    takes_it = takes_it or is_amount
    is_asked_of = clause.asked_thing or clause.asks_subject or not clause.verb or takes_it
    # Nothing is looked up for what has no place here: "When did the ferry sink?"
    short = few_words(turn) if is_asked_of and not clause.asks_whether else ""
    asked = _with_noun(short, clause.asked_thing) if clause.asked_thing else ""
    if clause.subject == "there":
        return f"there {clause.auxiliary} {asked} {clause.behind}"
    if clause.asks_subject:
        is_one = asked and clause.asking.casefold() == "which" and asked == clause.asked
        does = f"the {asked}" if is_one else asked or short or "somebody"
        return f"{does} {clause.auxiliary} {clause.verb} {clause.behind}"
    if not clause.verb:
        return _of_being(clause, short)
    thing = asked or (short if takes_it else "")
    does = f"{clause.subject} {told(clause.auxiliary, clause.verb)}"
    if is_amount and clause.object:
        # "The strike cost shops two million."
        return f"{does} {clause.object} {thing} {' '.join(map(str, clause.tails))}"
    return f"{does} {thing} {clause.behind}"


def _of_being(clause: Clause, short: str) -> str:
    return f"{clause.subject} {clause.auxiliary} {short} {clause.behind}" if short else ""


def _with_noun(short: str, noun: str) -> str:
    """ "more than 20,000" of "Turkish troops"; what names its noun itself needs no other."""
    if not short:
        return noun
    held = (
        noun.rsplit(maxsplit=1)[-1].casefold() in short.casefold().split()
        or not short[-1].isdigit()
    )
    return short if held and len(short.split()) > 1 else f"{short} {noun}"
