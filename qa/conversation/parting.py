"""Take a question apart that asks several things. Input: a question. Output: questions.

"Who is Fidan and what did he say about Iraq?" is two, and so is what two persons are said to have
said; "Baghdad and Erbil agreed" is one. What a later one leaves out is filled from those before.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from qa.conversation.attaching import attached
from qa.conversation.clauses import Clause, plain, taken_apart
from qa.conversation.ellipsis import asked_with, bare_asking
from qa.conversation.mentions import NAME_RUN, is_time
from qa.conversation.openings import with_capital, without_the
from qa.conversation.pronouns import filled
from qa.conversation.talk import Talk
from qa.conversation.words import AUXILIARIES, BODY_WORDS

_MOST = 4
_ASKING = (
    r"(?:(?:in|on|at|for|from|by|with|to|of|since|until)\s+)?"
    r"(?:how|who|whom|whose|which|what|when|where|why)\b"
)
_JOINT = re.compile(
    rf"(?:\s*,)?\s+(?:and|but)\s+(?:also\s+)?(?=(?:then\s+)?(?:{_ASKING}"
    r"|(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could)\s+(?:there|it|he|she"
    r"|they|this|that|the|any\w*|[A-Z])))",
    re.IGNORECASE,
)
# "Where did it sink, how many died and who owned it?"
_LISTED = re.compile(r",\s+(?=(?:how|who|what|when|where|why)\s)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=\?)\s+(?=\S)")
_EMBEDDED = re.compile(
    r"\b(?:know|knew|say|said|tell|told|ask|asked|explain|explained|describe|decide|decided"
    r"|discuss|discussed|clear|whether|wonder|see|understand|reveal|revealed|disclose|disclosed)\s+"
    rf"(?:\w+\s+)?{_ASKING}",
    re.IGNORECASE,
)
_BARE_PAIR = re.compile(
    r"^(?P<one>where|when|why|how|who)\s+and\s+(?P<other>where|when|why|how|what|by whom)\s+"
    rf"(?P<rest>(?:{'|'.join(sorted(AUXILIARIES))})\s.+)$",
    re.IGNORECASE,
)
# Of these each speaks alone; what two announce or agree on may be one thing.
_SAYING = frozenset("say think tell claim believe comment".split())
_PAIR = re.compile(r"^(?P<one>.+?)(?:\s+and|,)\s+(?P<other>(?!.*\s+and\s).+)$")


def split_question(question: str) -> tuple[str, ...]:
    """The questions that are asked at once, in order, each standing alone; most often one."""
    return tuple(whole for _, whole in parts_of(question))


def parts_of(question: str) -> tuple[tuple[str, str], ...]:
    """The same, each as it was asked and standing alone."""
    found = [part for each in _SENTENCES.split(question) for part in _parts(each)]
    if not 1 < len(found) <= _MOST or any(taken_apart(each) is None for each in found):
        return ((question, question),)
    both = zip(found, _standing_alone(found), strict=True)
    distinct = {whole: f"{with_capital(one).rstrip(' ?')}?" for one, whole in both}
    return tuple((one, whole) for whole, one in distinct.items())


def _parts(question: str) -> Iterator[str]:
    if pair := _BARE_PAIR.match(plain(question)):
        yield f"{with_capital(pair['one'])} {pair['rest']}?"
        yield f"{with_capital(pair['other'])} {pair['rest']}?"
        return
    if _EMBEDDED.search(question):
        yield question
        return
    marks = [mark for mark in _JOINT.finditer(question) if taken_apart(question[: mark.start()])]
    if marks:
        listed = _LISTED.finditer(question, 0, marks[0].start())
        marks = [*(each for each in listed if taken_apart(question[: each.start()])), *marks]
    bounds = [0, *(mark.end() for mark in marks)], [*(m.start() for m in marks), len(question)]
    for start, end in zip(*bounds, strict=True):
        part = question[start:end].strip(" ,")
        yield from _by_speaker(part if not marks else f"{part.rstrip('?')}?")


def _by_speaker(question: str) -> Iterator[str]:
    """A question for each of the two who are asked the words of."""
    clause = taken_apart(question)
    if clause and clause.asking.casefold() == "what" and _SAYING & set(clause.verb.split()):
        pair = _PAIR.match(clause.subject)
        if pair and _is_speaker(pair["one"]) and _is_speaker(pair["other"]):
            for which in ("one", "other"):
                auxiliary = {"do": "does", "have": "has"}.get(clause.auxiliary, clause.auxiliary)
                rest = f"{clause.verb} {clause.behind}".strip()
                yield f"{clause.asking} {auxiliary} {pair[which]} {rest}?"
            return
    yield question


def _is_speaker(words: str) -> bool:
    bare = without_the(words)
    return NAME_RUN.fullmatch(bare) is not None or not BODY_WORDS.isdisjoint(
        bare.casefold().split()[-1:]
    )


def _standing_alone(parts: list[str]) -> Iterator[str]:
    first, *others = _with_shared_tail(parts)
    done = [first]
    yield first
    for part in others:
        talk = Talk(done, lambda each, _: each, None, list)
        asking = bare_asking(part)
        whole = (
            asked_with(asking, talk.newest) if asking else attached(part, filled(part, talk), talk)
        )
        done.append(f"{with_capital(whole).rstrip(' ?')}?")
        yield done[-1]


def _with_shared_tail(parts: list[str]) -> list[str]:
    """ "How many were killed and how many injured in Basra?" asks both of Basra."""
    clauses = [taken_apart(part) for part in parts]
    shared = list(parts)
    for at, (one, other) in enumerate(pairwise(clauses)):
        has_tail = other and other.tails and other.verb and not other.subject
        if one and other and has_tail and not _names_anything(one):
            tails = " ".join(map(str, other.tails))
            shared[at] = f"{parts[at].rstrip(' ?')} {tails}?"
    return shared


def _names_anything(clause: Clause) -> bool:
    words = " ".join((clause.asked, clause.subject, clause.behind))
    return bool(clause.tails) or NAME_RUN.search(words) is not None or is_time(words)
