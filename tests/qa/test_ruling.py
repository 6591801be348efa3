"""Tests of what the articles settle: by hand-written sentences."""

from qa.composing import Chosen
from qa.roles.holders import Holders
from qa.ruling import of_holder
from qa.shortening import Shortened
from tests.qa.making import sentence, story

TEXT = sentence("Ana Lund, a former mayor of Veddo, sang.")
SHORT = Shortened("Ana Lund", Chosen(TEXT, story(TEXT)))


def test_a_former_holder_is_no_short_answer_to_who_has_the_post() -> None:
    assert of_holder(SHORT, Holders(former=("Ana Lund",))) is None
    assert of_holder(SHORT, Holders(former=("Ole Berg",))) == SHORT
