"""The conversation: questions with their answers. Input: Turns. Output: HTML."""

from collections.abc import Sequence

from ui.pages.answers import abstention, answer
from ui.pages.markup import text, trouble_note
from ui.pages.turns import Trouble, Turn


def header(subtitle: str) -> str:
    """The name of the page, and what is indexed."""
    return f'<div class="cw-brand"><h1>Citewire</h1><p>{text(subtitle)}</p></div>'


def conversation(turns: Sequence[Turn], examples: Sequence[str]) -> str:
    """Every turn, oldest first; where there is none yet, what to do and examples to click."""
    # One live region that stays in the page: a screen reader hears what is added to it.
    shown = "".join(_turn(number, turn) for number, turn in enumerate(turns))
    return (
        '<div class="cw-log" role="log" aria-label="Conversation">'
        f"{shown or _welcome(examples)}</div>"
    )


def _welcome(examples: Sequence[str]) -> str:
    buttons = "".join(
        f'<li><button type="button" class="cw-example">{text(example)}</button></li>'
        for example in examples
    )
    return (
        '<div class="cw-welcome"><h2>Ask the articles</h2>'
        "<p>An answer is made of whole sentences of the articles, word for word. The number behind"
        " each opens the article at those words. Where the articles do not answer, you are told"
        f' so.</p><ul aria-label="Example questions">{buttons}</ul></div>'
    )


def _turn(number: int, turn: Turn) -> str:
    return (
        f'<section class="cw-turn" aria-label="Question {number + 1}">'
        f'<h2 class="cw-question">{text(turn.question)}</h2>{_reply(number, turn)}</section>'
    )


def _reply(number: int, turn: Turn) -> str:
    if isinstance(turn.reply, Trouble):
        return trouble_note(turn.reply)
    shown = abstention if turn.reply.abstained else answer
    return shown(number, turn.reply)
