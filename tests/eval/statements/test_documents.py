"""Reading the documents whose statements were found by reading."""

import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest

from eval.statements.documents import (
    chosen,
    read_documents,
    require_texts,
    seed_items,
)
from eval.statements.gold import read_gold
from index.errors import SourceUnreadable
from index.records import Item
from tests.eval.statements.making import gold, read


def _story(number: int, words: int) -> Item:
    return Item(f"reuters/{number}", "row.txt", (" word" * words).encode())


def test_forty_long_stories_are_chosen_by_number_whatever_their_order() -> None:
    long = [_story(number, 120) for number in range(1, 201)]
    short = [_story(number, 119) for number in range(201, 301)]
    picked = random.Random(29).sample(range(1, 201), 40)

    got = chosen([*reversed(long), *short])

    assert [item.uri for item in got] == [f"reuters/{number}" for number in sorted(picked)]


def test_where_there_are_fewer_all_are_chosen() -> None:
    assert len(chosen([_story(1, 120), _story(2, 500), _story(3, 10)])) == 2


def test_the_seeds_are_read_with_the_texts_of_the_gold(tmp_path: Path) -> None:
    documents = tuple(read_documents(seed_items(Path("seeds"))))
    of_seeds = [each for each in read_gold() if each.uri.startswith("seeds/")]

    require_texts(documents, of_seeds)
    assert len(documents) == 5
    assert all(document.found for document in documents)


def test_another_text_is_refused() -> None:
    document = read(text="Trams turn.")
    wanted = replace(gold(0, 5), sha256=hashlib.sha256(b"Trams turn!").hexdigest())

    with pytest.raises(SourceUnreadable, match=r"seeds/a\.txt is not there with the text"):
        require_texts([document], [wanted])


def test_a_document_that_is_missing_is_refused() -> None:
    with pytest.raises(SourceUnreadable):
        require_texts([], [gold(0, 5)])
