"""The passages that an answer stands on. Input: Turns. Output: HTML."""

from collections.abc import Sequence

from qa.records import Answer, Citation, Quote
from ui.pages.markup import of_citation, of_passage, opener, origin, text, where
from ui.pages.turns import Turn
from ui.presenting import reports_line


def sources(turns: Sequence[Turn], shown: int) -> str:
    """The passages of the turn with the number ``shown``, counted from 0.

    A turn without an answer, or one that is not there, gives a line on what will stand here.
    """
    reply = turns[shown].reply if 0 <= shown < len(turns) else None
    if not isinstance(reply, Answer):
        return _panel("Cited passages", "The passages that an answer quotes are shown here.", ())
    if reply.abstained:
        cards = [_card(of_passage(found), shown) for found in reply.passages]
        return _panel("Nearest passages", f"They do not answer “{reply.question}”", cards)
    cards = [_cited(citation, shown) for citation in reply.citations]
    return _panel("Cited passages", f"For “{reply.question}”", cards)


def _panel(title: str, subtitle: str, cards: Sequence[str]) -> str:
    listed = "".join(f'<li class="cw-card">{card}</li>' for card in cards)
    return (
        f'<section class="cw-sources" aria-label="{title}"><h2>{title}</h2>'
        f"<p>{text(subtitle)}</p><ol>{listed}</ol></section>"
    )


def _cited(citation: Citation, turn: int) -> str:
    others = "".join(f"<li>{_other(other, turn)}</li>" for other in citation.also_in)
    if others:
        heading = f"Also reported by · {reports_line(citation)}"
        others = f'<div class="cw-also"><h4>{heading}</h4><ul>{others}</ul></div>'
    number = f'<span class="cw-number">[{citation.number}]</span>'
    return f"{number}{_card(of_citation(citation), turn, citation.speaker)}{others}"


def _card(place: Quote, turn: int, speaker: str | None = None) -> str:
    said_by = f'<p class="cw-speaker">Said by {text(speaker)}</p>' if speaker else ""
    return (
        f"<h3>{opener(place, turn, text(place.title), 'cw-title')}</h3>"
        f'<p class="cw-meta">{text(origin(place.outlet, place.published))}</p>'
        f'<blockquote dir="auto">{text(place.quote)}</blockquote>{said_by}'
        f"{where(place.uri, place.start, place.end)}"
    )


def _other(other: Quote, turn: int) -> str:
    return (
        f"{opener(other, turn, text(other.title), 'cw-title')}"
        f'<p class="cw-meta">{text(origin(other.outlet, other.published))}'
        f"{' · the same text' if other.is_copy else ''}</p>"
        f'<blockquote dir="auto">{text(other.quote)}</blockquote>'
        f"{where(other.uri, other.start, other.end)}"
    )
