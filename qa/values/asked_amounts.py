"""Find which amount a question asks for: "How many people died in the flood at Holm?" Input: a
Query and its TimeScope. Output: at most one AskedAmount.

The counted noun gives the unit. What is told of it, "died", must stand in an amount's own clause,
in this word or in others for the same; where it happened need only be known to the story.
"""

import re
from dataclasses import dataclass

from index.analysis import stems
from qa.countries import countries_proper
from qa.timing.scope import TimeScope
from qa.understanding import Query, QueryTerm
from qa.values.amount_forms import amount_form
from qa.values.given import HOW
from qa.values.units import DURATIONS, FATES, MONEY
from qa.values.wordings import DEAD, DISASTERS, EVENTS, LIGHT, TOLL, WORDINGS

# What follows tells of which day or moment, or where, not what is counted.
_CIRCUMSTANCE = re.compile(r"\b(?:when|after|before|while|as|since)\b.*", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:in|at|on|by|from|of|during|because|over|against|to|into|near|for|with|across|through)\b"
    r"(?:(?: the)?(?: [A-Z][\w'’-]*)+|.*)"
)
# "How many schools did the strike close?": what is done comes last.
_INVERTED = re.compile(r"\b(?:did|does|do|will|would|has|have|had)\b")
_OF_KIND = re.compile(r"\s+of((?:\s(?!was|were|is|are|have|has|had|did|do|in|at|on|by)[\w-]+)+)")
_OF_CLASS = re.compile(r"\b([a-z]+) (?=[A-Z])")
_PLACES = re.compile(
    r"\b(?:in|at|near|from|to|off|outside|around|across|into)\s+(?:the\s+)?(?:[A-Z][\w'’-]*\s*)+"
)
EXPECTED = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|can|expect(?:s|ed|ing)?"
    r"|plan(?:s|ned)? (?:to|for)|forecasts?|hopes?|hoped|target|if|unless|capacity|up to|designed"
    r"|proposed|seeks?|sought|wants?|wanted)\b",
    re.IGNORECASE,
)
WANTED = re.compile(
    r"\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? for|claim(?:s|ed|ing)? for"
    r"|push(?:es|ed|ing)? for|insist(?:s|ed)? on)"
    # Up to the number nothing else is told: no "after", no other verb.
    r"(?:\s+(?!(?:after|before|and|but|how|why|that|which|who|as|when|while|into|over|was|were|had"
    r"|has|have|did)\b)[\w'’-]+){0,7}\s*$",
    re.IGNORECASE,
)
_ASKS_WANTED = re.compile(
    r"\b(?:call|demand|ask|claim|push|insist|want|seek|sought|wish)(?:s|ed|ing|ers?)?\b",
    re.IGNORECASE,
)
# A question on what happened, not on what is so or is to be: the answer stays.
_HAPPENED = re.compile(
    r"\b(?:did|was|were|had|[a-z]{2,}ed|took|went|came|lost|left|sank|fell|hit|ran)\b"
)
_COMPANY_WORD = re.compile(
    r"(?<=[a-z] )(?:Foods?|Construction|Capital|Group|Holdings?|Corp(?:oration)?|Inc|Ltd"
    r"|Co(?:mpany)?|Industries|Partners|Plc|PLC)\b"
)
_AFTER = re.compile(r"(?:after|in|from|since) the\b", re.IGNORECASE)
# "Own" is no word that a search looks for.
_OWN = QueryTerm("own", is_name=False, rarity=0.0, is_known=True)
# "How much did it cost?" tells too little.
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class AskedAmount:
    """What is asked the amount of: its ``units``, the ``names`` of whom, the words for ``what``
    that its clause must have, and those that its story must have ``somewhere``; ``places`` are the
    stems of the names that tell where.

    ``is_named`` where one of the names is no mere place: the Solveig runs aground once, in Kabul a
    bomb goes off again. ``is_past`` where it is over, so that it changes no more; ``is_length``
    where it is how long something lasts, ``is_toll`` where it is a number of dead, which grows,
    ``is_share`` where it is what one owns of another, ``is_wanted`` where it is what one calls for.
    """

    units: frozenset[str]
    names: tuple[QueryTerm, ...]
    what: tuple[QueryTerm, ...]
    somewhere: tuple[QueryTerm, ...]
    places: frozenset[str]
    is_named: bool
    is_length: bool
    is_past: bool
    is_toll: bool
    is_share: bool
    is_wanted: bool


