"""Complete a question that names no subject. Input: "How many died?" and the Talk before it.
Output: the question, with what was talked of: "How many died in the fire in Basra?"

A question of few words may be new or lean back, "When was the sale completed?": it is taken the way
that the articles answer more surely.
"""

import math
import re
from collections.abc import Sequence
from enum import StrEnum

from qa.conversation.clauses import Clause, taken_apart
from qa.conversation.ellipsis import without_asking
from qa.conversation.mentions import NAME_RUN, Kind, head_of, is_time, kind_of
from qa.conversation.pointing import points_back
from qa.conversation.propositions import proposition
from qa.conversation.talk import Talk
from qa.conversation.turns import Turn
from qa.conversation.words import (
    ATTACHED_WITH,
    GROUP_WORDS,
    LESS_THAN_A_SUBJECT,
    LIGHT_NOUNS,
    PERSON_PRONOUNS,
    SOMEBODYS,
)
from qa.words import FUNCTION_WORDS, PLAIN_SPEECH_WORDS

_NO_SUBJECTS = FUNCTION_WORDS | PLAIN_SPEECH_WORDS | LIGHT_NOUNS
_WORD = re.compile(r"[\w'’]+")
# More say what they are about themselves.
_MOST_WORDS_OF_ITS_OWN = 3
# Of a question that was completed itself: "the deficit of the money that the trustees want" can
# hardly be read behind another.
_MOST_WORDS_ATTACHED = 9
# "The people who died when the ship sank": a clause of its own is nothing's part.
_JOINED = re.compile(r"\s(?:when|while|if|because|although|where|how|why)\s")
_GOES_ON = re.compile(r"^\W*(?:and|but)\s+(?:what|how)\s", re.IGNORECASE)
_PAST = frozenset(["", "did", "was", "were"])


class Leaning(StrEnum):
    """Whether a question leaves what it is about to those before it."""

    SURELY = "surely"
    PERHAPS = "perhaps"
    NOT = "not"


def leaning(question: str) -> Leaning:
    """Told by what it says itself: "How many died?" surely, "What is inflation?" not."""
    clause = taken_apart(question)
    words = _WORD.findall(question)
    if clause is not None and _GOES_ON.match(question) and _speaks(clause):
        # "And what did Erdogan say?"
        return Leaning.SURELY
    if clause is None or is_time(question) or any(NAME_RUN.fullmatch(word) for word in words[1:]):
        return Leaning.NOT
    return _leaning(question, clause, words)


def _leaning(question: str, clause: Clause, words: Sequence[str]) -> Leaning:
    plain = [word.casefold() for word in words[len(_WORD.findall(clause.asking)) :]]
    said = [word for word in plain if word not in _NO_SUBJECTS]
    own = [word for word in said if word not in LESS_THAN_A_SUBJECT]
    if points_back(question):
        # "How many votes did she get?"
        is_of_person = not PERSON_PRONOUNS.isdisjoint(plain)
        return Leaning.SURELY if is_of_person and said and not own else Leaning.NOT
    if not said or len(own) > _MOST_WORDS_OF_ITS_OWN:
        return Leaning.NOT
    if not own or (len(own) < 2 and (clause.verb or (clause.asked and clause.tails))):
        return Leaning.SURELY
    if len(own) < 2 and not clause.asked:
        # "What are the charges?" and "Were there any survivors?" go on; "What is inflation?" is
        # new.
        is_definite = clause.subject.casefold().startswith("the ") and clause.subject.count(" ") < 3
        is_any = clause.subject == "there" and not clause.tails
        return Leaning.SURELY if is_definite or is_any else Leaning.NOT
    return Leaning.PERHAPS


def _speaks(clause: Clause) -> bool:
    """Whether somebody is asked for words, and not on what."""
    is_of_speech = clause.is_of_speech or ATTACHED_WITH.get(clause.verb) == "to"
    return is_of_speech and bool(clause.subject) and not clause.behind


