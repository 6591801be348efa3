"""An index that follows its folders."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.errors import IndexBusy, NothingToIndex
from index.records import Counts, Failure, IndexReport
from tests.index.making import write_files
from ui.listing import list_articles
from ui.watching import follow, keep_in_step

FERRY = "Ferry returns\n\nThe ferry to Ven returned to service on Friday.\n"
HARBOUR = "Harbour opens\n\nThe new harbour of Lund opened on Monday.\n"
BAD = Failure("a.txt", "a.txt is broken.", "Mend it.")
NONE = Counts()


def report(*failed: Failure) -> IndexReport:
    return IndexReport(1, Counts(2, 3, 4), NONE, Counts(1, 1, 1), failed, 0.25)


def followed(changes: list[bool], reports: list[IndexReport | IndexBusy]) -> list[str]:
    """What is told while these changes are seen, a second apart, and runs end in these ways."""
    told: list[str] = []
    rest = iter(reports)
    seconds = iter(range(1_000))

    def update() -> IndexReport:
        ended = next(rest)
        if isinstance(ended, IndexBusy):
            raise ended
        return ended

    follow(iter([False, *changes]), update, told.append, lambda: float(next(seconds)))
    assert next(rest, None) is None
    return [re.sub(r"^\d\d:\d\d:\d\d  ", "", line) for line in told]


def test_it_runs_once_and_then_for_each_change() -> None:
    line = "added 2, removed 1, failed 0 (0.2 s)"
    assert followed([False, True, False, True], [report()] * 3) == [line] * 3


def test_an_error_is_told_and_tried_again_some_seconds_later() -> None:
    busy = IndexBusy("It is busy.", "Wait.")
    told = followed([False] * 20, [busy, report()])
    assert told == ["It is busy. Wait.", "added 2, removed 1, failed 0 (0.2 s)"]


def test_an_error_that_stays_is_told_once() -> None:
    busy, full = IndexBusy("It is busy.", "Wait."), IndexBusy("It is full.", "Wait.")
    told = followed([True] * 6, [busy, busy, full, busy, report(), busy, busy])
    ran = "added 2, removed 1, failed 0 (0.2 s)"
    a, b = "It is busy. Wait.", "It is full. Wait."
    assert told == [a, b, a, ran, a]


def test_a_failure_that_stays_is_told_once() -> None:
    told = followed([True, True, True], [report(BAD), report(BAD), report(), report(BAD)])
    assert told.count("  a.txt is broken. Mend it.") == 2


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToIndex):
        keep_in_step(tmp_path / "index", [tmp_path / "none"], {}, print)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The command over ``news``, with its index in that very folder."""
    write_files(tmp_path / "news", {"a.txt": HARBOUR})
    command = Path(sys.executable).with_name("citewire")
    process = subprocess.Popen(
        [command, "watch", "news", "--index", "news/index"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.1)


def test_what_comes_changes_moves_and_goes_is_followed(
    watching: subprocess.Popen[str], tmp_path: Path
) -> None:
    news, index = tmp_path / "news", tmp_path / "news" / "index"

    def held() -> list[tuple[str, str]]:
        if not (index / "manifest.json").exists():
            return []
        return [(each.article.title, each.uris[0]) for each in list_articles(index)]

    harbour = ("Harbour opens", "news/a.txt")
    _wait_for(lambda: held() == [harbour])
    (news / "b.txt").write_text(FERRY, "utf-8")
    _wait_for(lambda: held() == [harbour, ("Ferry returns", "news/b.txt")])
    (news / "b.txt").write_text(FERRY.replace("returns", "departs"), "utf-8")
    _wait_for(lambda: held() == [harbour, ("Ferry departs", "news/b.txt")])
    (news / "b.txt").rename(news / "c.txt")
    _wait_for(lambda: held() == [harbour, ("Ferry departs", "news/c.txt")])
    (news / "c.txt").unlink()
    _wait_for(lambda: held() == [harbour])
    time.sleep(1.5)  # a run that the index itself set off would be told by now
    watching.send_signal(signal.SIGINT)
    told, _ = watching.communicate(timeout=30)
    assert watching.returncode == 0
    lines = [line for line in told.splitlines() if "added" in line]
    assert len(lines) == 5
    assert "added 1, removed 0, failed 0" in lines[0]
    assert "added 0, removed 1, failed 0" in lines[-1]
