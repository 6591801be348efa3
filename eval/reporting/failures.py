"""List what failed, as HTML. Input: outcomes of systems. Output: a card for each failure.

A card says what was wanted, what was given instead, and what had been found: so one sees whether
the right passage was missing, or was there and not read right. page.js filters the cards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.measures.answers import is_right_passage
from eval.measures.failures import Failure, failure_of, sentence_failure_of
from eval.measures.rankings import by_score, first_right
from eval.records import Evidence, Found, Outcome, Question, SentenceOutcome
from eval.reporting.markup import counted, marked, percent, text
from qa.records import Answer

_PASSAGES_SHOWN = 5
_WANTED_SHOWN = 6


@dataclass(frozen=True, slots=True)
class FailureCard:
    """A failure's kind, and how it is shown."""

    failure: Failure
    html: str


def failure_cards(
    system: str, outcomes: Sequence[Outcome] | Sequence[SentenceOutcome]
) -> list[FailureCard]:
    """A card for each outcome that failed, in the order of `Failure`, then of the questions."""
    order = list(Failure)
    cards = [_card(system, outcome) for outcome in outcomes]
    return sorted(filter(None, cards), key=lambda card: order.index(card.failure))


def _card(system: str, outcome: Outcome | SentenceOutcome) -> FailureCard | None:
    """A card of what failed; None for what did not."""
    if isinstance(outcome, SentenceOutcome):
        failure = sentence_failure_of(outcome)
        return (
            FailureCard(failure, _head(failure, system, outcome) + _sentences(outcome))
            if failure
            else None
        )
    failure = failure_of(outcome)
    if failure is None:
        return None
    body = _wanted(outcome.question) + _given(outcome) + _found(outcome)
    return FailureCard(failure, _head(failure, system, outcome) + body)


def failures_section(cards: Sequence[FailureCard]) -> str:
    """The cards, and above them a button for each kind that there is."""
    if not cards:
        return '<p class="lead">No question failed.</p>'
    counts: Mapping[Failure, int] = {
        kind: sum(card.failure is kind for card in cards) for kind in Failure
    }
    buttons = "".join(
        f'<button type="button" data-show="{kind.name}" aria-pressed="false">{kind.value}'
        f" <b>{count:,}</b></button>"
        for kind, count in counts.items()
        if count
    )
    listed = "".join(
        f'<li class="card" data-failure="{card.failure.name}">{card.html}</li>' for card in cards
    )
    return (
        '<div class="filter" role="group" aria-label="Show only">'
        f'<button type="button" data-show="" aria-pressed="true">All <b>{len(cards):,}</b></button>'
        f'{buttons}</div><ol class="cards">{listed}</ol>'
    )


def _head(failure: Failure, system: str, outcome: Outcome | SentenceOutcome) -> str:
    earlier = outcome.question.history if isinstance(outcome, Outcome) else ()
    before = "".join(f'<p class="before">{text(each)}</p>' for each in earlier)
    told = "".join(f"<span>{text(fact)}</span>" for fact in _facts(system, outcome))
    return (
        f'<p class="tag {failure.name}">{failure.value}</p>{before}'
        f'<h3 dir="auto">{text(outcome.question.question)}</h3><p class="facts">{told}</p>'
    )


def _facts(system: str, outcome: Outcome | SentenceOutcome) -> list[str]:
    facts = [system, outcome.question.id]
    if isinstance(outcome, Outcome) and outcome.answer:
        facts.append(f"confidence {percent(outcome.answer.confidence)}")
    return [*facts, f"{outcome.took_ms:.0f} ms"]


def _wanted(question: Question) -> str:
    if not question.answerable:
        return _part("Wanted", "<p>No answer: the articles do not hold one.</p>")
    answers = "".join(f'<p dir="auto">{text(a)}</p>' for a in question.answers[:_WANTED_SHOWN])
    if question.relevance:
        graded = sorted(question.relevance.items(), key=lambda item: -item[1])
        places = [f"{uri} (grade {grade})" for uri, grade in graded if grade > 0]
    else:
        places = [_place(e) for e in question.evidence] or list(question.uris)
    return _part("Wanted", answers + _list_places(places))


