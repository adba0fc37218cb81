"""Settings in short, taken back, and taken to another installation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from support_enterprise import Person
from support_license import LICENSED, UNLICENSED
from support_teams import Json, ok, refused

PATH = "/api/admin/settings"


async def items(admin: Person) -> dict[str, Json]:
    return {one["key"]: one for one in ok(await admin.get(PATH))["items"]}


async def test_settings_in_short_are_set_by_their_names(admin: Person) -> None:
    days = (await items(admin))["invite_days"]
    told = {"value": 7, "source": "default", "default": 7, "locked": False, "restart_required": False}
    assert days == {"key": "invite_days", **told}
    found = ok(await admin.patch(PATH, json={"invite_days": 9, "mail_from_name": "Nova"}))
    by_key = {one["key"]: one for one in found["items"]}
    assert (by_key["invite_days"]["value"], by_key["invite_days"]["source"]) == (9, "database")
    assert by_key["mail_password"]["value"] is None
    assert (await items(admin))["secret_key"]["locked"]
    refused(await admin.patch(PATH, json={"secret_key": "x" * 40}), 409, "setting_locked")
    assert (await admin.patch(PATH, json={"no_such_setting": 1})).status_code in {404, 422}
    both = {"version": found["version"], "invite_days": 3, "values": {"invite_days": 4}}
    refused(await admin.patch(PATH, json=both), 422, "invalid_settings")
    refused(await admin.patch(PATH, json={"invite_days": "many"}), 422, "invalid_settings")
    assert (await items(admin))["invite_days"]["value"] == 9


async def test_the_last_change_is_taken_back_and_made_anew(admin: Person) -> None:
    first = ok(await admin.patch(PATH, json={"invite_days": 9}))
    second = ok(await admin.patch(PATH, json={"invite_days": 11, "mail_from_name": "Nova"}))
    assert second["last_change"]["names"] == ["invite_days", "mail_from_name"]
    assert (second["last_change"]["changed_by"], second["last_change"]["can_undo"]) == ("ada", True)
    refused(await admin.post(f"{PATH}/undo", json={"version": first["version"]}), 409, "nothing_to_undo")

    undone = ok(await admin.post(f"{PATH}/undo", json={"version": second["version"]}))
    by_key = {one["key"]: one for one in undone["items"]}
    assert (by_key["invite_days"]["value"], by_key["mail_from_name"]["source"]) == (9, "default")
    again = ok(await admin.post(f"{PATH}/undo", json={"version": undone["version"]}))
    assert {one["key"]: one for one in again["items"]}["invite_days"]["value"] == 11

    secret = ok(await admin.patch(PATH, json={"mail_password": "hush"}))
    assert secret["last_change"]["can_undo"] is False
    refused(await admin.post(f"{PATH}/undo", json={"version": secret["version"]}), 409, "secrets_not_kept")


async def test_what_is_set_here_is_set_elsewhere_without_secrets(admin: Person) -> None:
    ok(await admin.patch(PATH, json={"invite_days": 9, "mail_from_name": "Nova", "mail_password": "hush"}))
    answer = await admin.get(f"{PATH}/export")
    assert "hush" not in answer.text
    exported = ok(answer)
    assert exported["settings"] == {"invite_days": 9, "mail_from_name": "Nova"}
    assert "mail_password" in exported["secrets"]
    ok(await admin.patch(PATH, json={"invite_days": 3}))

    carried: dict[str, Any] = {
        **exported,
        "settings": {**exported["settings"], "gone": 1, "secret_key": "x", "jobs": "distributed"},
    }
    preview = ok(await admin.post(f"{PATH}/import", json=carried))
    assert preview["applied"] is False
    assert {one["name"]: one["problem"] is None for one in preview["changes"]} == {
        "invite_days": True, "gone": False, "secret_key": False, "jobs": False,
    }  # fmt: skip
    assert (await items(admin))["invite_days"]["value"] == 3
    ok(await admin.post(f"{PATH}/import", json={**carried, "apply": True}))
    assert (await items(admin))["invite_days"]["value"] == 9
    wrong = {**exported, "settings": {"invite_days": 10_000}, "apply": True}
    refused(await admin.post(f"{PATH}/import", json=wrong), 422, "invalid_settings")
    assert (await items(admin))["invite_days"]["value"] == 9


@pytest.mark.parametrize("environment", [LICENSED, UNLICENSED], ids=["licensed", "without a licence"])
async def test_the_only_administrator_sets_the_server_up_without_a_licence_too(
    admin: Person, environment: Mapping[str, str]
) -> None:
    """Without a licence the longest-standing administrator works on: settings are theirs to change."""
    assert environment
    ok(await admin.get(PATH))
    ok(await admin.patch(PATH, json={"invite_days": 9}))
    version = ok(await admin.get(PATH))["version"]
    ok(await admin.post(f"{PATH}/undo", json={"version": version}))
