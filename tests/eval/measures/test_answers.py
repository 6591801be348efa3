"""An answer, its citation and its few words are judged."""

from dataclasses import replace

import pytest

from eval.measures.answers import (
    exact_match,
    holds,
    is_answered_right,
    is_cited_right,
    is_evidence_right,
    is_right,
    is_right_passage,
    token_f1,
)
from eval.records import Demands, Evidence, Found, Outcome
from qa.records import Difference, DifferingValue, Kind
from tests.eval.making import graded, outcome, question, search

SENTENCE = "There are 20,000 troops."
# The paragraph from character 100 to 200 of a.txt.
PLACED = question(evidence=(Evidence("a.txt", 100, 200),))


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("The joint centers", "joint CENTERS"),
        ("Güler and Türkiye", "guler and turkiye"),
        ("Guler", "Güler"),
        ("Iraq’s border", "Iraq's border"),
        ("a “sole purpose” of it", 'a "sole purpose" of it'),
        ("a 'sole purpose' of it", "a «sole purpose» of it"),
        ("too  early\n\tto tell", "too early to tell"),
        ("too early to tell", "too\u00a0early\u00a0to tell"),
        ("more than 20,000 troops", "20,000"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_diacritics_quotation_marks_and_white_space_are_folded(
    text: str, accepted: str
) -> None:
    assert holds(text, question(answers=(accepted,)))


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("20000 troops", "20,000"),
        ("joint center", "joint centers"),
        ("it often rains", "ten"),
        ("in 1999", "9"),
        ("", "x"),
    ],
)
def test_other_words_are_not_what_was_accepted(text: str, accepted: str) -> None:
    assert not holds(text, question(answers=(accepted,)))


def test_a_string_that_was_cut_within_a_word_is_right_as_the_whole_word() -> None:
    cut = replace(question(answers=("1970",)), widened=("1970s",))
    assert holds("In the 1970s.", cut)
    assert holds("In 1970.", cut)
    assert not holds("In the 1970s.", question(answers=("1970",)))


def test_any_accepted_string_will_do() -> None:
    assert holds("It is six.", question(answers=("seven", "six")))


@pytest.mark.parametrize(
    ("uri", "start", "text", "is_right"),
    [
        # "20,000" is the characters 10 to 16 of the sentence, which has 24.
        ("a.txt", 90, SENTENCE, True),
        ("a.txt", 184, SENTENCE, True),
        # A character of it stands without the evidence.
        ("a.txt", 89, SENTENCE, False),
        ("a.txt", 185, SENTENCE, False),
        # They touch, and share no character.
        ("a.txt", 76, SENTENCE, False),
        ("a.txt", 200, SENTENCE, False),
        ("b.txt", 100, SENTENCE, False),
        ("a.txt", 100, "There are troops.", False),
    ],
)
def test_a_passage_is_right_that_holds_an_answer_within_the_evidence(
    uri: str, start: int, text: str, is_right: bool
) -> None:
    found = Found((uri,), start, start + len(text), text, 1.0)
    assert is_right_passage(found, PLACED) == is_right


def test_a_passage_is_right_under_any_name_of_its_document() -> None:
    found = Found(("0.txt", "a.txt"), 100, 124, SENTENCE, 1.0)
    assert is_right_passage(found, PLACED)
    assert is_right_passage(found, question())
    assert not is_right_passage(found, question(uris=("b.txt",)))


def test_a_passage_of_a_relevant_document_is_right_whatever_it_holds() -> None:
    asked = graded("q", a=1, b=0, q=1)
    rights = [is_right_passage(Found((uri,), 0, 1, "x", 1.0), asked) for uri in "abcq"]
    # The document with the question's own id is the question.
    assert rights == [True, False, False, False]


def test_without_evidence_a_passage_of_an_accepted_document_is_right_wherever_it_stands() -> None:
    assert is_right_passage(Found(("a.txt",), 900, 950, SENTENCE, 1.0), question())
    assert not is_right_passage(Found(("b.txt",), 900, 950, SENTENCE, 1.0), question())
    assert not is_right_passage(Found(("a.txt",), 900, 950, "Six.", 1.0), question())


def test_the_words_of_an_abstention_are_never_right() -> None:
    asked = question(answers=("The articles do not answer this.",))
    assert not is_answered_right(outcome(asked, None))


