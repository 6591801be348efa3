"""Turn a conversation into the HTML of the chat page. Input: Turns, an ArticleText. Output: HTML.

Plain functions from values to strings; nothing here knows Gradio. Articles and questions are
hostile until escaped: every word of theirs goes through `_text`. What can be clicked is a button
whose data- attributes name the event and what it opens; static/chat.js passes them on.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

from index.records import Article, Block, BlockKind
from qa.records import Answer, ArticleText, Citation, FoundPassage, Quote
from ui.presenting import reports_line

# The events of the page's buttons; chat.py listens for them.
OPEN, CLOSE, SOURCES = "open_article", "close_article", "show_sources"

_CONFIDENCE = ((0.8, "High confidence"), (0.5, "Moderate confidence"), (0.0, "Low confidence"))


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a user is told where something failed: what is wrong, and what to do about it."""

    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it."""

    question: str
    reply: Answer | Trouble


def header(subtitle: str) -> str:
    """The name of the page, and what is indexed."""
    return f'<div class="cw-brand"><h1>Citewire</h1><p>{_text(subtitle)}</p></div>'


def conversation(turns: Sequence[Turn], examples: Sequence[str]) -> str:
    """Every turn, oldest first; where there is none yet, what to do and examples to click."""
    # One live region that stays in the page: a screen reader hears what is added to it.
    shown = "".join(_turn(number, turn) for number, turn in enumerate(turns))
    return (
        '<div class="cw-log" role="log" aria-label="Conversation">'
        f"{shown or _welcome(examples)}</div>"
    )


def sources(turns: Sequence[Turn], shown: int) -> str:
    """The passages of the turn with the number ``shown``, counted from 0.

    A turn without an answer, or one that is not there, gives a line on what will stand here.
    """
    reply = turns[shown].reply if 0 <= shown < len(turns) else None
    if not isinstance(reply, Answer):
        return _panel("Cited passages", "The passages that an answer quotes are shown here.", ())
    if reply.abstained:
        cards = [_card(_of_passage(found), shown) for found in reply.passages]
        return _panel("Nearest passages", f"They do not answer “{reply.question}”", cards)
    cards = [_cited(citation, shown) for citation in reply.citations]
    return _panel("Cited passages", f"For “{reply.question}”", cards)


def article(shown: ArticleText, start: int, end: int) -> str:
    """The article, block by block, with characters ``start`` to ``end`` of its document marked.

    Boilerplate is folded away, except where the marked words stand in it.
    """
    told = shown.article
    text, uri = shown.document.text, shown.document.uri
    blocks = "".join(
        _folded(text, list(group), start, end)
        if boilerplate
        else "".join(_block(text, block, start, end) for block in group)
        for boilerplate, group in groupby(told.blocks, lambda b: b.kind is BlockKind.BOILERPLATE)
    )
    facts = " · ".join(
        _text(fact)
        for fact in (told.byline, _origin(told.outlet, told.published), _dateline(told))
        if fact
    )
    return _open_page(
        told.title,
        f'<p class="cw-meta">{facts}</p>{_link(told.url)}{_where(uri, start, end)}'
        f'<div class="cw-text" lang="{_text(told.language or "")}">{blocks}</div>',
    )


def trouble_page(trouble: Trouble) -> str:
    """What stands in the article's place where the article cannot be shown."""
    return _open_page("This article cannot be shown", _trouble(trouble))


def _open_page(title: str, body: str) -> str:
    close = _button(CLOSE, "Back to the passages", "cw-back")
    return (
        f'<section class="cw-article" tabindex="-1" aria-label="{_text(title)}">'
        f'<div class="cw-bar">{close}<span>{_text(title)}</span></div>'
        f'<div class="cw-sheet">{body}</div></section>'
    )


