"""The dispatcher: one in each server process, sends what is due and writes down what came of it.

The database is the only queue. A process takes deliveries with a lease and renews it; one that dies loses it, and
another process sends again what it had begun, under the same ``webhook-id``.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import structlog
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Database, KeyRing, Pulse, Service, as_system
from verbatim_enterprise.webhooks.addresses import Guard
from verbatim_enterprise.webhooks.claim import LEASE, Opener, claim, extend, parcels, ready_endpoints, something_is_due
from verbatim_enterprise.webhooks.egress import open_session
from verbatim_enterprise.webhooks.lanes import Lane
from verbatim_enterprise.webhooks.record import record
from verbatim_enterprise.webhooks.sender import Outcome, Parcel, send
from verbatim_enterprise.webhooks.settings import WebhookSettings
from verbatim_enterprise.webhooks.upkeep import upkeep

if TYPE_CHECKING:
    import aiohttp
    from aiohttp.abc import AbstractResolver

log = structlog.get_logger(__name__)

POLL_SECONDS = 1.0
ERROR_SECONDS = 1.0
GATHER_SECONDS = 0.01
"""Pause between two rounds, so that each finds more than one delivery to take or to write down."""
UNDER_WAY, BATCH = 512, 256
UPKEEP_SECONDS = 300.0
STOP_SECONDS = 5.0
_BUSY = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)


def wake(session: AsyncSession) -> None:
    """Let this process's dispatcher look at once instead of at its next look anyway."""
    dispatcher = DISPATCHER.found(session)
    if dispatcher is not None:
        dispatcher.wake()


