"""Read the documents that hold the statements, as the index does. Input: the table of stories, the
folder of the seeds. Output: documents, each with what the finder found in it.
"""

import hashlib
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from eval.statements.records import Gold, Read
from index.errors import SourceUnreadable
from index.prepared import Prepared
from index.preparing import prepare_items
from index.records import Item

_STORIES = 40
_LEAST_WORDS = 120
_SEED = 29


def chosen(items: Iterable[Item]) -> tuple[Item, ...]:
    """Forty of the stories with 120 words or more, by a fixed seed, in order of their numbers."""
    long = {
        _number(item): item
        for item in items
        if len(item.content.decode("utf-8").split()) >= _LEAST_WORDS
    }
    numbers = random.Random(_SEED).sample(sorted(long), min(_STORIES, len(long)))
    return tuple(long[number] for number in sorted(numbers))


def seed_items(folder: Path) -> tuple[Item, ...]:
    """The files of the folder, cited as "seeds/" and their names, whatever the folder's path is."""
    return tuple(
        Item(f"seeds/{path.name}", path.name, path.read_bytes())
        for path in sorted(folder.glob("*.txt"))
    )


def read_documents(items: Iterable[Item]) -> Iterator[Read]:
    """Each item's document with its statements. Raises SourceUnreadable where one has none."""
    made, _ = prepare_items(list(items))
    for each in made:
        if not isinstance(each, Prepared):
            raise SourceUnreadable(each.problem, each.remedy)
        found = tuple(placed.said for placed in each.statements)
        yield Read(each.document.uri, each.document.text, found)


def require_texts(documents: Iterable[Read], gold: Iterable[Gold]) -> None:
    """Raise SourceUnreadable where a statement's document is not there, or has another text."""
    sums = {each.uri: hashlib.sha256(each.text.encode()).hexdigest() for each in documents}
    for each in gold:
        if sums.get(each.uri) != each.sha256:
            raise SourceUnreadable(
                f"{each.uri} is not there with the text that its statements were found in.",
                "Name the table of Reuters-21578 and the folder of the five seeds.",
            )


def _number(item: Item) -> int:
    return int(item.uri.rpartition("/")[2])
