"""What was said: where it begins and ends, and how."""

from itertools import pairwise

import pytest

from index.records import Statement
from index.statements.finding import find_statements
from tests.index.statements.making import found_in, names_in, said_in


def test_a_statement_tells_its_words_its_verb_and_its_speaker() -> None:
    text = "Defense Minister Ada Lund said that it was over."
    assert find_statements("a", text, [(0, len(text))]) == (
        Statement("a", 36, 47, "said", False, "Ada Lund", "Ada Lund", "Defense Minister"),
    )


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Ada Lund said it was over.", "it was over"),
        ("Ada Lund told Reuters that it was over.", "it was over"),
        ("Lund told a news conference the port would close.", "the port would close"),
        ("Lund said in an interview on Monday that it was over.", "it was over"),
        ("Lund also said on Tuesday it was over.", "it was over"),
        ("The port will close, Lund said.", "The port will close"),
        ("The port will close, Lund told reporters in Oslo.", "The port will close"),
        ("The port will close, said Ada Lund, the mayor.", "The port will close"),
        ("In a statement, the ministry said it was over.", "it was over"),
        ("Asked about the port, Lund said it was over.", "it was over"),
        ("According to Ada Lund, the port will close.", "the port will close"),
        ("The port will close, according to Ada Lund.", "The port will close"),
        ("Lund denied the report.", "the report"),
        ("Lund called for talks with the union.", "talks with the union"),
        ("Lund was quoted by the paper as saying the port would close.", "the port would close"),
        ("The paper quoted Lund as saying the port would close.", "the port would close"),
        ("Acme Corp <ACM> said it will pay 3 mln dlrs.", "it will pay 3 mln dlrs"),
        ("He said the plan was \"good\" for all.", 'the plan was "good" for all'),
        ("It may rain till Monday, \"or later,\" he said.", 'It may rain till Monday, "or later,"'),
    ],
)  # fmt: skip
def test_reported_words_are_taken_without_who_says_them(sentence: str, said: str) -> None:
    text, (found,) = found_in(sentence)
    assert (text[found.start : found.end], found.direct) == (said, False)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("\"It is over,\" Ada Lund said.", "It is over"),
        ("“It is over,” said Ada Lund.", "It is over"),
        ("«It is over», said Ada Lund.", "It is over"),
        ("‘It’s over at last,’ said Ada Lund.", "It’s over at last"),
        ("Lund said: “It is over.”", "It is over."),
        ("Lund said that “it is over.”", "it is over."),
        ("Lund told the Daily Post, \"It is over.\"", "It is over."),
        ("\"It is over. We go home. Nobody stays,\" she said.",
         "It is over. We go home. Nobody stays"),
        ("\"Is it over?\" Lund asked.", "Is it over?"),
    ],
)  # fmt: skip
def test_quoted_words_are_taken_without_their_marks(sentence: str, said: str) -> None:
    text, (found,) = found_in(sentence)
    assert (text[found.start : found.end], found.direct) == (said, True)


def test_a_split_quotation_is_two_statements_by_one_speaker() -> None:
    assert said_in('"It is over," Lund said, "and we go home."') == [
        "It is over", "and we go home."
    ]  # fmt: skip
    assert names_in('"It is over," Lund said. "We go home."') == ["Lund", "Lund"]


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark_again() -> None:
    assert said_in("Lund said: “It is over.", "“We go home.”") == [
        "It is over.\n\n“We go home."
    ]  # fmt: skip


def test_a_quotation_that_nobody_closes_ends_with_its_paragraph() -> None:
    assert said_in("Lund said: “It is over.", "The port is closed.") == ["It is over."]