def _welcome(examples: Sequence[str]) -> str:
    buttons = "".join(
        f'<li><button type="button" class="cw-example">{_text(example)}</button></li>'
        for example in examples
    )
    return (
        '<div class="cw-welcome"><h2>Ask the articles</h2>'
        "<p>An answer is made of whole sentences of the articles, word for word. The number behind"
        " each opens the article at those words. Where the articles do not answer, you are told"
        f' so.</p><ul aria-label="Example questions">{buttons}</ul></div>'
    )


def _turn(number: int, turn: Turn) -> str:
    return (
        f'<section class="cw-turn" aria-label="Question {number + 1}">'
        f'<h2 class="cw-question">{_text(turn.question)}</h2>{_reply(number, turn)}</section>'
    )


def _reply(number: int, turn: Turn) -> str:
    if isinstance(turn.reply, Trouble):
        return _trouble(turn.reply)
    if turn.reply.abstained:
        return _abstention(number, turn.reply)
    return _answer(number, turn.reply)


def _trouble(trouble: Trouble) -> str:
    return (
        f'<div class="cw-trouble"><p>{_text(trouble.problem)}</p>'
        f"<p>{_text(trouble.remedy)}</p></div>"
    )


def _abstention(number: int, answer: Answer) -> str:
    facts = [f"No answer was likely enough ({_percent(answer.confidence)})", *_took(answer)]
    if answer.passages:
        facts.append(_show_sources(number, "Nearest passages"))
    return f'<div class="cw-answer cw-abstained"><p>{_text(answer.answer)}</p></div>{_facts(facts)}'


def _answer(number: int, answer: Answer) -> str:
    cited = {citation.number: citation for citation in answer.citations}

    def told(words: str, numbers: Iterable[int]) -> str:
        marks = "".join(_mark(cited[n], number) for n in numbers if n in cited)
        # The last word keeps its marks on its own line.
        before, space, last = _text(words).rpartition(" ")
        return f'{before}{space}<span class="cw-kept">{last} {marks}</span>'

    short = answer.short_answer
    lead = f'<p class="cw-short">{told(short.text, [short.citation])}</p>' if short else ""
    body = "".join(
        f'<p dir="auto">{told(said.text, said.citations)}</p>' for said in answer.sentences
    )
    facts = [
        f"{_in_words(answer.confidence)} ({_percent(answer.confidence)})",
        *_took(answer),
        _show_sources(number, _counted(len(answer.citations), "cited passage")),
    ]
    return f'<div class="cw-answer">{lead}{body}</div>{_facts(facts)}'


def _facts(facts: Iterable[str]) -> str:
    return '<p class="cw-facts">' + "".join(f"<span>{fact}</span>" for fact in facts) + "</p>"


def _show_sources(number: int, words: str) -> str:
    return _button(SOURCES, words, "cw-link", turn=number)


def _panel(title: str, subtitle: str, cards: Sequence[str]) -> str:
    listed = "".join(f'<li class="cw-card">{card}</li>' for card in cards)
    return (
        f'<section class="cw-sources" aria-label="{title}"><h2>{title}</h2>'
        f"<p>{_text(subtitle)}</p><ol>{listed}</ol></section>"
    )


def _cited(citation: Citation, turn: int) -> str:
    others = "".join(f"<li>{_other(other, turn)}</li>" for other in citation.also_in)
    if others:
        heading = f"Also reported by · {reports_line(citation)}"
        others = f'<div class="cw-also"><h4>{heading}</h4><ul>{others}</ul></div>'
    number = f'<span class="cw-number">[{citation.number}]</span>'
    return f"{number}{_card(_of_citation(citation), turn, citation.speaker)}{others}"


def _card(place: Quote, turn: int, speaker: str | None = None) -> str:
    said_by = f'<p class="cw-speaker">Said by {_text(speaker)}</p>' if speaker else ""
    return (
        f"<h3>{_opener(place, turn, _text(place.title), 'cw-title')}</h3>"
        f'<p class="cw-meta">{_text(_origin(place.outlet, place.published))}</p>'
        f'<blockquote dir="auto">{_text(place.quote)}</blockquote>{said_by}'
        f"{_where(place.uri, place.start, place.end)}"
    )


