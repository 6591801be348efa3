"""Name who is told only by whose lawyer or wife it is. Input: a question, and the Talk before it.
Output: the question with the name, where the articles tell it.

Their words are under the name: "What did Dina Ashby say?", for "What did Lamm's lawyer say?".
"""

import re

from qa.conversation.clauses import taken_apart
from qa.conversation.mentions import NAME_RUN, Kind, kind_of
from qa.conversation.talk import Talk

_POSSESSED = re.compile(rf"^{NAME_RUN.pattern}(?<=['’]s)\s+[a-z][a-z ]*$")


def by_name(question: str, talk: Talk) -> str:
    """The question itself where nobody is asked for words, or named already."""
    clause = taken_apart(question)
    if clause is None or not clause.is_of_speech or not _POSSESSED.match(clause.subject):
        return question
    if kind_of(clause.subject) is not Kind.PERSON:
        return question
    found = talk.asking(f"Who is {clause.subject}?").person_answered()
    return question.replace(clause.subject, found.words, 1) if found else question
