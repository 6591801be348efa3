"""Tell which of the sentences found may answer, as far as who speaks in them has a say. Input:
sentences with their stories, and what is Asked. Output: those that may.
"""

from collections.abc import Collection, Sequence, Set

from index.analysis import stems
from index.particulars import wording
from index.records import Statement
from qa.matching import covered
from qa.speech.asking import Asked
from qa.speech.gathering import Spoken
from qa.speech.quoted import bears
from qa.speech.speaker import namesakes, single_persons
from qa.speech.speakers import are_told
from qa.speech.subject import bears_names, is_near, matter
from qa.speech.words import AMBIGUOUS_VERBS
from qa.spoken import asks_words, verb_of_saying
from qa.stories import Sentence
from qa.understanding import Asks, Query
from qa.words import SPEECH_FAMILIES

_DENY = frozenset(stems("deny"))
_DENIALS = frozenset(stem for verb in SPEECH_FAMILIES[0] for stem in stems(verb))
_MOST_NAMED = 4
# Of the words of what is asked to be denied, by rarity.
_LEAST_OF_MATTER = 0.3


def of_speakers(spoken: Sequence[Spoken], asked: Asked) -> tuple[Spoken, ...]:
    """Of the statements of those asked after, the ones in the manner asked for: of a denial only
    denials; else all, where none is."""
    if not asked.verbs:
        return tuple(spoken)
    names = {each.name for each in asked.meant}
    so = tuple(each for each in spoken if _is_said_so(each, asked, names))
    return so if so or asked.verbs >= _DENY else tuple(spoken)


def of_those_it_fits(spoken: Sequence[Spoken], asked: Asked) -> tuple[Spoken, ...]:
    """Of several people of one last name, or of the one role that is asked after, the words of
    those who speak of the subject, if any does: what one said is never the other's."""
    sharing = _sharing(asked)
    fitting = [
        person
        for person in sharing
        if any(is_near(asked.subject, each) for each in spoken if _is_by(each, person))
    ]
    if not asked.subject or not fitting:
        return tuple(spoken)
    left_out = {name for person in sharing if person not in fitting for name in person}
    rest = {each.name for each in asked.meant} - left_out
    return tuple(each for each in spoken if _is_by(each, rest))


def namesakes_note(spoken: Sequence[Spoken], asked: Asked) -> str:
    """A whole sentence on the several people of one last name, or of the one role that is asked
    after, whose words may answer; empty where it is one."""
    heard = [person for person in _sharing(asked) if any(_is_by(each, person) for each in spoken)]
    if len(heard) < 2:
        return ""
    told = ", ".join(person[0] for person in heard[:_MOST_NAMED])
    told += f" and {len(heard) - _MOST_NAMED} more" if len(heard) > _MOST_NAMED else ""
    if asked.by_role:
        return f"The articles have several who are called so: {told}. Ask with a name for one."
    return f"The articles have several people of that name: {told}. Ask with a first name for one."


def _sharing(asked: Asked) -> tuple[tuple[str, ...], ...]:
    """Those who are told apart by a name that the question does not give."""
    names = [each.name for each in asked.meant]
    return single_persons(names) if asked.by_role else namesakes(names)


def _is_by(spoken: Spoken, names: Collection[str]) -> bool:
    return any(said.name in names for said in spoken.sentence.said)


def of_others(query: Query, found: Sequence[Spoken], asked: Asked) -> list[Spoken]:
    """Of the sentences found by the search, those that may answer where nobody who is asked after
    says anything: what others said is no answer to that."""
    if asked.names_somebody:
        return _of_nobody_else(query, found, asked)
    if asked.quoted:
        return in_quoted_words(found, asked)
    if asked.who_said:
        found = [each for each in found if bears_names(asked.subject, each)]
        verbs = frozenset[str]() if asked.only_words else _verbs_of_deeds(query)
        found = [
            each
            for each in found
            if each.sentence.speaker or not verbs.isdisjoint(each.sentence.stems)
        ]
    if asked.verbs and query.asks_speech:
        so = [each for each in found if _is_said_so(each, asked, None)]
        return so if so or asked.verbs >= _DENY else list(found)
    return list(found)


