"""Find verbs of saying, who stands beside them, and what is said. Input: a sentence. Output: Cues.

The sentence has its quotations blotted out, see `BLOT`. A verb inside what somebody is reported to
say tells nothing of its own, unless a new clause with a speaker of its own begins.
"""

import re
from dataclasses import replace

from index.statements.clauses import Cue, inverted_subject, may_say, tells_nothing, with_contents
from index.statements.constructions import Verb, verb_at
from index.statements.contents import (
    DEPENDENT,
    TRIM,
    behind_verb,
    is_clause,
    is_quote,
    takes,
    trimmed,
)
from index.statements.grammar import ADVERBIAL, BLOT, JOIN, NO_REPORT, THAT, has_verb
from index.statements.lexicon import DOCUMENTS
from index.statements.roles import WORDS
from index.statements.subjects import SAME, Subject, before, behind, first_subject
from index.statements.verbs import (
    CLAUSE_PARTICIPLES,
    FRAMES,
    GOING_ON,
    LEADING_PARTICIPLES,
    PARTICIPLES,
)

_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+")
# "According to Lund, an expert on trade, ...".
_APPOSITION = re.compile(r"\s(?:an?|the|who|which|its|his|her)\s[^,;.\x01]{3,80},(?=\s)")
_NO_SOURCES = frozenset(("plan", "plans", "schedule", "law", "rules", "custom", "tradition"))
_QUOTED_AS = re.compile(r"\bquot(?:ed|ing)\s+(?P<who>(?:[^,;:\x01]{2,80}\s+)?)as\s+$")
_WITH = re.compile(r"\bwith\s(?P<who>[^,;:\x01]{3,60})$")
# "The port issued a brief statement on Monday saying": the document is the port's.
_ISSUING = re.compile(
    r"\s(?P<verb>issued|released|published|circulated|posted|sent|signed|wrote|read(?:\sout)?|put\sout)"
    r"\s(?:an?|another|the|its|his|her|their)\s(?:[\w-]+\s){0,3}?"
    rf"(?:{'|'.join(sorted(DOCUMENTS))})(?:\s(?!(?:[^,;:\x01]*\s)?quoting\s)[^,;:\x01]{{1,60}})?$"
)
_AUXILIARIES = re.compile(r"(?:\s(?:was|were|is|been|has|have|also|later))+\s*$")
_AND_ALSO = re.compile(r"\b(?:but|and)\s+(?:also\s+|later\s+|then\s+)?$")
_JOINING = re.compile(
    r"[,\s]*(?:and|but|or|while)?\s*(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|has\s+|had\s+)*$"
)
# "two more than the company had said" reports nothing; "more than 20 residents said" does.
_COMPARED = re.compile(
    r"\bthan\s(?!\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|[a-z]+(?:teen|ty)\b"
    r"|[a-z]+ty-)[^,;:\x01]{1,60}$"
)
_AND = re.compile(r",\s+and\s")
# They tell as often what was done as what was said.
_DOING = frozenset(("asked", "asks"))
_LEAST_WORDS = 3
_NEAR_CHARS = 40
_LONGEST_SENTENCE_CHARS = 1500


def cues_in(sentence: str) -> list[Cue]:
    """The cues of the sentence in order; none of one longer than any that a reporter writes."""
    if len(sentence) - sentence.count(BLOT) > _LONGEST_SENTENCE_CHARS:
        return []
    reader: _Reader | None = None
    for match in WORDS.finditer(sentence):
        word = match.group().casefold()
        verb = verb_at(sentence, match.start(), match.end(), word) if word in _TELLING else None
        if verb:
            reader = reader or _Reader(sentence)
            reader.read(verb)
    return reader.finished() if reader else []


_TELLING = FRAMES.keys() | PARTICIPLES | {"according"}


