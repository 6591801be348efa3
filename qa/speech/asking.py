"""Tell whose words a question asks for, and what about. Input: a Query and the Speakers. Output:
Asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.analysis import stems
from index.names.lexicon import Lexicon
from qa.aside import attribution
from qa.matching import FUNCTION_STEMS
from qa.speech.quoted import Words, quoted_words
from qa.speech.speaker import Meant, name_stems, stems_of
from qa.speech.speakers import Speakers, asked_country, names_somebody
from qa.speech.words import AMBIGUOUS_VERBS, DOCUMENTS, TITLES
from qa.spoken import speaker_part
from qa.understanding import Asks, Query, QueryTerm
from qa.words import FUNCTION_WORDS, SPEECH_NOUNS, SPEECH_VERBS, STANCE_NOUNS, THINKING_VERBS

_WORD = re.compile(r"\w+")
_PLAIN_VERBS = SPEECH_VERBS - AMBIGUOUS_VERBS
_WHO_SAID = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?who(?:\s+else)?(?:['’]s|\s+(?:has|have|had|was it (?:who|that)))?"
    rf"\s+(?:\w+ly\s+)?(?:{'|'.join(sorted(SPEECH_VERBS))})\b",
    re.IGNORECASE,
)
_WHOSE_WORDS = re.compile(
    rf"\W*(?:whose|who)\b[^“\"‘']*\b(?:{'|'.join(sorted(SPEECH_NOUNS))})\b[^“\"‘'\w]*[“\"‘']",
    re.IGNORECASE,
)
_ANY = frozenset("a an one some many most several any other which what".split())
_AMERICA = re.compile(r"\bU\.?S\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose words are asked for.

    ``meant`` are the speakers of the index who may be meant; ``names_somebody`` tells that somebody
    in particular is named, in the index or not, and ``country`` that it is a government.
    ``only_words`` tells that nothing but what was said can answer, and ``who_said`` that the
    speaker is what is asked for. ``verbs`` are the stems of the verbs that mean what was asked for,
    to deny or to confirm, and ``subject`` the words on which something must be said. ``quoted`` are
    the words that the speaker is asked of, where they stand in quotation marks. ``by_role`` tells
    that one person is asked after who is not named: "the mayor".
    """

    meant: tuple[Meant, ...] = ()
    names_somebody: bool = False
    country: str | None = None
    only_words: bool = False
    who_said: bool = False
    verbs: frozenset[str] = frozenset()
    subject: tuple[QueryTerm, ...] = ()
    quoted: tuple[Words, ...] = ()
    by_role: bool = False


def asked_words(query: Query, speakers: Speakers, lexicon: Lexicon) -> Asked:
    """Whose words the question asks for; nobody's in particular for most questions."""
    named = query.speaker
    may_be_names = _may_be_names(query, named, lexicon)
    part = speaker_part(query.text)
    country = _country(part)
    is_certain = _has_capital(part) or bool(country)
    # "A woman", "the legal name": nobody in particular, though some speaker may be called so.
    is_somebody = is_certain or names_somebody(named, may_be_names)
    meant = speakers.meant(named, may_be_names, country) if is_somebody else ()
    is_somebody = is_somebody and (is_certain or not _is_anybody(part))
    is_somebody = is_somebody and (bool(meant) or not _is_document(part))
    return Asked(
        meant=meant,
        names_somebody=is_somebody,
        country=country,
        only_words=_asks_only_words(query),
        who_said=asks_who_said(query),
        verbs=_verb_stems(query),
        subject=subject_of(query),
        quoted=asks_quoted(query),
        by_role=not is_certain and _is_one_by_role(part),
    )


def words_of_a_name(name: Query) -> tuple[tuple[QueryTerm, ...], frozenset[str], str | None]:
    """What `Speakers.meant` takes, of a speaker named by itself."""
    return name.terms, frozenset(term.stem for term in name.terms), _country(name.text)


def _is_anybody(part: str) -> bool:
    """ "A dealer", "bond dealers": any of them may speak, by name or not."""
    words = part.casefold().split()
    if not words:
        return False
    return words[0] in _ANY or (words[-1].endswith("s") and _is_title(words[-1]))


def _is_one_by_role(part: str) -> bool:
    """ "The mayor", and not "the dealers" or "the police"."""
    words = part.casefold().split()
    return words[:1] == ["the"] and not words[-1].endswith("s") and _is_title(words[-1])


def _is_title(word: str) -> bool:
    return not stems_of(TITLES).isdisjoint(name_stems(word))


def _is_document(part: str) -> bool:
    """ "Kennedy's report": what it reveals need not be given as anybody's words."""
    words = part.casefold().split()
    return bool(words) and words[-1] in DOCUMENTS


def _has_capital(part: str) -> bool:
    words = _WORD.findall(part)
    return any(each[0].isupper() and each.casefold() not in FUNCTION_WORDS for each in words)


def _country(part: str) -> str | None:
    words = set(stems(part)) - FUNCTION_STEMS
    if _AMERICA.search(part):
        words = (words - {"u"}) | {"us"}
    return asked_country(words) if words else None


def _may_be_names(query: Query, terms: Sequence[QueryTerm], lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words that may be somebody's name: those written as one or unknown here, and
    where the question has no capitals those that the articles write as one."""
    has_capitals = any(letter.isupper() for letter in query.question[1:])
    return frozenset(
        term.stem
        for term in terms
        if term.is_name or not term.is_known or (not has_capitals and term.stem in lexicon.names)
    )


def _asks_only_words(query: Query) -> bool:
    """Whether it asks for words in so many words, and not for what may be a deed as well, or for
    the day or the number of something that somebody claims."""
    if not query.asks_speech:
        return False
    words = set(_WORD.findall(query.text.casefold()))
    if attribution(query.text) or not words.isdisjoint(_PLAIN_VERBS):
        return True
    return words.isdisjoint(AMBIGUOUS_VERBS | THINKING_VERBS)


def asks_who_said(query: Query) -> bool:
    """Whether the question is who said it."""
    return query.asks_speech and _asks_whose(query)


def asks_quoted(query: Query) -> tuple[Words, ...]:
    """The words in quotation marks of which it is asked who said them, or called something so."""
    return quoted_words(query.question) if _asks_whose(query) else ()


def _asks_whose(query: Query) -> bool:
    asks = _WHO_SAID.match(query.text) or _WHOSE_WORDS.match(query.text)
    return query.asks is Asks.PERSON and asks is not None


def subject_of(query: Query) -> tuple[QueryTerm, ...]:
    """The question's words without those that tell who spoke and how."""
    nouns = frozenset(stem for noun in STANCE_NOUNS | SPEECH_NOUNS for stem in stems(noun))
    spoken = {term.stem for term in query.speaker} | _verb_stems(query)
    if query.speaker:
        spoken |= nouns
    if aside := attribution(query.text):
        spoken |= set(stems(aside.group()))
    return tuple(term for term in query.terms if term.stem not in spoken)


def _verb_stems(query: Query) -> frozenset[str]:
    return frozenset(stem for verb in query.speech_verbs for stem in stems(verb))
