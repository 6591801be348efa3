"""Give what somebody said on the days asked about. Input: a Query, a TimeScope and the passages to
read. Output: Chosen sentences.

"What did Sarto say in June?" names no subject that one sentence could be nearest to: all that was
said then answers it.
"""

from collections.abc import Sequence, Set

from index.analysis import stems
from qa.choosing import PassageToRead
from qa.composing import Chosen
from qa.timing.scope import TimeScope
from qa.timing.telling import Told, day_of, told_of
from qa.understanding import Asks, Query
from qa.words import SPEECH_VERBS

_OF_SPEECH = frozenset(stems(" ".join(sorted(SPEECH_VERBS))))


def spoken_then(
    query: Query,
    scope: TimeScope,
    speakers: Set[str],
    passages: Sequence[PassageToRead],
    limit: int,
) -> tuple[Chosen, ...]:
    """Their sentences of those days, in order of time, ``limit`` at most; none where the question
    asks for a subject, or not for words."""
    if not (scope.of_saying and scope.narrows and speakers and query.asks_speech):
        return ()
    named = {term.stem for term in query.speaker} | _OF_SPEECH | set(stems(scope.words))
    if query.asks is not Asks.OTHER or any(term.stem not in named for term in query.terms):
        return ()
    found = [
        Chosen(sentence, passage.story)
        for passage in passages
        for sentence in passage.sentences
        if any(said.name in speakers for said in sentence.said)
        and told_of(scope, sentence, passage.story) is Told.WITHIN
    ]
    return tuple(sorted(found[:limit], key=_in_time))


def _in_time(chosen: Chosen) -> tuple[int, str, int]:
    day = day_of(chosen.sentence, chosen.story)
    return day.toordinal() if day else 0, *chosen.sentence.place
