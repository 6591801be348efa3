"""Rank documents by their best passages, where a set grades documents. Input: an Outcome. Output:
uris.

A document of several names is ranked under each of them. One with the question's own id is the
question itself, as a corpus may hold it, and counts nowhere.
"""

from collections.abc import Sequence

from eval.records import Outcome, Question

# Of passages, and of documents where those are graded: no figure looks further.
MOST_FOUND = 20


def ranked_documents(outcome: Outcome) -> tuple[str, ...]:
    """The uris of the documents, best first, each once; at most twenty."""
    names = (uri for found in outcome.ranking for uri in names_of(found.uris, outcome.question))
    return tuple(dict.fromkeys(names))[:MOST_FOUND]


def names_of(uris: Sequence[str], question: Question) -> tuple[str, ...]:
    """Those of a document's names under which it is ranked.

    Source: Thakur et al., NeurIPS 2021 (BEIR), whose evaluator drops what has the query's id.
    """
    return tuple(uri for uri in uris if uri != question.id)
