"""Put what a question points back to in place of its pronouns. Input: a question and the Talk
before it. Output: the question, filled in as far as there is something to fill it with.

"The meeting" is filled too, where the question before named which: "the Supreme Committee meeting".
"""

import re
from collections.abc import Iterable, Sequence

from index.folding import fold
from qa.conversation.antecedents import meant, with_place
from qa.conversation.mentions import NAME_RUN, head_of, is_plural
from qa.conversation.openings import with_capital, without_article
from qa.conversation.pointing import WORD, Stands, stands_for
from qa.conversation.talk import Talk
from qa.conversation.verbs import is_base, is_participle
from qa.conversation.words import AUXILIARIES, POSSESSIVES, PREPOSITIONS

_SUCH = frozenset("such the this that these those".split())
_LEAST_NOUN_CHARS = 4
_Word = tuple[str, int, int]


def filled(question: str, talk: Talk) -> str:
    """The question with its pronouns and its "the meeting" filled from the talk."""
    words = [(each.group(), each.start(), each.end()) for each in WORD.finditer(question)]
    plain = [word for word, _, _ in words]
    changes: list[tuple[int, int, str]] = []
    known: dict[Stands, str] = {}
    for at, (word, start, end) in enumerate(words):
        kind = stands_for(plain, at, question)
        if kind is None:
            continue
        if kind not in known:
            known[kind] = meant(kind, plain, at, talk)
        if known[kind]:
            changes.append((start, end, _as(word, kind, known[kind], plain, at)))
    changes = [(start, end, _once(new, known.values())) for start, end, new in changes]
    changes = changes or _fuller(words, talk)
    for start, end, new in reversed(changes):
        question = f"{question[:start]}{new}{question[end:]}"
    return with_capital(question) if changes else question


def _once(new: str, others: Iterable[str]) -> str:
    """ "Why did James Baker cancel his trip?" needs no "trip of James Baker"."""
    owners = (f" of {each}" for each in others if each and each != new)
    return next((new.replace(each, "", 1) for each in owners if each in new), new)


def _as(word: str, kind: Stands, means: str, words: Sequence[str], at: int) -> str:
    """The meant words in the pronoun's case: "his" is "Guler's"."""
    lower = word.casefold()
    behind = words[at + 1] if at + 1 < len(words) else "?"
    is_own = lower in POSSESSIVES and (
        lower != "her" or (behind[0].isalpha() and behind.casefold() not in PREPOSITIONS)
    )
    if is_own or lower == "hers":
        return f"{means}’" if means.endswith("s") and is_plural(means) else f"{means}'s"
    if kind is Stands.PLACE and at and words[at - 1].casefold() in PREPOSITIONS:
        return means.partition(" ")[2] or means
    contracted = re.search(r"['’]s$", word)
    return f"{means} is" if contracted else means


def _fuller(words: Sequence[_Word], talk: Talk) -> list[tuple[int, int, str]]:
    """ "The meeting" as the earlier question named it: "the Supreme Committee meeting"."""
    for at in range(len(words) - 1 if talk else 0):
        noun, _, end = words[at + 1]
        if not _is_lone_noun(words, at):
            continue
        for mention in talk.newest.mentions:
            is_more = len(mention.words.split()) > 2 and not NAME_RUN.fullmatch(mention.words)
            if is_more and head_of(mention.short) == fold(noun):
                whole = with_place(mention, [each for each, _, _ in words])
                return [(words[at][1], end, f"the {without_article(whole)}")]
    return []


def _is_lone_noun(words: Sequence[_Word], at: int) -> bool:
    """Whether "the" and a noun of which no more is told stand here."""
    noun = words[at + 1][0]
    behind = words[at + 2][0].casefold() if at + 2 < len(words) else "?"
    if words[at][0].casefold() not in _SUCH or not noun[0].islower():
        return False
    ends = AUXILIARIES | (PREPOSITIONS - {"of", "with", "between"})
    is_behind = not behind[0].isalnum() or behind in ends or is_base(behind)
    return len(noun) >= _LEAST_NOUN_CHARS and (is_behind or is_participle(behind))
