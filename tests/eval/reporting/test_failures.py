"""What failed is listed with what was wanted, given and found."""

from dataclasses import replace

from eval.measures.failures import Failure
from eval.records import Evidence, Outcome
from eval.reporting.failures import failure_cards, failures_section
from tests.eval.making import graded, ordered, outcome, question, search

RIGHT = ("a.txt", "There are 20,000 troops.", 50)
WRONG = ("b.txt", "Six of them.")
ASKED = question("q1", asks="How many?")


def card(*made: Outcome) -> str:
    (only,) = failure_cards("reader", made)
    return only.html


def test_right_answers_have_no_card() -> None:
    assert failure_cards("reader", [outcome(ASKED, "20,000.", cites=(RIGHT,))]) == []
    assert failures_section([]) == '<p class="lead">No question failed.</p>'


def test_a_wrong_answer_is_shown_beside_what_was_wanted() -> None:
    html = card(outcome(ASKED, "Six. [1]", short="Six", sure=0.754, cites=(WRONG,), ms=12.3))
    assert '<p class="tag WRONG">Wrong answer</p>' in html
    assert '<h3 dir="auto">How many?</h3>' in html
    facts = "".join(f"<span>{fact}</span>" for fact in ("reader", "q1", "confidence 75%", "12 ms"))
    assert facts in html
    assert '<h4>Wanted</h4><div><p dir="auto">20,000</p><p class="where">a.txt</p>' in html
    assert '<p class="short">Six</p><p dir="auto">Six. [1]</p>' in html
    # "Six of them." is twelve characters.
    assert '[1] A<p class="where">b.txt, characters 0–12</p>' in html


def test_evidence_tells_the_place_that_was_wanted() -> None:
    html = card(outcome(replace(ASKED, evidence=(Evidence("a.txt", 3, 99),)), None))
    assert '<p class="where">a.txt, characters 3–99</p>' in html


def test_a_follow_up_is_shown_after_the_questions_before_it() -> None:
    html = card(outcome(replace(ASKED, history=("Who came?",)), None))
    assert html.index("Who came?") < html.index("How many?")


def test_the_passages_found_tell_where_the_right_one_stood() -> None:
    html = card(outcome(ASKED, None, passages=(WRONG, RIGHT)))
    assert "2 passages found; number 2 is right" in html
    assert "There are <mark>20,000</mark> troops." in html
    # 50 + 24 characters; only this one has the badge.
    assert 'a.txt, characters 50–74 <b class="right">right</b>' in html
    assert html.count('class="right"') == 1


def test_a_right_passage_far_down_is_shown_after_the_first_five() -> None:
    html = card(outcome(ASKED, None, passages=(*7 * (WRONG,), RIGHT, WRONG)))
    assert "9 passages found; number 8 is right" in html
    assert [at for at in range(1, 10) if f'<li value="{at}">' in html] == [1, 2, 3, 4, 5, 8]


def test_passages_without_a_right_one_and_no_passages_are_told_of() -> None:
    assert "1 passage found; none is right" in card(outcome(ASKED, None, passages=(WRONG,)))
    assert '<p class="soft">Nothing.</p>' in card(outcome(ASKED, None))


def test_an_answer_to_what_has_none_is_shown_with_what_it_cites() -> None:
    html = card(outcome(question("u", answers=()), "Six.", cites=(WRONG,), passages=(RIGHT,)))
    assert "No answer: the articles do not hold one." in html
    assert "1 passage found</summary>" in html
    assert 'class="right"' not in html


def test_documents_that_were_not_found_are_shown_with_their_grades_best_first() -> None:
    html = card(search(graded("g", a=1, b=2, c=0), ("c", "x")))
    assert '<p class="where">b (grade 2)<br>a (grade 1)</p>' in html


def test_of_many_wanted_documents_the_first_few_are_shown() -> None:
    html = card(search(graded("g", **{f"d{at}": 1 for at in range(9)}), ("x", "x")))
    assert "d5 (grade 1)<br>and 3 more</p>" in html


def test_sentences_before_the_right_one_are_shown_with_their_scores() -> None:
    (only,) = failure_cards("reader", [ordered("s", "--+-", (0.5, 0.9, 0.4, 0.1), asks="Who?")])
    wanted, put_first = only.html.split("Put first")
    assert '<li value="3"><blockquote dir="auto">Sentence 2.</blockquote>' in wanted
    assert put_first.index("Sentence 1.") < put_first.index("Sentence 0.")
    assert "Sentence 3." not in put_first
    assert "score 0.9" in put_first


def test_cards_come_by_kind_of_failure_with_a_button_for_each() -> None:
    cards = failure_cards(
        "reader",
        [
            outcome(question("q1"), None),
            outcome(question("q2"), "Six.", cites=(WRONG,)),
            outcome(question("q3"), None),
        ],
    )
    assert [each.failure for each in cards] == [
        Failure.WRONG,
        Failure.UNANSWERED,
        Failure.UNANSWERED,
    ]
    section = failures_section(cards)
    assert 'data-show="" aria-pressed="true">All <b>3</b>' in section
    assert 'data-show="WRONG" aria-pressed="false">Wrong answer <b>1</b>' in section
    assert 'data-show="UNANSWERED" aria-pressed="false">Unanswered <b>2</b>' in section
    assert "UNCALLED_FOR" not in section


def test_nothing_that_was_read_can_become_markup() -> None:
    evil = "<img src=x onerror=alert(1)>"
    asked = question(evil, asks=evil, answers=(evil, "six"), uris=(evil,))
    asked = replace(asked, history=(evil,), evidence=(Evidence(evil, 900, 950),))
    made = outcome(asked, f"No {evil[1:]}", cites=((evil, evil),), passages=((evil, evil),))
    assert made.answer
    titled = replace(made.answer.citations[0], title=evil)
    html = card(replace(made, answer=replace(made.answer, citations=(titled,))))
    assert "<img" not in html
