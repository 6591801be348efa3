"""Question and passage as a reader's network takes them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from qa.reader.checkpoints import SHIPPED
from qa.reader.encoding import PairEncoder, Window, padded
from tests.qa.reader.made_readers import CLS, SEP, UNKNOWN, WINDOW_TOKENS, save_tokenizer


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> PairEncoder:
    """One in whose windows each token's id is the number that the text names."""
    file = tmp_path_factory.mktemp("numbers") / "tokenizer.json"
    return PairEncoder(save_tokenizer(file), WINDOW_TOKENS)


@pytest.fixture(scope="module")
def shipped() -> PairEncoder:
    """One with the tokenizer of the reader that comes with Citewire."""
    return PairEncoder(SHIPPED / "tokenizer.json", 256)


def _numbers(count: int) -> str:
    """ "100 101 102 ...", in which the n-th word stands at 4 * n."""
    return " ".join(str(100 + at) for at in range(count))


def _places(window: Window) -> list[tuple[int, int]]:
    pairs = zip(window.starts.tolist(), window.ends.tolist(), strict=True)
    return [pair for pair in pairs if pair != (-1, -1)]


def _whole(window: Window) -> list[list[int]]:
    return [array.tolist() for array in (window.ids, window.type_ids, window.starts, window.ends)]


# One window


def test_a_passage_follows_the_question_and_its_headline_and_only_its_text_has_a_place(
    encoder: PairEncoder,
) -> None:
    (window,) = encoder.encode("21 22", [("31", "41 42")])
    assert window.passage == 0
    assert _whole(window) == [
        [CLS, 21, 22, SEP, 31, 41, 42, SEP],
        [0, 0, 0, 0, 1, 1, 1, 1],
        [-1, -1, -1, -1, -1, 0, 3, -1],
        [-1, -1, -1, -1, -1, 2, 5, -1],
    ]


def test_without_a_headline_nothing_stands_before_the_text(encoder: PairEncoder) -> None:
    (window,) = encoder.encode("21", [("", " 41")])
    assert _whole(window) == [
        [CLS, 21, SEP, 41, SEP],
        [0, 0, 0, 1, 1],
        [-1, -1, -1, 1, -1],
        [-1, -1, -1, 3, -1],
    ]


@pytest.mark.parametrize("question", ["", "   "])
def test_a_question_without_words_is_still_put_to_the_passage(
    encoder: PairEncoder, question: str
) -> None:
    (window,) = encoder.encode(question, [("", "41")])
    assert window.ids.tolist() == [CLS, SEP, 41, SEP]
    assert _places(window) == [(0, 2)]


def test_arrays_are_of_the_type_that_networks_take(encoder: PairEncoder) -> None:
    (window,) = encoder.encode("21", [("31", "41")])
    arrays = (window.ids, window.type_ids, window.starts, window.ends)
    assert {array.dtype for array in arrays} == {np.dtype(np.int64)}


# Several passages


@pytest.mark.parametrize("empty", ["", " \n\t"])
def test_an_empty_passage_gives_no_window_and_the_others_keep_their_numbers(
    encoder: PairEncoder, empty: str
) -> None:
    windows = encoder.encode("21", [("31", empty), ("32", "42"), ("", empty), ("33", "43")])
    assert [(each.passage, each.ids.tolist()) for each in windows] == [
        (1, [CLS, 21, SEP, 32, 42, SEP]),
        (3, [CLS, 21, SEP, 33, 43, SEP]),
    ]


def test_no_passages_give_no_windows(encoder: PairEncoder) -> None:
    assert encoder.encode("21", []) == []


# Strides


def test_a_passage_that_fills_the_window_is_read_at_once(encoder: PairEncoder) -> None:
    # 160 tokens, of which two are the question's and three stand around: 155.
    (window,) = encoder.encode("21 22", [("", _numbers(155))])
    assert len(window.ids) == WINDOW_TOKENS
    assert len(_places(window)) == 155


def test_a_longer_one_is_read_in_windows_that_share_64_tokens(encoder: PairEncoder) -> None:
    windows = encoder.encode("21 22", [("31", "41"), ("", _numbers(300))])
    # The second begins 155 - 64 = 91 tokens on, the third 182; the 118 that are left end it.
    assert [(each.passage, each.ids[4:-1].tolist()) for each in windows] == [
        (0, [31, 41]),
        (1, list(range(100, 255))),
        (1, list(range(191, 346))),
        (1, list(range(282, 400))),
    ]
    for window in windows[1:]:
        assert window.ids[:4].tolist() == [CLS, 21, 22, SEP]
        assert window.type_ids.tolist() == [0] * 4 + [1] * (len(window.ids) - 4)
    # Each word has three characters and a space behind it.
    assert _places(windows[2]) == [(4 * at, 4 * at + 3) for at in range(91, 246)]


