"""Which lines are a page's leftovers, and which could be a story's."""

import pytest

from index.boilerplate import is_in_comment_form, leftover_reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("TT", "no word"),
        ("20", "no word"),
        ("* * *", "no word"),
        ("A- A A +", "no word"),
        ("Read More: KRG and Baghdad reach agreement on Sinjar", "link to another page"),
        ("Also read: Ankara and Moscow", "link to another page"),
        ("Related articles", "link to another page"),
        ("You may also like …", "link to another page"),
        ("Share this on Facebook", "share bar"),
        ("Share via Mastodon", "share bar"),
        ("Share this page: Facebook | WhatsApp | Copy link", "share bar"),
        ("Facebook | Twitter | WhatsApp", "share bar"),
        ("Share on Facebook Twitter 12", "share bar"),
        ("1.2K shares", "share count"),
        ("Subscribe to our daily briefing", "sign-up"),
        ("Get the best of our newsletter every morning", "sign-up"),
        ("© 2020 Shafaq News", "notice"),
        ("All rights reserved.", "notice"),
        ("Advertisement", "notice"),
        ("We use cookies to improve this page", "notice"),
        ("Editing by John J. Catherine", "desk credit"),
        ("(Reporting by Nora Falk; Editing by Ivar Holm)", "desk credit"),
        ("end of message", "end mark"),
        ("-30-", "no word"),
        ("- Ends -", "end mark"),
    ],
)
def test_a_leftover_is_told_with_its_reason(line: str, reason: str) -> None:
    assert leftover_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "The minister said no.",
        "He said so.",
        "Yes.",
        "Read more than he wrote, the judge told the clerk.",
        "Shares fell on Monday as oil rose.",
        "More than 200 people were hurt.",
        "Editing the law will take years.",
        "The ends justify the means",
        "Comments by the minister drew protest.",
        "Related by marriage, the two leaders met in May.",
        "Watch sales rose.",
        "Advertising spending fell by a third.",
        "Print runs were cut in half",
        "X marks the spot",
    ],
)
def test_a_line_that_could_be_the_storys_is_no_leftover(line: str) -> None:
    assert leftover_reason(line) is None


@pytest.mark.parametrize(
    "line",
    ["share on x " * 500 + "!", "A   " * 500 + "xyz", "share this " * 500 + "!", "x " * 5000 + "?"],
)
def test_a_long_line_that_looks_like_a_leftover_is_decided_at_once(line: str) -> None:
    # Each took minutes, or for ever, while its pattern could match the line in many ways.
    assert leftover_reason(line) is None


@pytest.mark.parametrize(
    "line", ["Leave a Reply", "Post a comment", "3 Comments", "Comments (3)", "Join the discussion"]
)
def test_a_comment_form_is_known_by_its_heading(line: str) -> None:
    assert is_in_comment_form(line, is_form_above=False)


@pytest.mark.parametrize(
    "line",
    [
        "Your email address will not be published.",
        "Fill in your details below or click an icon to log in: Logo",
        "You are commenting using your account. Log Out / Change )",
        "Twitter picture",
        "Name",
        "Connecting to %s",
    ],
)
def test_a_forms_labels_and_notices_belong_to_it_only_below_its_heading(line: str) -> None:
    assert is_in_comment_form(line, is_form_above=True)
    assert not is_in_comment_form(line, is_form_above=False)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour of Veltrin was closed on Monday after a storm tore two cranes from the quay.",
        "It rained.",
        "He asked her to comment. " + "She told him of all that she had seen in the town. " * 5,
    ],
)
def test_a_storys_text_below_such_a_heading_is_no_form(line: str) -> None:
    assert not is_in_comment_form(line, is_form_above=True)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: it is what she told her pupils every day, said Ann Poe.",
        "Related: 40 people were arrested in the port on Monday, police said.",
        "Register of voters shows 3,000 dead people are still listed",
    ],
)
def test_a_sentence_that_opens_like_a_leftover_is_the_storys(line: str) -> None:
    assert leftover_reason(line) is None
