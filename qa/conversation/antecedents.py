"""Tell what a pronoun means. Input: what it stands for, and the Talk before the question. Output:
words that can take its place.

The newest question is asked first, then what it was answered, then the one before. Of a person that
is who is known to speak in the articles before whoever is only named; of a thing what a question
was about before what it named beside.
"""

from collections.abc import Callable, Mapping, Sequence

from qa.conversation.clauses import taken_apart
from qa.conversation.echoes import is_echo
from qa.conversation.mentions import NAME_RUN, Kind, Mention, definite, head_of, is_plural, singular
from qa.conversation.openings import without_article
from qa.conversation.persons_meant import has_stand_in, people_in, person_meant
from qa.conversation.pointing import BEING_THERE, ORDINALS, Stands
from qa.conversation.propositions import proposition
from qa.conversation.talk import Talk
from qa.conversation.turns import Turn
from qa.conversation.verbs import base_of
from qa.conversation.words import (
    BEING,
    DETERMINERS,
    EVENTS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    TOPIC_PREPOSITIONS,
)
from qa.words import FUNCTION_WORDS, SPEECH_VERBS, VESSELS

_MOST_WORDS_OF_SEVERAL = 4
_NOT_YET = frozenset("is are am does do will would shall may might could should must can".split())
_WANTING = frozenset(
    """
    want plan hope expect intend refuse agree accept reject oppose support favour favor demand seek
    decide promise offer fear believe think aim try prefer insist
    """.split()
)


def meant(kind: Stands, words: Sequence[str], at: int, talk: Talk) -> str:
    """What the word at this place of the question means, as it can stand there; or nothing."""
    for turn in talk.turns():
        if is_echo(turn.asked) and kind is not Stands.PERSON:
            # "Who said so?" is about what the question before it is about.
            continue
        if found := _FINDING[kind](turn, words, at):
            return found
    return ""


def _person(turn: Turn, words: Sequence[str], at: int) -> str:
    pronoun = words[at].casefold()
    if found := person_meant(turn, pronoun):
        return found
    # A ship is "she", and says and wants nothing.
    does = {base_of(word) or word for word in words}
    says = not (SPEECH_VERBS | _WANTING).isdisjoint(does.union(words)) or turn.asks_person
    is_of_ship = pronoun in ("she", "her") and not says and not has_stand_in(turn)
    thing = _thing(turn, words, at) if is_of_ship else ""
    return thing if _may_be_ship(thing, turn) else ""


def _may_be_ship(thing: str, turn: Turn) -> bool:
    """Whether it is called a ship, or has the name of no place."""
    if head_of(thing) in VESSELS:
        return True
    is_place = any(each.kind is Kind.PLACE and each.words == thing for each in turn.mentions)
    return NAME_RUN.fullmatch(without_article(thing)) is not None and not is_place


def _group(turn: Turn, words: Sequence[str], at: int) -> str:
    if some := [each for each in turn.mentions if each.is_plural]:
        return with_place(some[0], words)
    subject = next((each for each in turn.mentions if each.is_subject), None)
    other = turn.person_answered()
    if other is None and subject and subject.kind is Kind.PERSON:
        other = next((p for p in people_in(turn.mentions) if p is not subject), None)
    if other is not None:
        # "Who did Akar speak with?", "When did they speak?"
        return f"{subject.short} and {other.short}" if subject else other.short
    if turn.asks_person:
        # "Who stole the cup?"
        return subject.short if subject else _several(turn.short_answer)
    acting = [*turn.mentions, *turn.answer_mentions]
    bodies = [each for each in acting if each.kind in (Kind.BODY, Kind.PLACE)]
    bodies.sort(key=lambda each: not (each.is_subject or each.kind is Kind.BODY))
    return bodies[0].short if bodies else ""


def _several(short: str) -> str:
    is_few = is_plural(short) and len(short.split()) <= _MOST_WORDS_OF_SEVERAL
    return definite(short) if is_few else ""


def _embedded(turn: Turn) -> str:
    """ "About it", of whether or when something is done: "about when OPEC will cut output"."""
    clause = turn.clause
    if clause is None or clause.is_of_speech or not clause.verb or not clause.subject:
        return ""
    asking = "whether" if clause.asks_whether else clause.asking.casefold()
    if asking not in ("whether", "when", "where", "why", "how"):
        return ""
    # "When did they sign the deal?": it is the deal.
    has_thing = clause.object.partition(" ")[0].casefold() in DETERMINERS
    is_passive = clause.auxiliary.casefold() in BEING
    said = "" if has_thing or is_passive else proposition(turn)
    return f"{asking} {said}" if said else ""


