"""What an element of a page is, by its tag, its attributes and its names."""

import pytest
from lxml.html import HtmlElement, document_fromstring

from index.formats.html_roles import article_headings, is_hidden, read_sign
from index.records import Role


def _element(markup: str) -> HtmlElement:
    """The element of the made page with the words "This one" in it."""
    body = document_fromstring(f"<body>{markup}</body>").body
    return next(e for e in body.iter() if (e.text or "").startswith("This one"))


def _role(markup: str, *, is_most_of_page: bool = False) -> Role | None:
    element = _element(markup)
    heads = element in article_headings(element.getroottree().getroot())
    sign = read_sign(element, is_most_of_page=is_most_of_page, heads_article=heads)
    return sign.role if sign else None


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ("<p>This one</p>", None),
        ("<div class='content main'>This one</div>", None),
        ("<nav>This one</nav>", Role.LEFTOVER),
        ("<aside>This one</aside>", Role.LEFTOVER),
        ("<button>This one</button>", Role.LEFTOVER),
        ("<footer>This one</footer>", Role.LEFTOVER),
        ("<article><footer>This one</footer></article>", None),
        ("<header>This one</header>", Role.LEFTOVER),
        ("<header>This one <h1>x</h1></header>", None),
        ("<article><header>This one</header></article>", None),
        ("<div role=navigation>This one</div>", Role.LEFTOVER),
        ("<div role=main>This one</div>", None),
        ("<div class='share-bar'>This one</div>", Role.LEFTOVER),
        ("<div class='c-socialLinks'>This one</div>", Role.LEFTOVER),
        ("<div class='SocialShare'>This one</div>", Role.LEFTOVER),
        ("<div id=comments>This one</div>", Role.LEFTOVER),
        ("<div class='read-more'>This one</div>", Role.LEFTOVER),
        ("<div class='most_popular'>This one</div>", Role.LEFTOVER),
        ("<div class='author-bio'>This one</div>", Role.LEFTOVER),
        ("<div class='no-comments'>This one</div>", None),
        ("<div class='has-sidebar'>This one</div>", None),
        ("<div class='footer'>This one</div>", Role.LEFTOVER),
        ("<div class='shareholders'>This one</div>", None),
        ("<p class='teaser'>This one</p>", None),
        ("<p class='teaser'>This one <a>is of these links</a></p>", Role.LEFTOVER),
        ("<h1>This one</h1>", Role.HEADLINE),
        ("<h2>This one</h2>", None),
        ("<div role=heading aria-level=1>This one</div>", Role.HEADLINE),
        ("<div role=heading aria-level=2>This one</div>", None),
        ("<article><h2>This one</h2></article>", Role.HEADLINE),
        ("<article><h2>x</h2><h2>This one</h2></article>", None),
        ("<article><h2>This one</h2><h1>x</h1></article>", None),
        ("<p class='entry-title'>This one</p>", Role.HEADLINE),
        ("<p class='article-headline'>This one</p>", Role.HEADLINE),
        ("<p class='headline-wrapper'>This one</p>", None),
        ("<p class='title'>This one</p>", None),
        ("<p itemprop=headline>This one</p>", Role.HEADLINE),
        ("<time>This one</time>", Role.DATE),
        ("<p class='pub-date'>This one</p>", Role.DATE),
        ("<p class='dateline'>This one</p>", Role.DATE),
        ("<p class='date-share'>This one</p>", Role.LEFTOVER),
        ("<p class='update'>This one</p>", None),
        ("<p itemprop=datePublished>This one</p>", Role.DATE),
        ("<p class='byline'>This one</p>", Role.BYLINE),
        ("<p class='story__author'>This one</p>", Role.BYLINE),
        ("<a rel=author>This one</a>", Role.BYLINE),
        ("<p itemprop=author>This one</p>", Role.BYLINE),
        ("<figcaption>This one</figcaption>", Role.CAPTION),
        ("<p class='wp-caption'>This one</p>", Role.CAPTION),
        ("<p class='photo-credit'>This one</p>", Role.CAPTION),
        ("<p class='caption-text'>This one</p>", None),
        ("<p itemprop=commentText>This one</p>", Role.LEFTOVER),
    ],
)
def test_the_markup_tells_what_an_element_is(markup: str, role: Role | None) -> None:
    assert _role(markup) is role


@pytest.mark.parametrize("markup", ["<div class='sidebar'>This one</div>", "<form>This one</form>"])
def test_a_leftovers_name_says_nothing_of_most_of_the_page(markup: str) -> None:
    assert _role(markup) is Role.LEFTOVER
    assert _role(markup, is_most_of_page=True) is None


def test_a_sign_says_what_it_was_told_by() -> None:
    for markup, by in (
        ("<nav>This one</nav>", "<nav>"),
        ("<p class='a share-bar'>This one</p>", "class 'share-bar'"),
        ("<p itemprop=author>This one</p>", "itemprop 'author'"),
    ):
        sign = read_sign(_element(markup), is_most_of_page=False, heads_article=False)
        assert sign is not None
        assert sign.by == by


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        ("<p>This one</p>", False),
        ("<p hidden>This one</p>", True),
        ("<p hidden=until-found>This one</p>", False),
        ("<p style='DISPLAY: NONE'>This one</p>", True),
        ("<p style='display: block'>This one</p>", False),
        ("<p class='x sr-only'>This one</p>", True),
        ("<p class='sr-only-focusable'>This one</p>", False),
    ],
)
def test_what_no_browser_shows_is_hidden(markup: str, hidden: bool) -> None:
    assert is_hidden(_element(markup)) is hidden
