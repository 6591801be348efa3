"""Who holds what, and since when: what each generation sees of it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.ledger import File
from index.names.mentions import ArticleWords
from index.prepared import Prepared
from index.records import Article, Block, BlockKind, Counts, Document, Passage
from index.store import Store
from index.storing import Writer


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """A writer with documents d1, d2 and d3, each of an article a1, ... and a passage, which nobody
    holds yet."""
    writer = Writer(tmp_path)
    with writer.transaction():
        for name in "123":
            _put(writer, name)
    yield writer
    writer.close()


@pytest.fixture
def store(tmp_path: Path, writer: Writer) -> Iterator[Store]:
    store = Store(tmp_path)
    yield store
    store.close()


def _put(writer: Writer, name: str) -> None:
    article = Article(
        f"a{name}", f"d{name}", name, None, None, None, None, None, None, None, (), 0, 3,
        (Block(BlockKind.BODY, 0, 3),),
    )  # fmt: skip
    document = Document(f"d{name}", "", "text/plain", "s", "One")
    passage = Passage(article.id, 0, 3, BlockKind.BODY)
    words = ArticleWords("", "", "", "")
    prepared = Prepared(document, (article,), (passage,), ("One",), (words,), ((),), (), ())
    writer.put_document(prepared, [name], np.ones((1, 2), dtype=np.float32))


def _hold(writer: Writer, uri: str, document: str, generation: int, path: str = "") -> None:
    with writer.transaction():
        writer.ledger.put_source(uri, path, document, f"s{document}", generation)


def _seen(store: Store, generation: int) -> list[tuple[str, str]]:
    return [(article.id, uri) for article, uri in store.articles(generation, "", -1)]


def test_a_uri_holds_one_document_in_each_generation(writer: Writer, store: Store) -> None:
    _hold(writer, "u", "d1", 1)
    _hold(writer, "u", "d2", 2)
    assert writer.ledger.held(["u"])["u"].document_id == "d2"
    assert (_seen(store, 1), _seen(store, 2)) == ([("a1", "u")], [("a2", "u")])
    assert (store.counts(1), store.counts(2)) == (Counts(1, 1, 1), Counts(1, 1, 1))
    assert store.document("d1", 2) is None
    assert store.article("a1", 2) is None


def test_what_no_generation_has_seen_leaves_no_trace(writer: Writer, store: Store) -> None:
    # A run that was killed put d1; the next run, for the same generation, finds d2 there.
    _hold(writer, "u", "d1", 1)
    _hold(writer, "u", "d2", 1)
    assert _seen(store, 1) == [("a2", "u")]
    with writer.transaction():
        writer.ledger.forget_before(1)
    assert not writer.holds_document("d1")
    assert writer.holds_document("d2")


def test_what_is_put_back_within_a_generation_was_never_gone(writer: Writer, store: Store) -> None:
    _hold(writer, "u", "d1", 1)
    _hold(writer, "u", "d2", 2)
    _hold(writer, "u", "d1", 2)
    assert (_seen(store, 1), _seen(store, 2)) == ([("a1", "u")], [("a1", "u")])
    assert writer.ledger.added(2) == writer.ledger.removed(2) == Counts()


def test_forgetting_keeps_what_the_generation_in_force_sees(writer: Writer, store: Store) -> None:
    _hold(writer, "u", "d1", 1)
    _hold(writer, "u", "d2", 2)
    with writer.transaction():
        writer.ledger.forget_before(1)
    assert _seen(store, 1) == [("a1", "u")]
    with writer.transaction():
        writer.ledger.forget_before(2)
    assert not writer.holds_document("d1")
    assert store.passages_of("a1") == []
    assert _seen(store, 2) == [("a2", "u")]


def test_forgetting_one_uri_keeps_the_document_that_another_holds(
    writer: Writer, store: Store
) -> None:
    _hold(writer, "u", "d1", 1)
    _hold(writer, "v", "d1", 1)
    _hold(writer, "u", "d2", 2)
    with writer.transaction():
        writer.ledger.forget_before(2)
    assert store.uris("d1", 2) == ("v",)
    assert store.uris("d1", 1) == ("v",)


def test_an_article_is_hidden_from_a_generation_on_until_it_is_restored(
    writer: Writer, store: Store
) -> None:
    _hold(writer, "u", "d1", 1)
    with writer.transaction():
        writer.ledger.hide("a1", 2)
        writer.ledger.restore("d1", 4)
        writer.ledger.hide("a1", 5)
    assert [bool(_seen(store, g)) for g in range(1, 6)] == [True, False, False, True, False]
    assert [len(store.passage_ids(g)) for g in range(1, 6)] == [1, 0, 0, 1, 0]
    assert [len(list(store.indexed_passages(g))) for g in range(1, 6)] == [1, 0, 0, 1, 0]
    assert [store.article("a1", g) is not None for g in (1, 2, 4)] == [True, False, True]
    assert [store.counts(g) for g in (1, 2)] == [Counts(1, 1, 1), Counts(1, 0, 0)]
    assert store.article_ids(2, [], None, None, []) == []
    assert [writer.ledger.shows("a1", g) for g in (1, 2)] == [True, False]
    assert store.newest_generation() == 5


def test_what_is_hidden_and_restored_within_a_generation_was_never_hidden(
    writer: Writer, store: Store
) -> None:
    _hold(writer, "u", "d1", 1)
    with writer.transaction():
        writer.ledger.hide("a1", 2)
        writer.ledger.restore("d1", 2)
    assert _seen(store, 2) == [("a1", "u")]
    assert store.newest_generation() == 1
    with writer.transaction():
        writer.ledger.hide("a1", 2)
        writer.ledger.restore("d1", 3)
        writer.ledger.hide("a1", 3)
    assert (_seen(store, 2), _seen(store, 3)) == ([], [])


def test_hidden_articles_are_forgotten_with_their_document(writer: Writer) -> None:
    _hold(writer, "u", "d1", 1)
    with writer.transaction():
        writer.ledger.hide("a1", 2)
        writer.ledger.put_source("u", "", "d2", "s", 3)
        writer.ledger.forget_before(3)
    assert not writer.holds_document("d1")
    with writer.transaction():
        _put(writer, "1")
        writer.ledger.put_source("v", "", "d1", "s", 4)
    assert writer.ledger.shows("a1", 4)


def test_a_copy_adds_a_document_and_removing_it_removes_no_more(writer: Writer) -> None:
    _hold(writer, "u", "d1", 1)
    _hold(writer, "v", "d1", 2)
    assert writer.ledger.added(2) == Counts(documents=1)
    with writer.transaction():
        writer.ledger.remove([writer.ledger.held(["u"])["u"].id], 3)
    assert writer.ledger.removed(3) == Counts(documents=1)
    assert writer.ledger.added(3) == Counts()


def test_a_hidden_article_is_removed_and_a_restored_one_added(writer: Writer) -> None:
    _hold(writer, "u", "d1", 1)
    with writer.transaction():
        writer.ledger.hide("a1", 2)
    assert writer.ledger.removed(2) == Counts(0, 1, 1)
    with writer.transaction():
        writer.ledger.restore("d1", 3)
    assert (writer.ledger.added(3), writer.ledger.removed(3)) == (Counts(0, 1, 1), Counts())


def test_what_was_touched_and_stays_is_unchanged(writer: Writer) -> None:
    _hold(writer, "u", "d1", 1)
    _hold(writer, "v", "d1", 1)
    _hold(writer, "w", "d2", 1)
    writer.close()
    writer = Writer(writer._folder)
    _hold(writer, "x", "d3", 2)
    assert writer.ledger.unchanged(2) == Counts()
    writer.ledger.touch([row.id for row in writer.ledger.held(["u", "v"]).values()])
    # Two names of one document.
    assert writer.ledger.unchanged(2) == Counts(2, 1, 1)
    with writer.transaction():
        writer.ledger.hide("a1", 2)
    assert writer.ledger.unchanged(2) == Counts(documents=2)
    writer.close()


def test_what_of_a_file_was_not_touched_is_removed(writer: Writer, store: Store) -> None:
    for uri, document in (("f#1", "d1"), ("f#2", "d2")):
        _hold(writer, uri, document, 1, path="/f")
    _hold(writer, "g", "d3", 1, path="/g")
    writer.close()
    writer = Writer(writer._folder)
    writer.ledger.touch([writer.ledger.held(["f#1"])["f#1"].id])
    with writer.transaction():
        writer.ledger.remove_untouched("/f", 2)
    assert _seen(store, 2) == [("a1", "f#1"), ("a3", "g")]
    writer.close()


def test_files_are_found_by_path_name_digest_and_folder(writer: Writer) -> None:
    one, two, other = File("/n/a", "n/a", "x"), File("/n/b", "n/b", "x"), File("/nb", "m", "")
    with writer.transaction():
        for file in (two, one, other):
            writer.ledger.put_file(file)
    ledger = writer.ledger
    assert ledger.files_at(["/n/a", "/none"]) == {"/n/a": one}
    assert ledger.files_named(["n/b"]) == {"n/b": two}
    assert ledger.files_like("x") == [one, two]
    assert list(ledger.files()) == [one, two, other]
    assert ledger.files_under("/n", "") == [one, two]
    assert ledger.files_under("/elsewhere", "n") == [one, two]
    assert ledger.files_under("/", "none") == [one, two, other]


def test_a_file_that_is_moved_keeps_its_uris(writer: Writer) -> None:
    _hold(writer, "f#1", "d1", 1, path="/f")
    with writer.transaction():
        writer.ledger.put_file(File("/f", "f", "x"))
        writer.ledger.relocate("/f", "/g")
    assert writer.ledger.files_named(["f"]) == {"f": File("/g", "f", "x")}
    assert [row.uri for row in writer.ledger.held_in("/g")] == ["f#1"]
    assert not writer.ledger.holds_any("/f")


def test_names_below_a_folder_are_told_from_those_that_only_begin_like_it(writer: Writer) -> None:
    for uri in ("news/a", "news/b#1", "newspaper", "news"):
        _hold(writer, uri, "d1", 1)
    assert [row.uri for row in writer.ledger.held_under("news")] == ["news/a", "news/b#1"]
