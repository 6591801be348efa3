"""Groups become what one pass of training reads."""

from eval.training.examples import Example, Mix, Share, batches, one_pass
from tests.eval.training.making import HARBOUR, LIGHTHOUSE, group, text

NOTHING_MORE = {"as_sentences": 0.0, "swapped": 0.0, "reworded": 0.0}


def _mix(of_groups: float, wrong: int) -> Mix:
    return Mix({"new_wiki_train": Share(of_groups, wrong)}, **NOTHING_MORE)


def test_a_bundle_is_the_right_passage_and_as_many_wrong_ones_as_are_asked_for() -> None:
    (bundle,) = one_pass([HARBOUR], _mix(1.0, 1), seed=1)
    assert len(bundle) == 2
    right, wrong = bundle
    assert right.span is not None
    assert right.text[slice(*right.span)] == "in three weeks"
    assert wrong.span is None
    assert {each.question for each in bundle} == {HARBOUR.question}


def test_the_right_passage_without_the_sentence_that_answers_is_often_a_wrong_one() -> None:
    bundles = [one_pass([HARBOUR], _mix(1.0, 1), seed=seed)[0] for seed in range(40)]
    bereft = [wrong for _, wrong in bundles if wrong.text.startswith("The harbour")]
    assert 10 < len(bereft) < 30
    for wrong in bereft:
        assert wrong.span is None
        assert wrong.text == (
            "The harbour of Veltrin closed on Monday. Ferries leave from Osmark until then."
        )


def test_a_passage_that_answers_twice_is_not_bereft() -> None:
    twice = group("Who?", text("Brandt came. Then brandt left again, it was said.", "Brandt"))
    assert {len(one_pass([twice], _mix(1.0, 1), seed=seed)[0]) for seed in range(20)} == {1}


def test_more_wrong_passages_than_there_are_gives_those_that_there_are() -> None:
    (bundle,) = one_pass([HARBOUR], _mix(1.0, 9), seed=1)
    assert {each.text for each in bundle[1:]} >= {each.text for each in HARBOUR.wrong}
    assert len(bundle) <= 1 + len(HARBOUR.wrong) + 1


def test_the_hardest_wrong_passage_is_taken_most_often() -> None:
    taken = [one_pass([HARBOUR], _mix(1.0, 1), seed=seed)[0][1].text for seed in range(120)]
    assert taken.count(HARBOUR.wrong[0].text) > taken.count(HARBOUR.wrong[1].text) > 0


def test_the_headline_is_left_out_for_a_whole_bundle_or_for_none_of_it() -> None:
    bundles = [one_pass([HARBOUR], _mix(1.0, 2), seed=seed)[0] for seed in range(30)]
    titled = {tuple(bool(each.title) for each in bundle) for bundle in bundles}
    assert titled == {(True, True, True), (False, False, False)}


def test_a_share_above_one_takes_a_group_more_than_once() -> None:
    assert len(one_pass([HARBOUR, LIGHTHOUSE], _mix(2.0, 0), seed=1)) == 4
    assert one_pass([HARBOUR, LIGHTHOUSE], _mix(0.0, 0), seed=1) == []


def test_a_group_without_a_right_passage_gives_only_wrong_ones() -> None:
    silent = group("What did Brandt say about bread?", None, text("Bread is dear."))
    (bundle,) = one_pass([silent], _mix(1.0, 1), seed=1)
    assert bundle == (Example(silent.question, "", "Bread is dear.", None),)


def test_a_passage_comes_once_more_as_its_sentences() -> None:
    mix = Mix({}, as_sentences=1.0, swapped=0.0, reworded=0.0)
    (bundle,) = one_pass([HARBOUR], mix, seed=1)
    right, *wrong = bundle
    assert right.text.startswith("Mayor Ida Brandt said")
    assert right.span is not None
    assert right.text[slice(*right.span)] == "in three weeks"
    assert sorted(each.text for each in wrong) == [
        "Ferries leave from Osmark until then.",
        "The harbour of Veltrin closed on Monday.",
    ]


def test_a_question_that_names_something_else_has_no_answer() -> None:
    mix = Mix({}, as_sentences=0.0, swapped=1.0, reworded=0.0)
    other = group("Where does Gravik sail?", text("A. B. Gravik sails west. C.", "west"))
    bundles = one_pass([HARBOUR, other], mix, seed=3)
    swapped = [each for (each,) in bundles if each.text == HARBOUR.right.text]  # type: ignore[union-attr]
    assert [each.question for each in swapped] == ["When will the harbour of Gravik open again?"]
    assert all(each.span is None for (each,) in bundles)


def test_a_question_that_asks_for_another_thing_has_no_answer() -> None:
    mix = Mix({}, as_sentences=0.0, swapped=0.0, reworded=1.0)
    other = group("Who painted the boat?", text("A. Lund painted the boat. C.", "Lund"))
    another = group("Who burned the boat?", text("A. Lund burned the boat. C.", "Lund"))
    bundles = one_pass([other, another], mix, seed=3)
    assert {(each.question, each.text, each.span) for (each,) in bundles} == {
        ("Who burned the boat?", "A. Lund painted the boat. C.", None),
        ("Who painted the boat?", "A. Lund burned the boat. C.", None),
    }


def test_a_word_is_not_swapped_for_one_that_the_passage_has() -> None:
    mix = Mix({}, as_sentences=0.0, swapped=0.0, reworded=1.0)
    both = text("A. Lund painted the boat. Weber burned it.", "Lund")
    asked = [group("Who painted the boat?", both), group("Who burned the boat?", both)]
    assert one_pass(asked, mix, seed=3) == []


def test_the_same_seed_gives_the_same_pass() -> None:
    groups = [HARBOUR, LIGHTHOUSE] * 5
    first = one_pass(groups, _mix(0.5, 1), seed=4)
    assert one_pass(groups, _mix(0.5, 1), seed=4) == first
    assert one_pass(groups, _mix(0.5, 1), seed=5) != first


def test_batches_hold_every_bundle_once_and_are_no_larger_than_asked() -> None:
    bundles = one_pass([HARBOUR, LIGHTHOUSE] * 10, _mix(1.0, 1), seed=1)
    made = batches(bundles, size=5, seed=1)
    assert all(sum(map(len, batch)) <= 5 for batch in made)
    assert sorted(map(repr, (b for batch in made for b in batch))) == sorted(map(repr, bundles))


def test_a_batch_is_of_like_length() -> None:
    short = [(Example("Who?", "", "x" * 10, None),)] * 8
    long = [(Example("Who?", "", "x" * 500, None),)] * 8
    for batch in batches([*short, *long], size=4, seed=1):
        assert len({len(example.text) for (example,) in batch}) == 1
