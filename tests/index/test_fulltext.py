"""Search by words."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import stems
from index.fulltext import FullText, build_fulltext, update_fulltext
from index.names.lexicon import Lexicon
from index.store import IndexedPassage
from tests.index.making import REPOSITORY

NO_VECTOR = np.zeros(0, dtype=np.float32)


def _built(folder: Path, *passages: tuple[int, str, str, str]) -> FullText:
    """An index of passages given as (id, article, title, text)."""
    build_fulltext(folder, [IndexedPassage(*passage, NO_VECTOR) for passage in passages])
    return FullText(folder)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> FullText:
    return _built(
        tmp_path_factory.mktemp("words") / "fulltext",
        (1, "a", "Talks Resume", "Yaşar Güler spoke of a withdrawal in İstanbul."),
        (2, "a", "Talks Resume", "It's 5:30 pm, and the troops stay."),
        (3, "b", "Harbour Closed", "A storm closed the harbour, said Ada Lund."),
        (4, "b", "Harbour Closed", "Repairs take three weeks."),
        (5, "c", "Buses", "Night buses run to the harbour of Ostmark."),
    )


def _found(index: FullText, question: str, *among: str) -> list[int]:
    return [id_ for id_, _ in index.search(stems(question), 10, among or None)]


@pytest.mark.parametrize(
    "question", ["Guler", "GÜLER", "yasar güler", "istanbul", "İstanbul", "ISTANBUL", "withdraw"]
)
def test_accents_case_and_endings_make_no_difference(news: FullText, question: str) -> None:
    assert _found(news, question) == [1]


@pytest.mark.parametrize("question", ["Gulerr", "Istambul", "widthdrawal"])
def test_a_word_that_nobody_wrote_finds_those_spelt_like_it(news: FullText, question: str) -> None:
    assert _found(news, question) == [1]


def test_a_word_that_somebody_wrote_finds_no_other_spelling(news: FullText) -> None:
    # "stay" and "storm" stand there; neither is taken for a slip of the other's.
    assert _found(news, "storm") == [3]


def test_a_short_unknown_word_finds_nothing(news: FullText) -> None:
    # Four letters: "adas" could be a slip of many words.
    assert _found(news, "adaz") == []


SPELLINGS = (
    (1, "a", "T", "Rasool spoke of the harbour"),
    (2, "b", "T", "Rasoul spoke of the harbour"),
    (3, "c", "T", "Rasul spoke of the harbour"),
    (4, "d", "T", "Rasul and Rasoul, spoke harbour"),
    (5, "e", "T", "Rasmus spoke of the harbour"),
)
ONE_NAME = Lexicon(groups=(("rasool", "rasoul", "rasul"),))


def _spelled(folder: Path, lexicon: Lexicon) -> FullText:
    build_fulltext(folder, [IndexedPassage(*passage, NO_VECTOR) for passage in SPELLINGS])
    return FullText(folder, lexicon)


@pytest.mark.parametrize("question", ["Rasool", "Rasoul", "Rasul"])
def test_a_name_is_found_under_each_of_its_spellings(tmp_path: Path, question: str) -> None:
    index = _spelled(tmp_path / "f", ONE_NAME)
    assert set(_found(index, question)) == {1, 2, 3, 4}
    # As it was asked first: of equal length, rarity and frequency, the others are at .95.
    found = dict(index.search(stems(question), 10))
    asked = {"Rasool": 1, "Rasoul": 2, "Rasul": 3}[question]
    assert found.pop(asked) == pytest.approx(max(found[i] for i in {1, 2, 3} - {asked}) / 0.95)


def test_without_a_lexicon_a_name_is_found_as_it_is_spelled(tmp_path: Path) -> None:
    assert _found(_spelled(tmp_path / "f", Lexicon()), "Rasool") == [1]


def test_several_spellings_in_a_passage_count_as_the_best_of_them(tmp_path: Path) -> None:
    index = _spelled(tmp_path / "f", ONE_NAME)
    found = dict(index.search(["rasul"], 10))
    # Passage 4 has five words, as the others have, and both Rasul and Rasoul.
    assert found[4] == pytest.approx(found[3])


def test_a_rare_spelling_is_no_rarer_a_name(tmp_path: Path) -> None:
    index = _spelled(tmp_path / "f", ONE_NAME)
    (as_rare,) = {round(score, 5) for id_, score in index.search(["rasool"], 10) if id_ == 1}
    (as_common,) = {round(score, 5) for id_, score in index.search(["rasul"], 10) if id_ == 3}
    assert as_rare == as_common


def test_a_spelling_that_no_passage_holds_finds_those_that_are_held(tmp_path: Path) -> None:
    index = _spelled(tmp_path / "f", Lexicon(groups=(("rasmus", "rasmuz"),)))
    assert _found(index, "rasmuz") == [5]


def test_the_passage_with_more_of_the_words_comes_first(news: FullText) -> None:
    assert _found(news, "storm harbour")[0] == 3
    scores = [score for _, score in news.search(stems("storm harbour"), 10)]
    assert scores == sorted(scores, reverse=True)


def test_a_word_of_the_title_finds_all_passages_below_those_that_hold_it(news: FullText) -> None:
    assert _found(news, "closed") == [3, 4]
    assert _found(news, "talks") == [1, 2]


def test_among_restricts_the_search_to_articles(news: FullText) -> None:
    assert set(_found(news, "harbour")) == {3, 4, 5}
    assert _found(news, "harbour", "c") == [5]
    assert _found(news, "harbour", "c", "a") == [5]
    assert _found(news, "harbour", "nobody") == []
    assert news.search(["harbour"], 10, []) == []
    assert news.search(["harbour"], 10, ()) == []


def test_among_changes_no_score(news: FullText) -> None:
    free = dict(news.search(stems("harbour"), 10))
    assert dict(news.search(stems("harbour"), 10, ["b"])) == pytest.approx({3: free[3], 4: free[4]})


@pytest.mark.parametrize(
    "question",
    [
        "it's 5:30 pm", "title:harbour AND (", '"harbour', "harbour~2", "-harbour", "NOT harbour",
        "[a TO z]", "har*", "text:", "\\", "AND OR NOT", "()", "^5", "{", "'", "🚢", "\0",
    ],
)  # fmt: skip
def test_no_punctuation_or_query_language_raises(news: FullText, question: str) -> None:
    _found(news, question)


def test_query_language_is_read_as_words(news: FullText) -> None:
    assert _found(news, "-storm") == [3]
    assert _found(news, "text:storm") == [3]
    assert _found(news, "it's 5:30 pm")[0] == 2


@given(st.text(max_size=200))
def test_no_text_raises(news: FullText, question: str) -> None:
    assert set(_found(news, question)) <= {1, 2, 3, 4, 5}


def test_no_words_find_nothing(news: FullText) -> None:
    assert news.search([], 10) == []


def test_no_more_than_the_limit_is_found(news: FullText) -> None:
    assert len(news.search(["harbour"], 2)) == 2
    assert news.search(["harbour"], 0) == []


def test_equal_scores_come_in_id_order(tmp_path: Path) -> None:
    same = _built(tmp_path / "f", *((id_, "a", "T", "harbour") for id_ in (9, 3, 7)))
    assert _found(same, "harbour") == [3, 7, 9]


def test_frequency_counts_passages_by_their_text_alone(news: FullText) -> None:
    assert news.frequency("harbour") == 2
    assert news.frequency("talk") == 0
    assert news.passages == 5
    assert news.ids == {1, 2, 3, 4, 5}


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    empty = _built(tmp_path / "f")
    assert (empty.ids, empty.passages, empty.search(["harbour"], 5)) == (set(), 0, [])


def test_a_folder_that_holds_no_such_index_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".+"):
        FullText(tmp_path)


WORDS = [f"word{chr(97 + one)}{chr(97 + two)}" for one in range(8) for two in range(8)]
# A process that publishes and is killed while it adds the fifth passage.
VICTIM = """
import os, signal, sys
from pathlib import Path
from index.fulltext import update_fulltext
from tests.index.test_fulltext import passages_of

