"""Serve passages to LangChain. Input: a question. Output: Documents, best first.

    retriever = CitewireRetriever.open("citewire-index", limit=5)
    chain = {"context": retriever, "question": RunnablePassthrough()} | prompt | model

Each Document's metadata say where its text stands, so that what a chain makes of it can be checked.
LangChain takes a second to import: nothing else in this room imports this module.
"""

from pathlib import Path
from typing import Any, Self

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from qa.engine import NO_FILTERS, Engine
from qa.records import Filters, FoundPassage, passage_json
from qa.wiring import open_engine


class CitewireRetriever(BaseRetriever):
    """A LangChain retriever over an Engine: at most ``limit`` passages (ten unless told) of the
    articles that ``filters`` let through.

    Raises InvalidRequest for a question, or a limit, that cannot be used. Safe to use from threads,
    as LangChain's ``ainvoke`` and ``batch`` do.
    """

    engine: Engine
    limit: int | None = None
    filters: Filters = NO_FILTERS

    @classmethod
    def open(
        cls, folder: str | Path, *, limit: int | None = None, filters: Filters = NO_FILTERS
    ) -> Self:
        """A retriever over the index in ``folder``. Raises what `open_engine` raises."""
        return cls(engine=open_engine(folder), limit=limit, filters=filters)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        found = self.engine.search(query, limit=self.limit, filters=self.filters)
        return [_document(passage) for passage in found]


def _document(found: FoundPassage) -> Document:
    """The passage as text, and the rest of its JSON as metadata: plain values, as LangChain asks,
    with the offsets of the text in the document's."""
    metadata: dict[str, Any] = passage_json(found)
    # What LangChain's own loaders call it.
    metadata["date"] = metadata.pop("published")
    return Document(page_content=metadata.pop("text"), metadata=metadata)
