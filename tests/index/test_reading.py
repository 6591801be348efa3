"""How an item becomes a page, and which items do not."""

import hashlib
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import SourceUnreadable
from index.reading import item_sha256, read_page, refuse_unread
from index.records import Document, Field, Item, Told
from tests.index.formats.making import docx_of, pdf_of

TEXT = "Güler said:\r\n “no”. \n"
TOLD = (Told(Field.TITLE, "A Title", "field 'title'"),)
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Top</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>Body.</w:t></w:r></w:p></w:body></w:document>"
)


def _read(content: bytes, name: str = "page.txt") -> Document:
    return read_page(Item(f"news/{name}", name, content)).document


def _refused(content: bytes, name: str = "page.txt") -> SourceUnreadable:
    with pytest.raises(SourceUnreadable) as caught:
        _read(content, name)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("page.txt", "text/plain"),
        ("page.text", "text/plain"),
        ("page", "text/plain"),
        ("page.2020", "text/plain"),
        ("page.MD", "text/markdown"),
        ("page.markdown", "text/markdown"),
    ],
)
def test_the_text_is_the_files_character_for_character(name: str, media_type: str) -> None:
    document = _read(TEXT.encode(), name)
    assert document.text == TEXT
    assert (document.uri, document.media_type) == (f"news/{name}", media_type)
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_text_in_an_old_encoding_is_read() -> None:
    assert _read(TEXT.encode("cp1252")).text == TEXT


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.xhtml"])
def test_html_is_read_as_its_text(name: str) -> None:
    document = _read(b"<html><body><p>Hello there.</p></body></html>", name)
    assert document.text.strip() == "Hello there."
    assert document.media_type == "text/html"


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html>",
        "  \n<!doctype HTML><html>",
        "<html lang='en'>",
        "\ufeff<html>",
        '<?xml version="1.0"?><!DOCTYPE html>',
        "<!-- saved --><html>",
    ],
)
def test_html_under_another_name_is_html(start: str) -> None:
    document = _read(f"{start}<body><p>Hello there.</p></body></html>".encode())
    assert (document.text.strip(), document.media_type) == ("Hello there.", "text/html")


@pytest.mark.parametrize("text", ["<p>x</p>", "The <html> tag", "<htmlx>", "<!-- x -->"])
def test_text_with_tags_is_text(text: str) -> None:
    assert _read(text.encode()).text == text


def test_what_html_lacks_is_told_by_its_name() -> None:
    assert _refused(b"", "page.html").problem.startswith("news/page.html")


def test_a_pdf_is_read() -> None:
    document = _read(pdf_of([[("Hello.", 0)]]), "page.pdf")
    assert (document.text, document.media_type) == ("Hello.", "application/pdf")


def test_a_word_document_is_read_with_its_headline() -> None:
    page = read_page(Item("a.docx", "a.docx", docx_of(WORD)))
    assert page.document.text == "Top\n\nBody."
    assert "word" in page.document.media_type
    assert [(m.start, m.end, m.sign) for m in page.markup] == [(0, 3, "style 'Title'")]


def test_what_the_item_tells_goes_with_the_page() -> None:
    page = read_page(Item("a.csv#1", "row.txt", b"Text.", TOLD, is_one_article=True))
    assert page.told == TOLD
    assert page.is_one_article
    assert page.document.uri == "a.csv#1"


def test_what_the_item_tells_comes_before_what_the_page_does() -> None:
    html = b"<html><head><title>Other - Paper</title></head><body><p>Hello there.</p></body></html>"
    assert read_page(Item("a.xml#1", "entry.html", html, TOLD)).told[:1] == TOLD


def test_the_same_text_is_the_same_document_under_any_name_and_encoding() -> None:
    one, other = _read(TEXT.encode()), _read(TEXT.encode("utf-16"), "other.md")
    assert one.id == other.id == hashlib.sha256(TEXT.encode()).hexdigest()[:16]
    assert one.sha256 != other.sha256


def test_what_makes_other_articles_makes_another_document() -> None:
    item = Item("a.csv#1", "row.txt", b"Top\n\nBody.")
    other = (replace(TOLD[0], value="Another"),)
    ids = [
        read_page(one).document.id
        for one in (
            item,
            replace(item, told=TOLD),
            replace(item, told=other),
            replace(item, is_one_article=True),
            replace(item, content=b"Top\n\nBody. "),
            Item("a.docx", "a.docx", docx_of(WORD)),
        )
    ]
    assert len(set(ids)) == len(ids)
    again = replace(item, uri="b.csv#7", told=TOLD)
    assert read_page(again).document.id == ids[1]


def test_an_items_digest_is_of_all_that_its_page_is_made_from() -> None:
    item = Item("a.csv#1", "row.txt", b"Text.")
    assert item_sha256(item) == hashlib.sha256(b"Text.").hexdigest()
    assert item_sha256(replace(item, uri="b.csv#1")) == item_sha256(item)
    others = (
        replace(item, content=b"Text"),
        replace(item, told=TOLD),
        replace(item, is_one_article=True),
    )
    assert len({item_sha256(one) for one in (item, *others)}) == 4
    assert read_page(others[1]).document.sha256 == item_sha256(others[1])


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("page.rtf", "Save it as .docx"),
        ("page.odt", "Save it as .docx"),
        ("page.DOC", "Save it as .docx"),
        ("page.xlsx", "Save the table as .csv"),
        ("page.png", "Have its words recognised"),
        ("page.7z", "Unpack it"),
        ("page.py", "Leave it out"),
        ("page.eml", "Save the article as .html"),
    ],
)
def test_a_form_that_is_not_read_is_refused_by_name_with_what_to_do(name: str, remedy: str) -> None:
    error = _refused(b"Text.", name)
    assert error.problem == f"news/{name} is of a form that is not read."
    assert error.remedy.startswith(remedy)
    with pytest.raises(SourceUnreadable):
        refuse_unread("news/x", name)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u2028 \xa0".encode()])
def test_a_file_without_text_is_refused(content: bytes) -> None:
    assert _refused(content).problem == "news/page.txt holds no text."


def test_a_word_document_without_text_is_refused() -> None:
    empty = docx_of(WORD.replace("Top", " ").replace("Body.", ""))
    assert _refused(empty, "a.docx").problem == "news/a.docx holds no text."


def test_binary_content_is_refused() -> None:
    assert _refused(b"text\0").problem == "news/page.txt is a binary file, not text."


def test_plain_text_loads_no_reader_of_other_forms() -> None:
    script = (
        "import sys; from index.reading import read_page; from index.records import Item;"
        "import index.unpacking; read_page(Item('a', 'a.txt', 'é'.encode()));"
        "print(*{'pypdfium2', 'docx', 'feedparser', 'trafilatura', 'lxml', 'charset_normalizer',"
        " 'ftfy'} & set(sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout == "\n"


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff\x1b<")),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_any_text_is_read_back_unless_it_is_white_space(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    if text.strip():
        assert _read(content).text == text
    else:
        assert "holds no text" in _refused(content).problem


@given(st.binary())
def test_no_bytes_raise_anything_else(content: bytes) -> None:
    with suppress(SourceUnreadable):
        assert _read(content).text.strip()
