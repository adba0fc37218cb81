"""Settings that are tried out before anybody saves them: a mail to oneself, and a look at sign-in providers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from conftest_types import MakeUser
from fastapi import FastAPI
from support.server import free_port
from support_enterprise import Person
from support_mail import PostOffice
from support_odd_oidc import OddProvider, odd_provider
from support_teams import Json, ok, refused

TRY = "/api/admin/settings/try"


class Sender(PostOffice):
    """A mail server with names, passwords and people whom it takes mail of."""

    async def handle_MAIL(self, _s: object, _e: object, envelope: Any, address: str, _o: object) -> str:  # noqa: N802 - aiosmtpd's name
        if address.startswith("stranger"):
            return "550 5.7.1 stranger may not send here"
        envelope.mail_from = address
        return "250 OK"


def _known(_server: object, _session: object, _envelope: object, _way: str, data: object) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"verbatim", b"right")
    return AuthResult(success=right, handled=False)


@pytest.fixture
def office() -> PostOffice:
    return Sender()


@pytest.fixture
def mail(office: PostOffice) -> Iterator[dict[str, Any]]:
    controller = Controller(
        office, hostname="127.0.0.1", port=free_port(), authenticator=_known, auth_require_tls=False
    )
    controller.start()
    try:
        yield {
            "mail_host": "127.0.0.1",
            "mail_port": controller.port,
            "mail_security": "none",
            "mail_from": "verbatim@example.org",
        }
    finally:
        controller.stop()


@pytest.fixture
def provider() -> Iterator[OddProvider]:
    with odd_provider() as made:
        yield made


async def tried(admin: Person, part: str, **values: object) -> Json:
    return ok(await admin.post(TRY, json={"part": part, "values": values}))


def stopped_at(found: Json) -> str:
    """Return the step that failed; those before went well, and those behind were not got to."""
    steps = found["trials"][0]["steps"]
    place = next(number for number, step in enumerate(steps) if step["ok"] is False)
    assert [step["ok"] for step in steps[:place]] == [True] * place
    assert all(step["ok"] is None for step in steps[place + 1 :])
    return str(steps[place]["name"])


async def test_a_test_mail_goes_to_oneself_and_nothing_is_saved(
    admin: Person, office: PostOffice, mail: dict[str, Any]
) -> None:
    before = ok(await admin.get("/api/admin/settings"))["version"]
    found = await tried(admin, "mail", **mail)
    me = ok(await admin.get("/api/auth/me"))["email"]
    assert found["ok"]
    assert me in found["detail"]
    assert office.to == [[me]]
    assert office.mails[0]["From"].addresses[0].addr_spec == "verbatim@example.org"
    again = await tried(admin, "mail", **mail, mail_username="verbatim", mail_password="right")
    assert again["ok"]
    after = ok(await admin.get("/api/admin/settings"))
    assert after["version"] == before
    assert {one["key"]: one["value"] for one in after["items"]}["mail_host"] == ""


MAIL_FAULTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "no server named": ({"mail_host": "", "mail_from": ""}, "connection", "No mail server is named"),
    "a name that is none": ({"mail_host": "mail.invalid"}, "connection", "No server has this name"),
    "another port": ({"mail_port": "free"}, "connection", "Nothing listens"),
    "TLS that is not offered": ({"mail_security": "tls"}, "connection", "does not speak TLS"),
    "STARTTLS that is not offered": ({"mail_security": "starttls"}, "connection", "does not offer STARTTLS"),
    "a wrong password": ({"mail_username": "verbatim", "mail_password": "wrong"}, "sign-in", "user name or password"),
    "a wrong name": ({"mail_username": "Verbatim", "mail_password": "right"}, "sign-in", "user name or password"),
    "a sender that may not": ({"mail_from": "stranger@example.org"}, "mail", "stranger may not send here"),
}


@pytest.mark.parametrize("fault", MAIL_FAULTS)
async def test_why_no_mail_could_be_sent(admin: Person, mail: dict[str, Any], fault: str) -> None:
    values, step, sentence = MAIL_FAULTS[fault]
    wrong = {**mail, **values}
    if wrong["mail_port"] == "free":
        wrong["mail_port"] = free_port()
    found = await asyncio.wait_for(tried(admin, "mail", **wrong), 60)
    assert not found["ok"]
    assert stopped_at(found) == step
    assert sentence in found["detail"]
    assert "wrong" not in json.dumps(found).replace("a wrong", "")


async def test_what_could_not_be_saved_cannot_be_tried(admin: Person, mail: dict[str, Any]) -> None:
    for values, status, code in (
        ({**mail, "mail_port": 0}, 422, "invalid_settings"),
        ({**mail, "mail_from": "nobody"}, 422, "invalid_settings"),
        ({"no_such_setting": 1}, 404, "unknown_setting"),
        ({"secret_key": "x" * 40}, 409, "setting_locked"),
    ):
        answer = await admin.post(TRY, json={"part": "mail", "values": values})
        assert answer.status_code in {status, 422}, answer.text
        assert answer.json()["code"] in {code, "setting_not_found"}
    both = {"part": "mail", "values": mail, "reset": ["mail_host"]}
    refused(await admin.post(TRY, json=both), 422, "invalid_settings")


async def test_the_stored_password_goes_to_no_other_server(
    admin: Person, office: PostOffice, mail: dict[str, Any]
) -> None:
    kept = {**mail, "mail_username": "verbatim", "mail_password": "right"}
    ok(await admin.patch("/api/admin/settings", json=kept))
    assert (await tried(admin, "mail"))["ok"], "the stored one is tried where it belongs"
    for elsewhere in ({"mail_host": "localhost"}, {"mail_port": free_port()}, {"mail_security": "starttls"}):
        answer = await admin.post(TRY, json={"part": "mail", "values": elsewhere})
        refused(answer, 422, "invalid_settings")
        assert "mail_password" in answer.json()["problems"]
    assert (await tried(admin, "mail", mail_host="localhost", mail_password="right"))["ok"]
    assert len(office.mails) == 2


async def test_a_provider_that_can_be_used(admin: Person, provider: OddProvider) -> None:
    found = await tried(admin, "sign_in", oidc_providers=[provider.settings("odd")])
    assert found["ok"], found
    assert [step["name"] for step in found["trials"][0]["steps"]] == ["provider", "signatures", "client"]
    provider.told_ways = provider.ways = ["client_secret_post"]
    assert (await tried(admin, "sign_in", oidc_providers=[provider.settings("odd")]))["ok"]
    items = ok(await admin.get("/api/admin/settings"))["items"]
    assert next(one for one in items if one["key"] == "oidc_providers")["source"] == "default"


PROVIDER_FAULTS: dict[str, tuple[dict[str, str], str, str]] = {
    "a port where nobody is": ({"issuer": "free"}, "provider", "Nothing listens"),
    "a path that is none": ({"issuer": "{issuer}/jwks"}, "provider", "mistake in “issuer”"),
    "another name for itself": ({"issuer": "{issuer}/"}, "provider", "calls itself otherwise"),
    "a wrong secret": ({"client_secret": "wrong"}, "client", "“client_secret”"),
    "another client": ({"client_id": "somebody"}, "client", "“client_id”"),
}


@pytest.mark.parametrize("fault", PROVIDER_FAULTS)
async def test_why_a_provider_cannot_be_used(admin: Person, provider: OddProvider, fault: str) -> None:
    more, step, sentence = PROVIDER_FAULTS[fault]
    issuer = provider.issuer
    changed = {name: value.replace("{issuer}", issuer) for name, value in more.items()}
    if changed.get("issuer") == "free":
        changed["issuer"] = f"http://127.0.0.1:{free_port()}"
    found = await tried(admin, "sign_in", oidc_providers=[{**provider.settings("odd"), **changed}])
    assert not found["ok"]
    assert (stopped_at(found), sentence in found["detail"]) == (step, True), found
    assert "a secret/with" not in json.dumps(found)


async def test_every_provider_is_looked_at_and_none_is_said(admin: Person, provider: OddProvider) -> None:
    two = [provider.settings("odd"), {**provider.settings("even"), "client_secret": "wrong"}]
    found = await tried(admin, "sign_in", oidc_providers=two)
    assert [one["ok"] for one in found["trials"]] == [True, False]
    none = await tried(admin, "sign_in")
    assert (none["ok"], none["trials"]) == (False, [])


async def test_only_who_may_change_settings_tries_them(
    app: FastAPI, make_user: MakeUser, mail: dict[str, Any], office: PostOffice
) -> None:
    assert app
    for role in ("operator", "user_manager", "auditor", "user"):
        person = await make_user(f"one-{role}", role=role)
        refused(await person.post(TRY, json={"part": "mail", "values": mail}), 403, "forbidden")
    assert office.mails == []
