"""A follow-up is completed to a question that stands alone."""

import pytest

from index.errors import InvalidRequest
from qa.conversation.completing import complete
from qa.engine import Engine
from qa.records import Answer
from tests.qa.conversation.making import answer, completed

TROOPS = "How many Turkish troops are there in Syria?"
WITHDRAWAL = "What did Guler say about withdrawal?"
GUARDS = "Where did the Iraqi government deploy border guards?"
SIGNED = "Who signed the agreement with Fidan?"


# What stands alone


@pytest.mark.parametrize(
    "question",
    [
        "What did Rasool say about Israel's allegations?",
        "How many measures has Iraq announced?",
        "Who is Rasool?",
        "troops in syria",
        "What is inflation?",
        "Why did oil prices fall?",
        # Each names what its pronoun means.
        "What did Erdogan say about his meeting with Asad?",
        "Why has Baghdad been critical of Turkish operations on its soil?",
        "Which of the measures that they agreed on last year were carried out?",
        "Did the ministry say that it would pay?",
        "Is it true that Kirkuk is disputed?",
    ],
)
def test_a_question_on_something_new_is_taken_as_it_stands(question: str) -> None:
    assert completed(question, TROOPS) == question


@pytest.mark.parametrize("question", ["Who is he?", "And when?", "Why?", "What about Erbil?"])
def test_without_a_question_before_there_is_nothing_to_fill_in(question: str) -> None:
    assert completed(question) == question


def test_a_person_is_not_made_up_where_nobody_was_named() -> None:
    assert completed("What did he say about it?", "When was the bridge built?").startswith(
        "What did he say"
    )


# A question word alone


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        ("When?", GUARDS, "When did the Iraqi government deploy border guards?"),
        ("And why?", GUARDS, "Why did the Iraqi government deploy border guards?"),
        ("When did that happen?", GUARDS, "When did the Iraqi government deploy border guards?"),
        ("How many?", GUARDS, "How many border guards did the Iraqi government deploy?"),
        ("Why?", TROOPS, "Why are there Turkish troops in Syria?"),
        ("When?", "How many measures has Iraq announced?", "When did Iraq announce measures?"),
        ("When?", "Is Turkey leaving Syria?", "When is Turkey leaving Syria?"),
        ("Where?", "When was the deal signed?", "Where was the deal signed?"),
        ("By whom?", "When was the deal signed?", "By whom was the deal signed?"),
        ("Who?", "Has anyone denied the claim?", "Who has denied the claim?"),
        ("Why?", "yawer on the meeting", "Why, regarding the meeting?"),
    ],
)
def test_a_question_word_asks_the_earlier_question(
    question: str, earlier: str, expected: str
) -> None:
    assert completed(question, earlier) == expected


def test_whoever_was_asked_for_does_it_in_the_next_question() -> None:
    known = {SIGNED: ("It was signed by Fawad Hossein.", "Fawad Hossein")}
    assert completed("When?", SIGNED, known=known) == (
        "When did Fawad Hossein sign the agreement with Fidan?"
    )


# Another subject


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        ("And in Iraq?", TROOPS, "How many Turkish troops are there in Iraq?"),
        ("What about Fidan?", WITHDRAWAL, "What did Fidan say about withdrawal?"),
        ("And about Israel?", WITHDRAWAL, "What did Guler say about Israel?"),
        ("What about the talks?", WITHDRAWAL, "What did Guler say about the talks?"),
        ("And Israel?", "What did Guler say about the PKK?", "What did Guler say about Israel?"),
        ("And Akar?", "What did Guler say about the PKK?", "What did Akar say about the PKK?"),
        ("And in 1987?", "How many ships sank in 1986?", "How many ships sank in 1987?"),
        ("And corn?", "How much wheat did Egypt buy?", "How much corn did Egypt buy?"),
        ("And Russia's?", "What is Turkey's aim in Syria?", "What is Russia's aim in Syria?"),
        (
            "And Iraqi forces?",
            "Where did Turkish forces hold a patrol?",
            "Where did Iraqi forces hold a patrol?",
        ),
    ],
)
def test_a_subject_alone_takes_the_place_of_its_like(
    question: str, earlier: str, expected: str
) -> None:
    assert completed(question, earlier) == expected


def test_of_two_ways_to_ask_it_is_the_one_that_the_articles_answer() -> None:
    # Erbil may speak, or be spoken of.
    other = "What did Baghdad say about Erbil?"
    earlier = "What did Baghdad say about Kirkuk?"
    assert completed("And Erbil?", earlier, known={other: ("It is safe.", "")}) == other


# Pronouns


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        ("How old is he?", "Who is Hakan Fidan?", "How old is Hakan Fidan?"),
        ("What did he say?", "Who is Hakan Fidan?", "What did Hakan Fidan say?"),
        ("Where is his office?", "Who is Hakan Fidan?", "Where is Hakan Fidan's office?"),
        (
            "Does he regard them as a normalization?",
            "How did Guler describe the talks with Israel?",
            "Does Guler regard the talks with Israel as a normalization?",
        ),
        (
            "How many of them were killed there?",
            TROOPS,
            "How many of the Turkish troops were killed in Syria?",
        ),
        (
            "Are there any plans to bring them home?",
            TROOPS,
            "Are there any plans to bring the Turkish troops in Syria home?",
        ),
        (
            "When will it open?",
            "Where will Turkey and Iraq set up their joint center?",
            "When will the joint center of Turkey and Iraq open?",
        ),
        (
            "Who manages it?",
            "Which ship ran aground in the Orinoco?",
            "Who manages the ship that ran aground in the Orinoco?",
        ),
        (
            "Will there be another one?",
            "Where was the Supreme Committee meeting held?",
            "Will there be another Supreme Committee meeting?",
        ),
    ],
)
def test_a_pronoun_gives_way_to_what_the_earlier_question_named(
    question: str, earlier: str, expected: str
) -> None:
    assert completed(question, earlier) == expected


