"""Deal groups into what one pass of training reads. Input: Groups. Output: batches of Examples.

An example is a question with one passage, where the answer stands in it, and which examples compete
with it: those of one bundle share a question, and at most one of them answers it.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from eval.training.records import Group, Text
from index.folding import fold
from index.sentences import sentence_spans
from qa.words import FUNCTION_WORDS

_T = TypeVar("_T")
_NAME = re.compile(r"(?<=\s)[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*|\b\d[\d,.]*\d\b|\b\d\b")
_TITLE_KEPT = 0.7
_MOST_SENTENCES = 6
_WORD = re.compile(r"[a-z]+")
_SUFFIX = re.compile(r"(?:ed|ing|s|ion|ly|er|est)$")
# Names and words that are tried in place of a question's own.
_TRIED = 20
_SHORTEST_SWAPPED = 4
_BEGIN, _END = "^", "$"
_SMALL = FUNCTION_WORDS | {_END}
# How often a right passage without its answering sentence is among the wrong ones.
_BEREFT = 0.5
# How much less often the next wrong passage is taken than the one before it.
_LESS_EACH = 0.6
# Batches of like length are made among so many bundles, so that little is padding.
_POOL = 1_024


@dataclass(frozen=True, slots=True)
class Example:
    """A question with one passage. ``span`` is None where the passage does not answer."""

    question: str
    title: str
    text: str
    span: tuple[int, int] | None


Bundle = tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How a kind of group takes part in a pass: the share of its groups, above 1 more than once,
    and how many wrong passages go with each."""

    of_groups: float
    wrong: int


@dataclass(frozen=True, slots=True)
class Mix:
    """What a pass is made of: a share for each kind of group, and the share of right passages of
    several sentences that come once more as single sentences, or with a question that names
    somebody else (``swapped``) or asks for another thing (``reworded``)."""

    shares: Mapping[str, Share]
    as_sentences: float
    swapped: float
    reworded: float


def one_pass(groups: Sequence[Group], mix: Mix, seed: int) -> list[Bundle]:
    """The bundles of one pass in random order; the same seed gives the same ones."""
    chance = random.Random(seed)
    bundles: list[Bundle] = []
    by_kind: dict[str, list[Group]] = {}
    for group in groups:
        by_kind.setdefault(group.kind, []).append(group)
    for kind, share in mix.shares.items():
        for group in _sampled(by_kind.get(kind, []), share.of_groups, chance):
            bundles.append(_bundle(group, share.wrong, chance))
    asked = [group for group in groups if group.right and group.right.text.count(". ") > 1]
    names = [name for group in asked for name in _NAME.findall(group.question)]
    for group in _sampled(asked, mix.as_sentences, chance):
        bundles.append(_sentences(group, chance))
    for group in _sampled(asked, mix.swapped, chance):
        bundles.extend(_swapped(group, names, chance))
    places = _places(groups)
    for group in _sampled(asked, mix.reworded, chance):
        bundles.extend(_reworded(group, places, chance))
    bundles = [bundle for bundle in bundles if bundle]
    chance.shuffle(bundles)
    return bundles


def batches(bundles: Sequence[Bundle], size: int, seed: int) -> list[list[Bundle]]:
    """The bundles in batches of about ``size`` examples of like length, in random order."""
    chance = random.Random(seed)
    made: list[list[Bundle]] = []
    for low in range(0, len(bundles), _POOL):
        pool = sorted(bundles[low : low + _POOL], key=_length)
        batch: list[Bundle] = []
        for bundle in pool:
            if batch and sum(map(len, batch)) + len(bundle) > size:
                made.append(batch)
                batch = []
            batch.append(bundle)
        made.append(batch)
    chance.shuffle(made)
    return made


def _length(bundle: Bundle) -> int:
    return max(len(each.question) + len(each.title) + len(each.text) for each in bundle)


def _sampled(values: Sequence[_T], share: float, chance: random.Random) -> Iterator[_T]:
    """Every value as often as the whole part of ``share`` tells, and its rest by chance."""
    for value in values:
        for _ in range(int(share) + (chance.random() < share % 1)):
            yield value


def _bundle(group: Group, wrong: int, chance: random.Random) -> Bundle:
    """The right passage with wrong ones; of those, the hardest is the likeliest to be taken, and
    harder than all is the right one without the sentence that answers."""
    titled = chance.random() < _TITLE_KEPT
    picked = _hardest(group.wrong, wrong, chance)
    bereft = _bereft(group.right) if group.right and chance.random() < _BEREFT else None
    if bereft and wrong:
        picked = [bereft, *picked[: wrong - 1]]
    texts = ([group.right] if group.right else []) + picked
    return tuple(_example(group.question, text, titled) for text in texts)


