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
    known = {SIGNED: ("It was signed by Mustafa Hossein.", "Mustafa Hossein")}
    assert completed("When?", SIGNED, known=known) == (
        "When did Mustafa Hossein sign the agreement with Fidan?"
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


def test_what_was_spoken_about_is_asked_of_whoever_spoke_of_it() -> None:
    asked = "When could withdrawal be reconsidered, according to Guler?"
    assert completed("And when could it be reconsidered?", WITHDRAWAL) == asked
    assert completed("And when would that be?", WITHDRAWAL) == (
        "When would withdrawal be, according to Guler?"
    )


def test_where_whoever_spoke_says_nothing_of_it_anybody_may() -> None:
    alone = "When could withdrawal be reconsidered?"
    known = {alone: ("It may be reconsidered in May.", "in May")}
    assert completed("And when could it be reconsidered?", WITHDRAWAL, known=known) == alone


def test_the_year_that_was_asked_for_is_not_asked_again() -> None:
    earlier = "In which year did the bank collapse?"
    known = {earlier: ("It collapsed in 1984.", "1984")}
    assert completed("Why?", earlier, known=known) == "Why did the bank collapse?"


def test_who_was_asked_for_is_the_person_in_the_next_question() -> None:
    known = {SIGNED: ("It was signed by Mustafa Hossein.", "Mustafa Hossein")}
    assert completed("Who is he?", SIGNED, known=known) == "Who is Mustafa Hossein?"


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


def test_the_ship_is_the_one_that_was_asked_of_where_that_is_answered() -> None:
    whole = "Has the ship that sank in the Rhine been freed?"
    asked = completed(
        "Has the ship been freed?",
        "Which ship sank in the Rhine?",
        known={whole: ("It has been freed.", "")},
    )
    assert asked == whole


# On the question before


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        (
            "How many outlets report that?",
            "Did the ferry sink?",
            "How many outlets report that the ferry sank?",
        ),
        (
            "Do the articles agree on that?",
            "How many people died?",
            "Do the articles agree on how many people died?",
        ),
        (
            "And do the reports differ?",
            "Did the ferry sink?",
            "Do the reports differ on whether the ferry sank?",
        ),
    ],
)
def test_what_is_asked_of_the_reports_is_what_was_asked(
    question: str, earlier: str, expected: str
) -> None:
    assert completed(question, earlier) == expected


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


def test_who_was_asked_for_is_meant_and_not_what_he_was_made_head_of() -> None:
    made = "Who was nominated as president of Alder Steel?"
    known = {made: ("Alder Steel nominated Leyla Demir.", "Leyla Demir")}
    assert (
        completed("Whom will she replace?", made, known=known) == "Whom will Leyla Demir replace?"
    )


