"""Find where somebody would say nothing. Input: a Query that asks for somebody's words, and the
Stories found. Output: Chosen sentences.

"Kestrel declined to comment" is no statement of Kestrel's, but it is what the articles have on
"Did Kestrel comment?". Who it was stands before the verb; "she" is who spoke just before.
"""

import re
from collections.abc import Sequence

from index.analysis import stems, terms
from index.records import BlockKind
from index.statements.names import names_in, without_opening
from index.statements.people import ONE_LINE
from qa.composing import Chosen
from qa.matching import match
from qa.speech.asking import asks_who_said, subject_of
from qa.stories import Sentence, Story
from qa.understanding import Asks, Query, QueryTerm

# To say nothing of anything is no refusal: "did not say a word".
_SAY = (
    r"(?:comment"
    r"|say(?= (?:whether|if|how|why|who|whom|what|when|where|which|more|anything)\b|[.,;])"
    r"|discuss|elaborate|disclose|identify|confirm|speculate|respond|reply|answer"
    r"|talk|speak|explain|reveal|specify|be drawn|give (?:any )?(?:details|reasons|figures|names)"
    r"|be interviewed|take questions)"
)
_REFUSED = re.compile(
    rf"\b(?:(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)) to {_SAY}"
    rf"|(?:would|did|does|do|could|has|have|had) not (?:immediately |yet )?{_SAY}(?:ed)?"
    rf"|(?:would|did|does)n['’]t {_SAY}"
    r"|(?:did not|has not|have not) (?:immediately |yet )?(?:return(?:ed)? (?:calls?|messages?)"
    r"|respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?)"
    r"|could not (?:immediately )?be reached|had no (?:immediate )?comment"
    r"|(?:was|were) (?:not (?:immediately )?|un)available (?:for|to) comment)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they)\W*(?:also |again |later )?$", re.IGNORECASE)
_IT = re.compile(r"\b(?:he|she|it|they)\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"(?:\b(?:not|never)|n['’]t)\s+$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,;:](?!\d)|\b(?:but|and|while|who|which|that|why|how|whether|if|when|after|because|as)\b"
)
# "A rival of Lund" is another, and so is "Lund's victim", but not whoever speaks for Lund.
_OF_WHOM = re.compile(r"\b(?:of|for|to|from|against|with|near)\s+(?:the\s+)?$", re.IGNORECASE)
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|men|people)|officials?|lawyers?|attorneys?|executives?"
    r"|representatives?|officers?|directors?|aides?|managers?)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?\s+(?=\w)")
# What is asked about is what a refusal without words for it is taken to be on.
_NO_SUBJECT = frozenset(stems("whether if comment anything something"))
_AROUND = 2


def refusals(
    query: Query, stories: Sequence[Story], answered: Sentence | None, limit: int
) -> tuple[Chosen, ...]:
    """The sentences, ``limit`` at most, the best story's first, in which whoever is asked after
    would say nothing on what is asked about. None where the sentence that ``answered`` it may tell
    as much: only to whether something was said may a refusal be the better answer."""
    if not query.asks_speech or not query.speaker or asks_who_said(query):
        return ()
    subject = [term for term in subject_of(query) if term.stem not in _NO_SUBJECT]
    if answered is not None and (
        query.asks is not Asks.WHETHER or all(match(term, answered.stems) for term in subject)
    ):
        return ()
    return tuple(
        Chosen(sentence, story)
        for story in stories
        for sentence in story.sentences
        if sentence.kind is BlockKind.BODY and _is_refusal(query, subject, sentence, story)
    )[:limit]


def _is_refusal(
    query: Query, subject: Sequence[QueryTerm], sentence: Sentence, story: Story
) -> bool:
    line = sentence.quote.translate(ONE_LINE)
    found = _REFUSED.search(line)
    if found is None or _NOT_BEFORE.search(line[: found.start()]):
        return False
    if not _is_by(query, _who(line[: found.start()], sentence, story)):
        return False
    # "She declined to comment." is on what was told before, as is the "it" of "whether it would".
    on = line[found.end() :]
    before = story.sentences[max(0, sentence.position - _AROUND) : sentence.position]
    near = story.head_stems.union(*(each.stems for each in (sentence, *before)))
    told = frozenset(stems(on)) or near
    return all(match(term, near if term.is_name and _IT.search(on) else told) for term in subject)


def _is_by(query: Query, who: str) -> bool:
    """Whether whoever is asked after is the one named, or the one for whom that one speaks."""
    if not all(match(term, frozenset(stems(who))) for term in query.speaker):
        return False
    if _SPEAKS_FOR.search(who):
        return True
    asked = [word for word in terms(who) if any(match(term, {word.stem}) for term in query.speaker)]
    return not (_OF_WHOM.search(who[: asked[0].start]) or _OWNS.match(who, asked[-1].end))


def _who(before: str, sentence: Sentence, story: Story) -> str:
    """Who would say nothing, of the words before the verb: those of its clause, or who spoke last
    where it is a pronoun."""
    if not _PRONOUN.search(before):
        return next((part for part in reversed(_CLAUSE.split(before)) if part.strip()), "")
    if not sentence.position:
        return ""
    last = story.sentences[sentence.position - 1]
    if last.speaker:
        return last.speaker
    names = [name for run in names_in(last.shown) if (name := without_opening(run))]
    return names[0] if names else ""
