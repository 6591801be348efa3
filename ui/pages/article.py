"""An article, opened at the quoted words. Input: an ArticleText and a span. Output: HTML."""

import re
from collections.abc import Sequence
from itertools import groupby

from index.records import Article, Block, BlockKind
from qa.records import ArticleText
from ui.pages.markup import CLOSE, button, origin, text, trouble_note, where
from ui.pages.turns import Trouble


def article(shown: ArticleText, start: int, end: int) -> str:
    """The article, block by block, with characters ``start`` to ``end`` of its document marked.

    Boilerplate is folded away, except where the marked words stand in it.
    """
    told = shown.article
    words, uri = shown.document.text, shown.document.uri
    blocks = "".join(
        _folded(words, list(group), start, end)
        if boilerplate
        else "".join(_block(words, block, start, end) for block in group)
        for boilerplate, group in groupby(told.blocks, lambda b: b.kind is BlockKind.BOILERPLATE)
    )
    facts = " · ".join(
        text(fact)
        for fact in (told.byline, origin(told.outlet, told.published), _dateline(told))
        if fact
    )
    return _open_page(
        told.title,
        f'<p class="cw-meta">{facts}</p>{_link(told.url)}{where(uri, start, end)}'
        f'<div class="cw-text" lang="{text(told.language or "")}">{blocks}</div>',
    )


def trouble_page(trouble: Trouble) -> str:
    """What stands in the article's place where the article cannot be shown."""
    return _open_page("This article cannot be shown", trouble_note(trouble))


def _open_page(title: str, body: str) -> str:
    close = button(CLOSE, "Back to the passages", "cw-back")
    return (
        f'<section class="cw-article" tabindex="-1" aria-label="{text(title)}">'
        f'<div class="cw-bar">{close}<span>{text(title)}</span></div>'
        f'<div class="cw-sheet">{body}</div></section>'
    )


def _folded(words: str, blocks: Sequence[Block], start: int, end: int) -> str:
    opened = " open" if any(b.start < end and start < b.end for b in blocks) else ""
    return (
        f"<details{opened}><summary>Page text, not the story</summary>"
        f"{''.join(_block(words, block, start, end) for block in blocks)}</details>"
    )


def _block(document: str, block: Block, start: int, end: int) -> str:
    first, last = max(block.start, start), min(block.end, end)
    if first < last:
        words = (
            f"{text(document[block.start : first])}<mark>{text(document[first:last])}</mark>"
            f"{text(document[last : block.end])}"
        )
    else:
        words = text(document[block.start : block.end])
    tag = "h2" if block.kind is BlockKind.HEADLINE else "p"
    return f'<{tag} class="cw-{block.kind.value}" dir="auto">{words}</{tag}>'


def _dateline(told: Article) -> str:
    """The place and the agency that the article is from, where that is not its outlet."""
    agency = told.agency if told.agency != told.outlet else None
    return f"{told.place} ({agency})" if told.place and agency else told.place or agency or ""


def _link(url: str | None) -> str:
    """A link to the article's own page; an address of another kind might run what it holds."""
    if not url or not re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        return ""
    shown = text(url)
    return (
        f'<p class="cw-meta"><a href="{shown}" target="_blank" rel="noopener noreferrer">{shown}'
        "</a></p>"
    )
