"""Put what was said in the order in which it was reported. Input: Chosen sentences. Output: them in
order, statements whole.
"""

from collections.abc import Sequence
from datetime import date

from qa.composing import Chosen
from qa.stories import Sentence

# A longer quotation is an answer's whole text: of it, what was chosen is shown.
_LONGEST_STATEMENT = 3


def in_speech_order(chosen: Sequence[Chosen], limit: int) -> tuple[Chosen, ...]:
    """By the article's date, those without one last, then by article and place. A quotation of up
    to three sentences comes whole, as far as ``limit`` sentences allow."""
    held = {each.sentence.place: each for each in chosen}
    for each in chosen:
        rest = [s for s in _rest_of_quotation(each) if s.place not in held]
        if len(held) + len(rest) <= limit:
            held.update({s.place: Chosen(s, each.story) for s in rest})
    return tuple(sorted(held.values(), key=_reported))


def _reported(chosen: Chosen) -> tuple[bool, date, str, int]:
    day = chosen.story.article.published
    return day is None, day or date.min, *chosen.sentence.place


def _rest_of_quotation(chosen: Chosen) -> list[Sentence]:
    """The other sentences of a quotation that is short enough."""
    quoted = {said for said in chosen.sentence.said if said.direct and said.name}
    if not quoted:
        return []
    whole = [each for each in chosen.story.sentences if not quoted.isdisjoint(each.said)]
    if len(whole) > _LONGEST_STATEMENT:
        return []
    return [each for each in whole if each is not chosen.sentence]
