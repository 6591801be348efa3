"""Documents are ranked by their best passages."""

from eval.documents import names_of, ranked_documents
from eval.records import Found, Outcome
from tests.eval.making import graded, search


def test_each_document_stands_once_where_its_best_passage_does() -> None:
    found = search(graded("q", a=1), ("b", "x"), ("a", "x"), ("b", "y"), ("c", "x"))
    assert ranked_documents(found) == ("b", "a", "c")


def test_a_document_of_several_names_is_ranked_under_each() -> None:
    ranking = tuple(Found(uris, 0, 1, "x", 1.0) for uris in (("b", "d"), ("a",), ("d", "e")))
    assert ranked_documents(Outcome(graded("q", a=1), ranking, None, 1.0)) == ("b", "d", "a", "e")


def test_no_more_than_twenty_are_ranked() -> None:
    found = search(graded("q", a=1), *((f"d{n}", "x") for n in range(30)))
    assert ranked_documents(found) == tuple(f"d{n}" for n in range(20))


def test_the_question_itself_is_not_found() -> None:
    asked = graded("q", a=1)
    assert ranked_documents(search(asked, ("q", "x"), ("a", "x"))) == ("a",)
    assert names_of(("a", "q"), asked) == ("a",)