def test_what_was_spoken_about_is_asked_of_and_not_who_spoke() -> None:
    assert completed("And when could it be reconsidered?", WITHDRAWAL) == (
        "When could withdrawal be reconsidered?"
    )


def test_what_is_somebodys_is_named_once() -> None:
    assert completed("Why did he cancel it?", "Did Fidan cancel his trip to Iraq?") == (
        "Why did Fidan cancel the trip to Iraq?"
    )


def test_the_year_that_was_asked_for_is_not_asked_again() -> None:
    earlier = "In which year did the bank collapse?"
    known = {earlier: ("It collapsed in 1984.", "1984")}
    assert completed("Why?", earlier, known=known) == "Why did the bank collapse?"


def test_who_was_asked_for_is_the_person_in_the_next_question() -> None:
    known = {SIGNED: ("It was signed by Fawad Hossein.", "Fawad Hossein")}
    assert completed("Who is he?", SIGNED, known=known) == "Who is Fawad Hossein?"


def test_two_who_spoke_are_both_meant() -> None:
    earlier = "Who did Hulusi Akar speak with?"
    known = {earlier: ("Akar called Sergei Shoigu.", "Sergei Shoigu")}
    assert completed("When did they speak?", earlier, known=known) == (
        "When did Hulusi Akar and Sergei Shoigu speak?"
    )


def test_a_person_is_looked_for_further_back_than_the_question_before() -> None:
    assert completed("What did he say about Israel?", "Who is Guler?", TROOPS) == (
        "What did Guler say about Israel?"
    )


def test_the_newest_person_is_meant() -> None:
    history = ("Who is Guler?", "Who is Hakan Fidan?")
    assert completed("How old is he?", *history) == "How old is Hakan Fidan?"


def test_names_in_lower_case_are_known_by_who_speaks_in_the_articles() -> None:
    assert completed("who is he?", "what did guler say about the pkk?") == "Who is guler?"


def test_the_meeting_is_the_one_that_was_named() -> None:
    assert completed("Where was the meeting held?", "When was the Supreme Committee meeting?") == (
        "Where was the Supreme Committee meeting held?"
    )


# On the question before


@pytest.mark.parametrize("question", ["Who said so?", "Who told Reuters that?"])
def test_what_was_answered_is_what_was_said(question: str) -> None:
    known = {TROOPS: ("There are more than 20,000.", "more than 20,000")}
    told = question.partition(" ")[2].rsplit(" ", 1)[0]
    assert completed(question, TROOPS, known=known) == (
        f"Who {told} that there are more than 20,000 Turkish troops in Syria?"
    )


def test_whether_it_is_true_is_asked_of_what_was_asked() -> None:
    assert completed("Is that true?", "Did Guler deny the withdrawal?") == (
        "Is it true that Guler denied the withdrawal?"
    )


def test_what_else_asks_the_same_again() -> None:
    assert completed("What else?", WITHDRAWAL) == "What else did Guler say about withdrawal?"


def test_what_names_no_subject_is_asked_of_the_one_before() -> None:
    assert completed("How many died?", "What caused the fire in Basra?") == (
        "How many died in the fire in Basra?"
    )
    assert completed("Who protested?", GUARDS) == (
        "Who protested when the Iraqi government deployed border guards?"
    )


# A longer talk


def test_a_follow_up_of_a_follow_up_is_completed_from_where_the_talk_began() -> None:
    history = ("Who won in Cyprus?", WITHDRAWAL, "And about\nIsrael?")
    assert completed("And the PKK?", *history) == "What did Guler say about the PKK?"


def test_a_talk_of_thousands_of_questions_is_looked_through_no_further_than_needed() -> None:
    asked: list[str] = []

    def answered(question: str) -> Answer:
        asked.append(question)
        return answer(question)

    history = [WITHDRAWAL, *(f"And in {year}?" for year in range(1000, 4000))]
    assert complete("Why?", history, answered, list)
    assert len(asked) < 50


def test_nothing_is_answered_where_the_questions_say_enough() -> None:
    def answered(question: str) -> Answer:
        raise AssertionError(question)

    assert complete("When?", (GUARDS,), answered, list)


# Through the engine


def test_the_answer_tells_how_a_follow_up_was_understood(engine: Engine) -> None:
    given = engine.ask("When did that happen?", history=[GUARDS])
    assert given.question == "When did that happen?"
    assert given.understood_as == "When did the Iraqi government deploy border guards?"
    assert given.short_answer is not None
    assert given.short_answer.text == "yesterday, Wednesday"


def test_a_question_that_stands_alone_is_understood_as_it_is(engine: Engine) -> None:
    assert engine.ask(TROOPS, history=[WITHDRAWAL]).understood_as is None


def test_a_question_that_says_nothing_is_not_answered(engine: Engine) -> None:
    assert engine.ask("Who is he?").abstained


def test_a_blank_earlier_question_is_refused(engine: Engine) -> None:
    with pytest.raises(InvalidRequest):
        engine.ask("Why?", history=["  "])


def test_after_who_succeeded_somebody_the_talk_is_of_the_successor() -> None:
    succeeded = "Who succeeded Guler?"
    known = {succeeded: ("Leyla Demir succeeded Guler in May.", "Leyla Demir")}
    asked = completed("What did she say about Syria?", "Who is Guler?", succeeded, known=known)
    assert asked == "What did Leyla Demir say about Syria?"


def test_what_lasted_is_what_cost() -> None:
    asked = completed("how much did it cost?", "How long did the strike last?")
    assert asked == "How much did the strike cost?"
