"""Make groups of news stories: who said what on which subject. Input: stories. Output: Groups.

Nobody wrote these questions: a statement with a named speaker is turned into one about the words
that it shares with its headline. Wrong passages are the story's other ones, and the same question
is asked of somebody else in the story as well, who is not heard on it.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.training.collections import HELD_BACK_EVERY
from eval.training.records import Group, Text
from index.analysis import stems
from index.errors import SourceUnreadable
from index.sentences import sentence_spans
from index.statements.finding import find_statements
from qa.words import FUNCTION_WORDS, SPEECH_VERBS

_WHAT = (
    "What did {speaker} say about {topic}?",
    "What did {speaker} say on {topic}?",
    "What does {speaker} think of {topic}?",
    "What is {speaker}'s view on {topic}?",
    "what has {speaker} said about {topic}",
    "How did {speaker} comment on {topic}?",
)
_WHO = ("Who spoke about {topic}?", "Who commented on {topic}?", "Who said something on {topic}?")
_PASSAGE_CHARS = 600
_LEAST_WORDS = 9
_LONGEST_TOPIC_WORDS = 3
_A_STORY = 3
_WRONG = 4
_ATTRIBUTION = re.compile(
    r"^(?:.{0,120}?\b(?:said|says|told\s\w+(?:\s\w+)?|added|stated)\b(?:\sthat)?\s"
    r"|according to [^,]+,\s)"
    r"|,?\s(?:[A-Z]\w*\s|he\s|she\s|it\s){0,4}(?:said|added|stated)[^,]{0,80}\.?$"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement: where it stands in its passage, and who speaks."""

    passage: int
    start: int
    end: int
    text: str
    speaker: str


def statement_groups(path: Path, seed: int) -> Iterator[Group]:
    """Groups of the stories in which somebody with a name speaks. Raises SourceUnreadable."""
    chance = random.Random(seed)
    try:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for number, line in enumerate(stream):
                story = json.loads(line)
                held_back = number % HELD_BACK_EVERY == 0
                yield from _groups(story["title"], story["text"], held_back, chance)
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise SourceUnreadable(
            f"{path} is no file of stories: {error!r}.", "It holds rows of title and text."
        ) from error


def _groups(title: str, text: str, held_back: bool, chance: random.Random) -> Iterator[Group]:
    passages, said = _taken_apart(text)
    chosen = chance.sample(said, min(_A_STORY, len(said)))
    for each in chosen:
        topic = _topic(each, title)
        if not topic:
            continue
        others = [s for s in said if s.passage == each.passage and s.speaker != each.speaker]
        wrong = tuple(
            Text(title, passage)
            for at, passage in enumerate(passages)
            if at != each.passage and not set(stems(topic)) <= set(stems(passage))
        )
        asks_who = chance.random() < 0.25
        form = chance.choice(_WHO if asks_who else _WHAT)
        span = _speaker_span(each) if asks_who else _content_span(each)
        if span is None:
            continue
        yield Group(
            kind="statements",
            question=form.format(speaker=_short(each.speaker, chance), topic=topic),
            held_back=held_back,
            right=Text(title, passages[each.passage], (span,)),
            wrong=tuple(chance.sample(wrong, min(_WRONG, len(wrong)))),
        )
        silent = [s for s in others if not set(stems(topic)) & set(stems(s.text))]
        everywhere = {s.speaker for s in said if set(stems(topic)) & set(stems(s.text))}
        if silent and silent[0].speaker not in everywhere and not asks_who:
            yield Group(
                kind="statements-silent",
                question=form.format(speaker=_short(silent[0].speaker, chance), topic=topic),
                held_back=held_back,
                right=None,
                wrong=(Text(title, passages[each.passage]),),
            )


def _taken_apart(text: str) -> tuple[list[str], list[_Said]]:
    """The story's passages, and the statements in them by speakers with a name."""
    whole = "\n".join(" ".join(part.split()) for part in re.split(r"\n\s{2,}", text))
    spans = [
        (low, high)
        for part in re.finditer(r"[^\n]+", whole)
        for low, high in sentence_spans(whole, part.start(), part.end())
    ]
    passages: list[tuple[int, int]] = []
    for low, high in spans:
        if passages and high - passages[-1][0] <= _PASSAGE_CHARS:
            passages[-1] = (passages[-1][0], high)
        else:
            passages.append((low, high))
    statements = [each for each in find_statements("", whole, spans) if each.name]
    said = []
    for low, high in spans:
        speaker = next((s.name for s in statements if s.start < high and low < s.end), None)
        at = next(n for n, (start, end) in enumerate(passages) if start <= low and high <= end)
        start = passages[at][0]
        if speaker and len(whole[low:high].split()) >= _LEAST_WORDS:
            said.append(_Said(at, low - start, high - start, whole[low:high], speaker))
    return [whole[start:end] for start, end in passages], said


def _topic(said: _Said, title: str) -> str:
    """The longest run of words of substance that stands in the statement and, in part, in the
    headline; empty where they share none."""
    shared = set(stems(title)) - set(stems(said.speaker))
    runs: list[list[str]] = [[]]
    for word in re.findall(r"[A-Za-z][\w'-]*|[^\w\s]", said.text):
        is_substance = word.casefold() not in FUNCTION_WORDS | SPEECH_VERBS and word[0].isalpha()
        named = word in said.speaker.split()
        if is_substance and not named and len(runs[-1]) < _LONGEST_TOPIC_WORDS:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    fitting = [run for run in runs if shared & set(stems(" ".join(run)))]
    longest = max(fitting, key=len, default=[])
    return " ".join(longest)


def _content_span(said: _Said) -> tuple[int, int] | None:
    """What was said, without who says so."""
    match = _ATTRIBUTION.search(said.text)
    low, high = 0, len(said.text.rstrip(". "))
    if match and match.start() == 0:
        low = match.end()
    elif match:
        high = match.start()
    return (said.start + low, said.start + high) if high - low >= 20 else None


def _speaker_span(said: _Said) -> tuple[int, int] | None:
    at = said.text.find(said.speaker)
    return (said.start + at, said.start + at + len(said.speaker)) if at >= 0 else None


def _short(speaker: str, chance: random.Random) -> str:
    return speaker.rsplit(maxsplit=1)[-1] if chance.random() < 0.5 else speaker
