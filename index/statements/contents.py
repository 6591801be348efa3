"""Find what is said: where it stands beside a verb of saying. Input: a sentence, its verb. Output:
spans of the sentence.

It stands behind the verb ("said that ..."), before the speaker ("..., he said"), or on both sides.
Whom something was said to, when and where is no part of it.
"""

import re

from index.statements.constructions import JUDGING, SAYS_MORE, Verb
from index.statements.grammar import (
    ADDRESSEE,
    ADJUNCT,
    ADVERBIAL,
    BLOT,
    FINITE,
    THAT,
    has_verb,
)
from index.statements.judging import JUDGEMENT
from index.statements.verbs import ADDRESSED, AS_OFTEN_NOUNS, Frame

Span = tuple[int, int]

TRIM = " ,;:\n" + "–—-"
_LEAST_WORDS = 2
# Of so many words, what ends on a comma is no mere adverb.
_CLAUSE_WORDS = 5
_NOTHING_MORE = re.compile(r"\s*(?:[.!?;]|$)")
_AFTER_QUOTE = re.compile(
    r"\s*(?:as|when|after|while|before|in|at|during|of|on|about|to|from|by|with)\b"
)
# Behind ", he said" it does not go on with these: "he said, referring to".
_NO_SEQUEL = re.compile(
    r"\s*(?:although|though|referring|citing|quoting|alluding|speaking|pointing|without|who|which"
    r"|when|as|in\s(?:an?|the|his|her|its)\s|after|before|while|during|according|and\s(?:said|added"
    r"|told)|(?:but|and)\s(?:he|she|it|they)\b|but\s(?:said|added)|[a-z]+ing\b|(?:an?|the|one|its|his|her|whose)\s[^,]*,?)"
)
_SEQUEL_WORDS = 3
_OTHER_VERB = re.compile(r"(?:said|says|told|was|were|is|are|has|had|will|would|did)\s")
_JOINED = re.compile(r"(?:and|but|while)\s(?!(?:he|she|it|they|that)\b)")
# What is reported is mostly told so behind a speaker.
_TOLD = re.compile(
    r"\b(?:would|could|should|might|must|may|will|can|cannot|had|has|have|is|are|was|were|did|does|do"
    r"|[a-z]+n['’]t)\b"
)
_NEXT_QUOTE = re.compile(rf"[,.:]\s*(?={BLOT})")
_UP_TO_THAT = re.compile(rf"[^,;:{BLOT}]{{3,120}}?\sthat\s+")
# "wrote on her page, ...", "explained herself in a sentence: ...".
_UP_TO_QUOTE = re.compile(
    rf"\s+(?:(?:in|at|on|to|of|via)\s[^,;:{BLOT}]{{1,60}},|[^;:{BLOT}]{{1,90}}:)\s+(?={BLOT})"
)
_WAY = re.compile(
    r"\s+(?:ahead|in|at|on|with|alongside|to|after|during|from|through|by|of|late|earlier|published|carried"
    r"|broadcast|issued|released|aired|dated)\b"
)
_NO_CLAUSE = re.compile(
    r"(?:to|by|with|for|from|of|up|down|on|[a-z]+ly\sto)\s|\d[\d.,]*\s(?:pct|mln|points?|billion)"
)
# A present tense behind a short subject: "noted ChemLawn competes with thousands".
_PRESENT = re.compile(r"(?:[A-Z]\w+\s){1,3}[a-z]+s\s|(?:he|she|it|they|there|this|we)\s[a-z]+\s")
_NO_OBJECT = re.compile(r"\s*(?:to\sbe\b|as\b)")
_NEXT_CLAUSE = re.compile(
    r",\s(?:but|while|which|who|although|though|after|because|and\s(?:he|she|it|they|the|has|had|said))\s"
)
# "called the plan reckless and promised a vote": the next verb of the same subject.
_JUDGED_AND = re.compile(rf"\s{JUDGEMENT}(?P<more>,?\s(?:and|but)\s)(?:{SAYS_MORE})\s")
# "said no", but "said no more".
_YES_OR_NO = re.compile(r"(?:yes|no)(?:[.,;]|\s(?:to|and|but|when|on)\b|$)")
# What stood before the speaker's name: "..., earlier press reports said".
_ADVERB_AT_END = re.compile(
    rf"(?<=[,{BLOT}])\s+(?:earlier|later|today|yesterday|meanwhile|but)\s*$"
)
_ABBREVIATION = re.compile(r"\b[A-Z]\.[A-Z]$")
_CONJUNCTION = re.compile(
    r"\s*(?:but|and|yet|so|still|however|indeed|also|meanwhile|then|moreover|nevertheless)\b,?\s",
    re.IGNORECASE,
)
_PARTICIPIAL = re.compile(
    r"\s*(?:[A-Z][a-z]+ing|Asked|Named|Pressed|Quoted)\s(?!is\b|was\b|are\b|were\b)"
)
_ASKED = re.compile(r"\s*(?:Asked|Pressed|Questioned)\s")
DEPENDENT = re.compile(
    r"\s*(?:although|though|while|when|whereas|as|if|because|after|before|since|despite|even)\s",
    re.IGNORECASE,
)


