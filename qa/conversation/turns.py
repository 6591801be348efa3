"""An earlier question of a talk, and what it and its answer speak of. Input: it, complete. Output:
Mentions, the likeliest to be meant first, and the few words and the person that answer it.

It is answered only where what it says itself is not enough.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from index.folding import fold
from qa.conversation.clauses import Clause, plain, taken_apart
from qa.conversation.mentions import (
    NAME_RUN,
    Kind,
    Mention,
    definite,
    is_plural,
    is_time,
    kind_of,
    mentions_in,
    named,
    without_title,
)
from qa.conversation.people import People
from qa.conversation.persons_told import is_told_otherwise, is_told_person
from qa.records import Answer
from qa.words import FUNCTION_WORDS

# Of "Tell me about the centers" what it is on.
_TOPIC = re.compile(r"\b(?:about|on|regarding|concerning)\s+(.+)$", re.IGNORECASE)
_NOUN = re.compile(r"(?:an?|the)\s")

Answered = Callable[[str], Answer]


class Turn:
    """An earlier question that stands alone, how it was asked, and its answer where that is
    needed."""

    def __init__(
        self, question: str, asked: str, answered: Answered | None, people: People
    ) -> None:
        self.question, self.asked = question, asked
        self._answered, self.people = answered, people

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
        """What the answer brings: who answers, then the names in its first sentence."""
        answer = self.answer
        if answer is None or answer.abstained:
            return ()
        inside = self._named_in(answer.sentences[0].text)
        found = [
            *self._answering,
            *(each for each in inside if each.is_sure),
            *(each for each in inside if not each.is_sure and len(each.short.split()) > 1),
        ]
        asked = set(fold(self.question).split())
        return tuple(each for each in found if fold(each.short.split()[-1]) not in asked)

    @property
    def _answering(self) -> tuple[Mention, ...]:
        """The names in the few words that answer, as the sentence names them, and who says it."""
        answer = self.answer
        if answer is None or answer.abstained:
            return ()
        sentence = self._answering_sentence
        inside = self._named_in(sentence)
        short = self.short_answer or sentence
        named_there = (each for each in inside if each.short in short)
        speaker = next((each.speaker or "" for each in answer.citations), "")
        is_said = not self.asks_person or (self.clause and self.clause.is_of_speech)
        return (*named_there, *(self._named_in(speaker) if is_said else ()))

    @property
    def _answering_sentence(self) -> str:
        """The sentence that the few words are from; the first where there are none."""
        if self.answer is None or self.answer.abstained:
            return ""
        sentences, short = self.answer.sentences, self.answer.short_answer
        from_it = (each.text for each in sentences if short and short.citation in each.citations)
        return next(from_it, sentences[0].text)

    def _named_in(self, text: str) -> tuple[Mention, ...]:
        """Each name; a title or a first name before it tells a person, and so may what is beside
        it."""
        found = []
        for run in NAME_RUN.finditer(text):
            name = run.group().rstrip(".")
            if fold(name) in FUNCTION_WORDS or (" " not in name and is_time(name)):
                # "He" that opens a sentence, "January" that ends one; "Theresa May" is somebody.
                continue
            bare = without_title(name)
            mention = named(bare, self.people.is_speaker, _word_before(text, run.start()))
            is_titled = bare != name or self.people.has_first_name(bare)
            if is_titled or (mention.kind is Kind.PERSON and is_told_person(bare, text)):
                mention = replace(mention, kind=Kind.PERSON, is_sure=True)
            found.append(mention)
        return tuple(found)

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

    def person_answered(self, fits: Callable[[Mention], bool] | None = None) -> Mention | None:
        """The person that the question asked for, where one ``fits``, and is known to be none of a
        club or a ship."""
        clause = self.clause
        if clause is None or not self.asks_person:
            return None
        if not clause.verb and NAME_RUN.fullmatch(clause.subject):
            # "Who is Hakan Fidan?" is answered by what he is.
            return None
        # "Who is the captain?": who is one is a person.
        is_role = not clause.verb and kind_of(clause.subject) is Kind.PERSON
        answering = (each for each in self._answering if each.kind is Kind.PERSON)
        people = (each for each in answering if each.is_sure or is_role)
        return next((each for each in people if fits is None or fits(each)), None)

    def may_be_called(self, pronoun: str, mention: Mention) -> bool:
        """Whether neither the name nor the sentence that answers tells another sex."""
        if not self.people.may_be_called(pronoun, mention.short):
            return False
        if self.people.tells_sex(mention.short) or not NAME_RUN.match(mention.short):
            return True
        return not is_told_otherwise(pronoun, mention.short, self._answering_sentence)

    def thing_answered(self) -> str:
        """What was asked for, where something was done to it, as one speaks of it again: "the
        report", of "What did Reagan send?"; else nothing."""
        clause = self.clause
        if clause is None or clause.asking.casefold() != "what" or clause.is_of_speech:
            return ""
        if not clause.subject or not clause.verb or clause.asked or clause.object:
            return ""
        short = self.short_answer
        return definite(short) if _NOUN.match(short) and not is_plural(short) else ""


def _word_before(text: str, start: int) -> str:
    return text[:start].rsplit(maxsplit=1)[-1] if text[:start].strip() else ""
