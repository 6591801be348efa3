"""A reader is scored on what is held back, worked out by hand."""

from collections.abc import Sequence

import pytest

from eval.training.dev import DevScores, PassageScores, dev_scores, span_f1
from eval.training.records import Group, Text
from qa.reader.records import PassageReading, Span, Unread
from tests.eval.training.making import group, text


class ByLength:
    """A deterministic fake: the longer a passage, the more relevant; its words are the first
    ten characters."""

    def read(self, question: str, passages: Sequence[Unread]) -> tuple[PassageReading, ...]:
        return tuple(
            PassageReading(len(each.text), (Span(0, 10, -len(each.text)),)) for each in passages
        )


def _group(right: Text, kind: str = "new_wiki_train", *, held_back: bool = True) -> Group:
    wrong = [text("x" * length) for length in (11, 12, 13, 14)]
    return group("Who?", right, *wrong, kind=kind, held_back=held_back)


LONG = _group(text("0123456789" * 2, "0123456789"))
SHORT = _group(text("ab 0123456", "ab"))


def test_the_overlap_with_the_best_right_span_is_what_counts() -> None:
    found = PassageReading(0.0, (Span(5, 15, 0.0),))
    # Five of ten and ten: 2 * 5 / 20; and all ten.
    assert span_f1(found, _group(Text("", "x" * 20, ((0, 10),)))) == pytest.approx(0.5)
    assert span_f1(found, _group(Text("", "x" * 20, ((0, 10), (5, 15))))) == pytest.approx(1.0)


def test_scores_are_over_the_questions_held_back() -> None:
    trained_on = _group(text("y" * 90, "y"), held_back=False)
    sentence = _group(text("0123456789", "01234"), kind="qamr")
    # LONG is longer than its wrong ones and comes first by relevance, SHORT by margin. All words
    # are right in LONG, and in SHORT 2 * 2 / (2 + 10); in the sentence 2 * 5 / 15. Of four pairs of
    # right and best wrong LONG's win two.
    half = PassageScores(f1=0.6667, first=0.5, first_by_span=0.5, auroc=0.5)
    none = PassageScores(0.0, 0.0, 0.0, 0.0)
    scores = dev_scores(ByLength(), [LONG, SHORT, trained_on, sentence])
    assert scores == DevScores(encyclopedia=half, news=none, sentence_f1=0.6667)


def test_those_on_news_are_scored_apart() -> None:
    news = _group(text("0123456789" * 2, "0123456789"), kind="newswire")
    scores = dev_scores(ByLength(), [news])
    assert scores.news == PassageScores(f1=1.0, first=1.0, first_by_span=0.0, auroc=1.0)
    assert scores.encyclopedia == PassageScores(0.0, 0.0, 0.0, 0.0)


def test_nothing_held_back_scores_nothing() -> None:
    none = PassageScores(0.0, 0.0, 0.0, 0.0)
    assert dev_scores(ByLength(), []) == DevScores(none, none, 0.0)
