"""Single sign-on, against a provider that runs as a server of its own."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest
from conftest_types import MakePerson, MakeUser
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import RSAKey
from pydantic import ValidationError
from sqlalchemy import func, select
from support_enterprise import ADMIN, SAME_ORIGIN, Person
from support_oidc import BASE, consent, people, running_provider, sign_in, to_provider
from verbatim_enterprise.auth.errors import OidcError, OidcUnavailableError
from verbatim_enterprise.auth.models import Identity
from verbatim_enterprise.auth.oidc.client import OidcClient
from verbatim_enterprise.auth.oidc.settings import GroupMapping, OidcProviderSettings
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.members import admit
from verbatim_enterprise.teams.models import Team, TeamRole
from verbatim_enterprise.users.models import User

TEAM = "01a20e80-0000-7000-8000-000000000001"


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    with running_provider() as issuer:
        yield issuer


@pytest.fixture
def environment(provider: str) -> Mapping[str, str]:
    common = {"issuer": provider, "client_id": "verbatim", "client_secret": "s3cret"}
    groups = [
        {"group": "editors", "team": TEAM, "role": "member"},
        {"group": "leads", "team": TEAM, "role": "admin"},
        {"group": "it", "installation_role": "admin"},
    ]
    providers: list[dict[str, Any]] = [
        {"id": "corp", "name": "Corp", **common},
        {"id": "mapped", "name": "Mapped", **common, "groups_claim": "groups", "groups": groups},
        {"id": "closed", "name": "Closed", **common, "create_users": False},
        {"id": "liar", "name": "Liar", **common, "issuer": provider + "/"},
    ]
    return {"VERBATIM_OIDC_PROVIDERS": json.dumps(providers)}


@pytest.fixture
async def browser(admin: Person, visitor: MakePerson) -> Person:
    return visitor()


async def test_request(browser: Person, provider: str) -> None:
    url = urlsplit(await to_provider(browser))
    query = {key: values[0] for key, values in parse_qs(url.query).items()}
    assert f"{url.scheme}://{url.netloc}" == provider
    assert query["response_type"] == "code"
    assert query["code_challenge_method"] == "S256"
    assert query["redirect_uri"] == f"{BASE}/api/auth/oidc/corp/callback"
    assert len(query["state"]) >= 32
    assert len(query["nonce"]) >= 32
    cookie = next(cookie for cookie in browser.cookies.jar if cookie.name == "verbatim_oidc")
    for secret in (query["state"], query["nonce"]):
        assert secret not in (cookie.value or "")


async def test_methods_are_announced(browser: Person) -> None:
    methods = (await browser.get("/api/info")).json()["auth"]["methods"]
    assert methods[0]["type"] == "password"
    assert methods[1] == {"type": "oidc", "id": "corp", "label": "Corp", "url": "/api/auth/oidc/corp/login"}


async def test_new_person(browser: Person, provider: str, app: FastAPI) -> None:
    people(provider, "1001", email="grace@example.org", preferred_username="grace", name="Grace H.")
    assert await sign_in(browser, "1001", return_to="/projects?x=1") == "/projects?x=1"
    me = await browser.me()
    assert (me["username"], me["display_name"], me["has_password"]) == ("grace", "Grace H.", False)
    assert (me["role"], me["permissions"], me["identities"]) == ("user", [], ["corp"])
    # The same person again, under another address, is the same account.
    people(provider, "1001", email="changed@example.org")
    browser.cookies.clear()
    await sign_in(browser, "1001")
    assert (await browser.me())["id"] == me["id"]
    async with system_transaction(app.state.database) as session:
        assert await session.scalar(select(func.count(Identity.id))) == 1


async def test_an_address_is_no_identity(browser: Person, provider: str, app: FastAPI) -> None:
    """Somebody else at the provider with the administrator's address does not get the administrator's account."""
    people(provider, "1002", email=f"{ADMIN}@example.org")
    assert await sign_in(browser, "1002") == "/login?error=oidc_no_account"
    assert (await browser.get("/api/auth/me")).status_code == 401
    async with system_transaction(app.state.database) as session:
        assert await session.scalar(select(func.count(Identity.id))) == 0


async def test_unchecked_addresses_make_no_account(browser: Person, provider: str) -> None:
    people(provider, "1003", email="boss@example.org", email_verified=False)
    assert await sign_in(browser, "1003") == "/login?error=oidc_email_unverified"
    people(provider, "1004", name="No Address")
    assert await sign_in(browser, "1004") == "/login?error=oidc_no_email"


async def test_closed_provider(browser: Person, provider: str) -> None:
    people(provider, "1005", email="eve@example.org")
    assert await sign_in(browser, "1005", "closed") == "/login?error=oidc_no_account"


async def test_linking(admin: Person, visitor: MakePerson, provider: str) -> None:
    people(provider, "1006", email="other@example.org")
    browser = visitor()
    await browser.browse_in(ADMIN)
    begun = await browser.post("/api/auth/oidc/closed/link")
    assert begun.status_code == 200, begun.text
    back = consent(begun.json()["url"], "1006")
    assert (await browser.get(back.removeprefix(BASE))).headers["location"] == "/account"
    fresh = visitor()
    assert await sign_in(fresh, "1006", "closed") == "/"
    assert (await fresh.me())["username"] == ADMIN
    assert (await browser.delete("/api/auth/oidc/closed/link")).status_code == 200
    assert await sign_in(visitor(), "1006", "closed") == "/login?error=oidc_no_account"


async def test_linking_cannot_be_begun_by_another_site(admin: Person, visitor: MakePerson) -> None:
    browser = visitor()
    await browser.browse_in(ADMIN)
    response = await browser.post("/api/auth/oidc/corp/link", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403


async def test_state_is_bound_to_the_browser(browser: Person, visitor: MakePerson, provider: str) -> None:
    """A link to the end of somebody else's sign-in signs nobody in."""
    back = consent(await to_provider(visitor()), "1007").removeprefix(BASE)
    await to_provider(browser)
    assert (await browser.get(back)).headers["location"] == "/login?error=oidc_state"
    assert (await visitor().get(back)).headers["location"] == "/login?error=oidc_state"
    assert (await browser.get("/api/auth/me")).status_code == 401


