"""Talks made for the tests of conversation, with answers where a test needs them."""

from collections.abc import Mapping

from qa.conversation.completing import complete
from qa.records import Answer, AnswerSentence, ShortAnswer

SPEAKERS = ("Yasar Guler", "Hulusi Akar", "Hakan Fidan", "Yahya Rasool", "Joint Operations Command")


def answer(question: str, sentence: str = "", short: str = "") -> Answer:
    """An answer of one sentence, perhaps with the few words; an abstention without a sentence."""
    return Answer(
        question=question,
        understood_as=None,
        abstained=not sentence,
        confidence=1.0,
        answer=sentence,
        short_answer=ShortAnswer(short, 1) if short else None,
        sentences=(AnswerSentence(sentence, (1,)),) if sentence else (),
        citations=(),
        differences=(),
        notes=(),
        parts=(),
        passages=(),
        timings_ms={},
    )


def completed(
    question: str, *history: str, known: Mapping[str, tuple[str, str]] | None = None
) -> str:
    """The question completed; ``known`` holds the sentence and the few words that answer a
    question, and nothing else is answered."""

    def answered(earlier: str) -> Answer:
        return answer(earlier, *(known or {}).get(earlier, ("", "")))

    return complete(question, history, answered, lambda: SPEAKERS)
