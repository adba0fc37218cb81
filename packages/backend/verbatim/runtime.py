"""A server's parts, put together from settings and the registry; nothing here has been started yet."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, partial
from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim.adapters.database.api import DatabaseAdapter
from verbatim.adapters.diarization.api import Diarizer
from verbatim.adapters.media import media_cage
from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.chosen import Storages, make_storages
from verbatim.adapters.transcription.warm.pool import EnginePool
from verbatim.config import Settings
from verbatim.core.auth import AuthProvider
from verbatim.core.cage import Cage
from verbatim.core.db import Database
from verbatim.core.events import EventBus
from verbatim.core.jobs.engine import JobEngine
from verbatim.core.jobs.job_type import EXPRESS_PRIORITY, JobType
from verbatim.core.jobs.parts import EngineParts, Lane, WorkerOptions
from verbatim.core.jobs.queue import JobHooks
from verbatim.core.language_models import OWN, ModelDesk
from verbatim.core.live import LiveHub
from verbatim.core.lookups import LOOKUPS
from verbatim.core.member import Member
from verbatim.core.migrate import migrate, pending_migrations
from verbatim.core.process import process_id
from verbatim.core.pulse import Pulse
from verbatim.core.resources import Resources
from verbatim.core.secret_key import KeySettings, key_ring
from verbatim.core.secrets import KeyRing
from verbatim.core.settings.store import Rule, SettingsStore
from verbatim.core.slow import tell_slow_statements
from verbatim.core.stored.strays import SWEEPER
from verbatim.plugins.registry import Interface, PluginRegistry
from verbatim.recordings.storage_check import StorageReport, check_storages
from verbatim.transcription.engines import EngineInspector, engine_settings, pool_options
from verbatim.uploads.strays import StraySweeper


class ConfigurationError(Exception):
    """The settings do not make a server; the message says which and why."""


@dataclass
class Runtime:
    """Everything a running server consists of."""

    settings: Settings
    store: SettingsStore
    registry: PluginRegistry
    database: Database
    database_adapter: DatabaseAdapter
    storages: Storages
    auth: AuthProvider
    live: LiveHub
    events: EventBus
    jobs: JobEngine
    engines: EngineInspector
    sweeper: StraySweeper
    pulse: Pulse
    engine_pool: EnginePool
    cage: Cage
    models: ModelDesk
    is_worker: bool = False
    member: Member = field(default_factory=Member)
    draining: bool = False
    """Whether this process has been told to stop, and answers what is still on its way."""

    @property
    def keys(self) -> KeyRing:
        """The keys of this server. Without a secret key one is made at the first use."""
        return self.store.keys()

    @property
    def migrations(self) -> list[tuple[str, str]]:
        return self.registry.contributions.migrations

    async def migrate(self) -> list[str]:
        """Bring the database to this program's schema, and let it protect what lies in it. Returns what was changed.

        Raises:
            SchemaError: the database belongs to another program or to a newer version.
        """
        added = self.registry.contributions

        async def protect(connection: AsyncConnection) -> None:
            for protection in added.protections:
                await protection(connection, self.database.resources)

        return await migrate(self.database.engine, self.database_adapter, self.migrations, (protect,))

    async def pending_migrations(self) -> list[str]:
        """Return the names of the schemas that are behind this program."""
        return await pending_migrations(self.database.engine, self.migrations)


def build_runtime(
    settings: Settings, registry: PluginRegistry, worker: WorkerOptions | None = None, member: Member | None = None
) -> Runtime:
    """Make the parts, for a process that only runs jobs with `worker`, for one of several with `member`. Does no I/O.

    Raises:
        ConfigurationError: a setting names something that is not there.
    """
    added, member = registry.contributions, member or Member()
    if member.size > 1:
        connections = member.share(settings.database_pool_size, 2)
        settings = settings.model_copy(update={"database_pool_size": connections})
    keys = cache(lambda: key_ring(KeySettings(), settings.data_dir))
    store = SettingsStore(added.settings, settings, keys, [*added.settings_rules, _diarizer_rule(registry)])
    settings = store.of(Settings)
    events, live = EventBus(), LiveHub()
    for name, handler in added.event_handlers:
        events.on(name, handler)
    adapter: DatabaseAdapter = _choose(registry, "database", _dialect(settings))()
    storages = _storages(registry, settings)
    resources = Resources(added.resources)
    hooks = JobHooks(types=added.job_types)

    def open_database() -> Database:
        engine = adapter.create_engine(settings)
        tell_slow_statements(engine.sync_engine, settings.slow_statement_ms)
        made = Database(
            engine,
            reader=adapter.create_reader(engine),
            events=events,
            live=live,
            enter_scope=adapter.enter_scope,
            jobs=hooks,
            erasers=tuple(added.erasers),
            guards=tuple(added.all_guards()),
            deleters=dict(added.deleters),
            models=frozenset(added.models),
            resources=resources,
        )
        if adapter.lookups is not None:
            LOOKUPS.put(made, adapter.lookups)
        return made

    database = open_database()
    sweeper = StraySweeper(database, storages)
    SWEEPER.put(database, sweeper.wake)
    pulse = Pulse(lambda: adapter.create_watcher(settings))
    pool = _engine_pool(settings, worker)
    cage = media_cage()
    models = _models(registry, settings)
    auth: AuthProvider = _auth(registry)(settings)
    parts = EngineParts(
        database=database,
        open_database=open_database,
        types=added.job_types,
        services=JobServices(settings, storages, pool, cage, _diarizers(registry, settings), models, auth),
        lanes=_lanes(settings, added.job_types, worker) if member.leads else (),
        lease=timedelta(seconds=settings.jobs_lease_seconds),
        worker_id=process_id(),
        is_worker=worker is not None,
        pulse=pulse,
        resting=partial(_resting, settings, frozenset(added.job_types)),
    )
    jobs: JobEngine = _job_engine(registry, settings.jobs)(parts)
    hooks.queued, hooks.wake = jobs.queued, jobs.wake
    runtime = Runtime(
        settings=settings,
        store=store,
        registry=registry,
        database=database,
        database_adapter=adapter,
        storages=storages,
        auth=auth,
        live=live,
        events=events,
        jobs=jobs,
        engines=EngineInspector(
            lambda: engine_settings(settings), is_here=worker is not None or settings.jobs == "embedded"
        ),
        sweeper=sweeper,
        pulse=pulse,
        engine_pool=pool,
        cage=cage,
        models=models,
        is_worker=worker is not None,
        member=member,
    )
    for make in added.storage_sources:
        storages.source = make(runtime)
    return runtime


def _storages(registry: PluginRegistry, settings: Settings) -> Storages:
    adapters = registry.contributions.adapters
    makers = {name: make for (interface, name), make in adapters.items() if interface == "storage"}
    try:
        return make_storages(makers, settings, settings.storage)
    except StorageError as error:
        raise ConfigurationError(str(error)) from error


LIGHT_CONCURRENCY = 4
"""Jobs at a time that mostly wait for others, beside the heavy ones."""

BRIEF_CONCURRENCY = 2
"""Jobs at a time that take seconds of a processor, beside the heavy ones."""

EXPRESS_CONCURRENCY = 1
"""Short recordings at a time that overtake long ones."""


def _lanes(settings: Settings, types: Mapping[str, JobType], worker: WorkerOptions | None) -> tuple[Lane, ...]:
    wanted = frozenset(types)
    if worker is not None and worker.queues:
        if unknown := sorted(worker.queues - wanted):
            raise ConfigurationError(f"There is no queue {', '.join(unknown)}; there are {', '.join(sorted(wanted))}.")
        wanted = worker.queues
    light = frozenset(name for name in wanted if types[name].light)
    brief = frozenset(name for name in wanted if types[name].brief) - light
    overtaking = frozenset(name for name in wanted if types[name].overtaking)

    def heavy(least: int = 1) -> int:
        return max(least, _concurrency(settings, worker))

    return (
        Lane(wanted - light - brief, heavy),
        Lane(light, partial(heavy, LIGHT_CONCURRENCY), light=True),
        Lane(brief, partial(heavy, BRIEF_CONCURRENCY), light=True),
        Lane(overtaking, EXPRESS_CONCURRENCY, least_priority=EXPRESS_PRIORITY),
    )


def _resting(settings: Settings, types: frozenset[str]) -> frozenset[str]:
    """Return the types of jobs that this process leaves alone: those that are paused, on a drained machine all."""
    return types if socket.gethostname() in settings.jobs_drained else frozenset(settings.jobs_paused)


def _concurrency(settings: Settings, worker: WorkerOptions | None) -> int:
    return settings.jobs_concurrency if worker is None or worker.concurrency is None else worker.concurrency


def _engine_pool(settings: Settings, worker: WorkerOptions | None) -> EnginePool:
    return EnginePool(lambda: pool_options(settings, at_once=_concurrency(settings, worker) + EXPRESS_CONCURRENCY))


def _diarizers(registry: PluginRegistry, settings: Settings) -> dict[str, Diarizer]:
    """Return what tells voices apart, by name."""
    adapters = registry.contributions.adapters
    found = {name: make(settings) for (interface, name), make in adapters.items() if interface == "diarization"}
    try:
        _diarizer_rule(registry)(lambda _: settings)
    except ValueError as error:
        raise ConfigurationError(str(error)) from None
    return found


def _models(registry: PluginRegistry, settings: Settings) -> ModelDesk:
    """Return what hands out language models: a plugin's desk where one brings it."""
    adapters = registry.contributions.adapters
    services = {name: make(settings) for (interface, name), make in adapters.items() if interface == "llm"}
    desks = [name for interface, name in adapters if interface == "llm_desk" and name != OWN]
    if len(desks) > 1:
        raise ConfigurationError(f"Several plugins hand out language models: {', '.join(desks)}.")
    desk: ModelDesk = _choose(registry, "llm_desk", desks[0] if desks else OWN)(settings, services)
    return desk


