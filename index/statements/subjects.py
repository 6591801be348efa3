"""Find the phrase that means who says something. Input: a sentence, a place. Output: a Subject.

It is the noun phrase that stands right before the verb, or before what is apposed to it: "Lund, the
mayor of a town, said". What it means is found elsewhere.
"""

import re
from dataclasses import dataclass

from index.statements.grammar import (
    ADVERBIAL,
    ADVERBS,
    AND,
    APPOSED,
    BLOT,
    DELIMITER,
    FINITE,
    FRONTED,
    PAST,
    RELATIVE,
    SUBORDINATOR,
    has_verb,
)
from index.statements.lexicon import BODIES, COMPANY_NOUNS, CROWDS, DOCUMENTS, ROLES, SMALL_ROLES
from index.statements.names import CAPITAL, NAME, plain
from index.statements.phrases import phrase_of
from index.statements.roles import WORDS

PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "who", "which"))
Span = tuple[int, int]
_LONGEST_WORDS, _LONGEST_FIRST_WORDS = 24, 12
_NAME_ONLY = re.compile(
    rf"^\s*(?:[{CAPITAL}][\w.'’&-]*(?:\s+(?:and|bin|de|von|van|of|al)\b)?(?:\s+|$))+$"
)
# "Ana Lund, Acme's director, denied": what somebody is, by whose.
_OWNED_ROLE = re.compile(rf"^\s*(?:[{CAPITAL}][\w.&-]*\s){{0,3}}?[{CAPITAL}][\w.&-]*['’]s?\s[a-z]")
_BEHIND_END = re.compile(
    rf"[,;:]|{BLOT}|\s(?:who|which|that|in\s(?:an?|the|his|her|its)|on\s(?!\w+day\sby\b)|after|during|when|as\s|said)"
    r"|\.\s*$|\s--|[—–]|$"
)
_HEAD_END = re.compile(
    r"\s(?:of|for|at|with|in|from|on|to|by|who|which|[a-z]{3,}ed\b|near|about|against|close|over)\b"
)
_JOINED = re.compile(r"\b(?:and|but|or)\s*$")
_PAST_AT_END = re.compile(r"(?<![-\w])[a-z]{2,}ed\s$")
_ONLY_DETERMINERS = re.compile(
    r"(?:the|an?|other|such|some|any|no|its|his|her|their|this|that|these|those|more|most|new)"
    r"(?:\s\w+ly)?",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:with|in|on|at|by|for|of|to|from|under|into|about|than|as|after|before|during|since|not)\s",
    re.IGNORECASE,
)
# "one of the drivers" is one of them.
_ONE_OF = re.compile(
    r"^(?:one|two|three|four|five|some|many|most|several|all|both|none|few)\sof\s(?:the|its|his|her|their|these|those)\s",
    re.IGNORECASE,
)
# A pronoun with more behind it, or a preposition with nothing.
_NO_PHRASE = re.compile(
    r"^(?:he|she|it|they|we|i)\s|\s(?:of|about|on|in|to|for|by|with|from|at|a|an|the)$",
    re.IGNORECASE,
)
# "an outcry among bankers, who say": bankers say it.
_AMONG = re.compile(r"\s(?:among|with|by|from|to|between)\s(?:those\sof\s)?(?=[^\x01]*$)")
_SUFFIX = re.compile(r",\s(?:Inc|Ltd|Jr|Sr|Corp|LLC)\b\.?")
_NAME_BEFORE_AND = re.compile(rf"(?:^|,\s)(?:[Tt]he\s)?{NAME},\sand\s$")
_TO_NEXT = re.compile(r"[^,;.\x01]*")
_RELATIVE_CLAUSE = re.compile(r"(?:^|\s)(?:who|which|that|whose)\s")
_AT_END = re.compile(rf"(?:\b(?:he|she|it|they)|\b(?:the|an?|one)\s[a-z][\w\s-]*|{NAME})$")
# "said its director, Ana Lund.".
NAME_BEHIND = re.compile(
    rf",\s(?P<name>{NAME})(?=(?:\s(?:of|from|at|with)\s[^,;]{{2,60}}?)?(?:,|[.;]?$))"
)
_DETERMINED = re.compile(
    r"\s*(?:(?:the|an?|its|his|her|their)\s|(?:\S+\s){1,4}?\S+['’]s?\s)", re.IGNORECASE
)
# "Ana Lund stepped down on Friday": what somebody did is nobody who speaks.
_ACTS = re.compile(
    rf"{NAME}\s(?:[a-z]+ly\s)?(?!based|named|called|known|dubbed|nicknamed)[a-z]{{2,}}ed"
    r"(?:\s(?:on|in|at|to|from|the|an?|his|her|its|their|with|for|down|up|out|off|over|away|as|after|when"
    r"|late|early|last|that|not|[A-Z][a-z]+day)\b|$)"
)
_NUMBERED = re.compile(r"[$£€]?\d")
_SURE_CUTS = frozenset(
    "but that which while because although though when if whether where whereas yet".split()
)
_DATES = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday".split()
)
_COMMAS = frozenset((",", "--", "-", "—", "–", ",--"))
_SPEAKING = (ROLES, SMALL_ROLES, CROWDS, BODIES, COMPANY_NOUNS, DOCUMENTS, PRONOUNS)


