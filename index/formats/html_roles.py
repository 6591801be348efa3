"""Tell what an element of an HTML page is to its reader. Input: an element. Output: a Sign or none.

By the tag, by what HTML's own vocabularies say (roles, microdata), and by the words that sites name
their classes with. A name that speaks of most of the page says nothing of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml.html import HtmlElement

from index.records import Role


@dataclass(frozen=True, slots=True)
class Sign:
    """A role, and what it was told by: "<nav>", "class 'share-bar'"."""

    role: Role
    by: str


_LEFTOVER_TAGS = frozenset({"nav", "aside", "form", "button", "dialog", "menu", "label", "select"})
_LEFTOVER_ROLES = frozenset(
    """
    navigation search complementary contentinfo banner dialog alertdialog menu menubar toolbar
    """.split()
)
_LEFTOVER_WORDS = frozenset(
    """
    nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs share sharing sharebar social
    socials related recommended recommendations newsletter subscribe subscription signup optin
    comments comment disqus respond cookie cookies consent gdpr cmp promo promos promotion advert
    advertisement ad ads adslot sponsor sponsored sidebar tags taglist tagcloud topics keywords bio
    aboutauthor authorbox authorbio pullquote mostread mostpopular popular trending latest paywall
    toolbar pagination pager masthead logo branding kicker eyebrow overline readmore readnext upnext
    outbrain taboola toast copyright legal colophon teaser teasers widget widgets skip skiplink poll
    donate donation support membership regwall meter blogroll archive archives printfooter utility
    subnav tools actions reactions likes views counter rail inarticle morestories nextstory prevnext
    sitename sitetitle tagline ticker badge
    """.split()
)
# Some sites name a story's lead or a part of it so: there it must be made of links as well.
_DOUBTFUL = frozenset(
    """
    teaser teasers promo promos latest trending popular archive archives widget widgets tools label
    views likes reactions related ticker rail badge counter live actions topics
    """.split()
)
# Two words that only together name a leftover.
_LEFTOVER_PAIRS = frozenset(
    """
    read-more read-next up-next most-read most-popular most-viewed author-bio author-box
    about-author pull-quote site-header site-footer page-header page-footer site-name site-title
    site-branding also-read more-stories more-news more-from next-story prev-next post-nav post-tags
    entry-tags tag-list tag-links cat-links post-categories section-label section-name
    article-section you-may sign-up in-article print-only skip-link app-banner top-bar bottom-bar
    story-section footer-widget read-time reading-time min-read
    """.split()
)
_DENYING = frozenset({"no", "has", "with", "without", "is", "js"})
_CAPTION_WORDS = frozenset(
    {"caption", "captions", "figcaption", "credit", "photocredit", "cutline"}
)
_BYLINE_WORDS = frozenset({"byline", "author", "authors", "writer", "authorname"})
_DATE_WORDS = frozenset(
    "date pubdate datetime dateline timestamp published publishdate posted postdate pubtime".split()
)
_HEADLINE_WORDS = frozenset({"headline", "headlines"})
_HEADLINE_PAIRS = frozenset(
    "entry-title post-title article-title story-title page-title node-title news-title".split()
)
_ITEM_ROLES = {
    "headline": Role.HEADLINE,
    "author": Role.BYLINE,
    "datepublished": Role.DATE,
    "datecreated": Role.DATE,
    "caption": Role.CAPTION,
    "commenttext": Role.LEFTOVER,
}
_WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_WORDS = frozenset(
    """
    sr-only visually-hidden screen-reader-text screen-reader visuallyhidden sronly a11y-hidden
    """.split()
)


def is_hidden(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of the element."""
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    return bool(_HIDDEN_WORDS & set((element.get("class") or "").lower().split()))


def article_headings(body: HtmlElement) -> frozenset[HtmlElement]:
    """The heading of each <article> that has no <h1>: its first one."""
    firsts = (
        next(article.iter("h2", "h3"), None)
        for article in body.iter("article")
        if next(article.iter("h1"), None) is None
    )
    return frozenset(first for first in firsts if first is not None)


