"""An administrator tries a sign-in provider out: sees what it tells and what would happen, and nothing happens."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from conftest_types import MakePerson, MakeUser
from fastapi import FastAPI
from sqlalchemy import func, select
from support_enterprise import Person
from support_odd_oidc import OddProvider, odd_provider, sign_in_at
from support_teams import Json, ok, refused
from verbatim_enterprise.auth.models import AuthSession, Identity, MappedMembership
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Team, TeamMember
from verbatim_enterprise.users.models import User

TEAM = "01a20e80-0000-7000-8000-000000000002"
GROUPS = [{"group": "g1", "team": TEAM, "role": "admin"}, {"group": "g2", "installation_role": "admin"}]
ADDRESS = "new@example.org"


@pytest.fixture
def provider() -> Iterator[OddProvider]:
    with odd_provider() as found:
        yield found


@pytest.fixture
def environment(provider: OddProvider) -> Mapping[str, str]:
    providers = [
        provider.settings("odd"),
        provider.settings("groups", groups_claim="groups", groups=GROUPS),
        provider.settings("members", create_users=False),
    ]
    return {"VERBATIM_OIDC_PROVIDERS": json.dumps(providers)}


@pytest.fixture
async def team(app: FastAPI, admin: Person) -> None:
    async with system_transaction(app.state.database) as session:
        session.add(Team(id=TEAM, name="Radio"))


async def _counts(app: FastAPI) -> list[int | None]:
    async with system_transaction(app.state.database, read_only=True) as session:
        kinds = (User, Identity, MappedMembership, TeamMember, AuthSession)
        return [await session.scalar(select(func.count()).select_from(kind)) for kind in kinds]


def _back_from(provider: OddProvider, url: str) -> str:
    """Sign in at the provider; give the address that it leads back to."""
    query = dict(parse_qsl(urlsplit(url).query))
    provider.nonce = query["nonce"]
    return f"{urlsplit(query['redirect_uri']).path}?{urlencode({'code': 'c', 'state': query['state']})}"


async def _come_back(tester: Person, provider: OddProvider, url: str) -> dict[str, str]:
    """Sign in at the provider and come back; give what the page is handed behind the #."""
    led = await tester.get(_back_from(provider, url), headers={"Sec-Fetch-Site": "cross-site"})
    assert led.status_code == 303
    page = urlsplit(led.headers["location"])
    assert (page.path, page.query) == ("/admin/sign-in", "")
    return dict(parse_qsl(page.fragment))


async def _try(tester: Person, provider: OddProvider, name: str) -> Json:
    url = ok(await tester.post(f"/api/auth/oidc/{name}/test"))["url"]
    sent = await _come_back(tester, provider, url)
    assert sent.pop("provider") == name
    return ok(await tester.post(f"/api/auth/oidc/{name}/test/result", json=sent))


async def test_a_newcomer_is_shown_and_not_made(app: FastAPI, admin: Person, provider: OddProvider) -> None:
    provider.says(email=ADDRESS, email_verified=True, name="New Comer", preferred_username="newcomer", dept=["a", 1])
    before = await _counts(app)
    found = await _try(admin, provider, "odd")
    assert found["claims"]["dept"] == ["a", 1]
    assert (found["outcome"], found["email"], found["email_checked"]) == ("creates_account", ADDRESS, True)
    assert found["account"] == {
        "username": "newcomer",
        "email": ADDRESS,
        "display_name": "New Comer",
        "role": "user",
    }
    assert await _counts(app) == before
    assert (await admin.me())["username"] == "ada"  # still


@pytest.mark.usefixtures("team")
async def test_groups_are_shown_as_the_roles_they_map_to(app: FastAPI, admin: Person, provider: OddProvider) -> None:
    provider.says(email=ADDRESS, email_verified=True, groups=["g1", "g2", "else"])
    before = await _counts(app)
    found = await _try(admin, provider, "groups")
    assert found["groups"] == ["else", "g1", "g2"]
    assert found["account"]["role"] == "admin"
    assert found["teams"] == [{"id": TEAM, "name": "Radio", "role": "admin"}]
    assert await _counts(app) == before