def test_a_paragraph_that_is_a_quotation_is_whoevers_spoke_before() -> None:
    paragraphs = ('"It is over," Ada Lund said.', '"We go home."')
    assert said_in(*paragraphs) == ["It is over", "We go home."]
    assert names_in(*paragraphs) == ["Ada Lund", "Ada Lund"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Lund said it was over, adding that all would go home.",
         ["it was over", "all would go home"]),
        ("It was over, Lund said, noting that all would go home.",
         ["It was over", "all would go home"]),
        ("Lund stressed the need for calm and said that it was over.",
         ["the need for calm", "it was over"]),
        ("Norway said it would pay, but the Danish government said it would not.",
         ["it would pay", "it would not"]),
        ("Although aides called for calm, some diplomats said it was over.",
         ["calm", "it was over"]),
    ],
)  # fmt: skip
def test_a_sentence_may_hold_several_statements(sentence: str, said: list[str]) -> None:
    assert said_in(sentence) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour was closed on Monday.",
        "Lund was told to leave.",
        "Lund declined to say whether it was over.",
        "Lund did not say when.",
        "Two-year notes fell to 99.",
        "The index added 12 points to 1,400.",
        "The United States grew.",
        "Acme Corp reported a loss of 3 mln dlrs.",
        "The offer, announced on Monday, expires on Friday.",
        "He stood in disputed areas near the town.",
        "Profits rose according to plan.",
        "It was called the \"banana war\" by some.",
        "",
    ],
)  # fmt: skip
def test_what_reports_no_saying_is_no_statement(sentence: str) -> None:
    assert said_in(sentence) == []


def test_what_somebody_is_said_to_have_said_is_no_statement_of_its_own() -> None:
    assert said_in("Lund said Holm told her that it was over.") == [
        "Holm told her that it was over"
    ]


def test_a_sentence_goes_on_behind_an_abbreviation() -> None:
    text = "Exports to the U.S. Fell last year, Lund said."
    assert find_statements("a", text, [(0, 19), (20, 46)])[0].start == 0


def test_an_abbreviation_at_the_end_keeps_its_full_stop() -> None:
    assert said_in("Lund said it would sell to the U.S.") == ["it would sell to the U.S."]


def test_statements_do_not_share_their_words() -> None:
    _, found = found_in(
        'Ada Lund said: "It is over." She added that "nobody stays," according to the paper.',
        '"Home," she said, "is where we go," noting it was late, and told reporters to leave.',
    )
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_what_stands_inside_a_longer_statement_is_none_of_its_own() -> None:
    assert said_in("The report, which says Lund knew, ends his hopes for good, analysts said.") == [
        "The report, which says Lund knew, ends his hopes for good"
    ]


def test_a_sentence_longer_than_any_reporter_writes_is_passed_over() -> None:
    assert said_in("Lund said " * 10_000) == []


def test_no_sentences_have_no_statements() -> None:
    assert find_statements("a", "Lund said no.", []) == ()


def test_a_paragraph_that_is_a_quotation_far_from_any_speaker_is_open() -> None:
    paragraphs = (
        "Mayor Ada Lund said the bridge was safe.",
        "The bridge opened in 1911. Trams crossed it for fifty years.",
        "It was painted twice.",
        "“Nobody asked us about it.”",
    )
    assert said_in(*paragraphs) == ["the bridge was safe", "Nobody asked us about it."]
    assert names_in(*paragraphs) == ["Ada Lund", None]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Sen. Ada Lund, D-Mass., responded on her page: “They will crash.”", "They will crash."),
        ("Ada Lund told a news conference with Jan Holm that it was over.", "it was over"),
        ("Judge Ada Lund told jurors they must go.", "they must go"),
        ("President Ada Lund left, writing on her page that it was late.", "it was late"),
        ("“Good morning,” tweeted Ada Lund.", "Good morning"),
    ],
)
def test_to_whom_and_where_something_was_said_is_no_part_of_it(sentence: str, said: str) -> None:
    assert said_in(sentence) == [said]


def test_what_somebody_was_asked_is_not_what_they_said() -> None:
    assert said_in("Asked whether it was over, Ada Lund laughed.") == []


def test_a_sentence_taken_apart_where_a_line_ends_is_one() -> None:
    text = "Interior Secretary Ada\nLund said the bridge\nwould open."
    (said,) = find_statements("a", text, [(0, 22), (23, len(text))])
    assert (said.name, said.role) == ("Ada Lund", "Interior Secretary")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The radar was broken, an inquiry said on Monday, and the minister suspended the licence.",
         ["The radar was broken"]),
        ("The radar was broken, an inquiry said on Monday, and the owner had known it for days.",
         ["The radar was broken", "the owner had known it for days"]),
    ],
)  # fmt: skip
def test_a_clause_of_the_writers_own_is_not_what_was_said(sentence: str, words: list[str]) -> None:
    assert said_in(sentence) == words


