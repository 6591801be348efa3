"""What is packed is read within its limits, and what is broken is named."""

import gzip
import io

import pytest

from index.errors import SourceUnreadable
from index.formats import streams
from index.formats.streams import Allowance, GuardedStream, opened_text, read_whole

SMALL_LIMITS = {"ARCHIVE_BYTES": 4_000, "RATIO_FREE_BYTES": 1_000, "PACKED_RATIO": 20}


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit in SMALL_LIMITS.items():
        monkeypatch.setattr(streams, name, limit)


@pytest.mark.usefixtures("small_limits")
def test_so_much_may_come_out_whatever_it_was_packed_to() -> None:
    allowance = Allowance("a.gz", packed=1)
    allowance.take(1_000)
    with pytest.raises(SourceUnreadable, match=r"a\.gz unpacks to more than 20 times its size"):
        allowance.take(1)
    assert allowance.is_spent


@pytest.mark.usefixtures("small_limits")
def test_more_may_come_out_of_more_up_to_the_limit_of_an_archive() -> None:
    allowance = Allowance("a.gz", packed=1_000)
    allowance.take(4_000)
    assert not allowance.is_spent
    with pytest.raises(SourceUnreadable, match="holds more than the 0 MB that an archive may"):
        allowance.take(1)


@pytest.mark.usefixtures("small_limits")
def test_what_comes_out_of_a_member_comes_out_of_its_archive() -> None:
    whole = Allowance("a.zip", packed=1_000)
    for name in "bcde":
        Allowance(f"a.zip#{name}", 1_000, whole).take(1_000)
    last = Allowance("a.zip#f", 1_000, whole)
    with pytest.raises(SourceUnreadable, match=r"a\.zip holds more"):
        last.take(1)
    assert whole.is_spent
    assert not last.is_spent


def test_a_stream_gives_its_bytes_and_no_more_than_it_may(small_limits: None) -> None:
    packed = gzip.compress(b"a" * 1_001)
    inner = gzip.GzipFile(fileobj=io.BytesIO(packed))
    stream = io.BufferedReader(GuardedStream(inner, "a.gz", Allowance("a.gz", len(packed))))
    with pytest.raises(SourceUnreadable, match="times its size"):
        stream.read()


def test_where_a_stream_breaks_is_told_and_what_came_before_is_given() -> None:
    content = "".join(f"line {number * 7919 % 10007}\n" for number in range(5_000)).encode()
    packed = gzip.compress(content)[:-2_000]
    stream = GuardedStream(gzip.GzipFile(fileobj=io.BytesIO(packed)), "a.gz")
    read = b""

    def read_all() -> None:
        nonlocal read
        while chunk := stream.read(1_000):
            read += chunk

    with pytest.raises(SourceUnreadable) as caught:
        read_all()
    assert content.startswith(read)
    assert len(read) > 10_000
    assert caught.value.problem.startswith(f"a.gz is broken after {len(read):,} bytes: ")
    assert caught.value.remedy


def test_one_piece_may_only_be_so_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "ITEM_BYTES", 10)
    assert read_whole(io.BytesIO(b"a" * 10), "a.txt") == b"a" * 10
    with pytest.raises(SourceUnreadable, match=r"^a\.txt is larger than") as caught:
        read_whole(io.BytesIO(b"a" * 11), "a.txt")
    assert caught.value.remedy.startswith("Split it")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_text_is_read_in_the_encoding_that_its_beginning_tells(encoding: str) -> None:
    text = "“Café” says Müller.\r\nThe next line is here.\n"
    with opened_text(io.BytesIO(text.encode(encoding)), "a.csv", newline="") as stream:
        assert stream.read() == text


def test_bytes_that_come_later_and_are_no_text_become_lone_surrogates() -> None:
    content = b"a" * (1 << 20) + b"\xe9"
    with opened_text(io.BytesIO(content), "a.csv", newline="") as stream:
        assert stream.read()[-2:] == "a\udce9"


def test_a_letter_that_the_first_megabyte_cuts_is_whole() -> None:
    content = b"a" * ((1 << 20) - 1) + "é".encode()
    with opened_text(io.BytesIO(content), "a.csv", newline="") as stream:
        assert stream.read()[-2:] == "aé"


def test_utf_16_that_breaks_off_is_named() -> None:
    content = ("a" * (1 << 19)).encode("utf-16") + b"\x00\xd8\x00"
    with (
        pytest.raises(SourceUnreadable, match=r"a\.csv is broken: it is not UTF-16"),
        opened_text(io.BytesIO(content), "a.csv", newline="") as stream,
    ):
        stream.read()
