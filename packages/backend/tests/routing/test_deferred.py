"""Routes as features declare them: nothing is made of them before it is needed, and then it is what FastAPI makes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from http import HTTPStatus

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from pydantic import BaseModel
from verbatim.core.routing import Router, include_kept
from verbatim.core.routing.deferred import DeferredRoute
from verbatim.features import FEATURES


class Answer(BaseModel):
    """What is answered."""

    number: int


def declare(router: APIRouter) -> APIRouter:
    """Declare some routes of every kind."""

    @router.get("/double/{number}", tags=["sums"])
    async def double(number: int, more: int = 0) -> Answer:
        """Double it."""
        return Answer(number=2 * number + more)

    @router.post("/kept", status_code=HTTPStatus.CREATED, responses={409: {"model": Answer}}, deprecated=True)
    async def keep(answer: Answer) -> Answer:
        return answer

    @router.api_route("/either", methods=["put"], response_model=Answer, name="either_way")
    async def either() -> dict[str, int]:
        return {"number": 1, "secret": 2}

    @router.get("/stream")
    async def stream() -> AsyncIterator[Answer]:
        yield Answer(number=1)
        yield Answer(number=2)

    return router


def application(router: APIRouter, *, kept: bool) -> FastAPI:
    app = FastAPI()
    if kept:
        include_kept(app, router, prefix="/api", tags=["here"])
    else:
        app.include_router(router, prefix="/api", tags=["here"])
    return app


@pytest.mark.parametrize("kept", [True, False])
def test_the_description_is_that_of_fastapis_own_routes(*, kept: bool) -> None:
    assert (
        application(declare(Router()), kept=kept).openapi() == application(declare(APIRouter()), kept=False).openapi()
    )


@pytest.mark.parametrize("kept", [True, False])
async def test_they_answer_as_fastapis_own_routes_do(*, kept: bool) -> None:
    answers = []
    for router in (Router(), APIRouter()):
        transport = httpx.ASGITransport(application(declare(router), kept=kept))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            got = [
                await client.get("/api/double/4?more=1"),
                await client.get("/api/double/four"),
                await client.post("/api/kept", json={"number": 3}),
                await client.post("/api/kept", json={"number": "x"}),
                await client.put("/api/either"),
                await client.get("/api/either"),
                await client.get("/api/stream"),
            ]
        answers.append([(answer.status_code, answer.text, answer.headers.get("content-type")) for answer in got])
    assert answers[0] == answers[1]
    assert [status for status, *_ in answers[0]][:6] == [200, 422, 201, 422, 200, 405]


def test_a_declared_route_has_made_nothing() -> None:
    routes = [route for route in declare(Router()).routes if getattr(route, "path", "") != "/stream"]
    assert len(routes) == 3
    assert not any({"dependant", "response_field", "app"} & vars(route).keys() for route in routes)
    with pytest.raises(AttributeError):
        _ = routes[0].no_such_thing  # type: ignore[attr-defined]


def test_every_route_of_the_features_is_declared_so() -> None:
    declared = [route for feature in FEATURES for router in feature.routers.values() for route in router.routes]
    plain = [route for route in declared if hasattr(route, "endpoint")]
    assert plain
    assert all(isinstance(route, DeferredRoute) for route in plain), [
        getattr(route, "path", "") for route in plain if not isinstance(route, DeferredRoute)
    ]
