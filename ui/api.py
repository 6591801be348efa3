"""The HTTP API. Input: requests under /v1. Output: the engine's answers as JSON.

Bad input gets a 4xx with a ``problem`` and a ``remedy``; nothing is guessed: an unknown field is
refused, and "5" is no number.
"""

from datetime import date
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.responses import JSONResponse
from fastapi_offline import FastAPIOffline
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictInt,
    StrictStr,
)
from starlette.routing import Match, Route

from qa.engine import MOST_MOMENTS, MOST_PASSAGES, MOST_SENTENCES, MOST_STATEMENTS, Engine
from qa.records import Filters, Mode, answer_json, passage_json
from qa.speech.listing import statement_json
from qa.timing.timeline import moment_json
from qa.understanding import LONGEST_QUESTION_CHARS
from ui.article_json import article_json
from ui.body_limit import BodyLimit
from ui.days import read_day
from ui.filtering import notes_json, why_nothing
from ui.head_requests import HeadRequests
from ui.listing import with_uris
from ui.problems import add_problem_handlers, problem_response
from ui.writing import add_writing

# A question and its history are some kilobytes; files are more.
_LONGEST_BODY_BYTES = 1_000_000
_LONGEST_BODIES_BYTES = {("POST", "/v1/articles"): 64_000_000}
_MOST_ARTICLES = 1_000
_MOST_EARLIER_QUESTIONS = 50
_EVERY_METHOD = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]


def _said(words: str) -> str:
    if not words.strip():
        raise ValueError("it is blank: name one, or leave it out")
    return words


