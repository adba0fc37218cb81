"""Administrators hear by mail that the licence ends, once at each stage."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from support.waiting import until
from support_audit import rows_of
from support_enterprise import ADMIN, Person
from support_license import UNLICENSED, make_license
from support_mail import PostOffice
from support_teams import ok
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.license import outlook
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.models import StoredLicense
from verbatim_enterprise.license.states import LicenseState
from verbatim_enterprise.license.token import read_license
from verbatim_enterprise.license.verdict import LicenseServices
from verbatim_enterprise.system_session import system_transaction


@pytest.fixture
def environment(mailing: dict[str, str]) -> dict[str, str]:
    return {**mailing, **UNLICENSED}


class Calendar:
    """Lets days pass for a server."""

    def __init__(self, services: LicenseServices, monkeypatch: pytest.MonkeyPatch) -> None:
        self.services, self.patch, self.began = services, monkeypatch, utcnow()

    async def day(self, number: float) -> LicenseState:
        self.patch.setattr(outlook, "utcnow", lambda: self.began + timedelta(days=number))
        self.services.forget()
        return (await self.services.verdict()).state


@pytest.fixture
async def calendar(app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch) -> Calendar:
    """Begin with a licence of a hundred days."""
    ok(await admin.post("/api/license", json={"license_key": make_license(days=100, seats=12)}))
    calendar = Calendar(app.state.license, monkeypatch)
    assert await calendar.day(0) is LicenseState.VALID
    return calendar


async def _until_mailed(office: PostOffice, many: int) -> list[str]:
    async def all_there() -> bool:
        return len(office.mails) >= many

    await until(all_there, 30)
    return [mail["Subject"] for mail in office.mails]


async def test_servers_whose_clocks_differ_a_little_tell_it_once(
    app: FastAPI, calendar: Calendar, office: PostOffice
) -> None:
    """Around each border of a stage two servers look in turn, one of them half an hour behind."""
    half_an_hour = 0.5 / 24
    for border in (40, 70, 93, 100, 114):
        for step in range(6):
            now = border + step * 0.1 / 24
            await calendar.day(now)
            await calendar.day(now - half_an_hour)
    assert len(await _until_mailed(office, 5)) == 5
    told = [(row.after or {})["state"] for row in await rows_of(app, action="license.state_changed")]
    assert told == ["valid", "warning", "grace", "read_only"]


async def test_a_server_that_nobody_asks_anything_learns_of_a_new_licence(app: FastAPI, admin: Person) -> None:
    """A worker serves no requests, and makes deliveries of webhooks all the same."""
    services: LicenseServices = app.state.license
    assert services.known is not None
    assert Entitlement.WEBHOOKS not in services.known.entitlements
    async with system_transaction(app.state.database) as session:
        given = read_license(make_license(days=100), takes_test=True)
        row = StoredLicense(license_id=given.license_id, token=given.token, org_name=given.org_name)
        row.seat_count, row.expires_at = given.seat_count, given.expires_at
        session.add(row)

    async def learned() -> bool:
        return services.known is not None and Entitlement.WEBHOOKS in services.known.entitlements

    await until(learned, 10)


async def test_each_stage_is_told_once(calendar: Calendar, office: PostOffice) -> None:
    for number in (39, 41, 42, 69, 71, 72, 94, 96, 99, 101, 110, 115, 120):
        await calendar.day(number)
    assert await _until_mailed(office, 5) == [
        "The licence of Verbatim ends in 59 days",
        "The licence of Verbatim ends in 29 days",
        "The licence of Verbatim ends in 6 days",
        "The licence of Verbatim has ended",
        "Verbatim is read-only: its licence has ended",
    ]
    plain = office.mails[0].get_body(("plain",))
    assert plain is not None
    text = plain.get_content()
    assert "Upload the next one in time." in text
    assert "https://verbatim.example.org/admin/license" in text
    assert "It is the licence for Radio Nova, with 12 seats." in text


async def test_only_administrators_are_told_and_a_new_licence_ends_it(
    admin: Person, make_user: MakeUser, calendar: Calendar, office: PostOffice
) -> None:
    await make_user("bob")
    await make_user("carol", role="admin")
    await calendar.day(41)
    await _until_mailed(office, 2)
    assert sorted(office.to) == [[f"{ADMIN}@example.org"], ["carol@example.org"]]
    ok(await admin.post("/api/license", json={"license_key": make_license(days=500)}))
    for number in (42, 99, 120):
        assert await calendar.day(number) is LicenseState.VALID
    assert len(office.mails) == 2
