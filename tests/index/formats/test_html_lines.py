"""How an HTML page is laid out as lines, as a browser shows it."""

import pytest
from lxml.html import HtmlElement, document_fromstring

from index.formats.html_lines import HtmlLine, read_html_lines
from index.formats.html_roles import Sign
from index.records import Role


def _lines(body: str) -> list[HtmlLine]:
    return list(read_html_lines(document_fromstring(f"<body>{body}</body>").body, lambda _: None))


def _texts(body: str) -> list[str]:
    return [line.text for line in _lines(body)]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("One <b>and</b> <i>a half</i>", ["One and a half"]),
        ("One<div>Two</div>Three", ["One", "Two", "Three"]),
        ("One<br>Two<br/>Three", ["One", "Two", "Three"]),
        ("<h1>One</h1>Two", ["One", "Two"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<a>Home</a> <a>News</a>", ["Home News"]),
        ("<p> One\n\n  two\t three </p>", ["One two three"]),
        ("<p>One\xa0 two</p>", ["One two"]),
        ("<table><tr><th>Town<th>Votes<tr><td>Sund<td>12</table>", ["Town Votes", "Sund 12"]),
        ("<table><tr><td><p>One</p><p>Two</p><td>Three</table>", ["One", "Two", "Three"]),
        ("<dl><dt>Q<dd>A</dl>", ["Q", "A"]),
        ("<p>One<img alt=x>two</p>", ["Onetwo"]),
        ("", []),
        ("<p> </p><div>\n</div>", []),
    ],
)
def test_what_a_browser_shows_as_a_block_is_a_line(body: str, texts: list[str]) -> None:
    assert _texts(body) == texts


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x</script>",
        "<style>p {}</style>",
        "<noscript>Turn it on</noscript>",
        "<template><p>x</p></template>",
        "<textarea>x</textarea>",
        "<select><option>x</select>",
        "<p hidden>x</p>",
        "<p style='color: red; display:none'>x</p>",
        "<span style='visibility: hidden'>x</span>",
        "<span class='sr-only'>x</span>",
        "<div class='a visually-hidden'>x</div>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out_and_what_follows_is_not(hidden: str) -> None:
    assert " ".join(_texts(f"<p>One {hidden}</p>")) == "One"
    assert "Two" in " ".join(_texts(f"{hidden} Two"))


def test_gaps_tell_a_line_break_a_block_and_a_rule_apart() -> None:
    lines = _lines("<p>One<br>two</p><p>Three</p><hr><p>Four</p><p>Five<br><br>six</p>")
    assert [(line.text, line.gap) for line in lines] == [
        ("One", 1),
        ("two", 0),
        ("Three", 1),
        ("Four", 2),
        ("Five", 1),
        ("six", 1),
    ]


def test_a_line_is_of_the_elements_that_hold_all_of_it() -> None:
    (line,) = _lines("<div><p>One <b>two</b></p></div>")
    assert [element.tag for element in line.holders] == ["body", "div", "p"]
    (bold,) = _lines("<div><p><b>Two</b></p></div>")
    assert [element.tag for element in bold.holders] == ["body", "div", "p", "b"]


def test_each_element_is_asked_once_and_signs_come_outermost_first() -> None:
    asked: list[str] = []

    def sign_of(element: HtmlElement) -> Sign | None:
        asked.append(element.tag)
        return Sign(Role.LEFTOVER, element.tag) if element.tag in ("nav", "h1") else None

    body = document_fromstring("<nav><h1>One</h1><p>Two</p></nav>").body
    one, two = read_html_lines(body, sign_of)
    assert [sign.by for sign in one.signs] == ["nav", "h1"]
    assert [sign.by for sign in two.signs] == ["nav"]
    assert sorted(asked) == ["body", "h1", "nav", "p"]
