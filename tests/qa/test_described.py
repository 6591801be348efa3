"""Who somebody is, comes before what somebody does."""

from qa.described import described_first, gives_role
from qa.weighing import ranked
from tests.qa.making import query, reading


def test_of_who_somebody_is_what_describes_comes_before_what_only_names() -> None:
    named = reading("Sail is old, said Tarn's head of funds, Eva Lind.", 0.6, words="Eva Lind")
    told = reading("Fund manager Tarn, which sails, rose.", 0.3, words="Fund manager")
    other = reading("Ole Berg sang.", 0.4, words="Ole Berg")
    order = described_first(query("Who is Tarn?"), (named, told, other))
    assert [each.candidate for each in ranked(order)] == [
        told.candidate,
        other.candidate,
        named.candidate,
    ]
    assert [each.probability for each in order] == [0.3, 0.6, 0.4]
    assert described_first(query("Who leads Tarn?"), (named, told)) == (named, told)
    doubtful = reading("Fund manager Tarn, which sails, rose.", 0.05, words="Fund manager")
    assert described_first(query("Who is Tarn?"), (named, doubtful)) == (named, doubtful)


def test_a_role_in_the_best_sentence_tells_who_somebody_is() -> None:
    titled = reading("The mayor, Ole Berg, sang.", 0.6, words="mayor")
    named = reading("Ole Berg sang.", 0.4, words="sang")
    assert gives_role(query("Who is Ole Berg?"), (named, titled))
    assert not gives_role(query("Who sang?"), (named, titled))
    assert not gives_role(query("Who is Ole Berg?"), (named,))
    assert not gives_role(query("Who is Ole Berg?"), ())
