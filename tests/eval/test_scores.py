"""A run is scored; every figure here is worked out by hand."""

from dataclasses import asdict

import pytest

from eval.scores import holds, is_answered_right, is_cited_right, score
from tests.eval.making import outcome, question

RIGHT = ("a.txt", "There are 20,000 troops.")
ELSEWHERE = ("b.txt", "There are 20,000 troops.")
WRONG = ("a.txt", "There are troops.")

RUN = (
    # Right, and cited to the right document; its passage first.
    outcome(question("q1"), "20,000. [1]", cites=("a.txt",), passages=(RIGHT, WRONG), ms=10),
    # Right, but cited to another document; its passage third.
    outcome(
        question("q2"), "20,000. [1]", cites=("b.txt",), passages=(ELSEWHERE, WRONG, RIGHT), ms=20
    ),
    # Wrong; no right passage.
    outcome(question("q3"), "Six. [1]", cites=("a.txt",), passages=(WRONG, ELSEWHERE), ms=30),
    # Abstained from wrongly; its passage sixth.
    outcome(question("q4"), None, passages=(*5 * (WRONG,), RIGHT), ms=40),
    # No answer: abstained from, and answered all the same.
    outcome(question("u1", answers=()), None, passages=(WRONG,), ms=50),
    outcome(question("u2", answers=()), "20,000. [1]", cites=("a.txt",), passages=(RIGHT,), ms=60),
)


def test_a_run_is_scored_by_its_shares() -> None:
    scores = score(RUN)
    assert asdict(scores) == pytest.approx(
        {
            "questions": 6,
            "answerable": 4,
            "answered_right": 2 / 4,
            "cited_right": 1 / 4,
            "abstention_precision": 1 / 2,
            "abstention_recall": 1 / 2,
            "r_at_1": 1 / 4,
            "r_at_5": 2 / 4,
            "mrr_at_10": (1 + 1 / 3 + 0 + 1 / 6) / 4,
            "median_ms": (30 + 40) / 2,
            # The 95th of 100 between six runs lies at .95 * 5 = 4.75: 50 + .75 * (60 - 50)
            "p95_ms": 57.5,
        }
    )
    assert scores.abstention_f1 == pytest.approx(2 * 0.5 * 0.5 / (0.5 + 0.5))


def test_abstentions_precision_and_recall_are_each_their_own() -> None:
    # Three abstentions, two of them right; four unanswerable questions.
    unanswerable = [question(f"u{at}", answers=()) for at in range(4)]
    scores = score(
        [
            outcome(question("q1"), None),
            outcome(unanswerable[0], None),
            outcome(unanswerable[1], None),
            outcome(unanswerable[2], "So.", cites=("a.txt",)),
            outcome(unanswerable[3], "So.", cites=("a.txt",)),
        ]
    )
    assert scores.abstention_precision == pytest.approx(2 / 3)
    assert scores.abstention_recall == pytest.approx(2 / 4)
    assert scores.abstention_f1 == pytest.approx(2 * (2 / 3) * (1 / 2) / (2 / 3 + 1 / 2))


def test_a_run_that_never_abstains_has_no_precision_of_it() -> None:
    scores = score([outcome(question("u1", answers=()), "So.", cites=("a.txt",))])
    assert (scores.abstention_precision, scores.abstention_recall) == (0.0, 0.0)
    assert scores.abstention_f1 == 0.0
    assert (scores.answerable, scores.answered_right, scores.r_at_1) == (0, 0.0, 0.0)


def test_a_run_without_unanswerable_questions_has_no_recall_of_abstaining() -> None:
    scores = score([outcome(question("q1"), None, passages=(RIGHT,))])
    assert (scores.abstention_precision, scores.abstention_recall) == (0.0, 0.0)
    assert (scores.r_at_1, scores.r_at_5, scores.mrr_at_10) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("rank", "figures"),
    [
        (1, (1.0, 1.0, 1.0)),
        (2, (0.0, 1.0, 1 / 2)),
        (5, (0.0, 1.0, 1 / 5)),
        (6, (0.0, 0.0, 1 / 6)),
        (10, (0.0, 0.0, 1 / 10)),
        (11, (0.0, 0.0, 0.0)),
    ],
)
def test_the_first_right_passage_decides_the_figures_of_retrieval(
    rank: int, figures: tuple[float, float, float]
) -> None:
    passages = (*(rank - 1) * (WRONG,), RIGHT, RIGHT)
    scores = score([outcome(question(), None, passages=passages)])
    assert (scores.r_at_1, scores.r_at_5, scores.mrr_at_10) == pytest.approx(figures)


def test_a_question_for_which_nothing_was_found_counts_as_missed() -> None:
    found, lost = question("q1"), question("q2")
    scores = score([outcome(found, None, passages=(RIGHT,)), outcome(lost, None)])
    assert (scores.r_at_1, scores.r_at_5, scores.mrr_at_10) == (0.5, 0.5, 0.5)


def test_a_run_in_which_nothing_was_found_at_all_scores_nothing() -> None:
    scores = score([outcome(question("q1"), None), outcome(question("q2"), None)])
    assert (scores.r_at_1, scores.r_at_5, scores.mrr_at_10) == (0.0, 0.0, 0.0)


def test_the_words_of_an_abstention_are_never_right() -> None:
    asked = question(answers=("The articles do not answer this.",))
    assert not is_answered_right(outcome(asked, None))


def test_the_first_citation_decides_whether_it_is_cited_right() -> None:
    asked = question(uris=("a.txt", "c.txt"))
    assert is_cited_right(outcome(asked, "20,000.", cites=("c.txt", "b.txt")))
    assert not is_cited_right(outcome(asked, "20,000.", cites=("b.txt", "a.txt")))
    assert not is_cited_right(outcome(asked, "Six.", cites=("a.txt",)))


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
    ("text", "accepted"), [("20000 troops", "20,000"), ("joint center", "joint centers"), ("", "x")]
)
def test_other_words_are_not_what_was_accepted(text: str, accepted: str) -> None:
    assert not holds(text, question(answers=(accepted,)))


def test_any_accepted_string_will_do() -> None:
    assert holds("It is six.", question(answers=("seven", "six")))
