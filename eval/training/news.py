"""Make SQuAD files of questions on news that were asked in other words than the articles'. Input:
tables of articles, and the questions in ``news`` beside this file. Output: SQuAD 2.0, an article a
story, a paragraph a paragraph of it.

People who search an archive do not have its articles before them, and the questions of public sets
were mostly written by people who had. These were written by reading, with the verbs and nouns
changed; three in ten are not answered by their story, though it is on the very matter.
``newswire.jsonl`` asks of stories of Reuters-21578, none of which is of the days that our question
sets are about or tells the same in the same words; ``made.jsonl`` of invented ones in
``articles.jsonl``, of our own century, and ``made-held-out.jsonl`` of others there: it is for
measuring, and nothing is trained on it.

A row: ``{"story": id, "question": "...", "within": "first words of the sentence", "answer": "words
of the sentence"}``; without the last two where the story does not answer. Of equal words the first
behind the sentence's beginning are meant.
"""

import gzip
import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from index.errors import SourceUnreadable

_FOLDER = Path(__file__).with_name("news")
NEWSWIRE, MADE = _FOLDER / "newswire.jsonl", _FOLDER / "made.jsonl"
MADE_HELD_OUT = _FOLDER / "made-held-out.jsonl"
MADE_ARTICLES = _FOLDER / "articles.jsonl"
_PARAGRAPHS = re.compile(r"\n\s{2,}|\n\n")


def write_news(reuters: Path, folder: Path) -> list[Path]:
    """Write what is trained on, newswire.json and made.json, into ``folder``; ``reuters`` is the
    stories' table. Raises what `squad_of` raises."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        write_squad(table, questions, folder)
        for table, questions in ((reuters, NEWSWIRE), (MADE_ARTICLES, MADE))
    ]


def write_squad(table: Path, questions: Path, folder: Path) -> Path:
    """Write the questions as a SQuAD file of their name into ``folder``. Raises as `squad_of`."""
    path = folder / f"{questions.stem}.json"
    path.write_text(json.dumps(squad_of(table, questions)), "utf-8")
    return path


def squad_of(table: Path, questions: Path) -> dict[str, Any]:
    """The content of a SQuAD file, stories in the order in which they are first asked about: which
    are held back goes by their place, so that more are to be added at the end. Raises
    SourceUnreadable where a file is of another form, or a question is on a story or on words that
    are not there."""
    asked = defaultdict[str, list[dict[str, str]]](list)
    try:
        for row in _rows(questions):
            asked[row["story"]].append(row)
        stories = {str(row["id"]): row for row in _rows(table)}
        articles = [_article(stories[id_], of_story) for id_, of_story in asked.items()]
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise SourceUnreadable(
            f"{questions} and {table} do not go together: {error!r}.",
            "Name the articles that the questions are on, in rows of id, title and text.",
        ) from error
    return {"version": "2.0", "data": articles}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    content = path.read_bytes()
    content = gzip.decompress(content) if path.suffix == ".gz" else content
    # Only a line feed ends a row: JSON allows U+2028 and its like inside a text.
    return (json.loads(line) for line in content.decode("utf-8").split("\n") if line.strip())


def _article(story: dict[str, Any], asked: Sequence[dict[str, str]]) -> dict[str, Any]:
    contexts = [" ".join(part.split()) for part in _PARAGRAPHS.split(story["text"])]
    paragraphs: list[dict[str, Any]] = [{"context": each, "qas": []} for each in contexts if each]
    if not paragraphs:
        raise ValueError(f"story {story['id']} has no text")
    for number, row in enumerate(asked):
        qa: dict[str, Any] = {"id": f"{row['story']}-{number}", "question": row["question"]}
        at = 0
        if "answer" in row:
            at, start = _place(paragraphs, row["within"], row["answer"])
            qa["answers"] = [{"text": row["answer"], "answer_start": start}]
        else:
            qa.update(answers=[], is_impossible=True)
        paragraphs[at]["qas"].append(qa)
    return {"title": story["title"], "paragraphs": paragraphs}


def _place(paragraphs: Sequence[dict[str, Any]], within: str, answer: str) -> tuple[int, int]:
    """The paragraph, and where the answer begins in it: the first one from these words on."""
    for at, paragraph in enumerate(paragraphs):
        low = paragraph["context"].find(within)
        start = paragraph["context"].find(answer, low) if low >= 0 else -1
        if start >= 0:
            return at, start
    raise ValueError(f"no paragraph holds {answer!r} behind {within!r}")
