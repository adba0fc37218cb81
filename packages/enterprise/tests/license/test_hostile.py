"""Texts made to break whoever reads them as a licence: refused with a reason like others, wherever they come from."""

from __future__ import annotations

import base64
import json
from typing import Final

import pytest
from support_enterprise import Person
from support_license import LICENSED, sign_text, signing_key
from support_teams import ok
from verbatim_enterprise.license.errors import LicenseForgedError, LicenseMalformedError
from verbatim_enterprise.license.keys import key_id
from verbatim_enterprise.license.token import ALGORITHM, TYPE, read_license

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
REASONS: Final = {"license_malformed", "license_forged"}


def _headed(header: str) -> str:
    """Return a text with such a head, not signed."""
    return f"{base64.urlsafe_b64encode(header.encode()).rstrip(b'=').decode()}.e30.c2ln"


def _odd(**odd: object) -> str:
    """Return a text that names a bundled key, with something odd beside it in its head."""
    return _headed(json.dumps({"alg": ALGORITHM, "typ": TYPE, "kid": key_id(signing_key().public_key()), **odd}))


def _nested(depth: int) -> object:
    found: object = 1
    for _ in range(depth):
        found = [found]
    return found


HOSTILE: Final = (
    _headed("[" * 6000),
    _headed('{"a":' * 1200),
    _odd(crit=5),
    _odd(crit=["exp"]),
    _odd(b64=False),
    _odd(typ=_nested(400)),
    _odd(jwk={"kty": 7}),
    sign_text("[" * 5000),
    sign_text('{"a":' * 1100),
    sign_text("1" * 5000),
)

numbers = [str(number) for number in range(len(HOSTILE))]


@pytest.mark.parametrize("text", HOSTILE, ids=numbers)
def test_each_is_refused(text: str) -> None:
    with pytest.raises((LicenseMalformedError, LicenseForgedError)):
        read_license(text, takes_test=True)


@on_sqlite
async def test_each_is_answered_with_a_reason_and_an_upload_is_in_the_log(admin: Person) -> None:
    for text in HOSTILE:
        for path in ("/api/license/validate", "/api/license"):
            answer = await admin.post(path, json={"license_key": text})
            assert answer.status_code == 422, answer.text
            assert answer.json()["code"] in REASONS
    found = ok(await admin.get("/api/admin/audit", params={"action": "license.refused", "page_size": 100}))
    assert len(found["items"]) == len(HOSTILE)


@on_sqlite
@pytest.mark.parametrize("environment", [{**LICENSED, "VERBATIM_LICENSE_KEY": text} for text in HOSTILE], ids=numbers)
async def test_a_server_starts_with_one_in_its_settings_and_says_why_it_does_not_count(admin: Person) -> None:
    found = ok(await admin.get("/api/license/status"))
    assert found["state"] == "unlicensed"
    assert found["problem"]["code"] in REASONS
