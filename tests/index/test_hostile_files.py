"""Broken and hostile files end as named failures, and the good ones beside them are read.

Whatever the bytes are, nothing but SourceUnreadable and Failure comes out, each with a problem and
a remedy, and soon.
"""

import gzip
import io
import json
import random
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.discovering import Source
from index.errors import SourceUnreadable
from index.reading import read_page
from index.records import Failure, Item, Page
from index.unpacking import unpack
from tests.index.formats.making import docx_of, encrypted, pdf_of, zip_of

ROUNDS = 40
LIMIT_S = 5.0
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + "<w:p><w:r><w:t>The harbour was closed.</w:t></w:r></w:p>" * 20
    + "</w:body></w:document>"
)
ROWS = [{"id": n, "title": f"T{n}", "text": f"Text {n}, “quoted”.", "date": "x"} for n in range(30)]
LINES = "\n".join(map(json.dumps, ROWS)).encode()
TABLE = "id,title,text\n" + "".join(f'{n},"T ""{n}""","Text\n{n}"\n' for n in range(30))
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>'
    + "".join(
        f"<item><title>T{n}</title><description><![CDATA[<div><p>Text {n}<b>x</p><table>"
        f"<td>]]></description></item>"
        for n in range(10)
    )
    + "</channel></rss>"
)
GOOD: dict[str, bytes] = {
    "a.txt": "Text “é”.".encode() * 30,
    "a.jsonl": LINES,
    "a.json": json.dumps(ROWS).encode(),
    "a.csv": TABLE.encode(),
    "a.tsv": TABLE.replace(",", "\t").encode(),
    "a.xml": FEED.encode(),
    "a.pdf": pdf_of([[("The harbour was closed.", 0), ("Repairs take weeks.", 12)]] * 3),
    "a.docx": docx_of(WORD),
    "a.zip": zip_of({"a.jsonl": LINES, "b.txt": "Text.", "c.csv": TABLE, "d.pdf": pdf_of([[]])}),
    "a.jsonl.gz": gzip.compress(LINES),
}


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 30))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:end] + content[start:end] * chance.randrange(3) + content[start:]


def _drop(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:start] + content[end:]


def _shake(content: bytes, chance: random.Random) -> bytes:
    return bytes(chance.randrange(256) for _ in range(len(content) % 2_000))


SPOILERS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut,
    _flip,
    _repeat,
    _drop,
    _shake,
)


def _take_in(path: Path) -> tuple[list[Page], list[Failure]]:
    """The pages and failures, as a run would have them. Any other error comes through."""
    pages: list[Page] = []
    failures: list[Failure] = []
    for one in _unpacked(path):
        if isinstance(one, Failure):
            failures.append(one)
        else:
            try:
                pages.append(read_page(one))
            except SourceUnreadable as error:
                failures.append(Failure(one.uri, error.problem, error.remedy))
    return pages, failures


def _unpacked(path: Path) -> Iterator[Item | Failure]:
    try:
        yield from unpack(Source(path.name, path), {})
    except SourceUnreadable as error:
        yield Failure(path.name, error.problem, error.remedy)


def _check(path: Path, content: bytes) -> tuple[list[Page], list[Failure]]:
    path.write_bytes(content)
    began = time.monotonic()
    pages, failures = _take_in(path)
    assert time.monotonic() - began < LIMIT_S
    assert pages or failures
    for failure in failures:
        assert failure.uri.startswith(path.name)
        assert path.name in failure.problem
        assert failure.problem.endswith(".")
        assert failure.remedy.endswith(".")
        f"{failure.uri}{failure.problem}{failure.remedy}".encode()
    for page in pages:
        assert page.document.text.strip()
        page.document.text.encode()
    return pages, failures


@pytest.mark.parametrize("name", GOOD)
def test_the_files_are_good_before_they_are_spoilt(tmp_path: Path, name: str) -> None:
    pages, failures = _check(tmp_path / name, GOOD[name])
    assert pages
    # The archive holds a PDF without a word.
    assert [failure.uri for failure in failures] == (["a.zip#d.pdf"] if name == "a.zip" else [])


@pytest.mark.parametrize("name", GOOD)
def test_a_spoilt_file_is_read_or_named(tmp_path: Path, name: str) -> None:
    chance = random.Random(f"3 {name}")
    for _ in range(ROUNDS):
        spoil = chance.choice(SPOILERS)
        _check(tmp_path / name, spoil(GOOD[name], chance))


