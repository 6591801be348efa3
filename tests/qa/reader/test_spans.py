"""The words that answer, from a network's logits."""

import numpy as np
import pytest
from numpy.typing import NDArray

from qa.reader.encoding import Window
from qa.reader.records import Span
from qa.reader.spans import best_span

Read = tuple[Window, NDArray[np.float32], NDArray[np.float32]]


def _read(
    places: list[tuple[int, int]], start: list[float], end: list[float], none: float = 0.0
) -> Read:
    """A window of a first token, whose logits are ``none`` each, and of tokens at these places."""
    starts, ends = np.array([(-1, -1), *places], dtype=np.int64).T
    ids = np.arange(len(starts), dtype=np.int64)
    window = Window(0, ids, ids, starts, ends)
    return (
        window,
        np.array([none, *start], dtype=np.float32),
        np.array([none, *end], dtype=np.float32),
    )


def _words(count: int) -> list[tuple[int, int]]:
    """Words of three letters with a space between: 0-3, 4-7, 8-11, ..."""
    return [(4 * at, 4 * at + 3) for at in range(count)]


def test_the_span_with_the_greatest_sum_is_chosen() -> None:
    # From the second word to the third: 5 + 4 = 9.
    read = [_read(_words(4), start=[1, 5, 2, 0], end=[3, 1, 4, 2])]
    assert best_span(read, 0, 15) == Span(4, 11, 9.0)


def test_the_margin_is_what_the_sum_is_above_that_of_no_answer() -> None:
    # 5 + 4 - 3 - 3 and 5 + 4 - 8 - 8.
    found = [
        best_span([_read(_words(2), start=[5, 0], end=[0, 4], none=none)], 0, 7)
        for none in (3.0, 8.0)
    ]
    assert found == [Span(0, 7, 3.0), Span(0, 7, -7.0)]


def test_no_span_ends_before_it_starts() -> None:
    # The best start is the third word's, the best end the first's: 6 + 6 would be most. In order,
    # the third alone has 6 + 1, the first alone 1 + 6 and the two first words 1 + 2.
    read = [_read(_words(3), start=[0, 1, 6], end=[6, 2, 1])]
    assert best_span(read, 0, 11) == Span(8, 11, 7.0)


@pytest.mark.parametrize(("last", "end"), [(29, 30), (30, 1)])
def test_a_span_has_30_tokens_at_most(last: int, end: int) -> None:
    # From the first of 40 words to the one numbered ``last``: 9 + 9. Without it, the first alone.
    ends = [1.0 if at == 0 else 9.0 if at == last else 0.0 for at in range(40)]
    read = [_read(_words(40), start=[9.0] + [-9.0] * 39, end=ends)]
    found = best_span(read, 0, 160)
    assert found == Span(0, 4 * end - 1, 18.0 if end == 30 else 10.0)


def test_only_tokens_that_stand_wholly_in_the_stretch_count() -> None:
    # The second word, 4-7, reaches out of both; the fourth is the best of all.
    read = [_read(_words(4), start=[1, 8, 2, 9], end=[1, 8, 2, 9])]
    assert best_span(read, 0, 6) == Span(0, 3, 2.0)
    assert best_span(read, 5, 11) == Span(8, 11, 4.0)
    assert best_span(read, 4, 11) == Span(4, 7, 16.0)


def test_what_is_not_of_the_text_is_no_answer() -> None:
    # The question and the headline stand nowhere in the text.
    read = [_read([(-1, -1), (0, 3), (-1, -1)], start=[9, 1, 9], end=[9, 1, 9])]
    assert best_span(read, 0, 3) == Span(0, 3, 2.0)


def test_a_token_without_length_begins_no_answer() -> None:
    read = [_read([(0, 0), (0, 3), (3, 3)], start=[9, 1, 9], end=[9, 1, 9])]
    assert best_span(read, 0, 3) == Span(0, 3, 2.0)


def test_of_several_windows_the_best_counts_each_against_its_own_no_answer() -> None:
    # 9 + 9 - 8 - 8 = 2, and 4 + 4 - 1 - 1 = 6.
    one = _read(_words(2), start=[9, 0], end=[9, 0], none=8.0)
    other = _read(_words(2), start=[0, 4], end=[0, 4], none=1.0)
    for read in ([one, other], [other, one]):
        assert best_span(read, 0, 7) == Span(4, 7, 6.0)


def test_a_stretch_that_one_window_does_not_show_is_read_in_the_other() -> None:
    early = _read([(0, 3)], start=[9], end=[9])
    late = _read([(4, 7)], start=[1], end=[1])
    assert best_span([early, late], 4, 7) == Span(4, 7, 2.0)


def test_there_is_none_where_no_window_shows_a_token_of_the_stretch() -> None:
    read = [_read(_words(2), start=[9, 9], end=[9, 9])]
    assert best_span(read, 8, 20) is None
    assert best_span(read, 1, 3) is None
    assert best_span([], 0, 7) is None