def behind_verb(sentence: str, verb: Verb) -> int | None:
    """Where what is said begins behind the verb; None where nothing more follows."""
    at = verb.end
    if verb.word in ADDRESSED and (addressee := ADDRESSEE.match(sentence, at)):
        at = addressee.end()
    at = _past_adjuncts(sentence, at)
    if that := THAT.match(sentence, at):
        return that.end()
    # "told the panel of inquiry on Tuesday that": nothing on the way there has a verb.
    that = _UP_TO_THAT.match(sentence, at) if _WAY.match(sentence, at) else None
    if that and not FINITE.search(sentence, at, that.end() - len(" that")):
        return that.end()
    quote = _UP_TO_QUOTE.match(sentence, at)
    if quote and not has_verb(quote.group()):
        return quote.end()
    rest = sentence[at:]
    if _NOTHING_MORE.match(rest):
        return None
    more = rest.lstrip(" ,:")
    return len(sentence) - len(more) if more else None


def before_speaker(sentence: str, low: int, high: int) -> Span | None:
    """What stands before the speaker from ``low`` on, where it may be what was said."""
    text = _ADVERB_AT_END.sub("", sentence[low:high]).rstrip()
    if not text or text[-1] not in f",{BLOT}?!—-" or not text.strip(TRIM):
        return None
    if len(text.split()) < _LEAST_WORDS and BLOT not in text:
        return None
    return low, low + len(text)


def is_question(text: str) -> bool:
    """Whether the text tells only what somebody was asked: "Asked about the plan,"."""
    return BLOT not in text and _ASKED.match(text) is not None and not is_content(text)


def is_before(sentence: str, left: Span, verb: Verb, said: int) -> bool:
    """Whether what stands before the speaker was said, though from ``said`` on something follows
    the verb as well."""
    text = sentence[slice(*left)]
    if verb.frame is not Frame.ANY and not text.rstrip(" ,").endswith(BLOT):
        return sentence[verb.end : said].rstrip(" ").endswith(",") and is_content(text)
    if sentence[verb.end : said].rstrip(" ").endswith(",") or sentence[said] == BLOT:
        return is_content(text)
    if text.rstrip(" ,").endswith(BLOT) and not ADVERBIAL.match(text):
        return True
    return (
        is_content(text)
        and not has_verb(sentence[said:])
        and _AFTER_QUOTE.match(sentence, said) is not None
    )


def on_both_sides(sentence: str, left: Span, after: int, *, is_inverted: bool) -> tuple[Span, ...]:
    """What stands before the verb, and what goes on behind it: '"One," he said, "two."'

    Behind an inverted speaker only a quotation goes on: the rest tells who that is.
    """
    at = _past_adjuncts(sentence, after)
    rest = sentence[at:]
    if next_quote := _NEXT_QUOTE.search(rest):
        return left, (at + next_quote.end(), len(sentence))
    more = rest[1:].lstrip()
    is_sequel = (
        rest.startswith(",")
        and not is_inverted
        and len(more.split()) > _SEQUEL_WORDS
        and not _NO_SEQUEL.match(more)
        and not _is_writers(more)
        and has_verb(more)
    )
    if not is_sequel:
        return (left,)
    joined = _JOINED.match(more)
    return left, (len(sentence) - len(more) + (joined.end() if joined else 0), len(sentence))


