"""Answer HEAD wherever GET is answered: with the same headers and no body.

Input and output: an ASGI app.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class HeadRequests:
    """Asks the app what a GET would give; of that, the body is left out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # What lies elsewhere is the chat's, and some of that streams without end.
        is_ours = scope["type"] == "http" and scope["path"].startswith(("/v1/", "/docs"))
        if is_ours and scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _without_body(send))
        else:
            await self._app(scope, receive, send)


def _without_body(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sent
