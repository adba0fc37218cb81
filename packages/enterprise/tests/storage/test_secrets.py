"""The credentials of a store are found nowhere: not in answers, logs, rows, support packets and what commands print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Table, inspect, select
from support_commands import verbatim
from support_enterprise import Person
from support_stores.locations import URL, described
from support_stores.made import own_folder
from support_stores.servers import StoreServer
from support_teams import ok
from verbatim.config import Settings
from verbatim.core.db import Base
from verbatim_enterprise.system_session import system_transaction

OTHER = "b3RoZXItc2VjcmV0LW9mLWEtbG9jYXRpb24="
"""The secret of the location that an administrator adds; it opens nothing."""


@pytest.fixture(params=["moto", "azurite"])
def server(request: pytest.FixtureRequest, server_of: Any) -> StoreServer:
    """Give the stores that are quick enough for journeys."""
    found: StoreServer = server_of(request.param)
    return found


@pytest.fixture
def environment(server: StoreServer) -> Mapping[str, str]:
    family = "AZURE" if server.kind == "azurite" else "S3"
    opened = {"VERBATIM_STORAGE_ALLOW_PRIVATE": "127.0.0.0/8,::1/128", "VERBATIM_LOG_LEVEL": "debug"}
    return {**own_folder(server), f"VERBATIM_STORAGE_{family}_SIGNED_LINKS": "yes", **opened}


async def everything_in(app: FastAPI) -> str:
    """Return all rows of the database as text."""
    async with system_transaction(app.state.database, read_only=True) as session:
        connection = await session.connection()
        there = set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
        tables = [one for one in Base.metadata.sorted_tables if isinstance(one, Table) and one.name in there]
        return "\n".join([str((await session.execute(select(table))).all()) for table in tables])


async def test_credentials_are_found_nowhere(
    app: FastAPI,
    admin: Person,
    server: StoreServer,
    settings: Settings,
    environment: Mapping[str, str],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    named = "key" if server.kind == "azurite" else "secret"
    body = described(server)
    body["credentials"][named] = OTHER
    added = ok(await admin.post(URL, json=body), 201)
    made = await admin.upload(transcribe="false")
    answers = [
        await admin.post(f"{URL}/{added['id']}/test"),
        await admin.post(f"{URL}/test", json={name: body[name] for name in ("type", "config", "credentials")}),
        await admin.patch(f"{URL}/{added['id']}", json={"credentials": body["credentials"]}),
        await admin.get(URL),
        await admin.get(f"/api/recordings/{made['id']}/properties"),
        await admin.post(URL, json={**body, "name": "Again", "config": {"unknown": "x"}}),
        await admin.get("/api/admin/settings"),
        await admin.get("/api/admin/audit", params={"page_size": 100}),
        await admin.get("/api/admin/health/support-packet"),
    ]
    assert [one.status_code for one in answers] == [200, 200, 200, 200, 200, 422, 200, 200, 200]
    link = (await admin.get(f"/api/recordings/{made['id']}/audio")).headers["location"]
    ok(await admin.delete(f"/api/recordings/{made['id']}"))
    printed = [
        (await verbatim(settings, "doctor", variables=dict(environment)))[1],
        (await verbatim(settings, "storage", "check", variables=dict(environment)))[1],
    ]
    texts = {
        **{f"{answer.request.method} {answer.request.url.path}": answer.text for answer in answers},
        "link": link,
        "printed": "".join(printed),
        "log": caplog.text + "".join(capfd.readouterr()),
        "database": await everything_in(app),
    }
    secret = next(value for name, value in server.variables.items() if name.endswith(("_SECRET", "_AZURE_KEY")))
    assert made["id"] in texts["database"]
    assert "storage_location" in texts["database"] + texts["log"]
    assert [name for name, text in texts.items() if secret in text or OTHER in text] == []
    # A link is a key for a minute: it is told to whoever asked, and written down nowhere.
    signature = link.rpartition("=")[2]
    assert [name for name, text in texts.items() if signature in text] == ["link"]