async def test_an_answer_counts_once(browser: Person, provider: str) -> None:
    back = consent(await to_provider(browser), "1008@example.org").removeprefix(BASE)
    kept = dict(browser.cookies)
    assert (await browser.get(back)).headers["location"] == "/"
    assert (await browser.get(back)).headers["location"] == "/login?error=oidc_state"
    browser.cookies.clear()
    browser.cookies.update(kept)
    assert (await browser.get(back)).headers["location"] == "/login?error=oidc_failed"


@pytest.mark.parametrize("change", [("state=", "state=x"), ("code=", "code=x"), ("/corp/", "/mapped/")])
async def test_changed_answers(browser: Person, change: tuple[str, str]) -> None:
    back = consent(await to_provider(browser), "1009@example.org").removeprefix(BASE)
    location = (await browser.get(back.replace(*change))).headers["location"]
    assert location in {"/login?error=oidc_state", "/login?error=oidc_failed"}
    assert (await browser.get("/api/auth/me")).status_code == 401


async def test_other_issuers_answer(browser: Person) -> None:
    back = consent(await to_provider(browser), "1010@example.org").removeprefix(BASE)
    location = (await browser.get(f"{back}&iss=https://evil.example")).headers["location"]
    assert location == "/login?error=oidc_failed"


async def test_refusal_at_the_provider(browser: Person) -> None:
    url = await to_provider(browser)
    state = parse_qs(urlsplit(url).query)["state"][0]
    response = await browser.get(f"/api/auth/oidc/corp/callback?error=access_denied&state={state}")
    assert response.headers["location"] == "/login?error=oidc_failed"


async def test_issuer_must_be_exact(browser: Person) -> None:
    response = await browser.get("/api/auth/oidc/liar/login")
    assert response.headers["location"] == "/login?error=oidc_failed"


