"""Refuse a request's body that is too long, while it comes in. Input and output: an ASGI app."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.problems import Refusal

_SEND_LESS = "Send less at a time; a large file is indexed where it lies: citewire index FILE."
# A client that is still sending may not see an answer before it has done so.
_DRAINED_BYTES = 256_000_000


class BodyLimit:
    """Lets bodies of ``usual`` bytes pass under /v1/, and of ``most[method, path]`` for these."""

    def __init__(self, app: ASGIApp, usual: int, most: Mapping[tuple[str, str], int]) -> None:
        self._app, self._usual, self._most = app, usual, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/v1/"):
            await self._app(scope, receive, send)
            return
        limit = self._most.get((scope["method"], scope["path"]), self._usual)
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > limit:
                await _drain(message, receive)
                # It comes out where the app reads its body, as an error of the request's.
                raise Refusal(413, f"The request has more than {limit:,} bytes.", _SEND_LESS)
            return message

        await self._app(scope, counted, send)


async def _drain(message: Message, receive: Receive) -> None:
    drained = 0
    while message.get("more_body") and drained < _DRAINED_BYTES:
        message = await receive()
        drained += len(message.get("body", b""))
