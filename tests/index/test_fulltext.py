"""Search by words."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import stems
from index.fulltext import FullText, build_fulltext
from index.store import IndexedPassage

NO_VECTOR = np.zeros(0, dtype=np.float32)


def _built(folder: Path, *passages: tuple[int, str, str, str]) -> FullText:
    """An index of passages given as (id, article, title, text)."""
    build_fulltext(folder, [IndexedPassage(*passage, NO_VECTOR) for passage in passages])
    return FullText(folder)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> FullText:
    return _built(
        tmp_path_factory.mktemp("words") / "fulltext",
        (1, "a", "Talks Resume", "Yaşar Güler spoke of a withdrawal in İstanbul."),
        (2, "a", "Talks Resume", "It's 5:30 pm, and the troops stay."),
        (3, "b", "Harbour Closed", "A storm closed the harbour, said Ada Lund."),
        (4, "b", "Harbour Closed", "Repairs take three weeks."),
        (5, "c", "Buses", "Night buses run to the harbour of Ostmark."),
    )


def _found(index: FullText, question: str, *among: str) -> list[int]:
    return [id_ for id_, _ in index.search(stems(question), 10, among or None)]


@pytest.mark.parametrize(
    "question", ["Guler", "GÜLER", "yasar güler", "istanbul", "İstanbul", "ISTANBUL", "withdraw"]
)
def test_accents_case_and_endings_make_no_difference(news: FullText, question: str) -> None:
    assert _found(news, question) == [1]


@pytest.mark.parametrize("question", ["Gulerr", "Istambul", "widthdrawal"])
def test_a_word_that_nobody_wrote_finds_those_spelt_like_it(news: FullText, question: str) -> None:
    assert _found(news, question) == [1]


def test_a_word_that_somebody_wrote_finds_no_other_spelling(news: FullText) -> None:
    # "stay" and "storm" stand there; neither is taken for a slip of the other's.
    assert _found(news, "storm") == [3]


def test_a_short_unknown_word_finds_nothing(news: FullText) -> None:
    # Four letters: "adas" could be a slip of many words.
    assert _found(news, "adaz") == []


def test_the_passage_with_more_of_the_words_comes_first(news: FullText) -> None:
    assert _found(news, "storm harbour")[0] == 3
    scores = [score for _, score in news.search(stems("storm harbour"), 10)]
    assert scores == sorted(scores, reverse=True)


def test_a_word_of_the_title_finds_all_passages_below_those_that_hold_it(news: FullText) -> None:
    assert _found(news, "closed") == [3, 4]
    assert _found(news, "talks") == [1, 2]


def test_among_restricts_the_search_to_articles(news: FullText) -> None:
    assert set(_found(news, "harbour")) == {3, 4, 5}
    assert _found(news, "harbour", "c") == [5]
    assert _found(news, "harbour", "c", "a") == [5]
    assert _found(news, "harbour", "nobody") == []
    assert news.search(["harbour"], 10, []) == []
    assert news.search(["harbour"], 10, ()) == []


def test_among_changes_no_score(news: FullText) -> None:
    free = dict(news.search(stems("harbour"), 10))
    assert dict(news.search(stems("harbour"), 10, ["b"])) == pytest.approx({3: free[3], 4: free[4]})


@pytest.mark.parametrize(
    "question",
    [
        "it's 5:30 pm", "title:harbour AND (", '"harbour', "harbour~2", "-harbour", "NOT harbour",
        "[a TO z]", "har*", "text:", "\\", "AND OR NOT", "()", "^5", "{", "'", "🚢", "\0",
    ],
)  # fmt: skip
def test_no_punctuation_or_query_language_raises(news: FullText, question: str) -> None:
    _found(news, question)


def test_query_language_is_read_as_words(news: FullText) -> None:
    assert _found(news, "-storm") == [3]
    assert _found(news, "text:storm") == [3]
    assert _found(news, "it's 5:30 pm")[0] == 2


@given(st.text(max_size=200))
def test_no_text_raises(news: FullText, question: str) -> None:
    assert set(_found(news, question)) <= {1, 2, 3, 4, 5}


def test_no_words_find_nothing(news: FullText) -> None:
    assert news.search([], 10) == []


def test_no_more_than_the_limit_is_found(news: FullText) -> None:
    assert len(news.search(["harbour"], 2)) == 2
    assert news.search(["harbour"], 0) == []


def test_equal_scores_come_in_id_order(tmp_path: Path) -> None:
    same = _built(tmp_path / "f", *((id_, "a", "T", "harbour") for id_ in (9, 3, 7)))
    assert _found(same, "harbour") == [3, 7, 9]


def test_frequency_counts_passages_by_their_text_alone(news: FullText) -> None:
    assert news.frequency("harbour") == 2
    assert news.frequency("talk") == 0
    assert news.passages == 5
    assert news.ids == {1, 2, 3, 4, 5}


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    empty = _built(tmp_path / "f")
    assert (empty.ids, empty.passages, empty.search(["harbour"], 5)) == (set(), 0, [])


def test_a_folder_that_holds_no_such_index_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".+"):
        FullText(tmp_path)
