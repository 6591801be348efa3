"""Tell over HTTP what went wrong. Input: an error. Output: JSON with a problem and a remedy."""

import logging
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException

from index.errors import (
    ArticleMissing,
    CitewireError,
    IndexBusy,
    InvalidRequest,
    StorageFull,
)

SEE_DOCS = "See /docs for what the request may hold."

_log = logging.getLogger(__name__)
_STATUS = {InvalidRequest: 422, ArticleMissing: 404, IndexBusy: 503, StorageFull: 507}


class Refusal(HTTPException):
    """A request that is refused before it comes to an error of ours."""

    def __init__(self, status: int, problem: str, remedy: str) -> None:
        super().__init__(status, problem)
        self.problem, self.remedy = problem, remedy


def add_problem_handlers(app: FastAPI) -> None:
    """Every error of the app's is told in the same way."""
    app.add_exception_handler(CitewireError, _on_citewire_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(StarletteHTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_defect)


def problem_response(status: int, problem: str, remedy: str, **beside: Any) -> JSONResponse:
    """The response, with more fields ``beside`` these two where there are any."""
    return JSONResponse({"problem": problem, "remedy": remedy, **beside}, status)


def _on_citewire_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CitewireError)
    return problem_response(_STATUS.get(type(error), 500), error.problem, error.remedy)


def _on_invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["loc"] in ((), ("body",)) or first["type"] == "json_invalid":
        return problem_response(
            422,
            "The body is no JSON object.",
            "Send one, with the header Content-Type: application/json.",
        )
    place = ".".join(str(part) for part in first["loc"] if part not in ("body", "query"))
    sendable = place.encode("utf-8", "replace").decode("utf-8")
    said = first["msg"].removeprefix("Value error, ")
    return problem_response(422, f"{sendable or 'The request'}: {said}.", SEE_DOCS)


def _on_refusal(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refusal)
    return problem_response(error.status_code, error.problem, error.remedy)


def _on_http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, StarletteHTTPException)
    what = f"{request.method} {request.url.path}"
    return problem_response(error.status_code, f"{what}: {error.detail.rstrip('.')}.", SEE_DOCS)


def _on_defect(request: Request, error: Exception) -> JSONResponse:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return problem_response(
        500, "Something went wrong here.", "Try again; the server's log has more."
    )
