"""The amount that a question asks of one event or thing, as a story gives it."""

from datetime import date

import pytest

from qa.stories import Story
from qa.timing.scope import TimeScope
from qa.values.asked_amounts import AskedAmount, asked_amount
from qa.values.counted import amounts_of, of_one_amount
from qa.values.given import Given, about_story
from tests.qa.making import query, sentence, story

ABOARD = "How many people were on board the Aurora?"
COST = "How much did the strike at Morvale cost?"
LASTED = "How long did the strike at Morvale last?"
HURT = "How many passengers were taken to hospital?"
ANY_TIME = TimeScope()


def _asked(question: str) -> AskedAmount:
    asked = asked_amount(query(question), ANY_TIME)
    assert asked is not None
    return asked


def _story(*texts: str, title: str, day: date) -> Story:
    article = f"{title}, {day}: {texts}"
    told = (
        sentence(text, article=article, position=position) for position, text in enumerate(texts)
    )
    return story(*told, title=title, published=day)


def _given(
    question: str, *texts: str, title: str = "The Aurora runs aground", day: int = 3
) -> Given | None:
    return _only(question, _story(*texts, title=title, day=date(2025, 3, day)))


def _only(question: str, told: Story) -> Given | None:
    found = amounts_of(_asked(question), told, about_story(told))
    assert len(found) < 2
    return found[0].given if found else None


def _told(question: str, *texts: str, title: str, speakers: tuple[str, ...] = ()) -> list[str]:
    named = (*speakers, *[None] * len(texts))
    told = [sentence(text, position=at, speaker=named[at]) for at, text in enumerate(texts)]
    of = story(*told, title=title, published=date(2025, 3, 3))
    values = [each.given for each in amounts_of(_asked(question), of, about_story(of))]
    return [
        each.chosen.sentence.quote[each.told.value.start : each.told.value.end] for each in values
    ]


def _amount(question: str, *texts: str, title: str = "The Aurora runs aground") -> str:
    given = _given(question, *texts, title=title)
    if given is None:
        return ""
    return given.chosen.sentence.quote[given.told.value.start : given.told.value.end]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Aurora carried 214 people when she struck the rocks.", "214 people"),
        (
            "The Aurora sank off Holm with 221 passengers and crew aboard.",
            "221 passengers and crew",
        ),
        ("The Aurora sank off Holm with 221 aboard.", "221"),
        ("There had been 218 people on the ship, not 221, the inquiry found.", "218 people"),
        ("A ferry carrying 214 people ran aground off Holm.", "214 people"),
        ("The ship had 230 people on board, officials said.", "230 people"),
        # A part, another who carries, somebody's work, what may be, and those on the shore.
        ("Among them 17 people on board were hurt.", ""),
        ("The ship had people on board, among them 12 people from Holm.", ""),
        ("The ship had 30 more people on board than allowed.", ""),
        ("The search was carried out by 40 people.", ""),
        ("About 60 people watched from the shore.", ""),
        ("The ferry takes 40 people on board per trip.", ""),
    ],
)
def test_people_on_board_are_told_in_many_words(text: str, told: str) -> None:
    assert _amount(ABOARD, text) == told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (COST, "The strike cost the company 240 million dollars.", "240 million dollars"),
        (COST, "The strike cost each miner 900 dollars a week.", ""),
        (COST, "The miners cost the company 240 million dollars.", ""),
        (COST, "The strike cost the company 4 million dollars a day.", ""),
        (LASTED, "The miners ended a strike that had lasted 38 days.", "38 days"),
        (LASTED, "The miners are back at work after a strike of 39 days.", "39 days"),
        (LASTED, "The miners called a strike after 39 days of talks.", ""),
    ],
)
def test_costs_and_lengths_need_the_thing_in_their_clause(
    question: str, text: str, told: str
) -> None:
    assert _amount(question, text, title="The strike at Morvale") == told


def test_people_of_one_kind_go_by_several_names() -> None:
    asked = "How many sailors of the Aurora were injured?"
    assert _amount(asked, "Nine members of the Aurora's crew were injured.") == "Nine members"
    assert _amount(asked, "Seven seamen were hurt on the Aurora.") == "Seven seamen"
    assert _amount(asked, "Nine members of the Aurora's club were injured.") == ""
    assert _amount(asked, "Nine passengers of the Aurora were injured.") == ""


