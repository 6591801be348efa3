"""Complete a follow-up from the questions before it. Input: a question and those before it. Output:
a question that stands alone.

It is completed by grammar alone: "Why?" asks the earlier question with another question word, "And
Erbil?" asks it of Erbil, and pronouns are filled from what it and its answer name. A question that
names what it is about stands alone, whatever was talked of before.
"""

import re
from collections.abc import Callable, Sequence

from qa.conversation.anchoring import anchored
from qa.conversation.attaching import attached
from qa.conversation.clauses import plain
from qa.conversation.echoes import asked_again, of_the_same
from qa.conversation.ellipsis import (
    asked_with,
    bare_asking,
    when_held,
    with_counted,
    with_unit,
)
from qa.conversation.fragments import asked_of, fragment
from qa.conversation.naming import by_name
from qa.conversation.openings import with_capital
from qa.conversation.parting import split_question
from qa.conversation.pronouns import filled
from qa.conversation.talk import LOOKS_BACK, Talk
from qa.records import Answer


def complete(
    question: str,
    history: Sequence[str],
    answered: Callable[[str], Answer],
    speakers: Callable[[], Sequence[str]],
) -> str:
    """The question with what it leaves to the earlier ones, oldest first, filled in; the question
    itself where it stands alone, or nothing fills it.

    ``answered`` answers an earlier question once it is complete, and ``speakers`` names all who
    say something in the collection; both are called only where they are needed.
    """
    # What asks two things was two questions: "they" are named by the second.
    each_alone = [part for asked in history[-LOOKS_BACK:] for part in split_question(asked)]
    return _completed(question, Talk(each_alone, _completed, answered, speakers))


def _completed(question: str, talk: Talk) -> str:
    if not talk:
        return question
    if asking := bare_asking(question) or when_held(question, talk.newest):
        return asked_with(asking, talk.newest)
    if priced := with_unit(question, talk.newest):
        return priced
    same = of_the_same(question, talk.newest) or asked_again(question, talk.newest)
    if same:
        return filled(same, talk)
    if what := fragment(question):
        # What it is asked of may point back itself: "What about their talks?"
        return by_name(talk.best(asked_of(filled(what, talk), talk.newest)), talk)
    counted = with_counted(question, talk.newest)
    whole = filled(counted, talk)
    if whole != counted:
        whole = talk.best(anchored(_without_lead(by_name(whole, talk)), talk.newest))
    whole = attached(counted, whole, talk)
    return _without_lead(whole) if whole != question else question


def _without_lead(question: str) -> str:
    text = re.sub(r"^\W*(?:(?:and|but|so|or)\b[\s,]+)+", "", question, flags=re.IGNORECASE)
    return with_capital(text) if plain(text) else question
