"""The HTTP API, by a real client against a real server."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from index.wiring import update_index
from qa import open_engine
from tests.ui.conftest import serving
from ui.api import create_api

WITHDRAWAL = "What did Guler say about withdrawal?"


def ask(client: httpx.Client, **body: object) -> httpx.Response:
    return client.post("/v1/ask", json=body)


def test_the_withdrawal_question_is_answered_from_the_article_it_cites(
    client: httpx.Client,
) -> None:
    answer = ask(client, question=WITHDRAWAL).json()
    assert "too early to discuss possible withdrawal" in answer["answer"]
    assert "only be re-evaluated when Syria achieves peace and stability" in answer["answer"]
    assert {c["uri"] for c in answer["citations"]} == {"seeds/000_6ae00b7adb0b0fec.txt"}


def test_any_client_can_check_a_citation_against_the_articles_text(client: httpx.Client) -> None:
    citations = ask(client, question=WITHDRAWAL).json()["citations"]
    assert citations
    for citation in citations:
        article = client.get(f"/v1/articles/{citation['article_id']}").json()
        assert article["text"][citation["start"] : citation["end"]] == citation["quote"]
        assert article["uri"] == citation["uri"]


def test_an_article_gives_its_blocks_in_order_without_overlap(client: httpx.Client) -> None:
    for listed in client.get("/v1/articles").json()["articles"]:
        blocks = client.get(f"/v1/articles/{listed['id']}").json()["blocks"]
        assert {"headline", "body"} <= {block["kind"] for block in blocks}
        ends = [0, *(block["end"] for block in blocks)]
        assert all(b["start"] >= end for b, end in zip(blocks, ends, strict=False))


def test_a_follow_up_is_understood_from_history(client: httpx.Client) -> None:
    answer = ask(
        client,
        question="And who named him to the post?",
        history=[WITHDRAWAL],
    ).json()
    assert "Named to the post by President Recep Tayyip Erdogan" in answer["answer"]


def test_what_the_articles_do_not_answer_is_abstained_from(client: httpx.Client) -> None:
    answer = ask(client, question="How do I bake sourdough bread?").json()
    assert answer["abstained"] is True
    assert (answer["sentences"], answer["citations"]) == ([], [])
    assert answer["passages"]


def test_search_gives_passages_with_each_score_by_name(client: httpx.Client) -> None:
    found = client.post("/v1/search", json={"question": WITHDRAWAL, "limit": 3}).json()
    assert len(found["passages"]) == 3
    assert {"dense", "lexical", "fused"} <= found["passages"][0]["scores"].keys()
    fused = [passage["scores"]["fused"] for passage in found["passages"]]
    assert fused == sorted(fused, reverse=True)


def test_a_timeline_gives_moments_with_what_they_cite(client: httpx.Client) -> None:
    asked = {"subject": "independence referendum", "limit": "5"}
    given = client.get("/v1/timeline", params=asked).json()
    assert given["subject"] == "independence referendum"
    first = given["moments"][0]
    assert (first["since"], first["until"], first["words"]) == ("2017-01-01", "2017-12-31", "2017")
    cited = first["citation"]
    text = client.get(f"/v1/articles/{cited['article_id']}").json()["text"]
    assert text[cited["start"] : cited["end"]] == cited["quote"]
    later = client.get("/v1/timeline", params={**asked, "from": "2021-01-01"}).json()
    assert later["moments"] == []


def test_statements_are_listed_by_speaker_and_subject(client: httpx.Client) -> None:
    asked = {"speaker": "Guler", "about": "withdrawal"}
    statements = client.get("/v1/statements", params=asked).json()["statements"]
    assert any("too early to discuss possible withdrawal" in each["text"] for each in statements)
    for each in statements:
        article = client.get(f"/v1/articles/{each['article_id']}").json()
        assert article["text"][each["start"] : each["end"]] == each["text"]
        assert (article["title"], article["uri"]) == (each["title"], each["uri"])


def test_statements_pass_every_filter(client: httpx.Client) -> None:
    def listed(**params: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = client.get("/v1/statements", params=params).json()[
            "statements"
        ]
        return found

    assert len(listed(limit=3)) == 3
    dated = listed(**{"from": "2020-02-20", "to": "2020-02-20"})
    assert {each["published"] for each in dated} == {"2020-02-20"}
    assert {each["outlet"] for each in listed(outlet="shafaq news")} == {"Shafaq News"}
    one = dated[0]["article_id"]
    assert {each["article_id"] for each in listed(article=one)} == {one}
    assert listed(outlet="no such outlet") == []


def test_statements_that_are_not_given_are_told_of(client: httpx.Client) -> None:
    answer = client.get("/v1/statements", params={"limit": 1}).json()
    assert len(answer["statements"]) == 1
    assert answer["notes"] == ["These are the first 1 by date; a higher limit lists more."]


def test_an_unknown_speaker_has_no_statements(client: httpx.Client) -> None:
    answer = client.get("/v1/statements", params={"speaker": "Nora Falk"})
    assert (answer.status_code, answer.json()) == (200, {"statements": []})


@pytest.mark.parametrize(
    "address",
    [
        "?limit=0",
        "?limit=many",
        "?from=yesterday",
        "?topic=withdrawal",
        "?speaker=",
        "?speaker=%20&about=withdrawal",
        "?speaker=Guler&about=",
        "?from=2020-02-21&to=2020-02-20",
    ],
)
def test_a_bad_request_for_statements_is_told_with_a_remedy(
    client: httpx.Client, address: str
) -> None:
    answer = client.get(f"/v1/statements{address}")
    assert answer.status_code == 422
    assert {"problem", "remedy"} <= answer.json().keys()


def test_articles_are_paged_without_loss_or_repeat(client: httpx.Client) -> None:
    everything = client.get("/v1/articles").json()
    assert (len(everything["articles"]), everything["next"]) == (7, None)
    paged: list[dict[str, Any]] = []
    after = ""
    while True:
        page = client.get("/v1/articles", params={"limit": 3, "after": after}).json()
        paged += page["articles"]
        if page["next"] is None:
            break
        after = page["next"]
    assert paged == everything["articles"]


def test_the_list_of_articles_is_filtered_by_outlet_and_day(client: httpx.Client) -> None:
    def uris(**params: str) -> set[str]:
        listed = client.get("/v1/articles", params=params).json()["articles"]
        return {article["uri"] for article in listed}

    everything = client.get("/v1/articles").json()["articles"]
    for one in everything:
        assert one["uris"] == [one["uri"]]
        assert one["origins"]["title"]
    of_outlet = {a["uri"] for a in everything if a["outlet"] == "Kurdistan 24"}
    assert uris(outlet="kurdistan 24") == of_outlet != set()
    of_day = {a["uri"] for a in everything if a["published"] == "2020-02-20"}
    assert uris(**{"from": "2020-02-20", "to": "2020-02-20"}) == of_day != set()
    assert uris(outlet="nobody") == set()


def test_filters_narrow_the_articles_that_answer(client: httpx.Client) -> None:
    body = {"question": "joint coordination centers", "filters": {"outlet": ["kurdistan 24"]}}
    outlets = {p["outlet"] for p in client.post("/v1/search", json=body).json()["passages"]}
    assert outlets == {"Kurdistan 24"}


def test_dates_filter_out_what_is_undated(client: httpx.Client) -> None:
    body = {
        "question": "joint coordination centers",
        "filters": {"published_from": "2020-02-20", "published_to": "2020-02-20"},
    }
    found = client.post("/v1/search", json=body).json()["passages"]
    assert {passage["published"] for passage in found} == {"2020-02-20"}


@pytest.mark.parametrize("path", ["/v1/ask", "/v1/search"])
def test_days_in_the_wrong_order_are_bad_input(client: httpx.Client, path: str) -> None:
    days = {"published_from": "2020-02-21", "published_to": "2020-02-20"}
    refused = client.post(path, json={"question": "Who resigned?", "filters": days})
    assert refused.status_code == 422
    assert refused.json() == {
        "problem": "No day is on or after 2020-02-21 and on or before 2020-02-20 too.",
        "remedy": "Exchange the two days, or leave one out.",
    }


def test_filters_that_no_article_passes_are_told_with_what_there_is(client: httpx.Client) -> None:
    body = {"question": "What did Guler say?", "filters": {"outlet": ["Kurdistan Today"]}}
    answer = client.post("/v1/ask", json=body).json()
    (note,) = answer["notes"]
    assert note.startswith("No article passes these filters: outlet Kurdistan Today. The outlets")
    assert "Kurdistan 24" in note
    assert (answer["abstained"], answer["passages"]) == (True, [])
    assert client.post("/v1/search", json=body).json()["notes"] == [note]
    for path in ("/v1/statements", "/v1/timeline?subject=withdrawal"):
        params = {"outlet": "Kurdistan Today"}
        address = httpx.URL(path).copy_merge_params(params)
        assert client.get(address).json()["notes"] == [note]


def test_health_tells_what_is_served(client: httpx.Client) -> None:
    health = client.get("/v1/health").json()
    assert (health["status"], health["documents"], health["articles"]) == ("ok", 5, 7)


def test_the_docs_ask_nothing_of_another_host(client: httpx.Client) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    assert "https://" not in page.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"question": ""}, 422),
        ({"question": " \n "}, 422),
        ({"question": "a" * 100_000}, 422),
        ({"question": "x" * 1_100_000}, 413),
        ({"question": WITHDRAWAL, "limit": -1}, 422),
        ({"question": WITHDRAWAL, "limit": "3"}, 422),
        ({"question": WITHDRAWAL, "limit": 1000}, 422),
        ({"question": WITHDRAWAL, "colour": "red"}, 422),
        ({"question": WITHDRAWAL, "filters": {"author": ["x"]}}, 422),
        ({"question": WITHDRAWAL, "filters": {"published_from": "soon"}}, 422),
        ({"question": WITHDRAWAL, "filters": {"published_from": 20}}, 422),
        ({"question": WITHDRAWAL, "history": "earlier"}, 422),
        ({"question": WITHDRAWAL, "history": [""]}, 422),
        ({"question": WITHDRAWAL, "mode": "sing"}, 422),
        ({"question": 7}, 422),
        ({}, 422),
        ([], 422),
        (None, 422),
    ],
)
def test_bad_input_is_told_with_a_remedy(client: httpx.Client, body: object, status: int) -> None:
    refused = client.post("/v1/ask", json=body)
    assert refused.status_code == status
    assert refused.json().keys() == {"problem", "remedy"}
    assert all(refused.json().values())


def test_a_body_that_is_no_json_is_told_with_a_remedy(client: httpx.Client) -> None:
    refused = client.post("/v1/ask", content=b'{"question": ')
    assert refused.status_code == 422
    assert refused.json().keys() == {"problem", "remedy"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/articles/none", 404),
        ("/v1/articles?limit=0", 422),
        ("/v1/articles?colour=red", 422),
        ("/v1/articles?from=2020", 422),
        ("/v1/articles?published_to=2020-02-20", 422),
        ("/v1/timeline", 422),
        ("/v1/timeline?subject=", 422),
        ("/v1/timeline?subject=oil&limit=0", 422),
        ("/v1/timeline?subject=oil&from=2020-02-21&to=2020-02-20", 422),
        ("/v1/articles?from=2020-02-21&to=2020-02-20", 422),
        ("/v1/nothing", 404),
    ],
)
def test_a_bad_address_is_told_with_a_remedy(client: httpx.Client, path: str, status: int) -> None:
    refused = client.get(path)
    assert refused.status_code == status
    assert refused.json().keys() == {"problem", "remedy"}


@pytest.mark.parametrize("path", ["/v1/articles", "/v1/health", "/docs", "/openapi.json"])
def test_head_is_answered_as_get_is_without_the_body(client: httpx.Client, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-length"):
        assert head.headers[name] == got.headers[name]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/ask", "POST"),
        ("HEAD", "/v1/ask", "POST"),
        ("PUT", "/v1/articles", "GET, HEAD, POST"),
        ("PATCH", "/v1/articles/none", "DELETE, GET, HEAD"),
        ("OPTIONS", "/v1/health", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_told_which_are_right(
    client: httpx.Client, method: str, path: str, allowed: str
) -> None:
    refused = client.request(method, path)
    assert (refused.status_code, refused.headers["allow"]) == (405, allowed)
    if method != "HEAD":
        assert refused.json() == {
            "problem": f"{path} takes no {method}.",
            "remedy": f"It takes {allowed}.",
        }


def test_the_docs_tell_what_may_be_posted(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    forms = paths["/v1/articles"]["post"]["requestBody"]["content"]
    assert forms.keys() == {"application/json", "multipart/form-data"}
    names = {each["name"] for each in paths["/v1/articles"]["get"]["parameters"]}
    assert names == {"limit", "after", "outlet", "from", "to"}


def test_a_running_server_answers_from_a_new_generation(tmp_path: Path) -> None:
    story, folder = tmp_path / "story.txt", tmp_path / "index"
    story.write_text("Harbour opens\n\nThe new harbour of Lund opened on Monday.\n", "utf-8")
    update_index(folder, [story])
    with (
        serving(create_api(open_engine(folder))) as address,
        httpx.Client(base_url=address) as client,
    ):
        before = client.get("/v1/health").json()
        (tmp_path / "second.txt").write_text(
            "Ferry returns\n\nThe ferry to Ven returned to service on Friday.\n", "utf-8"
        )
        update_index(folder, [tmp_path / "second.txt"])
        after = client.get("/v1/health").json()
        answer = ask(client, question="When did the ferry to Ven return to service?").json()
    assert (before["articles"], after["articles"]) == (1, 2)
    assert "on Friday" in answer["answer"]