def _thing(turn: Turn, words: Sequence[str], at: int) -> str:
    is_topic = at > 0 and words[at - 1].casefold() in TOPIC_PREPOSITIONS
    if is_topic and (said := _embedded(turn)):
        return said
    single = [each for each in turn.mentions if not each.is_plural and _is_thing(each, turn)]
    does = words[at + 1].casefold() if at + 1 < len(words) else ""
    if does in SPEECH_VERBS | _WANTING:
        # What wants something is no thing.
        single.sort(key=lambda each: (each.kind is Kind.THING, not each.is_subject))
    if "held" in words:
        single.sort(key=lambda each: singular(head_of(each.short)) not in EVENTS)
    first = single[0] if single else None
    # "What did Reagan send to Congress?": it is what he sent; of "How much wheat did Egypt buy?" it
    # is the wheat that is something, and Egypt that does it.
    if (first is None or not first.is_subject) and (thing := turn.thing_answered()):
        return thing
    if first:
        return with_place(first, words)
    if turn.mentions and turn.clause and turn.clause.is_of_speech and turn.clause.behind:
        about = turn.mentions[0]
        return about.words if about.kind is not Kind.PERSON else ""
    if turn.clause and turn.clause.asking.casefold() in ("what", "which", "where"):
        return turn.short_answer
    return ""


def _is_thing(mention: Mention, turn: Turn) -> bool:
    """Whether "it" may be meant so: of "Who is Larkspur?" the name of nobody known."""
    if mention.kind is not Kind.PERSON:
        return True
    is_asked = turn.clause is not None and turn.clause.subject == mention.words
    is_known = mention.is_sure or turn.people.has_first_name(mention.short)
    return is_asked and turn.clause is not None and not (turn.clause.verb or is_known)


def _that(turn: Turn, words: Sequence[str], at: int) -> str:
    clause = turn.clause
    before = words[at - 1].casefold() if at else ""
    if before in ("after", "before", "since", "until"):
        if not _asks(words):
            # "And before that?": than what is asked again.
            return ""
        if before != "after" and clause and clause.auxiliary in _NOT_YET:
            # "What was the offer before that?": nothing is before what is being done.
            return ""
        if said := proposition(turn):
            return said
    if before in TOPIC_PREPOSITIONS and (said := _embedded(turn)):
        return said
    if clause and clause.is_of_speech and turn.mentions and not turn.mentions[0].is_subject:
        return turn.mentions[0].words
    things = [each for each in turn.mentions if each.kind in (Kind.THING, Kind.BODY)]
    other = [each for each in things if not each.is_subject] or things
    return with_place(other[0], words) if other else ""


def _there(turn: Turn, words: Sequence[str], at: int) -> str:
    before = words[at - 1].casefold() if at else ""
    if turn.clause:
        for tail in reversed(turn.clause.tails):
            if tail.preposition in PLACE_PREPOSITIONS and NAME_RUN.search(tail.words):
                if tail.preposition in ("to", "into", "from"):
                    return f"in {tail.words}"
                return str(tail)
        if turn.clause.asking.casefold() == "where" and turn.short_answer:
            short = turn.short_answer
            has_its_own = short.split()[0].casefold() in PREPOSITIONS or before in PREPOSITIONS
            return short if has_its_own else f"in {short}"
    places = [
        each
        for each in turn.mentions
        if each.kind is Kind.PLACE or head_of(each.short).removesuffix("s") in PLACE_NOUNS
    ]
    return f"in {places[-1].words}" if places else ""


def _asks(words: Sequence[str]) -> bool:
    """Whether the words are a question, and no mere subject."""
    return taken_apart(" ".join(words)) is not None


def _one(turn: Turn, words: Sequence[str], at: int) -> str:
    asks, is_several = _asks(words), words[at].casefold() == "ones"
    things = [each for each in turn.mentions if each.kind in (Kind.THING, Kind.BODY)]
    like = next((each for each in things if each.is_plural == is_several), None)
    if like is None:
        # "When was the first one?", after "How many trials were held?"
        return f"of {things[0].words}" if things and asks and not is_several else ""
    # What was said of it is said again by the question that "And the other one?" takes up.
    kind = without_article(like.words if asks else like.short)
    first, _, rest = kind.partition(" ")
    return rest if first in ORDINALS else kind


_FINDING: Mapping[Stands, Callable[[Turn, Sequence[str], int], str]] = {
    Stands.PERSON: _person,
    Stands.GROUP: _group,
    Stands.THING: _thing,
    Stands.WHAT_IS_SAID: _that,
    Stands.PLACE: _there,
    Stands.ONE_OF_THEM: _one,
}


def _subjects(words: Sequence[str]) -> set[str]:
    return {word for word in words if word not in FUNCTION_WORDS | PREPOSITIONS}


def with_place(mention: Mention, words: Sequence[str]) -> str:
    """The mention with what was said of it, unless the question says the place again."""
    plain = [word.casefold() for word in words]
    further = mention.words.removeprefix(mention.short).casefold().split()
    if any(base_of(word) in plain or word in _subjects(plain) for word in further):
        # "Which groups attacked Israel?", "Why did they attack it?"
        return mention.short
    says_there = any(
        word == "there" and at and plain[at - 1] not in BEING_THERE for at, word in enumerate(plain)
    )
    has_place = says_there or any(word in PLACE_PREPOSITIONS - {"to"} for word in plain)
    return mention.short if has_place else mention.words
