"""The company that names keep."""

from collections import Counter

import pytest

from index.names.company import compare, gather, shared_partners
from index.names.mentions import article_words

ARTICLES = [
    article_words("", ["we met Nora Falk of Sund in Veltrin", "there Falk saw Sund"]),
    article_words("", ["the rain left Veltrin", "here Falk and Holm met"]),
]
NAMES = {"nora", "falk", "sund", "veltrin", "holm"}


def test_who_stands_right_beside_in_the_sentence_and_in_the_article_is_counted_apart() -> None:
    falk = gather(ARTICLES, NAMES, {"falk"}).companies["falk"]
    assert (falk.before, falk.behind) == (Counter(nora=1), Counter())
    assert falk.beside == Counter(nora=1, sund=2, veltrin=1, holm=1)
    assert falk.around == Counter(nora=1, sund=1, veltrin=2, holm=1)
    assert (falk.partnered, falk.alone, falk.articles) == ({0}, {0, 1}, {0, 1})


def test_who_stands_beside_another_on_either_side_is_named_in_full() -> None:
    companies = gather(ARTICLES, NAMES, {"nora", "falk", "holm"}).companies
    assert [companies[name].full for name in ("nora", "falk", "holm")] == [{0}, {0}, set()]
    assert [companies[name].is_partnered for name in ("nora", "falk", "holm")] == [
        True,
        True,
        False,
    ]


def test_a_title_right_before_is_told() -> None:
    article = article_words("", ["we met President Falk, Nora Holm and the Sund President"])
    companies = gather([article], NAMES, {"nora", "falk", "holm", "sund"}).companies
    assert [name for name, company in companies.items() if company.titled] == ["falk"]


def test_those_that_meet_in_a_sentence_are_told() -> None:
    asked = {"falk", "holm", "nora"}
    assert gather(ARTICLES, NAMES, asked).met == {("falk", "nora"), ("falk", "holm")}


def test_the_shared_partners_count_by_the_smaller_share() -> None:
    articles = [
        article_words("", ["we met Nora Falk", "we met Ada Falk", "we met Nora Valk"]),
    ]
    companies = gather(articles, {"nora", "ada", "falk", "valk"}, {"falk", "valk"}).companies
    # Half of Falk's partners are Nora, and all of Valk's.
    assert shared_partners(companies["falk"], companies["valk"]) == ({"nora"}, 0.5)


def test_a_first_name_and_a_surname_share_no_partner() -> None:
    articles = [article_words("", ["we met Nora Falk", "we met Falck Nora"])]
    companies = gather(articles, {"nora", "falk", "falck"}, {"falk", "falck"}).companies
    assert shared_partners(companies["falk"], companies["falck"]) == (set(), 0.0)


def test_company_is_compared_by_rarity_and_partners_count_as_no_others() -> None:
    rarity = {"nora": 2.0, "sund": 1.0, "holm": 1.0, "veltrin": 1.0}
    likeness = compare(
        Counter(nora=1, sund=4, holm=1), Counter(nora=1, sund=1, veltrin=1), {"nora"}, rarity
    )
    # Shared: Nora 4 * 1 and Sund 1 * sqrt(4); lengths: 4 + 4 + 1 and 4 + 1 + 1.
    assert likeness.cosine == pytest.approx((4 + 2) / (9 * 6) ** 0.5)
    assert (likeness.others, likeness.rarity) == (1, 1.0)


def test_no_company_is_like_no_other() -> None:
    assert compare(Counter(), Counter(nora=1), set(), {"nora": 1.0}).cosine == 0.0
