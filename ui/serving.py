"""Serve the chat page and the API in one process. Input: an index folder and an address."""

import socket
from collections.abc import Callable, Sequence
from pathlib import Path

from index.errors import ServerUnavailable
from qa import open_engine

_LAST_PORT = 65_535


def serve(
    folder: Path, host: str, port: int, examples: Sequence[str], announce: Callable[[str], None]
) -> None:
    """Serve until interrupted; ``announce`` is given each line that a user should see.

    Raises ServerUnavailable where the address cannot be listened on, and what `open_engine` raises,
    both before anything heavy is loaded.
    """
    with _listen(host, port) as listener:
        engine = open_engine(folder)
        counts = engine.index.store.counts(engine.index.generation)
        indexed = f"{counts.articles} articles in {counts.documents} documents"
        announce(f"Indexed in {folder}: {indexed}, {counts.passages} passages.")
        announce("Loading the chat page ...")
        # Heavy: gradio and fastapi take seconds to import.
        import uvicorn

        from ui.api import create_api
        from ui.chat import mount_chat

        app = mount_chat(create_api(engine), engine, examples, indexed)
        shown = f"[{host}]" if ":" in host else host
        announce(f"Citewire is at http://{shown}:{listener.getsockname()[1]} (Ctrl-C stops it)")
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    if not 0 <= port <= _LAST_PORT:
        raise ServerUnavailable(f"{port} is no port.", f"Choose one from 0 to {_LAST_PORT}.")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ServerUnavailable(
            f"Cannot listen on {host}:{port}: {error.strerror or error}.",
            "Choose another port with --port, or stop what is using it.",
        ) from error
