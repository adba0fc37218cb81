"""A licence until the last day there is, as vendors issue perpetual ones: it counts like any other."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from typing import Any

import pytest
from support_commands import verbatim
from support_enterprise import Person
from support_license import LICENSED, SCRIPT, UNLICENSED, claims_of, make_license, sign
from support_teams import ok, refused
from verbatim.config import Settings

LAST = "9999-12-31"
ENDLESS = sign({**claims_of(), "expires_at": f"{LAST}T23:59:59Z"})


def perpetual() -> str:
    words = (*SCRIPT, "issue", "--org", "Radio Nova", "--seats", "3", "--expires", LAST, "--test")
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def environment() -> Mapping[str, str]:
    return UNLICENSED


async def test_a_perpetual_licence_is_uploaded_looked_at_and_replaced(admin: Person) -> None:
    body = {"license_key": perpetual()}

    assert ok(await admin.post("/api/license/validate", json=body))["state"] == "valid"
    found = ok(await admin.post("/api/license", json=body))

    assert (found["state"], found["message"]) == ("valid", "The licence is valid until 31 December 9999.")
    assert found["expires_at"].startswith(f"{LAST}T23:59:59")
    assert found["grace_ends_at"].startswith(LAST)
    assert ok(await admin.get("/api/license/notices"))["notices"][0]["key"] == "test"
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    found = ok(await admin.post("/api/license", json={"license_key": make_license(seats=5)}))
    assert found["previous"]["expires_at"].startswith(LAST)


@pytest.mark.timeout(200)
@pytest.mark.parametrize("environment", [{**LICENSED, "VERBATIM_LICENSE_KEY": ENDLESS}], ids=["perpetual"])
async def test_a_perpetual_licence_in_the_settings(
    admin: Person, settings: Settings, environment: Mapping[str, str]
) -> None:
    assert ok(await admin.get("/api/license/status"))["state"] == "valid"
    _, said = await verbatim(settings, "doctor", variables=environment)
    assert "The licence is valid until 31 December 9999." in said
    assert "Error" not in said


@pytest.mark.parametrize(
    "change",
    [{"expires_at": "0001-01-05T23:59:59Z"}, {"expires_at": "9999-12-31T23:59:59-10:00"}, {"org_name": "\ud800"}],
    ids=["too early", "too late", "no text"],
)
async def test_a_genuine_one_that_cannot_be_stored_is_refused_with_the_reason(
    admin: Person, change: dict[str, Any]
) -> None:
    body = {"license_key": sign({**claims_of(), **change})}
    for path in ("/api/license/validate", "/api/license"):
        assert "genuine" in refused(await admin.post(path, json=body), 422, "license_malformed")["detail"]
