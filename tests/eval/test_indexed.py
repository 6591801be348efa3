"""Documents that are no files are indexed under their own names."""

from pathlib import Path

from eval.indexed import index_documents, index_items
from index.opening import open_index
from index.records import Item

BRIDGE = "The old harbour bridge of Veltrin closed on Monday for repairs of its eastern pier."


def test_a_document_keeps_its_name_and_its_text(tmp_path: Path) -> None:
    index = index_documents([("towns/0000.txt", BRIDGE)], tmp_path / "made" / "index")
    ((article, uri),) = index.store.articles(index.generation, "", -1)
    assert uri == "towns/0000.txt"
    document = index.store.document(article.document_id, index.generation)
    assert document is not None
    assert document.text == BRIDGE


def test_what_cannot_be_taken_in_is_reported_and_the_rest_is_there(tmp_path: Path) -> None:
    items = [Item("d1", "row.txt", BRIDGE.encode()), Item("d2", "row.txt", b" ")]
    report = index_items(items, tmp_path / "index")
    assert [failure.uri for failure in report.failed] == ["d2"]
    assert open_index(tmp_path / "index").store.counts(report.generation).documents == 1


def test_progress_counts_documents(tmp_path: Path) -> None:
    items = [Item(f"d{n}", "row.txt", f"{n}: {BRIDGE}".encode()) for n in range(3)]
    told: dict[str, tuple[int, int]] = {}

    def progress(stage: str, done: int, total: int, _: int) -> None:
        told[stage] = (done, total)

    index_items(items, tmp_path / "index", progress)
    assert told["Reading and embedding"] == (3, 3)
    assert told["Publishing"] == (1, 1)


def test_a_stage_is_not_taken_for_one_in_bytes_because_it_counts_as_many(tmp_path: Path) -> None:
    # One byte, as the publishing is one step.
    told: list[tuple[int, int]] = []

    def progress(stage: str, done: int, total: int, _: int) -> None:
        if stage == "Publishing":
            told.append((done, total))

    index_items([Item("d1", "row.txt", b"x")], tmp_path / "index", progress)
    assert told == [(0, 1), (1, 1)]
