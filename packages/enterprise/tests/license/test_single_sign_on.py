"""Single sign-on and the licence: it makes no new accounts beyond it, and keeps nobody out who has one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from conftest_types import MakePerson
from support_enterprise import Person
from support_license import make_license
from support_oidc import people, running_provider, sign_in


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with running_provider() as issuer:
        yield issuer


@pytest.fixture
def environment(provider: str) -> Mapping[str, str]:
    corp = {"id": "corp", "name": "Corp", "issuer": provider, "client_id": "verbatim", "client_secret": "s3cret"}
    return {"VERBATIM_OIDC_PROVIDERS": json.dumps([corp])}


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"seats": 2}, "seats_exceeded"),
        ({"features": ("teams",)}, "entitlement_missing"),
        ({"days": -30}, "license_read_only"),
    ],
)
async def test_licence_makes_no_new_account_says_why_and_keeps_nobody_out(
    admin: Person, visitor: MakePerson, provider: str, wanted: dict[str, Any], code: str
) -> None:
    people(provider, "1009", email="early@example.org", preferred_username="early")
    people(provider, "1010", email="late@example.org", preferred_username="late")
    browser = visitor()
    await sign_in(browser, "1009")
    uploaded = await admin.post("/api/license", json={"license_key": make_license(**wanted)})
    assert uploaded.status_code == 200, uploaded.text
    browser.cookies.clear()
    assert await sign_in(browser, "1010") == f"/login?error={code}"
    await sign_in(browser, "1009")
    assert (await browser.me())["username"] == "early"
