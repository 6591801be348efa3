"""A Word document gives its paragraphs, and says which is the headline."""

import io

import pytest
from docx import Document
from docx.document import Document as Word

from index.errors import SourceUnreadable
from index.formats import streams
from index.formats.docx import read_docx
from index.records import Markup, Role
from tests.index.formats.making import docx_of, zip_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _saved(word: Word) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _text(body: str) -> str:
    """The text of a document with this body."""
    return read_docx(docx_of(f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"), "a")[0]


def _refused(content: bytes) -> str:
    with pytest.raises(SourceUnreadable) as caught:
        read_docx(content, "a.docx")
    assert caught.value.remedy
    return caught.value.problem


def test_paragraphs_and_tables_come_in_the_documents_order() -> None:
    word = Document()
    word.add_paragraph("One.")
    table = word.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), "ab d", strict=True):
        cell.text = text
    word.add_paragraph("Two\nlines.")
    word.add_paragraph("")
    word.add_paragraph("Three.")
    assert read_docx(_saved(word), "a.docx") == ("One.\n\na\tb\n\n\td\n\nTwo\nlines.\n\nThree.", ())


def test_the_title_is_the_headline_wherever_it_stands() -> None:
    word = Document()
    word.add_heading("A Heading", 1)
    word.add_heading("The Title", 0)
    text, markup = read_docx(_saved(word), "a.docx")
    assert markup == (Markup(Role.HEADLINE, 11, 20, "style 'Title'"),)
    assert text[11:20] == "The Title"


def test_without_a_title_the_first_heading_is_the_headline() -> None:
    word = Document()
    word.add_paragraph("Kicker")
    word.add_heading("One", 1)
    word.add_heading("Two", 1)
    word.add_heading("Three", 2)
    text, markup = read_docx(_saved(word), "a.docx")
    assert [(text[m.start : m.end], m.sign) for m in markup] == [("One", "style 'Heading 1'")]


def test_a_lower_heading_is_no_headline() -> None:
    word = Document()
    word.add_heading("One", 2)
    assert read_docx(_saved(word), "a.docx") == ("One", ())


def test_words_count_wherever_they_stand_and_struck_ones_do_not() -> None:
    assert (
        _text(
            "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/></w:r>"
            "<w:ins><w:r><w:t>c</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>X</w:delText><w:t>Y</w:t></w:r></w:del>"
            "<w:hyperlink><w:r><w:t>d</w:t></w:r></w:hyperlink></w:p>"
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>e</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        == "a\tb-cd\n\ne"
    )


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    assert (
        _text(
            f"<w:p><w:r><w:t>one</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t> two</w:t></w:r></w:p>"
        )
        == "one two\n\nbox"
    )


def test_a_page_laid_out_in_cells_gives_its_paragraphs() -> None:
    word = Document()
    cells = word.add_table(1, 2).rows[0].cells
    cells[0].text = "One."
    cells[0].add_paragraph("Two.")
    cells[1].text = "Three."
    assert read_docx(_saved(word), "a.docx")[0] == "One.\n\nTwo.\n\nThree."


@pytest.mark.parametrize(
    "content",
    [b"", b"text", zip_of({"a.txt": "x"}), docx_of("<w:document"), docx_of("<other/>")],
)
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    assert _refused(content).startswith("a.docx is no ")


@pytest.mark.parametrize("depth", [0, 9])
def test_entities_are_refused(depth: int) -> None:
    laughs = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(depth))
    problem = _refused(
        docx_of(
            f'<!DOCTYPE d [<!ENTITY e0 "ha">{laughs}]><w:document {W}><w:body><w:p><w:r><w:t>'
            f"&e{depth};</w:t></w:r></w:p></w:body></w:document>"
        )
    )
    assert "entit" in problem


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = docx_of(" " * 30_000_000)
    assert "unpacks to more than 200 times its size" in _refused(bomb)
    monkeypatch.setattr(streams, "PACKED_RATIO", 10**9)
    monkeypatch.setattr("index.formats.docx.ITEM_BYTES", 1_000_000)
    assert "unpacks to too much" in _refused(bomb)
