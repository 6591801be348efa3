"""Lines that most pages of a folder share."""

from index.pages.extracting import extract
from index.pages.repeated import repeated_lines
from index.records import BlockKind, Document, Page

SITE = ["Harrow Valley Notes", "Boats and people", "Ring the desk on weekdays"]


def page(number: int, *, folder: str = "news", site: list[str] = SITE, row: bool = False) -> Page:
    text = "\n\n".join(
        [
            *site[:2],
            f"Bridge number {number} is painted green",
            f"The council of Harrow painted bridge number {number} green on Monday, it said.",
            f"It will take {number + 3} days to dry, according to the painter, Ann Poe.",
            *site[2:],
        ]
    )
    return Page(Document(f"d{number}", f"{folder}/{number}.txt", "text/plain", "", text),
                is_one_article=row)  # fmt: skip


def test_a_line_that_all_pages_of_a_folder_have_is_the_folders() -> None:
    pages = [page(number) for number in range(6)]
    assert repeated_lines(pages)["d0"] == {line.casefold() for line in SITE}


def test_headlines_and_sentences_are_the_pages_own() -> None:
    shared = repeated_lines([page(number) for number in range(6)])["d3"]
    assert not any("green" in line for line in shared)


def test_a_few_pages_tell_nothing() -> None:
    assert repeated_lines([page(number) for number in range(4)])["d0"] == frozenset()


def test_a_line_that_less_than_most_pages_have_is_no_outlets() -> None:
    pages = [page(number, site=SITE if number < 5 else ["A", "B", "C"]) for number in range(10)]
    assert repeated_lines(pages)["d0"] == frozenset()


def test_pages_of_another_folder_do_not_count() -> None:
    pages = [page(n) for n in range(4)] + [page(n, folder="other") for n in range(4, 8)]
    assert set(repeated_lines(pages).values()) == {frozenset()}


def test_copies_of_one_text_count_once() -> None:
    assert repeated_lines([page(0)] * 8)["d0"] == frozenset()


def test_rows_of_a_table_have_no_such_lines() -> None:
    assert repeated_lines([page(number, row=True) for number in range(6)]) == {}


def test_a_shared_line_is_a_leftover_but_for_the_headline() -> None:
    one = page(0)
    shared = frozenset({*(line.casefold() for line in SITE), "bridge number 0 is painted green"})
    (found,) = extract(one, shared)
    kinds = {
        one.document.text[block.start : block.end]: (block.kind, why)
        for block, why in zip(found.article.blocks, found.why, strict=True)
    }
    assert kinds["Bridge number 0 is painted green"][0] is BlockKind.HEADLINE
    assert {kinds[line][0] for line in SITE} == {BlockKind.BOILERPLATE}
    assert kinds[SITE[2]][1] == "stands on other pages of its folder too"
    (alone,) = extract(one)
    last = alone.article.blocks[-1]
    assert (one.document.text[last.start : last.end], last.kind) == (SITE[2], BlockKind.BODY)
