"""Tests of what the articles settle: by hand-written sentences."""

import pytest

from qa.composing import Chosen
from qa.roles.holders import Holders
from qa.ruling import of_holder
from qa.shortening import Shortened
from tests.qa.making import query, sentence, story

TEXT = sentence("Ana Lund, a former mayor of Veddo, sang.")
ASKED = query("Who is the mayor of Veddo?")
SHORT = Shortened("Ana Lund", Chosen(TEXT, story(TEXT)))


NAMED = sentence("Minister Ana Lund named a former judge, Ole Berg, as mediator.")
WIDE = Shortened("Ana Lund named a former judge, Ole Berg", Chosen(NAMED, story(NAMED)))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who was named mediator?", "Ole Berg"),
        ("Who is the mediator in the strike?", "Ole Berg"),
        ("Who named a judge?", WIDE.text),
    ],
)
def test_who_takes_the_role_is_the_short_answer(question: str, expected: str) -> None:
    short = of_holder(query(question), WIDE, Holders())
    assert short is not None
    assert short.text == expected


def test_who_had_the_role_before_is_not_who_takes_it() -> None:
    turn = sentence("Bo Aas was elected mayor of Veddo, succeeding Ana Lund.")
    of = Chosen(turn, story(turn))
    wide = Shortened("Bo Aas was elected mayor of Veddo, succeeding Ana Lund", of)
    held = Holders(chosen=(of,), names=("Ana Lund",), is_sure=True)
    short = of_holder(query("Who was mayor of Veddo before Bo Aas?"), wide, held)
    assert short == Shortened("Ana Lund", of)


def test_a_former_holder_is_no_short_answer_to_who_has_the_post() -> None:
    assert of_holder(ASKED, SHORT, Holders(former=("Ana Lund",))) is None
    assert of_holder(ASKED, SHORT, Holders(former=("Ole Berg",))) == SHORT