def _other(other: Quote, turn: int) -> str:
    return (
        f"{_opener(other, turn, _text(other.title), 'cw-title')}"
        f'<p class="cw-meta">{_text(_origin(other.outlet, other.published))}'
        f"{' · the same text' if other.is_copy else ''}</p>"
        f'<blockquote dir="auto">{_text(other.quote)}</blockquote>'
        f"{_where(other.uri, other.start, other.end)}"
    )


def _mark(citation: Citation, turn: int) -> str:
    label = f"Citation {citation.number}: open “{citation.title}” at the quoted words"
    return _opener(_of_citation(citation), turn, f"[{citation.number}]", "cw-mark", label)


def _opener(place: Quote, turn: int, words: str, css: str, label: str = "") -> str:
    return _button(
        OPEN, words, css, label,
        turn=turn, article=place.article_id, start=place.start, end=place.end,
    )  # fmt: skip


def _button(event: str, words: str, css: str, label: str = "", **opens: str | int) -> str:
    """``words`` are HTML already; all else is escaped here."""
    named = f' aria-label="{_text(label)}"' if label else ""
    data = "".join(f' data-{name}="{_text(str(value))}"' for name, value in opens.items())
    return f'<button type="button" class="{css}" data-event="{event}"{data}{named}>{words}</button>'


def _folded(text: str, blocks: Sequence[Block], start: int, end: int) -> str:
    opened = " open" if any(b.start < end and start < b.end for b in blocks) else ""
    return (
        f"<details{opened}><summary>Page text, not the story</summary>"
        f"{''.join(_block(text, block, start, end) for block in blocks)}</details>"
    )


def _block(text: str, block: Block, start: int, end: int) -> str:
    first, last = max(block.start, start), min(block.end, end)
    if first < last:
        words = (
            f"{_text(text[block.start : first])}<mark>{_text(text[first:last])}</mark>"
            f"{_text(text[last : block.end])}"
        )
    else:
        words = _text(text[block.start : block.end])
    tag = "h2" if block.kind is BlockKind.HEADLINE else "p"
    return f'<{tag} class="cw-{block.kind.value}" dir="auto">{words}</{tag}>'


def _of_citation(citation: Citation) -> Quote:
    return Quote(
        citation.article_id, citation.title, citation.outlet, citation.published,
        citation.uri, citation.start, citation.end, citation.quote, False,
    )  # fmt: skip


def _of_passage(found: FoundPassage) -> Quote:
    told, passage = found.article, found.hit.passage
    return Quote(
        told.id, told.title, told.outlet, told.published,
        found.uri, passage.start, passage.end, found.text, False,
    )  # fmt: skip


def _where(uri: str, start: int, end: int) -> str:
    place = f'<span class="cw-kept">characters {start}–{end}</span>'
    return f'<p class="cw-where">{_text(uri)}, {place}</p>'


def _origin(outlet: str | None, published: date | None) -> str:
    day = f"{published.day} {published:%B %Y}" if published else "undated"
    return f"{outlet or 'Outlet not named'} · {day}"


def _dateline(told: Article) -> str:
    """The place and the agency that the article is from, where that is not its outlet."""
    agency = told.agency if told.agency != told.outlet else None
    return f"{told.place} ({agency})" if told.place and agency else told.place or agency or ""


def _link(url: str | None) -> str:
    """A link to the article's own page; an address of another kind might run what it holds."""
    if not url or not re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        return ""
    shown = _text(url)
    return (
        f'<p class="cw-meta"><a href="{shown}" target="_blank" rel="noopener noreferrer">{shown}'
        "</a></p>"
    )


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


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _text(words: str) -> str:
    return escape(words, quote=True)
