"""Put what a question points back to in place of its pronouns. Input: a question and the Talk
before it. Output: the question, filled in as far as there is something to fill it with.
"""

import re
from collections.abc import Sequence

from qa.conversation.antecedents import meant
from qa.conversation.mentions import definite, is_plural, to_head
from qa.conversation.pointing import WORD, Stands, stands_for
from qa.conversation.talk import Talk
from qa.conversation.verbs import is_base, is_participle
from qa.conversation.words import AUXILIARIES, POSSESSIVES, PREPOSITIONS

_Word = tuple[str, int, int]


def filled(question: str, talk: Talk) -> str:
    """The question with its pronouns filled from the talk."""
    words = [(each.group(), each.start(), each.end()) for each in WORD.finditer(question)]
    plain = [word for word, _, _ in words]
    changes: list[tuple[int, int, str]] = []
    known: dict[Stands, str] = {}
    for at, (word, start, end) in enumerate(words):
        kind = stands_for(plain, at, question)
        if kind is None or known.get(kind):
            # "When will it open its office?": the second is told by the first.
            continue
        means = meant(kind, plain, at, talk)
        if means in known.values():
            # "What did they say about that?": not about themselves.
            continue
        known[kind] = means
        if means and _is_own(plain, at) and means != " ".join(to_head(means)):
            # "The purpose of the centers that he spoke of".
            behind = _noun_end(words, at + 1)
            changes += [(start, end, "the"), (behind, behind, f" of {means}")]
        elif means:
            changes.append((start, end, _as(word, kind, means, plain, at)))
    for start, end, new in reversed(changes):
        question = f"{question[:start]}{new}{question[end:]}"
    return question


def _is_own(words: Sequence[str], at: int) -> bool:
    """Whether a noun of what is meant follows: "his trip"."""
    word, behind = words[at].casefold(), words[at + 1] if at + 1 < len(words) else "?"
    has_noun = behind[0].isalpha() and behind.casefold() not in PREPOSITIONS
    return word in POSSESSIVES and (has_noun or word != "her")


def _noun_end(words: Sequence[_Word], at: int) -> int:
    """Where the noun that begins here ends: with the first of its words, or that behind "main"."""
    ends = PREPOSITIONS | AUXILIARIES
    while at + 1 < len(words) and words[at + 1][0].islower():
        behind = words[at + 1][0]
        # "Its Canadian" is not yet a noun.
        may_end = words[at][0].islower() and (is_base(behind) or is_participle(behind))
        if behind in ends or may_end:
            break
        at += 1
    return words[min(at, len(words) - 1)][2]


def _as(word: str, kind: Stands, means: str, words: Sequence[str], at: int) -> str:
    """The meant words in the pronoun's case: "his" is "Guler's"."""
    if _is_own(words, at) or word.casefold() == "hers":
        return f"{means}’" if means.endswith("s") and is_plural(means) else f"{means}'s"
    if kind is Stands.PLACE and at and words[at - 1].casefold() in PREPOSITIONS:
        return means.partition(" ")[2] or means
    if kind is Stands.GROUP and at and words[at - 1].casefold() == "of":
        # "How many of shareholders" is no English.
        return definite(means)
    contracted = re.search(r"['’]s$", word)
    return f"{means} is" if contracted else means
