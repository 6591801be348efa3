"""Tests of telling who held a role: real articles of a few lines, read as the index reads them."""

from dataclasses import replace
from datetime import date

import pytest

from index.records import BlockKind, StoredPassage
from qa.records import Hit
from qa.roles.asking import asks_role, role_words
from qa.roles.having import calls_only_former, has_another
from qa.roles.holders import Holders, holders
from qa.stories import Story
from qa.timing.scope import TimeScope
from tests.qa.making import query, sentence, story

ASKED = "Who is the Turkish defence minister?"


def told(
    question: str, *stories: Story, scope: TimeScope | None = None
) -> tuple[list[str], tuple[str, ...]]:
    """The articles that are chosen from, and the notes."""
    by_id = {each.article.id: each for each in stories}
    hits = [Hit(StoredPassage(1, id_, "d", 0, 10, BlockKind.BODY), {}) for id_ in by_id]
    found = holders(query(question), scope or TimeScope(), hits, by_id.get)
    return [each.story.article.id for each in found.chosen], found.notes


def holders_of(question: str, *stories: Story, newest: date | None = None) -> Holders:
    by_id = {each.article.id: each for each in stories}
    hits = [Hit(StoredPassage(1, id_, "d", 0, 10, BlockKind.BODY), {}) for id_ in by_id]
    return holders(query(question), TimeScope(), hits, by_id.get, newest)


def of(article: str, text: str, published: date | None = None) -> Story:
    return story(sentence(text, article=article), published=published)


GULER = of("guler", "Turkish Defense Minister Yasar Guler met troops.", date(2024, 1, 11))
AKAR = of("akar", "Turkish Defense Minister Hulusi Akar held talks on Wednesday.")


@pytest.mark.parametrize(
    ("question", "is_role"),
    [
        (ASKED, True),
        ("Who is now Turkey's defence minister?", True),
        ("What is the name of the Turkish defence minister?", True),
        ("Who was the Turkish defence minister in 2024?", True),
        ("Who speaks for the Iraqi command?", True),
        ("Who is the minister?", False),
        ("Who chairs the ethics committee?", True),
        ("Who is the chairman of the ethics committee?", True),
        ("Who is the captain of it now?", False),
        ("Who is the chairman of the student council?", True),
        ("Who is the author of the report?", False),
        ("Who chaired the meeting in Basra?", False),
        ("Who met the Turkish defence minister?", False),
        ("Who was the Turkish minister accused of spying?", False),
        ("Who is the Turkish minister that met Shoigu?", False),
        ("When was the Turkish minister named?", False),
    ],
)
def test_only_who_has_a_role_asks_for_one(question: str, is_role: bool) -> None:
    assert asks_role(query(question)) is is_role


def test_whoever_speaks_for_a_body_is_its_spokesman() -> None:
    assert "spokesman" in role_words(query("Who speaks for the Iraqi command?"))


def test_who_chairs_a_body_is_its_chairman() -> None:
    asked = "Who chairs the ethics committee?"
    committee = sentence("The ethics committee opens an inquiry.", article="a")
    chairman = sentence("Its chairman, Walter Falk, will be heard.", position=1, article="a")
    others = sentence("The board's chairman, Ole Berg, resigned.", article="b")
    assert holders_of(asked, story(committee, chairman), story(others)).names == ("Walter Falk",)
    assert holders_of(asked, story(others)).names == ()
    woman = sentence("Its chairwoman, Nora Falk, will be heard.", position=1, article="a")
    assert holders_of(asked, story(committee, woman)).names == ("Nora Falk",)


def test_whoever_chairs_a_body_is_no_other_than_asked_for() -> None:
    chairs = sentence("Judge Ana Lund chairs the inquiry.")
    assert not has_another(query("Who chairs the inquiry?"), "Ana Lund", chairs)
    heard = sentence("Judge Ana Lund heard the inquiry.")
    assert has_another(query("Who chairs the inquiry?"), "Ana Lund", heard)


