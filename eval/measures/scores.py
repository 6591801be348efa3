"""Score a run. Input: Outcomes of one system. Output: Scores, of all and by kind of question."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.measures.figures import Figure, figures
from eval.measures.judging import Judged, judge, judge_sentences
from eval.measures.question_kinds import KINDS
from eval.records import Outcome, SentenceOutcome


@dataclass(frozen=True, slots=True)
class KindScores:
    """The figures of the questions of one kind (`eval.measures.question_kinds`)."""

    kind: str
    questions: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """One system's figures, and what they were computed from. Kinds that nobody asked of are left
    out."""

    questions: int
    answerable: int
    figures: tuple[Figure, ...]
    kinds: tuple[KindScores, ...]
    judged: tuple[Judged, ...]

    def figure(self, name: str) -> Figure | None:
        """The figure of that name; None where the run says nothing of it."""
        return next((each for each in self.figures if each.name == name), None)


def measure(outcomes: Sequence[Outcome]) -> Scores:
    """The scores of what one system made of questions."""
    return _scores(judge(outcomes))


def measure_sentences(outcomes: Sequence[SentenceOutcome]) -> Scores:
    """The scores of how one system put sentences in order."""
    return _scores(judge_sentences(outcomes))


def _scores(judged: tuple[Judged, ...]) -> Scores:
    by_kind = {kind: [each for each in judged if each.kind == kind] for kind in KINDS}
    return Scores(
        questions=len(judged),
        answerable=sum(each.answerable for each in judged),
        figures=figures(judged),
        kinds=tuple(
            KindScores(kind, len(asked), figures(asked)) for kind, asked in by_kind.items() if asked
        ),
        judged=judged,
    )
