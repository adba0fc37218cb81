"""Years of random days, uploads, people, wrong clocks and restarts, on a real database.

The machine knows the true time and what was uploaded, and judges from that alone: it shares no arithmetic of days with
the code but the length of the grace period and of the warning.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy.ext.asyncio import AsyncSession
from support.campaigns import times
from support_license import claims_of, sign
from verbatim.config import Mode, Settings
from verbatim.plugins.registry import PluginRegistry
from verbatim.registration import build_registry
from verbatim.runtime import build_runtime
from verbatim_enterprise.auth.setup import NewAccount, make_first_admin
from verbatim_enterprise.caller import Caller
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Database, KeyRing, Permission, VerbatimError, utcnow
from verbatim_enterprise.license import clock, outlook
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.errors import (
    EntitlementMissingError,
    LicenseForgedError,
    LicenseFutureError,
    LicenseReadOnlyError,
    LicenseReplacedError,
    SeatsExceededError,
)
from verbatim_enterprise.license.service import install_license
from verbatim_enterprise.license.states import STATES, LicenseState
from verbatim_enterprise.license.verdict import LicenseServices, Verdict
from verbatim_enterprise.plugin import EnterprisePlugin
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.schemas import UserUpdate
from verbatim_enterprise.users.service import create_user, update_user

SECRET = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"
ORDER = [LicenseState.VALID, LicenseState.WARNING, LicenseState.GRACE, LicenseState.READ_ONLY]
YEARS = timedelta(days=3 * 365)
DAY = timedelta(days=1)
T = TypeVar("T")


@dataclass
class Bought:
    """What was uploaded last."""

    text: str
    issued: datetime
    expires: datetime
    seats: int
    features: frozenset[Entitlement]


class Years(RuleBasedStateMachine):
    """One installation."""

    template: Path
    registry: PluginRegistry
    folder: Path
    patch: pytest.MonkeyPatch
    count = 0

    def __init__(self) -> None:
        super().__init__()
        Years.count += 1
        self.runner = asyncio.Runner()
        self.began = self.true = utcnow()
        self.off = timedelta(0)
        self.lead = timedelta(0)
        self.witnessed = clock.BEGINNING
        self.file = self.folder / f"{Years.count}.db"
        shutil.copy(self.template, self.file)
        self.patch.setattr(outlook, "utcnow", lambda: self.wall)
        self.bought: Bought | None = None
        self.past: list[str] = []
        self.active: list[str] = []
        self.idle: list[str] = []
        self.made = 0
        self.start()

    @property
    def wall(self) -> datetime:
        """What the server's clock shows."""
        return self.true + self.off

    def start(self) -> None:
        url = f"sqlite+aiosqlite:///{self.file}"
        options = Settings(mode=Mode.ENTERPRISE, data_dir=self.folder, database_url=url, log_level="error")
        self.database: Database = build_runtime(options, self.registry).database
        self.services = LicenseServices(self.database, enterprise_settings().license, KeyRing(SECRET))

    def teardown(self) -> None:
        self.runner.run(self.database.close())
        self.runner.close()
        self.file.unlink()

    def do(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
        async def run() -> T:
            async with system_transaction(self.database) as session:
                return await work(session)

        return self.runner.run(run())

    def verdict(self) -> Verdict:
        self.services.forget()
        return self.runner.run(self.services.verdict())

    @initialize()
    def first_administrator(self) -> None:
        account = NewAccount(username="ada", email="ada@example.org", password_hash="x")
        self.admin: str = self.do(lambda session: make_first_admin(session, account)).id
        self.caller = Caller(self.admin, "ada", frozenset(Permission))

    # Time

    @precondition(lambda self: self.true - self.began < YEARS)
    @rule(hours=st.integers(1, 24 * 45))
    def time_passes(self, hours: int) -> None:
        self.true += timedelta(hours=hours)
        self.services.leapt_at -= hours * 3600

    @precondition(lambda self: self.true - self.began < YEARS)
    @rule(hours=st.integers(1, 24))
    def a_day_passes(self, hours: int) -> None:
        self.true += timedelta(hours=hours)

    @precondition(lambda self: self.bought is not None)
    @rule(days=st.sampled_from([-60, 0, 14]), seconds=st.sampled_from([-1, 0, 1, 3600]))
    def time_passes_to_a_border(self, days: int, seconds: int) -> None:
        assert self.bought is not None
        moment = self.bought.expires + timedelta(days=days, seconds=seconds)
        if moment > self.true:
            self.services.leapt_at -= (moment - self.true).total_seconds()
            self.true = moment

    @rule(days=st.integers(-900, 900))
    def somebody_sets_the_clock_wrong(self, days: int) -> None:
        self.off = timedelta(days=days)
        if self.off > timedelta(0):
            self.lead += DAY

    @rule()
    def somebody_sets_the_clock_right(self) -> None:
        self.off = timedelta(0)

    @rule()
    def the_server_runs_for_an_hour(self) -> None:
        self.true += timedelta(hours=1, seconds=1)
        self.services.leapt_at -= 3601
        if self.off > timedelta(0):
            self.lead += DAY

    @rule()
    def the_server_starts_anew(self) -> None:
        self.runner.run(self.database.close())
        self.start()

    # Licences

    @rule(
        days=st.integers(-40, 500),
        seats=st.integers(1, 5),
        features=st.frozensets(st.sampled_from(list(Entitlement))),
    )
    def a_licence_is_uploaded(self, days: int, seats: int, features: frozenset[Entitlement]) -> None:
        names = tuple(one.value for one in features)
        claims = claims_of(days=days, seats=seats, features=names, now=self.true, issued=self.true)
        text = sign(claims)
        behind = self.off < -DAY and self.known_time() + DAY < self.true
        if behind:  # the vendor is ahead of all that this server has seen: it says so instead of believing it
            self.refused(text, LicenseFutureError)
            return
        self.do(lambda session: install_license(session, self.services, text, user_id=self.admin))
        if self.bought is not None:
            self.past.append(self.bought.text)
        issued, expires = (datetime.fromisoformat(claims[name]) for name in ("issued_at", "expires_at"))
        self.bought = Bought(text, issued, expires, seats, features)
        self.lead = self.lead + DAY if self.off > timedelta(0) else timedelta(0)
        self.witnessed = max(issued, min(self.witnessed, self.wall))
        # Recovery: nothing that clocks did before stands in its way.
        assert self.verdict().state is self.by(max(self.wall, issued))

    @precondition(lambda self: self.past)
    @rule(data=st.data())
    def an_old_licence_is_tried_again(self, data: st.DataObject) -> None:
        self.refused(data.draw(st.sampled_from(self.past)), LicenseReplacedError)

    @rule()
    def a_forged_licence_is_tried(self) -> None:
        head, body, signature = sign(claims_of(now=self.true)).split(".")
        other = sign(claims_of(now=self.true, seats=9999)).split(".")[1]
        self.refused(f"{head}.{other}.{signature}", LicenseForgedError)
        assert body != other

    @rule()
    def a_licence_of_another_year_is_tried(self) -> None:
        ahead = max(self.known_time(), self.true) + timedelta(days=900)
        self.refused(sign(claims_of(now=ahead, issued=ahead)), LicenseFutureError)

    def known_time(self) -> datetime:
        return self.runner.run(self.look()).moment

    async def look(self) -> outlook.Outlook:
        async with system_transaction(self.database, read_only=True) as session:
            return await outlook.look(session, self.services.settings)

    def refused(self, text: str, error: type[VerbatimError]) -> None:
        before = self.verdict()
        with pytest.raises(error):
            self.do(lambda session: install_license(session, self.services, text, user_id=self.admin))
        assert self.verdict() == before

    # People

    @rule()
    def somebody_new_comes(self) -> None:
        self.made += 1
        name = f"user{self.made}"

        async def make(session: AsyncSession) -> str:
            return (await create_user(session, username=name, email=f"{name}@example.org", active=True)).id

        if (made := self.takes_a_seat(make)) is not None:
            self.active.append(made)

    @precondition(lambda self: self.idle)
    @rule(data=st.data())
    def somebody_comes_back(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(self.idle))
        back = UserUpdate(is_active=True)
        if self.takes_a_seat(lambda session: update_user(session, who, back, caller=self.caller)) is not None:
            self.idle.remove(who)
            self.active.append(who)

    @precondition(lambda self: self.active)
    @rule(data=st.data())
    def somebody_leaves(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(self.active))
        gone = UserUpdate(is_active=False)
        self.do(lambda session: update_user(session, who, gone, caller=self.caller))  # in every state
        self.active.remove(who)
        self.idle.append(who)

    def takes_a_seat(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T | None:
        used, seats, state = len(self.active) + 1, self.bought.seats if self.bought else 1, self.verdict().state
        try:
            done = self.do(work)
        except LicenseReadOnlyError:
            assert state is LicenseState.READ_ONLY
            return None
        except SeatsExceededError:
            assert used >= seats
            return None
        assert used < seats
        assert state is not LicenseState.READ_ONLY
        return done

    # What must hold, whatever happened

    def by(self, moment: datetime) -> LicenseState:
        """Return the state that a calendar would give."""
        assert self.bought is not None
        days = (self.bought.expires - moment) / DAY
        return (
            LicenseState.VALID
            if days > 60
            else LicenseState.WARNING
            if days >= 0
            else LicenseState.GRACE
            if days >= -14
            else LicenseState.READ_ONLY
        )

    @invariant()
    def it_is_in_the_table_and_neither_opens_nor_locks_what_it_should_not(self) -> None:
        verdict = self.verdict()
        assert verdict.row == STATES[verdict.state]
        if not hasattr(self, "admin"):
            return
        if self.bought is None:
            assert verdict.state is LicenseState.UNLICENSED
            assert verdict.entitlements == frozenset()
            assert verdict.refusal(self.admin) is None
            assert all(verdict.refusal(one) is not None for one in self.active)
            return
        # Seen within a day of what was seen before, a time stays seen, wherever the clock goes later.
        if self.wall - self.witnessed <= DAY:
            self.witnessed = max(self.witnessed, self.wall - timedelta(hours=1))
        opens = self.by(max(self.wall, self.witnessed, self.bought.issued))
        closes = self.by(max(self.wall, self.true + self.lead, self.bought.issued))
        assert ORDER.index(opens) <= ORDER.index(verdict.state) <= ORDER.index(closes)
        assert verdict.entitlements == self.bought.features
        for one in Entitlement:
            if one in self.bought.features:
                verdict.demand(one)
            else:
                with pytest.raises(EntitlementMissingError):
                    verdict.demand(one)
        for who in (self.admin, *self.active):
            assert (verdict.refusal(who) is None) == (verdict.state is not LicenseState.READ_ONLY)

    @invariant()
    def a_right_clock_that_never_ran_ahead_is_never_doubted(self) -> None:
        if self.off == timedelta(0) and self.lead == timedelta(0):
            assert not self.verdict().clock_set_back


@pytest.mark.campaign
@pytest.mark.slow
@pytest.mark.timeout(500)
def test_three_years_never_leave_the_table(
    migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Settings(mode=Mode.ENTERPRISE, data_dir=tmp_path, database_url="", log_level="error")
    values: dict[str, Any] = {
        "template": migrated_file,
        "registry": build_registry(options, [EnterprisePlugin()]),
        "folder": tmp_path,
        "patch": monkeypatch,
    }
    for name, value in values.items():
        monkeypatch.setattr(Years, name, value, raising=False)
    run_state_machine_as_test(
        Years,
        settings=settings(
            max_examples=times(8, 25), stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


@pytest.fixture
def environment() -> dict[str, str]:
    """Begin without a licence, on a server that takes test licences."""
    return {"VERBATIM_LICENSE_MODE": "test", "VERBATIM_LICENSE_KEY": ""}