def test_some_members_are_a_part_where_members_are_asked_for() -> None:
    asked = "How many members of the Aurora club were injured?"
    assert _amount(asked, "Among them nine members of the Aurora club were injured.") == ""
    assert _amount(asked, "Of the Aurora club 30 members were injured.") == "30 members"


def test_what_is_only_called_for_is_no_amount_unless_that_is_asked() -> None:
    asked = "How many cabins were closed on the Aurora?"
    wanted = "Crews called for 50 cabins to be closed on the Aurora."
    assert _amount(asked, wanted) == ""
    assert _amount(asked, "Crews closed 50 cabins on the Aurora.") == "50 cabins"
    for other in (
        "Crews called for help after 50 cabins were closed on the Aurora.",
        "Crews demanded to know how 50 cabins were closed on the Aurora.",
    ):
        assert _amount(asked, other) == "50 cabins"
    asked = "How many cabins did the crew call to be closed on the Aurora?"
    assert _amount(asked, wanted) == "50 cabins"


def test_a_story_that_gives_two_amounts_gives_none() -> None:
    two = ("The Aurora carried 214 people.", "The ship had 230 people on board, officials said.")
    assert _amount(ABOARD, *two) == ""


def test_a_story_on_another_thing_gives_none() -> None:
    assert _amount(ABOARD, "The Boreas carried 90 people.", title="The Boreas sails") == ""


def _are_of_one(question: str, one: Given | None, other: Given | None) -> bool:
    assert one is not None
    assert other is not None
    return of_one_amount(_asked(question), one, other)


def test_what_happened_to_a_named_thing_is_one_for_weeks() -> None:
    first = _given(ABOARD, "The Aurora carried 214 people on Monday.")
    later = _given(ABOARD, "The Aurora had 221 people on board on Tuesday.", day=25)
    assert _are_of_one(ABOARD, first, later)


def test_what_is_so_now_may_have_changed_after_weeks() -> None:
    now = "How many people are on board the Aurora?"
    first = _given(now, "The Aurora carries 214 people.")
    assert _are_of_one(now, first, _given(now, "The Aurora carries 221 people.", day=5))
    assert not _are_of_one(now, first, _given(now, "The Aurora carries 221 people.", day=25))


def test_in_one_place_another_thing_happens_after_months() -> None:
    hurt = "How many passengers were taken to hospital in Holm?"
    told = "passengers were taken to hospital in Holm."
    title = "A ferry runs aground off Holm"
    first = _given(hurt, f"Eleven {told}", title=title)
    far = _story(f"Fourteen {told}", title=title, day=date(2025, 5, 30))
    soon = _given(hurt, f"Fourteen {told}", title=title, day=9)
    assert _are_of_one(hurt, first, soon)
    assert not _are_of_one(hurt, first, _only(hurt, far))


def test_what_is_expected_does_not_differ_from_what_came() -> None:
    came = _given(COST, "The strike cost Morvale 240 million dollars.")
    feared = _given(COST, "The strike could cost Morvale 300 million dollars.")
    assert not _are_of_one(COST, came, feared)


def test_another_quarter_is_another_amount() -> None:
    one = _given(COST, "The strike cost Morvale 24 million dollars.")
    other = _given(COST, "The strike cost Morvale 30 million dollars in the first quarter.")
    assert not _are_of_one(COST, one, other)


def test_a_place_that_the_article_is_not_about_is_another_event() -> None:
    title = "A ferry runs aground off Holm"
    lead = "The ferry ran aground off Holm on Monday."
    there = "Fourteen passengers were treated in hospital in Sund."
    assert _amount("How many passengers were taken to hospital?", lead, there, title=title) == ""
    here = _given(HURT, "Eleven passengers were taken to hospital in Holm.", title=title)
    also = _given(HURT, "Fourteen passengers were treated in hospital in Holm.", title=title)
    assert _are_of_one(HURT, here, also)


def test_two_places_told_by_two_articles_are_two_events() -> None:
    killed = "How many people did the storm Odette kill?"
    here = _given(killed, "The storm Odette killed 34 people in Holm.", title="Odette hits Holm")
    there = _given(killed, "In Sund, Odette killed 11 people.", title="Storm Odette in Sund")
    again = _given(killed, "Odette killed 39 people in Holm.", title="Holm after the storm")
    assert not _are_of_one(killed, here, there)
    assert _are_of_one(killed, here, again)