_Day = Annotated[date, BeforeValidator(read_day)]
_Words = Annotated[str, AfterValidator(_said)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FiltersBody(_Strict):
    """Which articles may answer; an article without a date passes no date filter."""

    outlet: list[StrictStr] = []
    published_from: _Day | None = None
    published_to: _Day | None = None
    article_id: list[StrictStr] = []


class SearchBody(_Strict):
    """What to look for."""

    question: StrictStr = Field(examples=["What did Guler say about withdrawal?"])
    limit: StrictInt | None = Field(None, ge=1, le=MOST_PASSAGES, description="passages; 10")
    filters: FiltersBody = FiltersBody()


class AskBody(_Strict):
    """What to answer."""

    question: StrictStr = Field(examples=["What did Guler say about withdrawal?"])
    history: list[StrictStr] = Field(
        [], max_length=_MOST_EARLIER_QUESTIONS, description="earlier questions, oldest first"
    )
    limit: StrictInt | None = Field(None, ge=1, le=MOST_SENTENCES, description="sentences; 4")
    filters: FiltersBody = FiltersBody()
    mode: Mode = Mode.EXTRACT


class ArticlesQuery(_Strict):
    """A page of the articles that pass every filter: at most ``limit``, following the one with id
    ``after``. An article without a date passes no date filter."""

    limit: int = Field(100, ge=1, le=_MOST_ARTICLES)
    after: str = ""
    outlet: list[str] = []
    published_from: _Day | None = Field(None, alias="from")
    published_to: _Day | None = Field(None, alias="to")


class StatementsQuery(_Strict):
    """At most ``limit`` statements of a speaker about a subject, of anybody about anything where
    these are left out (given but blank, they are refused), in the articles that pass every filter.
    An article without a date passes no date filter."""

    speaker: _Words = Field("", max_length=LONGEST_QUESTION_CHARS)
    about: _Words = Field("", max_length=LONGEST_QUESTION_CHARS)
    outlet: list[str] = []
    published_from: _Day | None = Field(None, alias="from")
    published_to: _Day | None = Field(None, alias="to")
    article: list[str] = []
    limit: int = Field(50, ge=1, le=MOST_STATEMENTS)


class TimelineQuery(_Strict):
    """At most ``limit`` moments of a subject, from the articles that pass every filter. An article
    without a date passes no date filter."""

    subject: str = Field(max_length=LONGEST_QUESTION_CHARS)
    outlet: list[str] = []
    published_from: _Day | None = Field(None, alias="from")
    published_to: _Day | None = Field(None, alias="to")
    article: list[str] = []
    limit: int = Field(20, ge=1, le=MOST_MOMENTS)


def create_api(engine: Engine) -> FastAPI:
    """The application, with /docs from local files. Gradio may be mounted on it afterwards."""
    app: FastAPI = FastAPIOffline(
        title="Citewire",
        summary="Cited answers over news, in the articles' own words.",
        version=version("citewire"),
        redoc_url=None,
    )
    app.add_middleware(BodyLimit, usual=_LONGEST_BODY_BYTES, most=_LONGEST_BODIES_BYTES)
    app.add_middleware(HeadRequests)
    add_problem_handlers(app)
    _add_questions(app, engine)
    _add_articles(app, engine)
    add_writing(app, engine)
    _add_rest(app, engine)
    return app


def _add_questions(app: FastAPI, engine: Engine) -> None:
    @app.post("/v1/ask", tags=["questions"])
    def ask(body: AskBody) -> dict[str, Any]:
        """A cited answer, or an abstention with the nearest passages."""
        answer = engine.ask(
            body.question, history=body.history, limit=body.limit, filters=_filters(body.filters)
        )
        return answer_json(answer)

    @app.post("/v1/search", tags=["questions"])
    def search(body: SearchBody) -> dict[str, Any]:
        """Passages, best first, each with its scores by name."""
        filters = _filters(body.filters)
        found = engine.search(body.question, limit=body.limit, filters=filters)
        passages = [passage_json(each) for each in found]
        return {
            "question": body.question,
            "passages": passages,
            **notes_json(why_nothing(engine, filters, found)),
        }

    @app.get("/v1/statements", tags=["questions"])
    def statements(query: Annotated[StatementsQuery, Query()]) -> dict[str, Any]:
        """Who said what, by the articles' dates; none of a speaker whom they do not know."""
        filters = Filters(
            tuple(query.outlet), query.published_from, query.published_to, tuple(query.article)
        )
        found = engine.statements(query.speaker, query.about, limit=query.limit, filters=filters)
        statements = [statement_json(each) for each in found.statements]
        notes = [*found.notes, *why_nothing(engine, filters, statements)]
        return {"statements": statements, **notes_json(notes)}

    @app.get("/v1/timeline", tags=["questions"])
    def timeline(query: Annotated[TimelineQuery, Query()]) -> dict[str, Any]:
        """What is told of a subject, the earliest first; each moment is a day or several."""
        filters = Filters(
            tuple(query.outlet), query.published_from, query.published_to, tuple(query.article)
        )
        found = engine.timeline(query.subject, limit=query.limit, filters=filters)
        moments = [moment_json(each) for each in found]
        notes = [*engine.mended(query.subject), *why_nothing(engine, filters, found)]
        return {"subject": query.subject, "moments": moments, **notes_json(notes)}


def _add_articles(app: FastAPI, engine: Engine) -> None:
    @app.get("/v1/articles", tags=["articles"])
    def articles(query: Annotated[ArticlesQuery, Query()]) -> dict[str, Any]:
        """Articles in order of file and place; ``next`` is the ``after`` of the next page."""
        page = engine.articles(
            query.after,
            query.limit + 1,
            outlets=query.outlet,
            published_from=query.published_from,
            published_to=query.published_to,
        )
        shown = page[: query.limit]
        index = engine.index
        listed = with_uris(index.store, index.generation, shown)
        return {
            "articles": [article_json(each) for each in listed],
            "next": shown[-1][0].id if len(page) > query.limit else None,
        }

    @app.get("/v1/articles/{article_id}", tags=["articles"])
    def article(article_id: str) -> dict[str, Any]:
        """One article with its blocks, and the document's text that every offset refers to."""
        found = engine.article_text(article_id)
        index = engine.index
        told = [(found.article, found.document.uri)]
        (listed,) = with_uris(index.store, index.generation, told)
        return {
            **article_json(listed),
            "blocks": [
                {"kind": block.kind.value, "start": block.start, "end": block.end}
                for block in found.article.blocks
            ],
            "text": found.document.text,
        }


def _add_rest(app: FastAPI, engine: Engine) -> None:
    @app.get("/v1/health", tags=["service"])
    def health() -> dict[str, Any]:
        """Whether the service answers, and from what."""
        index = engine.index
        counts = index.store.counts(index.generation)
        return {
            "status": "ok",
            "generation": index.generation,
            "documents": counts.documents,
            "articles": counts.articles,
            "passages": counts.passages,
        }

    @app.api_route("/v1/{path:path}", methods=_EVERY_METHOD, include_in_schema=False)
    def nothing_here(path: str, request: Request) -> JSONResponse:
        allowed = _allowed(app, request)
        if not allowed:
            return problem_response(404, f"There is no {request.method} /v1/{path}.", "See /docs.")
        refusal = problem_response(
            405, f"/v1/{path} takes no {request.method}.", f"It takes {', '.join(allowed)}."
        )
        refusal.headers["Allow"] = ", ".join(allowed)
        return refusal


def _allowed(app: FastAPI, request: Request) -> list[str]:
    """The methods that the address is there for."""
    there = [
        route.methods or set()
        for route in app.routes
        if isinstance(route, Route) and route.matches(request.scope)[0] is Match.PARTIAL
    ]
    methods = set().union(*there)
    return sorted(methods | {"HEAD"} if "GET" in methods else methods)


def _filters(body: FiltersBody) -> Filters:
    return Filters(
        tuple(body.outlet), body.published_from, body.published_to, tuple(body.article_id)
    )
