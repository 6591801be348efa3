"""Tell what a verb of saying says together with the subject beside it. Input: a sentence, its verb.
Output: Subjects, Cues.

A verb tells nothing where it is denied, doubted or asked about, or has a subject that cannot speak.
"""

import re
from dataclasses import dataclass

from index.statements.constructions import Verb
from index.statements.contents import (
    Span,
    before_speaker,
    behind_verb,
    end_of,
    is_before,
    is_content,
    is_question,
    on_both_sides,
    takes,
)
from index.statements.grammar import ADJUNCT, BLOT, NO_REPORT, has_verb
from index.statements.subjects import SAME, Subject, before, behind
from index.statements.verbs import INVERTING, Frame

# "Asked if the ministry had ruled out a rise, ...".
_QUESTION = re.compile(
    rf"\s*(?:(?:when|but|and)\s)*(?:asked|pressed|questioned)\s(?:(?!\s-)[^,—–{BLOT}])*$",
    re.IGNORECASE,
)
_IN_DOUBT = re.compile(r"\b(?:if|whether|unless)\s+$")
_IN_DOUBT_CHARS = 12
_DETERMINED = re.compile(r"(?:the|an?|his|her|its|their|one|another)\s", re.IGNORECASE)
_AFTER_SUBJECT = re.compile(rf"\s*(?:[.!?;,{BLOT}]|$|-|(?:in|at|of|who|on|after|during|as|when)\b)")
_SAID = frozenset(("said", "says"))
_BEHIND_THAT = re.compile(r"\s+(?:that|than)\b")
_POINTING_BACK = re.compile(
    r"\s(?:that|this|these|those|it|them|such)(?:\s(?!the|an?|he|she|it|they|no)[a-z-]+)??[.;]?$"
)
# "welcomed that, though Lund said it was late": "that" opens no clause, which would go on behind
# one more comma.
_THAT_ALONE = re.compile(r"\sthat(?=,\s(?:but\s|(?:though|although|while|whereas)\s[^,]*$))")
# "disputed that, saying it was over": what is told follows.
_BEFORE_REASON = re.compile(r"\s(?:that|this|it),\s(?:saying|adding|noting|warning|insisting)\s")
_NO_REPORT_CHARS = 40


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in a sentence, all offsets into that sentence.

    ``subject`` is None where the speaker is the one before ("adding that ...").
    """

    start: int
    end: int
    subject: Subject | None
    contents: tuple[Span, ...]


def tells_nothing(sentence: str, verb: Verb) -> bool:
    """Whether the verb is no report: "was told", "to say", "called the meeting"."""
    return (
        NO_REPORT.search(sentence, max(0, verb.start - _NO_REPORT_CHARS), verb.start) is not None
        or _QUESTION.match(sentence, 0, verb.start) is not None
    )


def may_say(sentence: str, subject: Subject, verb: Verb) -> bool:
    """Whether the subject is one that such a verb may have."""
    if subject is SAME or verb.frame is Frame.ANY:
        return True
    # "The offer, announced on Monday, ...": a comma alone between them makes a participle.
    if sentence[subject.end : verb.start].strip() == ",":
        return False
    if verb.frame is Frame.BOUND:
        low = max(0, subject.start - _IN_DOUBT_CHARS)
        return subject.is_somebody and not _IN_DOUBT.search(sentence, low, subject.start)
    return (
        verb.frame is not Frame.THING
        or subject.is_somebody
        or _DETERMINED.match(sentence, subject.start) is not None
    )


def inverted_subject(sentence: str, low: int, verb: Verb) -> Subject | None:
    """The subject behind a verb that follows what was said: '"No," said Lund'."""
    left = sentence[low : verb.start].rstrip()
    if verb.word not in INVERTING or not left or left[-1] not in f",{BLOT}?!—-":
        return None
    if _BEHIND_THAT.match(sentence, verb.end):
        return None
    subject = behind(sentence, verb.end + 1)
    if subject is None or not subject.is_somebody or has_verb(sentence[verb.end : subject.end]):
        return None
    rest = sentence[subject.end :]
    if not _AFTER_SUBJECT.match(rest) and not ADJUNCT.match(rest):
        return None
    if left[-1] != "," or is_content(left):
        return subject
    # "Lund, the mayor, said the bank, ...": somebody who stands before goes first.
    earlier = before(sentence, low, verb.start)
    is_free = earlier is None or (earlier is not SAME and not earlier.is_somebody)
    return subject if is_free and verb.word in _SAID else None


def with_contents(
    sentence: str, low: int, verb: Verb, subject: Subject, *, is_inverted: bool
) -> Cue | None:
    """What the subject says, from ``low`` on; None where nothing is said."""
    left = before_speaker(sentence, low, verb.start if is_inverted else subject.start)
    said = None if is_inverted else behind_verb(sentence, verb)
    if verb.frame is Frame.THING and _BEFORE_REASON.match(sentence, verb.end):
        return None
    if (
        said is not None
        and verb.frame is Frame.THING
        and (_POINTING_BACK.match(sentence, verb.end))
    ):
        # "Telic rejected that figure.": what he said stands in words before.
        return Cue(verb.start, verb.end, subject, ((verb.end, len(sentence)),))
    if verb.frame is Frame.THING and (alone := _THAT_ALONE.match(sentence, verb.end)):
        return Cue(verb.start, verb.end, subject, ((verb.end, alone.end()),))
    if left and said is None and is_question(sentence[slice(*left)]):
        return None
    if left and said and "but" in sentence[left[1] : subject.start].split():
        # "It may rain, but Lund said ...": what follows is hers.
        left = None
    if left and (said is None or is_before(sentence, left, verb, said)):
        after = subject.end if is_inverted else verb.end
        contents = on_both_sides(sentence, left, after, is_inverted=is_inverted)
    elif said is not None and takes(sentence, verb, said):
        comma = sentence.find(", ", said) if subject.is_aside else -1
        contents = ((said, comma if comma > 0 else end_of(sentence, verb, said)),)
    elif said is None and not is_inverted and low == 0 and subject.is_somebody:
        # '"Will it?" Lund asked.', taken apart: what she asked stands in the sentence before.
        contents = ()
    else:
        return None
    return Cue(verb.start, verb.end, subject, contents)
