"""A feed gives an item for each of its entries, with what the feed tells of it."""

import pytest

from index.errors import SourceUnreadable
from index.formats import feeds
from index.formats.feeds import read_feed
from index.records import Failure, Field, Item

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Veltrin &amp; Times</title><language>en-gb</language>
<item><title>Storm &lt;b&gt;Closes&lt;/b&gt; &amp;amp; Harbour</title>
<description>Short.</description>
<content:encoded><![CDATA[<p>Long <script>alert(1)</script>text é.</p>]]></content:encoded>
<dc:creator>Ada Lund</dc:creator><pubDate>Mon, 02 Mar 2020 23:30:00 -0500</pubDate>
<link>https://x.example/1</link><guid>abc</guid></item>
<item><title>Two</title><description>Only &lt;i&gt;this&lt;/i&gt;.</description></item>
<item><title>Three</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Der Bote</title>
<entry><title type="html">A &amp;amp; B</title><author><name>Jo Roe</name></author>
<author><name>Ada Lund</name></author><updated>2020-03-04T10:00:00Z</updated>
<published>2020-03-03T23:00:00-05:00</published>
<content type="text">One &lt; two.

Three.</content><link href="https://a.example/1"/></entry>
<entry><title>Late</title><updated>2020-03-04T10:00:00Z</updated><summary>S.</summary>
<link href="javascript:alert(1)"/><source><title>Other Paper</title></source></entry></feed>"""


def _read(feed: str) -> tuple[list[Item], list[Failure]]:
    read = list(read_feed(feed.encode(), "a.xml"))
    items = [one for one in read if isinstance(one, Item)]
    return items, [one for one in read if isinstance(one, Failure)]


def _told(item: Item) -> dict[Field, str]:
    return {told.field: told.value for told in item.told}


def test_an_rss_entry_is_one_article_with_what_the_feed_tells() -> None:
    (item, _), _ = _read(RSS)
    assert (item.uri, item.name, item.is_one_article) == ("a.xml#1", "entry.html", True)
    assert _told(item) == {
        Field.TITLE: "Storm Closes & Harbour",
        Field.OUTLET: "The Veltrin & Times",
        Field.BYLINE: "Ada Lund",
        Field.PUBLISHED: "2020-03-02",
        Field.LANGUAGE: "en-gb",
        Field.URL: "https://x.example/1",
    }
    assert {told.origin for told in item.told} == {
        f"{whose}'s {what}"
        for whose, what in (
            ("entry", "title"),
            ("feed", "title"),
            ("entry", "author"),
            ("entry", "date"),
            ("feed", "language"),
            ("entry", "link"),
        )
    }


def test_its_content_is_preferred_to_its_summary_and_holds_no_script() -> None:
    (one, two), _ = _read(RSS)
    assert b"<p>Long text \xc3\xa9.</p>" in one.content
    assert b"Short" not in one.content
    assert b"<article>Only <i>this</i>.</article>" in two.content


def test_an_entry_without_text_is_named() -> None:
    _, failures = _read(RSS)
    assert [(f.uri, f.problem) for f in failures] == [("a.xml#3", "The entry a.xml#3 has no text.")]
    assert failures[0].remedy


def test_an_atom_entry_is_read_too() -> None:
    (item, late), _ = _read(ATOM)
    assert _told(item) == {
        Field.TITLE: "A & B",
        Field.OUTLET: "Der Bote",
        Field.BYLINE: "Jo Roe, Ada Lund",
        Field.PUBLISHED: "2020-03-03",
        Field.LANGUAGE: "de",
        Field.URL: "https://a.example/1",
    }
    assert b"<p>One &lt; two.</p><p>Three.</p>" in item.content
    # Atom's date of an update is none of publication, and only web addresses are told.
    assert _told(late) == {
        Field.TITLE: "Late",
        Field.OUTLET: "Other Paper",
        Field.LANGUAGE: "de",
    }


def test_a_storys_own_date_in_rss_is_its_date() -> None:
    dated = RSS.replace("<title>Two</title>", "<title>Two</title><dc:date>2020-03-05</dc:date>")
    (_, two), _ = _read(dated)
    assert _told(two)[Field.PUBLISHED] == "2020-03-05"


def test_what_came_before_a_break_is_read_and_the_break_is_named() -> None:
    items, failures = _read(RSS[: RSS.index("<item><title>Three")])
    assert [_told(item)[Field.TITLE] for item in items] == ["Storm Closes & Harbour", "Two"]
    assert failures[-1].uri == "a.xml"
    assert failures[-1].problem.startswith("a.xml is broken in line 11")
    assert failures[-1].remedy


def test_a_feed_may_be_in_an_old_encoding() -> None:
    content = RSS.replace('"1.0"?', '"1.0" encoding="iso-8859-1"?', 1).encode("latin-1")
    item = next(read_feed(content, "a.xml"))
    assert isinstance(item, Item)
    assert "é" in item.content.decode()


@pytest.mark.parametrize(
    "content",
    ["", "text", "<a><b/></a>", "<html><body><p>x</p></body></html>", '<rss version="2.0"/>'],
)
def test_what_is_no_feed_is_refused(content: str) -> None:
    with pytest.raises(SourceUnreadable, match=r"^a\.xml is ") as caught:
        _read(content)
    assert caught.value.remedy


def test_entities_are_refused() -> None:
    laughs = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    with pytest.raises(SourceUnreadable, match="declares entities"):
        _read(f'<!DOCTYPE l [<!ENTITY e0 "ha">{laughs}]><rss version="2.0"><channel/></rss>')


def test_an_address_is_no_feed_and_is_not_fetched() -> None:
    with pytest.raises(SourceUnreadable, match="no RSS or Atom feed"):
        _read("http://127.0.0.1:9/feed.xml")


def test_a_feed_may_only_be_so_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "FEED_BYTES", 100)
    with pytest.raises(SourceUnreadable, match="is a feed of more than"):
        _read(RSS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused_in_any_encoding(encoding: str) -> None:
    feed = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss><channel/></rss>'
    with pytest.raises(SourceUnreadable, match="entities"):
        list(read_feed(feed.encode(encoding), "feed.rss"))


def test_a_feed_that_the_library_breaks_over_is_named() -> None:
    feed = (
        b"<rss><channel><item><title>S</title><link<item/>>http://a</link></item></channel></rss>"
    )
    with pytest.raises(SourceUnreadable, match=r"feed\.rss"):
        list(read_feed(feed, "feed.rss"))