def test_a_headline_longer_than_the_window_leaves_the_text_for_the_next(
    encoder: PairEncoder,
) -> None:
    first, second = encoder.encode("21 22", [(_numbers(200), "41 42")])
    assert _places(first) == []
    assert _places(second) == [(0, 2), (3, 5)]


# Long questions


def test_of_a_question_the_last_64_tokens_are_read(encoder: PairEncoder) -> None:
    asked = encoder.encode(_numbers(64), [("31", "41")])
    longer = encoder.encode(_numbers(500), [("31", "41")])
    assert asked[0].ids.tolist() == [CLS, *range(100, 164), SEP, 31, 41, SEP]
    # 100 to 599: what is asked stands behind what it leans on.
    assert [each.ids.tolist() for each in longer] == [[CLS, *range(536, 600), SEP, 31, 41, SEP]]


def test_a_long_question_leaves_room_for_strides(encoder: PairEncoder) -> None:
    # 160 - 64 - 3 = 93 tokens a window, and each begins 93 - 64 = 29 further on.
    first, second, third = encoder.encode(_numbers(80), [("", _numbers(150))])
    assert [_places(each)[0][0] for each in (first, second, third)] == [0, 4 * 29, 4 * 58]
    assert _places(third)[-1] == (4 * 149, 4 * 149 + 3)


# Any text


def test_a_word_that_is_not_known_has_its_place_all_the_same(encoder: PairEncoder) -> None:
    (window,) = encoder.encode("21", [("", "ships 41")])
    assert window.ids.tolist() == [CLS, 21, SEP, UNKNOWN, 41, SEP]
    assert _places(window) == [(0, 5), (6, 8)]


def test_places_are_in_the_text_as_it_was_given(shipped: PairEncoder) -> None:
    text = "Güler’in \u200b🚢 gemisi,\nCAFÉ'de İstanbul."
    (window,) = shipped.encode("Où?", [("🚢 Manşet", text)])
    found = "".join(text[start:end] for start, end in _places(window))
    # The white space and the invisible space are of no token.
    assert found == "".join(text.replace("\u200b", "").split())


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(question=WORDS, title=WORDS, text=st.lists(WORDS, max_size=4).map(" 12 ".join))
@example_settings(max_examples=60)
def test_no_text_brings_a_place_outside_of_itself_or_out_of_order(
    shipped: PairEncoder, question: str, title: str, text: str
) -> None:
    for window in shipped.encode(question, [(title, text)]):
        places = _places(window)
        assert all(0 <= start <= end <= len(text) for start, end in places)
        assert places == sorted(places)
        assert len(window.ids) <= 256


def test_threads_may_share_an_encoder(shipped: PairEncoder) -> None:
    passages = [(f"Headline {at}", "The bridge closed on Monday. " * at) for at in range(80)]

    def encoded(at: int) -> list[list[list[int]]]:
        return [_whole(each) for each in shipped.encode(f"When {at}?", passages[at : at + 4])]

    alone = [encoded(at) for at in range(60)]
    with ThreadPoolExecutor(4) as pool:
        together: Iterator[list[list[list[int]]]] = pool.map(encoded, range(60))
        assert list(together) == alone


# Batches


def _window(*ids: int) -> Window:
    some = np.array(ids, dtype=np.int64)
    return Window(0, some, some % 2, some, some)


def test_what_is_shorter_is_padded_with_zeros_that_no_attention_is_paid_to() -> None:
    batch = padded([_window(1, 6), _window(1, 7, 8)])
    assert {name: array.tolist() for name, array in batch.items()} == {
        "input_ids": [[1, 6, 0], [1, 7, 8]],
        "attention_mask": [[1, 1, 0], [1, 1, 1]],
        "token_type_ids": [[1, 0, 0], [1, 1, 0]],
    }
    assert {array.dtype for array in batch.values()} == {np.dtype(np.int64)}


def test_no_windows_are_an_empty_batch() -> None:
    assert {array.shape for array in padded([]).values()} == {(0, 0)}
