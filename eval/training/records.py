"""What a reader is trained on: a question with passages that answer it and passages that do not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A passage under its headline, which may be empty.

    ``spans`` are the (start, end) of the answers in ``text``, end excluded, the one that most
    people gave first; none where it does not answer.
    """

    title: str
    text: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A question with the passage that answers it, if there is one, and some that do not.

    ``kind`` names its source; ``held_back`` tells that nothing is trained on it. The wrong passages
    come hardest first.
    """

    kind: str
    question: str
    held_back: bool
    right: Text | None
    wrong: tuple[Text, ...]
