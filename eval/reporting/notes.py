"""Say what a reader of the figures must know of a system. Input: the systems' names. Output: notes.

The terminal's table and the page say the same.
"""

from collections.abc import Iterable

from eval.systems.langchain import MOST_CHUNKS
from eval.systems.langchain import NAME as LANGCHAIN

_NOTES = {
    LANGCHAIN: f"{LANGCHAIN} finds {MOST_CHUNKS} chunks for a question, and no more:"
    f" its R@5 and R@20 are R@{MOST_CHUNKS}.",
}


def notes_on(systems: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each of the systems that needs one."""
    return tuple(_NOTES[system] for system in systems if system in _NOTES)
