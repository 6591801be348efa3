"""An HTML page as text with its markup: all that is shown, and what it is."""

import pytest

from index.errors import SourceUnreadable
from index.formats.html import read_html
from index.pages.extracting import Extracted, extract
from index.records import BlockKind, Field, Markup, Page, Role
from tests.index.making import BOATS, BUSES, FARES, HARBOUR, REPAIRS, blocks_of, document_of

HEADLINE, CAPTION, DATELINE, BODY, BOILERPLATE = BlockKind
ONE, TWO = "Storm Closes the Harbour of Veltrin", "Ostmark Doubles Its Night Buses"
STORM = f"<p>{HARBOUR}</p><p>{REPAIRS}</p><p>{BOATS}</p>"
MORE = "Drivers have been promised two nights off in each week."
NIGHT = f"<p>{BUSES}</p><p>{FARES}</p><p>{MORE}</p>"


def _text(body: str) -> str:
    return read_html(body.encode())[0]


def _roles(body: str) -> dict[str, Role]:
    """Each marked stretch's words with what they are."""
    text, _, markup = read_html(body.encode())
    return {text[m.start : m.end]: m.role for m in markup if m.role is not Role.ARTICLE}


def _starts(body: str) -> list[str]:
    """The first lines of the articles that begin below the page's first."""
    text, _, markup = read_html(body.encode())
    return [text[m.start :].split("\n")[0] for m in markup if m.role is Role.ARTICLE]


def _extracted(body: str) -> tuple[str, tuple[Extracted, ...]]:
    text, told, markup = read_html(body.encode())
    return text, extract(Page(document_of(text), told, markup))


def test_lines_stand_a_blank_line_apart_and_those_of_a_break_right_below() -> None:
    text = _text("<h1>One</h1><p>Two<br>three</p><hr><p>Four</p>")
    assert text == "One\n\nTwo\nthree\n\n\n\nFour\n"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>Türkiye</p>".encode(), "Türkiye\n"),
        (b'<meta charset="iso-8859-9"><p>T\xfcrkiye \xfe</p>', "Türkiye ş\n"),
        (b"<meta charset=windows-1251><p>\xcc\xee\xf1\xea\xe2\xe0</p>", "Москва\n"),
        (b"<meta charset=nonsense><p>One</p>", "One\n"),
        (b'<?xml version="1.0" encoding="utf-8"?><html><p>One</p></html>', "One\n"),
        (b"<p>One &amp; two&nbsp;three</p>", "One & two three\n"),
        (b"<p>One<!-- not this --> two</p>", "One two\n"),
        (b"<meta charset=utf-8><p>On\0e</p>", "One\n"),
        (b"One", "One\n"),
        (b"<p></p>", ""),
    ],
)
def test_bytes_are_read_as_the_page_says_they_are(content: bytes, text: str) -> None:
    assert read_html(content)[0] == text


@pytest.mark.parametrize("content", [b"", b"  ", b"\x7fELF\x02\x01\x00\x00\x00"])
def test_bytes_without_a_page_are_refused(content: bytes) -> None:
    with pytest.raises(SourceUnreadable, match=r"The page .+\."):
        read_html(content)


def test_elements_nested_a_thousand_deep_are_read() -> None:
    assert _text("<div>" * 1_000 + "One") == "One\n"


def test_the_markup_of_a_page_is_of_its_lines() -> None:
    roles = _roles(
        f"<nav>Home News</nav><article><h1>{ONE}</h1><p class=byline>By Nora Falk</p>"
        f"<time datetime=2020-02-20>Thursday</time><figcaption>The quay</figcaption>{STORM}"
        "<div class=share-bar>Facebook</div></article>"
    )
    assert roles == {
        "Home News": Role.LEFTOVER,
        ONE: Role.HEADLINE,
        "By Nora Falk": Role.BYLINE,
        "Thursday": Role.DATE,
        "The quay": Role.CAPTION,
        "Facebook": Role.LEFTOVER,
    }


def test_a_time_tells_its_day_beside_its_words() -> None:
    _, _, markup = read_html(f"<time datetime=2020-02-20T10:00>Thursday</time>{STORM}".encode())
    assert markup[0] == Markup(Role.DATE, 0, 8, "<time>", "2020-02-20")


def test_all_inside_a_leftover_is_one() -> None:
    roles = _roles(f"<article>{STORM}</article><aside><h1>Mayor opens school</h1></aside>")
    assert roles["Mayor opens school"] is Role.LEFTOVER


