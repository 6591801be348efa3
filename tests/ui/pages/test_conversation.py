"""The conversation: questions with their answers."""

from tests.ui.pages.making import ANSWER, Shown, conversation_of
from ui.pages.conversation import conversation
from ui.pages.markup import OPEN
from ui.pages.turns import Trouble, Turn


def test_before_the_first_question_there_are_examples_to_click_in_their_order() -> None:
    page = Shown(conversation((), ["First?", "Second?"]))
    assert [button["class"] for button in page.buttons] == ["cw-example", "cw-example"]
    assert page.words.index("First?") < page.words.index("Second?")


def test_after_the_first_question_the_examples_are_gone() -> None:
    assert "How many?" not in conversation_of(Turn("Is it early?", ANSWER))


def test_a_mark_tells_which_turn_it_belongs_to() -> None:
    page = Shown(conversation_of(Turn("Is it early?", ANSWER), Turn("And now?", ANSWER)))
    marks = [button for button in page.buttons if button["data-event"] == OPEN]
    assert [mark["data-turn"] for mark in marks] == ["0", "1"]


def test_trouble_is_told_with_its_remedy() -> None:
    page = Shown(conversation_of(Turn("Is it early?", Trouble("No index here.", "Build one."))))
    assert "No index here.Build one." in page.words