@pytest.mark.parametrize("name", [name for name in GOOD if not name.endswith((".zip", ".gz"))])
def test_a_spoilt_file_harms_none_beside_it(tmp_path: Path, name: str) -> None:
    chance = random.Random(f"4 {name}")
    for _ in range(ROUNDS // 4):
        spoilt = chance.choice(SPOILERS)(GOOD[name], chance)
        archive = zip_of({"one.txt": "One.", name: spoilt, "two.txt": "Two."})
        pages, _ = _check(tmp_path / "a.zip", archive)
        texts = [page.document.text for page in pages]
        assert (texts[0], texts[-1]) == ("One.", "Two.")


def test_good_rows_are_read_among_bad_ones(tmp_path: Path) -> None:
    bad = ("{", "[]", '{"text": 3}', '{"text": "\\ud800"}', "\x00", "NaN", '"x"', "[" * 5_000, "{}")
    lines = [line for number in range(len(bad)) for line in (json.dumps(ROWS[number]), bad[number])]
    content = "\n".join(lines).encode()
    pages, failures = _check(tmp_path / "a.jsonl", content.replace(b"\x00", b"\x01"))
    assert [page.document.text for page in pages] == [row["text"] for row in ROWS[: len(bad)]]
    assert [failure.uri for failure in failures] == [
        f"a.jsonl#row {2 * n}" for n in range(1, len(bad) + 1)
    ]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt.gz", gzip.compress(b"a" * 40_000_000), "more than 200 times its size"),
        ("a.jsonl.gz", gzip.compress(b"\n" * 40_000_000), "more than 200 times its size"),
        ("a.csv.gz", gzip.compress(b"a," * 20_000_000), "more than 200 times its size"),
        ("a.zip", zip_of({"a.txt": b"a" * 40_000_000}), "more than 200 times its size"),
        ("a.docx", zip_of({"word/document.xml": b" " * 40_000_000}), "more than 200 times"),
        ("a.zip", zip_of({"b.zip": zip_of({"a.txt": b"x"})}), "an archive within an archive"),
        ("a.zip", encrypted(zip_of({"a.txt": b"x"})), "is encrypted"),
        ("a.txt.gz", b"no gzip at all", "is broken after 0 bytes"),
        ("a.txt.gz", gzip.compress(b"Text.")[:-6], "is broken after"),
        ("a.zip", b"PK\x03\x04", "is no whole zip archive"),
    ],
)
def test_a_trap_is_named(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    pages, failures = _check(tmp_path / name, content)
    assert pages == []
    assert problem in failures[0].problem


def test_members_that_share_their_bytes_are_no_way_around_the_limits(tmp_path: Path) -> None:
    # Fifield's bomb: many names in the list of members for one packed stretch.
    buffer = io.BytesIO(zip_of({"a.txt": b"a" * 15_000_000}))
    with zipfile.ZipFile(buffer, "a") as archive:
        (first,) = archive.infolist()
        for number in range(200):
            copy = zipfile.ZipInfo(f"b{number:02d}.txt")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(copy, field, getattr(first, field))
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
        archive.comment = b"x"
    pages, failures = _check(tmp_path / "a.zip", buffer.getvalue())
    assert len(pages) <= 1
    assert failures


def test_a_name_that_leads_away_writes_nothing(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    names = ("../up.txt", "/etc/root.txt", "..\\..\\back.txt", "C:\\drive.txt", "a/../../b.txt")
    pages, failures = _check(inside / "a.zip", zip_of(dict.fromkeys(names, "Text.")))
    assert not failures
    assert [page.document.uri for page in pages] == [
        f"a.zip#{path}"
        for path in ("up.txt", "etc/root.txt", "back.txt", "C:/drive.txt", "a/b.txt")
    ]
    assert [path.name for path in tmp_path.rglob("*")] == ["inside", "a.zip"]


@pytest.mark.parametrize("name", ["a.xml", "a.docx"])
def test_entities_that_grow_are_refused(tmp_path: Path, name: str) -> None:
    laughs = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    start = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{laughs}]>'
    feed = f"{start}<rss version='2.0'><channel><item><title>&e12;</title></item></channel></rss>"
    word = start + WORD.replace("The harbour", "&e12;")
    content = feed.encode() if name == "a.xml" else docx_of(word)
    pages, failures = _check(tmp_path / name, content)
    assert pages == []
    assert "entit" in failures[0].problem


def test_an_entity_never_brings_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("Secret words.")
    start = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'
    pages, failures = _check(
        tmp_path / "a.docx", docx_of(start + WORD.replace("The harbour", "&e;"))
    )
    assert pages == []
    assert "Secret" not in failures[0].problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'{"a":' * 20_000),
        ("a.xml", b"<rss version='2.0'><channel>" + b"<item>" * 20_000),
        ("a.xml", b"<rss version='2.0'><channel><item><description>" + b"&lt;div&gt;" * 5_000),
        ("a.html", b"<div>" * 3_000 + b"Text."),
        ("a.csv", b'text\n"' + b'""' * 200_000),
        ("a.csv", b"," * 200_000 + b"\n" + b"," * 200_000),
        ("a.docx", docx_of(WORD.replace("<w:p>", "<w:tbl><w:tr><w:tc>" * 80 + "<w:p>", 1))),
    ],
)
def test_what_is_nested_or_repeated_without_end_takes_no_time(
    tmp_path: Path, name: str, content: bytes
) -> None:
    _check(tmp_path / name, content)
