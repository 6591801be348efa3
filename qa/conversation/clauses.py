"""Take a question apart into its members. Input: a question. Output: a Clause, or none.

"How many boats did the council ban from the harbour in May?" asks "How many", of "boats"; its
auxiliary is "did", its subject "the council", its verb "ban", and its tails are "from the harbour"
and "in May". No grammar is run: members are told by where they stand, by closed word classes, and
by which words English knows as verbs.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.conversation.verbs import base_of, is_base, is_participle, is_rarely_verb, share
from qa.conversation.words import (
    AUXILIARIES,
    BEING,
    DETERMINERS,
    DOING,
    HAVING,
    PREPOSITIONS,
)
from qa.words import FUNCTION_WORDS, SPEECH_VERBS, THINKING_VERBS, TIME_WORDS

_OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|or|also|then|well|ok|okay|now|please)\b[\s,]*)*"
    r"(?:(?:(?:can|could|would|will) you\s+)?(?:please\s+)?"
    r"(?:tell|show|give) (?:me|us),?\s+(?=who|what|when|where|why|how|which))?",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^(?:(?P<before>(?:for|in|on|at|from|by|with|to|of|since|until|about|under|against|through)"
    r"\s+)?(?P<word>how\s+(?:many|much)\b(?:\s+of\b)?|how\s+[a-z]+\s+an?(?=\s)"
    rf"|how\s+[a-z]+(?=\s+(?:{'|'.join(sorted(AUXILIARIES))})\b)|who|whom|whose|which|what|when"
    r"|where|why|how)\b)(?:['’]s\b)?\s*",
    re.IGNORECASE,
)
_OF_ITS_NOUN = frozenset(["how many", "how much", "how many of", "which", "what", "whose"])
_LONGEST_NOUN = 8
_SUBORDINATING = frozenset("when while if because although who whom where how whether".split())
# What stands before a noun, or leads on to another verb: a verb is before it.
_PARTING = DETERMINERS | PREPOSITIONS | FUNCTION_WORDS
_LEADING_ON = frozenset("going supposed being due able likely expected".split())
_PARTICLES = frozenset("up off out down away".split())
_OF_SEVERAL_WORDS = re.compile(
    r"(?:according to|on board|in (?:charge|favou?r|front) of|on behalf of)(?!\S)", re.IGNORECASE
)
# Before a verb these stand for what is talked about; before a noun they belong to it.
_POINTING = frozenset("this that these those".split())


@dataclass(frozen=True, slots=True)
class Tail:
    """What is said with a preposition: "in", "the harbour"; or a stretch without one."""

    preposition: str
    words: str

    def __str__(self) -> str:
        return f"{self.preposition} {self.words}".strip()


@dataclass(frozen=True, slots=True)
class Clause:
    """The members of a question, each empty where it has none.

    ``asking`` is the question word with what belongs to it ("In which", "How many"), and ``asked``
    the noun that it asks of. Where the question word is the subject itself, ``subject`` and
    ``auxiliary`` may both be empty, and ``verb`` is in its own form. ``verb`` holds the words up to
    the object: "going to be".
    """

    asking: str
    asked: str
    auxiliary: str
    subject: str
    verb: str
    object: str
    tails: tuple[Tail, ...]

    @property
    def asks_whether(self) -> bool:
        """Whether yes or no would answer."""
        return not self.asking

    @property
    def asks_subject(self) -> bool:
        """Whether what is asked for is who or what does it."""
        return bool(self.asking) and not self.subject

    @property
    def asked_thing(self) -> str:
        """The noun that is asked for where the verb takes it: not the year of "in which year"."""
        is_time = self.asked.rpartition(" ")[2].casefold() in TIME_WORDS
        has_preposition = self.asking.partition(" ")[0].casefold() in PREPOSITIONS
        return "" if is_time or has_preposition else self.asked

    @property
    def is_of_speech(self) -> bool:
        """Whether its verb is one of saying."""
        words = self.verb.casefold().split()
        return any(word in SPEECH_VERBS or word in THINKING_VERBS for word in words)

    @property
    def behind(self) -> str:
        """Its object and tails, as they stand."""
        return " ".join(part for part in (self.object, *map(str, self.tails)) if part)


def taken_apart(question: str) -> Clause | None:
    """None where the text is not put as a question."""
    text = plain(question).replace(", regarding ", " regarding ")
    found = _ASKING.match(text)
    if found is None:
        words = text.split()
        if len(words) < 2 or words[0].casefold() not in AUXILIARIES:
            return None
        return _behind_auxiliary("", "", words[0], words[1:])
    asking = found.group().strip()
    contracted = re.search(r"['’]s$", asking)
    asking = asking[: contracted.start()] if contracted else asking
    words = text[found.end() :].split()
    if contracted:
        return _behind_auxiliary(asking, "", "is", words)
    asked, words = _asked_noun(found["word"].casefold(), words)
    if words and words[0].casefold() in AUXILIARIES:
        return _behind_auxiliary(asking, asked, words[0], words[1:])
    if not words:
        return Clause(asking, asked, "", "", "", "", ())
    verb, rest = _verb_group(words)
    named, tails = object_and_tails(rest)
    return Clause(asking, asked, "", "", verb, named, tails)


def plain(question: str) -> str:
    """The question without what leads it in and the mark that ends it."""
    text = question.strip().rstrip("?!. ")
    return text[_OPENING.match(text).end() :] if _OPENING.match(text) else text  # type: ignore[union-attr]


def object_and_tails(words: Sequence[str]) -> tuple[str, tuple[Tail, ...]]:
    """What stands before the first preposition, and each stretch that begins with one; what "of"
    leads in belongs to the words before it."""
    starts = [at for at in range(len(words)) if _opens_tail(words, at)]
    named = " ".join(words[: starts[0]] if starts else words)
    tails = [_tail(words[start:end]) for start, end in pairwise((*starts, len(words)))]
    return named, _whole_topics(tails)


def _opens_tail(words: Sequence[str], at: int) -> bool:
    word = words[at].casefold().strip(",")
    if word in ("of", "than") or (at and words[at - 1].casefold() in ("according", "due", "prior")):
        return False
    return word in PREPOSITIONS or word == "according"


def _tail(words: Sequence[str]) -> Tail:
    """A stretch that begins with a preposition, of one word or of several: "on board"."""
    stretch = " ".join(words)
    if found := _OF_SEVERAL_WORDS.match(stretch):
        return Tail(found.group().casefold(), stretch[found.end() :].lstrip())
    return Tail(words[0].casefold().strip(","), " ".join(words[1:]))


def _whole_topics(tails: list[Tail]) -> tuple[Tail, ...]:
    """What is spoken about goes on to the end: "about the return of refugees to Syria"."""
    for at, tail in enumerate(tails):
        if tail.preposition in ("about", "regarding", "concerning"):
            further = " ".join([tail.words, *map(str, tails[at + 1 :])])
            return (*tails[:at], Tail(tail.preposition, further))
    return tuple(tails)


def _asked_noun(word: str, words: list[str]) -> tuple[str, list[str]]:
    """The noun that "how many" or "which" asks of, and the words behind it."""
    is_of_noun = " ".join(word.split()) in _OF_ITS_NOUN or word.endswith((" a", " an"))
    if not is_of_noun or not words:
        return "", words
    for at, each in enumerate(words[:_LONGEST_NOUN]):
        if each.casefold() in AUXILIARIES and each != "May" and not _joined(words[:at]):
            return " ".join(words[:at]), words[at:]
    first = words[0].casefold()
    if (word == "what" and _is_finite(first)) or (word == "how many" and base_of(first)):
        return "", words
    for at, each in enumerate(words):
        if at and _is_finite(each.casefold()) and words[at - 1].casefold() not in DETERMINERS:
            return " ".join(words[:at]), words[at:]
    return ("", words) if word == "what" else (" ".join(words), [])


def _joined(words: Sequence[str]) -> bool:
    """Whether a clause of its own stands among the words: "happened when he"."""
    return any(word.casefold() in _SUBORDINATING for word in words)


def _is_finite(word: str) -> bool:
    """A verb in its past, or as it stands behind "which groups"."""
    return base_of(word) is not None or (
        is_base(word) and not word.endswith("ing") and word not in PREPOSITIONS
    )


def _verb_group(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The verb with what goes on in it: "been killed", "going to be", "supposed to meet"."""
    end = 1
    while end < len(words):
        word, before = words[end].casefold(), words[end - 1].casefold()
        leads_on = word == "to" and end + 1 < len(words) and is_base(words[end + 1].casefold())
        goes_on = (
            (before == "to" and is_base(word))
            or (before in ("be", "been", "being") and _is_behind_being(word))
            or (before in ("have", "to") and word in ("been", "be"))
            or word in _PARTICLES
        )
        if not (leads_on or goes_on):
            break
        end += 1
    return " ".join(words[:end]), words[end:]


