"""What a conversation on the page is made of."""

from dataclasses import dataclass

from qa.records import Answer


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a user is told where something failed: what is wrong, and what to do about it."""

    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it."""

    question: str
    reply: Answer | Trouble
