"""Which lines are a page's leftovers, and which could be a story's."""

import pytest

from index.pages.boilerplate import (
    heads_comments,
    is_prose,
    is_rule,
    is_sign_of_comments,
    is_wordless,
    read_leftover,
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("* * *", "rule"),
        ("----------", "rule"),
        ("KNA0412 4 GEN 0231", "wire slug"),
        ("BC-FISHERIES-QUOTA", "wire slug"),
        ("KNA ha/td", "wire signature"),
        ("PD/mm 1140", "wire signature"),
        ("NNNN", "wire signature"),
        ("(Reuters)", "wire signature"),
        ("[spacer.gif]", "a picture's name"),
        ("https://courier.example/harbour/2020", "an address alone"),
        ("www.courier.example", "an address alone"),
        ("A- A A +", "font size control"),
        ("Print | A+ A-", "font size control"),
        ("Print Email A+ A-", "font size control"),
        ("Related articles", "list of links"),
        ("RELATED STORIES:", "list of links"),
        ("You may also like …", "list of links"),
        ("Most read this week", "list of links"),
        ("More from Veltrin", "list of links"),
        ("Editor’s picks", "list of links"),
        ("Don't miss", "list of links"),
        ("Tags: harbour, storm, Veltrin", "list of labels"),
        ("Filed under: Weather", "list of labels"),
        ("Read More: KRG and Baghdad reach agreement on Sinjar", "link to another page"),
        ("Also read: Ankara and Moscow", "link to another page"),
        ("Continue reading …", "link to another page"),
        ("» Read more", "link to another page"),
        ("Share this on Facebook", "share bar"),
        ("Share via Mastodon", "share bar"),
        ("Share this page: Facebook | WhatsApp | Copy link", "share bar"),
        ("Facebook | Twitter | WhatsApp", "share bar"),
        ("Share on Facebook Twitter 12", "share bar"),
        ("Share Tweet Email Print", "share bar"),
        ("Spread the word: tell your friends", "share bar"),
        ("1.2K shares", "share count"),
        ("312 views", "share count"),
        ("No comments yet", "comment count"),
        ("3 comments", "comment count"),
        ("Comments are closed.", "comments notice"),
        ("View all 12 comments", "comments notice"),
        ("© 2020 Shafaq News", "notice"),
        ("Copyright 2020 Veltrin Courier Ltd", "notice"),
        ("All rights reserved.", "notice"),
        ("Privacy policy", "notice"),
        ("About us | Contact | Imprint", "notice"),
        ("Back to top", "notice"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("- Advertisement -", "advertisement"),
        ("We use cookies to improve this page", "cookie notice"),
        ("We and our 812 partners store information on your device", "cookie notice"),
        ("Accept all", "cookie notice"),
        ("Editing by John J. Catherine", "desk credit"),
        ("(Reporting by Nora Falk; Editing by Ivar Holm)", "desk credit"),
        ("Additional reporting by Ada Lund in Ostmark", "desk credit"),
        ("end of message", "end mark"),
        ("-30-", "end mark"),
        ("- Ends -", "end mark"),
        ("# # #", "rule"),
        ("■", "end mark"),
        ("(more to come)", None),
        ("Home > News > Harbour", "breadcrumb"),
        ("You are here: Home", "breadcrumb"),
        ("Loading...", "page control"),
        ("Menu", "page control"),
        ("5 min read", "page control"),
        ("Page 2 of 4", "page control"),
        ("FOR IMMEDIATE RELEASE", "page control"),
        ("News ID: 4711", "label of the page"),
        ("Section: Weather", "label of the page"),
        ("Subject: Storm", "label of the page"),
        ("Sign up for our newsletter", "call to the reader"),
        ("Subscribe to our daily briefing by email", "call to the reader"),
        ("Get the best of our newsletter every morning", "call to the reader"),
        ("Follow us on Facebook and never miss a story", "call to the reader"),
        ("Got a tip? Write to the newsroom", "call to the reader"),
        ("Thank you for reading The Courier", "call to the reader"),
    ],
)
def test_a_leftover_is_told_with_its_reason(line: str, reason: str | None) -> None:
    found = read_leftover(line)
    assert (found.reason if found else None) == reason


