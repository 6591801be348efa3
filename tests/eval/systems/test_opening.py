"""Systems are opened by name, and the product gives its answer with a long ranking."""

from pathlib import Path

import pytest

from eval.documents import ranked_documents
from eval.records import Question
from eval.systems.opening import SYSTEMS, Product, open_systems
from index.errors import InvalidRequest
from index.wiring import update_index
from qa import open_engine
from qa.engine import Engine

BRIDGE = Question(
    "b1", "When did the old harbour bridge of Veltrin close?", (), True, ("Monday",), ("x",)
)
FERRY = Question("f1", "And the night ferry?", (BRIDGE.question,), True, ("Thursday",), ("x",))
BREAD = Question("u1", "How do I bake sourdough bread?", (), False, (), ())


def test_the_products_outcome_is_its_answer_and_its_passages(engine: Engine) -> None:
    outcome = Product(engine).ask(BRIDGE)
    assert outcome.answer is not None
    assert "Monday" in outcome.answer.answer
    assert outcome.took_ms == outcome.answer.timings_ms["total"]
    for found, passage in zip(outcome.ranking, outcome.answer.passages, strict=False):
        assert (found.uri, found.start) == (passage.uri, passage.hit.passage.start)
        assert found.text == passage.text
        assert found.score == list(passage.hit.scores.values())[-1]


def test_a_follow_up_is_asked_with_what_came_before(engine: Engine) -> None:
    outcome = Product(engine).ask(FERRY)
    assert outcome.answer is not None
    assert "night ferry" in (outcome.answer.understood_as or "")
    # Alone it could mean anything.
    assert engine.ask(FERRY.question).understood_as is None


def test_an_abstention_has_its_ranking_too(engine: Engine) -> None:
    outcome = Product(engine).ask(BREAD)
    assert outcome.answer is not None
    assert outcome.answer.abstained
    assert outcome.ranking


def test_a_ranking_goes_on_after_the_answers_passages_and_names_none_twice(tmp_path: Path) -> None:
    files = tmp_path / "towns"
    files.mkdir()
    for number in range(25):
        text = f"Bridge of town {number}\n\nA storm closed bridge number {number} on Monday.\n"
        (files / f"{number}.txt").write_text(text, "utf-8")
    update_index(tmp_path / "index", [files])
    outcome = Product(open_engine(tmp_path / "index")).ask(BRIDGE)
    assert outcome.answer is not None
    assert len(outcome.answer.passages) < len(outcome.ranking) == 20
    assert len({(found.uri, found.start) for found in outcome.ranking}) == 20


def test_where_documents_are_graded_twenty_of_them_are_ranked(tmp_path: Path) -> None:
    files = tmp_path / "towns"
    files.mkdir()
    about = "A storm closed the bridge of Veltrin for {} days. " + 20 * "It is shut. "
    long = "\n\n".join(about.format(n) for n in range(8))
    for number in range(26):
        short = f"The bridge of town {number} stands."
        text = f"Number {number}\n\n{long}" if number < 5 else short
        (files / f"{number}.txt").write_text(text, "utf-8")
    update_index(tmp_path / "index", [files])
    asked = Question("q", "What closed the bridge of Veltrin?", (), True, (), (), (), {"x": 1})
    outcome = Product(open_engine(tmp_path / "index")).ask(asked)
    assert len(ranked_documents(outcome)) == len(outcome.ranking) == 20


def test_systems_are_opened_by_name_each_once(engine: Engine) -> None:
    opened = open_systems(["rrf", "reader", "lexical", "rrf"], engine)
    assert list(opened) == ["rrf", "reader", "lexical"]
    assert opened["lexical"].ask(BRIDGE).answer is None
    assert opened["reader"].ask(BRIDGE).answer is not None


def test_a_name_that_is_no_system_is_told_with_those_that_are(engine: Engine) -> None:
    with pytest.raises(InvalidRequest, match="no system 'bm25'") as refused:
        open_systems(["lexical", "bm25"], engine)
    assert refused.value.remedy == (
        "The systems are lexical, dense, rrf, fused, langchain, reader."
    )
    assert list(SYSTEMS) == ["lexical", "dense", "rrf", "fused", "langchain", "reader"]
