"""What this process knows of the locations: read when somebody asks, forgotten when somebody changes them."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import structlog
from sqlalchemy import func, or_, select

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import (
    Scope,
    SealError,
    Service,
    StorageAdapter,
    StorageError,
    VerbatimError,
    scope_or_none,
)
from verbatim_enterprise.storage_locations.addresses import refuse_private
from verbatim_enterprise.storage_locations.making import make_storage
from verbatim_enterprise.storage_locations.models import CREDENTIALS, StorageLocation, StorageTeam
from verbatim_enterprise.storage_locations.sealing import open_credentials
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Team
from verbatim_enterprise.webhooks.addresses import Guard

log = structlog.get_logger(__name__)

_LOOK_SECONDS: Final = 2.0
"""How long a change in another process can go unnoticed while nobody tells of it."""
_GUARD_SECONDS: Final = 30.0
"""How long the addresses of a host count as looked at."""
_WELL_SECONDS: Final = 15.0
"""How long a location counts as found well, or not, where another would stand in for it."""


@dataclass(frozen=True)
class Known:
    """All locations at one moment."""

    rows: Mapping[str, StorageLocation]
    teams: Mapping[str, str]
    read_at: float = field(default_factory=time.monotonic)

    @property
    def default(self) -> str | None:
        return next((row.id for row in self.rows.values() if row.is_default and row.removed_at is None), None)

    @property
    def stand_ins(self) -> list[str]:
        return [row.id for row in self.rows.values() if row.stands_in and row.removed_at is None]


class Locations:
    """The `LocationSource` of a process. ``runtime`` is the core's."""

    def __init__(self, runtime: Any) -> None:
        self._database, self._settings, self._pulse = runtime.database, runtime.settings, runtime.pulse
        self._storages = runtime.storages
        self._runtime = runtime
        self._known: Known | None = None
        self._made: dict[str, tuple[Any, StorageAdapter]] = {}
        self._looked_at: dict[str, float] = {}
        self._well: dict[str, tuple[bool, float]] = {}
        self._reading = asyncio.Lock()
        self.guard = Guard(lambda: enterprise_settings().locations.storage_allow_private)
        LOCATIONS.put(runtime.database, self)
        runtime.pulse.ask(
            LOCATIONS.name, select(func.max(StorageLocation.updated_at)).scalar_subquery(), self.forget, on_change=True
        )

    def forget(self) -> None:
        """Read everything anew at the next question."""
        self._known = None
        self._well.clear()

    async def known(self) -> Known:
        """Return the locations as they are in the database, at most seconds ago."""
        found = self._known
        if found is None or time.monotonic() - found.read_at > self._pulse.patience(_LOOK_SECONDS):
            async with self._reading:
                if self._known is found:
                    self._known = await self._read()
                found = self._known or await self._read()
        return found

    async def _read(self) -> Known:
        async with system_transaction(self._database, read_only=True) as session:
            rows = {row.id: row for row in await session.scalars(select(StorageLocation))}
            teams = {row.team_id: row.location_id for row in await session.scalars(select(StorageTeam))}
            session.expunge_all()
        return Known(rows, teams)

    async def find(self, name: str) -> StorageAdapter | None:
        """Return the storage of a location that is not from the environment.

        Raises:
            StorageError: its credentials cannot be opened, or its address must not be reached.
        """
        row = (await self.known()).rows.get(name)
        if row is None or row.locked:
            return None
        storage = self._storage_of(row)
        await self._guarded(row)
        return storage

    def _storage_of(self, row: StorageLocation) -> StorageAdapter:
        version, storage = self._made.get(row.id, (None, None))
        if storage is None or version != row.updated_at:
            storage = self._make(row)
            self._made[row.id] = (row.updated_at, storage)
            self._looked_at.pop(row.id, None)
        return storage

    def _make(self, row: StorageLocation) -> StorageAdapter:
        try:
            secrets = open_credentials(CREDENTIALS, self._runtime.keys, row) if row.credentials else {}
            storage = make_storage(row.type, row.config, secrets, self._settings)
        except SealError:
            raise StorageError(
                f"The credentials of the storage {row.name} cannot be opened with this server's secret key: "
                "enter them again."
            ) from None
        except VerbatimError as error:
            raise StorageError(f"The storage {row.name} cannot be used: {error.detail}") from None
        return storage

    async def _guarded(self, row: StorageLocation) -> None:
        now = time.monotonic()
        if now - self._looked_at.get(row.id, -_GUARD_SECONDS) < _GUARD_SECONDS:
            return
        try:
            await refuse_private(self.guard, row.config)
        except VerbatimError as error:
            raise StorageError(f"The storage {row.name} cannot be used: {error.detail}") from None
        self._looked_at[row.id] = now

    async def takes_new(self) -> str | None:
        """Name the location of the team that works now, else the one that was chosen for all."""
        known, scope = await self.known(), scope_or_none()
        team = scope.write if isinstance(scope, Scope) else None
        named = known.teams.get(team or "") or (None if self._settings.storage else known.default)
        name = named or self._storages.takes_new
        for other in known.stand_ins:
            if other != name and not await self._is_well(name):
                log.warning("storage_stands_in", location=name, instead=other)
                return other
        return name

    async def _is_well(self, name: str) -> bool:
        well, looked_at = self._well.get(name, (True, 0.0))
        if time.monotonic() - looked_at > _WELL_SECONDS:
            try:
                well = (await (await self._storages.of(name)).test_connection()).ok
            except StorageError:
                well = False
            self._well[name] = (well, time.monotonic())
        return well

    async def names(self) -> dict[str, str]:
        """Return what people call each location that this server can be asked for."""
        rows = (await self.known()).rows.values()
        return {row.id: row.name for row in rows if not row.locked or row.id in self._storages}

    async def link_origins(self) -> frozenset[str]:
        """Return from where browsers may fetch files of these locations."""
        found = set[str]()
        for row in (await self.known()).rows.values():
            if row.config.get("signed_links") and not row.locked:
                with contextlib.suppress(StorageError):  # nobody can read of one that cannot be used
                    found.add(getattr(self._storage_of(row), "link_origin", None) or "")
        return frozenset(found - {""})

    async def owner(self, text: str) -> str | None:
        """Return the id of the one team that is called so, or has this id."""
        async with system_transaction(self._database, read_only=True) as session:
            found = list(await session.scalars(select(Team.id).where(or_(Team.id == text, Team.name == text)).limit(2)))
        return found[0] if len(found) == 1 else None


def make_locations(runtime: Any) -> Locations:
    """Return what a process knows of the locations."""
    return Locations(runtime)


LOCATIONS: Final = Service[Locations]("storage_locations")


def locations_of(database: Any) -> Locations:
    """Return it for a database."""
    return LOCATIONS.of(database)