@pytest.mark.parametrize(
    ("question", "text", "words", "is_only_former"),
    [
        ("Who is the judge?", "They named a former judge, Ole Berg, as mediator.", "Berg", True),
        (
            "Who is the judge?",
            "Minister Eva Lund named a former judge, Ole Berg, as mediator on Tuesday.",
            "Eva Lund named a former judge, Ole Berg",
            True,
        ),
        ("Who is the judge?", "The judge, Ole Berg, heard a former judge.", "Ole Berg", False),
        ("Who is the minister?", "Former finance minister Ole Berg sang.", "Ole Berg", True),
        ("Who is the judge?", "A former judge, Ole Berg, met Judge Ana Lund.", "Ana Lund", False),
        ("Who is the former judge?", "They named a former judge, Ole Berg.", "Ole Berg", False),
        ("Who was the judge?", "They named a former judge, Ole Berg.", "Ole Berg", False),
        ("Who is the judge?", "Ole Berg sang.", "Ole Berg", False),
        (
            "Who is the president of the board?",
            "Ana Lund succeeded former president Ole Berg in May.",
            "Ana Lund",
            False,
        ),
    ],
)
def test_who_once_was_one_is_none_now(
    question: str, text: str, words: str, *, is_only_former: bool
) -> None:
    assert calls_only_former(query(question), words, sentence(text)) is is_only_former


def test_two_holders_are_both_told_the_latest_first_with_their_days() -> None:
    assert told(ASKED, AKAR, GULER) == (
        ["guler", "akar"],
        ("The articles name two: Yasar Guler (11 January 2024), Hulusi Akar (undated).",),
    )


def test_spellings_of_one_name_are_one_person() -> None:
    spelled = of("again", "Turkish Defense Minister Yashar Güler told Reuters.")
    assert told(ASKED, GULER, spelled) == (["guler"], ())


def test_another_countrys_minister_and_a_deputy_do_not_hold_the_role() -> None:
    other = of("other", "Russian Defense Minister Sergei Shoigu held talks.")
    deputy = of("deputy", "Turkish Deputy Defense Minister Ali Kaya met troops.")
    assert told(ASKED, GULER, other, deputy) == (["guler"], ())


def test_the_country_may_be_named_instead_of_its_adjective() -> None:
    assert told("Who is Turkey's defense minister?", AKAR, GULER)[0] == ["guler", "akar"]


def test_whoever_is_also_called_a_former_one_is_said_to_be() -> None:
    is_one = of("one", "Syrian President Bashar al-Assad demanded it.")
    was_one = of("two", "They ousted former Syrian President Bashar al-Assad.", date(2025, 6, 4))
    assert told("Who is the Syrian president?", is_one, was_one) == (
        ["one"],
        ("Bashar al-Assad is also named as former Syrian President (4 June 2025).",),
    )


def test_of_the_days_asked_about_only_who_is_named_on_them_is_told() -> None:
    of_2024 = TimeScope(since=date(2024, 1, 1), until=date(2024, 12, 31), phrases=("in 2024",))
    later = of("later", "Turkish Defense Minister Ali Kaya met troops.", date(2026, 1, 1))
    asked = "Who was the Turkish defence minister in 2024?"
    assert told(asked, GULER, AKAR, later, scope=of_2024) == (["guler"], ())


def test_who_had_it_on_days_that_no_article_is_known_to_be_of_is_not_told() -> None:
    of_2012 = TimeScope(since=date(2012, 1, 1), until=date(2012, 12, 31), phrases=("in 2012",))
    asked = "Who was the Turkish defence minister in 2012?"
    assert told(asked, GULER, AKAR, scope=of_2012) == ([], ())


def test_of_a_states_role_every_word_stands_in_it() -> None:
    asked = "Who is the U.S. Treasury Secretary?"
    baker = of("baker", "U.S. Treasury Secretary James Baker met bankers.")
    commerce = of("commerce", "The U.S. Secretary of Commerce Malcolm Baldrige met Treasury aides.")
    argentine = of("other", "Argentine Treasury Secretary Mario Brodersohn met U.S. bankers.")
    assert told(asked, baker, commerce, argentine) == (["baker"], ())


def test_a_vice_minister_does_not_hold_the_role() -> None:
    minister = of("one", "Japanese Finance Minister Kiichi Miyazawa spoke.")
    vice = of("two", "Japanese Vice-Finance Minister Toyoo Gyohten spoke.")
    assert told("Who is the Japanese finance minister?", minister, vice) == (["one"], ())


