"""The ``citewire`` command, as its user types it."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.ui.conftest import REPOSITORY
from ui.cli import main

WITHDRAWAL = "What did Guler say about withdrawal?"


def citewire(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def test_ask_prints_the_answer_with_each_citations_place_and_quote(seeds_index: Path) -> None:
    result = citewire("ask", WITHDRAWAL, "--index", seeds_index)
    assert result.exit_code == 0
    assert "too early to discuss possible withdrawal" in result.output
    assert "[1] Türkiye Backing Syria’s Military" in result.output
    assert "undated · seeds/000_6ae00b7adb0b0fec.txt" in result.output
    assert "characters 5207-5395" in result.output


def test_ask_as_json_is_the_answer_that_python_gets(seeds_index: Path) -> None:
    answer = json.loads(citewire("ask", WITHDRAWAL, "--json", "--index", seeds_index).output)
    text = (REPOSITORY / answer["citations"][0]["uri"]).read_text("utf-8")
    for citation in answer["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_ask_takes_earlier_questions(seeds_index: Path) -> None:
    follow_up = ("ask", "Who named him to the post?", "--history", WITHDRAWAL)
    assert "Named to the post by" in citewire(*follow_up, "--index", seeds_index).output


def test_ask_keeps_to_its_limit(seeds_index: Path) -> None:
    asked = ("ask", WITHDRAWAL, "--json", "--limit", 1, "--index", seeds_index)
    assert len(json.loads(citewire(*asked).output)["sentences"]) == 1


def test_an_abstention_shows_the_nearest_passages(seeds_index: Path) -> None:
    result = citewire("ask", "How do I bake sourdough bread?", "--index", seeds_index)
    assert result.exit_code == 0
    assert "The articles do not answer this." in result.output
    assert "nearest passages" in result.output


def test_search_ranks_passages_with_their_scores(seeds_index: Path) -> None:
    output = citewire("search", "Peshmerga withdrawal", "--limit", 2, "--index", seeds_index).output
    assert "1. " in output
    assert "2. " in output
    assert "3. " not in output
    assert "fused" in output


def test_indexing_names_the_bad_file_and_keeps_the_good_one(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "good.txt").write_text("Bridge opens\n\nThe bridge opened on Monday.\n", "utf-8")
    (files / "bad.txt").write_bytes(b"caf\xe9")
    result = citewire("index", files, "--index", tmp_path / "index")
    assert result.exit_code == 1
    assert "bad.txt is not UTF-8 text" in result.output
    assert "iconv" in result.output
    answer = citewire("ask", "When did the bridge open?", "--index", tmp_path / "index").output
    assert "The bridge opened on Monday." in answer


def test_indexing_again_finds_everything_unchanged(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Bridge opens\n\nThe bridge opened on Monday.\n", "utf-8")
    assert citewire("index", story, "--index", tmp_path / "index").exit_code == 0
    again = citewire("index", story, "--index", tmp_path / "index")
    assert again.exit_code == 0
    assert [line.split() for line in again.output.splitlines() if line.startswith("unch")] == [
        ["unchanged", "1", "1", "1"]
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ask", "Why?", "--index", "nowhere"), "There is no index in nowhere."),
        (("search", "Why?", "--index", "nowhere"), "There is no index in nowhere."),
        (("doctor", "--index", "nowhere"), "There is no index in nowhere."),
        (("serve", "--index", "nowhere", "--port", "0"), "There is no index in nowhere."),
        (("index", "missing.txt", "--index", "new"), "missing.txt does not exist."),
        (("index", ".", "--index", "empty-index"), "There is no file in ."),
    ],
)
def test_what_is_missing_is_told_with_a_remedy_and_no_traceback(
    words: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = citewire(*words)
    assert result.exit_code == 1
    assert told in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ask", ""), "The question is empty."),
        (("ask", "a" * 100_000), "100,000 characters"),
        (("ask", "Why?", "--limit", "-1"), "The limit -1"),
        (("search", "Why?", "--limit", "0"), "The limit 0"),
        (("ask", "Why?", "--history", " "), "The question is empty."),
    ],
)
def test_a_bad_question_or_limit_is_told(
    words: tuple[str, ...], told: str, seeds_index: Path
) -> None:
    result = citewire(*words, "--index", seeds_index)
    assert result.exit_code == 1
    assert told in result.output


def test_a_port_in_use_is_told_before_anything_is_loaded(seeds_index: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = citewire("serve", "--index", seeds_index, "--port", port)
    assert result.exit_code == 1
    assert f"Cannot listen on 127.0.0.1:{port}" in result.output
    assert "--port" in result.output


def test_doctor_finds_a_sound_index_sound(seeds_index: Path) -> None:
    result = citewire("doctor", "--index", seeds_index)
    assert result.exit_code == 0
    assert "5 documents, 7 articles" in result.output
    assert "WRONG" not in result.output


def test_doctor_tells_of_a_damaged_index_what_to_do(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Bridge opens\n\nThe bridge opened on Monday.\n", "utf-8")
    citewire("index", story, "--index", tmp_path / "index")
    (vectors,) = (tmp_path / "index").rglob("vectors.faiss")
    vectors.write_bytes(vectors.read_bytes()[:-20])
    result = citewire("doctor", "--index", tmp_path / "index")
    assert result.exit_code == 1
    assert "WRONG" in result.output
    assert "rebuilt from the database" in result.output


def test_eval_prints_a_table_and_writes_a_prediction_a_question(
    seeds_index: Path, tmp_path: Path
) -> None:
    questions = tmp_path / "two.jsonl"
    rows = [
        {
            "id": "a",
            "question": WITHDRAWAL,
            "history": [],
            "answerable": True,
            "answers": ["too early to discuss"],
            "uris": ["seeds/000_6ae00b7adb0b0fec.txt"],
        },
        {"id": "b", "question": "asdf qwer", "answerable": False},
    ]
    questions.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    predictions = tmp_path / "predictions.jsonl"
    result = citewire("eval", questions, "--predictions", predictions, "--index", seeds_index)
    assert result.exit_code == 0
    assert "answered right" in result.output
    lines = [json.loads(line) for line in predictions.read_text("utf-8").splitlines()]
    assert [(line["id"], line["abstained"]) for line in lines] == [("a", False), ("b", True)]
    assert next(iter(lines[0])) == "id"


def test_eval_names_the_line_that_it_cannot_read(seeds_index: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "a", "question": "Why?", "answerable": false}\n{"id"\n', "utf-8")
    result = citewire("eval", broken, "--index", seeds_index)
    assert result.exit_code == 1
    assert "line 2" in result.output


def test_the_installed_command_indexes_and_asks(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("citewire")
    environment = {**os.environ, "CITEWIRE_INDEX": str(tmp_path / "index")}

    def run(*words: str) -> str:
        return subprocess.run(
            [command, *words],
            cwd=REPOSITORY,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert "added" in run("index", "seeds/")
    assert "too early to discuss possible withdrawal" in run("ask", WITHDRAWAL)
