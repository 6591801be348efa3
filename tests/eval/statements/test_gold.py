"""The statements that were found by reading, and the file that holds them."""

import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from eval.statements.gold import read_gold
from index.errors import InvalidRequest

SEEDS = Path("seeds")
MARKS = '"“”‘,; \n'


def test_there_are_statements_of_five_seeds_and_of_forty_stories_but_those_that_say_nothing() -> (
    None
):
    gold = [each for each in read_gold() if not each.is_optional]

    # Of the forty, one is a table of figures and one a list of offerings.
    assert len(gold) >= 150
    assert Counter(each.uri.partition("/")[0] for each in gold).keys() == {"seeds", "reuters"}
    assert len({each.uri for each in gold if each.uri.startswith("seeds/")}) == 5
    assert len({each.uri for each in gold if each.uri.startswith("reuters/")}) == 38


def test_the_seeds_have_the_text_that_the_statements_were_found_in() -> None:
    for each in read_gold():
        if each.uri.startswith("seeds/"):
            content = (SEEDS / each.uri.removeprefix("seeds/")).read_bytes()
            assert hashlib.sha256(content).hexdigest() == each.sha256


def test_a_span_is_whole_words_without_marks_at_its_ends() -> None:
    for each in read_gold():
        if each.uri.startswith("seeds/"):
            text = (SEEDS / each.uri.removeprefix("seeds/")).read_text("utf-8")
            words = text[each.start : each.end]
            assert words == words.strip(MARKS), words
            assert not text[each.start - 1].isalnum(), words
            assert not text[each.end].isalnum(), words


def test_those_that_count_lie_apart_and_in_order() -> None:
    gold = [each for each in read_gold() if not each.is_optional]
    for one, other in pairwise(gold):
        assert one.uri != other.uri or one.end < other.start


def test_a_row_that_lacks_a_field_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"uri": "seeds/a.txt", "start": 1}\n', "utf-8")

    with pytest.raises(InvalidRequest, match="line 1"):
        read_gold(path)
