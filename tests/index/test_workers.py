"""Calls in other processes: their results, their failures, and that the processes end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.errors import SourceUnreadable
from index.workers import WorkerDied, Workers, WorkersUnusable
from tests.index.making import REPOSITORY


def double(number: int) -> int:
    return 2 * number


def name_process(_: object) -> int:
    return os.getpid()


def print_much(text: str) -> str:
    os.write(1, b"noise")
    return text


def fail(problem: str) -> None:
    raise SourceUnreadable(problem, "Do something.")


def crash(_: object) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def _is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _ends(process: int, within_s: float = 10.0) -> bool:
    until = time.monotonic() + within_s
    while _is_running(process) and time.monotonic() < until:
        time.sleep(0.05)
    return not _is_running(process)


def test_calls_are_made_in_other_processes() -> None:
    with Workers(2) as workers:
        assert [workers.submit(double, n).result() for n in range(20)] == list(range(0, 40, 2))
        processes = {workers.submit(name_process, None).result() for _ in range(10)}
        assert os.getpid() not in processes
        assert len(processes) <= 2
    assert not any(_is_running(process) for process in processes)


def test_what_a_function_raises_is_raised_here() -> None:
    with Workers(1) as workers:
        with pytest.raises(SourceUnreadable) as caught:
            workers.submit(fail, "No.").result()
        assert (caught.value.problem, caught.value.remedy) == ("No.", "Do something.")
        assert workers.submit(double, 2).result() == 4


def test_what_a_function_prints_does_not_come_between_the_results(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with Workers(1) as workers:
        assert workers.submit(print_much, "text").result() == "text"
    assert capfd.readouterr() == ("", "noise")


def test_a_worker_that_crashes_is_told_and_started_anew() -> None:
    with Workers(1) as workers:
        with pytest.raises(WorkerDied):
            workers.submit(crash, None).result()
        assert workers.submit(double, 2).result() == 4


def test_calls_that_nobody_waits_for_are_given_up() -> None:
    began = time.monotonic()
    with Workers(2) as workers:
        process = workers.submit(name_process, None).result()
        for _ in range(10):
            workers.submit(sleep, 60.0)
    assert time.monotonic() - began < 20
    assert not _is_running(process)


def test_a_machine_that_starts_no_processes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/python")
    with Workers(1) as workers:
        for _ in range(2):
            with pytest.raises(WorkersUnusable):
                workers.submit(double, 2).result()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_their_parent_however_that_ends(how: signal.Signals) -> None:
    script = (
        "from index.workers import Workers\n"
        "from tests.index.test_workers import name_process, sleep\n"
        "with Workers(2) as workers:\n"
        "    names = [workers.submit(name_process, None).result() for _ in range(4)]\n"
        "    print(*set(names), flush=True)\n"
        "    workers.submit(sleep, 2.0).result()\n"
    )
    with subprocess.Popen(
        # No guard of __main__, as in any user's script.
        [sys.executable, "-c", script],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout
        processes = [int(word) for word in parent.stdout.readline().split()]
        assert processes
        parent.send_signal(how)
        parent.wait()
        assert all(_ends(process) for process in processes)
        assert parent.stderr
        told = parent.stderr.read()
    # Of the parent alone, where it is interrupted in its ordinary way.
    assert told.count("Traceback") == (1 if how is signal.SIGINT else 0)
