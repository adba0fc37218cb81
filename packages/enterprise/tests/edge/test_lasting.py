"""Rights last as long as the request: whoever loses them in the middle gets and leaves nothing more."""

from __future__ import annotations

import asyncio
import io
import wave
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any

import pytest
from fastapi import FastAPI
from support_enterprise import Person
from support_keys import make_key, program
from support_teams import Crew, Json, MakeUser, make_settled_crew, ok, refused
from verbatim.core import lasting

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def _removed(crew: Crew) -> None:
    ok(await crew["owner"].delete(f"{crew.url}/members/{crew['member'].id}"))


async def _made_viewer(crew: Crew) -> None:
    ok(await crew["owner"].patch(f"{crew.url}/members/{crew['member'].id}", json={"role": "viewer"}))


async def _deactivated(crew: Crew) -> None:
    ok(await crew["root"].patch(f"/api/users/{crew['member'].id}", json={"is_active": False}))


async def _signed_out(crew: Crew) -> None:
    ok(await crew["member"].post("/api/auth/logout"))


Loss = Callable[[Crew], Awaitable[None]]
LOSSES: list[Loss] = [_removed, _made_viewer, _deactivated, _signed_out]


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    return await make_settled_crew(admin, make_user)


def _speech(seconds: int = 1) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(b"\0\0" * 16_000 * seconds)
    return out.getvalue()


def _form() -> tuple[bytes, dict[str, str]]:
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\n'
    tail = b'\r\n--edge\r\nContent-Disposition: form-data; name="transcribe"\r\n\r\nfalse\r\n--edge--\r\n'
    return head + _speech() + tail, {"Content-Type": "multipart/form-data; boundary=edge"}


async def _upload(crew: Crew, who: Person, loss: Loss | None, pause: float = 0.0) -> Any:
    body, headers = _form()

    async def pieces() -> AsyncIterator[bytes]:
        yield body[:10_000]
        if loss is not None:
            await loss(crew)
        await asyncio.sleep(pause)
        yield body[10_000:]

    return await who.post("/api/recordings/upload", content=pieces(), headers=headers)


async def _count(crew: Crew) -> int:
    return int(ok(await crew["owner"].get("/api/recordings"))["total"])


async def test_an_upload_by_somebody_who_stays(crew: Crew) -> None:
    assert (await _upload(crew, crew["member"], None)).status_code == 201
    assert await _count(crew) == 1


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("look", [0.0, 60.0], ids=["noticed while it arrives", "noticed at its end"])
async def test_an_upload(crew: Crew, loss: Loss, look: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lasting, "LOOK_SECONDS", look)
    refused(await _upload(crew, crew["member"], loss), 403, "rights_lost")
    assert await _count(crew) == 0


async def _revoked(crew: Crew, key_id: str) -> None:
    ok(await crew["member"].delete(f"/api/keys/{key_id}"))


async def _of_another_network(crew: Crew, key_id: str) -> None:
    ok(await crew["member"].patch(f"/api/keys/{key_id}", json={"addresses": ["10.0.0.0/8"]}))


async def _without_the_scope(crew: Crew, key_id: str) -> None:
    ok(await crew["member"].patch(f"/api/keys/{key_id}", json={"scopes": ["recording:read"]}))


async def _with_another_secret(crew: Crew, key_id: str) -> None:
    ok(await crew["member"].post(f"/api/keys/{key_id}/rotate", json={"overlap_seconds": 0}))


async def _whose_owner_left(crew: Crew, _key_id: str) -> None:
    await _removed(crew)


KeyLoss = Callable[[Crew, str], Awaitable[None]]
KEY_LOSSES: list[KeyLoss] = [
    _revoked,
    _of_another_network,
    _without_the_scope,
    _with_another_secret,
    _whose_owner_left,
]


@pytest.mark.parametrize("loss", KEY_LOSSES)
async def test_an_upload_with_a_key(app: FastAPI, crew: Crew, loss: KeyLoss) -> None:
    made = await make_key(crew["member"], "recording:create", "recording:read", team_id=crew.team_id)
    key = program(app, made["key"])

    async def lost(crew: Crew) -> None:
        await loss(crew, made["id"])

    refused(await _upload(crew, key, lost), 403, "rights_lost")
    assert await _count(crew) == 0
    await key.aclose()


