"""Keep a follow-up with whoever was asked about its subject. Input: it, filled in, and the Turn
before. Output: ways to ask it, the likeliest first.

"When would that be?", after what Guler said about withdrawal, asks when it would be according to
Guler; where he says nothing of it, anybody may.
"""

from qa.conversation.mentions import NAME_RUN
from qa.conversation.openings import without_the
from qa.conversation.turns import Turn


def anchored(question: str, turn: Turn) -> tuple[str, ...]:
    """The question alone where it names somebody itself, or nobody was asked about."""
    clause = turn.clause
    if clause is None or not clause.is_of_speech or NAME_RUN.search(question.partition(" ")[2]):
        return (question,)
    if not NAME_RUN.fullmatch(without_the(clause.subject)):
        return (question,)
    return f"{question.rstrip(' ?')}, according to {clause.subject}?", question
