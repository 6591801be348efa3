"""Systems are asked the questions of a set."""

from eval.runner import run


class Echo:
    """Says what it was asked, and remembers it."""

    def __init__(self, name: str, log: list[str]) -> None:
        self._name, self._log = name, log

    def ask(self, question: str) -> str:
        self._log.append(f"{self._name} {question}")
        return f"{self._name}: {question}"


def test_each_system_is_asked_all_in_order_after_one_question_that_does_not_count() -> None:
    log: list[str] = []
    runs = run({"a": Echo("a", log), "b": Echo("b", log)}, ["When?", "Who?"])
    assert runs == {"a": ("a: When?", "a: Who?"), "b": ("b: When?", "b: Who?")}
    assert list(runs) == ["a", "b"]
    assert log == ["a When?", "a When?", "a Who?", "b When?", "b When?", "b Who?"]


def test_progress_is_told_question_by_question() -> None:
    told: list[tuple[str, int, int, int]] = []
    run({"a": Echo("a", [])}, ["When?", "Who?"], lambda *step: told.append(step))
    assert told == [("Asking a", done, 2, 0) for done in (0, 1, 2)]


def test_of_no_questions_there_is_no_outcome() -> None:
    assert run({"a": Echo("a", [])}, []) == {"a": ()}