def test_a_mayor_of_another_town_is_not_the_one_asked_for() -> None:
    mayor = of("one", "Ana Lund, the mayor of Veddo, took the ferry to Karsund.")
    assert told("Who is the mayor of Karsund?", mayor) == ([], ())
    assert told("Who is the mayor of Veddo?", mayor)[0] == ["one"]


def test_whoever_took_a_role_over_goes_before_whoever_had_it() -> None:
    old = of("old", "Ole Berg, the president of the Karsund Union, spoke.", date(2025, 6, 1))
    new = of(
        "new",
        "Ana Lund became president of the Karsund Union on Friday, taking over from Ole Berg.",
        date(2025, 8, 1),
    )
    assert told("Who is now the president of the Karsund Union?", old, new)[0] == ["new", "old"]
    before = "Who was the president of the Karsund Union before Ana Lund?"
    assert told(before, old, new)[0] == ["new"]
    assert told("Who was the president of the Karsund Union before Ole Berg?", old, new)[0] == []


def test_a_bare_title_is_not_that_of_another_town_whose_mayor_the_person_is() -> None:
    text = "Ana Lund became mayor of Karsund on Friday."
    elsewhere = of("one", text, date(2025, 3, 14))
    bare = of("two", "A ferry left Veddo as Mayor Ana Lund spoke.", date(2025, 7, 2))
    assert told("Who is the mayor of Veddo?", elsewhere, bare)[0] == []
    assert told("Who is the mayor of Karsund?", elsewhere)[0] == ["one"]


def test_a_former_holder_is_asked_for_by_that_word() -> None:
    text = "Karsund mayor Ana Lund cut the ribbon as former sailors watched."
    now = of("now", text, date(2025, 7, 2))
    former = of("former", "The former Karsund mayor, Ole Berg, was away.", date(2025, 7, 2))
    assert told("Who is the former mayor of Karsund?", now, former)[0] == ["former"]


def test_a_minister_who_takes_another_post_goes_behind_whoever_takes_the_ministry_over() -> None:
    left = of("left", "Ana Lund, the finance minister since 2023, becomes foreign minister.")
    new = of("new", "Ole Berg, until now an envoy, takes over the finance ministry.")
    goes = of("goes", "The finance ministry goes to Ole Berg.")
    assert told("Who is the finance minister?", left, new)[0] == ["new", "left"]
    assert told("Who is the finance minister?", left, goes)[0] == ["goes", "left"]
    assert told("Who is the foreign minister?", left, new)[0] == ["left"]


def test_a_role_behind_of_the_is_another_persons() -> None:
    aide = of("aide", "Ana Lund, an aide to the finance minister, spoke.")
    kin = of("kin", "Ana Lund is a cousin of the finance minister, Ole Berg.")
    assert told("Who is the finance minister?", aide)[0] == []
    assert told("Who is the finance minister?", kin)[0] == ["kin"]


def test_what_a_states_own_newspaper_calls_the_minister_is_that_states() -> None:
    one = of("one", "The finance minister, Ana Lund, spoke.", date(2026, 5, 4))
    own = replace(one, article=replace(one.article, outlet="Velmar Times"))
    assert told("Who is the finance minister of Velmar?", one)[0] == []
    assert told("Who is the finance minister of Velmar?", own)[0] == ["one"]


def test_where_the_last_holder_left_and_nobody_is_told_to_follow_that_is_told() -> None:
    had = of("had", "The chairman of the Lund Bank, Ole Berg, spoke.", date(2026, 4, 14))
    left = of("left", "Ole Berg stepped down as chairman of the Lund Bank.", date(2026, 4, 17))
    assert told("Who is the current chair of the Lund Bank?", had, left) == (
        ["left"],
        ("Ole Berg is told to have left the post (17 April 2026): no holder since is told.",),
    )
    assert told("Who was the chairman of the Lund Bank?", had, left)[0] == ["had"]


VEDDO = of("veddo", "Ole Berg, the mayor of Veddo, opened a pool.", date(2024, 9, 2))
WON = of(
    "won",
    "Ana Lund won the vote in Veddo on Sunday, beating Ole Berg, who had been mayor since 2015.",
    date(2025, 5, 5),
)


