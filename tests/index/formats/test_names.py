"""No two parts of a file have one name."""

from index.formats.names import UniqueNames


def test_a_name_that_is_asked_for_again_gets_a_number() -> None:
    names = UniqueNames()
    assert [names.give(name) for name in ("a", "b", "a", "a")] == ["a", "b", "a~2", "a~3"]
    names.close()


def test_a_numbered_name_never_meets_one_that_was_asked_for() -> None:
    names = UniqueNames()
    given = [names.give(name) for name in ("a~2", "a", "a", "a~2")]
    assert given == ["a~2", "a", "a~3", "a~2~2"]
    names.close()
