"""What providers say of people in forms of their own: addresses, groups, secrets, reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from conftest_types import MakePerson
from fastapi import FastAPI
from sqlalchemy import select
from support_enterprise import Person
from support_odd_oidc import OddProvider, odd_provider, sign_in_at
from support_teams import ok
from verbatim_enterprise.audit.models import AuditLog
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.members import admit
from verbatim_enterprise.teams.models import Team, TeamRole
from verbatim_enterprise.users.models import User

TEAM = "01a20e80-0000-7000-8000-000000000001"
GROUPS = [
    {"group": "g1", "team": TEAM, "role": "admin"},
    {"group": "g2", "installation_role": "admin"},
    {"group": "All staff, Berlin", "team": TEAM, "role": "viewer"},
]
ROLES = "urn:zitadel:iam:org:project:roles"
ADDRESS = "new@example.org"


@pytest.fixture
def provider() -> Iterator[OddProvider]:
    with odd_provider() as found:
        yield found


@pytest.fixture
def environment(provider: OddProvider) -> Mapping[str, str]:
    providers = [
        provider.settings("odd"),
        provider.settings("trusted", trust_email=True),
        provider.settings("upn", email_claim="upn", trust_email=True),
        provider.settings("upn-untrusted", email_claim="upn"),
        provider.settings("post", client_auth="client_secret_post"),
        *(
            provider.settings(name, groups_claim=claim, groups=GROUPS)
            for name, claim in (
                ("groups", "groups"),
                ("zitadel", ROLES),
                ("keycloak", "realm_access.roles"),
                ("deep", "resource_access.verbatim.roles"),
                ("dotted", "resource_access.verbatim.example.org.roles"),
            )
        ),
    ]
    return {"VERBATIM_OIDC_PROVIDERS": json.dumps(providers)}


@pytest.fixture
async def browser(admin: Person, visitor: MakePerson) -> Person:
    return visitor()


@pytest.fixture
async def team(admin: Person, app: FastAPI) -> None:
    async with system_transaction(app.state.database) as session:
        session.add(Team(id=TEAM, name="Newsroom"))
        await session.flush()
        await admit(session, TEAM, await session.get_one(User, admin.id), TeamRole.OWNER)


@pytest.mark.parametrize("said", [False, "false", "False", 0, 1, None, "", "yes", "TRUE", [True], {"value": True}])
async def test_an_address_that_is_not_said_to_be_checked(browser: Person, provider: OddProvider, said: object) -> None:
    for name in ("odd", "trusted"):
        provider.says(email="ceo@example.com", email_verified=said)
        assert await sign_in_at(browser, provider, name) == "/login?error=oidc_email_unverified"
        provider.says(email="ceo@example.com", userinfo={"email_verified": said})
        assert await sign_in_at(browser, provider, name) == "/login?error=oidc_email_unverified"
        provider.says(userinfo={"email": "ceo@example.com", "email_verified": said})
        assert await sign_in_at(browser, provider, name) == "/login?error=oidc_email_unverified"


@pytest.mark.parametrize("said", [True, "true"])
async def test_an_address_that_is_said_to_be_checked(
    browser: Person, provider: OddProvider, app: FastAPI, said: object
) -> None:
    provider.says(email=ADDRESS, userinfo={"email": ADDRESS, "email_verified": said})
    assert await sign_in_at(browser, provider) == "/"
    assert await _is_proved(app, ADDRESS)


async def test_a_word_about_another_address(browser: Person, provider: OddProvider, app: FastAPI) -> None:
    provider.says(email=ADDRESS, userinfo={"email": "other@example.org", "email_verified": True})
    assert await sign_in_at(browser, provider) == "/"
    assert not await _is_proved(app, ADDRESS)


@pytest.mark.parametrize(("name", "is_proved"), [("odd", False), ("trusted", True)])
@pytest.mark.parametrize("userinfo", [{}, None, b"eyJhbGciOiJSUzI1NiJ9.e30.x", b"[]"])
async def test_a_provider_that_says_nothing_of_it(
    browser: Person,
    provider: OddProvider,
    app: FastAPI,
    name: str,
    userinfo: dict[str, Any] | bytes | None,
    *,
    is_proved: bool,
) -> None:
    provider.says(email=ADDRESS, userinfo=userinfo)
    assert await sign_in_at(browser, provider, name) == "/"
    assert await _is_proved(app, ADDRESS) is is_proved


async def test_userinfo_is_left_alone_when_nothing_is_missing(browser: Person, provider: OddProvider) -> None:
    provider.says(email=ADDRESS, email_verified=True)
    assert await sign_in_at(browser, provider) == "/"
    assert "/userinfo" not in provider.asked


async def _is_proved(app: FastAPI, email: str) -> bool:
    async with system_transaction(app.state.database) as session:
        return bool(await session.scalar(select(User.email_proved).where(User.email == email)))


async def test_an_address_in_another_claim(browser: Person, provider: OddProvider, app: FastAPI) -> None:
    address = "jane.doe@corp.example"
    provider.says(preferred_username=address, upn=address, userinfo={})
    assert await sign_in_at(browser, provider) == "/login?error=oidc_no_email"
    assert await sign_in_at(browser, provider, "upn-untrusted") == "/"
    assert not await _is_proved(app, address)
    provider.says(sub="two", upn="john@corp.example", userinfo={"email": "else@corp.example", "email_verified": True})
    assert await sign_in_at(browser, provider, "upn") == "/"
    assert (await browser.me())["email"] == "john@corp.example"
    assert await _is_proved(app, "john@corp.example")


@pytest.mark.parametrize("email", [None, 7, "", "none", ["a@example.org", "b@example.org"], {"a@example.org": 1}, True])
async def test_an_address_that_is_none(browser: Person, provider: OddProvider, email: object) -> None:
    provider.says(email=email, email_verified=True, name=["x"], preferred_username={"x": 1}, userinfo={})
    assert await sign_in_at(browser, provider) == "/login?error=oidc_no_email"


@pytest.mark.parametrize(
    "told", [["client_secret_post"], ["client_secret_basic", "client_secret_post"], None, [], "no"]
)
async def test_ways_to_send_the_secret(browser: Person, provider: OddProvider, told: Any) -> None:
    provider.told_ways = told
    provider.ways = ["client_secret_post"] if told == ["client_secret_post"] else ["client_secret_basic"]
    provider.says(email=ADDRESS, email_verified=True)
    assert await sign_in_at(browser, provider) == "/"


async def test_a_way_that_the_metadata_do_not_tell(browser: Person, provider: OddProvider) -> None:
    provider.ways = ["client_secret_post"]
    provider.says(email=ADDRESS, email_verified=True)
    assert await sign_in_at(browser, provider) == "/login?error=oidc_failed"
    assert await sign_in_at(browser, provider, "post") == "/"


async def _roles(browser: Person, provider: OddProvider, name: str, **claims: Any) -> tuple[str, list[str]]:
    provider.says(email=ADDRESS, email_verified=True, **{"userinfo": {}, **claims})
    assert await sign_in_at(browser, provider, name) == "/"
    me = await browser.me()
    return me["role"], [team["role"] for team in me["teams"]]


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    ("name", "claims"),
    [
        ("groups", {"groups": ["g1", "g2"]}),
        ("groups", {"groups": ["/g1", "/g2", "/g1/sub"]}),
        ("groups", {"groups": "g1,g2"}),
        ("groups", {"groups": "g2  g1"}),
        ("groups", {"groups": "/g1, /g2"}),
        ("groups", {"groups": {"g1": {}, "g2": []}}),
        ("groups", {"groups": [{"name": "g1"}, {"value": "g2"}]}),
        ("groups", {"userinfo": {"groups": ["g1", "g2"]}}),
        ("groups", {"groups": '["g1", "g2"]'}),
        ("groups", {"groups": '{"g1": {"123": "org.example"}, "g2": {}}'}),
        ("groups", {"groups": "[g1, g2]"}),
        ("groups", {"groups": "g1;g2"}),
        ("zitadel", {ROLES: [{"g1": {"123": "org.example"}}, {"g2": {"123": "org.example"}}]}),
        ("dotted", {"resource_access": {"verbatim.example.org": {"roles": ["g1", "g2"]}, "verbatim": {}}}),
        ("zitadel", {ROLES: {"g1": {"123": "org.example"}, "g2": {"123": "org.example"}}}),
        ("keycloak", {"realm_access": {"roles": ["g1", "g2"]}}),
        ("keycloak", {"realm_access.roles": ["g1", "g2"]}),
        ("deep", {"resource_access": {"verbatim": {"roles": ["g1", "g2"]}, "account": {"roles": []}}}),
        ("deep", {"userinfo": {"resource_access": {"verbatim": {"roles": ["g1", "g2"]}}}}),
    ],
)
async def test_shapes_of_groups(browser: Person, provider: OddProvider, name: str, claims: dict[str, Any]) -> None:
    assert await _roles(browser, provider, name, **claims) == ("admin", ["admin"])


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    "groups",
    [["g1 g2"], ["g1,g2"], ["x/g1"], "g1g2", {"g1": False, "g2": None}, [], "", {}, "[]", "[g1g2]", ["G1", "g1 "[:0]]],
)
async def test_what_only_looks_like_the_groups(browser: Person, provider: OddProvider, groups: object) -> None:
    assert await _roles(browser, provider, "groups", groups=groups) == ("user", [])


@pytest.mark.usefixtures("team")
async def test_one_group_with_spaces_and_commas(browser: Person, provider: OddProvider) -> None:
    for groups in ("All staff, Berlin", ["All staff, Berlin"]):
        assert await _roles(browser, provider, "groups", groups=groups) == ("user", ["viewer"])


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    "claims",
    [
        {"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": "https://graph.example/x"}}},
        {"_claim_names": '{"groups": "src1"}'},
        {"hasgroups": True},
        {"hasgroups": "true"},
        {"userinfo": {"_claim_names": {"groups": "src1"}}},
        {"groups": ["g1"], "_claim_names": {"groups": "src1"}},
        {"groups": None},
        {"groups": 7},
        {"groups": [["g1"]]},
        {"groups": '[["g1"]]'},
        {"groups": "[" * 5_000},
        {"groups": '{"g1": '},
        {"userinfo": None},
        {"userinfo": b"<html>"},
    ],
)
async def test_groups_that_are_not_told_leave_roles_as_they_are(
    browser: Person, provider: OddProvider, app: FastAPI, claims: dict[str, Any]
) -> None:
    assert await _roles(browser, provider, "groups", groups=["g1", "g2"]) == ("admin", ["admin"])
    assert await _roles(browser, provider, "groups", **claims) == ("admin", ["admin"])
    async with system_transaction(app.state.database) as session:
        told = await session.scalars(select(AuditLog.action).where(AuditLog.action == "user.groups_untold"))
        assert len(told.all()) == 1
    assert await _roles(browser, provider, "groups", groups=[]) == ("user", [])


@pytest.mark.usefixtures("team")
async def test_no_claim_is_no_group(browser: Person, provider: OddProvider) -> None:
    """As providers say it that leave empty claims out; and other claims may well stand elsewhere."""
    await _roles(browser, provider, "groups", groups=["g1", "g2"])
    assert await _roles(browser, provider, "groups", _claim_names={"address": "src1"}) == ("user", [])


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("info@bücher.example", "info@xn--bcher-kva.example"),
        ("jürgen@bücher.example", "JÜRGEN@xn--bcher-kva.example"),
        ("info@例え.example", "info@xn--r8jz45g.example"),
        ("info@BÜCHER.example", "info@bu\u0308cher.example"),
    ],
)
async def test_two_spellings_of_an_address(
    admin: Person, browser: Person, provider: OddProvider, here: str, there: str
) -> None:
    body = {"username": "typed", "email": here, "password": "a quite sturdy pass phrase"}
    assert ok(await admin.post("/api/users", json=body), 201)["email"] == here
    assert (await admin.post("/api/users", json={**body, "username": "other", "email": there})).status_code == 409
    assert (await browser.login(there)).status_code == 200
    provider.says(email=there, email_verified=True)
    assert await sign_in_at(browser, provider) == "/login?error=oidc_no_account"


@pytest.mark.parametrize("email", ["jürgen@bücher.example", "用户@例え.example", "groß@straße.example"])
async def test_an_international_address_from_a_provider(browser: Person, provider: OddProvider, email: str) -> None:
    provider.says(email=email, email_verified=True)
    assert await sign_in_at(browser, provider) == "/"
    assert (await browser.me())["email"] == email


@pytest.mark.parametrize(
    "email",
    [
        "\uff41da@example.org",
        "ad\u212a@example.org",
        "a\u200bda@example.org",
        "a\u202eda@example.org",
        "a@bü cher.de",
        "a@-ü.de",
        "a\nb@ü.de",
        "@bücher.de",
        "ü@",
    ],
)
async def test_letters_that_no_address_has(admin: Person, email: str) -> None:
    body = {"username": "typed", "email": email, "password": "a quite sturdy pass phrase"}
    assert (await admin.post("/api/users", json=body)).status_code == 422


async def test_two_addresses_that_only_fold_alike(admin: Person) -> None:
    for number, email in enumerate(("groß@example.org", "gross@example.org", "a@straße.example", "a@strasse.example")):
        body = {"username": f"p{number}", "email": email, "password": "a quite sturdy pass phrase"}
        ok(await admin.post("/api/users", json=body), 201)