def _behind_auxiliary(asking: str, asked: str, auxiliary: str, words: Sequence[str]) -> Clause:
    auxiliary = auxiliary.casefold()
    kind = auxiliary.removesuffix("n't").removesuffix("n’t")
    may_be_subject = asking.casefold() in ("who", "what", "which", "how many", "how much")
    at = _verb_place(kind, words, is_subject_asked=bool(asked) or may_be_subject)
    if at is None and kind in BEING and asking.casefold() in ("", "why"):
        at = _predicate_place(words)
    if at is None:
        subject, (named, tails) = _of_being(asking, words)
        return Clause(asking, asked, auxiliary, subject, "", named, tails)
    subject = " ".join(words[:at])
    verb, rest = _verb_group(words[at:])
    named, tails = object_and_tails(rest)
    return Clause(asking, asked, auxiliary, subject, verb, named, tails)


def _of_being(asking: str, words: Sequence[str]) -> tuple[str, tuple[str, tuple[Tail, ...]]]:
    """The subject and what is behind it where the auxiliary is the only verb."""
    if words and words[0].casefold() == "there":
        return "there", object_and_tails(words[1:])
    if words and words[0].casefold() in PREPOSITIONS:
        # "Who was in charge?"
        return "", object_and_tails(words)
    if asking.casefold() in ("who", "what"):
        # "What is the priority of Turkey in Syria": all of it is asked about.
        if len(words) > 1 and words[-1].casefold() in PREPOSITIONS | {"worth"}:
            return " ".join(words[:-1]), ("", (Tail(words[-1].casefold(), ""),))
        return " ".join(words), ("", ())
    subject, tails = object_and_tails(words)
    return subject, ("", tails)


