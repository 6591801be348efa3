"""The chat in a real browser, over a real server, index and engine."""

import asyncio
import logging
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import BrowserContext, Locator, Page, expect, sync_playwright

from index.errors import InvalidRequest
from index.wiring import update_index
from qa import open_engine
from qa.records import Answer, ArticleText
from qa.timing.timeline import Moment
from ui.chat import Answerer, Chat, mount_chat
from ui.pages.turns import Trouble

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
SEEDS = Path(__file__).parents[2] / "seeds"

WITHDRAWAL = "What did Guler say about withdrawal?"
TOO_EARLY = "too early to discuss possible withdrawal"
CENTERS = "Which coordination centers did Baghdad and Erbil agree on?"
COORDINATION = "What was the coordination between Baghdad and Erbil meant to do?"
BREAD = "How do I bake sourdough bread?"
FORBIDDEN = "Which lighthouse did the keeper of Veltrin paint?"
HOSTILE = """<script>document.title = "taken"</script> keeper of Veltrin paints lighthouse

The keeper of Veltrin painted the old lighthouse `red` and ${document.title} {{value}} & white on
Monday, <img src=x onerror="document.title='taken'"> the harbour office of Veltrin said on Tuesday.
"""


class Spoiled:
    """The real engine, but for some questions and for articles once they are gone."""

    def __init__(self, engine: Answerer) -> None:
        self._engine = engine
        self.gone = False
        self.histories: list[Sequence[str]] = []

    def ask(
        self, question: str, *, history: Sequence[str] = (), limit: int | None = None
    ) -> Answer:
        self.histories.append(history)
        if question == "refused":
            raise InvalidRequest("The question is refused.", "Ask another one.")
        if question == "broken":
            raise RuntimeError("secret detail")
        return self._engine.ask(question, history=history, limit=limit)

    def timeline(self, subject: str) -> tuple[Moment, ...]:
        return self._engine.timeline(subject)

    def article_text(self, article_id: str) -> ArticleText:
        if self.gone:
            raise InvalidRequest("The article is gone.", "Ask again.")
        return self._engine.article_text(article_id)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Spoiled:
    folder = tmp_path_factory.mktemp("chat")
    hostile = folder / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    update_index(folder / "index", [SEEDS, hostile])
    return Spoiled(open_engine(folder / "index"))


@pytest.fixture(scope="module")
def address(engine: Spoiled) -> Iterator[str]:
    app = FastAPI()

    @app.get("/v1/here")
    def here() -> str:
        return "before the chat"

    with _served(app, engine) as found:
        yield found


