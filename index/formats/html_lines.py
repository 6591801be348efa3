"""Lay an HTML page out as lines of text. Input: its body. Output: HtmlLines, in reading order.

What a browser shows as a block of its own is a line; a table's row is one, and so is what stands
before and after a ``<br>``. White space is as the browser shows it. Nothing shown is left out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from index.formats.html_roles import Sign, is_hidden, stands_apart

_SKIPPED = frozenset(
    """
    script style noscript template svg math iframe object embed video audio canvas input textarea
    option head title meta link map datalist progress frame frameset
    """.split()
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body button center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main menu nav
    ol p pre section summary table tbody tfoot thead tr ul caption amp-consent
    """.split()
)
# Cells that hold blocks lay the page out; others make up a row.
_CELLS = frozenset({"td", "th"})
_GAPS = {"br": 0, "hr": 2}
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """A line as a browser shows it, and the signs of the elements that hold all of it, outermost
    first. ``gap`` is how far it stands from the line above: 0 for a ``<br>``, 1 for a block, 2 for
    a rule between them. ``holders`` are those elements themselves; ``times`` the ``<time>``s that
    stand in the line."""

    text: str
    signs: tuple[Sign, ...]
    gap: int
    holders: tuple[HtmlElement, ...]
    times: tuple[HtmlElement, ...] = ()


# A text with the elements it stands in, or a break, which is a `HtmlLine.gap`.
_Event = int | tuple[str, tuple[HtmlElement, ...]]


@dataclass(slots=True)
class _Pending:
    parts: list[str] = field(default_factory=list)
    stacks: list[tuple[HtmlElement, ...]] = field(default_factory=list)
    gap: int = 1


def read_html_lines(
    body: HtmlElement, sign_of: Callable[[HtmlElement], Sign | None]
) -> Iterator[HtmlLine]:
    """The lines of ``body``; ``sign_of`` is asked once for each element."""
    signs: dict[HtmlElement, Sign | None] = {}
    pending = _Pending()
    for event in _events(body):
        if isinstance(event, int):
            line = _closed(pending, signs, sign_of)
            if line:
                yield line
                pending = _Pending(gap=event)
            else:
                pending.gap = max(pending.gap, event) if event else min(pending.gap + 1, 2)
            continue
        text, stack = event
        pending.parts.append(text)
        if text.strip():
            pending.stacks.append(stack)
    line = _closed(pending, signs, sign_of)
    if line:
        yield line


def _closed(
    pending: _Pending,
    signs: dict[HtmlElement, Sign | None],
    sign_of: Callable[[HtmlElement], Sign | None],
) -> HtmlLine | None:
    text = _SPACE.sub(" ", "".join(pending.parts)).strip()
    pending.parts.clear()
    if not text:
        pending.stacks.clear()
        return None
    holders = _common(pending.stacks)
    times = dict.fromkeys(e for stack in pending.stacks for e in stack if e.tag == "time")
    for element in holders:
        if element not in signs:
            signs[element] = sign_of(element)
    said = tuple(sign for element in holders if (sign := signs[element]))
    return HtmlLine(text, said, pending.gap, holders, tuple(times))


def _common(stacks: list[tuple[HtmlElement, ...]]) -> tuple[HtmlElement, ...]:
    if len(stacks) == 1:
        return stacks[0]
    held = []
    for elements in zip(*stacks, strict=False):
        if any(element is not elements[0] for element in elements):
            break
        held.append(elements[0])
    return tuple(held)


def _events(body: HtmlElement) -> Iterator[_Event]:
    """Texts with the elements they stand in, and between them the breaks (see `HtmlLine.gap`)."""
    # A stack of our own: pages may be nested deeper than Python's.
    todo: list[tuple[HtmlElement, tuple[HtmlElement, ...], bool]] = [(body, (), False)]
    while todo:
        element, above, is_done = todo.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if is_done or not _holds_lines(element, tag):
            yield from _after(element, tag, above, is_done=is_done)
            continue
        if _breaks(element, tag):
            yield 1
        elif above and stands_apart(element):
            yield " ", above
        stack = (*above, element)
        todo.append((element, above, True))
        if element.text:
            yield element.text, stack
        todo.extend((child, stack, False) for child in reversed(element))


def _holds_lines(element: HtmlElement, tag: str) -> bool:
    return bool(tag) and tag not in _SKIPPED and tag not in _GAPS and not is_hidden(element)


def _after(
    element: HtmlElement, tag: str, above: tuple[HtmlElement, ...], *, is_done: bool
) -> Iterator[_Event]:
    """What comes of an element's end, and the text behind it."""
    if tag in _GAPS and not is_hidden(element):
        yield _GAPS[tag]
    elif is_done and _breaks(element, tag):
        yield 1
    elif is_done and (tag in _CELLS or stands_apart(element)):
        yield " ", above
    if element.tail and above:
        yield element.tail, above


def _breaks(element: HtmlElement, tag: str) -> bool:
    if tag in _CELLS:
        return next(element.iterdescendants(*_BLOCKS, "br"), None) is not None
    return tag in _BLOCKS
