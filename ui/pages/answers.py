"""An answer with all that it takes to judge it. Input: an Answer. Output: HTML."""

from collections.abc import Iterable, Mapping, Sequence

from qa.records import (
    NO_ANSWER,
    Answer,
    AnswerPart,
    AnswerSentence,
    Citation,
    Difference,
    ShortAnswer,
)
from ui.pages.markup import (
    SOURCES,
    TIMELINE,
    button,
    counted,
    of_citation,
    opener,
    origin,
    text,
)

_CONFIDENCE = ((0.8, "High confidence"), (0.5, "Moderate confidence"), (0.0, "Low confidence"))


def abstention(number: int, answer: Answer) -> str:
    """What the turn of that number says where the articles do not answer."""
    facts = [f"No answer was likely enough ({_percent(answer.confidence)})", *_took(answer)]
    if answer.passages:
        facts.append(_show_sources(number, "Nearest passages"))
    return (
        f'{_understood(answer)}<div class="cw-answer cw-abstained"><p>{text(answer.answer)}</p>'
        f"</div>{_notes(answer.notes)}{_facts(facts)}"
    )


def answer(number: int, answer: Answer) -> str:
    """What the turn of that number answers: how it was understood, the few words, the sentences,
    where articles differ, and what is not shown."""
    told = _Marked(number, {citation.number: citation for citation in answer.citations})
    body = (
        "".join(_part(part, answer.sentences, told) for part in answer.parts)
        if answer.parts
        else _short(answer.short_answer, told) + _sentences(answer.sentences, told)
    )
    facts = [
        f"{_in_words(answer.confidence)} ({_percent(answer.confidence)})",
        *_took(answer),
        _show_sources(number, counted(len(answer.citations), "cited passage")),
        button(TIMELINE, "Timeline", "cw-link", turn=number),
    ]
    return (
        f'{_understood(answer)}<div class="cw-answer">{body}</div>'
        f"{_differences(answer.differences, told)}{_notes(answer.notes)}{_facts(facts)}"
    )


class _Marked:
    """Words with the marks of their citations behind them, which open what they cite."""

    def __init__(self, turn: int, cited: Mapping[int, Citation]) -> None:
        self._turn, self.cited = turn, cited

    def __call__(self, words: str, numbers: Iterable[int]) -> str:
        marks = "".join(_mark(self.cited[n], self._turn) for n in numbers if n in self.cited)
        # The last word keeps its marks on its own line.
        before, space, last = text(words).rpartition(" ")
        return f'{before}{space}<span class="cw-kept">{last} {marks}</span>'


def _understood(answer: Answer) -> str:
    if answer.understood_as is None:
        return ""
    return f'<p class="cw-understood">Understood as: “{text(answer.understood_as)}”</p>'


def _short(short: ShortAnswer | None, told: _Marked) -> str:
    return f'<p class="cw-short">{told(short.text, [short.citation])}</p>' if short else ""


def _sentences(sentences: Iterable[AnswerSentence], told: _Marked) -> str:
    return "".join(f'<p dir="auto">{told(said.text, said.citations)}</p>' for said in sentences)


def _part(part: AnswerPart, sentences: Sequence[AnswerSentence], told: _Marked) -> str:
    """One question of several, with the sentences that answer it, or with word that none does."""
    own = [said for said in sentences if set(said.citations) & set(part.citations)]
    said = _short(part.short_answer, told) + _sentences(own, told)
    silent = f'<p class="cw-abstained">{NO_ANSWER}</p>'
    return (
        f'<section class="cw-part"><h3>{text(part.question)}</h3>'
        f"{silent if part.abstained else said}</section>"
    )


def _differences(differences: Sequence[Difference], told: _Marked) -> str:
    return "".join(
        '<section class="cw-differ"><h3>The articles differ</h3><ul>'
        + "".join(
            f"<li>{told(value.text, [value.citation])} "
            f'<span class="cw-meta">{_origin_of(told.cited.get(value.citation))}</span></li>'
            for value in difference.values
        )
        + "</ul></section>"
        for difference in differences
    )


def _origin_of(citation: Citation | None) -> str:
    return text(origin(citation.outlet, citation.published)) if citation else ""


def _notes(notes: Sequence[str]) -> str:
    listed = "".join(f"<li>{text(note)}</li>" for note in notes)
    return f'<ul class="cw-notes">{listed}</ul>' if notes else ""


def _facts(facts: Iterable[str]) -> str:
    return '<p class="cw-facts">' + "".join(f"<span>{fact}</span>" for fact in facts) + "</p>"


def _show_sources(number: int, words: str) -> str:
    return button(SOURCES, words, "cw-link", turn=number)


def _mark(citation: Citation, turn: int) -> str:
    label = f"Citation {citation.number}: open “{citation.title}” at the quoted words"
    return opener(of_citation(citation), turn, f"[{citation.number}]", "cw-mark", label)


def _in_words(confidence: float) -> str:
    return next(words for least, words in _CONFIDENCE if confidence >= least)


def _percent(confidence: float) -> str:
    """No probability is told as certain: "over 99%" and "under 1%" at the ends."""
    if confidence > 0.99:
        return "over 99%"
    return "under 1%" if confidence < 0.01 else f"{confidence:.0%}"


def _took(answer: Answer) -> list[str]:
    ms = answer.timings_ms.get("total")
    if ms is None:
        return []
    return [f"{ms / 1000:.1f} s" if ms >= 1000 else f"{max(ms, 1):.0f} ms"]
