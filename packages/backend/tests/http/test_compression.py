"""Answers are compressed for those who take it, and the same for those who do not."""

from __future__ import annotations

import httpx
import pytest
from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import ASGIApp
from verbatim.core.compression import CompressionMiddleware

LONG = "What was said. " * 400


def _app() -> ASGIApp:
    app = FastAPI()
    app.add_api_route("/long", lambda: PlainTextResponse(LONG))
    app.add_api_route("/short", lambda: PlainTextResponse("short"))
    app.add_api_route("/sound", lambda: PlainTextResponse(LONG, media_type="audio/ogg"))
    app.add_api_route("/part", lambda: PlainTextResponse(LONG, status_code=206))
    app.add_api_route("/packed", lambda: PlainTextResponse(LONG, headers={"Content-Encoding": "identity"}))
    app.add_api_route("/pieces", lambda: StreamingResponse(iter([LONG, LONG]), media_type="text/plain"))
    app.add_api_route("/huge", lambda: PlainTextResponse(LONG * 40))
    return app


@pytest.mark.parametrize("path", ["long", "short", "sound", "part", "packed", "pieces", "huge", "nothing"])
@pytest.mark.parametrize("taken", ["gzip, deflate", "identity", ""])
async def test_as_starlette_does_it(path: str, taken: str) -> None:
    answers = []
    for middleware in (GZipMiddleware, CompressionMiddleware):
        app = middleware(_app(), minimum_size=1024, compresslevel=5)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
            answer = await client.get(f"/{path}", headers={"Accept-Encoding": taken})
        answers.append((answer.status_code, dict(answer.headers), answer.content))
    assert answers[0] == answers[1]
    compressed = answers[1][1].get("content-encoding") == "gzip"
    assert compressed == ("gzip" in taken and path in {"long", "pieces", "huge"})