class Dispatcher:
    """Sends what is due. Everything it knows beside the database is what it has under way."""

    def __init__(
        self,
        database: Database,
        keys: KeyRing,
        settings: WebhookSettings,
        *,
        pulse: Pulse,
        elsewhere: Callable[[], None] | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self.guard = Guard(lambda: settings.webhooks_allow_private)
        self._database = database
        self._settings = settings
        self._resolver = resolver
        self._pulse = pulse
        self._elsewhere = elsewhere
        self._opener = Opener(keys)
        self._lanes: dict[str, Lane] = {}
        self._held: dict[tuple[str, str], tuple[Parcel, float]] = {}
        self._outcomes: list[Outcome] = []
        self._sends: set[asyncio.Task[None]] = set()
        self._wake, self._ended = asyncio.Event(), asyncio.Event()
        self._writing = asyncio.Lock()
        self._batch, self._idle, self._after = BATCH, False, ""
        self._loops: dict[str, asyncio.Task[None]] = {}
        self._troubled: set[str] = set()
        self._http: aiohttp.ClientSession | None = None

    def wake(self) -> None:
        """Look now, or tell whoever does."""
        if self._elsewhere is None:
            self._wake.set()
        else:
            self._elsewhere()

    async def start(self) -> None:
        """Begin to send, unless that is done elsewhere."""
        if self._elsewhere is not None:
            return
        self._pulse.ask("webhooks", something_is_due(), self.wake)
        steps = (self._take, self._write, self._renew, self._tidy)
        self._loops = {step.__name__: asyncio.create_task(self._forever(step)) for step in steps}

    async def stop(self) -> None:
        """Take nothing more, let what is under way end within seconds, and give back what does not."""
        for name in ("_take", "_tidy"):
            if name in self._loops:
                self._loops[name].cancel()
        if self._sends:
            await asyncio.wait(self._sends, timeout=STOP_SECONDS)
        for task in (*self._sends, *self._loops.values()):
            task.cancel()
        await asyncio.gather(*self._sends, *self._loops.values(), return_exceptions=True)
        try:
            with as_system("webhooks"):
                while self._outcomes:
                    await self._write_some()
                if self._held:
                    async with self._database.transaction() as session:
                        await extend(session, [parcel for parcel, _ in self._held.values()], release=True)
        except (DBAPIError, OSError) as error:
            log.warning("webhooks_not_given_back", reason=str(error))  # their leases run out by themselves
        if self._http is not None:
            await self._http.close()

    async def _forever(self, step: Callable[[], Awaitable[None]]) -> None:
        name = getattr(step, "__name__", "")
        while True:
            try:
                with as_system("webhooks"):
                    await step()
                self._troubled.discard(name)
            except Exception as error:
                # The database may be away for a while; deliveries are rows and wait for it. Said once, not each second.
                if name not in self._troubled:
                    log.warning("webhooks_troubled", step=name, exc_info=error)
                self._troubled.add(name)
                await asyncio.sleep(ERROR_SECONDS)

    # Taking

    async def _take(self) -> None:
        self._wake.clear()
        room = UNDER_WAY - len(self._held)
        if room > 0 and await self._take_some(room):
            await asyncio.sleep(GATHER_SECONDS)
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._pulse.patience(POLL_SECONDS)):
                await self._wake.wait()
        await asyncio.sleep(GATHER_SECONDS)

    async def _take_some(self, room: int) -> bool:
        full = [endpoint_id for endpoint_id, lane in self._lanes.items() if not lane.free]
        if self._idle:  # looking costs SQLite no write lock
            async with self._database.transaction(read_only=True) as session:
                if not await ready_endpoints(session, after="", without=full):
                    return False
        taken: list[Parcel] = []
        async with self._database.transaction() as session:
            endpoints = await ready_endpoints(session, after=self._after, without=full)
            for endpoint in endpoints:
                limit = min(room - len(taken), self._lanes.setdefault(endpoint[0], Lane()).free)
                if limit > 0:
                    taken += parcels(endpoint, await claim(session, endpoint, limit), self._opener)
        # The next round goes on where this one stopped, so that no endpoint is first every time.
        again, self._after = bool(self._after), endpoints[-1][0] if endpoints else ""
        for parcel in taken:
            self._launch(parcel)
        self._idle = not taken and not again
        return not self._idle

    def _launch(self, parcel: Parcel) -> None:
        lane = self._lanes.setdefault(parcel.endpoint_id, Lane())
        lane.busy += 1
        task = asyncio.create_task(self._send(parcel, lane))
        self._held[parcel.delivery_id, parcel.lease] = (parcel, time.monotonic())
        self._sends.add(task)
        task.add_done_callback(self._sends.discard)

    async def _send(self, parcel: Parcel, lane: Lane) -> None:
        if self._http is None:
            seconds = self._settings.webhooks_timeout_seconds
            self._http = open_session(self.guard, seconds=seconds, resolver=self._resolver)
        slow, close_for = True, None
        try:
            outcome = await send(self._http, self.guard, parcel)
            self._outcomes.append(outcome)
            slow, close_for = outcome.slow, outcome.retry_after if outcome.status_code in _BUSY else None
        finally:
            lane.ended(slow=slow, close_for=close_for)
        self._ended.set()
        self._wake.set()

    # Writing down

    async def _write(self) -> None:
        await self._ended.wait()
        await asyncio.sleep(GATHER_SECONDS)
        self._ended.clear()
        try:
            await self._write_some()
        finally:
            if self._outcomes:
                self._ended.set()

    async def _write_some(self) -> None:
        batch = self._outcomes[: self._batch]
        try:
            async with self._writing, self._database.transaction() as session:
                await record(session, batch, self._settings)
        except DBAPIError as error:
            # One of them may be what the database refuses: the others are written one by one, and it is let go.
            hopeless = self._batch == 1 and _is_about_the_data(error)
            self._batch = 1
            if not hopeless:
                raise
            log.exception("webhook_outcome_lost", delivery_id=batch[0].parcel.delivery_id)
        else:
            self._batch = min(BATCH, self._batch * 2)
        del self._outcomes[: len(batch)]
        for outcome in batch:
            self._held.pop((outcome.parcel.delivery_id, outcome.parcel.lease), None)
        self._wake.set()

    # Keeping

    async def _renew(self) -> None:
        await asyncio.sleep(LEASE.total_seconds() / 4)
        old = time.monotonic() - LEASE.total_seconds() / 4
        async with self._writing:
            held = [parcel for parcel, since in self._held.values() if since < old]
            if held:
                async with self._database.transaction() as session:
                    await extend(session, held)

    async def _tidy(self) -> None:
        await upkeep(self._database, self._settings)
        self._lanes = {name: lane for name, lane in self._lanes.items() if lane.busy or not lane.free}
        await asyncio.sleep(UPKEEP_SECONDS)


DISPATCHER: Final = Service[Dispatcher]("webhook_dispatcher")


def _is_about_the_data(error: DBAPIError) -> bool:
    """Say whether the database refuses what it was given, instead of being away: SQLSTATE classes 22 and 23."""
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return isinstance(error, DataError | IntegrityError) or state[:2] in {"22", "23"}
