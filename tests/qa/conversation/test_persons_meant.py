""" "He" stands for whoever the last question and its answer make the likeliest."""

from tests.qa.conversation.making import completed

CAPTAIN = "Who is the captain?"
TAKES_OVER = "Who takes over from Orla Venn?"


def test_he_is_whom_the_answer_names_though_the_first_name_is_unknown() -> None:
    known = {CAPTAIN: ("The captain, Njal Dahle, 58, was detained.", "Njal Dahle")}
    assert completed("When was he held?", CAPTAIN, known=known) == "When was Njal Dahle held?"


def test_he_is_whom_the_few_words_name_and_not_who_tells_it() -> None:
    sentence = "The captain was Njal Dahle, prosecutor Hakan Strom said."
    known = {CAPTAIN: (sentence, "Njal Dahle")}
    assert completed("When was he held?", CAPTAIN, known=known) == "When was Njal Dahle held?"


def test_he_is_whom_somebody_succeeded() -> None:
    earlier = "Who did Hanna Quill succeed?"
    known = {earlier: ("Quill succeeds Njal Farr, who died.", "Njal Farr")}
    assert completed("What did he die of?", earlier, known=known) == "What did Njal Farr die of?"


def test_she_is_who_was_named_where_the_answer_is_a_man() -> None:
    known = {TAKES_OVER: ("Her deputy, Oliver Berg, takes over.", "Oliver Berg")}
    history = ("Who is Orla Venn?", TAKES_OVER)
    assert completed("Where did she work?", *history, known=known) == "Where did Orla Venn work?"
    assert completed("Where did he work?", *history, known=known) == "Where did Oliver Berg work?"


def test_she_is_nobody_of_whom_the_article_says_he() -> None:
    known = {CAPTAIN: ("The captain, Njal Dahle, was held at his home.", "Njal Dahle")}
    history = ("Who is Orla Venn?", CAPTAIN)
    assert completed("When was he held?", *history, known=known) == "When was Njal Dahle held?"
    assert "Dahle" not in completed("When was she held?", *history, known=known)


def test_he_is_the_role_where_the_answer_names_a_woman() -> None:
    earlier = "Who is the mediator?"
    known = {earlier: ("Minister Judith Kessel named him.", "Judith Kessel")}
    assert completed("Who named him?", earlier, known=known) == "Who named the mediator?"


def test_who_stands_in_for_a_name_is_never_cut_off() -> None:
    history = (TAKES_OVER, "Where did she work?")
    assert completed("What will she earn?", *history) == (
        "What will the person who takes over from Orla Venn earn?"
    )


def test_whoever_speaks_is_a_person_and_a_report_is_none() -> None:
    assert completed("Where was he?", "What did the builder say?") == "Where was the builder?"
    assert completed("Where was he?", "What did the report say?") == "Where was he?"


def test_a_mountain_or_a_lake_is_nobody() -> None:
    earlier = "Where was the sailor?"
    known = {earlier: ("He was in a house on Lake Orm.", "Lake Orm")}
    assert completed("Was he charged?", earlier, known=known) == "Was the sailor charged?"


def test_a_builder_is_he_and_may_be_it() -> None:
    assert completed("Has he been charged?", "Where was the builder?") == (
        "Has the builder been charged?"
    )
    assert completed("Who owns it?", "Where was the builder?") == "Who owns the builder?"


def test_a_pronoun_that_opens_the_answer_is_no_name() -> None:
    earlier = "Where was Orla Venn born?"
    known = {earlier: ("He will be replaced by Orla Venn.", "")}
    assert completed("When was she born?", earlier, known=known) == "When was Orla Venn born?"


def test_a_name_that_ends_on_a_month_is_somebody_s() -> None:
    who = "Who was prime minister in 2017?"
    known = {who: ("Theresa May was prime minister.", "Theresa May")}
    assert completed("When did she resign?", who, known=known) == "When did Theresa May resign?"
