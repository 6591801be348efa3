"""What the faces' tests share: one index of the seeds, and a real server over it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from qa.engine import Engine
from ui.api import create_api

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def client(engine: Engine) -> Iterator[httpx.Client]:
    with serving(create_api(engine)) as address, httpx.Client(base_url=address) as client:
        yield client


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The app on a free loopback port, in a thread, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
