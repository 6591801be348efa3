"""What ``--map`` takes."""

import pytest

from index.errors import InvalidRequest
from ui.mapping import read_mapping


def test_pairs_are_read_as_our_name_and_theirs() -> None:
    assert read_mapping(["text=content", "title = a = b"]) == {"text": "content", "title": "a = b"}


def test_no_pairs_map_nothing() -> None:
    assert read_mapping([]) == {}


@pytest.mark.parametrize(
    ("pairs", "problem"),
    [
        (["colour=hue"], "There is no field 'colour' to map."),
        (["text"], "--map 'text' does not say OUR=THEIRS."),
        (["text="], "--map 'text=' does not say OUR=THEIRS."),
        (["=content"], "There is no field '' to map."),
        (["text=a", "text=b"], "--map gives 'text' twice."),
    ],
)
def test_a_bad_pair_is_refused(pairs: list[str], problem: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        read_mapping(pairs)
    assert refused.value.problem == problem
    assert refused.value.remedy


def test_who_names_no_field_of_ours_is_told_which_there_are() -> None:
    with pytest.raises(InvalidRequest) as refused:
        read_mapping(["colour=hue"])
    named = set(refused.value.remedy.removeprefix("The fields are ").rstrip(".").split(", "))
    assert {"text", "title", "date", "outlet", "byline", "url", "language", "id"} <= named
