"""The API's routes that change the index. Input: posted articles and files, ids to remove.

One runs after another, off the event loop; who comes meanwhile waits, and asks are served on.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from index.records import Failure, IndexReport, Item
from index.wiring import add_items, remove_article
from qa.engine import Engine
from ui.article_json import article_json
from ui.listing import with_uris
from ui.posting import ArticleBody, Uploads, clean_name, posted_item, upload_uri
from ui.problems import Refusal, problem_response

_FILE = "file"
_SEND_FILES = f"Send files in fields that are called {_FILE!r}."
# Opening a new generation takes some milliseconds, of a large index a second.
_SEEN_WITHIN_S = 30.0
_REQUEST_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {"schema": ArticleBody.model_json_schema()},
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": [_FILE],
                "properties": {
                    _FILE: {"type": "array", "items": {"type": "string", "format": "binary"}}
                },
            }
        },
    },
}


@dataclass(slots=True)
class _Entries:
    """What was posted; ``wholes`` are the uris of files of which every part is among the items."""

    items: list[Item] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    wholes: list[str] = field(default_factory=list)


def add_writing(app: FastAPI, engine: Engine) -> None:
    """Put the routes on the app; what they change is seen by the engine's next answer."""
    writing = asyncio.Lock()

    @app.post(
        "/v1/articles",
        tags=["articles"],
        status_code=201,
        openapi_extra={"requestBody": _REQUEST_BODY},
    )
    async def add_articles(request: Request) -> JSONResponse:
        """Take in one article as JSON, or files of any form that is read, in place of what their
        uris held before."""
        posted = await _posted(request)
        # Waiting takes no thread, of which there are only so many.
        async with writing:
            return await run_in_threadpool(_add, engine, posted)

    @app.delete("/v1/articles/{article_id}", tags=["articles"])
    async def delete_article(article_id: str) -> dict[str, Any]:
        """Take out one article; an unchanged file does not bring it back."""
        async with writing:
            report = await run_in_threadpool(_remove, engine, article_id)
        return {"removed": asdict(report.removed), "generation": report.generation}


def _add(engine: Engine, posted: _Entries) -> JSONResponse:
    if not posted.items:
        return _all_failed(posted.failed)
    report = add_items(engine.index.folder, posted.items, engine.embedder, posted.wholes)
    failed = (*posted.failed, *report.failed)
    not_taken = {failure.uri for failure in failed}
    taken = [item.uri for item in posted.items if item.uri not in not_taken]
    if not taken:
        return _all_failed(failed)
    _wait_until_seen(engine, report.generation)
    return JSONResponse(
        {
            "articles": _articles(engine, taken),
            "added": asdict(report.added),
            "unchanged": asdict(report.unchanged),
            "removed": asdict(report.removed),
            "failed": [asdict(failure) for failure in failed],
            "generation": report.generation,
        },
        201,
    )


def _remove(engine: Engine, article_id: str) -> IndexReport:
    report = remove_article(engine.index.folder, article_id)
    _wait_until_seen(engine, report.generation)
    return report


def _articles(engine: Engine, uris: Sequence[str]) -> list[dict[str, Any]]:
    index = engine.index
    with index.store.snapshot():
        found = index.store.articles(index.generation, "", -1, uris=uris)
        return [article_json(each) for each in with_uris(index.store, index.generation, found)]


def _wait_until_seen(engine: Engine, generation: int) -> None:
    """While one request opens the new generation, others are served the one before: whoever has
    this answer must not be."""
    until = time.monotonic() + _SEEN_WITHIN_S
    while engine.index.generation < generation and time.monotonic() < until:
        time.sleep(0.005)


def _all_failed(failed: Sequence[Failure]) -> JSONResponse:
    first = failed[0]
    return problem_response(
        422, first.problem, first.remedy, failed=[asdict(failure) for failure in failed]
    )


async def _posted(request: Request) -> _Entries:
    _refuse_other_sites(request)
    form = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if form == "application/json":
        return await _posted_json(request)
    if form == "multipart/form-data":
        return await _posted_files(request)
    raise Refusal(
        415,
        "The body is neither JSON nor a form with files.",
        "Send an article with Content-Type: application/json, or files as multipart/form-data.",
    )


def _refuse_other_sites(request: Request) -> None:
    """A browser sends a form to any address for any page, and asks nobody; JSON and DELETE it does
    not."""
    origin = request.headers.get("origin")
    if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
        raise Refusal(
            403, f"The request comes from a page of {origin!a}.", "Send it from this server's own."
        )


async def _posted_json(request: Request) -> _Entries:
    content = await request.body()
    try:
        # It may be large: to encode and hash it takes a while too.
        item = await run_in_threadpool(_read_article, content)
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_context=False)) from error
    return _Entries([item])


def _read_article(content: bytes) -> Item:
    return posted_item(ArticleBody.model_validate_json(content))


async def _posted_files(request: Request) -> _Entries:
    posted, uploads = _Entries(), Uploads()
    async with request.form() as form:
        for name, file in _files(form.multi_items()).items():
            items, failed = await run_in_threadpool(uploads.unpack, name, file.file)
            posted.items += items
            posted.failed += failed
            if not failed:
                posted.wholes.append(upload_uri(name))
    return posted


def _files(fields: Sequence[tuple[str, UploadFile | str]]) -> dict[str, UploadFile]:
    """The files by their names."""
    files: dict[str, UploadFile] = {}
    for name_of_field, value in fields:
        if name_of_field != _FILE or not isinstance(value, UploadFile):
            raise Refusal(422, f"{name_of_field!a} is no field with a file.", _SEND_FILES)
        name = clean_name(value.filename or "")
        if name in files:
            raise Refusal(422, f"Two files are called {name}.", "Give them different names.")
        files[name] = value
    if not files:
        raise Refusal(422, "The form holds no file.", _SEND_FILES)
    return files
