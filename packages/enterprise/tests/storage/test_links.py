"""Playing and downloading by signed links, where a location allows them: who gets one, for how long, and what is known
of it afterwards.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from sqlalchemy import text
from support.recordings import REPORT
from support_enterprise import Person
from support_stores.locations import URL, add, described
from support_stores.servers import StoreServer
from support_teams import make_crew, ok, refused
from verbatim_enterprise.system_session import system_transaction


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Let stores lie on this machine."""
    return {"VERBATIM_STORAGE_ALLOW_PRIVATE": "127.0.0.0/8,::1/128"}


@pytest.fixture(params=["moto", "azurite"])
def server(request: pytest.FixtureRequest, server_of: Any) -> StoreServer:
    """Give the stores that are quick enough for journeys."""
    found: StoreServer = server_of(request.param)
    return found


async def linking(admin: Person, server: StoreServer, **more: Any) -> dict[str, Any]:
    """Add a location whose files are fetched by links."""
    config = {**described(server)["config"], "signed_links": True, **more}
    return await add(admin, server, config=config, is_default=True)


async def fetched(url: str, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as browser:
        return await browser.get(url, headers=headers)


def life(url: str) -> float:
    """Return for how many seconds a link is good yet."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    now = datetime.now(UTC)
    if "se" in query:
        return (datetime.fromisoformat(query["se"]) - now).total_seconds()
    begun = datetime.strptime(query["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return float(query["X-Amz-Expires"]) - (now - begun).total_seconds()


async def rows_of(admin: Person, identity: str) -> list[tuple[str, str | None]]:
    found = ok(await admin.get("/api/admin/audit", params={"resource_id": identity, "page_size": 100}))["items"]
    reads = {"recording.played", "recording.downloaded", "document.opened"}
    return [(row["action"], row["details"].get("way")) for row in reversed(found) if row["action"] in reads]


async def test_a_recording_is_played_from_the_store_itself(app: FastAPI, admin: Person, server: StoreServer) -> None:
    await linking(admin, server)
    content = REPORT.read_bytes()
    name = "Gespräch „Nord“ 100%.flac"
    made = ok(
        await admin.post("/api/recordings/upload", files={"file": (name, content)}, data={"transcribe": "false"}),
        201,
    )
    audio = f"/api/recordings/{made['id']}/audio"
    answer = await admin.get(audio)
    assert (answer.status_code, answer.content) == (302, b"")
    assert (answer.headers["cache-control"], answer.headers["referrer-policy"]) == ("no-store", "no-referrer")
    link = answer.headers["location"]
    assert link.startswith(server.url)
    assert 0 < life(link) <= 60
    whole = await fetched(link)
    assert (whole.status_code, whole.content) == (200, content)
    assert whole.headers["content-type"].startswith("audio/")
    part = await fetched(link, Range="bytes=1000-1999")
    assert (part.status_code, part.content) == (206, content[1000:2000])
    saved = await fetched((await admin.get(audio, params={"download": True})).headers["location"])
    direct = await admin.get(audio, params={"download": True, "link": False})
    assert (direct.status_code, direct.content) == (200, content)
    assert saved.headers["content-disposition"] == direct.headers["content-disposition"]
    assert "Gespr%C3%A4ch" in saved.headers["content-disposition"]
    assert await rows_of(admin, made["id"]) == [
        ("recording.played", "by signed link"),
        ("recording.downloaded", "by signed link"),
        ("recording.downloaded", "through the server"),
    ]


async def test_who_could_not_follow_a_link_is_served_here(admin: Person, server: StoreServer) -> None:
    await linking(admin, server)
    made = await admin.upload(transcribe="false")
    audio, content = f"/api/recordings/{made['id']}/audio", REPORT.read_bytes()
    for mode, status in (("cors", 200), ("same-origin", 200), ("no-cors", 302), ("navigate", 302)):
        answer = await admin.get(audio, headers={"Sec-Fetch-Mode": mode})
        assert (mode, answer.status_code) == (mode, status)
    assert (await admin.head(audio)).status_code == 200
    assert (await admin.get(audio, headers={"Range": f"bytes={len(content)}-"})).status_code == 416
    here = await admin.get(audio, params={"link": False}, headers={"Range": "bytes=5-9"})
    assert (here.status_code, here.content) == (206, content[5:10])
    secure = await admin.get(f"https://{admin.base_url.host}{audio}")
    assert secure.status_code == 200  # a page that came through TLS may fetch nothing without


async def test_documents_are_saved_by_link_and_shown_from_here(admin: Person, server: StoreServer) -> None:
    await linking(admin, server)
    content = b"<script>alert(1)</script> Minutes of the meeting."
    made = ok(await admin.post("/api/documents", files={"file": ("Überblick.txt", content, "text/plain")}), 201)
    url = f"/api/documents/{made['id']}/content"
    shown = await admin.get(url, params={"inline": True})
    assert (shown.status_code, shown.content) == (200, content)
    assert shown.headers["content-security-policy"].startswith("sandbox;")
    for path in (url, url.replace("/content", "/file")):
        saved = await fetched((await admin.get(path)).headers["location"])
        assert saved.content == content
        assert saved.headers["content-disposition"].startswith("attachment;")
        assert "%C3%9Cberblick.txt" in saved.headers["content-disposition"]
    assert {"by signed link", "through the server"} == {way for _, way in await rows_of(admin, made["id"])}


async def test_a_page_may_play_from_the_store_only_while_it_is_allowed(admin: Person, server: StoreServer) -> None:
    async def media() -> str:
        page = await admin.get("/settings")
        policy = page.headers["content-security-policy"]
        directives = dict(one.strip().partition(" ")[::2] for one in policy.split(";"))
        others = [name for name, value in directives.items() if name != "media-src" and server.url in value]
        assert others == []
        return directives["media-src"]

    assert await media() == "'self' blob:"
    added = await add(admin, server)
    assert await media() == "'self' blob:"
    credentials = described(server)["credentials"]
    wanted = {"signed_links": True}
    ok(await admin.patch(f"{URL}/{added['id']}", json={"config": wanted}))
    assert await media() == f"'self' blob: {server.url}"
    elsewhere = {"public_endpoint": "https://files.example.org/x"}
    refused(await admin.patch(f"{URL}/{added['id']}", json={"config": elsewhere}), 422, "storage_location_invalid")
    ok(await admin.patch(f"{URL}/{added['id']}", json={"config": elsewhere, "credentials": credentials}))
    assert await media() == "'self' blob: https://files.example.org"
    ok(await admin.patch(f"{URL}/{added['id']}", json={"config": {"signed_links": False}}))
    assert await media() == "'self' blob:"
    bad = {**described(server)["config"], "public_endpoint": "https://a;script-src *"}
    refused(await admin.post(URL, json=described(server, name="Bad", config=bad)), 422, "storage_location_invalid")
    bare = described(server, name="Bare", type="s3", config={**wanted, "bucket": "recordings"}, credentials={})
    refused(await admin.post(URL, json=bare), 422, "storage_location_invalid")


async def test_whoever_is_let_out_of_a_team_has_a_minute_at_most(
    admin: Person, make_user: MakeUser, server: StoreServer
) -> None:
    crew = await make_crew(admin, make_user)
    for name in ("owner", "member"):
        crew[name].headers["X-Team-Id"] = crew.team_id
    await linking(admin, server)
    made = await crew["owner"].upload(transcribe="false")
    audio = f"/api/recordings/{made['id']}/audio"
    link = (await crew["member"].get(audio)).headers["location"]
    assert life(link) <= 60
    member_id = ok(await crew["member"].get("/api/auth/me"))["id"]
    assert (await crew["owner"].delete(f"/api/teams/{crew.team_id}/members/{member_id}")).status_code in {200, 204}
    assert (await crew["member"].get(audio)).status_code in {403, 404}
    refused(await crew["stranger"].get(audio), 404, "recording_not_found")


async def test_links_are_written_down_nowhere(app: FastAPI, admin: Person, server: StoreServer, caplog: Any) -> None:
    await linking(admin, server)
    made = await admin.upload(transcribe="false")
    link = (await admin.get(f"/api/recordings/{made['id']}/audio")).headers["location"]
    query = parse_qs(urlsplit(link).query)
    signature = query.get("X-Amz-Signature", query.get("sig", []))[0]
    await asyncio.sleep(0)
    kept = [caplog.text, (await admin.get("/api/admin/audit")).text]
    async with system_transaction(app.state.database, read_only=True) as session:
        for table in ("audit_log", "jobs", "webhook_messages", "storage_locations"):
            rows = await session.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - names of tables
            kept.append(str(rows.all()))
    assert not [one for one in kept if signature in one or "X-Amz-" in one]
