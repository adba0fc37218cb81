"""Storage locations: added, tried out, chosen and given up while the server runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from sqlalchemy import text
from support.recordings import REPORT
from support.waiting import until
from support_enterprise import Person
from support_license import licensed
from support_stores.locations import URL, add, described, where
from support_stores.servers import StoreServer
from support_teams import Crew, make_crew, ok, refused
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


async def test_new_files_go_where_an_administrator_says_and_old_ones_stay(
    app: FastAPI, admin: Person, server: StoreServer
) -> None:
    (disk,) = ok(await admin.get(URL))["items"]
    assert (disk["id"], disk["type"], disk["is_default"], disk["locked"]) == ("local", "local", True, True)
    before = await admin.upload(transcribe="false")
    added = await add(admin, server)
    assert (added["locked"], added["is_default"], added["has_credentials"]) == (False, False, True)
    tried = ok(await admin.post(f"{URL}/{added['id']}/test"))
    assert tried["ok"], tried
    assert ok(await admin.patch(f"{URL}/{added['id']}", json={"is_default": True}))["is_default"]
    assert [one["is_default"] for one in ok(await admin.get(URL))["items"]] == [False, True]
    after = await admin.upload(transcribe="false")
    assert (await where(admin, before), await where(admin, after)) == ("local", added["id"])
    for one in (before, after):
        whole = await admin.get(f"/api/recordings/{one['id']}/audio", params={"download": True})
        assert whole.content == REPORT.read_bytes()
    count = ok(await admin.get(f"{URL}/{added['id']}/file-count"))
    assert (count["count"], count["total_bytes"]) == (1, len(REPORT.read_bytes()))
    refused(await admin.delete(f"{URL}/{added['id']}"), 409, "storage_location_is_default")
    ok(await admin.patch(f"{URL}/local", json={"is_default": True}))
    refused(await admin.delete(f"{URL}/{added['id']}"), 409, "storage_location_in_use")
    refused(await admin.patch(f"{URL}/{added['id']}", json={"config": {"prefix": "x"}}), 409, "storage_location_in_use")
    ok(await admin.delete(f"/api/recordings/{after['id']}"))

    async def empty() -> bool:
        left = ok(await admin.get(f"{URL}/{added['id']}/file-count"))
        return not left["count"] and not left["waiting_for_deletion"]

    await until(empty, 30)
    assert (await admin.delete(f"{URL}/{added['id']}")).status_code == 204
    assert [one["id"] for one in ok(await admin.get(URL))["items"]] == ["local"]
    refused(await admin.get(f"{URL}/{added['id']}"), 404, "storage_location_not_found")


async def test_credentials_are_told_nobody(app: FastAPI, admin: Person, server: StoreServer, caplog: Any) -> None:
    body = described(server)
    added = ok(await admin.post(URL, json=body), 201)
    ok(await admin.patch(f"{URL}/{added['id']}", json={"credentials": body["credentials"]}))
    answers = [
        (await admin.get(URL)).text,
        (await admin.get(f"{URL}/{added['id']}")).text,
        (await admin.post(f"{URL}/{added['id']}/test")).text,
        (await admin.post(f"{URL}/test", json={name: body[name] for name in ("type", "config", "credentials")})).text,
        (await admin.get("/api/admin/audit")).text,
        caplog.text,
        str(added),
    ]
    async with system_transaction(app.state.database, read_only=True) as session:
        for table in ("storage_locations", "audit_log", "jobs", "webhook_messages"):
            rows = await session.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - names of tables
            answers.append(str(rows.all()))
    for secret in body["credentials"].values():
        assert not [answer for answer in answers if secret in answer]


async def test_a_test_names_the_step_that_fails(admin: Person, server: StoreServer) -> None:
    body = {name: described(server)[name] for name in ("type", "config", "credentials")}
    bucket = "container" if server.kind == "azurite" else "bucket"
    cases = {
        "bucket": {**body, "config": {**body["config"], bucket: "no-such-bucket"}},
        "connection": {**body, "config": {**body["config"], "endpoint": "http://127.0.0.1:9"}},
        "name resolution": {**body, "config": {**body["config"], "endpoint": "http://nowhere.invalid"}},
    }
    for step, wrong in cases.items():
        found = ok(await admin.post(f"{URL}/test", json=wrong))
        assert (found["ok"], found["failed"]) == (False, step), found
        verdicts = {one["name"]: one["ok"] for one in found["steps"]}
        assert verdicts[step] is False
        assert verdicts["delete"] is None
    found = ok(await admin.post(f"{URL}/test", json=body))
    assert all(one["ok"] for one in found["steps"])


async def test_a_team_may_have_its_own(admin: Person, make_user: MakeUser, server: StoreServer) -> None:
    crew: Crew = await make_crew(admin, make_user)
    for name in ("owner", "member"):
        crew[name].headers["X-Team-Id"] = crew.team_id
    added = await add(admin, server, team_ids=[crew.team_id])
    member, stranger = crew["member"], crew["stranger"]
    theirs = await member.upload(transcribe="false")
    others = await stranger.upload(transcribe="false")
    assert (await where(member, theirs), await where(stranger, others)) == (added["id"], "local")
    refused(await admin.delete(f"{URL}/{added['id']}"), 409, "storage_location_is_default")
    refused(await member.get(URL), 403, "forbidden")
    refused(await crew["owner"].post(URL, json=described(server)), 403, "forbidden")
    refused(await admin.patch(f"{URL}/{added['id']}", json={"team_ids": ["nobody"]}), 404, "team_not_found")
    ok(await admin.patch(f"{URL}/{added['id']}", json={"team_ids": []}))
    assert await where(member, await member.upload(transcribe="false")) == "local"


@pytest.mark.parametrize("environment", [licensed(features=("teams",))])
async def test_without_it_in_the_licence_nothing_is_added_and_what_is_there_is_looked_after(admin: Person) -> None:
    body = {"name": "One", "type": "s3", "config": {"bucket": "recordings"}}
    assert refused(await admin.post(URL, json=body), 402, "entitlement_missing")["entitlement"] == "storage"
    assert ok(await admin.get(URL))["total"] == 1
    assert ok(await admin.post(f"{URL}/local/test"))["ok"]
    ok(await admin.patch(f"{URL}/local", json={"is_default": True}))


@pytest.mark.parametrize("environment", [{"VERBATIM_STORAGE": "local"}])
async def test_what_the_environment_says_stands(admin: Person) -> None:
    body = {"name": "One", "type": "s3", "config": {"bucket": "recordings"}}
    refused(await admin.post(URL, json={**body, "is_default": True}), 409, "storage_default_fixed")
    added = ok(await admin.post(URL, json=body), 201)
    refused(await admin.patch(f"{URL}/{added['id']}", json={"is_default": True}), 409, "storage_default_fixed")


async def test_another_stands_in_while_the_store_is_away(admin: Person, app: FastAPI, server: StoreServer) -> None:
    away = described(server)
    away["config"]["endpoint"] = "http://127.0.0.1:9"
    away = ok(await admin.post(URL, json={**away, "is_default": True}), 201)
    refused(await upload(admin), 503, "storage_failed")
    ok(await admin.patch(f"{URL}/local", json={"stands_in": True}))
    assert await where(admin, ok(await upload(admin), 201)) == "local"


async def upload(person: Person) -> Any:
    """Send a recording, whatever the answer will be."""
    files = {"file": ("a.flac", REPORT.read_bytes())}
    return await person.post("/api/recordings/upload", files=files, data={"transcribe": "false"})


WRONG: list[tuple[str, dict[str, str], Any, str]] = [
    ("s3", {}, {}, "storage_location_invalid"),
    ("s3", {"bucket": "a/../b"}, {}, "storage_location_invalid"),
    ("s3", {"bucket": "recordings@evil"}, {}, "storage_location_invalid"),
    ("s3", {"bucket": "recordings", "region": "eu.evil.example/#"}, {}, "storage_location_invalid"),
    ("s3", {"bucket": "recordings", "account": "x"}, {}, "storage_location_invalid"),
    ("s3", {"bucket": "recordings"}, {"key_id": "AKIA"}, "storage_location_invalid"),
    ("s3", {"bucket": "recordings"}, {"key": "AAAA"}, "storage_location_invalid"),
    ("s3", {"bucket": "recordings", "endpoint": "https://store.example.org"}, {}, "storage_location_invalid"),
    ("s3", {"bucket": "recordings", "prefix": "../other"}, {}, "storage_location_invalid"),
    ("s3", {"bucket": "recordings", "endpoint": "file:///etc"}, "both", "storage_location_invalid"),
    ("s3", {"bucket": "recordings", "endpoint": "http://10.0.0.1"}, "both", "storage_endpoint_refused"),
    ("s3", {"bucket": "recordings", "endpoint": "http://169.254.169.254"}, "both", "storage_endpoint_refused"),
    ("s3", {"bucket": "recordings", "endpoint": "http://[fd00:ec2::254]"}, "both", "storage_endpoint_refused"),
    ("azure_blob", {"account": "evil.example/#", "container": "abc"}, {}, "storage_location_invalid"),
    ("azure_blob", {"account": "abc"}, {}, "storage_location_invalid"),
    ("azure_blob", {"account": "abc", "container": "abc"}, {"key": "no base64!"}, "storage_location_invalid"),
]


class TestRefused:
    """What cannot be a location. No store is asked."""

    async def test_by_a_sentence(self, admin: Person) -> None:
        for kind, config, secrets, code in WRONG:
            credentials = {"key_id": "AKIA0000", "secret": "hush-hush"} if secrets == "both" else secrets
            body = {"type": kind, "config": config, "credentials": credentials}
            for answer in (
                await admin.post(URL, json={"name": "Wrong", **body}),
                await admin.post(f"{URL}/test", json=body),
            ):
                found = refused(answer, 422, code)
                assert "hush-hush" not in str(found)
        assert ok(await admin.get(URL))["total"] == 1

    async def test_a_second_one_of_the_same_name(self, admin: Person) -> None:
        body = {"name": "One", "type": "s3", "config": {"bucket": "recordings"}}
        first = ok(await admin.post(URL, json=body), 201)
        refused(await admin.post(URL, json=body), 409, "storage_location_name_taken")
        assert (await admin.delete(f"{URL}/{first['id']}")).status_code == 204
        ok(await admin.post(URL, json=body), 201)

    async def test_a_change_of_what_the_environment_brings(self, admin: Person) -> None:
        refused(await admin.patch(f"{URL}/local", json={"name": "Mine"}), 409, "storage_location_locked")
        refused(await admin.delete(f"{URL}/local"), 409, "storage_location_locked")

    async def test_credentials_sent_elsewhere(self, admin: Person) -> None:
        body = {
            "name": "One",
            "type": "s3",
            "config": {"bucket": "recordings", "endpoint": "http://127.0.0.1:9"},
            "credentials": {"key_id": "AKIA0000", "secret": "hush-hush"},
        }
        added = ok(await admin.post(URL, json=body), 201)
        elsewhere = {"config": {"endpoint": "http://127.0.0.2:9"}}
        refused(await admin.patch(f"{URL}/{added['id']}", json=elsewhere), 422, "storage_location_invalid")
        ok(await admin.patch(f"{URL}/{added['id']}", json={**elsewhere, "credentials": body["credentials"]}))
