"""The small parts that every panel of the page is made of. Input: words and places. Output: HTML.

Articles and questions are hostile until escaped: every word of theirs goes through `text`. What can
be clicked is a button whose data- attributes name the event and what it opens; static/chat.js
passes them on.
"""

from datetime import date
from html import escape

from qa.records import Citation, FoundPassage, Quote
from ui.days import day
from ui.pages.turns import Trouble

# The events of the page's buttons; chat.py listens for them.
OPEN, CLOSE, SOURCES, TIMELINE = "open_article", "close_article", "show_sources", "show_timeline"


def text(words: str) -> str:
    """The words as HTML that shows them and does nothing else."""
    return escape(words, quote=True)


def button(event: str, words: str, css: str, label: str = "", **opens: str | int) -> str:
    """``words`` are HTML already; all else is escaped here."""
    named = f' aria-label="{text(label)}"' if label else ""
    data = "".join(f' data-{name}="{text(str(value))}"' for name, value in opens.items())
    return f'<button type="button" class="{css}" data-event="{event}"{data}{named}>{words}</button>'


def opener(place: Quote, turn: int, words: str, css: str, label: str = "") -> str:
    """A button that opens the article at the quote; ``words`` are HTML already."""
    return button(
        OPEN, words, css, label,
        turn=turn, article=place.article_id, start=place.start, end=place.end,
    )  # fmt: skip


def of_citation(citation: Citation) -> Quote:
    """The place that a citation tells."""
    return Quote(
        citation.article_id, citation.title, citation.outlet, citation.published,
        citation.uri, citation.start, citation.end, citation.quote, False,
    )  # fmt: skip


def of_passage(found: FoundPassage) -> Quote:
    """The place of a passage found."""
    told, passage = found.article, found.hit.passage
    return Quote(
        told.id, told.title, told.outlet, told.published,
        found.uri, passage.start, passage.end, found.text, False,
    )  # fmt: skip


def where(uri: str, start: int, end: int) -> str:
    """The file and the characters, as a line."""
    place = f'<span class="cw-kept">characters {start}–{end}</span>'
    return f'<p class="cw-where">{text(uri)}, {place}</p>'


def origin(outlet: str | None, published: date | None) -> str:
    """The outlet and the day, each as far as it is told."""
    return f"{outlet or 'Outlet not named'} · {day(published) if published else 'undated'}"


def counted(count: int, noun: str) -> str:
    """The number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def trouble_note(trouble: Trouble) -> str:
    """What is wrong, and what to do about it."""
    return (
        f'<div class="cw-trouble"><p>{text(trouble.problem)}</p><p>{text(trouble.remedy)}</p></div>'
    )
