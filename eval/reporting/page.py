"""Make the page of a report. Input: its name, the runs and their Scores. Output: one HTML file.

The page asks for nothing from anywhere: style and script stand in it, and its content policy
forbids all else. Without the script it shows everything, unfiltered.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files

from eval.measures.failures import Failure, failure_of
from eval.measures.figures import COVERAGE, meaning_of, written
from eval.measures.judging import is_answer_judged
from eval.measures.scores import Scores
from eval.records import Outcome, SentenceOutcome
from eval.reporting.charts import latency_chart, reliability_chart, risk_chart
from eval.reporting.failures import failure_cards, failures_section
from eval.reporting.figure_tables import figures_table, kinds_table
from eval.reporting.markup import counted, percent, text
from eval.reporting.notes import notes_on

Runs = Mapping[str, Sequence[Outcome]] | Mapping[str, Sequence[SentenceOutcome]]

# The product itself, where it is among those asked: the one that the page is about.
_PRODUCT = "reader"
_KEY = (
    "evidence right", "token F1", "passage R@1",
    "document nDCG@10", "document R@5", "document R@20", "MAP", "MRR",
    "abstention F1", "calibration error", "median latency",
)  # fmt: skip
_KEYS_SHOWN = 6


def report_page(name: str, runs: Runs, scores: Mapping[str, Scores]) -> str:
    """The whole page, as text. ``scores`` has a system for each of ``runs``, at least one."""
    main = _main_system(scores)
    style, script = _part_of_page("page.css"), _part_of_page("page.js")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    sections = (
        _overview(name, main, runs, scores),
        _section("Figures", _figures_lead(scores), figures_table(scores), "figures"),
        _confidence(scores),
        _latency(scores),
        _kinds(main, scores),
        _failures(main, runs, scores),
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{text(name)} · Citewire evaluation</title><style>{style}</style></head>"
        f"<body><main>{''.join(sections)}</main><script>{script}</script></body></html>\n"
    )


def _main_system(scores: Mapping[str, Scores]) -> str:
    return _PRODUCT if _PRODUCT in scores else next(iter(scores))


def _part_of_page(name: str) -> str:
    return files("eval.reporting").joinpath(name).read_text("utf-8")


def _overview(name: str, main: str, runs: Runs, scores: Mapping[str, Scores]) -> str:
    shown = scores[main]
    keys = [figure for key in _KEY if (figure := shown.figure(key))][:_KEYS_SHOWN]
    items = "".join(
        f"<div><dt>{meaning_of(figure.name).name}</dt>"
        f"<dd>{value}{'<small> ms</small>' if meaning_of(figure.name).unit == 'ms' else ''}"
        f"<span>{low}–{high}</span></dd></div>"
        for figure in keys
        for value, low, high in [written(figure)]
    )
    asked = counted(shown.questions, "question")
    others = [system for system in scores if system != main]
    beside = f", beside {', '.join(others)}" if others else ""
    return (
        '<header><p class="brand">Citewire <span>evaluation</span></p>'
        f"<h1>{text(name)}</h1>"
        f'<p class="lead">{asked} put to <b>{text(main)}</b>{text(beside)}.</p></header>'
        f"{_came_to(runs[main])}"
        f'<dl class="keys">{items}</dl>'
    )


def _came_to(outcomes: Sequence[Outcome] | Sequence[SentenceOutcome]) -> str:
    """Two bars: what became of the answerable questions, and of the others."""
    judged = [o for o in outcomes if isinstance(o, Outcome) and is_answer_judged(o)]
    found = {True: dict[str, int](), False: dict[str, int]()}
    for outcome in judged:
        failure = failure_of(outcome)
        name = failure.name if failure else "RIGHT"
        of_kind = found[outcome.question.answerable]
        of_kind[name] = of_kind.get(name, 0) + 1
    answerable = _bar(
        "with an answer in the articles",
        found[True],
        (
            ("RIGHT", "answered with the right evidence"),
            (Failure.ELSEWHERE.name, "right words, wrong evidence"),
            (Failure.WRONG.name, "answered wrong"),
            (Failure.UNANSWERED.name, "left unanswered"),
        ),
    )
    other = _bar(
        "without one",
        found[False],
        (("RIGHT", "abstained from"), (Failure.UNCALLED_FOR.name, "answered all the same")),
    )
    return f'<div class="became">{answerable}{other}</div>' if judged else ""


def _bar(of: str, counts: Mapping[str, int], parts: Sequence[tuple[str, str]]) -> str:
    total = sum(counts.values())
    if not total:
        return ""
    had = [(name, words, counts[name]) for name, words in parts if counts.get(name)]
    pieces = "".join(f'<i class="{name}" style="flex-grow:{n}"></i>' for name, _, n in had)
    told = "".join(
        f'<li><i class="{name}"></i><b>{n:,}</b> {words} <small>{percent(n / total)}</small></li>'
        for name, words, n in had
    )
    return (
        f'<div><h2>{counted(total, "question")} {of}</h2><div class="bar" aria-hidden="true">'
        f"{pieces}</div><ul>{told}</ul></div>"
    )


def _figures_lead(scores: Mapping[str, Scores]) -> str:
    best = " The best of each row is set in bold." if len(scores) > 1 else ""
    notes = "".join(f" {text(note)}" for note in notes_on(scores))
    return (
        "Each value with its 95% interval, by bootstrap over the questions; the scale below it"
        f" runs from 0 to 1, for times from 0 to the longest of the row.{best}{notes}"
    )


def _confidence(scores: Mapping[str, Scores]) -> str:
    answering = {
        system: each
        for system, each in scores.items()
        if any(judged.abstained is False for judged in each.judged)
    }
    charts = "".join(
        _chart(
            _titled("Reliability", system, answering),
            reliability_chart(each.judged),
            "On the dashed line, confidence is what it says."
            + _ece(each)
            + " Only what was answered.",
        )
        + _chart(
            _titled("Risk and coverage", system, answering),
            risk_chart(each.judged),
            "The share without a right answer, if only the surest questions counted. It ends where"
            " the system abstains: what it would have answered is not known." + _least_risk(each),
        )
        for system, each in answering.items()
    )
    if not charts:
        return ""
    lead = "Whether confidence can be trusted: what it says of an answer, and what it is good for."
    return _section("Confidence", lead, f'<div class="charts">{charts}</div>', "confidence")


def _ece(scores: Scores) -> str:
    figure = scores.figure("calibration error")
    if figure is None:
        return ""
    value, low, high = written(figure)
    return f" Expected calibration error {value} ({low}–{high})."


def _least_risk(scores: Scores) -> str:
    least = 1 - scores.answerable / (COVERAGE * scores.questions)
    if least <= 0:
        return ""
    return (
        f" With so many unanswerable questions it cannot lie below {least:.3f} at"
        f" {percent(COVERAGE)}."
    )


def _latency(scores: Mapping[str, Scores]) -> str:
    times = {system: [each.took_ms for each in s.judged] for system, s in scores.items()}
    every = [ms for each in times.values() for ms in each]
    if not every:
        return ""
    charts = "".join(
        _chart(system, latency_chart(each, min(every), max(every)), "")
        for system, each in times.items()
    )
    lead = "How many questions took how long; the scale is logarithmic."
    return _section("Latency", lead, f'<div class="charts three">{charts}</div>', "latency")


def _kinds(main: str, scores: Mapping[str, Scores]) -> str:
    if len(scores[main].kinds) < 2:
        return ""
    others = "".join(
        f"<details><summary>{text(system)}</summary>{kinds_table(each)}</details>"
        for system, each in scores.items()
        if system != main
    )
    lead = (
        f"What {text(main)} makes of questions of each kind, told by their first question word."
        " Where a few questions all went alike, the interval is narrower than it should be."
    )
    return _section("By kind of question", lead, kinds_table(scores[main]) + others, "kinds")


def _failures(main: str, runs: Runs, scores: Mapping[str, Scores]) -> str:
    """Those of every system that answers; where none does, of the one that the page is about."""
    answering = [
        system
        for system, each in scores.items()
        if any(judged.confidence is not None for judged in each.judged)
    ]
    shown = answering or [main]
    cards = [card for system in shown for card in failure_cards(system, runs[system])]
    lead = f"Every question that {text(' and '.join(shown))} failed: what was wanted, what came."
    return _section("Failures", lead, failures_section(cards), "failures")


def _titled(title: str, system: str, systems: Mapping[str, Scores]) -> str:
    return f"{title}: {system}" if len(systems) > 1 else title


def _chart(title: str, svg: str, told: str) -> str:
    note = f"<p>{told}</p>" if told else ""
    return f"<figure><figcaption><h3>{text(title)}</h3>{note}</figcaption>{svg}</figure>"


def _section(title: str, lead: str, body: str, name: str) -> str:
    return f'<section id="{name}"><h2>{title}</h2><p class="lead">{lead}</p>{body}</section>'
