"""Call our functions in other processes. Input: calls. Output: their results, as futures.

Each worker is a fresh interpreter that is spoken to through its standard input and output. So it
needs no guard in the user's script, as multiprocessing does; it ends with its pipe, however its
parent ends, where loky's workers (3.7) outlive a parent that was killed; and one that crashes over
a broken file takes no other's work with it.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from types import TracebackType
from typing import Any, TypeVar

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from index.workers import serve; serve()"
)


class WorkerDied(Exception):
    """The process that was at a call ended without a result."""


class WorkersUnusable(Exception):
    """No process can be started that is able to make the call."""


class Workers:
    """So many processes; a context manager, at whose end they are gone, done or not."""

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")
        self._processes = [_Process() for _ in range(count)]
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        for process in self._processes:
            self._idle.put(process)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # No call is begun any more, and no thread waits for a result that nobody wants.
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.kill()
        self._threads.shutdown()
        for process in self._processes:
            process.end()

    def submit(self, function: Callable[[_Given], _Made], given: _Given) -> "Future[_Made]":
        """The result of ``function(given)``, of a function that is imported by its name.

        The future raises what the function raises, WorkerDied or WorkersUnusable.
        """
        return self._threads.submit(self._call, function, given)

    def _call(self, function: Callable[[_Given], _Made], given: _Given) -> _Made:
        process = self._idle.get()
        try:
            made: _Made = process.call(function, given)
        finally:
            self._idle.put(process)
        return made


class _Process:
    """One worker, started at its first call, and anew at the next one after it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_unusable = False

    def call(self, function: Callable[[Any], Any], given: Any) -> Any:
        if self._process is None:
            self._start(function)
        is_made, made = self._asked(function, given)
        if not is_made:
            raise made
        return made

    def _start(self, function: Callable[[Any], Any]) -> None:
        if self._is_unusable:
            raise WorkersUnusable
        try:
            self._process = _started()
            if self._is_unusable:  # killed meanwhile, when there was nothing to kill
                self.end()
                raise WorkersUnusable
            # It can only answer once it has imported what the function needs.
            self._asked(_found, function)
        except (OSError, WorkerDied) as error:
            self._is_unusable = True
            raise WorkersUnusable from error

    def _asked(self, function: Callable[[Any], Any], given: Any) -> tuple[bool, Any]:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise WorkerDied
        try:
            pickle.dump((function, given), process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            answer: tuple[bool, Any] = pickle.load(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.end()
            raise WorkerDied from error
        return answer

    def kill(self) -> None:
        self._is_unusable = True
        if self._process:
            self._process.kill()

    def end(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                # What was not sent any more cannot be.
                with suppress(OSError):
                    if stream:
                        stream.close()


def serve() -> None:
    """Answer calls until the pipe ends: the other side of `Workers`, in a process of its own."""
    calls = sys.stdin.buffer
    results = os.fdopen(os.dup(1), "wb")
    # What a library prints must not come between the results.
    os.dup2(2, 1)
    with suppress(EOFError, pickle.UnpicklingError, BrokenPipeError):
        while True:
            function, given = pickle.load(calls)
            pickle.dump(_answer(function, given), results, pickle.HIGHEST_PROTOCOL)
            results.flush()
    # The parent may be gone, and with it whoever would take what is still to be written.
    os._exit(0)


def _found(function: Callable[[Any], Any]) -> None:
    """Nothing: that it was given says that it could be imported."""


def _answer(function: Callable[[Any], Any], given: Any) -> tuple[bool, Any]:
    try:
        return True, function(given)
    except Exception as error:  # noqa: BLE001 (raised again where it was called from)
        return False, error


def _started() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", _START, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # Ctrl-C is the parent's to handle; it ends its workers.
        start_new_session=True,
    )