def in_year(year: int) -> TimeScope:
    return TimeScope(since=date(year, 1, 1), until=date(year, 12, 31), phrases=(f"in {year}",))


def test_who_had_been_mayor_since_a_year_was_mayor_in_the_years_after_it() -> None:
    asked = "Who was the mayor of Veddo in 2018?"
    by_id = {WON.article.id: WON}
    hits = [Hit(StoredPassage(1, "won", "d", 0, 10, BlockKind.BODY), {})]
    assert holders(query(asked), in_year(2018), hits, by_id.get).names == ("Ole Berg",)
    assert holders(query(asked), in_year(2012), hits, by_id.get).names == ()


def test_whoever_took_a_post_did_not_have_it_before() -> None:
    text = (
        "Ana Lund became mayor of Veddo on Friday, replacing Ole Berg, who had been it since 2015."
    )
    asked = "Who was the mayor of Veddo in 2018?"
    assert told(asked, of("took", text, date(2025, 5, 5)), scope=in_year(2018))[0] == []


def test_who_had_been_mayor_is_not_told_as_the_mayor_now() -> None:
    had = of("had", "They met Ole Berg, who had been mayor of Veddo.", date(2025, 5, 5))
    found = holders_of("Who is the mayor of Veddo?", had)
    assert (found.names, found.former) == ((), ("Ole Berg",))


@pytest.mark.parametrize("word", ["former", "one-time", "previous", "then"])
def test_a_former_holder_is_no_holder_and_a_note_says_so(word: str) -> None:
    was = of("was", f"Ana Lund, the {word} mayor of Veddo, sang.", date(2025, 3, 1))
    found = holders_of("Who is the mayor of Veddo?", was)
    assert (found.chosen, found.former) == ((), ("Ana Lund",))
    assert found.notes == (
        "The articles name nobody who has the post, only who had it before:"
        " Ana Lund (1 March 2025).",
    )


def test_whoever_was_it_until_a_year_is_a_former_holder() -> None:
    was = of("was", "Ana Lund, mayor of Veddo until 2013, sang.", date(2025, 3, 1))
    assert holders_of("Who is the mayor of Veddo?", was).former == ("Ana Lund",)


@pytest.mark.parametrize(
    ("until", "is_former"),
    [
        ("until May 2019", True),
        ("until 3 May 2019", True),
        ("from 2008 to 2013", True),
        ("until an election is held", False),
        ("until the next election in 2027", False),
        ("until 2027", False),
        ("from 2024 to 2028", False),
        ("until 2013 and again since 2016", False),
    ],
)
def test_only_until_a_past_day_ends_a_role(until: str, is_former: bool) -> None:
    told_until = of("until", f"Ana Lund, mayor of Veddo {until}, sang.", date(2025, 3, 1))
    found = holders_of("Who is the mayor of Veddo?", told_until)
    assert found.former == (("Ana Lund",) if is_former else ())
    assert found.names == (() if is_former else ("Ana Lund",))


def test_until_whose_day_is_unknown_ends_no_role() -> None:
    undated = of("until", "Ana Lund, mayor of Veddo until a successor is found, sang.")
    assert holders_of("Who is the mayor of Veddo?", undated).names == ("Ana Lund",)


def test_whoever_nobody_believes_will_take_a_post_has_not_once_the_day_has_passed() -> None:
    doubted = of(
        "doubted",
        "Nobody believes Ana Lund will become mayor of Veddo on Monday.",
        date(2025, 3, 1),
    )
    asked = "Who is the mayor of Veddo?"
    found = holders_of(asked, VEDDO, doubted, newest=date(2025, 6, 1))
    assert (found.names, found.notes) == (("Ole Berg",), ())


def test_who_was_it_may_be_a_former_holder() -> None:
    was = of("was", "Ana Lund, a former mayor of Veddo, sang.", date(2025, 3, 1))
    assert holders_of("Who was the mayor of Veddo?", was).former == ()


def test_whoever_acts_for_a_holder_is_told_so() -> None:
    acting = of("acting", "Ana Lund, the acting mayor of Veddo, sang.", date(2025, 3, 1))
    assert holders_of("Who is the mayor of Veddo?", acting).notes == (
        "The articles name nobody who has the post for good: Ana Lund (acting, 1 March 2025).",
    )
    assert holders_of("Who is the acting mayor of Veddo?", acting).notes == ()


