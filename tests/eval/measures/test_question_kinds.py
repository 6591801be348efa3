"""A question's words tell what it asks for."""

import pytest

from eval.measures.question_kinds import KINDS, question_kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who is Yasar Guler?", "who"),
        ("Whose ships were they?", "who"),
        ("To whom was it given?", "who"),
        ("When did it close?", "when"),
        ("In what year was it built?", "when"),
        ("On which day does the ferry sail?", "when"),
        ("At what time?", "when"),
        ("Where did they meet?", "where"),
        ("How many troops are there?", "how many"),
        ("For how  long will it be closed?", "how many"),
        ("What did Guler say?", "what"),
        ("In which province did it begin?", "what"),
        # The first question word decides.
        ("What did he say about where they met?", "what"),
        ("why was it closed?", "why"),
        ("HOW did it begin?", "how"),
        ("And the night ferry?", "other"),
        # Not a word of its own.
        ("Did the whole somewhat show?", "other"),
        ("", "other"),
    ],
)
def test_a_question_is_of_one_kind(question: str, kind: str) -> None:
    assert question_kind(question) == kind
    assert kind in KINDS


def test_what_timely_and_what_years_later_are_not_the_same() -> None:
    # "times" is no time of its own here: only whole words count.
    assert question_kind("What timely remark was made?") == "what"
