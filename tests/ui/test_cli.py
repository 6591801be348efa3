"""The ``citewire`` command, as its user types it."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.index.making import write_files
from tests.ui.conftest import REPOSITORY
from ui.cli import main
from ui.listing import list_articles

WITHDRAWAL = "What did Guler say about withdrawal?"
STORIES = {
    "bridge.txt": "Bridge opens\n\nThe bridge opened on Monday.\n",
    "ferry.txt": "Ferry returns\n\nThe ferry to Ven is back since Friday.\n",
}


def citewire(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def titles(index: Path) -> list[str]:
    """What the index holds, in order of file."""
    return [each.article.title for each in list_articles(index)]


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


def test_a_timeline_is_shown_by_day_and_as_json(seeds_index: Path) -> None:
    words = ("timeline", "independence referendum", "--index", seeds_index)
    output = citewire(*words).output
    assert "2017  “2017”" in output
    assert "seeds/001_b04c51913cb1dffc.txt, characters 785-1006" in output
    moments = json.loads(citewire(*words, "--json", "--limit", 1).output)["moments"]
    assert [(each["since"], each["until"], each["words"]) for each in moments] == [
        ("2017-01-01", "2017-12-31", "2017")
    ]
    nothing = ("timeline", "independence referendum", "--from", "2021-01-01")
    told = citewire(*nothing, "--index", seeds_index).output
    assert "no day of it" in told
    assert "No article passes these filters: published on 2021-01-01 or later." in told


@pytest.mark.parametrize("command", ["ask", "search"])
def test_questions_are_asked_of_the_articles_that_pass_the_filters(
    command: str, seeds_index: Path
) -> None:
    asked = (command, WITHDRAWAL, "--json", "--index", seeds_index)
    everywhere = json.loads(citewire(*asked).output)["passages"]
    assert len({each["article_id"] for each in everywhere}) > 1
    dated = json.loads(citewire(*asked, "--from", "2020-02-20").output)["passages"]
    assert {each["published"] for each in dated} == {"2020-02-20"}
    one = everywhere[0]["article_id"]
    only = json.loads(citewire(*asked, "--article", one).output)["passages"]
    assert {each["article_id"] for each in only} == {one}


def test_quotes_are_listed_under_who_said_them(seeds_index: Path) -> None:
    listing = ("quotes", "--speaker", "guler", "--about", "withdrawal", "--index", seeds_index)
    result = citewire(*listing)
    assert result.exit_code == 0
    assert "Yasar Guler" in result.output
    assert "too early to discuss possible withdrawal" in result.output
    assert "seeds/000_6ae00b7adb0b0fec.txt, characters" in result.output
    statements = json.loads(citewire(*listing, "--json").output)["statements"]
    for each in statements:
        text = (REPOSITORY / each["uri"]).read_text("utf-8")
        assert text[each["start"] : each["end"]] == each["text"]


def test_quotes_of_nobody_are_none(seeds_index: Path) -> None:
    nobodys = ("quotes", "--speaker", "Nora Falk", "--index", seeds_index)
    assert "Nobody says anything like it" in citewire(*nobodys).output
    assert json.loads(citewire(*nobodys, "--json").output) == {"statements": []}


@pytest.mark.parametrize("words", [("ask", "Who spoke?"), ("search", "Who spoke?"), ("quotes",)])
def test_filters_that_no_article_passes_are_told(words: tuple[str, ...], seeds_index: Path) -> None:
    result = citewire(*words, "--article", "zzz", "--index", seeds_index)
    assert result.exit_code == 0
    assert "No article passes these filters: article zzz." in result.output
    assert "There is no article with the id zzz." in result.output
    assert "nearest passages" not in result.output


@pytest.mark.parametrize(
    "words", [("ask", "Who spoke?"), ("search", "Who?"), ("quotes",), ("timeline", "oil"),
              ("articles",)],
)  # fmt: skip
def test_days_in_the_wrong_order_are_refused(words: tuple[str, ...], seeds_index: Path) -> None:
    days = ("--from", "2020-02-21", "--to", "2020-02-20")
    result = citewire(*words, *days, "--index", seeds_index)
    assert result.exit_code == 1
    assert "Exchange the two days" in result.output


@pytest.mark.parametrize("option", ["--speaker", "--about"])
def test_a_blank_speaker_or_subject_is_refused(option: str, seeds_index: Path) -> None:
    result = citewire("quotes", option, " ", "--index", seeds_index)
    assert result.exit_code == 1
    assert f"{option} is blank." in result.output


def test_indexing_names_the_bad_file_and_keeps_the_good_one(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "good.txt").write_text("Bridge opens\n\nThe bridge opened on Monday.\n", "utf-8")
    (files / "bad.txt").write_bytes(b"\x00\x01\x02\xff")
    result = citewire("index", files, "--index", tmp_path / "index")
    assert result.exit_code == 1
    assert "bad.txt is a binary file" in result.output
    assert "Save the article as plain text" in result.output
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


def test_pruning_removes_what_is_gone_with_paths_or_without(tmp_path: Path) -> None:
    index, files = tmp_path / "index", write_files(tmp_path / "news", STORIES)
    citewire("index", files, "--index", index)
    (files / "bridge.txt").unlink()
    kept = citewire("index", files, "--index", index)
    assert titles(index) == ["Bridge opens", "Ferry returns"]
    assert kept.exit_code == 0
    assert citewire("index", files, "--prune", "--index", index).exit_code == 0
    assert titles(index) == ["Ferry returns"]
    (files / "ferry.txt").unlink()
    assert citewire("index", "--prune", "--index", index).exit_code == 0
    assert titles(index) == []


def test_a_pattern_is_taken_as_it_is(tmp_path: Path) -> None:
    files = write_files(tmp_path / "news", STORIES)
    assert citewire("index", files / "b*.txt", "--index", tmp_path / "index").exit_code == 0
    assert titles(tmp_path / "index") == ["Bridge opens"]


def test_a_tables_columns_are_mapped(tmp_path: Path) -> None:
    rows = (
        write_files(tmp_path, {"rows.csv": "name,words\nFerry returns,It is back.\n"}) / "rows.csv"
    )
    mapped = ("--map", "text=words", "--map", "title=name")
    assert citewire("index", rows, *mapped, "--index", tmp_path / "index").exit_code == 0
    assert titles(tmp_path / "index") == ["Ferry returns"]


@pytest.mark.parametrize("command", ["index", "inspect", "watch"])
def test_a_bad_mapping_is_refused_with_the_fields_that_exist(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = citewire(command, ".", "--map", "colour=hue")
    assert result.exit_code == 1
    assert "There is no field 'colour' to map." in result.output
    assert "text, title, date, outlet, byline, url, language" in result.output
    assert list(tmp_path.iterdir()) == []


def test_indexing_nothing_at_all_is_a_misuse() -> None:
    result = citewire("index")
    assert result.exit_code == 2
    assert "--prune" in result.output


def test_inspecting_shows_facts_signals_and_each_block_with_its_why(tmp_path: Path) -> None:
    words = "said " * 60
    story = f"Ferry returns\n\nBy Ada Lund\n\nThe ferry to Ven is back, it {words}on Friday.\n"
    file = write_files(tmp_path, {"ferry.txt": story}) / "ferry.txt"
    result = citewire("inspect", file)
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    assert f"{file.as_posix()} (text/plain, {len(story)} characters)" in lines
    assert "title Ferry returns headline" in lines
    assert "begins by first on the page" in lines
    assert next(line for line in lines if line.startswith("headline 0-13")).endswith(
        "Ferry returns"
    )
    body = next(line for line in lines if line.startswith("body"))
    assert body.endswith("said …")
    assert len(body) < 220
    assert list(tmp_path.iterdir()) == [file]


def test_inspecting_as_json_gives_all_of_it(tmp_path: Path) -> None:
    file = write_files(tmp_path, STORIES) / "ferry.txt"
    (document,) = json.loads(citewire("inspect", file, "--json").output)["documents"]
    blocks = document["articles"][0]["blocks"]
    assert [block["text"] for block in blocks] == [
        document["text"][block["start"] : block["end"]] for block in blocks
    ]


@pytest.mark.parametrize("json_or_not", [(), ("--json",)])
def test_inspecting_what_cannot_be_read_fails_and_says_why(
    json_or_not: tuple[str, ...], tmp_path: Path
) -> None:
    result = citewire("inspect", tmp_path / "none.txt", *json_or_not)
    assert result.exit_code == 1
    assert "none.txt cannot be read" in result.output


def test_no_article_commands_the_terminal(tmp_path: Path) -> None:
    story = "Ferry\x1b[2J returns today\n\nThe ferry to Ven\x1b]0;taken\x07 is back on Friday.\n"
    file = write_files(tmp_path, {"ferry.txt": story}) / "ferry.txt"
    index = tmp_path / "index"
    citewire("index", file, "--index", index)
    for words in (("inspect", file), ("articles", "--index", index)):
        output = citewire(*words).output
        assert "returns today" in output
        assert "\x1b" not in output
        assert "\x07" not in output


def test_articles_are_listed_as_a_table_or_as_json(seeds_index: Path) -> None:
    output = citewire("articles", "--index", seeds_index).output
    told = json.loads(citewire("articles", "--json", "--index", seeds_index).output)["articles"]
    assert len(told) == 7
    for article in told:
        (row,) = [line for line in output.splitlines() if article["id"] in line]
        assert row.startswith(article["published"] or "undated")
        assert article["title"] in row
        assert article["uri"] in row
        assert article["uris"] == [article["uri"]]


def test_articles_are_filtered(seeds_index: Path) -> None:
    def listed(*words: object) -> list[dict[str, Any]]:
        output = citewire("articles", "--json", "--index", seeds_index, *words).output
        found: list[dict[str, Any]] = json.loads(output)["articles"]
        return found

    assert {each["outlet"] for each in listed("--outlet", "kurdistan 24")} == {"Kurdistan 24"}
    day = ("--from", "2020-02-20", "--to", "2020-02-20")
    assert {each["published"] for each in listed(*day)} == {"2020-02-20"}
    assert len(listed("--limit", 2)) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "soon"), "--from: 'soon' is no day as YYYY-MM-DD."),
        (("--to", "2021-02-29"), "--to: 2021-02-29 is no day of the calendar."),
        (("--limit", "0"), "The limit 0"),
    ],
)
def test_a_bad_filter_is_refused(words: tuple[str, ...], told: str, seeds_index: Path) -> None:
    result = citewire("articles", *words, "--index", seeds_index)
    assert result.exit_code == 1
    assert told in result.output


@pytest.mark.parametrize("words", [("articles",), ("inspect", "seeds/000_6ae00b7adb0b0fec.txt")])
def test_what_asks_nothing_loads_no_model_and_no_search(
    words: tuple[str, ...], seeds_index: Path
) -> None:
    script = (
        "import sys; from click.testing import CliRunner; from ui.cli import main;"
        "result = CliRunner().invoke(main, sys.argv[1:], catch_exceptions=False);"
        "assert result.exit_code == 0, result.output;"
        "print(*sorted(set(sys.modules) & {'faiss', 'onnxruntime', 'torch', 'qa', 'fastapi'}))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=REPOSITORY,
        env={**os.environ, "CITEWIRE_INDEX": str(seeds_index)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == []


def test_files_items_and_folders_are_removed_by_their_uris(tmp_path: Path) -> None:
    rows = "id,title,text\na,Town A,Town A built it.\nb,Town B,Town B built it.\n"
    news = write_files(tmp_path / "news", {**STORIES, "rows.csv": rows})
    old = write_files(tmp_path / "old", {"old.txt": "Market closes\n\nThe market closed.\n"})
    index = tmp_path / "index"
    citewire("index", news, old, "--index", index)
    removed = citewire("remove", news / "ferry.txt", f"{news}/rows.csv#a", old, "--index", index)
    assert removed.exit_code == 0
    assert titles(index) == ["Bridge opens", "Town B"]
    unknown = citewire("remove", "none.txt", news / "bridge.txt", "--index", index)
    assert unknown.exit_code == 1
    assert "none.txt" in unknown.output
    assert titles(index) == ["Town B"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ask", "Why?", "--index", "nowhere"), "There is no index in nowhere."),
        (("search", "Why?", "--index", "nowhere"), "There is no index in nowhere."),
        (("articles", "--index", "nowhere"), "There is no index in nowhere."),
        (("remove", "a.txt", "--index", "nowhere"), "There is no index in nowhere."),
        (("watch", "missing", "--index", "new"), "There is no folder missing."),
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
        (("ask", "Why?", "--history", " "), "An earlier question is empty."),
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
