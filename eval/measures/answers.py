"""Judge one answer. Input: an Outcome, or two short texts. Output: whether it is right, how far.

An answer is right where an accepted string stands in it as whole words, and it meets what the
question demands besides; its citation is right where it leads to what the question names: its
evidence, or else one of its documents. Nothing here is a mean.
"""

import re
import string
from collections import Counter
from collections.abc import Sequence

from eval.documents import names_of
from eval.records import Demands, Evidence, Found, Outcome, Question
from eval.words import holds_whole
from index.folding import fold
from qa.records import Answer, Citation

_QUOTES = re.compile(r"[“”„«»\"‘’‚`´]")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def holds(text: str, question: Question) -> bool:
    """Whether an accepted string stands in the text as whole words ("ten" not in "often"); case,
    diacritics, kinds of quotation mark and runs of white space aside."""
    return any(_has(text, answer) for answer in (*question.answers, *question.widened))


def is_right_passage(found: Found, question: Question) -> bool:
    """Whether a passage holds an accepted string within the evidence; where the question names no
    evidence, whether it holds one and is of an accepted document; where the question grades
    documents, whether it is of one that is relevant."""
    if question.relevance:
        return any(question.relevance.get(uri, 0) > 0 for uri in names_of(found.uris, question))
    if question.evidence:
        return any(
            place.uri in found.uris and holds(_within(found, place), question)
            for place in question.evidence
        )
    return _is_named(found.uris, question) and holds(found.text, question)


def is_answered_right(outcome: Outcome) -> bool:
    """Whether an accepted string stands in the answer, which is as the question demands; never for
    an abstention or no answer."""
    answer, question = outcome.answer, outcome.question
    return (
        answer is not None
        and not answer.abstained
        and holds(answer.answer, question)
        and _is_as_demanded(answer, question.demands)
    )


def is_cited_right(outcome: Outcome) -> bool:
    """Whether the answer is right and its first citation is to an accepted document."""
    answer = outcome.answer
    return (
        is_answered_right(outcome)
        and answer is not None
        and any(_is_named(first.uris, outcome.question) for first in answer.citations[:1])
    )


def is_evidence_right(outcome: Outcome) -> bool:
    """Whether the first citation is right: it holds an accepted string within the evidence.

    Where the question names no evidence: it is to an accepted document, and the accepted string
    stands in the answer. Where it names a speaker, the quote holds the string and is theirs.
    """
    answer = outcome.answer
    return answer is not None and _is_right_by(answer, answer.citations[:1], outcome.question)


def is_right(outcome: Outcome) -> bool:
    """Whether any citation is right in the way of `is_evidence_right`: a reader who follows them
    all finds the answer. This is what the confidence is the probability of."""
    answer = outcome.answer
    return answer is not None and _is_right_by(answer, answer.citations, outcome.question)


def exact_match(short: str, accepted: tuple[str, ...]) -> float:
    """1 where the short answer is one of those accepted, as SQuAD compares them; else 0.

    Source: Rajpurkar et al., EMNLP 2016 (lower case, without punctuation, articles and white
    space).
    """
    return float(any(_normalised(short) == _normalised(answer) for answer in accepted))


def token_f1(short: str, accepted: tuple[str, ...]) -> float:
    """The harmonic mean of the precision and recall of the short answer's words, of the accepted
    answer that it is nearest to; two empty ones are alike. Source: as `exact_match`."""
    return max(
        (_f1(_normalised(short).split(), _normalised(a).split()) for a in accepted), default=0
    )


def _f1(said: list[str], wanted: list[str]) -> float:
    if not said or not wanted:
        return float(said == wanted)
    shared = (Counter(said) & Counter(wanted)).total()
    # 2pr / (p + r) with p = shared / said and r = shared / wanted
    return 2 * shared / (len(said) + len(wanted))


def _is_right_by(answer: Answer, citations: Sequence[Citation], question: Question) -> bool:
    """Whether the answer is as demanded and one of the citations is right."""
    return _is_as_demanded(answer, question.demands) and any(
        _is_right_citation(answer, citation, question) for citation in citations
    )


def _is_right_citation(answer: Answer, citation: Citation, question: Question) -> bool:
    if question.evidence:
        return holds(citation.quote, question) and any(
            e.uri in citation.uris and e.start <= citation.start and citation.end <= e.end
            for e in question.evidence
        )
    if question.demands.speaker:
        return (
            _is_named(citation.uris, question)
            and holds(citation.quote, question)
            and _is_spoken_by(citation, question.demands.speaker)
        )
    return _is_named(citation.uris, question) and (
        holds(citation.quote, question) or holds(answer.answer, question)
    )


def _is_as_demanded(answer: Answer, demands: Demands) -> bool:
    """Whether the answer has all that is demanded of the whole of it."""
    understood = answer.understood_as or answer.question
    first = answer.sentences[0].text if answer.sentences else ""
    return (
        all(_has(answer.answer, each) for each in demands.every)
        and (demands.first is None or _has(first, demands.first))
        and all(_has(understood, each) for each in demands.understood)
        and (demands.differs is None or _tells_difference(answer, demands.differs))
    )


def _tells_difference(answer: Answer, values: tuple[str, ...]) -> bool:
    """Whether one difference has all the values; for no values, whether there is none."""
    if not values:
        return not answer.differences
    return any(
        all(any(_has(side.text, value) for side in each.values) for value in values)
        for each in answer.differences
    )


def _is_spoken_by(citation: Citation, speaker: str) -> bool:
    """Whether the last word of the speaker's name, "Guler" or "Ministry", is in the one cited."""
    return citation.speaker is not None and _has(citation.speaker, speaker.rsplit(maxsplit=1)[-1])


def _has(text: str, words: str) -> bool:
    """Whether the words stand in the text as whole ones, both folded."""
    return holds_whole(_folded(text), _folded(words))


def _is_named(uris: Sequence[str], question: Question) -> bool:
    """Whether the document of these names is an accepted one."""
    return any(uri in question.uris for uri in uris)


def _within(found: Found, place: Evidence) -> str:
    """What of the passage's text stands in the place."""
    low, high = place.start - found.start, place.end - found.start
    return found.text[max(low, 0) : max(high, 0)]


def _normalised(text: str) -> str:
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def _folded(text: str) -> str:
    return " ".join(fold(_QUOTES.sub("'", text)).split())
