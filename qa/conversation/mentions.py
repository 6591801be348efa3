"""What a question speaks of that a later one may point back to. Input: a Clause. Output: Mentions.

They come in the order in which a pronoun is most likely to mean them: of a question on somebody's
words what the words are about, else the subject; then the object, and what else is named.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from index.analysis import stems
from index.folding import fold
from qa.conversation.clauses import Clause, Tail
from qa.conversation.openings import without_the
from qa.conversation.verbs import base_of, told
from qa.conversation.words import (
    ADVERBS,
    BODY_WORDS,
    DETERMINERS,
    GIVING_VERBS,
    GROUP_WORDS,
    PEOPLE_TITLES,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    SINGULAR_ENDINGS,
    TOPIC_PREPOSITIONS,
)
from qa.countries import countries
from qa.words import FUNCTION_WORDS, TIME_WORDS

_NAME = r"(?:(?:al|el|bin|ibn|de|la|van|von|der)[- ])*[^\W\d_a-z][\w.'’&-]*"
NAME_RUN = re.compile(rf"(?<![\w-]){_NAME}(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?{_NAME})*")
_TIMES = TIME_WORDS | {"quarter", "past"}
_YEAR = re.compile(r"^(?:1\d|20)\d\d$")
_FITS_A_NOUN = frozenset("with of in at on between against from near for to".split())
_RELATIVE = frozenset("that who which whose".split())
_POSSESSIVE = re.compile(r"^(?:its|their|his|her)\s+", re.IGNORECASE)
# "How much is that a share?"; "when the ship sank" names no more than the ship.
_IS_NO_NOUN = re.compile(
    r"(?:(?:this|that)\s+an?|when|while|if|because|although|how|why|where)\s", re.IGNORECASE
)
_UNIT = re.compile(r"(?<=\S)\s+(?:an?|per)\s+[a-z]+$")
_NOW = re.compile(r"\s+(?:now|currently|today|then)$", re.IGNORECASE)
_INDEFINITE = re.compile(r"^(?:an?|any|some|another|no|all)\s+", re.IGNORECASE)


class Kind(StrEnum):
    """What a pronoun may mean."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a question for one thing, person, body or place, as they can stand in another.

    ``short`` is without what was said of it behind: "the troops", where ``words`` are "the troops
    in Syria". ``is_sure`` tells that its kind is known and not only likely.
    """

    words: str
    short: str
    kind: Kind
    is_plural: bool
    is_sure: bool = False
    is_subject: bool = False


def mentions_in(clause: Clause, is_speaker: Callable[[str], bool]) -> tuple[Mention, ...]:
    """Each once, the likeliest first."""
    found: dict[str, Mention] = {}
    for each in _all(clause, is_speaker):
        found.setdefault(fold(each.short), each)
    return tuple(found.values())


def _all(clause: Clause, is_speaker: Callable[[str], bool]) -> Iterator[Mention]:
    subject = clause.subject if clause.subject.casefold() not in _NO_SUBJECTS else ""
    about = next((t for t in clause.tails if t.preposition in TOPIC_PREPOSITIONS), None)
    if clause.is_of_speech and about and not is_time(about.words):
        yield from _mentioned(about.words, (), is_speaker)
    yield from _as_subject(_mentioned(subject, (), is_speaker))
    if clause.asked and not subject and clause.verb:
        yield _that(clause, f"{clause.auxiliary} {clause.verb} {clause.behind}")
    yield from _mentioned(definite(clause.object, subject), _of_object(clause), is_speaker)
    if clause.asked_thing and subject and clause.verb:
        does = told(clause.auxiliary, clause.verb)
        yield _that(clause, f"{subject} {does} {clause.behind}")
    yield from _mentioned(definite(clause.asked), clause.tails, is_speaker)
    for at, tail in enumerate(clause.tails):
        if not is_time(tail.words):
            yield from _of_tail(tail, clause.tails[at + 1 :], is_speaker)
    yield from _names_within(clause, is_speaker)


def _of_object(clause: Clause) -> tuple[Tail, ...]:
    """The tails that may belong to what the verb takes: to whom it is given does not."""
    first = clause.verb.casefold().split()[:1]
    base = base_of(first[0]) or first[0] if first else ""
    gives = base in GIVING_VERBS or base.removesuffix("s") in GIVING_VERBS
    ways = ("to", "from") if gives else ()
    return tuple(tail for tail in clause.tails if tail.preposition not in ways)


def _names_within(clause: Clause, is_speaker: Callable[[str], bool]) -> Iterator[Mention]:
    """The names in what is named: "Israel's allegations", "the deal with Iraq"."""
    for part in (clause.subject, clause.object, *(tail.words for tail in clause.tails)):
        for run in NAME_RUN.finditer(part):
            name = re.sub(r"['’]s?$", "", run.group())
            before = part[: run.start()].split()
            behind = part[run.end() :].split()
            # "Turkish troops" are not Turkish, and "Fidan's bid" is Fidan's.
            is_more = behind and behind[0][0].islower() and behind[0] not in PREPOSITIONS | {"and"}
            if name != run.group() or not is_more:
                yield named(name, is_speaker, before[-1] if before else "")


_NO_SUBJECTS = frozenset("there it this that i you we one he she they".split())


def _that(clause: Clause, does: str) -> Mention:
    """What is asked of with what it does, or what is done to it: "the ship that ran aground in the
    river", "the measures that Iraq announced"."""
    short = clause.asked if NAME_RUN.match(clause.asked) else f"the {clause.asked}"
    head = head_of(clause.asked)
    which = "who" if head in PEOPLE_TITLES or head == "people" else "that"
    words = f"the {clause.asked} {which} {does}"
    return Mention(" ".join(words.split()), short, kind_of(short), is_plural(short))


