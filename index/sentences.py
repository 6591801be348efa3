"""Find the sentences in a stretch of a document. Input: text and a span. Output: spans, in order.

Sentences stay whole: an abbreviation, an initial or a quotation of several sentences ends none.
"""

import re
from collections.abc import Iterator

import sentencex

# White space of every kind to a plain space, one for one, so that offsets hold and a wrapped line
# is no break.
_SPACES = {ord(space): " " for space in "\t\n\r\v\f\x85\xa0\u2028\u2029\u202f\u3000"}
_LANGUAGE = "en"
_LONGEST_SOURCE_CHARS = 60
_CLOSING = "\"'”’»)]"
# Abbreviations and months that a sentence may end on, before one that opens with a quotation.
_QUOTATION_AFTER_ABBREVIATION = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun"
    r"|Inc|Corp|Ltd|[ap]\.m)\.\s+"
    r"(?=[\"“'‘][A-Z](?:(?![\"“”]).){0,600}?[,.?!][\"”'’])"
)


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Trimmed (start, end) offsets into ``text`` of the sentences in ``text[start:end]``.

    Every character there that is not white space lies in exactly one of them.
    """
    stretch = text[start:end].translate(_SPACES)
    spans: list[tuple[int, int]] = []
    for low, high in _boundaries(stretch):
        piece = stretch[low:high].strip()
        if not piece:
            continue
        first = start + stretch.index(piece, low, high)
        after = first + len(piece)
        if spans and _continues(piece):
            spans[-1] = (spans[-1][0], after)
        else:
            spans.append((first, after))
    return spans


def _boundaries(stretch: str) -> Iterator[tuple[int, int]]:
    for boundary in sentencex.get_sentence_boundaries(_LANGUAGE, stretch):
        low, end = boundary["start_index"], boundary["end_index"]
        for joint in _QUOTATION_AFTER_ABBREVIATION.finditer(stretch, low, end):
            if _is_outside(stretch[low : joint.end()]):
                yield low, joint.end()
                low = joint.end()
        yield low, end


def _is_outside(text: str) -> bool:
    """Whether ``text`` ends outside a quotation in double marks."""
    return text.count('"') % 2 == 0 and text.count("“") <= text.count("”")


def _continues(piece: str) -> bool:
    # The library breaks after abbreviations that it does not know ("shr. was"), and before a
    # quotation mark or a source in brackets that stands apart from its sentence: "... said. (AP)".
    return (
        piece[0].islower()
        or not piece.strip(_CLOSING + " ")
        or (piece[0] == "(" and piece[-1] == ")" and len(piece) <= _LONGEST_SOURCE_CHARS)
    )