def test_a_system_without_an_answer_has_nothing_right() -> None:
    found = search(question(), ("a.txt", SENTENCE))
    assert not is_answered_right(found)
    assert not is_cited_right(found)
    assert not is_evidence_right(found)
    assert not is_right(found)


def test_the_first_citation_decides_whether_it_is_cited_right() -> None:
    asked = question(uris=("a.txt", "c.txt"))
    a, b, c = (("a.txt", "x"), ("b.txt", "x"), ("c.txt", "x"))
    assert is_cited_right(outcome(asked, "20,000.", cites=(c, b)))
    assert not is_cited_right(outcome(asked, "20,000.", cites=(b, a)))
    assert not is_cited_right(outcome(asked, "Six.", cites=(a,)))


def test_a_citation_is_to_its_document_under_any_name() -> None:
    said = outcome(question(), "20,000.", cites=(("0.txt", SENTENCE),))
    assert said.answer is not None
    (citation,) = said.answer.citations
    named = replace(citation, uris=("0.txt", "a.txt"))
    said = replace(said, answer=replace(said.answer, citations=(named,)))
    assert is_cited_right(said)
    assert is_evidence_right(said)


def test_an_answer_without_a_citation_is_not_cited_right() -> None:
    said = outcome(question(), "20,000.")
    assert is_answered_right(said)
    assert not is_cited_right(said)
    assert not is_evidence_right(said)


@pytest.mark.parametrize(
    ("quote", "start", "is_right"),
    [
        (SENTENCE, 100, True),
        # It ends at 176 + 24 = 200, where the paragraph does.
        (SENTENCE, 176, True),
        (SENTENCE, 177, False),
        (SENTENCE, 99, False),
        ("There are troops.", 100, False),
    ],
)
def test_the_first_citation_holds_the_answer_within_the_evidence(
    quote: str, start: int, is_right: bool
) -> None:
    said = outcome(PLACED, "20,000.", cites=(("a.txt", quote, start),))
    assert is_evidence_right(said) == is_right


def test_the_evidences_words_in_another_document_are_not_the_evidence() -> None:
    said = outcome(PLACED, "20,000.", cites=(("b.txt", SENTENCE, 100),))
    assert is_answered_right(said)
    assert not is_evidence_right(said)


def test_without_evidence_the_answer_may_stand_in_the_quote_or_in_the_answer() -> None:
    in_quote = outcome(question(), "Six.", cites=(("a.txt", SENTENCE),))
    in_answer = outcome(question(), "20,000.", cites=(("a.txt", "x"),))
    in_neither = outcome(question(), "Six.", cites=(("a.txt", "x"),))
    elsewhere = outcome(question(), "20,000.", cites=(("b.txt", SENTENCE),))
    assert is_evidence_right(in_quote)
    assert is_evidence_right(in_answer)
    assert not is_evidence_right(in_neither)
    assert not is_evidence_right(elsewhere)


def test_an_answer_is_right_when_any_of_its_citations_is() -> None:
    wrong, right = ("a.txt", "Six.", 0), ("a.txt", SENTENCE, 100)
    said = outcome(PLACED, "Six. 20,000.", cites=(wrong, right))
    assert not is_evidence_right(said)
    assert is_right(said)
    assert not is_right(outcome(PLACED, "Six. 20,000.", cites=(wrong,)))


def _spoken(said: Outcome, *speakers: str | None) -> Outcome:
    """The outcome, its citations said by these."""
    assert said.answer is not None
    citations = tuple(
        replace(citation, speaker=speaker)
        for citation, speaker in zip(said.answer.citations, speakers, strict=True)
    )
    return replace(said, answer=replace(said.answer, citations=citations))


def _demanding(demands: Demands) -> Outcome:
    """An answer of two sentences to a question that demands this."""
    cites = (("a.txt", SENTENCE),)
    said = outcome(replace(question(), demands=demands), SENTENCE, cites=cites)
    assert said.answer is not None
    first, second = said.answer.sentences[0], "They are in six bases."
    return replace(
        said,
        answer=replace(
            said.answer,
            answer=f"{SENTENCE} {second}",
            sentences=(first, replace(first, text=second)),
            understood_as="How many Turkish troops are in Syria?",
        ),
    )


def _differing(said: Outcome, *values: str) -> Outcome:
    assert said.answer is not None
    sides = tuple(DifferingValue(value, number) for number, value in enumerate(values, start=1))
    differences = (Difference(Kind.NUMBER, sides),) if sides else ()
    return replace(said, answer=replace(said.answer, differences=differences))


