"""`/api/admin/settings`: what administrators see, change and give back."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import httpx
import pytest
from conftest_types import MakeApp, MakePerson, MakeUser
from fastapi import FastAPI
from sqlalchemy import select
from support.waiting import until
from support_enterprise import Person
from support_teams import Json, ok, refused
from verbatim.core.settings.models import StoredSetting
from verbatim_enterprise.system_session import system_transaction

PATH = "/api/admin/settings"


async def read(admin: Person) -> dict[str, Json]:
    """Return every setting by its name."""
    answer = ok(await admin.get(PATH))
    return {one["name"]: one for group in answer["groups"] for one in group["settings"]}


async def change(admin: Person, values: dict[str, Any] | None = None, reset: list[str] | None = None) -> httpx.Response:
    version = ok(await admin.get(PATH))["version"]
    return await admin.patch(PATH, json={"version": version, "values": values or {}, "reset": reset or []})


async def rows(app: FastAPI) -> dict[str, StoredSetting]:
    async with system_transaction(app.state.database, read_only=True) as session:
        return {row.name: row for row in await session.scalars(select(StoredSetting))}


async def test_a_value_comes_from_its_default_the_environment_or_an_administrator(admin: Person) -> None:
    found = await read(admin)
    days = found["invite_days"]
    assert (days["value"], days["default"], days["source"], days["locked"]) == (7, 7, "default", False)
    assert (days["minimum"], days["maximum"], days["kind"]) == (1, 90, "whole_number")
    assert found["secret_key"]["source"] == "environment"
    assert found["secret_key"]["locked"]
    assert (found["registration"]["kind"], found["registration"]["choices"]) == (
        "choice",
        ["closed", "approval", "domains"],
    )

    ok(await change(admin, {"invite_days": 12}))
    days = (await read(admin))["invite_days"]
    assert (days["value"], days["source"], days["changed_by"]) == (12, "database", "ada")
    assert days["changed_at"] is not None

    ok(await change(admin, reset=["invite_days"]))
    days = (await read(admin))["invite_days"]
    assert (days["value"], days["source"], days["changed_by"]) == (7, "default", None)


async def test_secrets_are_never_told(admin: Person, app: FastAPI, capfd: pytest.CaptureFixture[str]) -> None:
    answer = await change(admin, {"transcription_api_key": "sk-hush-hush", "mail_password": "hush-mail"})
    ok(answer)
    again = await admin.get(PATH)
    log = await admin.get("/api/admin/audit?resource_type=setting")
    for text in (answer.text, again.text, log.text, repr(app.state.settings), capfd.readouterr().out):
        assert "hush" not in text
    found = await read(admin)
    assert (found["mail_password"]["is_set"], found["mail_password"]["value"]) == (True, None)
    assert found["transcription_api_key"]["kind"] == "secret"
    stored = (await rows(app))["mail_password"]
    assert stored.value is None
    assert "hush" not in (stored.sealed or "")
    assert app.state.settings.transcription_api_key.get_secret_value() == "sk-hush-hush"


async def test_addresses_that_may_hold_passwords_are_secrets_too(admin: Person) -> None:
    found = await read(admin)
    for name in ("database_url", "audit_http_url", "redis_url", "oidc_providers"):
        assert found[name]["value"] is None, name


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"invite_days": 0}, "invite_days"),
        ({"invite_days": "many"}, "invite_days"),
        ({"invite_days": True}, "invite_days"),
        ({"invite_days": 5, "keys_per_user": -1}, "keys_per_user"),
        ({"registration": "everyone"}, "registration"),
        ({"registration_domains": {"a": 1}}, "registration_domains"),
        ({"mail_host": "post.example.org"}, "mail_host"),
        ({"mfa_required_roles": ["emperor"]}, "mfa_required_roles"),
        ({"webhooks_allow_private": ["10.0.0.0/99"]}, "webhooks_allow_private"),
        ({"audit_retention_days": 7}, "audit_retention_days"),
        ({"transcription_idle_seconds": None}, "transcription_idle_seconds"),
        ({"registration": "domains", "registration_domains": ["example.org"]}, None),
    ],
)
async def test_what_cannot_be_used_is_refused_by_name_and_nothing_is_changed(
    admin: Person, app: FastAPI, values: dict[str, Any], field: str | None
) -> None:
    answer = await change(admin, {"teams_creation": "admins", **values})
    refused(answer, 422, "invalid_settings")
    assert answer.json()["field"] == field
    assert answer.json()["detail"].endswith("Nothing was changed.")
    assert await rows(app) == {}
    assert (await read(admin))["teams_creation"]["source"] == "default"


async def test_a_number_that_json_cannot_hold_is_refused(admin: Person, app: FastAPI) -> None:
    for text in ("Infinity", "NaN", "1e999", str(2**70)):
        body = f'{{"version": 0, "values": {{"transcription_idle_seconds": {text}}}}}'
        answer = await admin.patch(PATH, content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 422, text
    assert await rows(app) == {}


async def test_settings_that_fit_together_are_changed_together(admin: Person) -> None:
    ok(await change(admin, {"mail_host": "post.example.org", "mail_from": "verbatim@example.org"}))
    refused(await change(admin, reset=["mail_from"]), 422, "invalid_settings")
    ok(await change(admin, reset=["mail_from", "mail_host"]))


@pytest.mark.parametrize("environment", [{"VERBATIM_INVITE_DAYS": "3", "VERBATIM_MAIL_FROM_NAME": ""}])
async def test_what_the_environment_sets_is_locked(admin: Person, app: FastAPI) -> None:
    for name in ("invite_days", "mail_from_name", "secret_key", "workers", "license_mode"):
        for how in ({"values": {name: 5}}, {"reset": [name]}):
            answer = await admin.patch(PATH, json={"version": 0, **how})
            refused(answer, 409, "setting_locked")
            assert answer.json()["field"] == name
            assert f"VERBATIM_{name.upper()}" in answer.json()["detail"]
    assert (await read(admin))["invite_days"]["value"] == 3
    assert await rows(app) == {}


async def test_unknown_settings_and_fields_are_refused(admin: Person) -> None:
    refused(await change(admin, {"invite_weeks": 1}), 422, "unknown_setting")
    refused(await change(admin, reset=["__class__"]), 422, "unknown_setting")
    assert (await admin.patch(PATH, json={"version": 0, "value": {}})).status_code == 422
    assert (await admin.patch(PATH, json={"values": {}})).status_code == 422
    both = {"version": 0, "values": {"invite_days": 2}, "reset": ["invite_days"]}
    refused(await admin.patch(PATH, json=both), 422, "invalid_settings")


async def test_two_administrators_do_not_overwrite_each_other(admin: Person, app: FastAPI) -> None:
    version = ok(await admin.get(PATH))["version"]
    bodies = [{"version": version, "values": {"invite_days": days}} for days in range(2, 8)]
    answers = await asyncio.gather(*(admin.patch(PATH, json=body) for body in bodies))
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 5]
    won = next(body for body, answer in zip(bodies, answers, strict=True) if answer.status_code == 200)
    assert json.loads((await rows(app))["invite_days"].value or "") == won["values"]["invite_days"]
    refused(await admin.patch(PATH, json=bodies[0]), 409, "settings_changed")


async def test_every_change_is_in_the_audit_log_with_before_and_after(admin: Person) -> None:
    ok(await change(admin, {"invite_days": 12, "mail_password": "hush"}))
    ok(await change(admin, {"mail_password": "hush more"}))
    ok(await change(admin, reset=["invite_days", "mail_password"]))
    refused(await change(admin, {"invite_days": 1000}), 422, "invalid_settings")
    items = ok(await admin.get("/api/admin/audit?action=setting.changed&page_size=50"))["items"]
    told = [(one["resource_id"], one["before"]["value"], one["after"]["value"]) for one in reversed(items)]
    assert sorted(told[:2]) == [("invite_days", "7", "12"), ("mail_password", "not set", "set")]
    assert told[2] == ("mail_password", "set", "set")
    assert sorted(told[3:]) == [("invite_days", "12", "7"), ("mail_password", "set", "not set")]
    assert {one["actor"] for one in items} == {"ada"}


async def test_only_administrators_see_and_change_settings(
    admin: Person, make_user: MakeUser, visitor: MakePerson
) -> None:
    ok(await admin.get(PATH))
    for role in ("user", "viewer"):
        person = await make_user(f"{role}-one", role=role)
        refused(await person.get(PATH), 403, "forbidden")
        refused(await person.patch(PATH, json={"version": 0}), 403, "forbidden")
    assert (await visitor().get(PATH)).status_code == 401


async def test_a_restart_is_asked_for_where_it_is_needed_and_brings_the_value(
    admin: Person, app: FastAPI, make_app: MakeApp
) -> None:
    answer = ok(await change(admin, {"hash_queue": 77, "invite_days": 9}))
    assert answer["restart_needed"] == ["hash_queue"]
    found = await read(admin)
    assert (found["hash_queue"]["value"], found["hash_queue"]["waits"]) == (77, True)
    before = app.state.auth_services.settings.auth.hash_queue
    assert before == 32
    other = make_app()
    async with other.router.lifespan_context(other):
        assert other.state.auth_services.settings.auth.hash_queue == 77
        assert other.state.runtime.store.waits(other.state.runtime.store.fields["hash_queue"]) is False
    answer = ok(await change(admin, reset=["hash_queue"]))
    assert (await read(admin))["hash_queue"]["source"] == "default"


async def test_another_process_follows_within_seconds(admin: Person, make_app: MakeApp) -> None:
    other = make_app()
    async with other.router.lifespan_context(other):
        # Both processes of this test share what plugins read; the core's own settings are each process's own.
        assert other.state.settings.upload_max_bytes != 123_456
        ok(await change(admin, {"upload_max_bytes": 123_456}))
        began = time.monotonic()

        async def follows() -> bool:
            return bool(other.state.settings.upload_max_bytes == 123_456)

        await until(follows)
        assert time.monotonic() - began < 5
