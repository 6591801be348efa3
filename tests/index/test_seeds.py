"""The five seed documents: the seven articles they hold, and what belongs to none of them."""

from datetime import date

import pytest

from index.analysis import stems
from index.opening import Index
from index.records import Article, BlockKind, Counts
from tests.index.making import blocks_of, unsound

TITLES = [
    "Baghdad, Erbil Achieve Security, Military Understandings",
    "Türkiye Backing Syria’s Military and Has No Immediate Withdrawal Plans, Defense Minister Says",
    "Joint operations reveal the beginning of “significant” coordination between Baghdad and Erbil",
    "Türkiye and Iraq establish a joint security coordination center in Baghdad",
    "Ankara to Moscow: Our Military Presence in Syria Aimed at Fighting Terrorism",
    "Iraq Implements 12 Measures in Response to Israeli Complaint to UN",
    "Iraqi military, Peshmerga agree to form joint security centers in Baghdad, Erbil",
]
CAPTIONS = {
    0: "Emir of Kuwait when receiving the President of the Iraqi Kurdistan region (KUNA)",
    1: "Turkish Defense Minister Yasar Guler attends a signing ceremony of a memorandum of"
    " understanding on establishing a mine countermeasures naval group in the Black Sea, aimed at"
    " clearing mines floating there as a result of the war in Ukraine, in Istanbul, Türkiye,"
    " January 11, 2024. (Reuters)",
    4: "A Turkish-Russian joint patrol is seen in Syria's al-Darbasiyah countryside. (Syrian"
    " Observatory for Human Rights)",
    5: "Sudani during the emergency meeting of the National Security Council (Prime Minister’s"
    " Office)",
}
LEFTOVERS = {
    0: ["TT", "20"],
    1: ["TT", "20"],
    2: [
        "A- A A +", "Leave a Reply",
        "Fill in your details below or click an icon to log in: Logo",
        "You are commenting using your account. Log Out / Change )", "Twitter picture",
        "You are commenting using your Twitter account. Log Out / Change )", "Facebook photo",
        "You are commenting using your Facebook account. Log Out / Change )", "Connecting to %s",
    ],
    3: ["end of message", "RCO NEWS", "RCO"],
    4: ["TT"],
    5: ["TT"],
    6: [
        "Read More: KRG and Baghdad reach administrative, security agreement on Sinjar",
        "Read More: PM Barzani presents cabinet's work to the Kurdistan Parliament, discusses"
        " reform package development",
        "Editing by John J. Catherine",
    ],
}  # fmt: skip
# Paragraphs of body, counted in the files.
PARAGRAPHS = [11, 14, 12, 10, 10, 9, 14]


@pytest.fixture(scope="module")
def articles(seeds: Index) -> list[Article]:
    return [article for article, _ in seeds.store.articles(seeds.generation, "", -1)]


def _words(seeds: Index, article: Article, kind: BlockKind) -> list[str]:
    """The article's blocks of this kind, runs of white space as one space."""
    document = seeds.store.document(article.document_id, seeds.generation)
    assert document
    blocks = blocks_of(article, document.text)
    return [" ".join(words.split()) for found, words in blocks if found is kind]


def test_there_are_seven_articles_with_these_titles(articles: list[Article]) -> None:
    assert [article.title for article in articles] == TITLES


def test_only_the_third_is_dated(articles: list[Article]) -> None:
    assert [article.published for article in articles] == [
        None, None, date(2020, 2, 20), None, None, None, None,
    ]  # fmt: skip


def test_outlets_are_told_where_the_text_begins_with_them(articles: list[Article]) -> None:
    assert [article.outlet for article in articles] == [
        None, None, "Shafaq News", None, None, None, "Kurdistan 24",
    ]  # fmt: skip


def test_each_headline_is_a_headline_once(seeds: Index, articles: list[Article]) -> None:
    for article, title in zip(articles, TITLES, strict=True):
        assert _words(seeds, article, BlockKind.HEADLINE) == [title]


def test_each_caption_is_a_caption_once(seeds: Index, articles: list[Article]) -> None:
    for at, article in enumerate(articles):
        wanted = [CAPTIONS[at]] if at in CAPTIONS else []
        assert _words(seeds, article, BlockKind.CAPTION) == wanted


def test_leftovers_and_repeats_are_boilerplate_and_nothing_else_is(
    seeds: Index, articles: list[Article]
) -> None:
    for at, article in enumerate(articles):
        found = _words(seeds, article, BlockKind.BOILERPLATE)
        repeats = [words for words in found if words in (TITLES[at], CAPTIONS.get(at))]
        # A captioned article prints its caption four times and its headline twice.
        assert len(repeats) == (4 if at in CAPTIONS else 0)
        assert [words for words in found if words not in repeats] == LEFTOVERS[at]


def test_every_paragraph_of_the_story_is_body(seeds: Index, articles: list[Article]) -> None:
    counts = [len(_words(seeds, article, BlockKind.BODY)) for article in articles]
    assert counts == PARAGRAPHS


def test_no_leftover_is_in_a_passage(seeds: Index, articles: list[Article]) -> None:
    passages = {p.id: p for p in seeds.store.indexed_passages(seeds.generation)}
    lines = [line for p in passages.values() for line in p.text.splitlines()]
    held = {" ".join(line.split()) for line in lines}
    assert held.isdisjoint(words for leftovers in LEFTOVERS.values() for words in leftovers)
    assert sum(" ".join(p.text.split()) in CAPTIONS.values() for p in passages.values()) == 4
    # The dateline leads into its paragraph, and is part of no passage.
    assert not any("Kurdistan 24) –" in line or "Shafaq News /" in line for line in lines)


def test_every_passage_is_its_documents_own_words(seeds: Index) -> None:
    store, generation = seeds.store, seeds.generation
    for passage in store.indexed_passages(generation):
        stored = store.passages([passage.id])[passage.id]
        document = store.document(stored.document_id, generation)
        assert document
        assert document.text[stored.start : stored.end] == passage.text


def test_uris_are_the_paths_as_they_were_given(seeds: Index) -> None:
    found = [uri for _, uri in seeds.store.articles(seeds.generation, "", -1)]
    names = (
        "000_6ae00b7adb0b0fec 000_6ae00b7adb0b0fec 001_b04c51913cb1dffc 002_815dbb95f16e51e3"
        " 003_457591cefcdb8376 003_457591cefcdb8376 004_5fe70ab38a61ff6b"
    )
    assert found == [f"seeds/{name}.txt" for name in names.split()]


def test_the_index_of_the_seeds_is_sound(seeds: Index) -> None:
    assert seeds.store.counts(seeds.generation) == Counts(5, 7, 47)
    assert unsound(seeds.folder) == []


@pytest.mark.parametrize(
    ("words", "title"),
    [("Guler withdrawal", TITLES[1]), ("Gideon Saar", TITLES[5]), ("Zaki Aktürk", TITLES[3])],
)
def test_words_find_their_article(seeds: Index, words: str, title: str) -> None:
    best, _ = seeds.fulltext.search(stems(words), 1)[0]
    passage = seeds.store.passages([best])[best]
    article = seeds.store.article(passage.article_id, seeds.generation)
    assert article
    assert article.title == title
