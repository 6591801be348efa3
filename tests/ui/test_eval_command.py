"""``citewire eval``, as its user types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ui.cli import main

WITHDRAWAL = "What did Guler say about withdrawal?"
TOWNS = {
    "Veltrin": "The old harbour bridge of Veltrin closed on Monday for repairs of its pier.",
    "Ostmark": "Ostmark doubled the number of its night buses in spring.",
}
ASKED = {
    "Veltrin": ("When did the bridge of Veltrin close?", "Monday"),
    "Ostmark": ("When did Ostmark double its night buses?", "spring"),
}


def citewire(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A set of ours on the seeds."""
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
    (tmp_path / "two.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return tmp_path / "two.jsonl"


@pytest.fixture
def squad(tmp_path: Path) -> str:
    """A SQuAD file of two towns with a question each."""
    articles = []
    for town, context in TOWNS.items():
        question, answer = ASKED[town]
        span = {"text": answer, "answer_start": context.index(answer)}
        asked = {"id": town, "question": question, "answers": [span]}
        articles.append({"title": town, "paragraphs": [{"context": context, "qas": [asked]}]})
    (tmp_path / "towns.json").write_text(json.dumps({"data": articles}), "utf-8")
    return f"squad:{tmp_path / 'towns.json'}"


@pytest.fixture
def wikiqa(tmp_path: Path) -> str:
    rows = ("q1\twhen did it close\tit closed on monday\t1", "q1\twhen did it close\tbuses\t0")
    (tmp_path / "dev.tsv").write_text("\n".join(rows), "utf-8")
    return f"wikiqa:{tmp_path / 'dev.tsv'}"


def test_it_prints_a_table_and_writes_a_prediction_a_question(
    seeds_index: Path, own: Path, tmp_path: Path
) -> None:
    predictions = tmp_path / "predictions.jsonl"
    result = citewire("eval", own, "--predictions", predictions, "--index", seeds_index)
    assert result.exit_code == 0
    assert "answered right" in result.output
    lines = _lines(predictions)
    assert [(line["id"], line["abstained"]) for line in lines] == [("a", False), ("b", True)]
    assert next(iter(lines[0])) == "id"


def test_documents_that_the_index_does_not_hold_are_told_in_one_line(
    seeds_index: Path, own: Path
) -> None:
    told = "documents that the questions cite and the index does not hold"
    assert told not in citewire("eval", own, "--index", seeds_index).output
    rows = own.read_text("utf-8")
    own.write_text(rows.replace("seeds/000_6ae00b7adb0b0fec.txt", "elsewhere/a.txt"), "utf-8")
    result = citewire("eval", own, "--index", seeds_index)
    assert f"{told}: 1 of 1. The first: elsewhere/a.txt" in result.output


def test_it_names_the_line_that_it_cannot_read(seeds_index: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "a", "question": "Why?", "answerable": false}\n{"id"\n', "utf-8")
    result = citewire("eval", broken, "--index", seeds_index)
    assert result.exit_code == 1
    assert "line 2" in result.output


def test_a_squad_file_is_asked_over_its_own_articles(squad: str, tmp_path: Path) -> None:
    result = citewire("eval", squad, "--predictions", tmp_path / "p.jsonl")
    assert result.exit_code == 0
    assert "towns.json" in result.output
    first, second = _lines(tmp_path / "p.jsonl")
    assert (first["id"], second["id"]) == ("Veltrin", "Ostmark")
    assert {passage["uri"] for passage in first["passages"]} == {  # type: ignore[attr-defined]
        "towns/0000.txt",
        "towns/0001.txt",
    }


def test_several_systems_stand_beside_each_other(squad: str, tmp_path: Path) -> None:
    systems = ("--system", "lexical", "--system", "dense")
    result = citewire("eval", squad, *systems, "--predictions", tmp_path / "p.jsonl")
    assert result.exit_code == 0
    assert "lexical" in result.output
    assert "dense" in result.output
    assert "reader" not in result.output
    assert len(_lines(tmp_path / "p-lexical.jsonl")) == 2
    assert len(_lines(tmp_path / "p-dense.jsonl")) == 2
    assert not (tmp_path / "p.jsonl").exists()


def test_what_is_held_out_and_put_beside_is_told(squad: str, tmp_path: Path) -> None:
    (tmp_path / "rivers.json").write_bytes((tmp_path / "towns.json").read_bytes())
    beside = ("--distractors", f"squad:{tmp_path / 'rivers.json'}")
    chosen = ("--hold-out", 0.5, "--limit", 1, "--seed", 4)
    result = citewire("eval", squad, "--system", "lexical", *beside, *chosen)
    assert result.exit_code == 0
    assert "articles held out: 1 of 2" in result.output
    # The distractors are the set's own articles, the held-out one too: they would answer.
    assert "rivers.json: documents beside: 0." in result.output
    assert "rivers.json: documents dropped, the same as towns.json's: 2." in result.output


def test_a_beir_folder_gives_a_trec_run(tmp_path: Path) -> None:
    folder = tmp_path / "ports"
    folder.mkdir()
    rows = [{"_id": f"d{n}", "text": text} for n, text in enumerate(TOWNS.values())]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "When did the bridge close?"}')
    (folder / "qrels.tsv").write_text("q1\td0\t1\n", "utf-8")
    run = tmp_path / "run.txt"
    result = citewire("eval", f"beir:{folder}", "--system", "lexical", "--predictions", run)
    assert result.exit_code == 0
    assert run.read_text("utf-8") == "q1 Q0 d0 1 1.000000 lexical\n"


def test_sentences_are_put_in_order_without_an_index(wikiqa: str, tmp_path: Path) -> None:
    scores = tmp_path / "s.jsonl"
    result = citewire("eval", wikiqa, "--system", "lexical", "--predictions", scores)
    assert result.exit_code == 0
    assert "MAP" in result.output
    (line,) = _lines(scores)
    assert line["id"] == "q1"
    right, wrong = line["scores"]  # type: ignore[misc]
    assert right > wrong  # type: ignore[has-type]


def test_two_reports_are_written_and_compared(squad: str, tmp_path: Path) -> None:
    for system in ("lexical", "dense"):
        result = citewire("eval", squad, "--system", system, "--report", tmp_path / system)
        assert result.exit_code == 0
        assert (tmp_path / system / "index.html").exists()
    result = citewire("eval", "--compare", tmp_path / "lexical", tmp_path / "dense")
    assert result.exit_code == 0
    assert "2 questions of both" in result.output


def test_two_systems_of_one_report_are_compared(squad: str, tmp_path: Path) -> None:
    systems = ("--system", "lexical", "--system", "dense")
    citewire("eval", squad, *systems, "--report", tmp_path / "r")
    both = ("--compare", tmp_path / "r", tmp_path / "r")
    result = citewire("eval", *both, *systems)
    assert result.exit_code == 0
    assert "a: lexical" in result.output
    assert "b: dense" in result.output
    result = citewire("eval", *both, "--system", "dense")
    assert "a: dense" in result.output
    assert "b: dense" in result.output
    result = citewire("eval", *both, "--system", "rrf")
    assert result.exit_code == 1
    assert "has no system 'rrf'" in result.output


@pytest.mark.parametrize(
    "words",
    [
        ("--limit", 3),
        ("--seed", 0),
        ("--baselines",),
        ("--hold-out", 0.5),
        ("--report", "r"),
        ("--predictions", "p"),
        ("--distractors", "d"),
        ("--index", "i"),
    ],
)
def test_nothing_that_is_for_asking_goes_with_a_comparison(words: tuple[object, ...]) -> None:
    result = citewire("eval", "--compare", "a", "b", *words)
    assert result.exit_code == 2
    assert f"{words[0]} is of no use with --compare" in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Name a question set"),
        (("--compare", "a", "b", *3 * ("--system", "x")), "--system once or twice"),
        (("SET", "--compare", "a", "b"), "Name a question set"),
        (("SET", "--index", "somewhere"), "leave --index out"),
        (("SET", "--limit", 0), "--limit"),
        (("SET", "--hold-out", 1), "--hold-out"),
    ],
)
def test_what_makes_no_sense_together_is_refused(
    squad: str, words: tuple[object, ...], told: str
) -> None:
    result = citewire("eval", *(squad if word == "SET" else word for word in words))
    assert result.exit_code == 2
    assert told in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--system", "bm25"), "There is no system 'bm25'"),
        (("--predictions", "no/such/folder/p.jsonl"), "there is no folder no/such/folder"),
        (("--distractors", "missing.jsonl"), "missing.jsonl cannot be read"),
    ],
)
def test_what_cannot_be_used_is_told_with_a_remedy(
    squad: str, words: tuple[str, ...], told: str
) -> None:
    result = citewire("eval", squad, *words)
    assert result.exit_code == 1
    assert told in result.output
    assert "Traceback" not in result.output