def _bereft(right: Text) -> Text | None:
    """The passage without the sentences in which an answer stands; None where nothing is left, or
    an answer's words stand in it once more."""
    answers = {fold(right.text[start:end]) for start, end in right.spans}
    left = " ".join(
        right.text[low:high]
        for low, high in sentence_spans(right.text, 0, len(right.text))
        if not any(start < high and low < end for start, end in right.spans)
    )
    folded = fold(left)
    return None if not left or any(each in folded for each in answers) else Text(right.title, left)


def _hardest(texts: Sequence[Text], count: int, chance: random.Random) -> list[Text]:
    left: list[Text] = list(texts)
    picked: list[Text] = []
    while left and len(picked) < count:
        weights = [_LESS_EACH**place for place in range(len(left))]
        (place,) = chance.choices(range(len(left)), weights)
        picked.append(left.pop(place))
    return picked


def _example(question: str, text: Text, titled: bool) -> Example:
    span = text.spans[0] if text.spans else None
    return Example(question, text.title if titled else "", text.text, span)


def _sentences(group: Group, chance: random.Random) -> Bundle:
    """The sentence that answers against others around it that do not hold the answer's words."""
    assert group.right is not None
    text, (start, end) = group.right.text, group.right.spans[0]
    spans = sentence_spans(text, 0, len(text))
    holding = [(low, high) for low, high in spans if low <= start and end <= high]
    if not holding:
        return ()
    answer = fold(text[start:end])
    others = [
        text[low:high]
        for low, high in spans
        if (low, high) != holding[0] and answer not in fold(text[low:high])
    ]
    low, high = holding[0]
    title = group.right.title if chance.random() < _TITLE_KEPT else ""
    right = Example(group.question, title, text[low:high], (start - low, end - low))
    wrong = chance.sample(others, min(_MOST_SENTENCES, len(others)))
    return (right, *(Example(group.question, title, each, None) for each in wrong))


def _swapped(group: Group, names: Sequence[str], chance: random.Random) -> Iterator[Bundle]:
    """The right passage under a question that names somebody else, or another number."""
    assert group.right is not None
    own = _NAME.findall(group.question)
    if not own:
        return
    name = chance.choice(own)
    like = [
        other
        for other in chance.sample(names, min(_TRIED, len(names)))
        if other[0].isdigit() == name[0].isdigit()
    ]
    passage = fold(f"{group.right.title} {group.right.text}")
    other = next((o for o in like if fold(o) not in passage and fold(name) in passage), None)
    if other:
        question = group.question.replace(name, other)
        yield (Example(question, group.right.title, group.right.text, None),)


_Place = tuple[str, str, str]


def _places(groups: Sequence[Group]) -> dict[_Place, list[str]]:
    """What words stand in the same place of questions: between the same small words ("who stole
    the", "who painted the") and with the same ending."""
    places: dict[_Place, list[str]] = {}
    for group in groups:
        for place, word in _placed(group.question):
            places.setdefault(place, []).append(word)
    return places


def _placed(question: str) -> Iterator[tuple[_Place, str]]:
    """The words that could be swapped: lower case, with a small word before and a small word or
    the question's end behind, or at its end as a verb ("elected?")."""
    words = [_BEGIN, *question.rstrip("? ").split(), _END]
    for before, word, behind in zip(words, words[1:], words[2:], strict=False):
        if not _WORD.fullmatch(word) or word in FUNCTION_WORDS or len(word) < _SHORTEST_SWAPPED:
            continue
        ending = _SUFFIX.search(word)
        last_verb = behind == _END and word.endswith("ed")
        small = before.lower() if before.lower() in FUNCTION_WORDS else ""
        if (small and behind in _SMALL) or last_verb:
            yield (small, behind, ending.group() if ending else ""), word


def _reworded(
    group: Group, places: Mapping[_Place, Sequence[str]], chance: random.Random
) -> Iterator[Bundle]:
    """The right passage under a question that asks for what it does not tell: who stole the
    painting, where it tells who painted it."""
    assert group.right is not None
    own = list(_placed(group.question))
    if not own:
        return
    place, word = chance.choice(own)
    passage = fold(f"{group.right.title} {group.right.text}")
    like = chance.sample(places[place], min(_TRIED, len(places[place])))
    # The first letters stand for the word's stem: "elected" is not asked in place of "election".
    stems = f"{passage} {word}"
    other = next((each for each in like if each[:_SHORTEST_SWAPPED] not in stems), None)
    if other:
        question = re.sub(rf"\b{word}\b", other, group.question, count=1)
        yield (Example(question, group.right.title, group.right.text, None),)
