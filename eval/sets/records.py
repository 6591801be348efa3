"""Question sets as they are opened. Their ``notes`` tell what was left out, in whole sentences."""

from dataclasses import dataclass

from eval.records import Question, SentenceQuestion
from index.records import Item


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions over ``documents``; none where they are asked of an index that is there already.

    ``left_out`` are documents of the set that are not indexed, so that what they answer is not
    answered: no others with their texts may be put beside. ``is_graded`` where whole documents are
    judged, so that a ranking of them is all that counts.
    """

    name: str
    questions: tuple[Question, ...]
    documents: tuple[Item, ...] = ()
    notes: tuple[str, ...] = ()
    is_graded: bool = False
    left_out: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceSet:
    """Questions that each bring the sentences to put in order: nothing is indexed."""

    name: str
    questions: tuple[SentenceQuestion, ...]
    notes: tuple[str, ...] = ()
