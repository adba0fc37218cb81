"""What the licence means for requests, remembered for two seconds: no signature is checked and nothing read for each.

Other processes follow within `TTL_SECONDS`. A database that cannot be reached changes no verdict.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from verbatim_enterprise.auth.cache import TTL_SECONDS, LiveCache
from verbatim_enterprise.host import Database, KeyRing, RepeatedTask, Service, VerbatimError
from verbatim_enterprise.license import clock
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.errors import EntitlementMissingError, LicenseNeededError, LicenseReadOnlyError
from verbatim_enterprise.license.outlook import Outlook, look
from verbatim_enterprise.license.repository import senior_admin
from verbatim_enterprise.license.settings import LicenseSettings
from verbatim_enterprise.license.states import Changes, LicenseState, Standing, StateRow
from verbatim_enterprise.license.watch import has_news, keep_watch
from verbatim_enterprise.system_session import system_transaction

log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 20.0
"""How often the licence is looked at while nobody asks. A new one is told of by the pulse; what else happens to it
happens at midnight.
"""
_KEY: Final = ""


@dataclass(frozen=True)
class Verdict:
    """What requests need to know. ``writer_id`` is who alone may change things without a licence."""

    standing: Standing
    entitlements: frozenset[Entitlement]
    is_test: bool
    clock_set_back: bool
    writer_id: str | None = None
    row: StateRow = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "row", self.standing.row)

    @property
    def state(self) -> LicenseState:
        return self.standing.state

    def refusal(self, user_id: str) -> VerbatimError | None:
        """Return why somebody may not create or change anything, or None."""
        if self.row.changes is Changes.EVERYBODY:
            return None
        if self.row.changes is Changes.NOBODY:
            return LicenseReadOnlyError()
        return None if user_id == self.writer_id else LicenseNeededError()

    def demand(self, entitlement: Entitlement) -> None:
        """Raise EntitlementMissingError when the licence does not include something."""
        if entitlement not in self.entitlements:
            raise EntitlementMissingError(entitlement, licensed=self.state is not LicenseState.UNLICENSED)


def verdict_on(outlook: Outlook, writer_id: str | None) -> Verdict:
    """Return what an outlook means for requests."""
    license_, standing = outlook.license, outlook.standing
    works = license_ is not None and standing.row.entitlements
    return Verdict(
        standing=standing,
        entitlements=license_.entitlements if license_ is not None and works else frozenset(),
        is_test=license_ is not None and license_.is_test,
        clock_set_back=outlook.clock_set_back,
        writer_id=writer_id,
    )


@dataclass
class LicenseServices:
    """The licence of one server process."""

    database: Database
    settings: LicenseSettings
    keys: KeyRing
    cache: LiveCache[Verdict] = field(init=False)
    known: Verdict | None = None
    """The verdict as it was last found, for those who must not wait in the middle of a transaction."""
    leapt_at: float = field(default_factory=time.monotonic)
    """When this process last saw the mark move (see `clock`), or began, on the monotonic clock."""
    mark: datetime | None = None
    """Where the mark was then. Another server may have moved it, and together they must leap no faster than one."""
    looks: RepeatedTask = field(init=False)
    """Looks also while nobody asks anything: a worker serves no requests, and what is told of the licence cannot wait
    for one.
    """

    def __post_init__(self) -> None:
        self.cache = LiveCache(self._load, TTL_SECONDS)
        self.looks = RepeatedTask(self.verdict, name="license", seconds=LOOK_SECONDS, failed="license_not_read")

    async def verdict(self) -> Verdict:
        """Return the verdict of now."""
        found = await self.cache.get(_KEY)
        assert found is not None  # noqa: S101 - `_load` always finds one
        return found

    async def _load(self, _: str) -> Verdict:
        try:
            self.known = await self._find()
        except Exception as error:
            if self.known is None:
                raise
            log.warning("license_not_read", reason=type(error).__name__)
        return self.known

    async def _find(self) -> Verdict:
        async with system_transaction(self.database, read_only=True) as session:
            outlook = await look(session, self.settings)
            unlicensed = outlook.standing.row.changes is Changes.ONE_ADMINISTRATOR
            writer = await senior_admin(session) if unlicensed else None
        if outlook.watch is not None:
            if self.mark not in {None, outlook.watch.seen_at}:
                self.leapt_at = time.monotonic()
            self.mark = outlook.watch.seen_at
        may_leap = time.monotonic() - self.leapt_at > clock.STEP.total_seconds()
        if has_news(outlook, may_leap=may_leap):
            async with system_transaction(self.database) as session:
                await keep_watch(session, self.settings, may_leap=may_leap)
        return verdict_on(outlook, writer)

    def news(self) -> None:
        """Find the verdict anew: somebody, somewhere, has put a licence in."""
        self.forget()
        self.looks.soon()

    def forget(self) -> None:
        """Find the verdict anew at its next use."""
        self.cache.forget()


LICENSE_SERVICES: Final = Service[LicenseServices]("license")


def licenses_of(connection: HTTPConnection) -> LicenseServices:
    """Return the licence services of the server that a request has reached."""
    return LICENSE_SERVICES.of(connection.app)


def known_verdict(session: AsyncSession) -> Verdict | None:
    """Return the last verdict of the server that a transaction belongs to; None in a command."""
    services = LICENSE_SERVICES.found(session)
    return None if services is None else services.known
