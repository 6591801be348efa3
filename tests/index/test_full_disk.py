"""Runs that find the disk full, wherever on their way, and what they leave."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.index.making import REPOSITORY, town_pages, write_files

MOUNT = 'mount -t tmpfs -o size=6m tmpfs "$1" && shift && exec "$@"'


def _may_mount() -> bool:
    """Whether this machine lets its users have disks of their own, as not every one does."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "-rm", "true"], check=False).returncode == 0


@pytest.mark.parametrize("how", ["tmpfs", "limit"])
def test_a_run_that_finds_no_room_leaves_the_old_generation_and_goes_on_later(
    tmp_path: Path, how: str
) -> None:
    news = write_files(tmp_path / "news", town_pages(70))
    disk = tmp_path / "disk"
    disk.mkdir()
    if not _may_mount():
        how = "limit"
    command = [sys.executable, "-m", "tests.index.full_disk", how, str(disk), str(news)]
    if how == "tmpfs":
        command = ["unshare", "-rm", "sh", "-c", MOUNT, "sh", str(disk), *command]
    told = subprocess.run(
        command,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    *stages, last = told.stdout.split()
    assert last == "done"
    assert stages[0] == "storing"
    # The order of the pipeline: what is stored once is not stored again.
    assert stages == sorted(stages, key=["storing", "publishing"].index)
    # A limit on the size of files spares a publishing run, whose files are the smaller ones.
    assert how == "limit" or "publishing" in stages
