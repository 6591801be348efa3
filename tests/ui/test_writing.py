"""Articles added and removed over HTTP, by a real client against a real server."""

import asyncio
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.records import Item
from qa import open_engine
from tests.index.making import SEEDS
from tests.ui.conftest import serving
from ui import posting, writing
from ui.api import create_api
from ui.posting import ArticleBody, posted_item

FERRY = {
    "text": "The ferry to Ven returned to service on Friday after a winter in the yard.",
    "title": "Ferry returns",
    "outlet": "Lund Post",
    "byline": "Ada Lund",
    "published": "2020-02-05",
    "language": "en",
    "url": "https://news.example/ferry",
}
FERRY_ASKED = "When did the ferry to Ven return to service?"
PAGE = (
    b"<html><body><article><h1>Storm closes the harbour of Sund</h1><p>A storm closed the harbour"
    b" of Sund for three days, the harbour master said on Sunday.</p></article></body></html>"
)
HOLD = """
import sys
from pathlib import Path
from index.locking import writer_lock

with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(seeds_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(seeds_index, tmp_path / "index"))


@pytest.fixture
def own(folder: Path) -> Iterator[httpx.Client]:
    """A client of a server over an index that may be changed."""
    with (
        serving(create_api(open_engine(folder))) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        yield client


def post(client: httpx.Client, **body: object) -> httpx.Response:
    return client.post("/v1/articles", json=body)


def send(client: httpx.Client, *files: tuple[str, bytes]) -> httpx.Response:
    return client.post("/v1/articles", files=[("file", file) for file in files])


def answer(client: httpx.Client, question: str) -> str:
    told: str = client.post("/v1/ask", json={"question": question}).json()["answer"]
    return told


def test_a_posted_article_answers_at_once_and_is_listed_as_it_was_told(
    own: httpx.Client,
) -> None:
    added = post(own, **FERRY)
    assert added.status_code == 201
    told = added.json()
    assert (told["added"]["articles"], told["removed"]["articles"], told["failed"]) == (1, 0, [])
    assert told["generation"] == own.get("/v1/health").json()["generation"]
    (article,) = told["articles"]
    for field in ("title", "outlet", "byline", "published", "language", "url"):
        assert article[field] == FERRY[field]
        assert article["origins"][field] == f"field '{field}'"
    assert article["uri"] == FERRY["url"]
    found = own.get("/v1/articles", params={"outlet": "lund post"}).json()["articles"]
    assert found == told["articles"]
    shown = own.get(f"/v1/articles/{article['id']}").json()
    assert {**shown, **article} == shown
    assert shown["text"] == FERRY["text"]
    assert "on Friday" in answer(own, FERRY_ASKED)


def test_posting_again_changes_nothing_and_another_text_replaces_it(own: httpx.Client) -> None:
    first = post(own, **FERRY).json()
    same = post(own, **FERRY).json()
    assert (same["added"]["articles"], same["unchanged"]["articles"]) == (0, 1)
    assert same["articles"] == first["articles"]
    other = post(own, **{**FERRY, "text": "The ferry to Ven is to stay in its yard."}).json()
    assert (other["added"]["articles"], other["removed"]["articles"]) == (1, 1)
    assert own.get(f"/v1/articles/{first['articles'][0]['id']}").status_code == 404


def test_files_are_taken_in_by_their_names_whatever_their_form(own: httpx.Client) -> None:
    rows = "".join(
        json.dumps({"id": id_, "title": f"Town {id_}", "text": f"Town {id_} built a bridge."})
        + "\n"
        for id_ in ("a", "b")
    )
    sent = send(own, ("../x/storm.html", PAGE), ("rows.jsonl", rows.encode()))
    assert sent.status_code == 201
    uris = {each["uri"]: each["title"] for each in sent.json()["articles"]}
    assert uris == {
        "upload:rows.jsonl#a": "Town a",
        "upload:rows.jsonl#b": "Town b",
        "upload:storm.html": "Storm closes the harbour of Sund",
    }


def test_a_file_that_is_sent_again_replaces_all_that_it_held(own: httpx.Client) -> None:
    rows = [
        json.dumps({"id": id_, "title": f"Town {id_}", "text": f"Town {id_} built a bridge."})
        + "\n"
        for id_ in ("a", "b", "c")
    ]
    send(own, ("rows.jsonl", "".join(rows).encode()), ("other.jsonl", rows[2].encode()))
    again = send(own, ("rows.jsonl", rows[0].encode())).json()
    assert (again["unchanged"]["documents"], again["removed"]["documents"]) == (1, 2)
    listed = {each["uri"] for each in own.get("/v1/articles").json()["articles"]}
    assert {uri for uri in listed if uri.startswith("upload:")} == {
        "upload:rows.jsonl#a",
        "upload:other.jsonl#c",
    }


def test_a_part_that_cannot_be_read_takes_no_other_with_it(own: httpx.Client) -> None:
    rows = [
        json.dumps({"id": id_, "title": f"Town {id_}", "text": f"Town {id_} built a bridge."})
        + "\n"
        for id_ in ("a", "b")
    ]
    send(own, ("rows.jsonl", "".join(rows).encode()))
    send(own, ("rows.jsonl", f"{rows[0]}{{broken\n".encode()))
    listed = {each["uri"] for each in own.get("/v1/articles").json()["articles"]}
    assert {"upload:rows.jsonl#a", "upload:rows.jsonl#b"} <= listed


def test_the_files_of_a_form_are_bounded_together(
    own: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "_MOST_UNPACKED_BYTES", len(PAGE) + 10)
    sent = send(own, ("storm.html", PAGE), ("again.html", PAGE), ("note.txt", b"Rain."))
    assert sent.status_code == 201
    assert [each["uri"] for each in sent.json()["articles"]] == ["upload:storm.html"]
    failed = [each["uri"] for each in sent.json()["failed"]]
    assert failed == ["upload:again.html", "upload:note.txt"]


def test_an_article_is_encoded_off_the_event_loop(
    own: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def off_the_loop(body: ArticleBody) -> Item:
        with pytest.raises(RuntimeError):
            asyncio.get_running_loop()
        return posted_item(body)

    monkeypatch.setattr(writing, "posted_item", off_the_loop)
    assert post(own, **FERRY).status_code == 201


def test_of_several_files_the_bad_one_is_named(own: httpx.Client) -> None:
    sent = send(own, ("storm.html", PAGE), ("photo.png", b"\x89PNG"))
    assert sent.status_code == 201
    assert len(sent.json()["articles"]) == 1
    (failed,) = sent.json()["failed"]
    assert failed["uri"] == "upload:photo.png"
    assert failed["problem"]
    assert failed["remedy"]


def test_where_nothing_could_be_taken_in_it_is_said(own: httpx.Client) -> None:
    before = own.get("/v1/health").json()
    for refused in (send(own, ("photo.png", b"\x89PNG")), post(own, text=" ")):
        assert refused.status_code == 422
        assert refused.json().keys() == {"problem", "remedy", "failed"}
    assert own.get("/v1/health").json() == before


def test_the_uri_of_an_indexed_file_is_not_taken_from_it(own: httpx.Client) -> None:
    uri = own.get("/v1/articles").json()["articles"][0]["uri"]
    refused = post(own, text="The harbour opened.", uri=uri)
    assert refused.status_code == 422
    assert "already the name of an indexed file" in refused.json()["problem"]


@pytest.mark.parametrize(
    ("request_", "status", "problem"),
    [
        ({"json": {}}, 422, "text: Field required."),
        ({"json": {"text": "x", "colour": "red"}}, 422, "colour: "),
        ({"json": {"text": "x", "published": "5.2.2020"}}, 422, "no day as YYYY-MM-DD"),
        ({"json": []}, 422, "The body is no JSON object."),
        ({"content": b"plain words"}, 415, "neither JSON nor a form with files"),
        ({"data": {"file": "words"}}, 415, "neither JSON nor a form with files"),
        ({"files": {"other": ("a.txt", b"words")}}, 422, "'other' is no field with a file."),
        ({"files": {"file": (None, b"words")}}, 422, "'file' is no field with a file."),
        (
            {"files": [("file", ("a/x.txt", b"words")), ("file", ("b/x.txt", b"words"))]},
            422,
            "Two files are called x.txt.",
        ),
        (
            {"content": b"?", "headers": {"Content-Type": "multipart/form-data"}},
            400,
            "Missing boundary",
        ),
    ],
)
def test_a_bad_post_is_told_with_a_remedy(
    client: httpx.Client, request_: dict[str, Any], status: int, problem: str
) -> None:
    refused = client.post("/v1/articles", **request_)
    assert refused.status_code == status
    assert refused.json().keys() == {"problem", "remedy"}
    assert problem in refused.json()["problem"]
    assert not refused.json()["problem"].endswith("..")


def test_no_page_of_another_site_can_add(client: httpx.Client) -> None:
    before = client.get("/v1/health").json()
    for origin in ("https://elsewhere.example", "null", f"http://{client.base_url.host}:1"):
        files = {"file": ("storm.html", PAGE)}
        refused = client.post("/v1/articles", files=files, headers={"Origin": origin})
        assert refused.status_code == 403
        assert refused.json().keys() == {"problem", "remedy"}
    assert client.get("/v1/health").json() == before


def test_a_page_of_its_own_may_add(own: httpx.Client) -> None:
    origin = str(own.base_url).rstrip("/")
    sent = own.post("/v1/articles", json=FERRY, headers={"Origin": origin})
    assert sent.status_code == 201


def test_an_upload_may_be_large_but_not_without_end(own: httpx.Client) -> None:
    assert send(own, ("large.txt", b"word " * 400_000)).status_code != 413
    refused = send(own, ("larger.txt", b"word " * 13_000_000))
    assert refused.status_code == 413
    assert "64,000,000 bytes" in refused.json()["problem"]
    assert refused.json()["remedy"]


def test_a_deleted_article_is_gone_at_once(own: httpx.Client) -> None:
    (article,) = post(own, **FERRY).json()["articles"]
    gone = own.delete(f"/v1/articles/{article['id']}")
    assert gone.status_code == 200
    assert gone.json()["removed"]["articles"] == 1
    assert gone.json()["generation"] == own.get("/v1/health").json()["generation"]
    assert own.get(f"/v1/articles/{article['id']}").status_code == 404
    assert "on Friday" not in answer(own, FERRY_ASKED)


def test_an_unknown_article_cannot_be_deleted(client: httpx.Client) -> None:
    refused = client.delete("/v1/articles/none")
    assert refused.status_code == 404
    assert refused.json().keys() == {"problem", "remedy"}


def test_posts_wait_for_one_another_while_questions_are_answered(own: httpx.Client) -> None:
    done = threading.Event()

    def ask_on() -> list[int]:
        statuses = []
        while not done.is_set():
            body = {"question": "What did Guler say about withdrawal?"}
            statuses.append(own.post("/v1/ask", json=body).status_code)
        return statuses

    def add(number: int) -> int:
        text = f"Town number {number} said on Monday that it would build {number} bridges."
        posted = post(own, text=text, title=f"Town {number} builds", uri=f"town:{number}")
        seen = own.get("/v1/articles", params={"limit": 1000}).json()["articles"]
        assert f"town:{number}" in {each["uri"] for each in seen}
        return posted.status_code

    with ThreadPoolExecutor(12) as threads:
        asking = [threads.submit(ask_on) for _ in range(4)]
        try:
            statuses = list(threads.map(add, range(8)))
        finally:
            done.set()
        answered = [status for each in asking for status in each.result()]
    assert statuses == [201] * 8
    assert answered
    assert set(answered) == {200}


def test_an_answer_comes_when_the_next_request_is_sure_to_see_what_it_tells(folder: Path) -> None:
    engine = open_engine(folder)
    with (
        serving(create_api(engine)) as address,
        httpx.Client(base_url=address, timeout=60) as client,
        ThreadPoolExecutor(1) as threads,
    ):
        with engine._live._lock:  # as if another request were opening the new generation
            added = threads.submit(post, client, **FERRY)
            with pytest.raises(TimeoutError):
                added.result(timeout=2)
        told = added.result().json()
        assert told["generation"] == client.get("/v1/health").json()["generation"]
        assert len(told["articles"]) == 1


@contextmanager
def another_writer(folder: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, folder],
        cwd=SEEDS.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield
        process.communicate("")


def test_while_another_process_writes_it_is_said_and_questions_are_answered(
    own: httpx.Client, folder: Path
) -> None:
    with another_writer(folder):
        for refused in (post(own, **FERRY), own.delete("/v1/articles/none")):
            assert refused.status_code == 503
            assert refused.json().keys() == {"problem", "remedy"}
        assert answer(own, "What did Guler say about withdrawal?")
    assert post(own, **FERRY).status_code == 201


def test_an_upload_leaves_nothing_behind(
    own: httpx.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(kept))
    assert send(own, ("storm.html", PAGE + b" " * 3_000_000)).status_code == 201
    assert list(kept.iterdir()) == []
