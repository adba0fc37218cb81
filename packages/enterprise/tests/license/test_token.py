"""Which texts are licences, and what those who paste another one are told."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from support_license import claims_of, make_license, sign, signing_key
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.errors import (
    LicenseAlgorithmError,
    LicenseForgedError,
    LicenseFutureError,
    LicenseMalformedError,
    LicenseRefusedError,
    LicenseTestError,
    LicenseUnknownKeyError,
)
from verbatim_enterprise.license.keys import bundled_test_license, public_keys
from verbatim_enterprise.license.outlook import refuse_future
from verbatim_enterprise.license.token import LONGEST, read_license


def read(text: str) -> Any:
    return read_license(text, takes_test=True)


def unsigned(header: dict[str, Any], claims: dict[str, Any], signature: str = "") -> str:
    parts = (base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=").decode() for one in (header, claims))
    return ".".join((*parts, signature))


def test_a_genuine_licence_says_what_was_bought() -> None:
    claims = claims_of(seats=12, org="Radio Nova", features=("teams", "webhooks", "of a later version"))

    found = read(sign(claims))

    assert (found.org_name, found.seat_count, found.license_id) == ("Radio Nova", 12, claims["license_id"])
    assert found.expires_at.isoformat() == claims["expires_at"]
    assert found.is_test
    assert found.entitlements == {Entitlement.TEAMS, Entitlement.WEBHOOKS}


def test_blanks_and_line_breaks_of_a_mail_do_not_matter() -> None:
    text = make_license()
    wrapped = "\r\n  ".join(text[place : place + 64] for place in range(0, len(text), 64))

    assert read(f"\n{wrapped}\n") == read(text)


def test_a_test_licence_is_refused_by_a_server_for_production() -> None:
    with pytest.raises(LicenseTestError):
        read_license(bundled_test_license(), takes_test=False)


def test_keys_for_production_and_for_tests_are_apart() -> None:
    kinds = [key.is_test for key in public_keys().values()]

    assert set(kinds) == {True, False}
    assert all(not key.key.is_private for key in public_keys().values())


def test_one_signed_with_another_key_is_refused() -> None:
    stranger = Ed25519PrivateKey.generate()

    with pytest.raises(LicenseUnknownKeyError):
        read(sign(claims_of(), key=stranger))


def test_one_signed_with_another_key_under_a_known_name_is_refused() -> None:
    known = next(name for name, key in public_keys().items() if key.is_test)

    with pytest.raises(LicenseForgedError):
        read(sign(claims_of(), key=Ed25519PrivateKey.generate(), header={"kid": known}))


@pytest.mark.parametrize("algorithm", ["none", "None", "HS256", "EdDSA", "RS256", "", None, 7])
def test_any_other_algorithm_is_refused(algorithm: object) -> None:
    known = next(name for name, key in public_keys().items() if key.is_test)
    header = {"alg": algorithm, "typ": "license+jwt", "kid": known}

    with pytest.raises(LicenseAlgorithmError):
        read(unsigned(header, claims_of()))
    with pytest.raises(LicenseAlgorithmError):
        read(unsigned(header, claims_of(), "c2lnbmF0dXJl"))


@pytest.mark.parametrize("claim", ["seat_count", "org_name", "expires_at", "features", "license_id", "issued_at"])
def test_one_that_was_changed_is_refused(claim: str) -> None:
    genuine = claims_of(seats=5)
    head, _, signature = sign(genuine).split(".")
    other = {
        **claims_of(seats=5000, days=4000, org="Somebody else", features=("teams",)),
        "issued_at": "2020-01-01T00:00:00Z",
    }
    changed = {**genuine, claim: other[claim]}
    body = base64.urlsafe_b64encode(json.dumps(changed).encode()).rstrip(b"=").decode()

    with pytest.raises(LicenseForgedError):
        read(f"{head}.{body}.{signature}")


def test_one_that_was_cut_is_refused_wherever_it_was_cut() -> None:
    text = make_license()

    for length in range(len(text)):
        with pytest.raises(LicenseRefusedError):
            read(text[:length])


@pytest.mark.parametrize(
    "text", ["", "a licence", "a.b.c", "e30.e30.e30", "....", "{}", "\u00e9.\u00e9.\u00e9", "A" * (LONGEST + 1)]
)
def test_what_is_no_licence_at_all_is_told_so(text: str) -> None:
    with pytest.raises((LicenseMalformedError, LicenseAlgorithmError)):
        read(text)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    with pytest.raises(LicenseRefusedError):
        read(text)


@pytest.mark.parametrize(
    "change",
    [
        {"seat_count": 0},
        {"seat_count": -1},
        {"seat_count": "12"},
        {"seat_count": True},
        {"seat_count": 2**40},
        {"features": "teams"},
        {"features": [1]},
        {"expires_at": "2027-01-01"},
        {"expires_at": 1},
        {"org_name": ""},
        {"org_name": "x" * 201},
        {"license_id": None},
        {"expires_at": "0001-01-05T23:59:59Z"},
        {"expires_at": "0001-01-01T00:00:00+14:00"},
        {"expires_at": "9999-12-31T23:59:59-10:00"},
        {"issued_at": "1999-12-31T23:59:59Z"},
        {"org_name": "half a letter \ud800"},
        {"org_name": "nothing \0 at all"},
        {"license_id": "\ud800"},
        {"features": ["\ud800"]},
    ],
)
def test_a_genuine_one_with_nonsense_in_it_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(LicenseMalformedError):
        read(sign({**claims_of(), **change}))


def test_another_token_signed_with_the_same_key_is_no_licence() -> None:
    with pytest.raises(LicenseMalformedError):
        read(sign(claims_of(), key=signing_key(), header={"typ": "at+jwt"}))


def test_one_for_a_day_that_has_not_come_is_refused_beyond_a_day() -> None:
    now = utcnow()
    soon = read(make_license(issued=now + timedelta(hours=23)))
    later = read(make_license(issued=now + timedelta(hours=25)))

    refuse_future(soon, now)
    with pytest.raises(LicenseFutureError):
        refuse_future(later, now)
