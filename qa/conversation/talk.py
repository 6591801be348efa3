"""What was talked about before a question. Input: the earlier questions. Output: what they and
their answers speak of, the newest first.

An earlier question is completed itself before it is leant on, and answered only where it does not
say enough. No more is looked at than is needed.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from qa.conversation.people import People
from qa.conversation.turns import Answered, Turn

# In a longer talk nobody points further back.
LOOKS_BACK = 10

Completed = Callable[[str, "Talk"], str]


class Talk:
    """The earlier questions, oldest first, and how to complete and to answer one: None where
    nothing is to be answered for it."""

    def __init__(
        self,
        history: Sequence[str],
        completed: Completed,
        answered: Answered | None,
        speakers: Callable[[], Sequence[str]],
        looks_back: int = LOOKS_BACK,
    ) -> None:
        self._history = tuple(" ".join(each.split()) for each in history[-looks_back:])
        self._completed, self._answered, self._speakers = completed, answered, speakers
        self._looks_back = looks_back

    def __bool__(self) -> bool:
        return bool(self._history)

    @cached_property
    def newest(self) -> Turn:
        """The question before, complete. There is one."""
        asked = self._history[-1]
        return Turn(self._completed(asked, self.before), asked, self._answered, self._people)

    def asking(self, question: str) -> Turn:
        """A question that stands alone, as if it had been asked."""
        return Turn(question, question, self._answered, self._people)

    def best(self, questions: Sequence[str]) -> str:
        """Of several ways to complete a question the first that the articles answer; else the
        first."""
        if len(questions) == 1 or self._answered is None:
            return questions[0]
        answered = self._answered
        return next((each for each in questions if not answered(each).abstained), questions[0])

    def surest(self, questions: Sequence[str]) -> str:
        """Of several ways to take a question the one that is answered most surely, the first of
        equals; the last one where none is answered."""
        if self._answered is None:
            return questions[-1]
        answers = [(self._answered(each), each) for each in questions]
        sure = [(answer.confidence, each) for answer, each in answers if not answer.abstained]
        return max(sure, key=lambda each: each[0])[1] if sure else questions[-1]

    @cached_property
    def before(self) -> "Talk":
        """The talk without its newest question."""
        before = Talk(
            self._history[:-1],
            self._completed,
            self._answered,
            self._speakers,
            max(1, self._looks_back - 1),
        )
        before.__dict__["_people"] = self._people
        return before

    def turns(self) -> Iterator[Turn]:
        """The questions before, the newest first."""
        talk = self
        while talk:
            yield talk.newest
            talk = talk.before

    @cached_property
    def _people(self) -> People:
        return People(self._speakers)
