"""Tests of telling how well a sentence tells of a subject."""

from qa.timing.subject import subject_of, worth
from tests.qa.making import query, sentence, story

# Six words of substance, of which three are the subject's.
ASKED = "Why did Baghdad and Erbil decide that coordination should resume and expand?"


def told(subject: str, text: str, title: str = "") -> float:
    one = sentence(text)
    return worth(subject_of(query(subject)), one, story(one, title=title))


def test_a_subject_that_is_named_must_be_borne_by_its_words() -> None:
    text = "Baghdad and Erbil began coordination."
    assert told("coordination between Baghdad and Erbil", text) > 0
    assert told("oil exports of Basra and Kuwait", text) == 0


def test_of_a_question_the_names_and_one_word_more_must_stand_there() -> None:
    assert told(ASKED, "Baghdad and Erbil began coordination.") > 0
    assert told(ASKED, "Baghdad and Erbil are cities.") == 0
    assert told(ASKED, "Ankara and Moscow began coordination.") == 0


def test_a_headline_may_tell_what_a_sentence_leaves_out() -> None:
    assert told("border guards in Dohuk", "Guards arrived at the border.") > 0
    assert told("border guards in Dohuk", "They arrived.", "Border guards in Dohuk") == 0


def test_words_that_only_ask_and_years_are_none_of_the_subject() -> None:
    subject = subject_of(query("What is the latest news on Kirkuk in 2020?"))
    assert [term.stem for term in (*subject.demanded, *subject.others)] == ["kirkuk"]


def test_the_sentence_that_bears_more_of_the_words_tells_better() -> None:
    more = told(ASKED, "Baghdad and Erbil resume coordination.")
    assert more > told(ASKED, "Baghdad and Erbil began coordination.")
    assert told("Kirkuk oil", "Kirkuk oil flows.") > told("Kirkuk oil", "Kirkuk lies north.")


def test_of_a_name_of_single_letters_all_must_stand_there() -> None:
    assert told("G-7", "The G-7 met.") > 0
    assert told("G-7", "Siemens A.G. met.") == 0