def _predicate_place(words: Sequence[str]) -> int | None:
    """Where what is said of the subject begins: "safe", of "the bridge safe"."""
    if len(words) < 2 or words[0].casefold() == "there" or _has_tail(words):
        return None
    if "of" in words or (len(words) == 2 and words[0].casefold() in DETERMINERS):
        return None
    named = (at for at, word in enumerate(words) if at and word.casefold() in DETERMINERS)
    return next(named, len(words) - 1)


def _verb_place(kind: str, words: Sequence[str], *, is_subject_asked: bool) -> int | None:
    """Where the verb begins among the words behind the auxiliary; None where there is none."""
    test = {
        **dict.fromkeys(DOING, _is_plain_verb),
        **dict.fromkeys(HAVING, _is_perfect),
        **dict.fromkeys(BEING, _is_behind_being),
    }.get(kind, _is_plain_verb)
    first = words[0].casefold() if words else ""
    # "Who is to succeed him?"
    is_to_do = kind in BEING and first == "to"
    if is_subject_asked and kind not in DOING and first and (test(first) or is_to_do):
        return 0
    if kind in BEING and words and words[0].casefold() == "there":
        return None
    until = next((at for at, word in enumerate(words) if word.casefold() in _SUBORDINATING), None)
    within = words[:until]
    places = [at for at in range(1, len(within)) if _may_be_verb(within, at, test)]
    if kind in BEING:
        # "the training centre is going to be".
        places = [at for at in places if not words[at].endswith("ing")] or places
        going = [at for at in places if words[at].casefold() in _LEADING_ON]
        return next(iter(going or places), None)
    # A verb of saying is hardly a noun, "did the trade group say", but before another: "did the
    # first report say".
    sure = [at for at in places if words[at].casefold() in SPEECH_VERBS | THINKING_VERBS]
    if sure and kind in DOING and not _has_tail(words[: sure[0]]):
        return _past_nouns(words, [at for at in places if at >= sure[0]])[0]
    if kind not in BEING | HAVING:
        places = _past_nouns(words, places)
    if not places and kind in DOING:
        places = [at for at in range(1, len(within)) if _may_be_verb(within, at, is_rarely_verb)]
    if not places and kind not in BEING | HAVING:
        # "How long did the strike last?"
        places = [at for at in range(1, len(within)) if _may_be_verb(within, at, "last".__eq__)]
    return next(iter(places), None)


def _may_be_verb(words: Sequence[str], at: int, test: Callable[[str], bool]) -> bool:
    word, before = words[at], words[at - 1].casefold()
    is_behind_its = before in DETERMINERS and not (at == 1 and before in _POINTING)
    return (
        test(word.casefold())
        and not word[0].isupper()
        and not is_behind_its
        and not before.endswith(("'s", "’s"))
        and before not in PREPOSITIONS
    )


def _past_nouns(words: Sequence[str], places: list[int]) -> list[int]:
    """The places from the verb on: in "the farm ministers agree" and "December corn close" nouns
    stand before it that may be verbs too, but are so less often."""
    while len(places) > 1:
        one, other = places[:2]
        between = words[one + 1 : other]
        parts = any(w[0].isupper() or w.casefold() in _PARTING for w in between)
        behind = words[other + 1] if other + 1 < len(words) else ""
        # "The grain trade support the bill", "the price fall hurt Mexico".
        takes = not between and (behind[:1].isupper() or behind.casefold() in DETERMINERS)
        is_less = share(words[other].casefold()) <= share(words[one].casefold())
        if parts or (is_less and not takes):
            break
        places = places[1:]
    return places


def _has_tail(words: Sequence[str]) -> bool:
    return any(word.casefold() in PREPOSITIONS and word.casefold() != "of" for word in words)


def _is_plain_verb(word: str) -> bool:
    return word in ("be", "have", "do") or is_base(word)


def _is_perfect(word: str) -> bool:
    return word == "been" or is_participle(word)


def _is_behind_being(word: str) -> bool:
    return word in _LEADING_ON or is_participle(word) or (word.endswith("ing") and len(word) > 4)
