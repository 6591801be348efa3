"""One writer at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import IndexBusy, IndexForeign
from index.locking import writer_lock

HOLD = """
import sys
from pathlib import Path
from index.locking import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_refused_at_once_and_let_in_afterwards(tmp_path: Path) -> None:
    with (
        writer_lock(tmp_path),
        pytest.raises(IndexBusy, match=str(tmp_path)),
        writer_lock(tmp_path),
    ):
        pass
    with writer_lock(tmp_path):
        pass


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"), writer_lock(tmp_path):
        raise ValueError("inside")
    with writer_lock(tmp_path):
        pass


def test_the_lock_dies_with_its_owner(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as owner:
        assert owner.stdout
        assert owner.stdout.readline() == "held\n"
        with pytest.raises(IndexBusy), writer_lock(tmp_path):
            pass
        owner.kill()
        owner.wait()
    with writer_lock(tmp_path):
        pass


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "writer.lock").mkdir()
    with pytest.raises(IndexForeign, match="cannot be written to"), writer_lock(tmp_path):
        pass