@pytest.mark.parametrize(
    "line",
    [
        "The minister said no.",
        "He said so.",
        "Yes.",
        "Read more than he wrote, the judge told the clerk.",
        "Read more: it is what she told her pupils every day, said Ann Poe.",
        "Related: 40 people were arrested in the port on Monday, police said.",
        "Related by marriage, the two leaders met in May.",
        "Register of voters shows 3,000 dead people are still listed",
        "Shares fell on Monday as oil rose.",
        "Share prices fell",
        "More than 200 people were hurt.",
        "More trains from spring",
        "Editing the law will take years.",
        "Reporting the crime took her years",
        "The ends justify the means",
        "Comments by the minister drew protest.",
        "Watch sales rose.",
        "Advertising spending fell by a third.",
        "Print runs were cut in half",
        "Printing is an old craft",
        "Copyright law is to change",
        "Cookies were sold at the fair",
        "Home prices rise again",
        "Homes > hotels, says mayor in jest.",
        "X marks the spot",
        "Menus shrink as prices rise",
        "Categories of citizens must go, court rules",
        "Subscribers left the paper",
        "“Follow us,” the soldiers shouted on Monday, and nobody did.",
        "“Sign up for the newsletter today,” it said",
        "The union said: sign up today",
        "Help us to rebuild, mayor tells Ostmark",
        "Get out while you can",
        "Send in the clowns",
        "Page was 82 when he died",
        "Tagged sharks return",
        "GX 40 6,114.7 -0.8%",
    ],
)
def test_a_line_that_could_be_the_storys_is_no_leftover(line: str) -> None:
    assert read_leftover(line) is None


@pytest.mark.parametrize(
    ("line", "closes", "opens_list"),
    [
        ("Related articles", True, True),
        ("Read more: Ferries wait", True, False),
        ("© 2020 The Courier", True, False),
        ("* * *", True, False),
        ("Editing by Ivar Holm", True, False),
        ("Advertisement", False, False),
        ("3 comments", False, False),
        ("Home > News > Harbour", False, False),
        ("News ID: 4711", False, False),
    ],
)
def test_some_leftovers_end_a_story_and_some_head_a_list(
    line: str, closes: bool, opens_list: bool
) -> None:
    found = read_leftover(line)
    assert found is not None
    assert (found.closes, found.opens_list) == (closes, opens_list)


@pytest.mark.parametrize("line", ["---", "* * *", "________", "###", "• • •", "=-=-="])
def test_a_rule_is_drawn(line: str) -> None:
    assert is_rule(line)


@pytest.mark.parametrize("line", ["--", "- a -", "", "1 2 3", "…"])
def test_what_is_written_or_too_short_is_no_rule(line: str) -> None:
    assert not is_rule(line)


@pytest.mark.parametrize("line", ["TT", "20", "A B", "2/4", "x", "|", "12 %"])
def test_a_line_without_a_word_is_wordless(line: str) -> None:
    assert is_wordless(line)


@pytest.mark.parametrize("line", ["No.", "Sea", "GX 40 6,114.7 -0.8%", "1:", "He is 40 or so"])
def test_a_word_a_sentence_or_a_row_of_figures_is_not(line: str) -> None:
    assert not is_wordless(line)


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Post a comment",
        "3 Comments",
        "Comments (3)",
        "Comments",
        "Comments: 12",
        "Join the discussion",
        "Have your say",
        "2 thoughts on “Storm Closes the Harbour”",
    ],
)
def test_a_heading_of_comments_is_known(line: str) -> None:
    assert heads_comments(line)


@pytest.mark.parametrize(
    "line",
    ["No comment, says mayor", "Comments by the mayor", "Reply to the king", "Three responses", ""],
)
def test_other_headings_are_not(line: str) -> None:
    assert not heads_comments(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reply",
        "Reply · Like · 3",
        "Like (12) | Report",
        "2 hours ago",
        "harbour_cat 3 days ago",
        "Olaf says:",
        "Your email address will not be published.",
        "Name *",
        "Website",
        "Post comment",
        "Log in to reply",
        "You are commenting using your account. Log Out / Change )",
        "Fill in your details below or click an icon to log in: Logo",
        "Twitter picture",
        "Connecting to %s",
        "Load more comments",
    ],
)
def test_a_forms_labels_and_a_comments_marks_are_signs(line: str) -> None:
    assert is_sign_of_comments(line)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour of Veltrin was closed on Monday.",
        "Two hours ago the harbour was closed.",
        "He replied that it was not so.",
        "Namely",
        "Likely story",
        "",
    ],
)
def test_a_storys_lines_are_no_signs_of_comments(line: str) -> None:
    assert not is_sign_of_comments(line)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("One two three four five six seven eight.", True),
        ("One two three four five six seven.", False),
        ("One two three four five six seven eight", False),
        ("“One two three four five six seven eight?”", True),
    ],
)
def test_prose_has_eight_words_and_ends_like_a_sentence(text: str, prose: bool) -> None:
    assert is_prose(text) is prose
