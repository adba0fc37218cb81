"""What lies sealed in rows opens there and nowhere else, and follows the secret key."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pyotp
import pytest
from conftest_types import MakeApp, MakeUser
from fastapi import FastAPI
from sqlalchemy import select, update
from support_enterprise import PASSWORD, Person
from support_teams import ok, refused
from verbatim.core.sealed import SealedColumn
from verbatim.health.variables import check_sealed
from verbatim_enterprise.auth.mfa import TOTP_SECRET
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import KeyRing, SealError, new_id
from verbatim_enterprise.license.models import SEALED
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User
from verbatim_enterprise.webhooks.claim import Opener
from verbatim_enterprise.webhooks.models import PREVIOUS_SECRET, SECRET, WebhookEndpoint

NEW = "Zt8kQw3rUe6yPx1nVb5mLs9dHg2fJc7aRo4iTqXz"
COLUMNS = [SECRET, PREVIOUS_SECRET, TOTP_SECRET, SEALED]
URL = "https://example.org/hook"


def ring() -> KeyRing:
    return KeyRing(os.environ["VERBATIM_SECRET_KEY"])


@asynccontextmanager
async def _again(make_app: MakeApp) -> AsyncIterator[FastAPI]:
    enterprise_settings.cache_clear()
    application = make_app()
    async with application.router.lifespan_context(application):
        yield application


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.model.__tablename__}.{column.column}")
def test_a_value_opens_in_its_row_alone(column: SealedColumn) -> None:
    row, other = new_id(), new_id()
    sealed = column.seal(ring(), row, "hush")
    assert column.open(ring(), row, sealed) == "hush"
    assert "hush" not in sealed
    strangers = [(one, row) for one in COLUMNS if one is not column]
    for where, row_id in [(column, other), *strangers]:
        with pytest.raises(SealError):
            where.open(ring(), row_id, sealed)
    with pytest.raises(SealError):  # nor as something that lies in no row
        ring().open(column.purpose, sealed)
    with pytest.raises(SealError):  # nor when the mark of being bound is cut off, or put on
        ring().open(column.purpose, sealed.removeprefix("bound."))
    with pytest.raises(SealError):
        column.open(ring(), row, f"bound.{ring().seal(column.purpose, 'hush')}")
    with pytest.raises(SealError):
        column.open(ring(), row, ring().seal(column.purpose, "hush"))


def test_keys_show_only_their_public_names() -> None:
    assert os.environ["VERBATIM_SECRET_KEY"] not in repr(ring())
    assert ring().current_id in repr(ring())


async def _webhook(admin: Person) -> tuple[str, str]:
    made = ok(await admin.post("/api/webhooks", json={"url": URL, "events": ["*"]}), 201)
    return made["id"], made["secret"]


async def _stored(app: FastAPI, webhook_id: str) -> WebhookEndpoint:
    async with system_transaction(app.state.database, read_only=True) as session:
        return await session.get_one(WebhookEndpoint, webhook_id)


async def test_a_secret_copied_to_another_webhook_signs_nothing(admin: Person, app: FastAPI) -> None:
    (first, secret), (second, _) = await _webhook(admin), await _webhook(admin)
    sealed = (await _stored(app, first)).secret
    assert secret not in sealed
    async with system_transaction(app.state.database) as session:
        await session.execute(update(WebhookEndpoint).where(WebhookEndpoint.id == second).values(secret=sealed))
    opener = Opener(app.state.webhooks.keys)
    assert opener.open(first, SECRET, sealed) == secret
    assert opener.open(second, SECRET, sealed) is None


async def test_a_replaced_secret_moves_to_its_place(admin: Person, app: FastAPI) -> None:
    webhook_id, secret = await _webhook(admin)
    newer = ok(await admin.post(f"/api/webhooks/{webhook_id}/rotate-secret", json={"overlap_hours": 1}))["secret"]
    row, keys = await _stored(app, webhook_id), app.state.webhooks.keys
    assert SECRET.open(keys, webhook_id, row.secret) == newer
    assert PREVIOUS_SECRET.open(keys, webhook_id, row.previous_secret or "") == secret


async def test_a_second_factor_copied_from_another_account_opens_no_door(
    admin: Person, make_user: MakeUser, app: FastAPI, client: Person
) -> None:
    bob = await make_user("bob")
    secrets = {}
    for person in (admin, bob):
        setup = ok(await person.post("/api/auth/mfa/setup", json={"password": PASSWORD}))
        ok(await person.post("/api/auth/mfa/enable", json={"code": pyotp.TOTP(setup["secret"]).now()}))
        secrets[person.id] = setup["secret"]
    async with system_transaction(app.state.database) as session:
        of_bob = await session.scalar(select(User.totp_secret).where(User.id == bob.id))
        await session.execute(update(User).where(User.id == admin.id).values(totp_secret=of_bob, totp_last_step=None))
    step = (await client.login("ada")).json()
    code = pyotp.TOTP(secrets[bob.id]).now()
    refused(
        await client.post("/api/auth/mfa", json={"mfa_token": step["mfa_token"], "code": code}), 401, "invalid_code"
    )


async def _unbind(app: FastAPI, webhook_id: str, keys: KeyRing) -> None:
    """Store a webhook's secrets as they were kept before they were bound to their rows."""
    row = await _stored(app, webhook_id)
    plain = SECRET.open(app.state.webhooks.keys, webhook_id, row.secret)
    old = {"secret": keys.seal(SECRET.purpose, plain), "previous_secret": keys.seal(SECRET.purpose, "older")}
    async with system_transaction(app.state.database) as session:
        await session.execute(update(WebhookEndpoint).where(WebhookEndpoint.id == webhook_id).values(old))


