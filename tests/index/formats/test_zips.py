"""The files of a zip archive, by names that can be cited."""

import io
import zipfile

import pytest

from index.errors import SourceUnreadable
from index.formats.streams import Allowance
from index.formats.zips import files_in, opened_member, opened_zip
from tests.index.formats.making import encrypted, zip_of


def _paths(archive: bytes) -> list[str]:
    with opened_zip(io.BytesIO(archive), "a.zip") as opened:
        return [path for _, path in files_in(opened)]


def _open_first(archive: bytes) -> bytes:
    with opened_zip(io.BytesIO(archive), "a.zip") as opened:
        member, path = next(files_in(opened))
        uri = f"a.zip#{path}"
        with opened_member(opened, member, uri, Allowance(uri, len(archive))) as stream:
            return stream.readall()


def test_files_come_in_the_archives_order() -> None:
    assert _paths(zip_of({"b/2.txt": "", "b/": "", "a.txt": ""})) == ["b/2.txt", "a.txt"]


def test_hidden_files_and_those_of_macos_are_passed_over() -> None:
    names = ("__MACOSX/a.txt", "news/.hidden", ".git/config", "./a.txt")
    assert _paths(zip_of(dict.fromkeys(names, ""))) == ["a.txt"]


def test_a_path_leads_nowhere() -> None:
    assert _paths(
        zip_of({"../../etc/a.txt": "", "/etc/b.txt": "", "..": "", "c\\..\\d.txt": ""})
    ) == [
        "etc/a.txt",
        "etc/b.txt",
        "c/d.txt",
    ]


def test_a_name_is_utf_8_even_where_the_archive_does_not_say_so() -> None:
    # zipfile marks a name as UTF-8 as it must; other programs do not.
    archive = zip_of({"Güler.txt": "x"})
    unmarked = bytearray(archive)
    unmarked[7] &= ~0x08
    unmarked[archive.index(b"PK\x01\x02") + 9] &= ~0x08
    assert _paths(archive) == _paths(bytes(unmarked)) == ["Güler.txt"]


def test_a_name_in_an_old_encoding_and_one_with_controls_can_be_cited() -> None:
    archive = zip_of({"a.txt": "x"}).replace(b"a.txt", b"\x82.txt")
    assert _paths(archive) == ["é.txt"]
    assert _paths(zip_of({"a\nb.txt": ""})) == ["a\N{REPLACEMENT CHARACTER}b.txt"]


def test_a_member_is_read() -> None:
    assert _open_first(zip_of({"a.txt": "Hello"})) == b"Hello"


def test_an_encrypted_member_is_named() -> None:
    with pytest.raises(SourceUnreadable, match=r"^a\.zip#a\.txt is encrypted"):
        _open_first(encrypted(zip_of({"a.txt": "Hello"})))


def test_a_member_that_is_not_what_was_packed_is_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", "Hello")
    with pytest.raises(SourceUnreadable, match=r"a\.zip#a\.txt is broken after 0 bytes: Bad CRC"):
        _open_first(buffer.getvalue().replace(b"Hello", b"Jello"))


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive", zip_of({"a.txt": "x"})[:-10]])
def test_what_is_no_whole_archive_is_refused(content: bytes) -> None:
    with pytest.raises(SourceUnreadable, match=r"^a\.zip is no whole zip archive") as caught:
        _paths(content)
    assert caught.value.remedy
