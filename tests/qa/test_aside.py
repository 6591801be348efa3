"""Whose words are asked for may be told aside of the question."""

import pytest

from qa.aside import attribution


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("According to Khafaji, which groups exploit the gaps?", "Khafaji"),
        ("What would suit growers best, in Osmund Karr's view?", "Osmund Karr"),
        ("What went wrong in the talks in Karr's own opinion?", "Karr"),
        ("In Karr's view is the truce holding?", "Karr"),
        ("Who is to blame, in bond dealers' view?", "bond dealers"),
        ("What should be done, in Ross' opinion?", "Ross"),
        ("In the eyes of the growers, who is to blame?", "the growers"),
        ("On what does a new rate depend, said the bank governor?", "the bank governor"),
        ("what is missing for steady prices, karr thinks", "karr"),
        ("Will rates fall, the White House says?", "the White House"),
    ],
)
def test_the_name_is_told(question: str, named: str) -> None:
    found = attribution(question)
    assert found is not None
    assert found[1].strip() == named


@pytest.mark.parametrize(
    "question",
    [
        "What did Reagan, Thatcher and Kohl say?",
        "What have Iran, Iraq and Syria said?",
        "What did the mayor of Austin, Texas say?",
        "What did Guler, who leads the army, say about Syria?",
        "What did the prime minister, Margaret Thatcher, say about the strike?",
        "Which minister resigned, saying Thatcher had ignored him?",
        "Who is the suspect, believed to be in Cuba?",
        "Who leads the rebels, called Contras?",
        "Did Guler deny, confirm or comment on the leak?",
        "Who, besides Guler, signed the Baker report?",
        "Did police find guns, drugs or bank notes?",
        "Who died, if it says?",
        "Who sails the ferry, if the article says?",
        "On Monday, what did Guler say?",
    ],
)
def test_what_is_no_aside_names_nobody(question: str) -> None:
    assert attribution(question) is None
