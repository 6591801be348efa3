"""A question is taken apart into its members."""

import pytest

from qa.conversation.clauses import Clause, Tail, taken_apart


def test_every_member_is_told() -> None:
    assert taken_apart("How many boats did the council ban from the harbour in May?") == Clause(
        asking="How many",
        asked="boats",
        auxiliary="did",
        subject="the council",
        verb="ban",
        object="",
        tails=(Tail("from", "the harbour"), Tail("in", "May")),
    )


@pytest.mark.parametrize(
    ("question", "subject", "verb", "named"),
    [
        ("Where did the Iraqi government deploy border guards?",
         "the Iraqi government", "deploy", "border guards"),
        ("Where is the training centre going to be?", "the training centre", "going to be", ""),
        ("Who filed the complaint?", "", "filed", "the complaint"),
        ("When did that happen?", "that", "happen", ""),
        ("For how long had Turkey been shelling the border?",
         "Turkey", "been shelling", "the border"),
        ("What are the talks supposed to prevent?", "the talks", "supposed to prevent", ""),
        ("Who can be seen in the picture?", "", "be seen", ""),
        ("Did the trade group say so?", "the trade group", "say", "so"),
        ("What did the first report say?", "the first report", "say", ""),
        ("How many miners struck in May?", "", "struck", ""),
    ],
)  # fmt: skip
def test_subject_verb_and_object_are_told_apart(
    question: str, subject: str, verb: str, named: str
) -> None:
    clause = taken_apart(question)
    assert clause is not None
    assert (clause.subject, clause.verb, clause.object) == (subject, verb, named)


def test_what_is_spoken_about_goes_on_to_the_end() -> None:
    clause = taken_apart("What did Khafaji say about the return of forces to Kirkuk?")
    assert clause is not None
    assert clause.tails == (Tail("about", "the return of forces to Kirkuk"),)


@pytest.mark.parametrize("text", ["troops in syria", "Tell me about Kirkuk.", "", "Kirkuk"])
def test_what_is_not_put_as_a_question_has_no_members(text: str) -> None:
    assert taken_apart(text) is None


def test_to_last_is_a_verb_where_there_is_no_other() -> None:
    lasting = taken_apart("How long did the strike last?")
    assert lasting
    assert (lasting.subject, lasting.verb) == ("the strike", "last")
    meeting = taken_apart("When did Akar last meet Shoigu?")
    assert meeting
    assert meeting.verb == "meet"


@pytest.mark.parametrize(
    ("question", "tail"),
    [
        ("Who was in charge of the crane?", Tail("in charge of", "the crane")),
        ("How many people were on board the tug?", Tail("on board", "the tug")),
        ("How many were hurt according to the bank?", Tail("according to", "the bank")),
        ("What is in the report?", Tail("in", "the report")),
    ],
)
def test_a_preposition_of_several_words_is_one_and_opens_no_subject(
    question: str, tail: Tail
) -> None:
    clause = taken_apart(question)
    assert clause is not None
    assert (clause.subject, clause.tails) == ("", (tail,))
