"""A request reaches the route that FastAPI's own walk would have found, without trying the others."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from fastapi import APIRouter, Depends, FastAPI, Request, WebSocket
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Match
from starlette.staticfiles import StaticFiles
from support.routing import assert_found_like_the_walk, in_threads, most_tried
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.core.routing import RouteTable, include_kept


@pytest.fixture
def bare(tmp_path: Any) -> FastAPI:
    return create_app(Settings(data_dir=tmp_path), [])


async def test_every_route_is_found_like_by_the_walk(bare: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    await assert_found_like_the_walk(bare, monkeypatch)


async def test_no_request_tries_more_than_three_routes(bare: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    worst = await most_tried(bare, monkeypatch)
    assert worst <= (3, ""), worst


def test_no_route_waits_for_a_thread_to_read_its_parameters(bare: FastAPI) -> None:
    assert in_threads(bare) == set()


def test_what_would_wait_for_a_thread_is_seen() -> None:
    app = FastAPI()
    app.add_api_route("/x", _saying("x"), dependencies=[Depends(lambda: 1), Depends(_saying("y"))])
    assert len(in_threads(app)) == 1


def _saying(name: str) -> Callable[..., Any]:
    async def endpoint(request: Request) -> dict[str, Any]:
        return {"said": name, "parameters": request.path_params, "path": request.scope["path"]}

    endpoint.__name__ = name
    return endpoint


class OddRoute(APIRoute):
    """A route with its own idea of what it matches."""

    def matches(self, scope: Any) -> Any:
        if scope["type"] == "http" and scope["path"].startswith("/odd"):
            return Match.FULL, {"endpoint": self.endpoint, "path_params": {}, "route": self}
        return Match.NONE, {}


def _literal_first() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/items/new", _saying("new"))
    router.add_api_route("/items/{id}", _saying("one"))
    router.add_api_route("/items/{id}", _saying("change"), methods=["PATCH", "PUT"])
    return router


def _parameter_first() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/items/{id}", _saying("one"))
    router.add_api_route("/items/new", _saying("never"))
    router.add_api_route("/items/new", _saying("post"), methods=["POST"])
    return router


def _crossing() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/{kind}/new", _saying("new_of"))
    router.add_api_route("/items/{id}", _saying("one"), methods=["DELETE"])
    router.add_api_route("/{kind}/{id}", _saying("any"), methods=["POST"])
    return router


def _parts() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/items/{id}.txt", _saying("text"))
    router.add_api_route("/items/{id:int}", _saying("number"))
    router.add_api_route("/items/{name}", _saying("name"))
    router.add_api_route("/items/{rest:path}", _saying("rest"))
    router.add_api_route("/items/a/b", _saying("shadowed"))
    router.add_api_route("/items/a/b", _saying("post"), methods=["POST"])
    return router


def _strange_characters() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/items/a.b+c", _saying("dotted"))
    router.add_api_route("/items/ü{x}", _saying("umlaut"))
    router.add_api_route("/items//twice", _saying("empty_part"))
    router.add_api_route("/items/", _saying("slash"))
    router.add_api_route("/items", _saying("none"))
    return router


def _starlette() -> APIRouter:
    router = APIRouter()
    router.add_route("/items/{id}", lambda _: PlainTextResponse("plain"), methods=["GET"])
    router.add_api_route("/items/{id}", _saying("one"), methods=["GET", "POST"])
    return router


def _mounted() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/items/a", _saying("before"))
    inner = FastAPI()
    inner.add_api_route("/b", _saying("inside"))
    router.mount("/items", inner)
    router.add_api_route("/items/b", _saying("behind"))
    return router


def _odd() -> APIRouter:
    router = APIRouter(route_class=OddRoute)
    router.add_api_route("/nowhere", _saying("odd"))
    return router


def _nested() -> APIRouter:
    outer, inner, innermost = APIRouter(prefix="/outer"), APIRouter(prefix="/inner", tags=["x"]), APIRouter()
    innermost.add_api_route("/{id}", _saying("innermost"))
    inner.add_api_route("/new", _saying("new"))
    inner.include_router(innermost, prefix="/deep")
    inner.include_router(innermost)
    outer.include_router(inner, dependencies=[Depends(_saying("depends"))])
    outer.add_api_route("/inner/new", _saying("shadowed"), methods=["GET", "POST"])
    return outer


def _nested_with_more() -> APIRouter:
    outer, inner = APIRouter(), APIRouter()
    inner.add_api_route("/items", _saying("one"))
    outer.include_router(inner, deprecated=True, responses={418: {"description": "teapot"}})
    return outer


def _static() -> APIRouter:
    router = APIRouter()
    router.mount("/files", StaticFiles(directory=tempfile.gettempdir()))
    router.add_api_route("/{everything:path}", _saying("rest"))
    return router


ROUTERS = (
    _literal_first,
    _parameter_first,
    _crossing,
    _parts,
    _strange_characters,
    _starlette,
    _mounted,
    _odd,
    _nested,
    _nested_with_more,
    _static,
)
PATHS = (
    "/items",
    "/items/",
    "/items/new",
    "/items/7",
    "/items/7.txt",
    "/items/new/",
    "/items/a/b",
    "/items/a",
    "/items/b",
    "/items/a/b/c",
    "/items//twice",
    "/items/a.b+c",
    "/items/aXb+c",
    "/items/üx",
    "/items/new%0A",
    "/items/a%2Fb",
    "/other/new",
    "/other/7",
    "/odd/one",
    "/outer/inner/new",
    "/outer/inner/deep/7",
    "/outer/inner/7",
    "/files/none",
    "/",
    "//",
)


def _made(make: Callable[[], APIRouter], *, table: bool) -> FastAPI:
    app = FastAPI(redirect_slashes=False)
    for prefix in ("", "/api"):
        if table:
            include_kept(app, make(), prefix=prefix, tags=["t"])
        else:
            app.include_router(make(), prefix=prefix, tags=["t"])
    if table:
        app.router.middleware_stack = RouteTable(app.router)
    return app


@pytest.mark.filterwarnings("ignore:Duplicate Operation ID")
@pytest.mark.parametrize("make", ROUTERS)
async def test_odd_routers_answer_like_without_the_table(make: Callable[[], APIRouter]) -> None:
    apps = [_made(make, table=table) for table in (True, False)]
    clients = [httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") for app in apps]
    said = 0
    for path in [*PATHS, *("/api" + path for path in PATHS)]:
        for method in ("GET", "HEAD", "POST", "PATCH", "DELETE"):
            answers = [await client.request(method, path) for client in clients]
            seen = [(one.status_code, one.content, one.headers.get("allow")) for one in answers]
            assert seen[0] == seen[1], (method, path)
            said += answers[0].status_code == 200
    assert said
    documents = [app.openapi() for app in apps]
    assert documents[0] == documents[1]
    for client in clients:
        await client.aclose()


def test_websockets_are_found_beside_routes_of_the_same_address() -> None:
    router = APIRouter()
    router.add_api_route("/talk/{name}", _saying("page"))

    @router.websocket("/talk/{name}")
    async def talk(websocket: WebSocket, name: str) -> None:
        await websocket.accept()
        await websocket.send_text(f"hello {name}")
        await websocket.close()

    app = FastAPI(redirect_slashes=False)
    include_kept(app, router, prefix="/api")
    app.router.middleware_stack = RouteTable(app.router)
    with TestClient(app) as client:
        with client.websocket_connect("/api/talk/you") as socket:
            assert socket.receive_text() == "hello you"
        assert client.get("/api/talk/you").json()["said"] == "page"


async def _answer(app: FastAPI, path: str, **scope: Any) -> httpx.Response:
    transport = httpx.ASGITransport(app=app, **scope)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.get(path)


async def test_a_route_added_to_the_running_application_is_found() -> None:
    app = _made(_literal_first, table=True)
    assert (await _answer(app, "/late")).status_code == 404
    app.add_api_route("/late", _saying("late"))
    assert (await _answer(app, "/late")).json()["said"] == "late"
    routes: list[BaseRoute] = app.router.routes
    routes.pop()
    app.add_api_route("/later", _saying("later"))
    assert (await _answer(app, "/late")).status_code == 404
    assert (await _answer(app, "/later")).json()["said"] == "later"


async def test_routes_are_found_below_the_prefix_of_a_proxy() -> None:
    app = _made(_literal_first, table=True)
    for path in ("/behind/items/new", "/items/new"):
        assert (await _answer(app, path, root_path="/behind")).json()["said"] == "new"


async def test_pages_that_stand_below_all_routes_are_found(tmp_path: Any) -> None:
    (tmp_path / "index.html").write_text("a page")
    app = _made(_literal_first, table=True)
    assert (await _answer(app, "/pages/")).status_code == 404
    app.frontend("/pages", directory=tmp_path)
    assert "a page" in (await _answer(app, "/pages/")).text
    assert (await _answer(app, "/items/new")).json()["said"] == "new"