@pytest.mark.parametrize(
    ("cited", "is_right_one"),
    [
        ("Yasar Güler", True),
        ("GULER", True),
        ("Hulusi Akar", False),
        ("Gulers", False),
        (None, False),
    ],
)
def test_a_demanded_speaker_is_told_by_the_last_name(cited: str | None, is_right_one: bool) -> None:
    asked = replace(question(), demands=Demands(speaker="Yashar Guler"))
    said = _spoken(outcome(asked, SENTENCE, cites=(("a.txt", SENTENCE),)), cited)
    assert is_right(said) == is_right_one
    assert is_evidence_right(said) == is_right_one


def test_what_the_speaker_is_cited_for_holds_the_answer_itself() -> None:
    asked = replace(question(), demands=Demands(speaker="Guler"))
    cites = (("a.txt", "It is too early."), ("a.txt", SENTENCE))
    assert not is_right(_spoken(outcome(asked, SENTENCE, cites=cites), "Guler", "Akar"))
    assert is_right(_spoken(outcome(asked, SENTENCE, cites=cites), "Akar", "Guler"))


@pytest.mark.parametrize(
    ("demands", "is_met"),
    [
        (Demands(every=("20,000", "SIX bases")), True),
        (Demands(every=("20,000", "seven bases")), False),
        (Demands(first="20,000 troops"), True),
        (Demands(first="six"), False),
        (Demands(understood=("Turkish troops", "syria")), True),
        (Demands(understood=("Turkish troops", "Iraq")), False),
    ],
)
def test_an_answer_is_right_that_has_all_that_is_demanded(demands: Demands, is_met: bool) -> None:
    said = _demanding(demands)
    assert is_answered_right(said) == is_met
    assert is_evidence_right(said) == is_met
    assert is_right(said) == is_met


def test_a_question_that_was_not_completed_is_understood_as_it_stands() -> None:
    asked = replace(question(asks="How many in Erbil?"), demands=Demands(understood=("Erbil",)))
    assert is_right(outcome(asked, SENTENCE, cites=(("a.txt", SENTENCE),)))


def test_values_differ_where_one_difference_has_them_all() -> None:
    said = _demanding(Demands(differs=("six", "two")))
    assert is_right(_differing(said, "six joint centers", "two main centers"))
    assert is_right(_differing(said, "two", "six", "four"))
    assert not is_right(_differing(said, "six", "four"))
    assert not is_right(_differing(said, "sixteen", "two"))
    assert not is_right(_differing(said))


def test_where_the_articles_agree_no_difference_is_right() -> None:
    assert is_right(_differing(_demanding(Demands(differs=()))))
    assert not is_right(_differing(_demanding(Demands(differs=())), "six", "two"))
    assert is_right(_differing(_demanding(Demands()), "six", "two"))


@pytest.mark.parametrize(
    ("short", "accepted", "is_match"),
    [
        ("The Ankara", "ankara", 1),
        ("an apple, a day", "apple day", 1),
        ("20,000", "20000", 1),
        ("  more   than\n20,000 ", "more than 20,000", 1),
        # "a" is left out as a word alone, not out of a word.
        ("Baghdad and Erbil", "bghdad nd erbil", 0),
        ("Güler", "Guler", 0),
        ("", "ankara", 0),
    ],
)
def test_a_short_answer_matches_as_squad_compares(
    short: str, accepted: str, is_match: float
) -> None:
    assert exact_match(short, ("another", accepted)) == is_match


@pytest.mark.parametrize(
    ("short", "accepted", "f1"),
    [
        # Three words each, two shared: p = r = 2/3.
        ("more than 20,000", "over than 20,000", 2 / 3),
        # One of three said, the one that is wanted: p = 1/3, r = 1, 2 * 1/3 / (4/3)
        ("about 20,000 troops", "20,000", 1 / 2),
        # A word said twice is shared once: p = 1/2, r = 1
        ("six six", "six", 2 / 3),
        ("the", "an", 1),
        ("", "six", 0),
        ("six", "", 0),
    ],
)
def test_words_in_common_give_the_f1(short: str, accepted: str, f1: float) -> None:
    assert token_f1(short, (accepted,)) == pytest.approx(f1)


def test_the_nearest_accepted_answer_counts() -> None:
    assert token_f1("more than 20,000", ("Ankara", "20,000", "more than 20,000")) == 1
    assert token_f1("six", ()) == 0
