"""How common English words are."""

from qa.english import english_frequency


def test_common_words_are_more_frequent_than_rare_ones() -> None:
    assert english_frequency("minister") > 50 * english_frequency("minster") > 0


def test_what_is_no_english_word_has_no_frequency() -> None:
    assert english_frequency("withdrawl") == english_frequency("") == 0
