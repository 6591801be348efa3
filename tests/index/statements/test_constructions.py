"""Verbs that tell words only together with others."""

import pytest

from tests.index.statements.making import found_in


def _told(sentence: str) -> list[tuple[str | None, str, str]]:
    text, found = found_in(sentence)
    return [(said.name, said.verb, text[said.start : said.end]) for said in found]


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ("Ada Lund called for calm.", "called for", "calm"),
        ("Ada Lund called the ruling a disgrace.", "called", "the ruling a disgrace"),
        ("Ada Lund called it “thin soup”.", "called", "it “thin soup”"),
        ("Ada Lund called the ruling irresponsible.", "called", "the ruling irresponsible"),
        ("The minister, Ada Lund, called the audit incomplete.", "called", "the audit incomplete"),
        ("Ada Lund called Holm's plan deeply unfair to tenants.", "called",
         "Holm's plan deeply unfair to tenants"),
        ("Ada Lund called the ruling unfair and pointless.", "called",
         "the ruling unfair and pointless"),
        ("Ada Lund called her brilliant and tireless on Monday.", "called",
         "her brilliant and tireless on Monday"),
        ("Ada Lund ruled out that Holm resigned and claimed a pension.", "ruled out",
         "Holm resigned and claimed a pension"),
        ("Ada Lund branded the plan reckless.", "branded", "the plan reckless"),
        ("Ada Lund labelled the figures as misleading.", "labelled", "the figures as misleading"),
        ("Ada Lund described the plan as hasty.", "described", "the plan as hasty"),
        ("Ada Lund dismissed the audit as flawed.", "dismissed", "the audit as flawed"),
        ("Ada Lund pointed out that it was over.", "pointed out", "it was over"),
        ("Ada Lund has ruled out a third lane.", "ruled out", "a third lane"),
        ("Ada Lund put the toll at about 40.", "put", "the toll at about 40"),
        ("Ada Lund puts the loss at “a few million”.", "puts", "the loss at “a few million”"),
        ("Ada Lund spoke of progress.", "spoke of", "progress"),
        ("Ada Lund had asked for nine years.", "asked for", "nine years"),
        ("Ada Lund asked the army for tents.", "asked", "the army for tents"),
        ("Ada Lund asked ministers to step in.", "asked", "ministers to step in"),
        ("Ada Lund explained herself in one line: “I count.”", "explained", "I count."),
        ("Ada Lund put it this way: “I count.”", "put", "I count."),
    ],
)  # fmt: skip
def test_they_tell_their_object(sentence: str, verb: str, words: str) -> None:
    assert _told(sentence) == [("Ada Lund", verb, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Lund called her deputy at noon.",
        "Ada Lund called the police a second time.",
        "Ada Lund called the chief executive.",
        "Ada Lund called the responsible minister.",
        "Ada Lund called the meeting to order.",
        "Ada Lund called the company's legal and financial advisers.",
        "Ada Lund called her brilliant, tireless deputy on Monday.",
        "Ada Lund called the weak and the poor to the square.",
        "Ada Lund called the rural poor to the square.",
        "Ada Lund called the bank’s important and rich clients on Monday.",
        "Ada Lund called the police regardless.",
        "Ada Lund called the police nevertheless.",
        "Ada Lund called the police as soon as possible.",
        "Ada Lund called the head of legal.",
        "The plan was called reckless by Ada Lund.",
        "Ada Lund labelled the boxes as they came.",
        "Ada Lund declined to comment on the audit.",
        "Ada Lund refused to comment.",
        "Ada Lund ruled the striker out of the match.",
        "Ada Lund put the car at the gate.",
        "Ada Lund put the kettle on at five.",
        "Ada Lund spoke on Monday.",
        "Ada Lund asked why.",
        "The storm ruled out a landing.",
        "The rise put output at 40 tonnes.",
    ],
)
def test_elsewhere_they_tell_nothing(sentence: str) -> None:
    assert _told(sentence) == []


def test_an_object_ends_before_the_next_clause() -> None:
    assert _told("Ada Lund asked for the files by May, but the ministry was late.") == [
        ("Ada Lund", "asked for", "the files by May")
    ]


def test_another_puts_it_otherwise_in_the_same_sentence() -> None:
    sentence = "The army says it is 40, and the Blue Cross has spoken of 70."
    assert _told(sentence) == [("army", "says", "it is 40"), ("Blue Cross", "spoken of", "70")]


def test_what_somebody_asked_for_is_part_of_what_another_tells() -> None:
    (said,) = _told("Ada Lund said the firm had failed, and Holm Inc asked for help.")
    assert said == ("Ada Lund", "said", "the firm had failed, and Holm Inc asked for help")


def test_a_judgement_ends_where_its_speaker_says_another_thing() -> None:
    assert _told("Ada Lund called the plan reckless and promised a vote.") == [
        ("Ada Lund", "called", "the plan reckless"),
        ("Ada Lund", "promised", "a vote"),
    ]