def _as_subject(found: Iterator[Mention]) -> Iterator[Mention]:
    for each in found:
        yield replace(each, is_subject=True)


def _of_tail(
    tail: Tail, behind: Sequence[Tail], is_speaker: Callable[[str], bool]
) -> Iterator[Mention]:
    opens = tail.words.split(maxsplit=1)[0].casefold() if tail.words else ""
    is_named = NAME_RUN.match(tail.words) or (tail.preposition == "to" and opens in DETERMINERS)
    if tail.preposition in ("to", "as", "by", "via", "per") and not is_named:
        return
    for each in _mentioned(tail.words, behind, is_speaker):
        is_place = tail.preposition in PLACE_PREPOSITIONS and NAME_RUN.fullmatch(tail.words)
        yield replace(each, kind=Kind.PLACE, is_sure=True) if is_place else each


def _mentioned(
    words: str, tails: Sequence[Tail], is_speaker: Callable[[str], bool]
) -> Iterator[Mention]:
    words = _UNIT.sub("", _NOW.sub("", words.strip(" ,")))
    if not words or words.casefold() in FUNCTION_WORDS | ADVERBS or _IS_NO_NOUN.match(words):
        return
    if is_name(words, is_speaker) and not NAME_RUN.fullmatch(words):
        yield Mention(words, words, Kind.PERSON, is_plural=False, is_sure=True)
        return
    if NAME_RUN.fullmatch(without_the(words)):
        before = "the" if words.casefold().startswith("the ") else ""
        yield replace(named(without_the(words), is_speaker, before), words=words, short=words)
        return
    belonging = [
        str(tail)
        for tail in tails
        if tail.preposition in _FITS_A_NOUN and not is_time(tail.words) and _is_noun(tail)
    ]
    plural = is_plural(words)
    kind = kind_of(words)
    yield Mention(" ".join([words, *belonging]), words, kind, plural, is_sure=kind is Kind.PERSON)


def _is_noun(tail: Tail) -> bool:
    first = tail.words.split()[0] if tail.words else ""
    return tail.preposition != "to" or first[:1].isupper() or first.casefold() in DETERMINERS