def _is_writers(more: str) -> bool:
    """Whether a clause joined behind the speaker tells what was done, not what was said: "an
    inquiry said on Monday, and the minister resigned"."""
    return _JOINED.match(more) is not None and not _TOLD.search(more)


def takes(sentence: str, verb: Verb, said: int) -> bool:
    """Whether what follows from ``said`` on is of the kind that the verb takes."""
    frame = verb.frame
    is_quote = sentence[said : said + 1] == BLOT
    between = sentence[verb.end : said]
    is_told = is_quote or THAT.search(sentence, verb.end, said) is not None
    if verb.word in AS_OFTEN_NOUNS:
        # Far from the noun another word may bring its own "that": "demands by bankers that".
        return is_told and between.strip(" ,:") in ("", "that", "on", "on that")
    if is_told or between.rstrip().endswith(":"):
        return True
    rest = sentence[said:]
    if frame is Frame.THING and _OTHER_VERB.match(rest):
        # "Lund, whom he had dismissed, said no": nothing follows.
        return False
    if frame is Frame.CLAUSE:
        return is_clause(sentence, said)
    if _YES_OR_NO.match(rest):
        return frame is Frame.ANY
    is_some = " " in rest or frame is Frame.BOUND
    return frame is not Frame.QUOTE and is_some and not _NO_OBJECT.match(rest)


def end_of(sentence: str, verb: Verb, said: int) -> int:
    """Where what stands behind the verb ends: a mere object before the next clause."""
    if verb.frame is not Frame.BOUND:
        return len(sentence)
    more = _NEXT_CLAUSE.search(sentence, said)
    end = more.start() if more else len(sentence)
    # Not "called for".
    is_alone = verb.word in JUDGING and verb.end - verb.start == len(verb.word)
    judged = _JUDGED_AND.search(sentence, said) if is_alone else None
    return min(end, judged.start("more")) if judged else end


def is_clause(sentence: str, said: int) -> bool:
    """Whether a whole clause begins at ``said``, and not an object alone."""
    if _NO_CLAUSE.match(sentence, said):
        return False
    return has_verb(sentence[said:]) or _PRESENT.match(sentence, said) is not None


def is_content(text: str) -> bool:
    """Whether text before a speaker is what was said, and no "In a statement,"."""
    if conjunction := _CONJUNCTION.match(text):
        text = text[conjunction.end() :]
    if DEPENDENT.match(text) or _PARTICIPIAL.match(text):
        # "As the ship sank, ...": only a later part may be the main clause.
        parts = text.rstrip(" ,").split(", ")[1:]
        return any(has_verb(part) and not DEPENDENT.match(part) for part in parts)
    is_adverbial = ADVERBIAL.match(text) is not None
    if text.rstrip(" ,").endswith(BLOT) and not is_adverbial:
        return True
    return has_verb(text) or (len(text.split()) > _CLAUSE_WORDS and not is_adverbial)


def is_quote(sentence: str, span: Span) -> bool:
    """Whether the span is a quotation and nothing else."""
    return not sentence[slice(*span)].strip(BLOT + TRIM + ".")


def trimmed(sentence: str, span: Span) -> Span | None:
    """The span without what only joins it to the rest; None where nothing is left."""
    start, end = span
    kept = sentence[start:end].lstrip(TRIM)
    start = end - len(kept)
    end = start + len(kept.rstrip(TRIM + "."))
    if _ABBREVIATION.search(sentence, start, end) and sentence[end : end + 1] == ".":
        end += 1
    return (start, end) if end - start > 1 else None


def _past_adjuncts(sentence: str, at: int) -> int:
    while adjunct := ADJUNCT.match(sentence, at):
        at = adjunct.end()
    # "revealed, on Thursday, that": a pair of commas around one.
    aside = ADJUNCT.match(sentence, at + 1) if sentence[at : at + 2] == ", " else None
    return aside.end() + 1 if aside and sentence[aside.end() : aside.end() + 2] == ", " else at