def _given(outcome: Outcome) -> str:
    if outcome.answer is None:
        return ""
    if outcome.answer.abstained:
        return _part("Given", f'<p class="soft">{text(outcome.answer.answer)}</p>')
    return _part("Given", _answer(outcome.answer, outcome.question))


def _answer(answer: Answer, question: Question) -> str:
    short = (
        f'<p class="short">{marked(answer.short_answer.text, question.answers)}</p>'
        if answer.short_answer
        else ""
    )
    cited = "".join(
        f"<li>[{c.number}] {text(c.title)}"
        f"{_list_places([_place(Evidence(c.uri, c.start, c.end))])}</li>"
        for c in answer.citations
    )
    said = f'<p dir="auto">{marked(answer.answer, question.answers)}</p>'
    return f'{short}{said}<ol class="cited">{cited}</ol>'


def _found(outcome: Outcome) -> str:
    """The first passages; before them where the first right one is, which tells what went wrong."""
    count = len(outcome.ranking)
    if not count:
        return _part("Found", '<p class="soft">Nothing.</p>')
    rank = first_right(outcome)
    if not outcome.question.answerable:
        told = ""
    elif rank is None:
        told = "; none is right"
    else:
        told = f"; number {rank} is right"
    shown = list(enumerate(outcome.ranking, start=1))[:_PASSAGES_SHOWN]
    if rank and rank > _PASSAGES_SHOWN:
        shown.append((rank, outcome.ranking[rank - 1]))
    passages = "".join(_passage(at, found, outcome.question) for at, found in shown)
    return (
        f"<details><summary>{counted(count, 'passage')} found{told}</summary>"
        f'<ol class="passages">{passages}</ol></details>'
    )


def _passage(rank: int, found: Found, question: Question) -> str:
    is_right = question.answerable and is_right_passage(found, question)
    badge = ' <b class="right">right</b>' if is_right else ""
    return (
        f'<li value="{rank}"><blockquote dir="auto">{marked(found.text, question.answers)}'
        f"</blockquote>{_list_places([_place(Evidence(found.uri, found.start, found.end))], badge)}"
        "</li>"
    )


def _sentences(outcome: SentenceOutcome) -> str:
    """The right sentences with their ranks, and those that were put before the first of them."""
    ranked = list(enumerate(by_score(outcome.scores), start=1))
    labels, sentences = outcome.question.labels, outcome.question.sentences
    right = [(rank, at) for rank, at in ranked if labels[at]]
    wrong = [(rank, at) for rank, at in ranked if not labels[at]][:_PASSAGES_SHOWN]

    def listed(chosen: Sequence[tuple[int, int]]) -> str:
        items = "".join(
            f'<li value="{rank}"><blockquote dir="auto">{text(sentences[at])}</blockquote>'
            f'<p class="where">score {outcome.scores[at]:.3g}</p></li>'
            for rank, at in chosen
        )
        return f'<ol class="passages">{items}</ol>'

    before = [(rank, at) for rank, at in wrong if not right or rank < right[0][0]] or wrong[:1]
    return _part("Wanted", listed(right)) + _part("Put first", listed(before))


def _part(name: str, body: str) -> str:
    return f'<div class="part"><h4>{name}</h4><div>{body}</div></div>'


def _place(place: Evidence) -> str:
    return f"{place.uri}, characters {place.start}–{place.end}"


def _list_places(places: Sequence[str], after: str = "") -> str:
    more = len(places) - _WANTED_SHOWN
    shown = "<br>".join(map(text, places[:_WANTED_SHOWN]))
    return f'<p class="where">{shown}{f"<br>and {more} more" if more > 0 else ""}{after}</p>'