BOSS = of("boss", "Ole Berg, the director of Veddo Mills, sang.", date(2024, 10, 14))
NEXT = of(
    "next",
    "Veddo Mills said Ana Lund would become its director on March 1, replacing Ole Berg.",
    date(2025, 2, 3),
)


def test_whoever_is_to_take_a_post_has_it_once_the_newest_article_is_of_that_day() -> None:
    asked = "Who is the director of Veddo Mills now?"
    found = holders_of(asked, BOSS, NEXT, newest=date(2025, 3, 1))
    assert (found.names, found.in_turn) == (("Ana Lund", "Ole Berg"), True)
    assert found.notes == (
        "The articles name two: Ana Lund (from 1 March 2025, told 3 February 2025),"
        " Ole Berg (14 October 2024).",
    )


def test_whoever_is_yet_to_take_a_post_is_told_to_be_the_next_one() -> None:
    asked = "Who is the director of Veddo Mills now?"
    found = holders_of(asked, BOSS, NEXT, newest=date(2025, 2, 28))
    assert found.names == ("Ole Berg",)
    assert found.notes == (
        "Ana Lund is told to be the next one (from 1 March 2025, told 3 February 2025).",
    )


def test_who_was_it_before_someone_yet_to_come_is_told() -> None:
    found = holders_of("Who is the director of Veddo Mills before Ana Lund?", BOSS, NEXT)
    assert found.names == ("Ole Berg",)


def test_who_was_named_to_a_role_asks_for_its_holder() -> None:
    lead = sentence("The tram strike in Veddo went on.", article="a")
    named = sentence("The city named Ana Lund as mediator.", article="a", position=1)
    other = of("b", "Mediator Ole Berg met tram drivers in Karsund.")
    found = holders_of(
        "Who was named mediator in the Veddo tram strike?", story(lead, named), other
    )
    assert found.names == ("Ana Lund",)


def test_whoever_is_named_as_successor_is_the_holder_and_no_note_says_that_nobody_is() -> None:
    left = sentence("Veddo's mayor Ole Berg resigned on Monday.", article="a")
    named = sentence("The council named Ana Lund as his successor.", article="a", position=1)
    whole = story(left, named, published=date(2025, 3, 4))
    found = holders_of("Who is the mayor of Veddo?", whole)
    assert found.names[0] == "Ana Lund"
    assert not any("no holder since" in note for note in found.notes)


@pytest.mark.parametrize(
    ("question", "is_another"),
    [
        ("Who is Acme's chief executive?", True),
        ("Who is the mayor of Veddo?", True),
        ("Who is Acme's chairwoman?", False),
        ("Who is the head of Acme?", False),
        ("Who met Acme's chairman?", False),
    ],
)
def test_who_has_another_role_does_not_have_the_one_asked_for(
    question: str, is_another: bool
) -> None:
    said = sentence("Acme's chairman, Ole Berg, spoke.")
    assert has_another(query(question), "Ole Berg", said) is is_another
    assert not has_another(query(question), "Acme", said)


def test_who_will_have_a_post_is_who_is_told_to_be_the_next() -> None:
    now = of("now", "The chairman of Mora Foods, Ole Berg, spoke.", date(2025, 3, 1))
    leaving = "Ole Berg, chairman of Mora Foods, will step down in May."
    ahead = [sentence(leaving, article="ahead", position=0)]
    ahead.append(sentence("He will be succeeded by Ana Lund.", article="ahead", position=1))
    later = story(*ahead, published=date(2025, 4, 1))
    for asked in ("Who will be the next chairman of Mora Foods?", "Who is to be its chairman?"):
        found = holders_of(asked.replace("its", "the Mora Foods"), now, later)
        assert (found.names, found.is_sure) == (("Ana Lund",), True)
    found = holders_of("Who will be the next chairman of Mora Foods?", now)
    assert (found.names, len(found.others)) == ((), 1)
    assert holders_of("Who is the chairman of Mora Foods?", now, later).names == ("Ole Berg",)
