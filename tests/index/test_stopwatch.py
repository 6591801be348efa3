"""Seconds by stage."""

import pytest

from index.stopwatch import Stopwatch


def test_what_is_measured_and_what_is_told_add_up_by_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([10.0, 10.5, 20.0, 21.0])
    monkeypatch.setattr("time.perf_counter", lambda: next(clock))
    watch = Stopwatch(("read", "store", "never"))
    with watch.measured("store"):
        pass
    with pytest.raises(ZeroDivisionError), watch.measured("store"):
        raise ZeroDivisionError
    watch.add("read", 2.0)
    assert watch.stages == (("read", 2.0), ("store", 1.5), ("never", 0.0))