@pytest.mark.parametrize(
    ("name", "claims", "code"),
    [
        ("odd", {"email": ADDRESS, "email_verified": False}, "oidc_email_unverified"),
        ("odd", {"email": ADDRESS, "email_verified": "false"}, "oidc_email_unverified"),
        ("odd", {"preferred_username": "x"}, "oidc_no_email"),
        ("members", {"email": ADDRESS, "email_verified": True}, "oidc_no_account"),
        ("odd", {"email": "ada@example.org", "email_verified": True}, "oidc_no_account"),
    ],
)
async def test_why_not(
    app: FastAPI, admin: Person, provider: OddProvider, name: str, claims: dict[str, Any], code: str
) -> None:
    provider.says(**claims)
    before = await _counts(app)
    found = await _try(admin, provider, name)
    assert (found["outcome"], found["reason"]["code"]) == ("refused", code)
    assert found["reason"]["detail"].endswith(".")
    assert found["account"] is None
    assert found["claims"].items() >= claims.items()
    assert await _counts(app) == before


async def test_somebody_known_and_somebody_deactivated(
    app: FastAPI, admin: Person, visitor: MakePerson, provider: OddProvider
) -> None:
    provider.says(email=ADDRESS, email_verified=True)
    assert "error" not in await sign_in_at(visitor(), provider, "odd")
    assert (await _try(admin, provider, "odd"))["outcome"] == "signs_in"
    (user,) = ok(await admin.get("/api/users", params={"search": ADDRESS}))["items"]
    ok(await admin.patch(f"/api/users/{user['id']}", json={"is_active": False}))
    found = await _try(admin, provider, "odd")
    assert (found["outcome"], found["reason"]["code"]) == ("refused", "account_deactivated")
    assert found["account"]["email"] == ADDRESS


async def test_only_the_administrator_who_began_it(
    admin: Person, make_user: MakeUser, visitor: MakePerson, provider: OddProvider
) -> None:
    provider.says(email=ADDRESS, email_verified=True)
    bob = await make_user("bob")
    refused(await bob.post("/api/auth/oidc/odd/test"), 403, "forbidden")
    refused(await bob.get("/api/auth/oidc/providers"), 403, "forbidden")
    refused(await visitor().post("/api/auth/oidc/odd/test"), 401, "not_signed_in")
    sent = await _come_back(admin, provider, ok(await admin.post("/api/auth/oidc/odd/test"))["url"])
    del sent["provider"]
    other = await make_user("eve", role="admin")
    other.cookies.update(admin.cookies)
    refused(await other.post("/api/auth/oidc/odd/test/result", json=sent), 400, "oidc_state")
    refused(await admin.post("/api/auth/oidc/groups/test/result", json=sent), 400, "oidc_state")
    refused(await admin.post("/api/auth/oidc/odd/test/result", json={**sent, "state": "made up"}), 400, "oidc_state")


async def test_a_test_signs_nobody_in_and_a_sign_in_is_no_test(
    app: FastAPI, admin: Person, visitor: MakePerson, provider: OddProvider
) -> None:
    provider.says(email=ADDRESS, email_verified=True)
    sent = await _come_back(admin, provider, ok(await admin.post("/api/auth/oidc/odd/test"))["url"])
    assert not [name for name in admin.cookies if "access" in name or "refresh" in name]
    body = {"state": sent["state"], "error": "access_denied"}
    refused(await admin.post("/api/auth/oidc/odd/test/result", json=body), 400, "oidc_failed")
    browser = visitor()
    login = await browser.get("/api/auth/oidc/odd/login")
    back = dict(parse_qsl(urlsplit(_back_from(provider, login.headers["location"])).query))
    admin.cookies.update(browser.cookies)
    refused(await admin.post("/api/auth/oidc/odd/test/result", json=back), 400, "oidc_state")


async def test_the_providers_are_listed_without_their_secrets(admin: Person, provider: OddProvider) -> None:
    answer = await admin.get("/api/auth/oidc/providers")
    items = ok(answer)["items"]
    assert [one["id"] for one in items] == ["odd", "groups", "members"]
    assert items[1]["groups"] == 2
    assert items[0]["redirect_uri"].endswith("/api/auth/oidc/odd/callback")
    assert "secret" not in answer.text
