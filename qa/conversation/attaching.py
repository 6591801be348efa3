"""Complete a question that names no subject. Input: "How many died?" and the Talk before it.
Output: the question, with what was talked of: "How many died in the fire in Basra?"
"""

import re

from qa.conversation.clauses import taken_apart
from qa.conversation.ellipsis import without_asking
from qa.conversation.mentions import NAME_RUN, Kind
from qa.conversation.pointing import points_back
from qa.conversation.propositions import proposition
from qa.conversation.talk import Talk, Turn
from qa.conversation.words import ATTACHED_WITH, LESS_THAN_A_SUBJECT, LIGHT_NOUNS
from qa.words import FUNCTION_WORDS, PLAIN_SPEECH_WORDS

_NO_SUBJECTS = FUNCTION_WORDS | PLAIN_SPEECH_WORDS | LESS_THAN_A_SUBJECT | LIGHT_NOUNS


def attached(question: str, talk: Talk) -> str:
    """The question itself where it names what it is about."""
    words = re.findall(r"[\w'’]+", question)
    has_name = any(NAME_RUN.fullmatch(word) for word in words[1:])
    own = [word for word in words if word.casefold() not in _NO_SUBJECTS]
    clause = taken_apart(question)
    if has_name or len(own) > 1 or clause is None or points_back(question):
        return question
    asked = question.rstrip(" ?")
    if own and not clause.verb and not (clause.asked and clause.tails):
        # "What are the charges?" goes on; "What is inflation?" is new.
        is_definite = clause.subject.casefold().startswith("the ") and clause.subject.count(" ") < 3
        return f"{asked}, regarding {_subject(talk.newest)}?" if is_definite else question
    if not own and not any(word.casefold() in LESS_THAN_A_SUBJECT for word in words):
        return question
    said = proposition(talk.newest)
    preposition = ATTACHED_WITH.get(words[-1].casefold(), "in")
    is_doing = clause.verb and not clause.object and not clause.asks_whether
    if said and is_doing and preposition in ("", "in"):
        return f"{asked} when {said}?"
    return " ".join(f"{asked} {preposition} {_subject(talk.newest)}?".split())


def _subject(turn: Turn) -> str:
    """An event or a place before a person."""
    for each in turn.mentions:
        if each.kind in (Kind.THING, Kind.PLACE):
            return each.words
    return without_asking(turn)
