"""A question that names no subject leans on the one before it."""

import pytest

from qa.conversation.attaching import Leaning, leaning
from tests.qa.conversation.making import completed

SINKING = "Where did the ferry sink?"


@pytest.mark.parametrize(
    "question",
    [
        "How many died?",
        "How many people survived?",
        "How many sailors were on board?",
        "How big was the majority?",
        "What are the charges?",
        "What was the turnout?",
        "How many votes did she get?",
    ],
)
def test_what_asks_something_of_a_subject_and_names_none_leans(question: str) -> None:
    assert leaning(question) is Leaning.SURELY


@pytest.mark.parametrize(
    "question", ["When was the sale completed?", "How many passengers were rescued?"]
)
def test_a_few_words_of_its_own_may_be_new_or_lean(question: str) -> None:
    assert leaning(question) is Leaning.PERHAPS


@pytest.mark.parametrize(
    "question",
    [
        "What is inflation?",
        "How many barrels does OPEC produce?",
        "Why did oil prices fall in March?",
        "Who bought the largest paper mill?",
        "Who is he?",
        "ferries",
    ],
)
def test_what_names_its_subject_or_a_time_leans_on_nothing(question: str) -> None:
    assert leaning(question) is Leaning.NOT


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        ("How many died?", "What caused the fire in Basra?", "How many died in the fire in Basra?"),
        (
            "How many people survived?",
            "When did the jumbo crash?",
            "How many people survived when the jumbo crashed?",
        ),
        ("What was the cause?", SINKING, "What was the cause of the ferry?"),
        ("How many sailors were on board?", SINKING, "How many sailors were on board the ferry?"),
        (
            "When will the strike end?",
            "Who led the strike in Brazil?",
            "When will the strike in Brazil end?",
        ),
    ],
)
def test_it_reads_on_as_one_would_ask(question: str, earlier: str, expected: str) -> None:
    assert completed(question, earlier) == expected


def test_the_day_that_was_answered_is_not_asked_again() -> None:
    earlier = "When was the crash?"
    known = {earlier: ("It crashed on August 12, 1985.", "August 12, 1985")}
    assert completed("How many survived?", earlier, known=known) == "How many survived the crash?"


def test_a_person_who_was_asked_for_is_asked_of_in_the_same_event() -> None:
    earlier = "Who won the election in Cyprus?"
    known = {earlier: ("Maria Silva won.", "Maria Silva")}
    assert completed("How many votes did she get?", earlier, known=known) == (
        "How many votes did Maria Silva get in the election in Cyprus?"
    )


def test_what_may_be_new_leans_where_it_is_answered_so() -> None:
    question = "How many passengers were rescued?"
    leant = "How many passengers were rescued when the ferry sank?"
    assert completed(question, SINKING) == question
    assert completed(question, SINKING, known={leant: ("All were rescued.", "All")}) == leant


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        (
            "And what did Akar say?",
            "Did Yasar Guler retire?",
            "What did Akar say about whether Yasar Guler retired?",
        ),
        (
            "But what did Akar say?",
            "What did Guler say about the dam?",
            "What did Akar say about the dam?",
        ),
        (
            "And what does Akar say?",
            "When will the mine close?",
            "What does Akar say about the mine?",
        ),
        (
            "How did the bank respond?",
            "What did the staff demand in the strike?",
            "How did the bank respond to the strike?",
        ),
    ],
)
def test_who_speaks_too_speaks_on_the_same(question: str, earlier: str, expected: str) -> None:
    assert completed(question, earlier) == expected


def test_who_spoke_before_is_not_what_the_next_speaks_on() -> None:
    question = "And what did Akar say?"
    assert completed(question, "What did Guler say?") == question


def test_what_cost_something_cost_it_of_nothing() -> None:
    assert completed("How much did the repairs cost?", "Who was in charge of the crane?") == (
        "How much did the repairs cost, regarding the crane?"
    )


def test_what_is_attached_can_be_read() -> None:
    judge = completed("Who is the judge?", "When does the captain appear in court?")
    assert judge == "Who is the judge?"
    captain = completed("Who is the captain?", "How many died when the Maid of Orrin sank?")
    assert " of when " not in captain


def test_what_was_attached_already_is_attached_no_further() -> None:
    history = ("How much money do the pension trustees want?", "How big is the deficit?")
    asked = "Who is the head of the trustees?"
    assert completed(asked, *history) == asked


def test_a_lawyer_is_somebodys() -> None:
    assert completed("Who is the lawyer?", "Who is Hakan Fidan?") == (
        "Who is the lawyer of Hakan Fidan?"
    )


def test_an_adverb_is_no_subject() -> None:
    assert "instead" not in completed("Which inn was it?", "What did Guler say instead?")