def in_quoted_words(found: Sequence[Spoken], asked: Asked) -> list[Spoken]:
    """Of the sentences those in which the words that the question quotes stand, all of them in one
    article; of known speakers, where it is who said them."""
    if asked.who_said:
        found = [each for each in found if each.sentence.speaker]
    bearing = [[each for each in found if bears(each.sentence, words)] for words in asked.quoted]
    articles = [{each.story.article.id for each in those} for those in bearing]
    in_all = set.intersection(*articles)
    those = [each for each in bearing[0] if each.story.article.id in in_all]
    return list(dict.fromkeys(those))


def _of_nobody_else(query: Query, found: Sequence[Spoken], asked: Asked) -> list[Spoken]:
    if not asked.only_words:
        if not query.asks_speech:
            return list(found)
        return [each for each in found if each.sentence.speaker is None]
    # Words that the articles give to nobody for certain, where who is meant is named beside them;
    # what an article tells that is their own; and whether they said it, from anybody's mouth.
    verbs = asked.verbs.union(stems(verb_of_saying(query.text)))
    may_be_plain = not asks_words(query.text)
    return [
        each
        for each in found
        if _tells_whether(query, verbs, each.sentence)
        or (
            each.sentence.speaker is None
            and (
                _is_written_by(query, each)
                or (may_be_plain and _is_plain(query, each.sentence))
                or (
                    each.sentence.said
                    and are_told(query.speaker, frozenset(stems(_beside(each.sentence))))
                )
            )
        )
    ]


def _tells_whether(query: Query, verbs: Set[str], sentence: Sentence) -> bool:
    """Whether it names who is meant and one of the verbs asked about, which is no other's here:
    "Lamm never denied it, said Ashby", but not "Ashby denied that Lamm was threatened"."""
    if query.asks is not Asks.WHETHER or not are_told(query.speaker, sentence.stems):
        return False
    others = frozenset(stem for said in sentence.said for stem in stems(said.verb))
    return verbs.isdisjoint(others) and not verbs.isdisjoint(sentence.stems)


def _is_plain(query: Query, sentence: Sentence) -> bool:
    """Whether the article itself tells it of who is meant: what he thought needs no quoting."""
    return not sentence.said and are_told(query.speaker, sentence.stems)


def _verbs_of_deeds(query: Query) -> frozenset[str]:
    """The stems of its verbs for what may be a deed as well: "Sauer suggested it"."""
    words = AMBIGUOUS_VERBS.intersection(query.text.casefold().split())
    return frozenset(stem for word in words for stem in stems(word))


def _is_written_by(query: Query, spoken: Spoken) -> bool:
    byline = spoken.story.article.byline
    return bool(byline) and are_told(query.speaker, frozenset(stems(byline or "")))


def _is_said_so(spoken: Spoken, asked: Asked, names: set[str] | None) -> bool:
    """Whether one of these speakers, or anybody, says it with such a verb; a denial may also be
    told by a "not", where it is one of the very matter."""
    sentence, verbs = spoken.sentence, asked.verbs
    if names is None and not verbs.isdisjoint(sentence.stems):
        return True
    if names is not None and verbs >= _DENY and not asked.subject:
        # "Has she denied anything?"
        verbs = _DENIALS
    for said in sentence.said:
        if names is not None and said.name not in names:
            continue
        if not verbs.isdisjoint(stems(said.verb)) or not verbs.isdisjoint(sentence.stems):
            return not verbs >= _DENY or _is_of_matter(spoken, asked)
        negated = verbs >= _DENY and bool(wording(_words(sentence, said)).negations)
        if negated and asked.subject and _is_of_matter(spoken, asked):
            return True
    return False


def _is_of_matter(spoken: Spoken, asked: Asked) -> bool:
    """Whether the statement bears what is asked to be denied; of nothing, any does."""
    around = frozenset[str]().union(*(each.stems for each in matter(spoken)))
    return not asked.subject or covered(asked.subject, around) >= _LEAST_OF_MATTER


def _beside(sentence: Sentence) -> str:
    """The sentence without what is said in it."""
    quote = sentence.quote
    for said in sentence.said:
        words = _words(sentence, said)
        quote = quote.replace(words, " ") if words else quote
    return quote


def _words(sentence: Sentence, said: Statement) -> str:
    """What of the statement stands in the sentence."""
    start = max(said.start, sentence.start) - sentence.start
    return sentence.quote[start : said.end - sentence.start]