def test_what_was_asked_for_is_meant_and_not_whom_it_was_sent_to() -> None:
    sent = "What did Guler send to Parliament?"
    known = {sent: ("Guler sent a secret report to Parliament.", "a secret report")}
    assert completed("What is it about?", sent, known=known) == "What is the secret report about?"


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        (
            "What are they?",
            "How many measures did Iraq announce?",
            "the measures that Iraq announced",
        ),
        ("When will they meet?", "What did Guler promise Fidan?", "Guler and Fidan"),
        ("And the night ferry?", "When did the ferry close?", "When did the night ferry close?"),
        ("Were there any survivors?", "Where was the Rhine fire?", "survivors in the Rhine fire?"),
        (
            "When did he say that?",
            "What did Guler say about Syria?",
            "When did Guler speak about Syria?",
        ),
        ("Why not?", "Did Guler visit Syria?", "Why did Guler not visit Syria?"),
        ("At what rate?", "How much did Japan lend Peru?", "At what rate did Japan lend Peru?"),
        ("Where is it?", "Which plant did workers leave?", "Where is the plant that workers left?"),
        (
            "What is their aim?",
            "Which groups met in Bonn?",
            "the aim of the groups that met in Bonn",
        ),
        ("Where was it?", "How strong was the Rhine quake?", "Where was the Rhine quake?"),
        ("And the governor?", "What did Guler say about the dam?", "What did the governor say"),
        ("And Fidan?", "What did the premier say about Akar?", "What did Fidan say about Akar?"),
        ("And from the rebels?", "What did Guler say about Syria?", "What did the rebels say"),
        ("And wheat?", "What was the price of corn in Chicago?", "the price of wheat in Chicago"),
        ("And oats?", "How did December corn close in Chicago?", "How did oats close in Chicago?"),
        ("And how many were lost?", "How many cattle did Peru buy?", "How many cattle were lost"),
        ("how much?", "Did Peru import sugar from Cuba?", "How much sugar did Peru import from"),
        (
            "And missing?",
            "How many people were hurt in Rio?",
            "How many people were missing in Rio?",
        ),
        ("And injured?", "How many were killed in Rio?", "How many were injured in Rio?"),
        ("And women?", "How many men were hurt?", "How many women were hurt?"),
        ("And the dead?", "How many were hurt in the crash?", "How many were dead in the crash?"),
        (
            "And the damage?",
            "How many were killed in the attack?",
            "What about the damage, regarding the attack?",
        ),
        ("For how much?", "Who bought the club?", "For how much was the club bought?"),
        ("When will it open its office?", "Which broker bought the seat?", "open its office?"),
        ("Does it want more?", "Is the restraint enough for the EC?", "Does the EC want more?"),
        ("Did he deny it?", "Why did Guler's bid fail?", "Did Guler deny that Guler's bid failed?"),
        ("Who owns it?", "What is the Alder mine worth?", "Who owns the Alder mine?"),
        (
            "Did he flee?",
            "Who was in charge of the tug?",
            "the person who was in charge of the tug",
        ),
        (
            "What did they say about that?",
            "How many workers struck in Chile?",
            "What did the workers that struck in Chile say about that?",
        ),
        ("How many?", "Which ship sank in the Rhine?", "How many, regarding the ship that sank"),
        (
            "Who said so?",
            "Which ship sank in the Rhine?",
            "Who said that the ship sank in the Rhine",
        ),
        ("When was the first one?", "How many trials were held?", "the first of the trials that"),
        (
            "What did Akar say about that?",
            "What did the interim report say?",
            "What did Akar say about the interim report?",
        ),
    ],
)
def test_a_follow_up_keeps_what_it_is_on(question: str, earlier: str, expected: str) -> None:
    assert expected in completed(question, earlier)


def test_who_said_so_names_nothing_that_a_later_question_means() -> None:
    assert completed("And when will they leave?", TROOPS, "Who said so?") == (
        "When will the Turkish troops in Syria leave?"
    )


LED = "Who leads the Alder group?"


def test_he_is_no_club() -> None:
    known = {LED: ("Alder United, champions twice, were sold to the group.", "Alder United")}
    assert completed("How old is he?", LED, known=known) == (
        "How old is the person who leads the Alder group?"
    )


def test_she_is_nobody_with_the_first_name_of_a_man() -> None:
    lawyer = "Who is Hakan Fidan's lawyer?"
    known = {lawyer: ("Fidan's lawyer, Clara Ashby, spoke.", "Clara Ashby")}
    will = "Will Fidan appeal?"
    assert completed("When did she speak?", lawyer, will, known=known) == (
        "When did Clara Ashby speak?"
    )
    assert completed("When did he speak?", lawyer, will, known=known) == "When did Fidan speak?"


def test_him_is_not_who_speaks_of_him() -> None:
    earlier = "Who is Hakan Fidan?"
    assert completed("What did Guler say about him?", earlier) == (
        "What did Guler say about Hakan Fidan?"
    )


def test_whose_wife_spoke_is_asked_by_her_name() -> None:
    wife = "Who is Hakan Fidan's wife?"
    known = {wife: ("His wife, Clara Fidan, did not.", "Clara Fidan")}
    earlier = "What did Hakan Fidan say about Syria?"
    assert completed("And what did his wife say?", earlier, known=known) == (
        "What did Clara Fidan say about Syria?"
    )
    assert completed("And what did his wife say?", earlier) == (
        "What did Hakan Fidan's wife say about Syria?"
    )


def test_what_stands_alone_keeps_its_words_beside_what_was_asked_before() -> None:
    beside = "When do the ministers meet, regarding the study?"
    known = {beside: ("They meet in May.", "in May")}
    assert completed("When do the ministers meet?", "When was the study made?", known=known) == (
        beside
    )


def test_who_agrees_agrees_to_what_was_said() -> None:
    said = "Did private unions agree that the worst may be over?"
    asked = completed(
        "Did private unions agree?", "Who said the worst may be over?", known={said: ("No.", "")}
    )
    assert asked == said


def test_several_of_several_are_some_of_them() -> None:
    assert completed("How many of them must agree?", "When will shareholders vote?") == (
        "How many of the shareholders must agree?"
    )