def attached(question: str, whole: str, talk: Talk) -> str:
    """The question with what it leans on; ``whole`` is it with its pronouns filled, and stands
    where the question names what it is about."""
    leans, clause = leaning(question), taken_apart(question)
    if leans is Leaning.NOT or clause is None:
        return whole
    if whole != question and not points_back(question):
        # "The meeting" was filled.
        return whole
    # Who is asked of is no subject beside: "Will he pay?", after "Who is the director?".
    subject = _subject(talk.newest, may_be_person=not points_back(question))
    if _is_role_of_nobody(clause, subject, talk.newest):
        return whole
    if not subject or subject.casefold() in whole.casefold():
        return whole
    leant = _leant(whole, clause, talk.newest, subject, is_sure=leans is Leaning.SURELY)
    return leant if leans is Leaning.SURELY else talk.surest((leant, whole))


def _leant(question: str, clause: Clause, turn: Turn, subject: str, *, is_sure: bool) -> str:
    asked = question.rstrip(" ?")
    said = proposition(turn)
    if said and re.search(r"\b(?:dis)?agree$", asked):
        return f"{asked} that {said}?"
    same = re.search(rf"\bthe {re.escape(head_of(subject))}\b", asked, re.IGNORECASE)
    if same:
        # "Has the ship been freed?", after "Which ship sank in the Rhine?"
        return f"{asked[: same.start()]}{subject}{asked[same.end() :]}?"
    preposition = _preposition(asked.rpartition(" ")[2], clause)
    if preposition == "about" and turn.clause and _speaks(turn.clause):
        # "What did Guler say?", "And what did Erdogan say?"
        return question
    if preposition == "about" and turn.clause and turn.clause.asks_whether and said:
        return f"{asked} about whether {said}?"
    is_doing = clause.verb and clause.asks_subject and not clause.object
    is_past = is_doing and clause.auxiliary in _PAST
    happened = is_past and turn.clause and turn.clause.verb and not turn.clause.asks_subject
    if said and happened and preposition in ("", "in"):
        return f"{asked} when {said}?"
    is_led = preposition is not None and is_sure
    return (
        f"{asked} {preposition}".rstrip() + f" {subject}?"
        if is_led
        else f"{asked}, regarding {subject}?"
    )


def _preposition(last: str, clause: Clause) -> str | None:
    """What leads in the subject behind a question's last word; None where nothing fits well."""
    found = ATTACHED_WITH.get(last.casefold())
    if found is None and clause.is_of_speech and clause.verb.endswith(last) and clause.subject:
        return "about"
    is_of = not clause.verb and not clause.tails and clause.subject.casefold().startswith("the ")
    if found in ("", "of") and clause.subject:
        # "What was the cause?", "When will the strike end?", "How much did the repairs cost?"
        return "of" if is_of else None
    if found is not None or (clause.asked and clause.tails):
        return found
    is_in = clause.asks_subject or clause.asks_whether or (clause.asked and clause.verb)
    return "of" if is_of else "in" if is_in else None


def _is_role_of_nobody(clause: Clause, subject: str, turn: Turn) -> bool:
    """Whether a person is asked for, and would be somebody's who has none: the judge is no judge of
    the captain, though a lawyer may be his."""
    if clause.verb or kind_of(clause.subject) is not Kind.PERSON:
        return False
    is_of_person = kind_of(subject) is Kind.PERSON or any(
        each.kind is Kind.PERSON and each.words == subject for each in turn.mentions
    )
    return is_of_person and head_of(clause.subject) not in SOMEBODYS


def _subject(turn: Turn, *, may_be_person: bool) -> str:
    """An event or a place before a person, what has a part before the people who have it."""
    most = math.inf if turn.question == turn.asked else _MOST_WORDS_ATTACHED
    named = [each for each in turn.mentions if len(each.words.split()) <= most]
    for each in named:
        is_people = head_of(each.short) in LIGHT_NOUNS | GROUP_WORDS
        if not is_people and (each.kind in (Kind.THING, Kind.PLACE) or each.words != each.short):
            return each.words
    about = without_asking(turn)
    if len(about.split()) > most or _JOINED.search(about):
        return next((each.words for each in named if each.kind is Kind.BODY), "")
    is_person = not may_be_person and turn.mentions and turn.mentions[0].kind is Kind.PERSON
    return "" if is_person else about
