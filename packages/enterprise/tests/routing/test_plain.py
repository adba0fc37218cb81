"""Which routes are answered without FastAPI's own way: it asks a route for facts by names that FastAPI may change."""

from __future__ import annotations

import pytest
from fastapi import BackgroundTasks, FastAPI
from verbatim.app import create_app
from verbatim.config import Mode, Settings
from verbatim.core.routing import Router, include_kept
from verbatim.core.routing.kept import KeptRoute
from verbatim.core.routing.plain import is_plain

PLAIN = 115
"""At least so many there are; fewer means that routes have left the short way."""

ASKED_MOST = {
    "GET /api/auth/me",
    "GET /api/health",
    "GET /api/info",
    "GET /api/jobs",
    "GET /api/projects",
    "GET /api/recordings",
    "GET /api/recordings/{recording_id}",
    "GET /api/search/global",
    "GET /api/stats",
    "GET /api/tags",
    "GET /api/teams",
    "GET /api/transcripts/{transcript_id}/segments",
}


@pytest.fixture(scope="module")
def routes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, KeptRoute]:
    """Give the routes of the whole server by what they are called."""
    app = create_app(Settings(mode=Mode.ENTERPRISE, data_dir=tmp_path_factory.mktemp("data")))
    kept = [route for route in app.routes if isinstance(route, KeptRoute)]
    return {f"{method} {route.path}": route for route in kept for method in route.methods or ()}


def test_so_many_routes_are_plain(routes: dict[str, KeptRoute]) -> None:
    assert sum(map(is_plain, routes.values())) >= PLAIN


def test_those_that_are_asked_most_are_plain(routes: dict[str, KeptRoute]) -> None:
    assert {name for name, route in routes.items() if is_plain(route)} >= ASKED_MOST


def test_whatever_takes_no_body_and_answers_with_a_model_is_plain(routes: dict[str, KeptRoute]) -> None:
    others = {name: route for name, route in routes.items() if not is_plain(route)}
    assert len(others) > 50
    assert [name for name, route in others.items() if route.body_field is None and route.response_field] == []


def test_a_route_that_needs_more_is_not_plain() -> None:
    router = Router()

    @router.get("/plain")
    async def plain(word: str) -> str:
        return word

    @router.get("/afterwards")
    async def afterwards(background: BackgroundTasks) -> str:
        return str(background)

    @router.post("/body")
    async def body(words: list[str]) -> str:
        return words[0]

    app = FastAPI()
    include_kept(app, router)
    found = {route.path: is_plain(route) for route in app.routes if isinstance(route, KeptRoute)}
    assert found == {"/plain": True, "/afterwards": False, "/body": False}
