"""When what is asked is called for, denied or yet to come, and has not happened."""

import pytest

from qa.values.untold import is_untold
from tests.qa.making import query

WHEN = "When did Holm resign?"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Holm faced calls to resign on Sunday.", True),
        ("Holm said on Sunday that he would not resign.", True),
        ("Students called for his resignation on Sunday; he did not resign.", True),
        ("Holm denied on Sunday that he will resign.", True),
        ("Holm resigned on Thursday.", False),
        ("Holm was forced to resign on Thursday.", False),
        ("Holm, who had refused to resign, resigned on Thursday.", False),
        ("Holm stepped down on Thursday.", False),
    ],
)
def test_what_is_called_for_or_denied_is_not_told(text: str, is_so: bool) -> None:
    assert is_untold(query(WHEN), text) is is_so


def test_what_is_to_come_or_decided_on_may_be_asked_for() -> None:
    assert not is_untold(query("When will Holm resign?"), "Holm is to resign on Sunday.")
    decided = query("When did Holm decide to resign?")
    assert not is_untold(decided, "Holm decided on Sunday to resign.")
