"""Which questions ask about the reports of something, and how they are put to the articles."""

import pytest

from qa.reports_asked import About, Put, ways_to_put

SANK = Put("the ferry sank", About.COUNT, is_claim=True)


@pytest.mark.parametrize(
    "question",
    [
        "How many outlets report that the ferry sank?",
        "And how many outlets have reported that the ferry sank?",
        "Which outlets report that the ferry sank?",
        "Which papers reported the ferry sank?",
        "How many reports say that the ferry sank?",
        "How many of the articles say that the ferry sank?",
        "How many different news outlets say that the ferry sank?",
        "How many newspapers have written that the ferry sank?",
        "How many reports are there that the ferry sank?",
        "In how many articles is it reported that the ferry sank?",
        "By which outlets was it reported that the ferry sank?",
    ],
)
def test_how_many_or_which_report_it_is_put_as_what_is_reported(question: str) -> None:
    assert ways_to_put(question) == (SANK,)


def test_what_is_reported_may_be_no_clause() -> None:
    question = "Which papers reported the arrest of the captain?"
    assert ways_to_put(question) == (Put("the arrest of the captain", About.COUNT, is_claim=True),)


@pytest.mark.parametrize(
    "question",
    ["Who reported that the ferry sank?", "Which newspaper says that the ferry sank?"],
)
def test_who_reported_it_may_be_told_and_is_asked_as_it_stands_first(question: str) -> None:
    assert ways_to_put(question) == (Put(question), SANK)


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("Do the articles agree on how many died?", "How many died?"),
        ("Do the outlets agree on the number of crew?", "What is the number of crew?"),
        ("Do the papers agree about the causes of the fire?", "What are the causes of the fire?"),
        ("Do the reports differ on who the mediator is?", "Who is the mediator?"),
        ("Do all the sources agree on whether the ferry sank?", "the ferry sank"),
        ("And do these reports disagree over the toll?", "What is the toll?"),
        ("Where do the articles differ on the loss?", "What is the loss?"),
        ("Do the papers contradict each other on when it sank?", "When it sank?"),
        ("Do the articles say the same about the toll?", "What is the toll?"),
        ("Are there differences between the articles on the toll?", "What is the toll?"),
        ("Is there any disagreement among the outlets about the toll?", "What is the toll?"),
        ("Are the reports at odds over the toll?", "What is the toll?"),
    ],
)
def test_whether_they_agree_on_it_is_put_as_a_question_on_it(question: str, put: str) -> None:
    assert ways_to_put(question) == (Put(put, About.AGREEMENT),)


def test_that_they_agree_that_it_is_so_is_a_claim() -> None:
    question = "Do the articles agree that the ferry sank?"
    assert ways_to_put(question) == (Put("the ferry sank", About.AGREEMENT, is_claim=True),)


@pytest.mark.parametrize(
    "question",
    [
        "How many people died?",
        "How many reports did the commission publish?",
        "What reports has the ministry published?",
        "How many newspapers carry the advertisement?",
        "Which outlets report on the strike?",
        "Which outlets report that?",
        "How many articles mention Larkspur?",
        "How many outlets report how many died?",
        "What did the papers say about the strike?",
        "Who reported the theft to the police?",
        "Who said that the ferry sank?",
        "Did Baghdad and Erbil agree on oil?",
        "Do the parties agree on the budget?",
        "Do the articles agree on anything?",
        "Do the articles agree?",
    ],
)
def test_other_questions_are_put_as_they_stand(question: str) -> None:
    assert ways_to_put(question) == (Put(question),)