@contextmanager
def _served(app: FastAPI, engine: Answerer) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    servers: list[uvicorn.Server] = []
    ready = threading.Event()

    async def serve() -> None:
        # Inside a running loop: outside of one, Gradio makes some and leaves them unclosed.
        mount_chat(app, engine, [WITHDRAWAL, CENTERS], "8 articles in 6 documents")
        servers.append(uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none")))
        ready.set()
        await servers[0].serve(sockets=[listening])

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert ready.wait(60)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        for server in servers:
            server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[BrowserContext]:
    if not CHROMIUM.exists():
        pytest.fail(f"There is no {CHROMIUM}. Install it: `make test` does.")
    expect.set_options(timeout=30_000)  # a busy machine may be slow
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser.new_context()  # one for all: Gradio's files are fetched once
        browser.close()


@pytest.fixture(params=[(1400, 900), (390, 844)], ids=["wide", "phone"])
def page(browser: BrowserContext, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The chat, opened afresh; it must ask nothing of others and log no error."""
    width, height = request.param
    page = browser.new_page()
    page.set_viewport_size({"width": width, "height": height})
    hosts: set[str | None] = set()
    errors: list[str] = []
    page.on("request", lambda sent: hosts.add(urlsplit(sent.url).hostname))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    expect(page.locator(".cw-welcome")).to_be_visible()
    yield page
    assert hosts == {"127.0.0.1"}
    assert errors == []
    assert page.title() == "Citewire"
    page.close()


def _ask(page: Page, question: str) -> Locator:
    """The turn that asking it makes, once it has its answer."""
    asked = page.locator(".cw-turn").count()
    page.get_by_label("Your question").fill(question)
    page.get_by_label("Your question").press("Enter")
    turn = page.locator(".cw-turn").nth(asked)
    expect(turn.locator(".cw-question")).to_have_text(question)
    return turn


def _quote_opened(page: Page) -> str:
    """The marked words of the opened article, which are in sight."""
    quote = page.locator(".cw-article mark").first
    expect(quote).to_be_in_viewport(ratio=1)
    return quote.inner_text()


def test_a_question_is_answered_and_its_quote_opened_in_its_article(page: Page) -> None:
    turn = _ask(page, WITHDRAWAL)
    expect(turn).to_contain_text(TOO_EARLY)
    expect(turn).to_contain_text("confidence (")
    expect(page.locator(".cw-card").first).to_contain_text("undated")
    expect(page.locator(".cw-card").first).to_contain_text("000_6ae00b7adb0b0fec.txt, characters")
    expect(page.get_by_label("Your question")).to_have_value("")

    turn.get_by_text("[1]", exact=True).first.click()
    assert TOO_EARLY in _quote_opened(page)
    box = page.locator(".cw-article mark").first.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= size["height"]


def test_the_page_is_not_wider_than_the_screen(page: Page) -> None:
    expect(_ask(page, CENTERS)).to_contain_text("confidence (")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_mark_of_an_older_answer_opens_that_answers_quote(page: Page) -> None:
    older = _ask(page, WITHDRAWAL)
    newer = _ask(page, CENTERS)
    newer.get_by_text("[1]", exact=True).first.click()
    assert TOO_EARLY not in _quote_opened(page)
    page.get_by_text("Back to the passages").click()
    older.get_by_text("[1]", exact=True).first.click()
    expect(page.locator(".cw-article mark")).to_contain_text(TOO_EARLY)
    assert TOO_EARLY in _quote_opened(page)
    page.get_by_text("Back to the passages").click()
    expect(page.locator(".cw-sources")).to_contain_text(f"For “{WITHDRAWAL}”")


def test_the_passages_of_an_older_answer_can_be_shown_again(page: Page) -> None:
    older = _ask(page, WITHDRAWAL)
    expect(_ask(page, BREAD)).to_contain_text("The articles do not answer this.")
    older.get_by_role("button", name="cited passage").click()
    expect(page.locator(".cw-sources > h2")).to_have_text("Cited passages")
    expect(page.locator(".cw-sources > h2")).to_be_in_viewport()


def test_what_is_asked_about_is_shown_in_order_of_time_and_its_words_opened(page: Page) -> None:
    turn = _ask(page, COORDINATION)
    turn.get_by_role("button", name="Timeline").click()
    expect(page.locator(".cw-sources > h2")).to_have_text("Timeline")
    expect(page.locator(".cw-sources > h2")).to_be_in_viewport()
    expect(page.locator(".cw-moment time").first).to_contain_text("2017")
    expect(page.locator("svg.cw-timeline circle").first).to_be_visible()
    page.locator(".cw-moment .cw-title").first.click()
    assert "2017" in _quote_opened(page)
    page.get_by_text("Back to the passages").click()
    expect(page.locator(".cw-sources > h2")).to_have_text("Timeline")


def test_how_a_follow_up_was_understood_is_shown(page: Page) -> None:
    _ask(page, WITHDRAWAL)
    expect(
        _ask(page, "And what did he say about Israel?").locator(".cw-understood")
    ).to_contain_text("Guler")


def test_an_unanswerable_question_is_said_to_be_one(page: Page) -> None:
    turn = _ask(page, BREAD)
    expect(turn).to_contain_text("The articles do not answer this.")
    expect(turn.locator(".cw-mark")).to_have_count(0)
    expect(page.locator(".cw-sources")).to_contain_text("Nearest passages")
    expect(page.locator(".cw-sources")).to_contain_text(f"They do not answer “{BREAD}”")
    page.locator(".cw-title").first.click()
    assert _quote_opened(page)


def test_an_example_asks_itself(page: Page) -> None:
    page.get_by_role("button", name=WITHDRAWAL).click()
    expect(page.locator(".cw-turn")).to_contain_text(TOO_EARLY)


def test_earlier_questions_that_were_answered_are_the_history(page: Page, engine: Spoiled) -> None:
    _ask(page, WITHDRAWAL)
    _ask(page, "refused")
    _ask(page, BREAD)
    _ask(page, "When will they leave?")
    assert engine.histories[-1] == [WITHDRAWAL, BREAD]


def test_a_new_conversation_begins_with_nothing_and_works_like_the_first(
    page: Page, engine: Spoiled
) -> None:
    _ask(page, CENTERS).get_by_text("[1]", exact=True).first.click()
    _quote_opened(page)
    if page.locator(".cw-back").is_visible():
        page.keyboard.press("Escape")
    expect(page.locator(".cw-article")).to_have_count(0)
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".cw-welcome")).to_be_visible()
    expect(page.locator(".cw-card")).to_have_count(0)
    turn = _ask(page, WITHDRAWAL)
    assert engine.histories[-1] == []
    turn.get_by_text("[1]", exact=True).first.click()
    assert TOO_EARLY in _quote_opened(page)


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    mark = _ask(page, WITHDRAWAL).get_by_role("button", name="Citation 1: open").first
    mark.focus()
    mark.press("Enter")
    assert TOO_EARLY in _quote_opened(page)
    expect(page.locator(".cw-article")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".cw-article")).to_have_count(0)
    expect(mark).to_be_focused()


def test_hostile_articles_are_shown_as_words(page: Page) -> None:
    expect(_ask(page, FORBIDDEN)).to_be_visible()
    page.locator(".cw-title", has_text="<script>").first.click()
    article = page.locator(".cw-article")
    expect(article).to_contain_text('<script>document.title = "taken"</script> keeper of Veltrin')
    expect(article).to_contain_text("`red` and ${document.title} {{value}} & white")
    assert page.locator("#cw-room img").count() == 0


def test_what_is_refused_and_what_breaks_are_told_without_their_insides(page: Page) -> None:
    expect(_ask(page, "refused")).to_contain_text("The question is refused.Ask another one.")
    broken = _ask(page, "broken")
    expect(broken).to_contain_text("Something went wrong here.")
    expect(broken).not_to_contain_text("secret detail")
    expect(_ask(page, WITHDRAWAL)).to_contain_text(TOO_EARLY)


def test_an_article_that_is_gone_is_said_to_be(
    page: Page, engine: Spoiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = _ask(page, WITHDRAWAL)
    monkeypatch.setattr(engine, "gone", True)
    turn.get_by_text("[1]", exact=True).first.click()
    expect(page.locator(".cw-article")).to_contain_text("The article is gone.Ask again.")


def test_a_blank_question_asks_nothing(page: Page) -> None:
    page.get_by_label("Your question").fill("  ")
    page.get_by_label("Your question").press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("")
    expect(page.locator(".cw-welcome")).to_be_visible()


def test_routes_registered_before_the_chat_go_on_working(address: str) -> None:
    assert httpx.get(f"{address}v1/here").json() == "before the chat"
    assert httpx.get(f"{address}docs").status_code == 200


def test_nothing_can_be_uploaded(address: str) -> None:
    sent = httpx.post(f"{address}gradio_api/upload", files={"files": b"two bytes or more"})
    assert sent.status_code == 413


def test_what_breaks_is_logged(engine: Spoiled, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        turns, *_ = Chat(engine, ()).ask("broken", ())
    assert isinstance(turns[0].reply, Trouble)
    assert "secret detail" in caplog.text
