"""A verb is known by its forms."""

import pytest

from qa.conversation.verbs import base_of, is_base, is_participle, past_of, third_person


def test_a_word_is_a_verb_where_english_has_its_other_forms() -> None:
    assert is_base("deploy")
    assert is_base("say")
    assert not is_base("government")
    # Bordered and bordering are rare beside it.
    assert not is_base("border")


@pytest.mark.parametrize(
    ("past", "base"),
    [("deployed", "deploy"), ("filed", "file"), ("banned", "ban"), ("carried", "carry"),
     ("left", "leave"), ("seen", "see"), ("troops", None), ("red", None)],
)  # fmt: skip
def test_a_past_leads_back_to_its_verb(past: str, base: str | None) -> None:
    assert base_of(past) == base


def test_a_verb_has_a_past_and_a_third_person() -> None:
    assert [past_of(each) for each in ("ban", "file", "leave")] == ["banned", "filed", "left"]
    assert [third_person(each) for each in ("say", "carry", "reach")] == [
        "says",
        "carries",
        "reaches",
    ]


def test_a_participle_is_told_from_a_noun() -> None:
    assert is_participle("held")
    assert not is_participle("hold")
