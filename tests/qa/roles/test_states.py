"""In articles on two states, a minister is of one of them."""

from datetime import date

from qa.stories import Story
from tests.qa.making import sentence, story
from tests.qa.roles.test_holders import told

DAY = date(2023, 9, 12)


def _of(article: str, *texts: str) -> Story:
    sentences = [sentence(text, article=article, position=at) for at, text in enumerate(texts)]
    return story(*sentences, title="Mora and Veddo on their crash", published=DAY)


MORAN = _of("moran", "The Moran defence minister, Ana Lund, spoke.")
BARE = _of("bare", "The crash was no accident, Defence Minister Ole Berg said.")
VEDDO = _of("veddo", "For Veddo signed Eva Holm, who replaced Ole Berg as defence minister.")


def test_where_a_role_tells_whose_it_is_no_other_is_meant() -> None:
    assert told("Who is the Moran defence minister?", BARE, MORAN) == (["moran"], ())


def test_a_role_of_another_state_is_left_out_for_one_told_beside_the_asked_one() -> None:
    assert told("Who is the defence minister of Veddo?", MORAN, VEDDO) == (["veddo"], ())


def test_who_came_before_is_of_the_same_state() -> None:
    ours = _of("ours", "The Veddo defence minister, Ole Berg, spoke.")
    assert sorted(told("Who is the Veddo defence minister?", ours, VEDDO, MORAN)[0]) == [
        "ours",
        "veddo",
    ]


def test_a_role_that_nobody_tells_whose_may_be_anybodys() -> None:
    assert told("Who is the defence minister of Veddo?", BARE) == (["bare"], ())