FLOOD = "Flood at Holm"
DIED = "How many people died in the flood at Holm?"


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (DIED, "The number of people killed in the flood rose to 23 on Thursday.", ["23"]),
        (DIED, "The death toll climbed from 19 to 23.", ["23"]),
        (DIED, "The flood has claimed 23 lives, the army said.", ["23 lives"]),
        (DIED, "Two people are missing and 23 were killed.", ["23"]),
        (DIED, "It reached the mill, killing at least 28 miners.", ["at least 28 miners"]),
        (DIED, "Last week's flood killed 23 people.", ["23 people"]),
        (DIED, "A flood in spring killed 9 people.", []),
        ("How many people died in the flooding at Holm?", "It killed 23 people.", ["23 people"]),
        ("How many people died in the fire at Holm?", "It killed 23 people.", []),
        (DIED, "Some 40 people died and 4,200 were taken to safety.", ["Some 40 people"]),
        (
            "How many people left their homes in the flood at Holm?",
            "Some 40 people died and 4,200 were taken to safety.",
            ["4,200"],
        ),
        # A part, another year, another month, percentages, animals, the hurt.
        (DIED, "In the village of Teign alone 11 people died.", []),
        (DIED, "Three of the dead were found on Monday.", []),
        (DIED, "A flood in 2019 killed 9 people.", []),
        (DIED, "In January a flood killed 9 people.", []),
        (DIED, "A flood last year killed 9 people.", []),
        (DIED, "Nearly 5 percent of them died.", []),
        (DIED, "Some 60 cows died.", []),
        (DIED, "Eleven people were hurt and taken away.", []),
        # Of those who marched, fewer were arrested.
        ("How many people marched at Holm?", "Police arrested 51 marchers after the march.", []),
    ],
)
def test_the_dead_and_others_are_told_in_many_ways(
    question: str, text: str, told: list[str]
) -> None:
    assert _told(question, "A flood struck Holm, where people march.", text, title=FLOOD) == told


def test_two_speakers_may_tell_two_amounts() -> None:
    texts = (
        "The storm at Holm left a hole of 60 million crowns.",
        "The loss is 45 million crowns.",
    )
    question = "How big was the hole in the finances of Holm?"
    both = _told(question, *texts, title="Holm", speakers=("Ida Moss", "Ben Roth"))
    assert both == ["60 million crowns", "45 million crowns"]
    assert _told(question, *texts, title="Holm", speakers=("Ida Moss", "Ida Moss")) == []


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("Police put the figure at 25,000.", ["80,000 people", "25,000"]),
        ("The ministry spoke of 25,000.", ["80,000 people", "25,000"]),
        ("Buses brought 300 children; the ministry spoke of 250.", ["80,000 people"]),
        ("It cost 25,000.", ["80,000 people"]),
    ],
)
def test_another_figure_is_of_the_number_told_last(second: str, told: list[str]) -> None:
    question = "How many people took part in the march in Holm?"
    first = "The union said 80,000 people took part in the march in Holm."
    assert _told(question, first, second, title="March in Holm") == told


def test_what_is_told_of_such_stands_in_the_sentence_before() -> None:
    texts = (
        "A court may throw out votes cast after 8 p.m. in Holm.",
        "A lawyer put the number of such votes at around 6,000.",
    )
    question = "How many votes were cast after 8 p.m. in Holm?"
    assert _told(question, *texts, title="Election in Holm") == ["around 6,000"]


def test_the_name_of_another_before_the_number_makes_it_that_ones() -> None:
    other = "The other ferry of the company, the Kestrel, carried 120 people."
    assert _amount(ABOARD, "The Aurora carried 214 people.", other) == "214 people"


@pytest.mark.parametrize(
    "question",
    [
        "Who was on board the Aurora?",
        "How many were there?",
        "How much is it?",
        # Whoever went to one need not be homeless.
        "How many people went to shelters at Holm?",
    ],
)
def test_a_question_that_tells_too_little_asks_no_amount(question: str) -> None:
    assert asked_amount(query(question), ANY_TIME) is None
