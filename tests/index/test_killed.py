"""Runs that are killed with SIGKILL at any moment, and what the next reader and run find."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from index.errors import IndexMissing
from index.examining import examine
from index.locking import writer_lock
from index.manifest import read_manifest
from index.opening import open_index
from index.settings import read_settings
from index.wiring import update_index
from tests.index.making import (
    REPOSITORY,
    SEEDS,
    Contents,
    WordEmbedder,
    contents_of,
    index_files,
    town_pages,
    unsound,
    write_files,
)

MARK = "CITEWIRE_TEST_VICTIM"
RANDOM_KILLS, FIRST_RUN_KILLS, REAL_KILLS = 20, 10, 2


@dataclass(frozen=True)
class Ground:
    """An index of the seeds, files to add to it, and what it holds without them and with them."""

    index: Path
    paths: tuple[Path, ...]
    before: Contents
    after: Contents
    run_s: float
    first_run_s: float


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    here = tmp_path_factory.mktemp("killed")
    paths = (SEEDS, write_files(here / "news", town_pages(60)))
    index_files(here / "index", [SEEDS])
    shutil.copytree(here / "index", here / "whole")
    code, run_s = _run("words", here / "whole", paths)
    first_code, first_run_s = _run("words", here / "first", paths)
    assert code == first_code == 0
    after = contents_of(here / "whole")
    assert contents_of(here / "first") == after
    return Ground(here / "index", paths, contents_of(here / "index"), after, run_s, first_run_s)


def _run(
    how: str, folder: Path, paths: tuple[Path, ...], kill_after_s: float | None = None
) -> tuple[int, float]:
    """The exit status of such a run, and how long it took from its start."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.index.victim", how, folder, *paths],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if how == "SIGINT" else None,
        env={**os.environ, MARK: str(folder)},
        text=True,
    ) as victim:
        assert victim.stdout
        assert victim.stdin
        assert victim.stdout.readline() == "ready\n"
        began = time.perf_counter()
        victim.stdin.write("go\n")
        victim.stdin.flush()
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            victim.kill()
        code = victim.wait()
    return code, time.perf_counter() - began


def _complete(folder: Path, ground: Ground) -> None:
    """Run once more, undisturbed; the index is then as if nothing had ever been killed."""
    index_files(folder, ground.paths)
    assert contents_of(folder) == ground.after
    assert unsound(folder) == []


def test_a_run_killed_at_any_moment_leaves_the_old_generation_or_the_new(
    ground: Ground, tmp_path: Path
) -> None:
    random, unfinished = Random(20200220), 0
    for kill in range(RANDOM_KILLS):
        folder = tmp_path / str(kill)
        shutil.copytree(ground.index, folder)
        code, _ = _run("words", folder, ground.paths, random.uniform(0, ground.run_s))
        with writer_lock(folder):
            pass
        found = contents_of(folder)
        assert found in (ground.before, ground.after)
        assert code or found == ground.after
        unfinished += found == ground.before
        _complete(folder, ground)
    # Else the moments were not any: every run had been over, or none.
    assert unfinished > RANDOM_KILLS / 4


def test_a_first_run_killed_at_any_moment_leaves_nothing_or_a_whole_index(
    ground: Ground, tmp_path: Path
) -> None:
    random, unfinished = Random(2017), 0
    for kill in range(FIRST_RUN_KILLS):
        folder = tmp_path / str(kill)
        _run("words", folder, ground.paths, random.uniform(0, ground.first_run_s))
        try:
            assert contents_of(folder) == ground.after
        except IndexMissing:
            unfinished += 1
        _complete(folder, ground)
    assert unfinished > FIRST_RUN_KILLS / 4


def test_a_run_killed_again_and_again_comes_to_its_end(ground: Ground, tmp_path: Path) -> None:
    random, folder = Random(12), tmp_path / "index"
    shutil.copytree(ground.index, folder)
    for _ in range(5):
        _run("words", folder, ground.paths, random.uniform(0, ground.run_s))
        assert contents_of(folder) in (ground.before, ground.after)
    _complete(folder, ground)
    # The generations of all that were stopped on the way are gone.
    assert len(list((folder / "generations").iterdir())) <= 2


def _processes_of(folder: Path) -> list[str]:
    """The processes, those that read ahead too, of the run over the folder."""
    mark = f"{MARK}={folder}".encode()
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if mark in environment.read_bytes().split(b"\0"):
                found.append(environment.parent.name)
    return found


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_a_run_that_is_stopped_keeps_what_is_done_and_leaves_no_process(
    ground: Ground, tmp_path: Path, how: str
) -> None:
    # 400 passages: it is stopped when it has kept a batch and embeds the next.
    news = write_files(tmp_path / "news", town_pages(100))
    folder = tmp_path / "index"
    shutil.copytree(ground.index, folder)
    code, _ = _run(how, folder, (news,))
    assert code in (-signal.Signals[how], 1)
    assert contents_of(folder) == ground.before
    until = time.monotonic() + 10
    while _processes_of(folder) and time.monotonic() < until:
        time.sleep(0.1)
    assert _processes_of(folder) == []
    embedder = WordEmbedder()
    report = index_files(folder, [news], embedder)
    assert (report.generation, report.added.documents) == (2, 100)
    assert 0 < len(embedder.embedded) < 400
    assert unsound(folder) == []


@pytest.mark.parametrize("how", ["before-manifest", "after-manifest"])
def test_a_run_killed_beside_its_manifest_is_finished_by_the_next_without_a_model(
    ground: Ground, tmp_path: Path, how: str
) -> None:
    folder = tmp_path / "index"
    shutil.copytree(ground.index, folder)
    code, _ = _run(how, folder, ground.paths)
    assert code == -9
    is_in_force = how == "after-manifest"
    manifest = read_manifest(folder)
    assert manifest
    assert manifest.generation == (2 if is_in_force else 1)
    assert contents_of(folder) == (ground.after if is_in_force else ground.before)
    embedder = WordEmbedder()
    index_files(folder, ground.paths, embedder)
    assert embedder.embedded == []
    _complete(folder, ground)
    # What the next run made good holds without the manifest too.
    (folder / "manifest.json").unlink()
    assert contents_of(folder) == ground.after


def test_runs_with_the_real_model_are_no_different(seeds_folder: Path, tmp_path: Path) -> None:
    news = write_files(tmp_path / "news", town_pages(6))
    whole, settings = tmp_path / "whole", read_settings()
    shutil.copytree(seeds_folder, whole)
    code, run_s = _run("real", whole, (news,))
    assert code == 0
    before, after = contents_of(seeds_folder), contents_of(whole)
    random = Random(3)
    for kill in range(REAL_KILLS):
        folder = tmp_path / str(kill)
        shutil.copytree(seeds_folder, folder)
        _run("real", folder, (news,), random.uniform(0, run_s))
        assert contents_of(folder) in (before, after)
        update_index(folder, [news])
        assert contents_of(folder).passages == after.passages
        assert all(check.is_sound for check in examine(folder, settings))
        assert open_index(folder).generation == 2