@dataclass(frozen=True, slots=True)
class Subject:
    """``sentence[start:end]`` is the phrase, with what is apposed to it up to ``reach``.

    ``is_somebody`` where its words tell a person, a body, a crowd or a document by themselves, and
    ``is_aside`` where the verb is in a clause about it: "Lund, who said".
    """

    start: int
    end: int
    reach: int
    is_somebody: bool
    is_aside: bool = False


# The verb is joined to another of the same subject: "came and said".
SAME = Subject(-1, -1, -1, True)


def before(sentence: str, low: int, verb: int) -> Subject | None:
    """The subject of the verb that begins at ``verb``, not before ``low``; `SAME` where the verb
    is joined to another."""
    text = sentence[low:verb]
    if adverbs := ADVERBS.search(text):
        text = text[: adverbs.start()]
    parts = _parts(text)
    last = text[slice(*parts[-1])]
    is_aside = RELATIVE.match(last) is not None
    if not is_aside and _JOINED.search(last):
        return SAME
    at: int | None = len(parts) - 1
    if is_aside:
        at = len(parts) - 2
    elif not last.strip():
        at = _apposed_head(text, parts[:-1])
    if at is None or at < 0:
        return None
    start, end = _phrase(text, *parts[at])
    if is_aside and (governed := _AMONG.search(text, start, end)):
        start = governed.end()
    elif is_aside and PAST.search(text, start, end) and (bare := _AT_END.search(text, start, end)):
        # "The raid drew anger from the council, which said": what stands right before.
        start = bare.start()
    is_joined = text.endswith(", and ", 0, start)
    if is_joined and _NAME_BEFORE_AND.search(text, 0, start) and not has_verb(text[:start]):
        # "Lund, the mayor, and Berg said": not Berg alone.
        return None
    return _made(sentence, low, (start, end), verb, is_aside=is_aside)


def first_subject(sentence: str, verb: int) -> Subject | None:
    """The subject of the verb that the one at ``verb`` is joined to: "Lund came and said"."""
    bare: Span | None = None
    for low, end in reversed(_parts(sentence[:verb])):
        fronted = FRONTED.match(sentence[low:end])
        start = low + fronted.end() if fronted else low
        piece = sentence[start:end]
        if not piece.strip() or ADVERBIAL.match(piece):
            continue
        stops = [match.start() for match in (FINITE.search(piece), PAST.search(piece)) if match]
        phrase = ADVERBS.sub("", piece[: min(stops, default=len(piece))]).strip()
        if not phrase or RELATIVE.match(phrase) or len(phrase.split()) > _LONGEST_FIRST_WORDS:
            continue
        start = sentence.index(phrase, start)
        bare = (start, start + len(phrase))
        if stops and (subject := _made(sentence, 0, bare, bare[1])):
            return subject
    if bare is None:
        return None
    # The verb is none that is known: what the sentence begins with, "His aunt, Ada Lund, wept and".
    named = NAME_BEHIND.match(sentence, bare[1])
    return _made(sentence, 0, bare, named.end() if named else bare[1])


def behind(sentence: str, start: int, limit: int | None = None) -> Subject | None:
    """The subject that begins at ``start``, behind its verb."""
    if start >= len(sentence) or not (sentence[start].isalnum() or sentence[start] == "<"):
        return None
    stop = _BEHIND_END.search(sentence, start, limit or len(sentence))
    end = stop.start() if stop else len(sentence)
    while apposed := _SUFFIX.match(sentence, end):
        end = apposed.end()
    phrase = sentence[start:end]
    if not phrase.strip() or len(phrase.split()) > _LONGEST_WORDS or _is_none(phrase):
        return None
    reach = end
    if named := NAME_BEHIND.match(sentence, end):
        reach = named.end()
    elif sentence[end : end + 2] == ", " and APPOSED.match(sentence[end + 2 :]):
        following = _TO_NEXT.match(sentence, end + 2)
        reach = following.end() if following else end
    return Subject(start, end, reach, is_somebody(phrase))


