"""What states a claim, and how the articles that have it are told."""

from dataclasses import replace

import pytest

from qa.composing import Chosen
from qa.stories import Story
from qa.tallying import no_difference_note, stating, tally_note
from tests.qa.making import query, sentence, story

ALIKE = "Only sentences that state it alike are counted; other articles may tell it in other words."


def _chosen(text: str, article: str = "a", outlet: str | None = None) -> Chosen:
    one = sentence(text, article=article)
    return Chosen(one, story(one, outlet=outlet))


def _stated(claim: str, *texts: str) -> list[str]:
    return [each.sentence.quote for each in stating(query(claim), [_chosen(t) for t in texts])]


def test_a_sentence_states_a_claim_with_all_its_numbers() -> None:
    more, fewer = "The ferry carried about 230 passengers.", "The ferry carried 214 passengers."
    assert _stated("The ferry carried 230 passengers", fewer, more) == [more]
    assert _stated("The ferry carried 250 passengers", fewer, more) == []


@pytest.mark.parametrize(
    ("claim", "text", "states"),
    [
        ("The union called a strike", "The union promised not to call a strike.", False),
        ("The union called no strike", "The union called no strike.", True),
        ("The union called no strike", "The union called a strike.", False),
        # What is denied is told in another clause, of which the claim has no word.
        ("The union called a strike", "The union called a strike, Holm did not hide.", True),
        ("The ferry had 214 aboard", "The ferry had 221 aboard, and not 214.", False),
        # Another day, another season, another unit.
        ("The boats would sail on Friday", "The boats would sail on Tuesday, Holm said.", False),
        ("the boats would sail on tuesday", "The boats would sail on Tuesday, Holm said.", True),
        ("Fares may rise in spring", "Fares may rise in autumn.", False),
        ("It sailed in May", "It sailed in June.", False),
        ("It took eleven days", "It took eleven hours.", False),
        ("It took eleven hours", "It took eleven hours.", True),
    ],
)
def test_a_sentence_states_a_claim_that_it_does_not_deny(
    claim: str, text: str, states: bool
) -> None:
    assert _stated(claim, text) == ([text] if states else [])


def test_a_further_sentence_has_as_many_of_the_claims_words_as_the_best_one() -> None:
    told, less = "The captain of the ferry was arrested.", "The captain will be in court."
    assert _stated("The captain was arrested", told, less) == [told]
    assert _stated("The captain was arrested") == []


def _note(*outlets: str | None, texts: str = "", agencies: str = "", is_all: bool = True) -> str:
    """The note on one sentence that articles a, b, ... of the outlets have; ``texts`` has a letter
    for each of them."""
    ids = "abcdef"[: len(outlets)]
    stories = [
        _of(id_, outlet, agency or None)
        for id_, outlet, agency in zip(ids, outlets, agencies or [""] * len(ids), strict=True)
    ]
    first, *others = [(each.sentences[0], each) for each in stories]
    counted = Chosen(*first, repeats=tuple(others))
    return tally_note([counted], dict(zip(ids, texts or ids, strict=True)), is_all=is_all)


def _of(id_: str, outlet: str | None, agency: str | None) -> Story:
    of = story(sentence("The ferry sank.", article=id_), outlet=outlet)
    return replace(of, article=replace(of.article, agency=agency))


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (_note("Post"), "One article has this, of Post."),
        (_note(None), "One article has this; it names no outlet."),
        (
            _note("Post", "Echo", "Post"),
            "3 articles have this, of Post (2) and Echo. None of them is a copy of another.",
        ),
        (
            _note("Post", "Echo", None, texts="aac"),
            "3 articles have this, of Post and Echo, and one that names no outlet. Copies of one"
            " text counted once, they are 2 independent reports.",
        ),
        (
            _note("Post", "Echo", texts="aa"),
            "2 articles have this, of Post and Echo. Both are made from the same text: one report.",
        ),
        (
            _note("Post", "Echo", "Sun", texts="aaa", agencies="KKK"),
            "3 articles have this, of Post, Echo and Sun. All are made from the same K text: one"
            " report.",
        ),
        (
            _note(None, None, is_all=False),
            "At least 2 articles have this; they name no outlet. None of them is a copy of"
            " another.",
        ),
    ],
)
def test_how_many_articles_of_which_outlets_have_it_and_of_how_many_texts(
    note: str, told: str
) -> None:
    assert note == f"{told} {ALIKE}"


def test_an_article_with_two_of_the_sentences_is_counted_once() -> None:
    both = [_chosen("The ferry sank.", "a", "Post"), _chosen("The old ferry sank.", "a", "Post")]
    assert tally_note(both, {"a": "a"}, is_all=True).startswith("One article has this, of Post.")


def test_that_no_difference_is_told_is_not_to_say_that_there_is_none() -> None:
    one, same = _chosen("It cost 14 million."), _chosen("The loss was 14 million.", "b")
    assert no_difference_note([one, same]).startswith("No difference in a number")
    assert no_difference_note([one]).endswith("that is not to say that they agree.")


def test_where_articles_give_other_figures_nothing_is_said_to_be_the_same() -> None:
    one, other = _chosen("It cost 14 million."), _chosen("It cost 21 dollars.", "b")
    assert "is not settled" in no_difference_note([one, other])
    in_one_article = _chosen("It cost 21 dollars.")
    assert "is not settled" not in no_difference_note([one, in_one_article])