def named(name: str, is_speaker: Callable[[str], bool], before: str = "") -> Mention:
    """A name as a mention; ``before`` is the word in front of it."""
    last = name.rsplit(maxsplit=1)[-1]
    if is_speaker(name):
        return Mention(name, name, Kind.PERSON, is_plural=False, is_sure=True)
    if fold(last) in BODY_WORDS or name.isupper() or before.casefold() == "the":
        return Mention(name, name, Kind.BODY, is_plural(name), is_sure=True)
    if before.casefold() in PLACE_PREPOSITIONS:
        return Mention(name, name, Kind.PLACE, is_plural=False, is_sure=True)
    if re.search(r"\sand\s", name):
        return Mention(name, name, Kind.BODY, is_plural=True)
    # "Lake Ister" and "Garden City" are nobody.
    is_place = not PLACE_NOUNS.isdisjoint(map(fold, name.split())) or countries(set(stems(name)))
    kind = Kind.PLACE if is_place else Kind.PERSON
    is_many = " " not in name and is_plural(name)
    return Mention(name, name, kind, is_many, is_sure=kind is Kind.PLACE)


def is_name(words: str, is_speaker: Callable[[str], bool]) -> bool:
    """Whether it is written as a name, or in lower case is one of somebody who speaks."""
    parts = words.split()
    few = 0 < len(parts) <= 3 and parts[0].casefold() not in DETERMINERS
    return NAME_RUN.fullmatch(words) is not None or (few and is_speaker(words))


def without_title(name: str) -> str:
    """ "Hulusi Akar" of "Turkish Defense Minister Hulusi Akar"."""
    words = name.split()
    titles = [at for at, word in enumerate(words[:-1]) if fold(word.strip(".")) in PEOPLE_TITLES]
    return " ".join(words[titles[-1] + 1 :]) if titles else name


def kind_of(words: str) -> Kind:
    """Of words that are no name: a person by a title at their head, a body by its last word."""
    head = head_of(words)
    *titles, last = to_head(words) or [""]
    if head in PEOPLE_TITLES or (
        last[:1].isupper() and PEOPLE_TITLES.intersection(map(fold, titles))
    ):
        return Kind.PERSON
    return Kind.BODY if head in BODY_WORDS else Kind.THING


def head_of(words: str) -> str:
    """The noun that the others belong to, folded: "talks" of "the deconfliction talks with"."""
    within = to_head(words)
    return fold(within[-1].strip(",.")) if within else ""


def is_plural(words: str) -> bool:
    """Whether "they" stands for the words and "it" does not."""
    head = head_of(words)
    if "and" in to_head(words)[1:-1] or head in GROUP_WORDS:
        return True
    return head.endswith("s") and not head.endswith(tuple(map(str.casefold, SINGULAR_ENDINGS)))


def singular(noun: str) -> str:
    """ "union" of "unions", "company" of "companies"."""
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def to_head(words: str) -> list[str]:
    """The words up to what is said of them behind."""
    parts = words.split()
    ends = PREPOSITIONS | _RELATIVE
    end = next((at for at, word in enumerate(parts) if at and word.casefold() in ends), len(parts))
    return parts[:end]


def is_time(words: str) -> bool:
    """Whether the words name a time: "Tuesday", "last month", "2020", "the first quarter"."""
    parts = [word.strip(",.").casefold() for word in words.split()]
    if any(word in PREPOSITIONS and word not in ("of", "to", "and") for word in parts[1:]):
        return False
    # "March 3" is one; "the night ferry" is none.
    last = parts[-1] if parts else ""
    is_day = last.isdigit() and not _TIMES.isdisjoint(parts)
    return last in _TIMES or is_day or _YEAR.match(last) is not None


def definite(words: str, subject: str = "") -> str:
    """The words as one speaks of them again: "a patrol" is "the patrol" then."""
    if _POSSESSIVE.match(words) and subject:
        return f"the {_POSSESSIVE.sub('', words)} of {subject}"
    if _INDEFINITE.match(words):
        return f"the {_INDEFINITE.sub('', words)}"
    first = words.split(maxsplit=1)[0].casefold() if words else ""
    if NAME_RUN.fullmatch(words) or first in DETERMINERS or re.search(r"^\S+['’]s?\s", words):
        return words
    return f"the {words}" if is_plural(words) or kind_of(words) is Kind.PERSON else words