def test_what_only_points_back_is_told_in_the_words_that_stand_there() -> None:
    text, found = found_in("Mayor Ada Lund denied that. “It is false,” she said.")
    assert [(text[said.start : said.end], said.name) for said in found] == [
        ("that", "Ada Lund"),
        ("It is false", "Ada Lund"),
    ]


def test_yes_and_no_are_said_and_little_or_nothing_is_not() -> None:
    assert said_in(
        "Asked if it was over, Ada Lund said yes. Ivar Holm said no.",
        "Eva Berg said nothing. Jan Moe said little.",
    ) == ["yes", "no"]


def test_a_speaker_behind_a_sum_is_no_part_of_what_was_said() -> None:
    paragraph = "As scrap it would bring 40,000 marks, said Professor Ada Lund, a chemist."
    text, (said,) = found_in(paragraph)
    assert (text[said.start : said.end], said.name) == (
        "As scrap it would bring 40,000 marks",
        "Ada Lund",
    )


def test_a_question_reports_nothing_that_it_asks() -> None:
    paragraph = "Asked if the ministry had ruled out a rise, Ada Lund said it had not."
    assert [(said.name, said.verb) for said in found_in(paragraph)[1]] == [("Ada Lund", "said")]


def test_a_day_before_that_is_when_it_was_said() -> None:
    assert said_in("Ada Lund announced that day that it was over.") == ["it was over"]


def test_a_quotation_behind_a_month_is_a_statement_of_its_own() -> None:
    assert said_in(
        'Ada Lund said it would end in the middle of May. "You cannot wait," Lund said.'
    ) == ["it would end in the middle of May", "You cannot wait"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Mayor Ada Lund told residents of the Upper Holm district to boil their water.",
         "to boil their water"),
        ("Mayor Ada Lund told families from the old quarter that the water was safe.",
         "the water was safe"),
        ("Mayor Ada Lund told residents of the danger to their town.",
         "of the danger to their town"),
        ("The Harbour Board said in a report published on Thursday that the ship had sunk.",
         "the ship had sunk"),
        ("The Harbour Board said in remarks released today the ship had sunk.",
         "the ship had sunk"),
        ("The ship had sunk, the Harbour Board said in a report published on Thursday.",
         "The ship had sunk"),
        ("The ship had sunk, the Harbour Board said in a study issued last week.",
         "The ship had sunk"),
    ],
)  # fmt: skip
def test_listeners_of_a_place_and_the_day_of_a_report_are_no_part_of_it(
    sentence: str, said: str
) -> None:
    assert said_in(sentence) == [said]


@pytest.mark.parametrize("pointing", ["disputed that", "denied this", "rejected it"])
def test_what_points_back_before_a_reason_leaves_the_reason_to_tell(pointing: str) -> None:
    _, found = found_in(f"Green Shore Inc {pointing}, saying its own tests showed dust.")
    assert [(said.name, said.verb, said.end - said.start) for said in found] == [
        ("Green Shore Inc", "saying", len("its own tests showed dust"))
    ]


def test_before_a_reason_one_who_says_this_is_still_its_speaker() -> None:
    assert names_in("Ada Lund said this, adding that it was over.")[-1] == "Ada Lund"


def test_that_before_an_aside_is_no_part_of_what_is_said() -> None:
    assert said_in("Ada Lund said that, noting the fog, the ship would be late.") == [
        "noting the fog, the ship would be late"
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Acme Corp praised that, though Ada Lund said it was “a bad joke”.",
         [("Acme Corp", "that"), ("Ada Lund", "it was “a bad joke”")]),
        ("Acme Corp denied that, but Ada Lund, the mayor, said it was true.",
         [("Acme Corp", "that"), ("Ada Lund", "it was true")]),
        ("Acme Corp announced that, although it rained, the ship would sail.",
         [("Acme Corp", "although it rained, the ship would sail")]),
    ],
)  # fmt: skip
def test_that_before_another_clause_points_back(sentence: str, told: list[tuple[str, str]]) -> None:
    text, found = found_in(sentence)
    assert [(said.name, text[said.start : said.end]) for said in found] == told
