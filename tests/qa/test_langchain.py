"""Passages come to LangChain as Documents, and chains are made of them."""

import asyncio
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from langchain_core.documents import Document
from langchain_core.language_models import FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import Runnable, RunnablePassthrough

from index.errors import IndexMissing, InvalidRequest
from qa.engine import Engine
from qa.langchain import CitewireRetriever
from qa.records import Filters

QUESTION = "What did Guler say about withdrawal?"
FIELDS: dict[str, type | tuple[type, ...]] = {
    "passage_id": int,
    "article_id": str,
    "title": str,
    "outlet": (str, type(None)),
    "date": (str, type(None)),
    "uri": str,
    "kind": str,
    "start": int,
    "end": int,
    "scores": dict,
}


@pytest.fixture
def retriever(engine: Engine) -> CitewireRetriever:
    return CitewireRetriever(engine=engine, limit=5)


def _check_offsets(documents: Iterable[Document], engine: Engine) -> None:
    for document in documents:
        metadata = document.metadata
        text = engine.article_text(metadata["article_id"]).document.text
        assert text[metadata["start"] : metadata["end"]] == document.page_content


# The retriever


def test_documents_are_the_passages_of_a_search_best_first(
    retriever: CitewireRetriever, engine: Engine
) -> None:
    documents = retriever.invoke(QUESTION)
    assert [document.page_content for document in documents] == [
        found.text for found in engine.search(QUESTION, limit=5)
    ]
    assert len(documents) == 5
    assert "too early to discuss possible withdrawal" in documents[0].page_content


def test_metadata_say_where_the_text_stands(retriever: CitewireRetriever, engine: Engine) -> None:
    documents = retriever.invoke(QUESTION)
    _check_offsets(documents, engine)
    for document in documents:
        assert document.metadata.keys() == FIELDS.keys()
        for name, kinds in FIELDS.items():
            assert isinstance(document.metadata[name], kinds), name
    best = documents[0].metadata
    assert best["uri"] == "seeds/000_6ae00b7adb0b0fec.txt"
    assert best["title"].startswith("Türkiye Backing Syria’s Military")
    assert best["kind"] == "body"
    assert best["scores"].keys() == {"dense", "lexical", "fused"}


def test_a_date_is_written_in_iso_form(engine: Engine) -> None:
    dated = CitewireRetriever(engine=engine, filters=Filters(published_to=date(2020, 2, 20)))
    assert {d.metadata["date"] for d in dated.invoke(QUESTION)} == {"2020-02-20"}


def test_filters_are_passed_on(engine: Engine) -> None:
    filtered = CitewireRetriever(engine=engine, filters=Filters(outlet=("kurdistan 24",)))
    assert {d.metadata["outlet"] for d in filtered.invoke(QUESTION)} == {"Kurdistan 24"}


def test_unless_told_a_retriever_gives_as_many_passages_as_a_search(engine: Engine) -> None:
    assert len(CitewireRetriever(engine=engine).invoke(QUESTION)) == 10


def test_a_retriever_may_be_opened_from_a_folder(seeds_index: Path, engine: Engine) -> None:
    opened = CitewireRetriever.open(
        str(seeds_index), limit=2, filters=Filters(outlet=("Shafaq News",))
    )
    documents = opened.invoke(QUESTION)
    assert len(documents) == 2
    assert {d.metadata["uri"] for d in documents} == {"seeds/001_b04c51913cb1dffc.txt"}
    _check_offsets(documents, engine)


def test_where_there_is_no_index_none_is_opened(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        CitewireRetriever.open(tmp_path)


def test_what_cannot_be_asked_is_refused_as_anywhere_else(retriever: CitewireRetriever) -> None:
    with pytest.raises(InvalidRequest, match="The question is empty"):
        retriever.invoke(" ")


# Chains


def _cited(documents: Iterable[Document]) -> str:
    return "\n\n".join(f"{d.metadata['uri']}: {d.page_content}" for d in documents)


def _chain(retriever: CitewireRetriever, *replies: str) -> Runnable[str, str]:
    prompt = ChatPromptTemplate.from_template("{passages}\n\nQuestion: {question}")
    return (
        {"passages": retriever | _cited, "question": RunnablePassthrough()}
        | prompt
        | FakeListChatModel(responses=list(replies))
        | StrOutputParser()
    )


def test_a_chain_answers_from_the_passages(retriever: CitewireRetriever) -> None:
    assert _chain(retriever, "It was too early.").invoke(QUESTION) == "It was too early."


def test_the_prompt_of_a_chain_holds_the_passages(retriever: CitewireRetriever) -> None:
    prompt = ChatPromptTemplate.from_template("{passages}\n\nQuestion: {question}")
    step = {"passages": retriever | _cited, "question": RunnablePassthrough()} | prompt
    (message,) = step.invoke(QUESTION).to_messages()
    assert message.text.startswith("seeds/000_6ae00b7adb0b0fec.txt: ")
    assert "too early to discuss possible withdrawal" in message.text
    assert message.text.endswith(f"Question: {QUESTION}")


def test_a_chain_answers_without_blocking(retriever: CitewireRetriever) -> None:
    assert asyncio.run(_chain(retriever, "Too early.").ainvoke(QUESTION)) == "Too early."


def test_a_chain_answers_several_questions_at_once(retriever: CitewireRetriever) -> None:
    replies = _chain(retriever, "Yes.", "No.", "Perhaps.").batch([QUESTION, "Who?", "When?"])
    assert sorted(replies) == ["No.", "Perhaps.", "Yes."]


def test_documents_asked_for_in_any_way_are_the_same(
    retriever: CitewireRetriever, engine: Engine
) -> None:
    other = "Where will Turkey and Iraq set up their joint security coordination center?"
    one_by_one = [retriever.invoke(QUESTION), retriever.invoke(other)]
    assert retriever.batch([QUESTION, other]) == one_by_one
    assert asyncio.run(retriever.ainvoke(QUESTION)) == one_by_one[0]
    assert asyncio.run(retriever.abatch([QUESTION, other])) == one_by_one
    _check_offsets([document for found in one_by_one for document in found], engine)
