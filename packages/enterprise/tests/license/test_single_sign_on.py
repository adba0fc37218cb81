"""Single sign-on and the licence: it makes no new accounts beyond it, and keeps nobody out who has one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
from conftest_types import MakePerson
from support_enterprise import Person
from support_license import make_license
from support_oidc import running_provider

BASE = "http://127.0.0.1:52780"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with running_provider() as issuer:
        yield issuer


@pytest.fixture
def environment(provider: str) -> Mapping[str, str]:
    corp = {"id": "corp", "name": "Corp", "issuer": provider, "client_id": "verbatim", "client_secret": "s3cret"}
    return {"VERBATIM_OIDC_PROVIDERS": json.dumps([corp])}


def _know(provider: str, subject: str, name: str) -> None:
    person = {"email": f"{name}@example.org", "preferred_username": name}
    httpx.put(f"{provider}/users/{subject}", json=person).raise_for_status()


def _consent(url: str, subject: str) -> str:
    """Sign in at the provider; give where it sends the browser back to."""
    return str(httpx.post(url, data={"sub": subject}).headers["location"])


async def _sign_in(client: Person, subject: str) -> str:
    """Go the whole way; give where the browser ends up."""
    back = _consent((await client.get("/api/auth/oidc/corp/login")).headers["location"], subject)
    response = await client.get(back.removeprefix(BASE), headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 303, response.text
    return str(response.headers["location"])


@pytest.mark.parametrize("wanted", [{"seats": 2}, {"features": ("teams",)}, {"days": -30}], ids=str)
async def test_licence_makes_no_new_account_and_keeps_nobody_out(
    admin: Person, visitor: MakePerson, provider: str, wanted: dict[str, Any]
) -> None:
    _know(provider, "1009", "early")
    _know(provider, "1010", "late")
    browser = visitor()
    await _sign_in(browser, "1009")
    uploaded = await admin.post("/api/license", json={"license_key": make_license(**wanted)})
    assert uploaded.status_code == 200, uploaded.text
    browser.cookies.clear()
    assert await _sign_in(browser, "1010") == "/login?error=oidc_no_account"
    await _sign_in(browser, "1009")
    assert (await browser.me())["username"] == "early"
