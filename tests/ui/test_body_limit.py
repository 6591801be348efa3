"""Bodies that are too long, whatever their headers say."""

from collections.abc import Iterator

import httpx


def _chunks(count: int) -> Iterator[bytes]:
    yield b'{"question": "'
    for _ in range(count):
        yield b"why? " * 20_000
    yield b'"}'


def test_a_body_without_a_length_is_counted_as_it_comes(client: httpx.Client) -> None:
    refused = client.post(
        "/v1/ask", content=_chunks(30), headers={"Content-Type": "application/json"}
    )
    assert refused.status_code == 413
    assert refused.json()["problem"] == "The request has more than 1,000,000 bytes."
    assert client.get("/v1/health").status_code == 200


def test_the_large_limit_is_for_posted_articles_alone(client: httpx.Client) -> None:
    content = b'{"text": "", "colour": "' + b"red" * 500_000 + b'"}'
    headers = {"Content-Type": "application/json"}
    assert client.post("/v1/articles", content=content, headers=headers).status_code == 422
    assert client.post("/v1/search", content=content, headers=headers).status_code == 413
