"""The report's page, as text and in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from eval.measures.scores import measure, measure_sentences
from eval.records import Outcome
from eval.reporting.page import report_page
from eval.reporting.writing import PAGE, write_report
from tests.eval.making import graded, ordered, outcome, question, search

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
EVIL = """<script>document.title = "taken"</script>"""
RIGHT, WRONG = ("a.txt", "There are 20,000 troops."), ("b.txt", f"{EVIL} Six of them.")
PHRASE = "a-name-without-any-place-to-break-it-" * 5

ANSWERED = [
    outcome(question("q1"), "20,000.", short="20,000", cites=(RIGHT,), passages=(RIGHT,), ms=12),
    outcome(question("q2"), "Six.", short="Six", cites=(WRONG,), passages=(WRONG,), ms=30),
    outcome(question("q3", asks=f"Who? {EVIL}", uris=(PHRASE,)), None, passages=(WRONG,)),
    outcome(question("q4"), None, passages=(WRONG, RIGHT)),
    outcome(question("u1", answers=()), None, ms=700),
    outcome(question("u2", answers=()), "Six.", cites=(WRONG,)),
]
RUNS: dict[str, list[Outcome]] = {
    "lexical": [search(each.question, WRONG, RIGHT, ms=2) for each in ANSWERED],
    "reader": ANSWERED,
}


def page_of(runs: dict[str, list[Outcome]]) -> str:
    return report_page("set", runs, {system: measure(run) for system, run in runs.items()})


def test_the_page_begins_with_what_became_of_the_questions() -> None:
    page = page_of(RUNS)
    assert "6 questions put to <b>reader</b>, beside lexical." in page
    for words in (
        "<h2>4 questions with an answer in the articles</h2>",
        "<b>1</b> answered with the right evidence <small>25%</small>",
        "<b>1</b> answered wrong <small>25%</small>",
        "<b>2</b> left unanswered <small>50%</small>",
        "<h2>2 questions without one</h2>",
        "<b>1</b> abstained from <small>50%</small>",
        "<b>1</b> answered all the same <small>50%</small>",
    ):
        assert words in page


def test_only_what_answers_has_curves_of_confidence_and_each_has_its_times() -> None:
    page = page_of(RUNS)
    assert page.count('aria-label="Reliability:') == 1
    assert page.count('aria-label="Risk by coverage:') == 1
    assert page.count('aria-label="Latency:') == 2


def test_what_must_be_known_of_a_system_is_told_where_it_was_asked() -> None:
    assert "langchain finds 4 chunks" in page_of({**RUNS, "langchain": RUNS["lexical"]})
    assert "langchain" not in page_of(RUNS)


def test_the_least_risk_that_the_unanswerable_leave_is_told() -> None:
    # 2 of 6 are unanswerable: 1 - 4/6 / .8; without them there is none.
    assert "it cannot lie below 0.167 at 80%." in page_of(RUNS)
    assert "it cannot lie below" not in page_of({"reader": ANSWERED[:4]})


def test_failures_are_of_the_systems_that_answer_and_else_of_the_first() -> None:
    assert page_of(RUNS).count('<li class="card"') == 4
    lost = {"lexical": [search(question("q1"), WRONG)], "dense": [search(question("q1"), WRONG)]}
    page = page_of(lost)
    assert "Every question that lexical failed" in page
    assert page.count('<li class="card" data-failure="NOT_FOUND"') == 1
    assert 'id="confidence"' not in page


def test_documents_and_sentences_have_pages_too() -> None:
    assert (
        "Document nDCG@10".lower() in page_of({"x": [search(graded("g", a=1), ("a", "x"))]}).lower()
    )
    runs = {"x": [ordered("s1", "-+", (0.9, 0.1)), ordered("s2", "--", (0.9, 0.1))]}
    page = report_page("set", runs, {"x": measure_sentences(runs["x"])})
    assert "Right sentence not first" in page
    assert "<dt>MAP</dt>" in page


def test_the_same_run_gives_the_same_page() -> None:
    assert page_of(RUNS) == page_of(RUNS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write_report(folder, f"set {EVIL}", RUNS, {name: measure(run) for name, run in RUNS.items()})
    return folder / PAGE


@pytest.fixture(params=[1280, 390])
def page(browser: Browser, file: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    shown = browser.new_page(viewport={"width": request.param, "height": 900})
    asked: list[str] = []
    complaints: list[str] = []
    shown.on("request", lambda each: asked.append(each.url))
    shown.on("console", lambda each: complaints.append(each.text))
    shown.on("pageerror", lambda each: complaints.append(str(each)))
    shown.goto(file.as_uri())
    yield shown
    assert asked == [file.as_uri()]
    assert complaints == []
    shown.close()


def test_a_kind_of_failure_is_shown_alone(page: Page) -> None:
    cards = page.locator(".card:visible")
    expect(cards).to_have_count(4)
    page.get_by_role("button", name="Unanswered").click()
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("The articles do not answer this.")
    page.get_by_role("button", name="All 4").click()
    expect(cards).to_have_count(4)


def test_hostile_words_are_shown_and_never_run(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(f"set {EVIL}")
    assert page.title() == f"set {EVIL} · Citewire evaluation"


def test_nothing_is_wider_than_the_screen(page: Page) -> None:
    for summary in page.locator("summary").all():
        summary.click()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide == page.viewport_size["width"]  # type: ignore[index]


def test_the_page_is_dark_where_the_reader_has_it_dark(browser: Browser, file: Path) -> None:
    colours = []
    for scheme in ("light", "dark"):
        shown = browser.new_page(color_scheme=scheme)
        shown.goto(file.as_uri())
        colours.append(shown.evaluate("getComputedStyle(document.body).backgroundColor"))
        shown.close()
    assert colours == ["rgb(255, 255, 255)", "rgb(22, 24, 27)"]
