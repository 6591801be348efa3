"""Tell how many articles have what an answer says, or that none differs on it. Input: Chosen
sentences. Output: those that state what was asked, and a note.

Only sentences that state it alike are known to be of one thing: what an article tells in words of
its own may be missed, and so the note says what was counted.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from index.analysis import stems
from index.calendar_words import MONTH, WEEKDAY
from index.particulars import NUMBER_WORDS, wording
from index.records import Article
from qa.composing import Chosen
from qa.matching import covered
from qa.stories import Sentence, Story
from qa.understanding import Query

_NO_DIFFERENCE = (
    "No difference in a number, a day or a name was found on this among the articles that were"
    " read; that is not to say that they agree."
)
_NOT_SETTLED = (
    "Whether the articles differ on this is not settled: the sentences shown do not give the same"
    " figures, which may be of other things."
)
_ALIKE = (
    "Only sentences that state it alike are counted; other articles may tell it in other words."
)
_CLAUSES = re.compile(r"[,;:]\s+|\s+[-–—]+\s+")
_DAYS = re.compile(rf"\b(?:(?i:{WEEKDAY}|spring|summer|autumn|winter)|{MONTH})\b")
_LASTING = re.compile(
    rf"(?:\d|\b(?:{'|'.join(sorted(NUMBER_WORDS))}))[\s-]+"
    r"(?P<unit>minute|hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)


def stating(query: Query, chosen: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """Those of the sentences that state what the query says: with its numbers and its days, denied
    where it denies, and with as many of its words as the first one of all has."""
    least = covered(query.terms, chosen[0].sentence.stems) if chosen else 0.0
    return tuple(
        each
        for each in chosen
        if covered(query.terms, each.sentence.stems) >= least and _states(query, each.sentence)
    )


def _states(query: Query, sentence: Sentence) -> bool:
    asked, words = wording(query.text), wording(sentence.quote).words
    parts = [wording(part) for part in _CLAUSES.split(sentence.quote)]
    wanted = set(asked.words)
    about = [part for part in parts if _bears(part.words, wanted)]
    is_denied = any(part.negations for part in about)
    has_figures = set(asked.numbers).issubset(words) and _times(query.text) <= sentence.stems
    return has_figures and bool(asked.negations) == is_denied


def _times(claim: str) -> set[str]:
    """The stems of the days, months and seasons that it names, and of the units that measure how
    long something took."""
    return set(stems(" ".join((*_DAYS.findall(claim), *_LASTING.findall(claim)))))


def _bears(words: Sequence[str], wanted: set[str]) -> bool:
    """Whether a clause has one of the words that tell something."""
    return any(word in wanted for word in words if len(word) > 3 or word[0].isdigit())


def no_difference_note(chosen: Sequence[Chosen]) -> str:
    """That no difference is told, for sentences of several articles that may well have one."""
    figures = [
        (each.story.article.id, set(numbers))
        for each in chosen
        if (numbers := wording(each.sentence.quote).numbers)
    ]
    differ = any(
        one != other and mine.isdisjoint(theirs)
        for (one, mine), (other, theirs) in combinations(figures, 2)
    )
    return _NOT_SETTLED if differ else _NO_DIFFERENCE


def stories_in(counted: Sequence[Chosen]) -> list[Story]:
    """The stories of the sentences and of their repeats, each once."""
    stories = (story for each in counted for story in (each.story, *(s for _, s in each.repeats)))
    return list({story.article.id: story for story in stories}.values())


def tally_note(counted: Sequence[Chosen], texts: Mapping[str, str], *, is_all: bool) -> str:
    """How many articles of which outlets have the sentences, and how many texts those are.

    ``texts`` has for the id of each article that of the first one with its text; ``is_all`` tells
    that no further article has them.
    """
    articles = [story.article for story in stories_in(counted)]
    return " ".join(
        (
            f"{_how_many(articles, is_all=is_all)}{_outlets(articles)}.",
            *_copies(articles, len({texts[article.id] for article in articles})),
            _ALIKE,
        )
    )


def _how_many(articles: Sequence[Article], *, is_all: bool) -> str:
    if len(articles) == 1:
        return "One article has this"
    return f"{'' if is_all else 'At least '}{len(articles)} articles have this"


def _outlets(articles: Sequence[Article]) -> str:
    """ ", of The Post (2) and The Herald, and one that names no outlet"."""
    named = Counter(article.outlet for article in articles if article.outlet)
    unnamed = len(articles) - named.total()
    if not named:
        return "; it names no outlet" if unnamed == 1 else "; they name no outlet"
    shown = [f"{name} ({times})" if times > 1 else name for name, times in named.items()]
    listed = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    further = {0: "", 1: ", and one that names no outlet"}
    return f", of {listed}{further.get(unnamed, f', and {unnamed} that name no outlet')}"


def _copies(articles: Sequence[Article], texts: int) -> tuple[str, ...]:
    if len(articles) == 1:
        return ()
    if texts == len(articles):
        return ("None of them is a copy of another.",)
    if texts > 1:
        return (f"Copies of one text counted once, they are {texts} independent reports.",)
    agencies = {article.agency for article in articles}
    agency = agencies.pop() if len(agencies) == 1 else None
    all_of_them = "Both" if len(articles) == 2 else "All"
    text = f"{agency} text" if agency else "text"
    return (f"{all_of_them} are made from the same {text}: one report.",)