def is_somebody(phrase: str) -> bool:
    """Whether the words tell a speaker by themselves: a capital, a role, a crowd, a document."""
    phrase = _ONE_OF.sub("", phrase.strip())
    words = _HEAD_END.split(phrase, maxsplit=1)[0].split()
    if not words:
        return False
    if any(word[:1].isupper() for word in words[1:]) or (
        words[0][:1].isupper() and plain(words[0]) not in ("the", "a", "an", "one", "his", "its")
    ):
        return True
    final = plain(words[-1])
    return any(final in known for known in _SPEAKING)


def _parts(text: str) -> list[Span]:
    parts: list[Span] = []
    at = 0
    for delimiter in DELIMITER.finditer(text):
        parts.append((at, delimiter.start()))
        at = delimiter.end()
    parts.append((at, len(text)))
    return parts


def _phrase(text: str, start: int, end: int) -> Span:
    """The noun phrase at the end of a part, without "but" or "on Friday" before it."""
    piece = text[start:end]
    for cut in reversed(list(SUBORDINATOR.finditer(piece))):
        is_sure = cut.group().strip().casefold() in _SURE_CUTS or cut.start() == 0
        if is_sure or FINITE.search(piece, 0, cut.start()):
            piece = piece[cut.end() :]
            break
    for joint in reversed(list(AND.finditer(piece))):
        if (
            FINITE.search(piece, 0, joint.start())
            or _PAST_AT_END.search(piece, 0, joint.start())
            # What is left of "the dollar was as low as 148 yen and dealers said".
            or _NUMBERED.match(piece)
        ):
            piece = piece[joint.end() :]
            break
    if fronted := FRONTED.match(piece):
        piece = piece[fronted.end() :]
    if ADVERBIAL.match(piece) and (bare := _AT_END.search(piece)):
        piece = piece[bare.start() :]
    return end - len(piece), end


def _made(
    sentence: str, low: int, phrase: Span, verb: int, *, is_aside: bool = False
) -> Subject | None:
    start, end = low + phrase[0], low + phrase[1]
    words = sentence[start:end].strip(" " + BLOT)
    start = sentence.index(words, start)
    if not words or len(words.split()) > _LONGEST_WORDS or BLOT in words or _is_none(words):
        return None
    return Subject(start, start + len(words), max(verb, end), is_somebody(words), is_aside)


def _is_none(words: str) -> bool:
    """Whether the words can be no subject of a verb of saying."""
    finite = FINITE.search(words)
    return (
        plain(words.split(maxsplit=1)[0]) in _DATES
        or _ONLY_DETERMINERS.fullmatch(words) is not None
        or _PREPOSITION.match(words) is not None
        or _NO_PHRASE.search(words) is not None
        or (_ACTS.match(words) is not None and plain(words.split(maxsplit=1)[0]) not in CROWDS)
        or (_NUMBERED.match(words) is not None and not is_somebody(words))
        or (finite is not None and not _RELATIVE_CLAUSE.search(words, 0, finite.start() + 1))
    )


def _apposed_head(text: str, parts: list[Span]) -> int | None:
    """Which part is the subject where a comma stands before the verb."""
    if not parts or text[parts[-1][1] : parts[-1][1] + 1] not in ",—–-":
        return None
    at = len(parts) - 1
    if at > 0 and _is_role_and_name(text[slice(*parts[-2])], text[slice(*parts[-1])]):
        # "The strike cost millions, its finance chief, Ana Lund, told investors."
        return at - 1
    while at > 0 and _is_apposed(text, parts, at):
        at -= 1
    while at < len(parts) - 1 and ADVERBIAL.match(text[slice(*parts[at])]):
        at += 1
    return at


def _is_role_and_name(piece: str, name: str) -> bool:
    if _NAME_ONLY.match(name) is None:
        return False
    words = piece[slice(*_phrase(piece, 0, len(piece)))]
    if _DETERMINED.match(words) is None or FINITE.search(words):
        return False
    phrase = phrase_of(words.strip())
    return phrase is not None and phrase.noun in ROLES | SMALL_ROLES


def _is_apposed(text: str, parts: list[Span], at: int) -> bool:
    start, end = parts[at]
    earlier, piece = text[slice(*parts[at - 1])], text[start:end]
    if text[parts[at - 1][1] : start].strip() not in _COMMAS or not earlier.strip():
        return False
    if FINITE.search(earlier) and not _RELATIVE_CLAUSE.match(earlier):
        return False
    # "At court, Holm's lawyer, Ana Lund, said": hers is the role.
    is_named_behind = at + 1 < len(parts) and _NAME_ONLY.match(text[slice(*parts[at + 1])])
    is_owned = _OWNED_ROLE.match(piece) and _NAME_ONLY.match(earlier) and not is_named_behind
    first = WORDS.search(piece)
    return first is not None and bool(
        APPOSED.match(piece)
        or ADVERBIAL.match(piece)
        or _NAME_ONLY.match(piece)
        or is_owned
        or plain(first.group()) in ROLES
    )
