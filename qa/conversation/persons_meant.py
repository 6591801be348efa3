"""Tell whom "he" or "she" means. Input: a Turn and the pronoun. Output: a name, or what the person
is or does.

Whom its answer names comes first, where a person was asked for; then who is known to speak in the
articles; then whoever is named, and whoever speaks without a name.
"""

from collections.abc import Callable, Iterable

from qa.conversation.mentions import NAME_RUN, Kind, Mention, head_of, is_plural
from qa.conversation.openings import without_article
from qa.conversation.turns import Turn
from qa.conversation.words import MAYBE_PEOPLE, WRITINGS

_MOST_WORDS_DONE = 10
_SOMEBODY = "the person who"


def person_meant(turn: Turn, pronoun: str) -> str:
    """Who is "he", or "she", as can stand in another question; or nothing."""

    def fits(mention: Mention) -> bool:
        is_person = mention.kind is Kind.PERSON and not mention.is_plural
        return is_person and turn.may_be_called(pronoun, mention)

    if has_stand_in(turn):
        return ""
    if (answered := turn.person_answered(fits)) is not None:
        return answered.words
    people = list(filter(fits, turn.mentions))
    sure = [each for each in people if each.is_sure]
    # "What did the prosecutor say about the sentence of Lamm?": "he" is Lamm.
    sure.sort(key=lambda each: not NAME_RUN.match(each.short))
    does = turn.asks_person and turn.clause is not None and bool(turn.clause.verb)
    # "Who takes over from Anna Holm?", where he is Hans Berg: "she" is Anna Holm.
    is_another = turn.person_answered() is not None
    likely = [each for each in people if _may_be(each)] if is_another or not does else []
    for each in (*sure, *likely):
        return each.short
    if speaker := _who_speaks(turn, pronoun):
        return speaker
    if is_another:
        # "Who is the mediator?", where a woman is named: "he" is the mediator still.
        return "" if does or turn.clause is None else _role(turn.clause.subject)
    return _by_the_answer(turn, fits) or _described(turn)


def has_stand_in(turn: Turn) -> bool:
    """Whether it names somebody by what he does, which is whole only in the question that it was
    made from."""
    return any(each.short.startswith(_SOMEBODY) for each in turn.mentions)


def _by_the_answer(turn: Turn, fits: Callable[[Mention], bool]) -> str:
    """Who is named in the answer, where nobody is in the question."""
    if turn.asks_person or people_in(turn.mentions):
        return ""
    return next((each.words for each in turn.answer_mentions if fits(each)), "")


def _described(turn: Turn) -> str:
    """Who is not named: told by what he does."""
    if not (turn.asks_person and turn.clause and turn.clause.asks_subject):
        return ""
    doing = f"{turn.clause.auxiliary} {turn.clause.verb} {turn.clause.behind}".split()
    return " ".join([_SOMEBODY, *doing]) if len(doing) <= _MOST_WORDS_DONE else ""


def _role(subject: str) -> str:
    """ "The mediator", as one is asked for by it; nothing for a name or for several."""
    is_one = subject.casefold().startswith("the ") and not is_plural(subject)
    return subject if is_one and not NAME_RUN.match(without_article(subject)) else ""


def _who_speaks(turn: Turn, pronoun: str) -> str:
    """ "The builder", of "What did the builder say?": one who speaks and is no body is a person,
    whatever he is called by; a report is none."""
    subject = next((each for each in turn.mentions if each.is_subject), None)
    speaks = turn.clause is not None and turn.clause.is_of_speech
    if subject is None or not (speaks or head_of(subject.short) in MAYBE_PEOPLE):
        return ""
    is_one = subject.short.casefold().startswith("the ") and not subject.is_plural
    if not is_one or subject.kind is not Kind.THING or head_of(subject.short) in WRITINGS:
        return ""
    return subject.short if turn.may_be_called(pronoun, subject) else ""


def people_in(mentions: Iterable[Mention]) -> list[Mention]:
    """Each who is one person."""
    return [each for each in mentions if each.kind is Kind.PERSON and not each.is_plural]


def _may_be(mention: Mention) -> bool:
    return mention.is_subject or len(mention.words.split()) > 1
