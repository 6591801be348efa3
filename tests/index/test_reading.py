"""How a file becomes a document, and which files do not."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import SourceUnreadable
from index.reading import read_bytes, read_document
from index.records import Document

TEXT = "Güler said:\r\n “no”. \n"


def _read(content: bytes, name: str = "news/page.txt") -> Document:
    return read_document(name, Path(name), content)


def _refused(content: bytes) -> SourceUnreadable:
    with pytest.raises(SourceUnreadable) as caught:
        _read(content)
    assert caught.value.remedy
    return caught.value


def test_the_text_is_the_files_character_for_character() -> None:
    document = _read(TEXT.encode())
    assert document.text == TEXT
    assert (document.uri, document.media_type) == ("news/page.txt", "text/plain")
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(encoding: str) -> None:
    assert _read(TEXT.encode(encoding)).text == TEXT


def test_utf_16_and_32_are_read_in_either_order_of_bytes() -> None:
    assert _read(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT
    assert _read(b"\xff\xfe" + TEXT.encode("utf-16-le")).text == TEXT
    assert _read(b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be")).text == TEXT


def test_the_same_text_is_the_same_document_under_any_name_and_encoding() -> None:
    one, other = _read(TEXT.encode()), _read(TEXT.encode("utf-16"), "other.md")
    assert one.id == other.id
    assert one.sha256 != other.sha256
    assert other.media_type == "text/markdown"


def test_one_character_more_is_another_document() -> None:
    assert _read(TEXT.encode()).id != _read(f"{TEXT} ".encode()).id


def test_bytes_of_an_older_encoding_are_refused_with_the_way_to_convert_them() -> None:
    error = _refused("Güler".encode("latin-1"))
    assert error.problem == "news/page.txt is not UTF-8 text: byte 1 cannot be decoded."
    assert error.remedy.startswith("Convert it: iconv -f")


def test_a_broken_utf_16_file_is_refused() -> None:
    assert "is not UTF-16" in _refused(b"\xff\xfea").problem


@pytest.mark.parametrize("content", [b"PK\x03\x04\0\0", b"text\0", b"\xef\xbb\xbfa\0b"])
def test_a_file_with_nul_bytes_is_refused_as_binary(content: bytes) -> None:
    assert _refused(content).problem == "news/page.txt is a binary file, not text."


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u2028 \xa0".encode()])
def test_a_file_without_text_is_refused(content: bytes) -> None:
    assert _refused(content).problem == "news/page.txt holds no text."


@pytest.mark.parametrize("kind", ["folder", "dangling", "missing"])
def test_what_the_system_will_not_give_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "page.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(SourceUnreadable) as caught:
        read_bytes(path)
    assert str(path) in caught.value.problem
    assert caught.value.remedy == "Check that the file exists and that you may read it."


def test_bytes_are_read_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"a\r\n\x00")
    assert read_bytes(tmp_path / "page.txt") == b"a\r\n\x00"


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")),
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
    try:
        document = _read(content)
    except SourceUnreadable:
        return
    assert document.text.strip()
