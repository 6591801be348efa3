"""What a Markdown file tells of its article between two rules at its top."""

import pytest

from index.formats.front_matter import read_front_matter
from index.pages.extracting import extract
from index.reading import read_page
from index.records import Article, BlockKind, Field, Item, Told

TEXT = "The ferry to Ven came back on Friday, after nine days in the yard, the council said.\n"
FRONT = """---
# written by the site's own tool
title: "Ferry \\"Ida\\" returns: nine days lost"
source: 'The Harbour''s Voice'
date: 2025-08-21T06:00:00+02:00   # local time
authors:
  - Ann Poe
  - Ben Lund
lang: en-GB
tags: [ferries, "Ven"]
related:
url: https://voice.example/ferry
draft: false
---
"""


def told(text: str) -> dict[Field, str]:
    found = read_front_matter(text)
    return {each.field: each.value for each in found.told} if found else {}


def article(text: str) -> Article:
    (only,) = extract(read_page(Item("a.md", "a.md", text.encode())))
    return only.article


def test_each_known_key_is_told_and_the_rest_passed_over() -> None:
    assert told(FRONT + TEXT) == {
        Field.TITLE: 'Ferry "Ida" returns: nine days lost',
        Field.OUTLET: "The Harbour's Voice",
        Field.BYLINE: "Ann Poe, Ben Lund",
        Field.PUBLISHED: "2025-08-21",
        Field.LANGUAGE: "en",
        Field.URL: "https://voice.example/ferry",
    }


def test_the_text_keeps_every_character_and_the_front_matter_is_boilerplate() -> None:
    text = f"{FRONT}\n# Ferry returns\n\n{TEXT}"
    page = read_page(Item("a.md", "a.md", text.encode()))
    assert page.document.text == text
    (extracted,) = extract(page)
    kinds = [(block.kind, text[block.start : block.end]) for block in extracted.article.blocks]
    front = FRONT.strip().splitlines()
    assert kinds[: len(front)] == [(BlockKind.BOILERPLATE, line.strip()) for line in front]
    assert kinds[len(front) :] == [
        (BlockKind.HEADLINE, "# Ferry returns"),
        (BlockKind.BODY, TEXT.strip()),
    ]


def test_its_facts_are_the_articles_with_their_origin() -> None:
    found = article(FRONT + TEXT)
    assert found.title == 'Ferry "Ida" returns: nine days lost'
    assert found.outlet == "The Harbour's Voice"
    assert found.byline == "Ann Poe, Ben Lund"
    assert str(found.published) == "2025-08-21"
    assert dict(found.origins)[Field.PUBLISHED] == "front matter"


def test_what_a_row_says_of_its_text_goes_before_it() -> None:
    told = (Told(Field.TITLE, "Ida returns", "field 'title'"),)
    text = f"---\ntitle: Ferry returns\nauthor: Ann Poe\n---\n{TEXT}"
    page = read_page(Item("a.csv#1", "row.txt", text.encode(), told, is_one_article=True))
    (only,) = extract(page)
    assert (only.article.title, only.article.byline) == ("Ida returns", "Ann Poe")


def test_a_text_right_below_it_is_not_joined_with_it() -> None:
    wrapped = (
        "The ferry to Ven came back on Friday, after nine days\n"
        "in the yard of the town, and the council said that it\n"
        "would sail on every day of the week until the autumn,\n"
        "when the new one is to come from the builders' yard.\n"
    )
    found = article(f"---\ntitle: Ferry returns\n---\n{wrapped}")
    body = [block for block in found.blocks if block.kind is BlockKind.BODY]
    assert [(block.start, block.end) for block in body] == [(29, 29 + len(wrapped) - 1)]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("title: >-\n  Ferry returns\n  to Ven", "Ferry returns to Ven"),
        ("title: Ferry returns\n  to Ven", "Ferry returns to Ven"),
        ("headline: Ferry returns # to Ven", "Ferry returns"),
        ("Title: Ferry #2 returns", "Ferry #2 returns"),
        ("title: ~\nheadline: Ferry returns", "Ferry returns"),
    ],
)
def test_a_value_is_read_as_it_is_written(lines: str, title: str) -> None:
    assert told(f"---\n{lines}\n---\n")[Field.TITLE] == title


@pytest.mark.parametrize(
    "author",
    [
        "author:\n  name: Ann Poe\n  mail: a@b.example",
        "author: By Ann Poe",
        "by: Ann Poe",
        "authors:\n- name: Ann Poe\n  role: Critic",
    ],
)
def test_an_author_is_the_name_alone(author: str) -> None:
    assert told(f"---\n{author}\n---\n") == {Field.BYLINE: "Ann Poe"}


def test_an_address_is_no_outlet_and_what_is_no_day_no_date() -> None:
    assert told("---\nsource: https://a.example/b\npublished: true\ndate: 03/04/2020\n---\n") == {
        Field.URL: "https://a.example/b"
    }


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Ferry returns\n\nIt is back on Friday.\n",
        "---\ntitle: Ferry returns\nIt is back on Friday.\n---\nIt sails.\n",
        "---\nThe council: nine voted for it.\n---\nIt sails.\n",
        "---\nnote: nine voted for it.\n---\nIt sails.\n",
        "\n---\ntitle: Ferry returns\n---\nIt sails.\n",
        "title: Ferry returns\n---\nIt sails.\n",
        "---\n---\nIt sails.\n",
        "---",
    ],
)
def test_what_is_malformed_or_tells_nothing_stays_text(text: str) -> None:
    assert read_front_matter(text) is None
    assert not read_page(Item("a.md", "a.md", text.encode())).told


def test_windows_line_ends_change_nothing() -> None:
    found = read_front_matter("---\r\ntitle: Ferry returns\r\n---\r\nIt sails.\r\n")
    assert found is not None
    assert (found.told[0].value, found.end) == ("Ferry returns", 32)