async def test_unknown_provider(browser: Person) -> None:
    assert (await browser.get("/api/auth/oidc/nobody/login")).status_code == 404


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:1", "/a\nb"]
)
async def test_return_to_stays_here(browser: Person, target: str) -> None:
    assert await sign_in(browser, "1011@example.org", return_to=target) == "/"


async def test_deactivated(browser: Person, admin: Person, provider: str) -> None:
    await sign_in(browser, "1012@example.org")
    me = await browser.me()
    await admin.patch(f"/api/users/{me['id']}", json={"is_active": False})
    assert await sign_in(browser, "1012@example.org") == "/login?error=account_deactivated"


class TestGroups:
    @pytest.fixture(autouse=True)
    async def team(self, admin: Person, app: FastAPI) -> str:
        """Make the team that the settings name."""
        async with system_transaction(app.state.database) as session:
            session.add(Team(id=TEAM, name="Newsroom"))
            await session.flush()
            await admit(session, TEAM, await session.get_one(User, admin.id), TeamRole.OWNER)
        return TEAM

    async def _teams(self, browser: Person, provider: str, *groups: str) -> tuple[str, dict[str, str]]:
        people(provider, "2001", email="lin@example.org", groups=list(groups))
        browser.cookies.clear()
        assert await sign_in(browser, "2001", "mapped") == "/"
        me = await browser.me()
        return me["role"], {team["name"]: team["role"] for team in me["teams"]}

    async def test_come_and_go(self, browser: Person, provider: str, admin: Person) -> None:
        assert await self._teams(browser, provider) == ("user", {})
        assert await self._teams(browser, provider, "editors") == ("user", {"Newsroom": "member"})
        assert (await browser.get("/api/recordings")).status_code == 200
        assert await self._teams(browser, provider, "editors", "leads") == ("user", {"Newsroom": "admin"})
        assert await self._teams(browser, provider, "it", "unknown") == ("admin", {})
        assert (await browser.get("/api/recordings")).status_code == 403
        assert await self._teams(browser, provider, "editors") == ("user", {"Newsroom": "member"})

    async def test_what_people_gave_stays(self, browser: Person, provider: str, admin: Person) -> None:
        await self._teams(browser, provider)
        user = (await browser.me())["id"]
        await admin.post(f"/api/teams/{TEAM}/members", json={"user_id": user, "role": "viewer"})
        assert await self._teams(browser, provider, "leads") == ("user", {"Newsroom": "viewer"})
        assert await self._teams(browser, provider) == ("user", {"Newsroom": "viewer"})

    async def test_the_last_administrator_stays(
        self, admin: Person, visitor: MakePerson, provider: str, app: FastAPI
    ) -> None:
        browser = visitor()
        await browser.browse_in(ADMIN)
        people(provider, "2002", email="x@example.org", groups=[])
        begun = await browser.post("/api/auth/oidc/mapped/link")
        await browser.get(consent(begun.json()["url"], "2002").removeprefix(BASE))
        assert (await admin.me())["role"] == "admin"

    async def test_a_team_of_the_same_name_gets_nobody(
        self, browser: Person, provider: str, make_user: MakeUser
    ) -> None:
        eve = await make_user("eve")
        made = await eve.post("/api/teams", json={"name": TEAM})
        assert made.status_code == 201, made.text
        assert await self._teams(browser, provider, "editors") == ("user", {"Newsroom": "member"})

    async def test_a_team_that_is_gone_gives_nothing(self, browser: Person, provider: str, admin: Person) -> None:
        gone = await admin.delete(f"/api/teams/{TEAM}", params={"confirm": "Newsroom"})
        assert gone.status_code == 200, gone.text
        assert await self._teams(browser, provider, "editors") == ("user", {})

    async def test_all_or_nothing(
        self, browser: Person, provider: str, app: FastAPI, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def fail(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("verbatim_enterprise.auth.oidc.groups._apply_to_team", fail)
        people(provider, "2003", email="may@example.org", groups=["editors", "it"])
        back = consent(await to_provider(browser, "mapped"), "2003")
        assert (await browser.get(back.removeprefix(BASE))).status_code == 500
        async with system_transaction(app.state.database) as session:
            assert await session.scalar(select(func.count(User.id)).where(User.email == "may@example.org")) == 0
            assert await session.scalar(select(func.count(Identity.id))) == 0


def test_a_team_is_named_by_its_id() -> None:
    with pytest.raises(ValidationError, match="must be the id of a team"):
        GroupMapping(group="editors", team="Newsroom")


class TestSecondFactor:
    async def test_asked_for_after_the_provider(self, browser: Person, provider: str, app: FastAPI) -> None:
        await sign_in(browser, "3001@example.org")
        setup = await browser.post("/api/auth/mfa/setup", json={}, headers=SAME_ORIGIN)
        secret = setup.json()["secret"]
        code = pyotp.TOTP(secret).at(time.time() - 30)
        assert (await browser.post("/api/auth/mfa/enable", json={"code": code}, headers=SAME_ORIGIN)).status_code == 200
        browser.cookies.clear()
        assert await sign_in(browser, "3001@example.org") == "/login?step=mfa"
        assert (await browser.get("/api/auth/me")).status_code == 401
        body = {"code": pyotp.TOTP(secret).now()}
        assert (await browser.post("/api/auth/mfa", json=body)).status_code == 401
        assert (await browser.post("/api/auth/mfa", json=body, headers=SAME_ORIGIN)).status_code == 200
        assert (await browser.get("/api/auth/me")).status_code == 200


class TestIdTokens:
    """What an ID token must say, without a server."""

    KEY = RSAKey.generate_key(2048)
    SETTINGS = OidcProviderSettings(id="p", name="P", issuer="https://idp.example", client_id="verbatim")

    def _client(self) -> OidcClient:
        client = OidcClient(self.SETTINGS)
        far = time.monotonic() + 100
        client._keys = (far, {"keys": [self.KEY.as_dict(private=False)]})
        client._metadata = (far, {"jwks_uri": "http://127.0.0.1:9/jwks"})
        return client

    def _token(self, alg: str = "RS256", **changes: Any) -> str:
        now = int(time.time())
        claims = {
            "iss": "https://idp.example",
            "aud": "verbatim",
            "sub": "1",
            "nonce": "n",
            "iat": now,
            "exp": now + 60,
        }
        return jwt.encode({"alg": alg}, {**claims, **changes}, self.KEY, algorithms=[alg])

    async def test_good(self) -> None:
        assert (await self._client()._verified(self._token(), "n"))["sub"] == "1"
        token = self._token(aud=["verbatim", "other"], azp="verbatim")
        assert (await self._client()._verified(token, "n"))["sub"] == "1"

    @pytest.mark.parametrize(
        "changes",
        [
            {"iss": "https://idp.example/"},
            {"iss": "https://evil.example"},
            {"aud": "other"},
            {"aud": []},
            {"aud": ["verbatim", "other"]},
            {"azp": "other"},
            {"nonce": "other"},
            {"nonce": None},
            {"exp": 1},
            {"exp": None},
            {"iat": 99999999999},
            {"sub": ""},
            {"sub": 7},
        ],
    )
    async def test_bad(self, changes: dict[str, Any]) -> None:
        with pytest.raises(OidcError):
            await self._client()._verified(self._token(**changes), "n")

    async def test_unsigned(self) -> None:
        head, body, _ = self._token().split(".")
        none = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
        for token in (f"{none}.{body}.", f"{head}.{body}.", "", "a.b.c"):
            client = self._client()
            client._metadata = (time.monotonic() + 100, {"jwks_uri": ""})
            with pytest.raises((OidcError, OidcUnavailableError)):
                await client._verified(token, "n")


async def test_sign_in_needs_a_first_administrator(visitor: MakePerson, app: FastAPI) -> None:
    browser = visitor()
    assert await sign_in(browser, "4001@example.org") == "/login?error=setup_required"
    async with system_transaction(app.state.database) as session:
        assert await session.scalar(select(func.count(User.id))) == 0
