"""The tree of errors."""

import inspect

from index import errors
from index.errors import CitewireError, IndexBusy


def test_an_error_reads_as_its_problem_and_its_remedy() -> None:
    error = IndexBusy("Somebody writes.", "Wait.")
    assert str(error) == "Somebody writes. Wait."
    assert (error.problem, error.remedy) == ("Somebody writes.", "Wait.")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    classes = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    assert all(issubclass(kind, CitewireError) for kind in classes)
    drawn = {
        line.strip().lstrip("|`- ").split()[0]
        for line in (errors.__doc__ or "").splitlines()
        if line.startswith("    ")
    }
    assert drawn == {kind.__name__ for kind in classes}