def test_a_leftovers_name_on_most_of_the_prose_says_nothing() -> None:
    assert _roles(f"<div class=sidebar><h1>{ONE}</h1>{STORM}</div>") == {ONE: Role.HEADLINE}


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h2>{ONE}</h2>{STORM}</article><article><h2>{TWO}</h2>{NIGHT}</article>",
        f"<div class=post><h2>{ONE}</h2>{STORM}</div><div class=post><h2>{TWO}</h2>{NIGHT}</div>",
    ],
)
def test_a_page_of_several_articles_says_where_they_begin(body: str) -> None:
    assert _starts(body) == [TWO]
    text, found = _extracted(body)
    assert [extracted.article.title for extracted in found] == [ONE, TWO]
    assert blocks_of(found[1].article, text) == [
        (HEADLINE, TWO), (BODY, BUSES), (BODY, FARES), (BODY, MORE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>{ONE}</h1>{STORM}</article>",
        f"<article><h1>{ONE}</h1>{STORM}</article><article><h2>{TWO}</h2><p>Short.</p></article>",
        f"<div class=live-blog><h1>{ONE}</h1><div class=post><h2>10:45</h2>{STORM}</div>"
        f"<div class=post><h2>11:00</h2>{NIGHT}</div></div>",
        f"<article><h1>{ONE}</h1>{STORM}<article><h2>{TWO}</h2>{NIGHT}</article></article>",
        f"<div class=text><h2>{ONE}</h2>{STORM}</div><div class=text><h2>{TWO}</h2>{NIGHT}</div>",
    ],
)
def test_a_page_of_one_article_names_no_second(body: str) -> None:
    assert _starts(body) == []


def test_three_headed_sections_without_a_word_in_common_are_three_stories() -> None:
    third = (
        "Rain Falls on Kvist",
        "<p>Umbrellas sold out in Kvist as rain fell for nine days.</p>",
    )
    stories = [(ONE, f"<p>{HARBOUR}</p>"), (TWO, f"<p>{BUSES}</p>"), third]
    body = "".join(f"<div><h3>{title}</h3>{text}</div>" for title, text in stories)
    assert _starts(body) == [TWO, "Rain Falls on Kvist"]


def test_three_headed_sections_in_the_same_words_are_one_storys() -> None:
    more = "The harbour of Veltrin and its cranes were closed by the storm on the quay."
    heads = ("The harbour", "The cranes", "The quay of Veltrin")
    body = "".join(f"<div><h3>{head}</h3><p>{more}</p></div>" for head in heads)
    assert _starts(body) == []


def test_what_stands_outside_the_main_text_is_a_leftover() -> None:
    body = (
        f"<div><p>Ferries and trams</p></div><div><h1>{ONE}</h1>"
        + f"{STORM}{NIGHT}" * 3
        + "</div><div><p>Imprint of Veltrin</p></div>"
    )
    text, (found,) = _extracted(body)
    kinds = {words: kind for kind, words in blocks_of(found.article, text)}
    assert kinds[ONE] is HEADLINE
    assert kinds["Ferries and trams"] is BOILERPLATE
    assert kinds["Imprint of Veltrin"] is BOILERPLATE


def test_a_whole_page_gives_its_article() -> None:
    text, (found,) = _extracted(
        f"<html lang=en><head><title>{ONE} | The Courier</title></head><body>"
        f"<header>The Courier</header><article><h1>{ONE}</h1><p class=author>Nora Falk</p>"
        f"<time datetime=2020-02-20>last Thursday</time>{STORM}</article><footer>x</footer>"
    )
    article = found.article
    assert (article.title, article.byline, article.language) == (ONE, "Nora Falk", "en")
    assert str(article.published) == "2020-02-20"
    assert dict(article.origins)[Field.TITLE] == "headline"
    bodies = [words for kind, words in blocks_of(article, text) if kind is BODY]
    assert bodies == [HARBOUR, REPAIRS, BOATS]


@pytest.mark.parametrize("charset", ["undefined", "punycode", "no-such"])
def test_a_charset_that_is_none_costs_no_page(charset: str) -> None:
    content = f"<meta charset={charset}><p>{HARBOUR}</p>".encode()
    assert read_html(content)[0] == f"{HARBOUR}\n"


def test_control_characters_are_no_part_of_the_text() -> None:
    content = b"<head><script>x</script>\x0c<title>T</title></head><p>One\x0btwo &#12; three</p>"
    assert read_html(content)[0].split() == ["One", "two", "three"]


def test_what_is_nested_too_deeply_to_be_read_whole_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="too deeply"):
        read_html(b"<div>" * 10_000 + b"<p>The story.</p>")


def test_a_name_and_a_date_that_only_style_parts_are_read_apart() -> None:
    meta = (
        '<div><span class="author">By Nora Falk</span><time datetime="2020-02-20">Thu</time></div>'
    )
    page = f"<h1>Storm closes the harbour of Veltrin</h1>{meta}<p>{HARBOUR}</p><p>{REPAIRS}</p>"
    _, (found,) = _extracted(page)
    assert found.article.byline == "Nora Falk"
    assert str(found.article.published) == "2020-02-20"


def test_a_letter_that_a_class_enlarges_is_not_parted_from_its_word() -> None:
    content = b'<p><span class="dropcap">T</span>he harbour was closed.</p>'
    assert read_html(content)[0] == "The harbour was closed.\n"


def test_what_is_utf_8_throughout_is_read_so_whatever_it_declares() -> None:
    content = "<meta charset=iso-8859-1><p>Café</p>".encode()
    assert read_html(content)[0] == "Café\n"


def test_latin_1_is_read_as_browsers_do() -> None:
    content = "<meta charset=iso-8859-1><p>“Café”</p>".encode("cp1252")
    assert read_html(content)[0] == "“Café”\n"
