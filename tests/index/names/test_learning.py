"""Names learnt from articles, and their spellings."""

import pickle
from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from index.names.learning import learn
from index.names.mentions import ArticleWords, article_words

# Articles that have nothing to do with the names tested, so that these are rare.
OTHERS = [
    article_words("", [f"in spring the mayor of {town} spoke to {one} {two}"])
    for town, one, two in (
        ("Ostmark", "Ada", "Lund"),
        ("Sund", "Ivar", "Holm"),
        ("Grenna", "Per", "Strand"),
        ("Tolvik", "Marta", "Ness"),
        ("Hallby", "Olof", "Krantz"),
        ("Brenno", "Sara", "Dahl"),
    )
]


def _groups(*articles: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The groups learnt from articles given as sentences, among the others."""
    return learn([article_words("", sentences) for sentences in articles] + OTHERS).groups


# Words and names


def test_what_is_written_with_a_capital_and_hardly_ever_small_is_a_name() -> None:
    # Four articles with "Veltrin", one with "veltrin": a quarter may be small.
    often = [["we left Veltrin"]] * 4
    lexicon = learn([article_words("", each) for each in (*often, ["at veltrin.example"])])
    assert lexicon.names == {"veltrin": 4}
    assert lexicon.words == {"left": 4, "example": 1}
    lexicon = learn([article_words("", each) for each in (["at Harbour"], ["our harbour"])])
    assert (lexicon.names, lexicon.words) == ({}, {"harbour": 1})


def test_what_a_headline_or_a_sentences_first_word_tells_is_a_word() -> None:
    lexicon = learn([article_words("Storm Closes Harbour", ["Repairs go on"])])
    assert lexicon.names == {}
    assert set(lexicon.words) == {"storm", "closes", "harbour", "repairs"}


def test_short_words_are_neither() -> None:
    lexicon = learn([article_words("", ["we saw Ada and Una in Rye"])])
    assert (lexicon.names, lexicon.words) == ({}, {})


# Spellings of one name


def test_one_first_name_and_company_make_spellings_of_a_surname_one_name() -> None:
    assert _groups(
        ["the spokesman Yahya Rasool spoke in Baghdad of Diyala", "near Erbil and Kirkuk"],
        ["the spokesman Yahya Rasoul spoke of Diyala", "of Kirkuk, Baghdad and Erbil"],
    ) == (("rasool", "rasoul"),)
    assert _groups(  # made up
        ["the envoy Tomasz Velouk spoke in Karsk of Dravia", "near Orlin and Tarsk"],
        ["the envoy Tomasz Veluk spoke of Dravia", "of Tarsk, Karsk and Orlin"],
    ) == (("velouk", "veluk"),)


def test_one_surname_and_company_make_spellings_of_a_first_name_one_name() -> None:
    assert _groups(
        ["the minister Yasar Guler was in Ankara with Reuters", "near Kirkuk and Erbil"],
        ["the minister Yashar Guler was in Ankara with Reuters", "near Erbil and Kirkuk"],
    ) == (("yasar", "yashar"),)


def test_a_near_sound_needs_the_same_company_in_the_same_sentence() -> None:
    near = ["the envoy Tomasz Talvin met Dravia and Orlin in Karsk", "near Tarsk"]
    elsewhere = "for Karsk and Tarsk"
    assert _groups(near, ["the envoy Tomasz Telvin met Dravia and Orlin", elsewhere]) == (
        ("talvin", "telvin"),
    )
    assert _groups(near, ["the envoy Tomasz Telvin met Dravia", f"{elsewhere} and Orlin"]) == ()


def test_a_surname_spelled_otherwise_where_it_is_repeated_is_the_same_name() -> None:
    assert _groups(["we met Jabbar Yawar in Erbil", "there, Yawer went on"]) == (
        ("yawar", "yawer"),
    )
    assert _groups(["we met Oskar Brimmal in Karsk", "there, Brimal went on"]) == (
        ("brimal", "brimmal"),
    )


def test_places_in_the_same_company_are_one() -> None:
    assert _groups(
        ["committees will meet in Kirkuk, Makhmur, and Erbil near Diyala"],
        ["centres open in Diyala, Makhmour, Kirkuk and Erbil"],
    ) == (("makhmour", "makhmur"),)
    assert _groups(  # made up
        ["boats run to Karsk, Dorrimah, Orlin and Dravia"],
        ["buses run to Orlin, Dravia, Dorima and Karsk"],
    ) == (("dorima", "dorrimah"),)


def test_several_spellings_are_one_group() -> None:
    assert _groups(
        ["the spokesman Yahya Rasool spoke in Baghdad of Diyala, Kirkuk and Erbil"],
        ["the spokesman Yahya Rasoul spoke in Baghdad of Diyala, Kirkuk and Erbil", "Here Rasul"],
    ) == (("rasool", "rasoul", "rasul"),)


# Names that are two


def test_names_of_other_sounds_are_two_whatever_their_company() -> None:
    for one, other in (("Iraq", "Iran"), ("Mosul", "Basra"), ("Veltrin", "Veldrin")):
        company = "with Syria, Turkey, Kuwait and Jordan"
        assert _groups([f"a treaty of {one} {company}"], [f"talks of {other} {company}"]) == ()


def test_names_that_meet_in_a_sentence_are_two() -> None:
    apart = (
        ["in spring, near Karsk, Orlin and Dravia, there is Colombia"],
        ["in autumn, near Karsk, Orlin and Dravia, there is Columbia"],
    )
    assert _groups(*apart) == (("colombia", "columbia"),)
    assert _groups(*apart, ["ships go from Columbia to Colombia"]) == ()


def test_names_of_other_first_names_are_two() -> None:
    company = "of the council with Karsk, Orlin and Dravia"
    assert _groups([f"then Ronald Philips {company}"], [f"then Susan Phillips {company}"]) == ()
    # In one article as well.
    assert _groups([f"then Tomas Brimal {company}", f"then Oskar Brimmal {company}"]) == ()


def test_a_short_first_name_tells_two_apart_as_well() -> None:
    company = "of the council with Karsk, Orlin and Dravia"
    assert _groups([f"then Tom Brimal {company}"], [f"then Jim Brimmal {company}"]) == ()


def test_a_first_name_and_a_surname_are_two() -> None:
    company = "of the council with Karsk, Orlin and Dravia"
    assert _groups([f"then Marten Falk {company}"], [f"then Nora Martten {company}"]) == ()


def test_one_first_name_without_the_company_makes_two() -> None:
    assert (
        _groups(["the baker John Kerr of Veltrin spoke"], ["the envoy John Carr of Tarsk spoke"])
        == ()
    )
    assert (
        _groups(["the baker John Smith of Veltrin spoke"], ["the envoy John Smyth of Tarsk spoke"])
        == ()
    )


def test_one_partner_and_one_place_make_two_however_few_the_articles() -> None:
    assert (
        _groups(
            ["the minister John Reid said in London on Monday that Britain will go"],
            ["the banker John Reed said in London on Monday that Britain fell"],
        )
        == ()
    )
    assert (
        _groups(
            ["the singer Brian Johnson spoke in Sydney on Monday of Europe"],
            ["the runner Bryan Johnson ran in Sydney on Monday"],
        )
        == ()
    )


def test_a_second_partner_stands_for_fuller_company() -> None:
    one = ["we met Pavel Tomasz Velouk in Karsk"]
    assert _groups(one, ["there is Pavel Tomasz Velouk"], ["we met Tomasz Veluk in Karsk"]) == ()
    assert _groups(["we met Tomasz Velouk Orlin in Karsk"], ["so Tomasz Veluk Orlin in Karsk"]) == (
        ("velouk", "veluk"),
    )


def test_weekdays_months_and_titles_are_no_company() -> None:
    told = "on Monday in March with the Minister, Judge, General and Prince"
    assert _groups([f"then Dorrima {told}"], [f"then Dorima {told}"]) == ()
    assert _groups([f"then Nora Dorrima {told}"], [f"then Nora Dorima {told}"]) == ()
    company = "near Karsk, Orlin, Tarsk and Dravia"
    near = [f"then Talvin {company}"], [f"then Telvin {company}"]
    assert _groups(*near) == ()
    assert _groups(["then The Talvin " + company], ["then The Telvin " + company]) == ()
    # Nor is a title spelled like a name one of its spellings.
    company = "near Karsk, Orlin and Dravia"
    assert _groups([f"in March {company}"], [f"in Marrch {company}"]) == ()


def test_two_that_are_named_in_full_in_one_article_are_two() -> None:
    company = "of Haifa with Karsk, Orlin, Tarsk and Dravia"
    assert _groups([f"then Sarra Cohen {company}"], [f"then Sara Cohen {company}"]) == (
        ("sara", "sarra"),
    )
    assert _groups([f"then Sarra Cohen {company}", f"then Sara Cohen {company}"]) == ()
    both = [f"then Nora Velouk {company}", f"then Nora Veluk {company}"]
    assert _groups(both[:1], both[1:]) == (("velouk", "veluk"),)
    assert _groups(both) == ()


def test_a_surname_without_a_first_name_is_not_that_of_another_article() -> None:
    company = "near Karsk, Orlin, Tarsk and Dravia"
    assert _groups([f"then Brimmal {company}"], [f"then Brimal {company}"]) == (
        ("brimal", "brimmal"),
    )
    assert _groups([f"then Oskar Brimmal {company}"], [f"then Brimal {company}"]) == ()


def test_a_title_brings_in_another_one() -> None:
    full = "the aide Donald Brimmal spoke"
    assert _groups([full, "there, Brimal went on"]) == (("brimal", "brimmal"),)
    assert _groups([full, "there, President Brimal went on"]) == ()


def test_a_partner_that_is_one_of_many_makes_no_one_of_two() -> None:
    # One of the five Allens is a Sinai, and 1/5 is less than .3.
    company = "near Karsk, Orlin, Tarsk and Dravia"
    allens = [
        [f"then Allen {name} {company}"] for name in ("Sinai", "Brook", "Ness", "Dahl", "Oss")
    ]
    assert _groups([f"then Alan Sinai {company}"], allens[0]) == (("alan", "allen"),)
    assert _groups([f"then Alan Sinai {company}"], *allens) == ()


def test_a_partner_of_everybodys_makes_no_one_of_two() -> None:
    pair = (
        ["shares of Tavelin Corp near Karsk, Orlin, Tarsk and Dravia"],
        ["shares of Tavalin Corp near Karsk, Orlin, Tarsk and Dravia"],
    )
    assert _groups(*pair) == (("tavalin", "tavelin"),)
    # In four articles of ten.
    more = [["shares of Ostmark Corp"], ["shares of Brenno Corp"]]
    assert _groups(*pair, *more) == ()


def test_what_only_sounds_like_a_word_of_its_article_repeats_no_surname() -> None:
    repeated = ["we met Oskar Brimmal in Karsk", "there, Brimal went on"]
    assert _groups(repeated) == (("brimal", "brimmal"),)
    # Brimmal stands alone elsewhere, as a surname hardly ever does and "Asian" beside "Asean" does.
    assert _groups(repeated, ["a report from Brimmal"]) == ()
    # Oskar is many others' partner, as "South" is: in seven articles, six being three times two.
    others = [[f"a report of Oskar {name}"] for name in ("Ness", "Dahl", "Oss", "Falk", "Ek", "Ry")]
    assert _groups(repeated, *others) == ()


def test_company_that_everybody_keeps_tells_nothing() -> None:
    # Each in all eight articles: 3 * ln(1 + 8 / 8) = 2.08, and 2.5 are asked.
    everywhere = "near Karsk, Orlin and Dravia"
    articles = [f"there is {name} {everywhere}" for name in ("Dorrima", "Dorima")]
    articles += [f"all is quiet {everywhere}"] * 6
    assert learn([article_words("", [sentence]) for sentence in articles]).groups == ()


def test_places_without_the_company_are_two() -> None:
    assert (
        _groups(
            ["boats run to Dorrimah, Karsk and Orlin"], ["buses run to Dorima, Dravia and Tarsk"]
        )
        == ()
    )


def test_a_group_never_joins_two_that_meet() -> None:
    company = "near Karsk, Orlin, Dravia and Tarsk"
    assert _groups(
        [f"ships go to Dorrima {company}"],
        [f"ships go to Dorima {company}"],
        [f"ships go to Dourima {company}"],
        ["ships go from Dorrima to Dourima"],
    ) == (("dorima", "dorrima"),)


def test_a_group_holds_none_that_do_not_sound_alike() -> None:
    # An e may be an a or an i, but an a is never an i.
    company = "near Karsk, Orlin, Dravia, Tarsk, Veltrin, Lomma and Skara"
    articles = [[f"ships go to {name} {company}"] for name in ("Dorana", "Dorena", "Dorina")]
    assert _groups(*articles[:2]) == (("dorana", "dorena"),)
    assert _groups(*articles[1:]) == (("dorena", "dorina"),)
    (group,) = _groups(*articles)
    assert len(group) == 2


def test_what_is_searched_as_an_ordinary_word_is_in_no_group() -> None:
    pair = (
        ["we met Roger Waters and Sund in Karsk of Orlin, Dravia and Tarsk"],
        ["we met Roger Watters and Sund in Karsk of Orlin, Dravia and Tarsk"],
    )
    assert _groups(*pair) == (("water", "watter"),)
    assert _groups(*pair, ["the water rose"]) == ()
    # Written small itself, once in four, it is still a name.
    assert _groups(*pair, ["Mr Waters"], ["Mr Waters"], ["Mr Waters"], ["at waters.example"]) == (
        ("water", "watter"),
    )


def test_what_is_searched_by_a_short_stem_is_in_no_group() -> None:
    # As "rub", which may stand anywhere as a word.
    company = "near Karsk, Orlin, Dravia and Tarsk"
    assert _groups([f"there is Rubs {company}"], [f"there is Roubs {company}"]) == ()
    assert _groups([f"there is Rubel {company}"], [f"there is Roubel {company}"]) == (
        ("roubel", "rubel"),
    )


def test_what_is_searched_as_several_words_is_in_no_group() -> None:
    company = "near Karsk, Orlin, Dravia and Tarsk"
    assert _groups([f"there is Sana'a {company}"], [f"there is Sanaa {company}"]) == ()


def test_short_names_numbers_and_forms_of_one_stem_make_no_groups() -> None:
    company = "near Karsk, Orlin, Dravia and Tarsk"
    for one, other in (("Ura", "Hura"), ("2017", "2019"), ("Saudi", "Saudis")):
        assert _groups([f"there is {one} {company}"], [f"there was {other} {company}"]) == ()


# The order and the form of what is learnt


def test_the_order_of_articles_is_of_no_matter() -> None:
    articles = [
        article_words("", ["the spokesman Yahya Rasool spoke in Baghdad of Diyala and Kirkuk"]),
        article_words("", ["the spokesman Yahya Rasoul spoke in Baghdad", "of Diyala, Rasul said"]),
        *OTHERS,
    ]
    wanted = learn(articles)
    for seed in range(5):
        Random(seed).shuffle(articles)
        again = learn(articles)
        assert (again.groups, again.names, again.words) == (
            wanted.groups,
            wanted.names,
            wanted.words,
        )


def test_no_articles_teach_nothing() -> None:
    lexicon = learn([])
    assert (lexicon.groups, lexicon.names, lexicon.words) == ((), {}, {})


def test_a_name_too_long_to_be_indexed_is_in_no_group() -> None:
    long = "Ab" * 40
    company = "near Karsk, Orlin, Dravia and Tarsk"
    assert _groups([f"there is {long} {company}"], [f"there is {long}b {company}"]) == ()


@given(st.lists(st.lists(st.text(max_size=80), max_size=4), max_size=4))
def test_any_articles_are_learnt_from(articles: list[list[str]]) -> None:
    words: list[ArticleWords] = [article_words("", sentences) for sentences in articles]
    assert pickle.loads(pickle.dumps(words)) == words
    learn(words)