def killed(ids):
    yield from passages_of(ids)
    os.kill(os.getpid(), signal.SIGKILL)

update_fulltext(Path(sys.argv[1]), Path(sys.argv[2]), set(range(5, 400)), killed)
"""


def passages_of(ids: Iterable[int], lengths: tuple[int, int] = (30, 30)) -> list[IndexedPassage]:
    """The passages of these ids: words drawn anew for each id, and the same at each call."""
    passages = []
    for id_ in sorted(ids):
        random = Random(id_)
        words = random.choices(WORDS, range(len(WORDS), 0, -1), k=random.randint(*lengths))
        title = " ".join(random.choices(WORDS, k=5))
        passages.append(
            IndexedPassage(id_, f"article{id_ // 4}", title, " ".join(words), NO_VECTOR)
        )
    return passages


def _checksums(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


def _random_questions(random: Random, count: int) -> list[list[str]]:
    return [random.choices(WORDS, k=random.randint(1, 6)) for _ in range(count)]


def _step(ids: set[int], newest: int, random: Random) -> tuple[set[int], int]:
    """The ids after a publication that takes a few out and puts some in."""
    kept = ids - set(random.sample(sorted(ids), random.randint(0, 8)))
    added = random.randint(0, 60)
    return kept | set(range(newest + 1, newest + added + 1)), newest + added


def _steps(
    folder: Path, seed: int, count: int, lengths: tuple[int, int]
) -> tuple[FullText, FullText, int]:
    """One and the same collection, come to in steps and built at once, and how many steps were
    taken without building."""
    random, ids, newest = Random(seed), set(range(1, 401)), 400
    current, updated = folder / "0", 0
    build_fulltext(current, passages_of(ids, lengths))
    for number in range(1, count + 1):
        ids, newest = _step(ids, newest, random)
        following = folder / str(number)
        if update_fulltext(following, current, ids, lambda new: passages_of(new, lengths)):
            updated += 1
        else:
            build_fulltext(following, passages_of(ids, lengths))
        current = following
    build_fulltext(folder / "whole", passages_of(ids, lengths))
    return FullText(current), FullText(folder / "whole"), updated


@pytest.mark.parametrize("seed", range(6))
def test_steps_come_to_the_same_answers_as_building_at_once(tmp_path: Path, seed: int) -> None:
    stepped, whole, updated = _steps(tmp_path, seed, 12, (30, 30))
    assert updated > 8
    assert (stepped.ids, stepped.passages) == (whole.ids, whole.passages)
    for word in WORDS:
        assert stepped.frequency(word) == whole.frequency(word)
    for question in _random_questions(Random(seed), 60):
        found, wanted = stepped.search(question, 20), whole.search(question, 20)
        assert [id_ for id_, _ in found] == [id_ for id_, _ in wanted]
        assert [s for _, s in found] == pytest.approx([s for _, s in wanted], rel=1e-5)


@pytest.mark.parametrize("seed", range(3))
def test_passages_removed_leave_no_more_than_their_mean_length_in_a_score(
    tmp_path: Path, seed: int
) -> None:
    # tantivy's mean length still counts them: up to 5% of all, so that with lengths from 5 to 60
    # words (33 on average) it is off by 5% * 28 / 33 at most, and a score by three quarters of it.
    stepped, whole, updated = _steps(tmp_path, seed, 12, (5, 60))
    assert updated > 8
    for question in _random_questions(Random(seed), 60):
        wanted = dict(whole.search(question, 1_000))
        assert dict(stepped.search(question, 1_000)) == pytest.approx(wanted, rel=0.032)


def test_what_was_removed_is_found_no_more_and_counted_no_more(tmp_path: Path) -> None:
    everyone = [
        *passages_of(range(1, 100)),
        IndexedPassage(100, "z", "Veltrin", "harbours harbourside", NO_VECTOR),
        IndexedPassage(101, "y", "Ostmark", "the harbor", NO_VECTOR),
    ]
    build_fulltext(tmp_path / "old", everyone)
    assert _found(FullText(tmp_path / "old"), "harbourside") == [100]
    kept = set(range(1, 102)) - {100}
    assert update_fulltext(tmp_path / "new", tmp_path / "old", kept, passages_of)
    index = FullText(tmp_path / "new")
    assert (index.removed, index.passages, index.ids) == (1, 100, kept)
    assert _found(index, "Veltrin") == []
    # Its spelling is nobody's now, so that one close to it is taken.
    assert index.frequency("harbour") == 0
    assert _found(index, "harbour") == [101]


def test_an_index_that_another_is_made_from_stays_as_it_is(tmp_path: Path) -> None:
    ids = set(range(1, 401))
    build_fulltext(tmp_path / "0", passages_of(ids))
    kept: list[tuple[Path, dict[str, str], FullText, list[tuple[int, float]]]] = []
    # Long enough for the small segments to be merged, twice, while all are open.
    for number in range(1, 21):
        base = tmp_path / str(number - 1)
        opened = FullText(base)
        kept.append((base, _checksums(base), opened, opened.search(WORDS[:3], 50)))
        ids = ids - {number} | {1_000 + number}
        assert update_fulltext(tmp_path / str(number), base, ids, passages_of)
    for base, checksums, opened, answers in kept:
        assert _checksums(base) == checksums
        assert opened.search(WORDS[:3], 50) == answers == FullText(base).search(WORDS[:3], 50)
    assert FullText(tmp_path / "20").ids == ids


def test_a_folder_holds_the_files_that_its_index_needs_and_no_others(tmp_path: Path) -> None:
    ids = set(range(1, 401))
    build_fulltext(tmp_path / "0", passages_of(ids))
    for number in range(1, 15):
        ids = ids - {number} | {1_000 + number}
        folder = tmp_path / str(number)
        assert update_fulltext(folder, tmp_path / str(number - 1), ids, passages_of)
        segments = json.loads((folder / "meta.json").read_text())["segments"]
        names = {path.name for path in folder.iterdir()}
        assert "meta.json" in names
        # A reader would make the lock of its own, and may not be able to.
        assert {n for n in names if n[0] == "."} == {".managed.json", ".tantivy-meta.lock"}
        parts = [name.split(".") for name in names if name[0] != "." and name != "meta.json"]
        assert {part[0] for part in parts} == {s["segment_id"].replace("-", "") for s in segments}
        with_removed = [s for s in segments if s["deletes"]]
        assert sum(part[-1] == "del" for part in parts) == len(with_removed)
        assert sum(part[-1] == "term" for part in parts) == len(segments)


def test_files_that_do_not_change_are_shared(tmp_path: Path) -> None:
    build_fulltext(tmp_path / "old", passages_of(range(1, 401)))
    assert update_fulltext(tmp_path / "new", tmp_path / "old", set(range(2, 402)), passages_of)
    (terms,) = (tmp_path / "old").glob("*.term")
    assert (tmp_path / "new" / terms.name).samefile(terms)
    for name in ("meta.json", ".managed.json"):
        assert not (tmp_path / "new" / name).samefile(tmp_path / "old" / name)


def test_files_are_copied_where_they_cannot_be_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted", str(source), None, str(target))

    monkeypatch.setattr(os, "link", refused)
    build_fulltext(tmp_path / "old", passages_of(range(1, 401)))
    assert update_fulltext(tmp_path / "new", tmp_path / "old", set(range(2, 402)), passages_of)
    assert FullText(tmp_path / "new").ids == set(range(2, 402))
    assert all(path.stat().st_nlink == 1 for path in (tmp_path / "new").iterdir())


def _emptied(folder: Path) -> None:
    (folder / "meta.json").write_text("")


def _cut(folder: Path) -> None:
    (terms,) = folder.glob("*.term")
    terms.write_bytes(terms.read_bytes()[:20])


@pytest.mark.parametrize("damage", [_emptied, _cut])
def test_an_index_that_cannot_be_opened_is_no_start(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    build_fulltext(tmp_path / "old", passages_of(range(1, 401)))
    damage(tmp_path / "old")
    assert not update_fulltext(tmp_path / "new", tmp_path / "old", {1, 2}, passages_of)
    assert not (tmp_path / "new").exists()


def test_too_much_removed_is_better_built(tmp_path: Path) -> None:
    build_fulltext(tmp_path / "0", passages_of(range(1, 401)))
    # 20 of 400 are a twentieth, and 21 of 401 are more.
    assert update_fulltext(tmp_path / "1", tmp_path / "0", set(range(21, 402)), passages_of)
    assert not update_fulltext(tmp_path / "2", tmp_path / "1", set(range(22, 402)), passages_of)
    assert not (tmp_path / "2").exists()


def test_nothing_to_change_gives_the_same_index(tmp_path: Path) -> None:
    build_fulltext(tmp_path / "old", passages_of(range(1, 401)))
    assert update_fulltext(tmp_path / "new", tmp_path / "old", set(range(1, 401)), passages_of)
    old, new = FullText(tmp_path / "old"), FullText(tmp_path / "new")
    assert new.search(WORDS[:4], 50) == old.search(WORDS[:4], 50)


def test_an_update_that_is_killed_leaves_the_index_that_it_started_from(tmp_path: Path) -> None:
    build_fulltext(tmp_path / "old", passages_of(range(1, 301)))
    before = _checksums(tmp_path / "old")
    killed = subprocess.run(
        [sys.executable, "-c", VICTIM, tmp_path / "new", tmp_path / "old"],
        cwd=REPOSITORY,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "new").exists()
    assert _checksums(tmp_path / "old") == before
    assert FullText(tmp_path / "old").ids == set(range(1, 301))


def test_of_equals_the_first_ids_are_found_however_the_index_came_about(tmp_path: Path) -> None:
    everyone = {id_: IndexedPassage(id_, "a", "T", "harbour", NO_VECTOR) for id_ in range(1, 200)}

    def fetch(ids: set[int]) -> list[IndexedPassage]:
        return [everyone[id_] for id_ in sorted(ids)]

    build_fulltext(tmp_path / "0", fetch(set(range(100, 200))))
    assert update_fulltext(tmp_path / "1", tmp_path / "0", set(everyone), fetch)
    found = FullText(tmp_path / "1").search(["harbour"], 3)
    assert [id_ for id_, _ in found] == [1, 2, 3]