async def test_secrets_from_before_they_were_bound_are_kept_at_the_next_start(
    admin: Person, app: FastAPI, make_app: MakeApp
) -> None:
    webhook_id, secret = await _webhook(admin)
    await _unbind(app, webhook_id, ring())
    async with _again(make_app):
        row = await _stored(app, webhook_id)
        assert SECRET.open(ring(), webhook_id, row.secret) == secret
        assert PREVIOUS_SECRET.open(ring(), webhook_id, row.previous_secret or "") == "older"


async def test_a_new_secret_key_seals_everything_anew_and_the_old_one_can_go(
    admin: Person, app: FastAPI, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bound, first), (unbound, second) = await _webhook(admin), await _webhook(admin)
    await _unbind(app, unbound, ring())
    monkeypatch.setenv("VERBATIM_SECRET_KEY_PREVIOUS", os.environ["VERBATIM_SECRET_KEY"])
    monkeypatch.setenv("VERBATIM_SECRET_KEY", NEW)
    async with _again(make_app):
        pass
    monkeypatch.delenv("VERBATIM_SECRET_KEY_PREVIOUS")
    async with _again(make_app):
        for webhook_id, secret in ((bound, first), (unbound, second)):
            assert SECRET.open(KeyRing(NEW), webhook_id, (await _stored(app, webhook_id)).secret) == secret


async def test_a_lost_key_loses_no_row_and_doctor_says_so(
    admin: Person, app: FastAPI, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    webhook_id, secret = await _webhook(admin)
    before = (await _stored(app, webhook_id)).secret
    assert (await check_sealed(app.state.runtime)).ok
    monkeypatch.setenv("VERBATIM_SECRET_KEY", NEW)
    async with _again(make_app) as other:
        assert (await _stored(app, webhook_id)).secret == before
        check = await check_sealed(other.state.runtime)
    assert not check.ok
    assert "webhook_endpoints.secret" in check.detail
    assert "VERBATIM_SECRET_KEY_PREVIOUS" in check.detail
    assert secret not in check.detail