def read_sign(element: HtmlElement, *, is_most_of_page: bool, heads_article: bool) -> Sign | None:
    """What the element's markup says that it is. ``is_most_of_page`` where a leftover's name on it
    could only be wrong, ``heads_article`` where it is one of the `article_headings`."""
    tag = str(element.tag)
    item = (element.get("itemprop") or "").lower()
    if item in _ITEM_ROLES and not is_most_of_page:
        return Sign(_ITEM_ROLES[item], f"itemprop {item!r}")
    if tag == "figcaption":
        return Sign(Role.CAPTION, "<figcaption>")
    if not is_most_of_page:
        sign = _leftover(element, tag)
        if sign:
            return sign
    if heads_article:
        return Sign(Role.HEADLINE, f"<{tag}> at the head of an <article>")
    return _by_tag(element, tag) or _by_class(element)


def _is_of_links(element: HtmlElement) -> bool:
    """Whether half of the element's words are links."""
    words = len((element.text_content() or "").split())
    linked = sum(len((link.text_content() or "").split()) for link in element.iter("a"))
    return linked * 2 >= words


def _leftover(element: HtmlElement, tag: str) -> Sign | None:
    role = (element.get("role") or "").lower()
    if _is_leftover_tag(element, tag):
        return Sign(Role.LEFTOVER, f"<{tag}>")
    if role in _LEFTOVER_ROLES:
        return Sign(Role.LEFTOVER, f"role {role!r}")
    name = next((name for name in _names(element) if _is_leftover_name(element, name)), None)
    return Sign(Role.LEFTOVER, f"class {name!r}") if name else None


def _is_leftover_tag(element: HtmlElement, tag: str) -> bool:
    if tag == "footer":
        return not _is_inside(element, "article")
    if tag == "header":
        holds_headline = next(element.iter("h1"), None) is not None
        return not holds_headline and not _is_inside(element, "article", "main")
    return tag in _LEFTOVER_TAGS


def _is_leftover_name(element: HtmlElement, name: str) -> bool:
    words = _split(name)
    # "post-date-share" is of sharing, "related-date" too; but "no-comments" and "has-sidebar" say
    # what is not there, or what stands beside.
    if words == ["footer"] or (words and words[0] in _DENYING):
        return words == ["footer"]
    named = (_LEFTOVER_WORDS & {*words, "".join(words)}) | (_pairs(words) & _LEFTOVER_PAIRS)
    return bool(named - _DOUBTFUL or (named and _is_of_links(element)))


def _by_tag(element: HtmlElement, tag: str) -> Sign | None:
    if tag == "h1" or (element.get("role") == "heading" and element.get("aria-level") == "1"):
        return Sign(Role.HEADLINE, f"<{tag}>")
    if tag == "time":
        return Sign(Role.DATE, "<time>")
    if (element.get("rel") or "") == "author":
        return Sign(Role.BYLINE, "rel 'author'")
    return None


def _by_class(element: HtmlElement) -> Sign | None:
    for name in _names(element):
        words = _split(name)
        for role, single in (
            (Role.CAPTION, _CAPTION_WORDS),
            (Role.BYLINE, _BYLINE_WORDS),
            (Role.DATE, _DATE_WORDS),
            (Role.HEADLINE, _HEADLINE_WORDS),
        ):
            if words and (words[-1] in single or "".join(words) in single):
                return Sign(role, f"class {name!r}")
        if _pairs(words) & _HEADLINE_PAIRS and words[-1] == "title":
            return Sign(Role.HEADLINE, f"class {name!r}")
    return None


def stands_apart(element: HtmlElement) -> bool:
    """Whether an element within a line is a name or a date, set apart from it by style alone."""
    if element.tag == "time" or (element.get("itemprop") or "").lower() in _ITEM_ROLES:
        return True
    sign = _by_class(element)
    return sign is not None and sign.role in (Role.BYLINE, Role.DATE)


def _names(element: HtmlElement) -> list[str]:
    return [*(element.get("class") or "").split(), *(element.get("id") or "").split()]


def _split(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]


def _pairs(words: Sequence[str]) -> set[str]:
    return {f"{one}-{two}" for one, two in pairwise(words)}


def _is_inside(element: HtmlElement, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None
