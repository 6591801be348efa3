"""Read an HTML page. Input: its bytes. Output: the text it shows, what it tells, and its markup.

All that a browser would show is in the text, leftovers too: they are marked, not cut, so that
nothing of a story can be lost here. What trafilatura leaves out of a page's main text counts as one
sign of a leftover among others.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from index.decoding import decode
from index.errors import SourceUnreadable
from index.formats.html_lines import HtmlLine, read_html_lines
from index.formats.html_metadata import read_metadata
from index.formats.html_roles import Sign, article_headings, read_sign
from index.pages.boilerplate import is_prose
from index.pages.content_words import content_words
from index.pages.dates import find_dates
from index.records import Markup, Role, Told

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
_AS_BROWSERS_DO = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii"), "cp1252")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# An element with more than this share of the page's prose is no leftover, whatever its name.
_MOST_OF_PAGE = 0.4
_ARTICLE_LEAST_CHARS = 200
_DATE_MOST_WORDS = 14
# What stands in these is the story's, where in doubt.
_STORY_TAGS = frozenset({"article", "main", "table"})
_HOLDERS = frozenset({"div", "section", "li", "td"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
# So many headed sections side by side are stories where neighbours share at most so many words.
_BRIEFS_LEAST, _BRIEFS_SHARE = 3, 1.5
# Trafilatura has found the main text where it has at least this share of the page's prose.
_TRUSTED_SHARE = 0.5
# A running report's posts are of one article.
_RUNNING = re.compile(r"\blive|ticker|\blb-|timeline", re.IGNORECASE)
_STORY_WORDS = re.compile(
    r"(?:^|[\s_-])(?:story|post|entry|item|brief|news-item|article)(?:$|[\s_-])", re.I
)


def read_html(content: bytes) -> tuple[str, tuple[Told, ...], tuple[Markup, ...]]:
    """The page's text, a line for each block with an empty line between, with Told and Markup.

    Raises SourceUnreadable for bytes that are no HTML.
    """
    tree = _parse(content)
    body = tree.find("body")
    if body is None:
        body = tree
    prose = _prose_by_element(body)
    most = max(prose.values(), default=0)
    headings = article_headings(body)

    def sign_of(element: HtmlElement) -> Sign | None:
        is_most = most > 0 and prose.get(element, 0) > _MOST_OF_PAGE * most
        heads_article = element in headings
        return read_sign(element, is_most_of_page=is_most, heads_article=heads_article)

    lines = list(read_html_lines(body, sign_of))
    text, spans = _laid_out(lines)
    begins = _article_starts(lines)
    left_out = frozenset[int]() if begins else _left_out(tree, lines)
    return text, read_metadata(tree), tuple(_markup(lines, spans, begins, left_out))


def _parse(content: bytes) -> HtmlElement:
    text = _decoded(content)
    try:
        # Comments are nothing that a reader sees, and control characters no part of any text.
        parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
        shown = _CONTROL.sub(" ", _XML_DECLARATION.sub("", text.replace("\0", "")))
        tree = document_fromstring(shown, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceUnreadable(
            f"The page cannot be read as HTML: {error}.", "Save it again from the browser."
        ) from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        # What stands deeper is not in the tree.
        raise SourceUnreadable(
            "The page is nested too deeply to be read whole.", "Save its text as a .txt file."
        )
    return tree


def _decoded(content: bytes) -> str:
    """By what the page declares; but what is UTF-8 throughout is no other encoding."""
    declared = _DECLARED.search(content[:_DECLARED_WITHIN])
    name = declared[1].decode("ascii").lower() if declared else ""
    for encoding in ("utf-8", _AS_BROWSERS_DO.get(name, name)) if declared else ():
        with suppress(LookupError, UnicodeError):
            return content.decode(encoding)
    return decode(content, "The page")


def _prose_by_element(body: HtmlElement) -> dict[HtmlElement, int]:
    """How many characters of paragraphs each element holds; links' own words are none."""
    held: dict[HtmlElement, int] = {}
    for line in read_html_lines(body, lambda _: None):
        if is_prose(line.text):
            for element in line.holders:
                held[element] = held.get(element, 0) + len(line.text)
    return held


def _laid_out(lines: Sequence[HtmlLine]) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    parts: list[str] = []
    length = 0
    for line in lines:
        lead = "\n" * (line.gap + 1 if line.gap < 2 else 4) if parts else ""
        start = length + len(lead)
        parts.extend((lead, line.text))
        length = start + len(line.text)
        spans.append((start, length))
    text = "".join(parts)
    return (text + "\n" if text else ""), spans


def _article_starts(lines: Sequence[HtmlLine]) -> set[int]:
    """The first lines of the page's articles, where it holds several; the first one's is left out,
    since all that stands above it goes with it."""
    held: dict[HtmlElement, list[int]] = {}
    for at, line in enumerate(lines):
        if not any(sign.role is Role.LEFTOVER for sign in line.signs):
            for element in line.holders:
                held.setdefault(element, []).append(at)
    alike = _alike(held)
    stories = {
        element: places[0]
        for element, places in held.items()
        if element.tag == "article" or _is_named_story(element, alike)
        if sum(len(lines[at].text) for at in places if is_prose(lines[at].text))
        >= _ARTICLE_LEAST_CHARS
    }
    outermost = [
        first
        for element, first in stories.items()
        if not any(other in stories for other in element.iterancestors())
    ]
    return set(sorted(outermost or _briefs(lines, held))[1:])


