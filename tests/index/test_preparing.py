"""Reading and preparing, here and in other processes: the same steps in the same order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.comparing import Finish, Step, Take
from index.ledger import File
from index.prepared import Prepared
from index.preparing import Preparing
from index.records import Failure, Item
from tests.index.making import (
    BUSES_PAGE,
    HARBOUR_PAGE,
    contents_of,
    index_files,
    town_pages,
    write_files,
)

FINISH = Finish(File("/a", "a", "x"), 0, is_whole=True, has_failed=False)


def _take(uri: str, text: str) -> Take:
    return Take(Item(uri, "page.txt", text.encode()), "", 0)


def _steps(count: int) -> list[Step]:
    """So many items, after each third the end of a file; the fifth cannot be read."""
    steps: list[Step] = []
    for number in range(count):
        text = "" if number == 4 else f"{HARBOUR_PAGE}\n\nNumber {number}.\n"
        steps.append(_take(f"u{number}", text))
        if number % 3 == 2:
            steps.append(FINISH)
    return [Failure("first", "Gone.", "Find it."), *steps]


def test_steps_come_out_in_order_wherever_they_are_made() -> None:
    steps = _steps(120)
    here = list(Preparing(1).prepared(steps))
    there = list(Preparing(2).prepared(steps))
    assert here == there
    assert [step for step, _ in here] == steps
    for step, made in here:
        if isinstance(step, Take) and step.item.uri != "u4":
            assert isinstance(made, Prepared)
            assert made.document.uri == step.item.uri
        elif isinstance(step, Take):
            assert isinstance(made, Failure)
            assert made.problem == "u4 holds no text."
        else:
            assert made is None


def test_few_items_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(count: int) -> None:
        raise AssertionError

    monkeypatch.setattr("index.preparing.Workers", refuse)
    assert len(list(Preparing(2).prepared(_steps(30)))) == 41
    assert list(Preparing(2).prepared([])) == []
    with pytest.raises(AssertionError):
        list(Preparing(2).prepared(_steps(100)))


def test_only_so_many_items_are_read_ahead() -> None:
    given = 0

    def endless() -> Iterator[Step]:
        nonlocal given
        while True:
            given += 1
            yield _take(f"u{given}", HARBOUR_PAGE)

    prepared = Preparing(2).prepared(endless())
    for _ in range(100):
        next(prepared)
    prepared.close()
    # 100, and at most 8 groups of 16 for each of two workers, and one that is being made.
    assert given <= 100 + 18 * 16


def test_large_items_are_read_ahead_by_their_size() -> None:
    given = 0

    def endless() -> Iterator[Step]:
        nonlocal given
        while True:
            given += 1
            yield _take(f"u{given}", "x" * 300_000)

    prepared = Preparing(2).prepared(endless())
    next(prepared)
    prepared.close()
    assert given <= 18


def test_seconds_are_added_up_over_all_processes() -> None:
    here, there = Preparing(1), Preparing(2)
    for preparing in (here, there):
        assert preparing.spent_s == 0
        list(preparing.prepared(_steps(100)))
        assert preparing.spent_s > 0.01


def test_an_item_that_crashes_its_reader_is_a_failure_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.preparing.prepare_items", _crash_over_the_tenth)
    made = {
        step.item.uri: made
        for step, made in Preparing(2).prepared(_steps(60))
        if isinstance(step, Take)
    }
    failed = made.pop("u10")
    assert isinstance(failed, Failure)
    assert failed.problem.startswith("u10 cannot be read:")
    assert [uri for uri, each in made.items() if isinstance(each, Failure)] == ["u4"]


def _crash_over_the_tenth(items: list[Item]) -> object:
    import os

    from index.preparing import prepare_items

    if any(item.uri == "u10" for item in items):
        os._exit(1)
    return prepare_items(items)


def test_a_machine_that_starts_no_processes_reads_here(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = list(Preparing(1).prepared(_steps(60)))
    monkeypatch.setattr("sys.executable", "/no/such/python")
    assert list(Preparing(2).prepared(_steps(60))) == wanted


def test_an_error_ends_the_processes_and_is_raised(tmp_path: Path) -> None:
    def broken() -> Iterator[Step]:
        yield from _steps(100)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(Preparing(2).prepared(broken()))


def test_an_index_is_the_same_whoever_reads(tmp_path: Path) -> None:
    pages = town_pages(60) | {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE}
    news = write_files(tmp_path / "news", pages)
    one = index_files(tmp_path / "one", [news], workers=1)
    two = index_files(tmp_path / "two", [news], workers=2)
    assert (one.added, one.failed) == (two.added, two.failed)
    assert contents_of(tmp_path / "one") == contents_of(tmp_path / "two")