def _diarizer_rule(registry: PluginRegistry) -> Rule:
    """Return what refuses a diarizer that nobody brings."""
    names = ["auto", "off", *sorted(name for kind, name in registry.contributions.adapters if kind == "diarization")]

    def check(group: Callable[[type[Any]], Any]) -> None:
        chosen = group(Settings).diarization
        if chosen not in names:
            raise ValueError(f"VERBATIM_DIARIZATION is {chosen}; there are {', '.join(names)}.")

    return check


@dataclass(frozen=True)
class JobServices:
    """What job handlers may use beside the database."""

    settings: Settings
    storages: Storages
    engine_pool: EnginePool
    cage: Cage
    diarizers: Mapping[str, Diarizer]
    models: ModelDesk
    auth: AuthProvider
    check_storages: Callable[..., Awaitable[StorageReport]] = check_storages


def _dialect(settings: Settings) -> str:
    try:
        return make_url(settings.resolved_database_url).get_backend_name()
    except ArgumentError as error:
        raise ConfigurationError(
            "VERBATIM_DATABASE_URL is not an address such as postgresql+asyncpg://user:password@host/name."
        ) from error


def _choose(registry: PluginRegistry, interface: Interface, name: str) -> Any:
    adapters = registry.contributions.adapters
    if (interface, name) not in adapters:
        known = sorted(other for kind, other in adapters if kind == interface)
        raise ConfigurationError(f"There is no {interface} adapter {name}; there are {', '.join(known)}.")
    return adapters[interface, name]


def _job_engine(registry: PluginRegistry, name: str) -> Any:
    if ("queue", name) not in registry.contributions.adapters:
        raise ConfigurationError(f"VERBATIM_JOBS={name} needs a plugin that brings it, and none does here.")
    return _choose(registry, "queue", name)


def _auth(registry: PluginRegistry) -> Any:
    # A plugin that signs people in replaces the core's single user; two of them would be a contradiction.
    names = [name for interface, name in registry.contributions.adapters if interface == "auth" and name != "none"]
    if len(names) > 1:
        raise ConfigurationError(f"Several plugins sign people in: {', '.join(names)}.")
    return _choose(registry, "auth", names[0] if names else "none")
