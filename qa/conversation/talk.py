"""What was talked about before a question. Input: the earlier questions. Output: what they and
their answers speak of, the newest first.

An earlier question is completed itself before it is leant on, and answered only where it does not
say enough. No more is looked at than is needed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from index.folding import fold
from qa.conversation.clauses import Clause, plain, taken_apart
from qa.conversation.mentions import (
    NAME_RUN,
    Kind,
    Mention,
    is_plural,
    kind_of,
    mentions_in,
    named,
    without_title,
)
from qa.conversation.words import BODY_WORDS
from qa.records import Answer

# In a longer talk nobody points further back.
_LOOKS_BACK = 10
# Of "Tell me about the centers" what it is on.
_TOPIC = re.compile(r"\b(?:about|on|regarding|concerning)\s+(.+)$", re.IGNORECASE)

Completed = Callable[[str, "Talk"], str]
Answered = Callable[[str], Answer]


class Talk:
    """The earlier questions, oldest first, and how to complete and to answer one: None where
    nothing is to be answered for it."""

    def __init__(
        self,
        history: Sequence[str],
        completed: Completed,
        answered: Answered | None,
        speakers: Callable[[], Sequence[str]],
        looks_back: int = _LOOKS_BACK,
    ) -> None:
        self._history = tuple(" ".join(each.split()) for each in history[-looks_back:])
        self._completed, self._answered, self._speakers = completed, answered, speakers
        self._looks_back = looks_back

    def __bool__(self) -> bool:
        return bool(self._history)

    @cached_property
    def newest(self) -> "Turn":
        """The question before, complete. There is one."""
        return Turn(self._completed(self._history[-1], self.before), self._answered, self._people)

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

    def turns(self) -> Iterator["Turn"]:
        """The questions before, the newest first."""
        talk = self
        while talk:
            yield talk.newest
            talk = talk.before

    @cached_property
    def _people(self) -> "People":
        return People(self._speakers)


class People:
    """Who speaks in the collection, looked up when first asked for."""

    def __init__(self, speakers: Callable[[], Sequence[str]]) -> None:
        self._speakers = speakers

    def is_speaker(self, name: str) -> bool:
        """Whether a person with this last name says something in the articles."""
        return fold(name.rsplit(maxsplit=1)[-1]) in self._last_names if name.split() else False

    @cached_property
    def _last_names(self) -> frozenset[str]:
        names = (name.split() for name in self._speakers())
        last = ((words, fold(words[-1])) for words in names if words)
        return frozenset(
            each
            for words, each in last
            # "Turkish Defense Ministry", "dealers in London", "House of Lords" and "Ankara" are no
            # persons.
            if len(words) > 1 and each not in BODY_WORDS
            if NAME_RUN.fullmatch(" ".join(words)) and not {"of", "for"}.intersection(words)
        )


class Turn:
    """An earlier question that stands alone, with its answer where that is needed."""

    def __init__(self, question: str, answered: Answered | None, people: People) -> None:
        self.question, self._answered, self.people = question, answered, people

    @cached_property
    def clause(self) -> Clause | None:
        """The question taken apart."""
        return taken_apart(self.question)

    @cached_property
    def answer(self) -> Answer | None:
        """What the articles answer; None where it is not to be looked up."""
        return self._answered(self.question) if self._answered else None

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What the question names, the likeliest to be meant first."""
        is_speaker = self.people.is_speaker
        if self.clause is not None:
            return mentions_in(self.clause, is_speaker)
        topic = _TOPIC.search(plain(self.question))
        whole = (
            Mention(topic[1], topic[1], kind_of(topic[1]), is_plural(topic[1])) if topic else None
        )
        runs = (run.group() for run in NAME_RUN.finditer(self.question))
        return (*([whole] if whole else []), *(named(name, is_speaker) for name in runs))

    @cached_property
    def answer_mentions(self) -> tuple[Mention, ...]:
        """What the answer brings: its few words first, then who speaks, then the names in it."""
        answer = self.answer
        if answer is None or answer.abstained:
            return ()
        is_speaker = self.people.is_speaker
        found: list[Mention] = []
        if answer.short_answer and NAME_RUN.fullmatch(bare := _bare(answer.short_answer.text)):
            found.append(named(without_title(bare), is_speaker))
        found += [named(each.speaker, is_speaker) for each in answer.citations[:1] if each.speaker]
        told = answer.sentences[0].text
        inside = [
            named(without_title(run.group()), is_speaker, _word_before(told, run.start()))
            for run in NAME_RUN.finditer(told)
        ]
        found += [each for each in inside if each.is_sure]
        found += [each for each in inside if not each.is_sure and len(each.short.split()) > 1]
        asked = set(fold(self.question).split())
        return tuple(each for each in found if fold(each.short.split()[-1]) not in asked)

    @property
    def asks_person(self) -> bool:
        """Whether a person is asked for."""
        asking = self.clause.asking.casefold().split() if self.clause else []
        return bool(asking) and asking[-1] in ("who", "whom")

    @property
    def short_answer(self) -> str:
        """The few words that answer; empty where there are none."""
        short = self.answer.short_answer if self.answer else None
        return short.text if short else ""

    def person_answered(self) -> Mention | None:
        """The person that the question asked for."""
        if not self.asks_person:
            return None
        subject = self.clause.subject if self.clause else ""
        if self.clause and not self.clause.verb and NAME_RUN.fullmatch(subject):
            # "Who is Hakan Fidan?" is answered by what he is.
            return None
        people = [each for each in self.answer_mentions if each.kind is Kind.PERSON]
        return people[0] if people else None


def _word_before(text: str, start: int) -> str:
    return text[:start].rsplit(maxsplit=1)[-1] if text[:start].strip() else ""


def _bare(words: str) -> str:
    """The name without the lower-case words before it: "the spokesman Yahya Rasool"."""
    run = list(NAME_RUN.finditer(words))
    return run[-1].group() if len(run) == 1 and words.endswith(run[0].group()) else words