def asked_amount(query: Query, scope: TimeScope) -> AskedAmount | None:
    """The amount that is asked for; none where the question tells too little to be sure."""
    form = amount_form(query.text)
    if form is None or query.asks_speech or _is_of_days(scope):
        return None
    noun, units = form.noun, form.units
    of_unit = (frozenset(stems(noun)) if noun not in FATES else frozenset()) | HOW
    about = [term for term in query.terms if term.stem not in of_unit | LIGHT]
    forms = _company_words(query.text)
    names = tuple(term for term in about if term.is_name and term.stem not in forms)
    what = _what(query.text, form.end, noun, tuple(term for term in about if not term.is_name))
    if form.is_share:
        what = (_OWN,)
    rated = frozenset(stems(form.of))
    what = tuple(term for term in what if term.stem not in rated)
    # What is offered is worth so much, but a contract must be said to be.
    what = tuple(term for term in what if term.stem != "worth") or what
    if not units & (MONEY | DURATIONS):
        # What a strike cost must be told of the strike, but not whom a strike hurt.
        what = tuple(term for term in what if not is_event(term)) or what
    if not what or len(about) + bool(noun) < _FEWEST_WORDS:
        return None
    somewhere = [term for term in about if not term.is_name and term not in what]
    # The ferry's accident is known by the ferry.
    by_thing = [term for term in somewhere if term.stem not in DISASTERS and term.stem != "worth"]
    elsewhere = {s for s in stems(_PLACES.sub(" ", query.text)) if not countries_proper({s})}
    where = frozenset(
        stem for t in names if t.stem not in elsewhere for stem in (t.stem, *t.variants)
    )
    return AskedAmount(
        units,
        names,
        what,
        tuple(by_thing or somewhere),
        places=where,
        is_named=any(term.stem not in where for term in names),
        is_length=units <= DURATIONS,
        is_past=bool(TOLL.search(query.text) or _HAPPENED.search(query.text))
        and not EXPECTED.search(query.text),
        is_toll=any(term.stem in DEAD.asked for term in what),
        is_share=form.is_share,
        is_wanted=_ASKS_WANTED.search(query.text) is not None,
    )


def _company_words(text: str) -> frozenset[str]:
    """The stems of what a company's name goes on with: "Holm Foods" is Holm as well."""
    return frozenset(stems(" ".join(_COMPANY_WORD.findall(text))))


def _is_of_days(scope: TimeScope) -> bool:
    """Whether some days are asked about: "after the flood" tells but of which event it is."""
    return scope.narrows and not (scope.event and _AFTER.match(scope.words))


def _what(text: str, end: int, noun: str, about: tuple[QueryTerm, ...]) -> tuple[QueryTerm, ...]:
    """The words that must be told of the number itself: those that have wordings, outside of where
    it was if there are such, else all that do not tell where it was, or "doses of what"."""
    behind = text[end:]
    kind = _OF_KIND.match(behind.casefold().partition(noun)[2]) if noun else None
    at_time = set(stems(" ".join(_CIRCUMSTANCE.findall(behind))))
    classes = set(stems(" ".join([*_OF_CLASS.findall(behind), *_OF_CLASS.findall(text[:end])])))
    aside = at_time | set(stems(" ".join(_WHERE.findall(behind))))
    about = tuple(term for term in about if term.stem not in at_time | classes or _is_worded(term))
    inner = tuple(term for term in about if term.stem not in aside)
    worded = tuple(term for term in inner if _is_worded(term))
    if worded and inner[-1] not in worded and _INVERTED.search(behind):
        ends = stems(
            " ".join(re.findall(r"[\w-]+", text)[-1:] + _WHERE.split(behind)[0].split()[-1:])
        )
        worded = inner[-1:] if inner[-1].stem in ends else worded
    return (
        worded
        or tuple(term for term in about if _is_worded(term) and term.stem not in at_time)
        or inner
        or tuple(term for term in about if kind and term.stem in stems(kind[1]))
    )


def is_event(term: QueryTerm) -> bool:
    """Whether the word is one for an event."""
    return any(term.stem in event for event in EVENTS)


def _is_worded(term: QueryTerm) -> bool:
    return any(term.stem in each.asked for each in WORDINGS)
