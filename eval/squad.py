"""Read a SQuAD v1.1 file as a collection and its questions. Input: the file. Output: both.

Each article of the file becomes one document, its title first. A part of the paragraphs may be left
out: their questions then have no answer in the collection, while the article is still there, which
is the hardest kind of question to abstain from.
"""

import json
import random
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceUnreadable


@dataclass(frozen=True, slots=True)
class SquadQuestion:
    """``answers`` are (start, end) offsets into the text of document ``uri``; none where the
    paragraph was left out. ``article`` numbers the file's articles from 0."""

    question: str
    article: int
    uri: str
    answers: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SquadCollection:
    """Documents as (uri, text), and the questions on them."""

    documents: tuple[tuple[str, str], ...]
    questions: tuple[SquadQuestion, ...]


def read_squad(path: Path, left_out: float, seed: int) -> SquadCollection:
    """The file's articles, each paragraph left out with probability ``left_out``.

    Raises SourceUnreadable where the file is not of SQuAD's form.
    """
    chance = random.Random(seed)
    try:
        articles = json.loads(path.read_text("utf-8"))["data"]
        pairs = [_read(number, each, left_out, chance) for number, each in enumerate(articles)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceUnreadable(
            f"{path} is not a SQuAD file: {error}.", "Name a JSON file in SQuAD's v1.1 form."
        ) from error
    return SquadCollection(
        tuple(document for document, _ in pairs),
        tuple(question for _, questions in pairs for question in questions),
    )


def _read(
    number: int, article: dict[str, object], left_out: float, chance: random.Random
) -> tuple[tuple[str, str], list[SquadQuestion]]:
    uri = f"{number:04d}.txt"
    text = str(article["title"]).replace("_", " ") + "\n"
    questions = []
    for paragraph in article["paragraphs"]:  # type: ignore[attr-defined]
        is_left_out = chance.random() < left_out
        # A break inside a paragraph would make two of it; one character for one keeps offsets.
        context = paragraph["context"].replace("\n", " ")
        start = len(text) + 1
        for each in paragraph["qas"]:
            spans = {(start + a["answer_start"], len(a["text"])) for a in each["answers"]}
            answers = sorted((at, at + length) for at, length in spans)
            questions.append(
                SquadQuestion(each["question"], number, uri, () if is_left_out else tuple(answers))
            )
        if not is_left_out:
            text += f"\n{context}\n"
    return (uri, text), questions
