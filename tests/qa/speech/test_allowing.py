"""Who speaks in a sentence has a say in whether it may answer."""

from dataclasses import replace

from index.records import Statement
from qa.speech.allowing import namesakes_note, of_others, of_speakers, of_those_it_fits
from qa.speech.asking import Asked
from qa.speech.gathering import Spoken
from qa.speech.speaker import Meant
from qa.stories import Sentence
from tests.qa.making import query, sentence, story, term

BRANDT = "Ida Brandt"
DENY = frozenset({"deni", "reject"})
WARN = frozenset({"warn"})


def _spoken(*sentences: Sentence) -> list[Spoken]:
    of = story(*sentences)
    return [Spoken(each, of) for each in sentences]


def _quotes(spoken: list[Spoken]) -> list[str]:
    return [each.sentence.quote for each in spoken]


def _asked(verbs: frozenset[str]) -> Asked:
    return Asked(meant=(Meant(BRANDT),), names_somebody=True, only_words=True, verbs=verbs)


DENIAL = sentence("She denied that the ferry is old.", speaker=BRANDT)
NEGATION = sentence("The ferry is not old, she said.", position=1, speaker=BRANDT)
PLAIN = sentence("The ferry is white, she said.", position=2, speaker=BRANDT)


def test_of_denials_only_those_may_answer_that_deny() -> None:
    said = _spoken(DENIAL, NEGATION, PLAIN)
    of_age = replace(_asked(DENY), subject=(term("old"),))
    assert of_speakers(said, of_age) == tuple(said[:2])
    assert of_speakers(said[2:], of_age) == ()


def test_a_not_denies_nothing_where_any_denial_is_asked_for() -> None:
    said = _spoken(DENIAL, NEGATION, PLAIN)
    assert of_speakers(said, _asked(DENY)) == tuple(said[:1])
    assert of_speakers(said[1:], _asked(DENY)) == ()


def test_a_denial_of_another_matter_is_no_answer() -> None:
    of_sale = replace(_asked(DENY), subject=(term("sale"), term("captain")))
    assert of_speakers(_spoken(DENIAL, NEGATION), of_sale) == ()


def test_what_is_denied_by_a_pronoun_stands_in_the_sentence_before() -> None:
    charge = sentence("Falk accused the owners of hiding cracks.")
    denied = replace(
        sentence("Ida Brandt denied this.", position=1),
        said=(Statement("a", 1_018, 1_022, "denied", False, BRANDT, BRANDT, None),),
    )
    said = [Spoken(denied, story(charge, denied))]
    of_cracks = replace(_asked(DENY), subject=(term("crack"),))
    assert of_speakers(said, of_cracks) == tuple(said)
    assert of_speakers(said, replace(of_cracks, subject=(term("sale"),))) == ()
    other = sentence("She denied taking bribes.", position=1, speaker=BRANDT)
    assert of_speakers([Spoken(other, story(charge, other))], of_cracks) == ()


def test_quoted_words_must_stand_in_what_a_known_speaker_says() -> None:
    told = sentence('"The ferry is far too old," Brandt said.', speaker=BRANDT)
    other = sentence('"The ferry is far from old," Brandt said.', position=1, speaker=BRANDT)
    nobody = sentence('"The ferry is far too old."', position=2)
    asked = Asked(who_said=True, only_words=True, quoted=(("ferry", "is", "far", "too", "old"),))
    found = _spoken(told, other, nobody)
    question = query('Who said "The ferry is far too old"?')
    assert of_others(question, found, asked) == found[:1]
    assert of_others(question, found[1:], asked) == []


def test_what_an_article_tells_is_the_words_of_who_wrote_it() -> None:
    ruts = sentence("The ruts were made by a truck.")
    of = story(ruts)
    written = replace(of, article=replace(of.article, byline="Ida Brandt"))
    asked = Asked(names_somebody=True, only_words=True)
    question = query("Who made the ruts according to Ida Brandt?")
    mine, others = Spoken(ruts, written), Spoken(ruts, of)
    assert of_others(question, [mine, others], asked) == [mine]


def test_of_warnings_others_may_answer_where_nothing_warns() -> None:
    warning = sentence("She warned of the ferry.", position=3, speaker=BRANDT)
    said = _spoken(PLAIN, warning)
    assert of_speakers(said, _asked(WARN)) == tuple(said[1:])
    assert of_speakers(said[:1], _asked(WARN)) == tuple(said[:1])
    assert of_speakers(said, _asked(frozenset())) == tuple(said)


def test_who_said_it_must_be_known() -> None:
    known = sentence("The ferry is old, Brandt said.", speaker=BRANDT)
    unknown = sentence("The ferry is old, somebody said.", position=1)
    asked = Asked(who_said=True, only_words=True, subject=(term("boat"),))
    found = _spoken(known, unknown)
    assert of_others(query("Who said that the boat is old?"), found, asked) == found[:1]


def test_who_said_it_speaks_where_the_names_asked_about_stand() -> None:
    known = sentence("The ferry is old, Brandt said.", speaker=BRANDT)
    question = query("Who said that the Cyprus ferry is old?")
    asked = Asked(who_said=True, only_words=True, subject=(term("cyprus", is_name=True),))
    assert of_others(question, _spoken(known), asked) == []


