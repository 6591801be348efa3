"""A PDF gives its pages' text, with blank lines where its paragraphs part."""

import pytest

from index.errors import SourceUnreadable
from index.formats.pdf import read_pdf
from tests.index.formats.making import pdf_of

LOCKED = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'00' * 32}>/U<{'11' * 32}>/P -4>>/ID[<00><00>]"


def _refused(content: bytes) -> SourceUnreadable:
    with pytest.raises(SourceUnreadable) as caught:
        read_pdf(content, "a.pdf")
    assert caught.value.remedy
    return caught.value


def test_lines_stay_and_room_between_them_parts_paragraphs() -> None:
    page = [
        ("Storm Closes Harbour", 0),
        ("The harbour was closed on", 30),
        ("Monday after a storm.", 12),
        ("Repairs will take weeks.", 12),
        ("Boats must go to Sund.", 20),
        ("It is smaller.", 12),
    ]
    assert read_pdf(pdf_of([page]), "a.pdf") == (
        "Storm Closes Harbour\n\nThe harbour was closed on\nMonday after a storm.\n"
        "Repairs will take weeks.\n\nBoats must go to Sund.\nIt is smaller."
    )


def test_a_blank_line_parts_pages_and_one_without_text_is_none() -> None:
    pages = [[("One.", 0)], [], [("Two.", 0)]]
    assert read_pdf(pdf_of(pages), "a.pdf") == "One.\n\nTwo."


def test_a_hyphen_at_a_lines_end_stays() -> None:
    page = [("The exam-", 0), ("ple goes on.", 12), ("And ends.", 12), ("Next.", 20)]
    assert read_pdf(pdf_of([page]), "a.pdf") == "The exam-\nple goes on.\nAnd ends.\n\nNext."


def test_larger_letters_are_a_paragraph_of_their_own() -> None:
    content = pdf_of([[("Title here", 0), ("Body here", 12)]])
    larger = content.replace(b"/F 10 Tf 50", b"/F 18 Tf 50").replace(
        b"0 -12 Td (Body", b"/F 10 Tf 0 -12 Td (Body"
    )
    assert read_pdf(larger, "a.pdf") == "Title here\n\nBody here"


def test_letters_beyond_ascii_are_read() -> None:
    encoded = pdf_of([[("Caf\xe9", 0)]]).replace(
        b"/BaseFont/Helvetica", b"/BaseFont/Helvetica/Encoding/WinAnsiEncoding"
    )
    assert read_pdf(encoded, "a.pdf") == "Café"


def test_pictures_alone_are_refused_with_the_way_to_read_them() -> None:
    error = _refused(pdf_of([[]]))
    assert error.problem == "a.pdf holds no text, only pictures."
    assert "ocrmypdf" in error.remedy


def test_an_encrypted_file_is_refused_with_the_way_to_open_it() -> None:
    error = _refused(pdf_of([[("Secret.", 0)]], LOCKED))
    assert error.problem == "a.pdf is encrypted."
    assert "password" in error.remedy


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"Just text."])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    assert _refused(content).problem.startswith("a.pdf is broken: ")
