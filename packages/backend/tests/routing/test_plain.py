"""Plain routes answer as FastAPI's own do, whatever is asked of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Annotated, Any, Literal

import httpx
import pytest
from fastapi import BackgroundTasks, Depends, FastAPI, Header, HTTPException, Path, Query, Request
from pydantic import BaseModel
from starlette.responses import PlainTextResponse, Response
from verbatim.core.inbound import MomentOrDay
from verbatim.core.routing import Router, include_kept

steps: list[str] = []
"""What happened, in its order."""


class Colour(StrEnum):
    RED = "red"


class Thing(BaseModel):
    """An answer, of which ``secret`` is no part."""

    said: Any = None


class Whole(Thing):
    """What the function returns."""

    secret: str = "hidden"


async def _page(page: Annotated[int, Query(ge=1)] = 1, size: Annotated[int, Query(ge=1, le=100)] = 20) -> list[int]:
    steps.append("page")
    return [page, size]


async def _wanted(
    pages: Annotated[list[int], Depends(_page)],
    since: MomentOrDay | None = None,
    colour: Colour | None = None,
    word: Annotated[str | None, Query(max_length=3, alias="w")] = None,
) -> list[Any]:
    steps.append("wanted")
    return [pages, since, colour, word]


async def _entered(request: Request, pages: Annotated[list[int], Depends(_page)]) -> AsyncIterator[str]:
    steps.append(f"enter {request.method}")
    try:
        yield str(pages)
    except Exception as error:
        steps.append(f"failed {type(error).__name__}")
        raise
    finally:
        steps.append("leave")


async def _never(request: Request) -> None:
    if "refuse" in request.headers:
        raise HTTPException(403, "refused")


Entered = Annotated[str, Depends(_entered, scope="function")]
router = Router(dependencies=[Depends(_never)])


@router.get("/things/{number}")
async def thing(
    number: Annotated[int, Path(le=9)],
    entered: Entered,
    wanted: Annotated[list[Any], Depends(_wanted)],
    order: Literal["up", "down"] = "up",
    *,
    loud: bool = False,
) -> Thing:
    steps.append("called")
    if number == 0:
        raise HTTPException(404, "no such thing")
    return Whole(said=[number, entered, wanted, order, loud])


@router.get("/must")
async def must(word: str, other: Annotated[float | None, Query(gt=0)] = None) -> Thing:
    return Thing(said=[word, other])


@router.get("/made", status_code=201)
async def made(again: Annotated[list[int], Depends(_page, use_cache=False)], once: Entered) -> Thing:
    return Thing(said=[again, once])


@router.get("/finished", response_model=Thing)
async def finished(entered: Entered) -> Response:
    return PlainTextResponse(entered, status_code=202)


@router.get("/many")
async def many(tags: Annotated[list[str], Query()], background: BackgroundTasks) -> Thing:
    background.add_task(steps.append, "afterwards")
    return Thing(said=tags)


@router.get("/header")
async def header(x_word: Annotated[str, Header()]) -> Thing:
    return Thing(said=x_word)


@router.delete("/things/{number}", status_code=204)
async def gone(number: int) -> None:
    steps.append(f"gone {number}")


def _apps() -> tuple[FastAPI, FastAPI]:
    """Return an application of FastAPI's own routes, and one of ours."""
    theirs, ours = FastAPI(), FastAPI()
    theirs.include_router(router, prefix="/api")
    include_kept(ours, router, prefix="/api")
    return theirs, ours


async def _ask(app: FastAPI, method: str, path: str, headers: dict[str, str]) -> tuple[Any, ...]:
    steps.clear()
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        answer = await client.request(method, path, headers=headers)
    return answer.status_code, dict(answer.headers), answer.content, list(steps)


@pytest.mark.parametrize(
    "path",
    [
        *("things/3", "things/3?page=2&size=50&w=abc&since=2026-01-02&colour=red&order=down&loud=yes", "things/0"),
        *("things/12", "things/x", "things/3?page=0", "things/3?page=0&size=200&w=abcd&colour=blue&order=x&loud=2"),
        *("things/3?page=1&page=2&page=3", "things/3?w=", "things/3?since=never", "things/x?page=x", "things/3?more=1"),
        *("must", "must?word=", "must?word=a&other=0", "must?word=a&other=nan", "must?word=a&word=b&other=1e3"),
        *("made", "made?size=7", "made?size=x", "finished", "finished?page=0", "many", "many?tags=a&tags=b", "header"),
    ],
)
async def test_the_same_question_has_the_same_answer(path: str) -> None:
    theirs, ours = _apps()
    for headers in ({}, {"refuse": "1"}, {"x-word": "hello"}):
        expected = await _ask(theirs, "GET", f"/api/{path}", headers)
        assert await _ask(ours, "GET", f"/api/{path}", headers) == expected


async def test_what_has_no_body_or_is_not_there() -> None:
    theirs, ours = _apps()
    for method, path in (("DELETE", "things/3"), ("POST", "things/3"), ("GET", "nothing"), ("HEAD", "must?word=a")):
        assert await _ask(ours, method, f"/api/{path}", {}) == await _ask(theirs, method, f"/api/{path}", {})


async def test_what_was_entered_is_left_before_the_answer_leaves() -> None:
    _, ours = _apps()
    sent: list[str] = []

    async def send(message: Any) -> None:
        sent.append(message["type"])
        steps.append(message["type"])

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    steps.clear()
    scope = {"type": "http", "method": "GET", "path": "/api/things/3", "query_string": b"", "headers": []}
    await ours(scope | {"root_path": "", "scheme": "http", "server": ("test", 80)}, receive, send)
    assert steps == [
        *("page", "enter GET", "wanted", "called", "leave"),
        *("http.response.start", "http.response.body"),
    ]


async def test_a_failure_is_seen_by_what_was_entered() -> None:
    _, ours = _apps()
    *_, happened = await _ask(ours, "GET", "/api/things/0", {})
    assert happened[-2:] == ["failed HTTPException", "leave"]


async def test_a_value_that_may_change_is_made_anew() -> None:
    kept = Router()

    @kept.get("/")
    async def grow(word: Annotated[Any, Query()] = ()) -> Thing:
        return Thing(said=word)

    app = FastAPI()
    include_kept(app, kept, prefix="/x")
    assert (await _ask(app, "GET", "/x/", {}))[2] == b'{"said":[]}'


async def test_what_a_test_replaces_is_replaced() -> None:
    _, ours = _apps()

    async def other() -> list[int]:
        return [7, 7]

    await _ask(ours, "GET", "/api/made", {})
    ours.dependency_overrides[_page] = other
    assert (await _ask(ours, "GET", "/api/made", {}))[2] == b'{"said":[[7,7],"[7, 7]"]}'