def test_where_who_is_meant_says_nothing_only_words_of_nobody_beside_the_name_may_answer() -> None:
    text = "Saying that, Falk moved on: the ferry is old."
    start = text.index("the ferry")
    content = Statement("a", start, len(text), "saying", False, None, None, None)
    beside = replace(sentence(text), said=(content,))
    within = replace(
        sentence("It was said that Falk sails.", position=1),
        said=(Statement("a", 1_012, 1_028, "said", False, None, None, None),),
    )
    other = sentence("Falk sails, Brandt said.", position=2, speaker=BRANDT)
    nobodys = sentence("Falk sails.", position=3)
    asked = Asked(names_somebody=True, only_words=True)
    question = query("What did Falk say about the ferry?")
    assert (
        of_others(question, _spoken(beside, within, other, nobodys), asked)
        == _spoken(beside, within, other, nobodys)[:1]
    )


def test_a_deed_may_be_told_by_nobody_but_by_no_other() -> None:
    asked = Asked(names_somebody=True)
    told = sentence("Falk revealed two ferries.")
    others = sentence("Two ferries sail, Brandt said.", position=1, speaker=BRANDT)
    found = _spoken(told, others)
    assert of_others(query("What did Falk reveal on Monday?"), found, asked) == found[:1]
    assert of_others(query("How many ferries did Falk reveal?"), found, asked) == found


def _of_two(*sentences: Sentence) -> tuple[list[Spoken], Asked]:
    meant = (Meant("Ida Brandt"), Meant("Nora Brandt"))
    asked = Asked(meant=meant, names_somebody=True, only_words=True, subject=(term("ferri"),))
    return [Spoken(each, story(each)) for each in sentences], asked


def test_of_two_of_one_last_name_those_may_answer_who_speak_of_it() -> None:
    idas = sentence("The ferry is old, Brandt said.", speaker="Ida Brandt")
    noras = sentence("Schools are new, Brandt said.", article="b", speaker="Nora Brandt")
    found, asked = _of_two(idas, noras)
    assert of_those_it_fits(found, asked) == (found[0],)
    assert namesakes_note(found[:1], asked) == ""


def test_of_a_role_that_several_have_a_note_names_them() -> None:
    falks = sentence("The ferry is old, Falk said.", speaker="Nora Falk")
    boards = sentence("The ferry sails, it said.", article="b", speaker="Harbour Board")
    brandts = sentence("The ferry is old, Brandt said.", article="c", speaker=BRANDT)
    found = [Spoken(each, story(each)) for each in (falks, boards, brandts)]
    meant = (Meant("Nora Falk"), Meant("Harbour Board"), Meant(BRANDT))
    asked = Asked(meant=meant, names_somebody=True, by_role=True)
    assert "Nora Falk, Ida Brandt. Ask with a name" in namesakes_note(found, asked)
    assert namesakes_note(found[:2], asked) == ""
    assert namesakes_note(found, replace(asked, by_role=False)) == ""
    of_board = replace(asked, subject=(term("school", is_name=True),))
    schools = sentence("Schools are new, she said.", article="d", speaker=BRANDT)
    found.append(Spoken(schools, story(schools)))
    assert of_those_it_fits(found, of_board) == tuple(found[1:])


def test_where_both_speak_of_it_a_note_names_the_two() -> None:
    idas = sentence("The ferry is old, Brandt said.", speaker="Ida Brandt")
    noras = sentence("The ferry is new, Brandt said.", article="b", speaker="Nora Brandt")
    found, asked = _of_two(idas, noras)
    assert of_those_it_fits(found, asked) == tuple(found)
    note = namesakes_note(found, asked)
    assert note.startswith("The articles have several people of that name: Ida Brandt, Nora Brandt")


def test_of_whom_nothing_is_quoted_the_article_itself_may_tell_a_thing() -> None:
    told = sentence("Brandt once proposed to name the ferry Swan.")
    other = sentence("The ferry is named Swan.", position=1)
    asked = Asked(names_somebody=True, only_words=True)
    found = _spoken(told, other)
    of_thing = query("What should the ferry be called according to Brandt?")
    assert _quotes(of_others(of_thing, found, asked)) == [told.quote]
    of_words = query("What did Brandt say about the ferry?")
    assert of_others(of_words, found, asked) == []


def test_who_did_what_may_be_a_deed_is_told_by_its_verb() -> None:
    told = sentence("Brandt suggested the ferry be sold.")
    other = sentence("The ferry was sold in May.", position=1)
    asked = Asked(who_said=True, subject=(term("ferri"),))
    found = _spoken(told, other)
    assert of_others(query("Who suggested that the ferry be sold?"), found, asked) == found[:1]
    sure = replace(asked, only_words=True)
    assert of_others(query("Who said that the ferry be sold?"), found, sure) == []


def test_whether_somebody_said_it_may_be_told_by_anybody_who_names_him() -> None:
    told = sentence("Lund never claimed the prize, the club said.", speaker="the club")
    other = sentence("Lund sold the ferry, the club said.", position=1, speaker="the club")
    asked = Asked(names_somebody=True, only_words=True)
    found = _spoken(told, other)
    assert of_others(query("Did Lund claim the prize?"), found, asked) == found[:1]
    assert of_others(query("What did Lund claim?"), found, asked) == []


def test_who_denies_or_confirms_it_himself_does_not_tell_that_another_did() -> None:
    others = sentence("Ashby denied that Lund was paid.", speaker="Ashby")
    (said,) = others.said
    others = replace(others, said=(replace(said, verb="denied"),))
    asked = Asked(names_somebody=True, only_words=True, verbs=DENY)
    assert of_others(query("Did Lund deny that he was paid?"), _spoken(others), asked) == []
