"""What a sentence says of one of its values."""

from qa.values.framing import Frame, framed


def _around(text: str, words: str) -> Frame:
    start = text.index(words)
    return framed(text, start, start + len(words))


def test_the_clause_is_that_of_the_value() -> None:
    frame = _around("Holm left the city, while the navy sank six old boats.", "six old boats")
    assert frame.clause == {"navi", "sank"}


def test_commas_between_names_end_no_clause() -> None:
    frame = _around("The navy keeps six boats in Sund, Ludvik, and Mora.", "six boats")
    assert {"sund", "ludvik", "mora"} <= frame.clause_names


def test_a_first_word_is_a_name_where_it_shows() -> None:
    assert "usx" in _around("USX Corp said it has six boats.", "six boats").names
    assert _around("Boats number six cats.", "six cats").names == frozenset()


def test_words_of_saying_are_no_part_of_it() -> None:
    frame = _around("The navy said it sank six boats.", "six boats")
    assert frame.clause == {"navi", "sank"}


def test_times_are_kept_apart() -> None:
    frame = _around("The navy sank six boats on Monday in March 1987.", "six boats")
    assert frame.times == {"monday", "mar", "1987"}
    assert frame.clause == {"navi", "sank"}