def _is_named_story(
    element: HtmlElement, alike: Counter[tuple[HtmlElement, str, str | None]]
) -> bool:
    """Whether a div or section is one of several stories: named so, as its siblings are, with a
    heading of its own."""
    name = element.get("class") or ""
    if element.tag not in _HOLDERS or not _STORY_WORDS.search(name) or _is_running(element):
        return False
    is_one_of_several = alike[_naming(element)] > 1
    return is_one_of_several and next(element.iterdescendants("h1", "h2", "h3"), None) is not None


def _naming(element: HtmlElement) -> tuple[HtmlElement, str, str | None]:
    return element.getparent(), element.tag, element.get("class")


def _alike(elements: Iterable[HtmlElement]) -> Counter[tuple[HtmlElement, str, str | None]]:
    """How many siblings have a name in common, of the elements' and all their siblings' names."""
    parents = {element.getparent() for element in elements} - {None}
    return Counter(_naming(child) for parent in parents for child in parent)


def _is_running(element: HtmlElement) -> bool:
    """Whether it stands in a running report, whose posts are of one article."""
    names = (each.get("class") or "" for each in (element, *element.iterancestors()))
    return bool(_RUNNING.search(" ".join(names)))


def _briefs(lines: Sequence[HtmlLine], held: dict[HtmlElement, list[int]]) -> list[int]:
    """The first lines of sections under headings that stand side by side and share no words: a
    story's own sections go on in its words."""
    by_parent: dict[HtmlElement, list[list[int]]] = {}
    for element, places in held.items():
        is_headed = any(each.tag in _HEADINGS for each in lines[places[0]].holders)
        if element.tag in _HOLDERS and is_headed and len(places) > 1 and not _is_running(element):
            by_parent.setdefault(element.getparent(), []).append(places)
    for sections in by_parent.values():
        words = [
            frozenset[str]().union(*(content_words(lines[at].text) for at in places))
            for places in sections
        ]
        shared = [len(one & other) for one, other in pairwise(words)]
        if len(sections) >= _BRIEFS_LEAST and sum(shared) <= _BRIEFS_SHARE * len(shared):
            return [places[0] for places in sections]
    return []


def _left_out(tree: HtmlElement, lines: Sequence[HtmlLine]) -> frozenset[int]:
    """The lines without prose that trafilatura leaves out of the main text, if it has found it."""
    import trafilatura

    try:
        main = trafilatura.extract(
            tree, favor_recall=True, include_comments=False, include_tables=True
        )
    except Exception:  # noqa: BLE001  a vote less; its own errors are of many kinds
        return frozenset()
    kept_lines = {" ".join(line.split()) for line in (main or "").splitlines()}
    kept = " ".join((main or "").split())

    def is_kept(line: HtmlLine) -> bool:
        # Most of them are lines there too: to look all of it through for each takes far longer.
        return line.text in kept_lines or line.text in kept

    prose = [at for at, line in enumerate(lines) if is_prose(line.text)]
    kept_prose = [at for at in prose if is_kept(lines[at])]
    if not prose or len(kept_prose) < _TRUSTED_SHARE * len(prose):
        return frozenset()
    # Inside a story it also leaves out tables, subheadings and names: there it has no vote.
    head = next((at for at, line in enumerate(lines) if _is_headline(line)), 0)
    last = kept_prose[-1]
    return frozenset(
        at
        for at, line in enumerate(lines)
        if not head <= at <= last
        and not line.signs
        and not any(element.tag in _STORY_TAGS for element in line.holders)
        and not is_prose(line.text)
        and not find_dates(line.text)
        and not is_kept(line)
    )


def _is_headline(line: HtmlLine) -> bool:
    return any(sign.role is Role.HEADLINE for sign in line.signs)


def _markup(
    lines: Sequence[HtmlLine],
    spans: Sequence[tuple[int, int]],
    begins: set[int],
    left_out: frozenset[int],
) -> Iterator[Markup]:
    for at, (line, (start, end)) in enumerate(zip(lines, spans, strict=True)):
        if at in begins:
            yield Markup(Role.ARTICLE, start, start, "one of several articles")
        sign = _decided(line)
        if sign:
            yield Markup(
                sign.role, start, end, sign.by, _day(line) if sign.role is Role.DATE else None
            )
        elif at in left_out:
            yield Markup(Role.LEFTOVER, start, end, "not in the main text")


def _decided(line: HtmlLine) -> Sign | None:
    """A leftover's inside is one whatever else it is; elsewhere the innermost sign holds."""
    leftover = next((sign for sign in line.signs if sign.role is Role.LEFTOVER), None)
    if leftover:
        return leftover
    is_said = bool(line.signs) and line.signs[-1].role is Role.DATE
    if len(line.times) == 1 and not is_said and len(line.text.split()) <= _DATE_MOST_WORDS:
        return Sign(Role.DATE, "<time> in it")
    return line.signs[-1] if line.signs else None


def _day(line: HtmlLine) -> str | None:
    if len(line.times) != 1:
        return None
    dates = find_dates(line.times[0].get("datetime") or "")
    return dates[0].day.isoformat() if dates and dates[0].day else None
