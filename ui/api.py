"""The HTTP API. Input: requests under /v1. Output: the engine's answers as JSON.

Bad input gets a 4xx with a ``problem`` and a ``remedy``; nothing is guessed: an unknown field is
refused, and "5" is no number.
"""

import logging
from datetime import date
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi_offline import FastAPIOffline
from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.errors import (
    ArticleMissing,
    CitewireError,
    IndexBusy,
    InvalidRequest,
    StorageFull,
)
from index.records import Article
from qa.engine import MOST_PASSAGES, MOST_SENTENCES, Engine
from qa.records import Filters, Mode, answer_json, passage_json

_log = logging.getLogger(__name__)
# A question and its history are some kilobytes.
_LONGEST_BODY_BYTES = 1_000_000
_MOST_ARTICLES = 1_000
_MOST_EARLIER_QUESTIONS = 50
_STATUS = {InvalidRequest: 422, ArticleMissing: 404, IndexBusy: 503, StorageFull: 507}
_SEE_DOCS = "See /docs for what the request may hold."


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FiltersBody(_Strict):
    """Which articles may answer; an article without a date passes no date filter."""

    outlet: list[StrictStr] = []
    published_from: date | None = None
    published_to: date | None = None
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
    """A page of articles: at most ``limit``, following the one with id ``after``."""

    limit: int = Field(100, ge=1, le=_MOST_ARTICLES)
    after: str = ""


def create_api(engine: Engine) -> FastAPI:
    """The application, with /docs from local files. Gradio may be mounted on it afterwards."""
    app: FastAPI = FastAPIOffline(
        title="Citewire",
        summary="Cited answers over news, in the articles' own words.",
        version=version("citewire"),
        redoc_url=None,
    )
    app.add_middleware(_BodyLimit)
    app.add_exception_handler(CitewireError, _on_citewire_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(StarletteHTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_defect)
    _add_questions(app, engine)
    _add_articles(app, engine)
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
        found = engine.search(body.question, limit=body.limit, filters=_filters(body.filters))
        return {"question": body.question, "passages": [passage_json(each) for each in found]}


def _add_articles(app: FastAPI, engine: Engine) -> None:
    @app.get("/v1/articles", tags=["articles"])
    def articles(query: Annotated[ArticlesQuery, Query()]) -> dict[str, Any]:
        """Articles in order of file and place; ``next`` is the ``after`` of the next page."""
        page = engine.articles(query.after, query.limit + 1)
        shown = page[: query.limit]
        return {
            "articles": [_article_json(article, uri) for article, uri in shown],
            "next": shown[-1][0].id if len(page) > query.limit else None,
        }

    @app.get("/v1/articles/{article_id}", tags=["articles"])
    def article(article_id: str) -> dict[str, Any]:
        """One article with its blocks, and the document's text that every offset refers to."""
        found = engine.article_text(article_id)
        return {
            **_article_json(found.article, found.document.uri),
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

    every_method = ["GET", "POST", "PUT", "PATCH", "DELETE"]

    @app.api_route("/v1/{path:path}", methods=every_method, include_in_schema=False)
    def nothing_here(path: str, request: Request) -> JSONResponse:
        return _problem(404, f"There is no {request.method} /v1/{path}.", "See /docs.")


def _filters(body: FiltersBody) -> Filters:
    return Filters(
        tuple(body.outlet), body.published_from, body.published_to, tuple(body.article_id)
    )


def _article_json(article: Article, uri: str) -> dict[str, Any]:
    return {
        "id": article.id,
        "document_id": article.document_id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "uri": uri,
    }


def _problem(status: int, problem: str, remedy: str) -> JSONResponse:
    return JSONResponse({"problem": problem, "remedy": remedy}, status)


def _on_citewire_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CitewireError)
    return _problem(_STATUS.get(type(error), 500), error.problem, error.remedy)


def _on_invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["loc"] == ("body",) or first["type"] == "json_invalid":
        return _problem(
            422,
            "The body is no JSON object.",
            "Send one, with the header Content-Type: application/json.",
        )
    place = ".".join(str(part) for part in first["loc"] if part not in ("body", "query"))
    sendable = place.encode("utf-8", "replace").decode("utf-8")
    return _problem(422, f"{sendable or 'The request'}: {first['msg']}.", _SEE_DOCS)


def _on_http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, StarletteHTTPException)
    what = f"{request.method} {request.url.path}"
    return _problem(error.status_code, f"{what}: {error.detail}.", _SEE_DOCS)


def _on_defect(request: Request, error: Exception) -> JSONResponse:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _problem(500, "Something went wrong here.", "Try again; the server's log has more.")


class _BodyLimit:
    """Refuses a body that no request needs before it is read into memory."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/v1/"):
            await self._app(scope, receive, send)
            return
        messages: list[Message] = []
        size = 0
        while True:
            message = await receive()
            messages.append(message)
            size += len(message.get("body", b""))
            if size > _LONGEST_BODY_BYTES:
                refusal = _problem(
                    413, f"The request has more than {_LONGEST_BODY_BYTES:,} bytes.", _SEE_DOCS
                )
                await refusal(scope, receive, send)
                return
            if message["type"] != "http.request" or not message.get("more_body"):
                break

        async def replay() -> Message:
            return messages.pop(0) if messages else await receive()

        await self._app(scope, replay, send)