class _Reader:
    """Reads one sentence from verb to verb; ``free`` is where text begins that is nobody's yet."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.free = 0
        self.found: list[Cue] = []

    def read(self, verb: Verb) -> None:
        """Take in the next verb."""
        if verb.word == "according":
            cue = self._according(verb)
        elif verb.word in PARTICIPLES:
            cue = self._quoted_as(verb) or self._issued(verb) or self._participle(verb)
        else:
            cue = self._verb(verb)
        if cue:
            self.found.append(cue)

    def finished(self) -> list[Cue]:
        """What was found, trimmed."""
        return [
            replace(
                cue,
                contents=tuple(
                    span for each in cue.contents if (span := trimmed(self.sentence, each))
                ),
            )
            for cue in self.found
        ]

    def _is_inside(self, at: int) -> bool:
        """Whether ``at`` is inside what the last cue says."""
        return bool(self.found and self.found[-1].contents and self.found[-1].contents[-1][1] > at)

    def _cut(self, at: int) -> None:
        """End what the last cue says at ``at``, where another begins to speak."""
        if self._is_inside(at):
            *kept, (start, _) = self.found[-1].contents
            if start < at:
                self.found[-1] = replace(self.found[-1], contents=(*kept, (start, at)))

    def _according(self, verb: Verb) -> Cue | None:
        sentence, start = self.sentence, verb.start
        match = _ACCORDING.match(sentence, start)
        subject = behind(sentence, match.end()) if match else None
        if match is None or subject is None or not subject.is_somebody:
            return None
        if sentence[subject.start : subject.end].casefold() in _NO_SOURCES:
            return None
        if self._is_inside(start):
            self._cut(start)
            return None
        left = sentence[self.free : start].strip(TRIM)
        if len(left.split()) > 1 and (has_verb(left) or not ADVERBIAL.match(left)):
            span = (self.free, start)
            self.free = subject.end
            return Cue(start, match.end() - 1, subject, (span,))
        rest = sentence[subject.end :]
        if not rest.startswith(",") or len(rest.split()) < _LEAST_WORDS:
            return None
        said = subject.end + 1
        if apposed := _APPOSITION.match(sentence, said):
            said = apposed.end()
        self.free = len(sentence)
        return Cue(start, match.end() - 1, subject, ((said, len(sentence)),))

    def _participle(self, verb: Verb) -> Cue | None:
        """', adding that ...': the same speaker, or the subject of the sentence."""
        left = self.sentence[: verb.start].rstrip()
        if (named := _WITH.search(left)) and not self._is_inside(verb.start):
            return self._beside(verb, named)
        if not left.endswith((",", BLOT, "—", ", and", ", but", ", while")):
            return None
        if verb.word == "saying" and self._is_inside(verb.start):
            span = self.found[-1].contents[-1]
            # Whoever is spoken of in a clause may say it; a mere thing says nothing.
            if has_verb(self.sentence[span[0] : verb.start]) and not is_quote(self.sentence, span):
                return None
        if not self.found and verb.word not in LEADING_PARTICIPLES:
            return None
        said = behind_verb(self.sentence, verb)
        if said is None or not self._is_fit(verb, said):
            return None
        return self._of_same(verb, said)

    def _beside(self, verb: Verb, named: re.Match[str]) -> Cue | None:
        """', with Lund warning that ...'."""
        subject = behind(self.sentence, named.start("who"), named.end("who"))
        said = behind_verb(self.sentence, verb)
        if subject is None or not subject.is_somebody or said is None:
            return None
        if not THAT.search(self.sentence, verb.end, said) and self.sentence[said] != BLOT:
            return None
        self.free = len(self.sentence)
        return Cue(verb.start, verb.end, subject, ((said, len(self.sentence)),))

    def _issued(self, verb: Verb) -> Cue | None:
        """'issued a statement saying that ...': whoever issued it."""
        sentence = self.sentence
        is_inside = self._is_inside(verb.start)
        issued = None if is_inside else _ISSUING.search(sentence[: verb.start].rstrip())
        if issued is None:
            return None
        at = issued.start("verb")
        subject, said = before(sentence, self.free, at), behind_verb(sentence, verb)
        if subject is SAME:
            subject = first_subject(sentence, at)
        if subject is None or said is None or not self._is_fit(verb, said):
            return None
        if NO_REPORT.search(sentence, max(0, at - _NEAR_CHARS), at):
            return None
        comma = sentence.find(", ", said) if subject.is_aside else -1
        self.free = comma if comma > 0 else len(sentence)
        return Cue(verb.start, verb.end, subject, ((said, self.free),))

    def _is_fit(self, verb: Verb, said: int) -> bool:
        return (
            verb.word not in CLAUSE_PARTICIPLES
            or self.sentence[said : said + 1] == BLOT
            or THAT.search(self.sentence, verb.end, said) is not None
            or is_clause(self.sentence, said)
        )

    def _of_same(self, verb: Verb, said: int) -> Cue | None:
        """What the speaker goes on to say, or else the subject of the sentence says."""
        subject = None if self.found else first_subject(self.sentence, verb.start)
        if subject is None and not self.found:
            return None
        joining = _JOINING.search(self.sentence, 0, verb.start)
        self._cut(joining.start() if joining else verb.start)
        self.free = len(self.sentence)
        return Cue(verb.start, verb.end, subject, ((said, len(self.sentence)),))

    def _quoted_as(self, verb: Verb) -> Cue | None:
        """'The paper quoted Lund as saying', 'Lund was quoted by the paper as saying'."""
        sentence = self.sentence
        quoted = _QUOTED_AS.search(sentence, 0, verb.start) if verb.word == "saying" else None
        if quoted is None:
            return None
        if quoted["who"].strip() and not quoted["who"].startswith("by "):
            subject = behind(sentence, quoted.start("who"), quoted.end("who"))
        else:
            auxiliaries = _AUXILIARIES.search(sentence, 0, quoted.start())
            subject = before(
                sentence, self.free, auxiliaries.start() if auxiliaries else quoted.start()
            )
        if subject is None or subject is SAME:
            return None
        said = behind_verb(sentence, verb)
        source = before(sentence, self.free, quoted.start())
        if said is not None:
            span = (said, len(sentence))
        elif source is not None and source is not SAME:
            span = (self.free, source.start)
        else:
            return None
        if self._is_inside(quoted.start()):
            self.found.pop()
        self.free = len(sentence)
        return Cue(verb.start, verb.end, subject, (span,))

    def _verb(self, verb: Verb) -> Cue | None:
        sentence = self.sentence
        if tells_nothing(sentence, verb):
            return None
        is_inside = self._is_inside(verb.start)
        low = self.found[-1].contents[-1][0] if is_inside else self.free
        inverted = inverted_subject(sentence, low, verb)
        subject = inverted or before(sentence, low, verb.start)
        if subject is None or not may_say(sentence, subject, verb):
            return None
        if subject is not SAME and _COMPARED.search(sentence[low : subject.end]):
            return None
        if is_inside and self._is_all_said(subject, verb):
            # "When Lund criticised the plan, Holm said.": all of it is what Holm said.
            self.found.pop()
            is_inside, low = False, self.free if self.found else 0
        if is_inside and not self._breaks_out(subject, verb):
            return None
        if subject is SAME:
            said = behind_verb(sentence, verb)
            return self._of_same(verb, said) if said and takes(sentence, verb, said) else None
        cut = -1
        if is_inside:
            joined = JOIN.search(sentence, low, subject.start)
            low = joined.end() if joined else subject.start
            cut = joined.start() if joined else subject.start
        cue = with_contents(sentence, low, verb, subject, is_inverted=inverted is not None)
        if cue and cut >= 0:
            self._cut(cut)
        if cue and not subject.is_aside:
            self.free = max(verb.end, subject.end, *(end for _, end in cue.contents), 0)
        return cue

    def _is_all_said(self, subject: Subject, verb: Verb) -> bool:
        """Whether the sentence ends with who said it, what somebody else said included."""
        last = self.found[-1]
        low = last.contents[-1][0]
        return (
            subject is not SAME
            and subject.is_somebody
            and last.subject is not None
            and len(last.contents) == 1
            and last.start < low
            and not is_quote(self.sentence, (low, subject.start))
            and self.sentence[low : subject.start].rstrip().endswith(",")
            and behind_verb(self.sentence, verb) is None
        )

    def _breaks_out(self, subject: Subject, verb: Verb) -> bool:
        """Whether a verb inside what somebody says is the reporter's after all."""
        sentence, low = self.sentence, self.found[-1].contents[-1][0]
        if subject is SAME:
            return (
                (_AND_ALSO.search(sentence, 0, verb.start) and verb.word in GOING_ON)
                or THAT.match(sentence, verb.end) is not None
                or sentence[verb.end :].lstrip(" ,:").startswith(BLOT)
                or not has_verb(sentence[low : verb.start])
            )  # fmt: skip
        if not subject.is_somebody:
            return False
        between = sentence[low : subject.start].rstrip()
        joined = JOIN.search(sentence, low, subject.start)
        return (
            # "Lund said it had failed, and Holm asked for help": she tells that as well.
            (joined is not None and not (_AND.match(joined.group()) and verb.word in _DOING))
            # "Although aides called it useful, some diplomats said": the main clause.
            or (between.endswith(",") and bool(DEPENDENT.match(sentence)) and len(self.found) == 1)
            # '"One," he said, "two," she said': what follows a quotation.
            or between.rstrip(" ,").endswith(BLOT)
        )
