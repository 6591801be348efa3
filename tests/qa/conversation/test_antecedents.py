"""A pronoun stands for what the last question makes the likeliest."""

from tests.qa.conversation.making import completed


def test_a_name_of_nobody_known_is_it() -> None:
    whole = "How much of the mine does Larkspur own?"
    assert completed("How much of the mine does it own?", "Who is Larkspur?") == whole
    assert completed("How old is it?", "Who is Guler?") == "How old is it?"


def test_nothing_is_before_what_is_being_done() -> None:
    asked = "What was the offer before that?"
    assert completed(asked, "How much is Alder offering for the mine?") == asked


def test_she_is_no_election_and_no_town_and_no_month() -> None:
    won = "Who won the by-election in Dunmarrow?"
    known = {won: ("The League won it.", "The League")}
    will = "When will she take office?"
    person = "the person who won the by-election in Dunmarrow"
    assert completed(will, won, known=known) == f"When will {person} take office?"
    taken = f"When will {person} take office?"
    known[taken] = ("Quill will take office on 8 January.", "8 January")
    assert completed("What did she promise?", won, will, known=known) == (
        f"What did {person} promise?"
    )
    when = "When does the term begin?"
    known = {when: ("The term begins on 8 January.", "8 January")}
    assert completed("What did she promise?", when, known=known) == "What did she promise?"


def test_she_may_be_a_ship() -> None:
    assert completed("Where was she built?", "What happened to the ferry?") == (
        "Where was the ferry built?"
    )
    assert completed("Where was she built?", "What happened to the Maid of Orrin?") == (
        "Where was the Maid of Orrin built?"
    )
    assert completed("Where was she built?", "What happened to the fire?") == (
        "Where was she built?"
    )
    for earlier in ("What happened in Dunmarrow?", "What happened at the NATO summit?"):
        assert completed("When will she resign?", earlier) == "When will she resign?"