async def test_a_key_that_may_still_come_from_here_goes_on(app: FastAPI, crew: Crew) -> None:
    made = await make_key(crew["member"], "recording:create", team_id=crew.team_id)
    key = program(app, made["key"])

    async def tightened(crew: Crew) -> None:
        ok(await crew["member"].patch(f"/api/keys/{made['id']}", json={"addresses": ["127.0.0.0/8"]}))

    assert (await _upload(crew, key, tightened)).status_code == 201
    await key.aclose()


async def test_whoever_may_do_more_by_now_goes_on(crew: Crew) -> None:
    async def promoted(crew: Crew) -> None:
        ok(await crew["owner"].patch(f"{crew.url}/members/{crew['member'].id}", json={"role": "admin"}))
        ok(await crew["owner"].post(f"{crew.url}/workspaces", json={"name": "New"}), 201)

    assert (await _upload(crew, crew["member"], promoted)).status_code == 201


@pytest.mark.parametrize("loss", [_removed, _deactivated, _signed_out])
async def test_listening(app: FastAPI, crew: Crew, loss: Loss, monkeypatch: pytest.MonkeyPatch) -> None:
    long = {"file": ("long.wav", _speech(120))}
    form = {"transcribe": "false"}
    made = ok(await crew["owner"].post("/api/recordings/upload", files=long, data=form), 201)
    monkeypatch.setattr(lasting, "LOOK_SECONDS", 0.0)
    path = f"/api/recordings/{made['id']}/audio"
    assert await _heard(app, crew["member"], path, None) == made["file_size"]
    assert await _heard(app, crew["member"], path, lambda: loss(crew)) < made["file_size"]


@pytest.mark.parametrize("path", ["/api/users/export", "/api/admin/audit/export?format=csv"])
@pytest.mark.parametrize("change", [{"role": "user"}, {"is_active": False}])
async def test_a_file_of_people_or_deeds(
    app: FastAPI, crew: Crew, make_user: MakeUser, path: str, change: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    eve = await make_user("eve", role="admin")

    async def no_more(crew: Crew) -> None:
        ok(await crew["root"].patch(f"/api/users/{eve.id}", json=change))

    monkeypatch.setattr(lasting, "LOOK_SECONDS", 0.0)
    whole = await _heard(app, eve, path, None)
    assert await _heard(app, eve, path, lambda: no_more(crew)) < whole / 2, "the names of the columns, and nobody's row"


async def _heard(app: FastAPI, who: Person, path: str, then: Callable[[], Awaitable[None]] | None) -> int:
    """Return how many bytes came, where something happens after the first of them."""
    heard = 0
    waiting = then

    begun = False

    async def receive() -> dict[str, Any]:
        nonlocal begun
        if begun:
            await asyncio.Event().wait()  # whoever listens does not go away
        begun = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal heard, waiting
        heard += len(message.get("body", b""))
        if heard and waiting is not None:
            happens, waiting = waiting, None
            await happens()

    headers = [(name.lower().encode(), value.encode()) for name, value in who.headers.items()]
    scope = {
        "type": "http",
        "method": "GET",
        "path": path.partition("?")[0],
        "raw_path": path.partition("?")[0].encode(),
        "query_string": path.partition("?")[2].encode(),
        "headers": [pair for pair in headers if pair[0] != b"accept-encoding"],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 52780),
        "scheme": "http",
        "http_version": "1.1",
        "root_path": "",
        "app": app,
    }
    await app(scope, receive, send)
    return heard


async def test_what_is_lacking_is_said(app: FastAPI, crew: Crew) -> None:
    made = await make_key(crew["member"], "recording:read", "recording:delete", team_id=crew.team_id)
    narrow = await make_key(crew["member"], "recording:read", team_id=crew.team_id)
    key, small = program(app, made["key"]), program(app, narrow["key"])
    said = refused(await small.delete("/api/recordings/x"), 403, "forbidden")["detail"]
    assert said == "This API key lacks the scope recording:delete."
    await _made_viewer(crew)
    said = refused(await crew["member"].delete("/api/recordings/x"), 403, "forbidden")["detail"]
    assert said == "Your role does not allow this; it needs recording:delete."
    said = refused(await key.delete("/api/recordings/x"), 403, "forbidden")["detail"]
    assert "role of its owner" in said
    said = refused(await key.get("/api/auth/sessions"), 403, "forbidden")["detail"]
    assert "people who sign in" in said
    for one in (key, small):
        await one.aclose()
