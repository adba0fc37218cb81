"""Routes are made when they are needed, once for each process, and every application has its own handlers."""

from __future__ import annotations

from typing import Annotated, Any

import httpx
import pytest
from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.core.routing import include_kept


@pytest.fixture
def made_routes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths of the routes that FastAPI makes."""
    made: list[str] = []
    original = APIRoute.__init__

    def counted(self: APIRoute, path: str, *args: Any, **options: Any) -> None:
        made.append(path)
        original(self, path, *args, **options)

    monkeypatch.setattr(APIRoute, "__init__", counted)
    return made


def test_making_an_application_makes_no_route(tmp_path: Any, made_routes: list[str]) -> None:
    create_app(Settings(data_dir=tmp_path), [])
    assert made_routes == []


async def test_only_the_first_request_of_a_process_makes_a_route(tmp_path: Any, made_routes: list[str]) -> None:
    router = APIRouter()
    router.add_api_route("/{id}", lambda id: {"id": id})  # noqa: A006 - a parameter like any other
    made_routes.clear()
    for _ in range(3):
        app = FastAPI()
        include_kept(app, router, prefix="/api/things", tags=["things"])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
            assert (await client.get("/api/things/7")).json() == {"id": "7"}
    assert made_routes == ["/api/things/{id}"]
    app = FastAPI()
    include_kept(app, router, prefix="/api/others", tags=["things"])
    assert [route["get"]["tags"] for route in app.openapi()["paths"].values()] == [["things"]]
    assert made_routes == ["/api/things/{id}", "/api/others/{id}"]


async def _asked() -> str:
    return "asked"


async def _instead() -> str:
    return "instead"


async def test_an_application_that_overrides_a_dependency_is_alone_with_it() -> None:
    router = APIRouter()

    @router.get("/x")
    async def say(word: Annotated[str, Depends(_asked)]) -> str:
        return word

    apps = [FastAPI(), FastAPI()]
    for app in apps:
        include_kept(app, router)
    apps[0].dependency_overrides[_asked] = _instead
    said = []
    for app in apps:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
            said.append((await client.get("/x")).json())
    assert said == ["instead", "asked"]


async def _refuse() -> None:
    raise ValueError("refused")


async def test_what_a_router_asks_for_where_it_is_included_is_asked_only_there() -> None:
    router = APIRouter()
    router.add_api_route("/x", _asked)
    app = FastAPI()
    include_kept(app, router, prefix="/free")
    include_kept(app, router, prefix="/kept", dependencies=[Depends(_refuse)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
        assert (await client.get("/free/x")).json() == "asked"
        with pytest.raises(ValueError, match="refused"):
            await client.get("/kept/x")


async def test_a_router_with_a_life_of_its_own_keeps_it() -> None:
    lived: list[str] = []

    async def start() -> None:
        lived.append("start")

    router, outer = APIRouter(on_startup=[start]), APIRouter()
    router.add_api_route("/x", _asked)
    outer.include_router(router)
    app = FastAPI()
    include_kept(app, outer, prefix="/api")
    async with app.router.lifespan_context(app):
        assert lived
