"""Tell where a sentence gives something else than what is asked. Input: a Query, and a sentence
with the place of its words. Output: yes or no.

"Revealed, on Thursday" is the day of the telling, "met on Tuesday" none on which anything will
open, who goes is nobody that comes, and what went to Japan did not go to Peru.
"""

import re

from index.analysis import stems
from index.folding import fold
from index.statements.names import CAPITAL
from index.statements.people import ONE_LINE
from qa.countries import PARTS_AND_UNIONS, countries, countries_proper, country_words
from qa.stories import Sentence, Story
from qa.timing.expressions import find_times
from qa.timing.tense import lies_ahead
from qa.understanding import Asks, Query
from qa.values.names import persons
from qa.words import FUNCTION_WORDS, SPEECH_VERBS

_TO_COME = re.compile(r"\b(?:will|shall|going to)\b", re.IGNORECASE)
_VERB_BEFORE = re.compile(r"([a-z]+),?\s+(?:on|in|at|late|early)?\s*$", re.IGNORECASE)
_COMES = re.compile(
    r"^\W*who\b[^?]*\b(?:succeed(?:s|ed)?|replaces?d?|takes? over|took over|elected|appointed"
    r"|nominated|named)\b",
    re.IGNORECASE,
)
_WITH_ONE = re.compile(
    rf"\b(to|from|with|against) (?:the )?"
    rf"([{CAPITAL}][\w.'’-]*(?:(?: and)? [{CAPITAL}][\w.'’-]*){{0,2}})"
)
_AND = frozenset(stems("and"))
_CAPITALS = re.compile(rf"\b[{CAPITAL}][\w-]+")
_TITLES = frozenset(
    "minister president prime chief secretary general finance foreign defence defense".split()
)


def is_of_another_day(query: Query, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the time in ``quote[start:end]`` is that of the telling, though nobody's telling is
    asked for, or is past where it is asked when something will be."""
    if query.asks is not Asks.TIME:
        return False
    line = sentence.quote.translate(ONE_LINE)
    mention = next((m for m in find_times(line, None) if m.start < end and start < m.end), None)
    if mention is None:
        return False
    if _TO_COME.search(query.text):
        return lies_ahead(line, mention.start, mention.end) is False
    verb = _VERB_BEFORE.search(line[: mention.start])
    asked = set(re.findall(r"[a-z]+", query.text.casefold()))
    return (
        verb is not None and verb[1].casefold() in SPEECH_VERBS and asked.isdisjoint(SPEECH_VERBS)
    )


def is_with_another_country(query: Query, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence tells it of another country than the one asked about, which neither it
    nor the story's headline and lead name: what was shipped to Japan, asked what went to Peru."""
    asked = _countries_by_word(query.text)
    if not asked:
        return False
    told = _countries_by_word(sentence.quote.translate(ONE_LINE))
    named = countries(sentence.stems | story.head_stems)
    return any(word in told and named.isdisjoint(those) for word, those in asked.items())


def _countries_by_word(text: str) -> dict[str, frozenset[str]]:
    """The countries behind each of the words that tell with whom something is done, by their own
    names: "to Erbil" may be to Iraq, and "with Chad Smith" is with no country."""
    found: dict[str, frozenset[str]] = {}
    for with_one in _WITH_ONE.finditer(text):
        words = set(stems(with_one[2])) - _AND
        named = countries_proper(words) - PARTS_AND_UNIONS
        if named and words <= country_words():
            found[with_one[1]] = found.get(with_one[1], frozenset()) | named
    return found


def names_nobody_new(query: Query, sentence: Sentence) -> bool:
    """Whether it is asked who comes after, or into a post, and the sentence names none but those
    whom the question names."""
    if not _COMES.search(query.text):
        return False
    asked = {fold(word) for word in re.findall(r"[\w-]+", query.text)}
    line = sentence.quote.translate(ONE_LINE)
    known = asked | _TITLES | FUNCTION_WORDS
    for person in persons(line):
        if not asked.isdisjoint(person.name.split()):
            known.update(person.name.split())
    return all(fold(word) in known for word in _CAPITALS.findall(line))
