"""A websocket that changes something is no way round the licence, the log or the limits."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, cast

import pytest
from conftest_types import MakeApp
from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from sqlalchemy import select
from starlette.types import Message
from support_audit import only_row, rows_of
from support_enterprise import Person
from support_license import make_license
from support_teams import ok
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim_enterprise.host import (
    Effect,
    Permission,
    Plugin,
    PluginRegistry,
    Router,
    SessionDep,
    content_class,
    requires,
)
from verbatim_enterprise.plugin import EnterprisePlugin

router = Router()


@router.websocket("/write", dependencies=[requires(Permission.PROJECT_UPDATE)])
async def write(socket: WebSocket, session: SessionDep) -> None:
    """Give the first project every name that is sent."""
    await socket.accept()
    try:
        while True:
            name = await socket.receive_text()
            project = (await session.scalars(select(content_class("projects")))).one()
            project.name = name
            await session.flush()
            await socket.send_text(f"now {name}")
    except WebSocketDisconnect:
        return


@router.websocket("/read", dependencies=[requires(Permission.PROJECT_READ, effect=Effect.READ)])
async def read(socket: WebSocket) -> None:
    """Say something."""
    await socket.accept()
    await socket.send_text("hello")
    await socket.close()


class Sockets:
    """A plugin with websockets."""

    name = "sockets"
    version = "1"

    def register(self, registry: PluginRegistry) -> None:
        registry.add_router(router, prefix="/api/sockets")


@pytest.fixture
def environment(request: pytest.FixtureRequest) -> Mapping[str, str]:
    return getattr(request, "param", {})


@pytest.fixture
def make_app(settings: Settings) -> MakeApp:
    return lambda: create_app(settings, [cast("Plugin", EnterprisePlugin()), Sockets()])


async def talk(app: FastAPI, person: Person | None, name: str, *texts: str, **headers: str) -> list[Message]:
    """Open a websocket as somebody, send texts and leave; return what the server sent."""
    sent: list[Message] = []
    incoming: list[Message] = [{"type": "websocket.connect"}]
    incoming += [{"type": "websocket.receive", "text": text} for text in texts]

    async def receive() -> Message:
        await asyncio.sleep(0)
        return incoming.pop(0) if incoming else {"type": "websocket.disconnect", "code": 1000}

    async def send(message: Message) -> None:
        sent.append(message)

    given = {"host": "127.0.0.1:52780", **headers}
    if person is not None:
        given |= {name.lower(): value for name, value in person.headers.items() if name.lower() in _WHO}
    scope: dict[str, Any] = {
        "type": "websocket",
        "path": f"/api/sockets/{name}",
        "raw_path": f"/api/sockets/{name}".encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "ws",
        "headers": [(key.encode(), value.encode()) for key, value in given.items()],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 52_780),
        "subprotocols": [],
        "extensions": {"websocket.http.response": {}},
    }
    await app(scope, receive, send)
    return sent


_WHO = frozenset({"authorization", "x-team-id"})


def refusal(sent: list[Message]) -> tuple[int, str | None]:
    """Return with what status and code a websocket was not let in."""
    assert sent[0]["type"] == "websocket.http.response.start", sent
    return sent[0]["status"], json.loads(sent[1]["body"])["code"]


async def test_one_that_changes_something_is_refused_and_audited_when_the_licence_is_read_only(
    app: FastAPI, admin: Person
) -> None:
    project = ok(await admin.post("/api/projects", json={"name": "First"}), 201)["id"]
    ok(await admin.post("/api/license", json={"license_key": make_license(days=-30, seats=5)}))
    assert refusal(await talk(app, admin, "write", "Second")) == (402, "license_read_only")
    assert ok(await admin.get(f"/api/projects/{project}"))["name"] == "First"
    row = await only_row(app, action="request.refused")
    assert (row.outcome, row.actor_name, row.address) == ("refused", "ada", "127.0.0.1")
    assert (row.details["method"], row.details["status"]) == ("WEBSOCKET", 402)
    assert "sockets" in str(row.details)


async def test_one_that_only_reads_is_let_in_all_the_same(app: FastAPI, admin: Person) -> None:
    ok(await admin.post("/api/license", json={"license_key": make_license(days=-30, seats=5)}))
    sent = await talk(app, admin, "read")
    assert [message["type"] for message in sent] == ["websocket.accept", "websocket.send", "websocket.close"]


async def test_with_a_licence_its_changes_are_in_the_log(app: FastAPI, admin: Person) -> None:
    project = ok(await admin.post("/api/projects", json={"name": "First"}), 201)["id"]
    sent = await talk(app, admin, "write", "Second")
    assert [message.get("text") for message in sent if message["type"] == "websocket.send"] == ["now Second"]
    row = await only_row(app, action="request.changed")
    assert (row.resource_type, row.resource_id) == ("project", project)
    assert (row.before, row.after) == ({"name": "First"}, {"name": "Second"})


async def test_strangers_and_other_web_sites_are_not_let_in(app: FastAPI, admin: Person) -> None:
    assert refusal(await talk(app, None, "write", "x")) == (401, "not_signed_in")
    await admin.browse_in("ada")
    cookies = "; ".join(f"{name}={value}" for name, value in admin.cookies.items())
    foreign = {"cookie": cookies, "origin": "https://evil.example"}
    assert refusal(await talk(app, None, "write", "x", **foreign))[0] in {401, 403}
    assert len(await rows_of(app, action="request.refused")) == 2


@pytest.mark.parametrize("environment", [{"VERBATIM_RATE_USER_PER_MINUTE": "1", "VERBATIM_RATE_USER_BURST": "5"}],
                         indirect=True)  # fmt: skip
async def test_each_message_counts_like_a_request(app: FastAPI, admin: Person) -> None:
    ok(await admin.post("/api/projects", json={"name": "First"}), 201)
    sent = await talk(app, admin, "write", *(f"name {number}" for number in range(9)))
    said = [message for message in sent if message["type"] == "websocket.send"]
    assert 0 < len(said) < 5
    assert sent[-1] == {"type": "websocket.close", "code": 1013}


async def test_a_message_may_be_as_large_as_a_body(app: FastAPI, admin: Person, settings: Settings) -> None:
    ok(await admin.post("/api/projects", json={"name": "First"}), 201)
    sent = await talk(app, admin, "write", "x" * (settings.body_max_bytes + 1), "y")
    assert [message["type"] for message in sent] == ["websocket.accept", "websocket.close"]
    assert sent[-1]["code"] == 1009
