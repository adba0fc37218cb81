"""A server's parts, put together from settings and the registry; nothing here has been started yet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, partial

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim.adapter_choice import (
    auth_provider_of,
    chosen_adapter,
    dialect_of,
    diarizer_rule,
    diarizers_of,
    job_engine_of,
    model_desk_of,
    storages_of,
)
from verbatim.adapters.database.api import DatabaseAdapter
from verbatim.adapters.diarization.api import Diarizer
from verbatim.adapters.media import media_cage
from verbatim.adapters.storage.chosen import Storages
from verbatim.adapters.transcription.warm.pool import EnginePool
from verbatim.config import Settings
from verbatim.core.auth import AuthProvider
from verbatim.core.cage import Cage
from verbatim.core.db import Database
from verbatim.core.events import EventBus
from verbatim.core.jobs.engine import JobEngine
from verbatim.core.jobs.parts import EngineParts, WorkerOptions
from verbatim.core.jobs.queue import JobHooks
from verbatim.core.language_models import ModelDesk
from verbatim.core.live import LiveHub
from verbatim.core.lookups import LOOKUPS
from verbatim.core.member import Member
from verbatim.core.migrate import migrate, pending_migrations
from verbatim.core.process import process_id
from verbatim.core.pulse import Pulse
from verbatim.core.resources import Resources
from verbatim.core.secret_key import KeySettings, key_ring
from verbatim.core.secrets import KeyRing
from verbatim.core.settings.store import SettingsStore
from verbatim.core.slow import tell_slow_statements
from verbatim.core.stored.strays import SWEEPER
from verbatim.job_lanes import engine_pool_of, lanes_of, resting_types
from verbatim.plugins.registry import PluginRegistry
from verbatim.recordings.storage_check import StorageReport, check_storages
from verbatim.search.catching_up import catch_up_on_names
from verbatim.transcription.engines import EngineInspector, engine_settings
from verbatim.uploads.strays import StraySweeper


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
        """Bring the database to this program's schema, and let it protect what lies in it; then do what others need not
        wait for. Returns what was changed.

        Raises:
            SchemaError: the database belongs to another program or to a newer version.
        """
        added = self.registry.contributions

        async def protect(connection: AsyncConnection) -> None:
            for protection in added.protections:
                await protection(connection, self.database.resources)

        changed = await migrate(self.database.engine, self.database_adapter, self.migrations, (protect,))
        if changed:
            with suppress(DBAPIError):  # the running server tries again
                await catch_up_on_names(self.database)
        return changed

    async def pending_migrations(self) -> list[str]:
        """Return the names of the schemas that are behind this program."""
        return await pending_migrations(self.database.engine, self.migrations)


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
    store = SettingsStore(added.settings, settings, keys, [*added.settings_rules, diarizer_rule(registry)])
    settings = store.of(Settings)
    events, live = EventBus(), LiveHub()
    for name, handler in added.event_handlers:
        events.on(name, handler)
    adapter: DatabaseAdapter = chosen_adapter(registry, "database", dialect_of(settings))()
    storages = storages_of(registry, settings)
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
    pool = engine_pool_of(settings, worker)
    cage = media_cage()
    models = model_desk_of(registry, settings)
    auth: AuthProvider = auth_provider_of(registry)(settings)
    parts = EngineParts(
        database=database,
        open_database=open_database,
        types=added.job_types,
        services=JobServices(settings, storages, pool, cage, diarizers_of(registry, settings), models, auth),
        lanes=lanes_of(settings, added.job_types, worker) if member.leads else (),
        lease=timedelta(seconds=settings.jobs_lease_seconds),
        worker_id=process_id(),
        is_worker=worker is not None,
        pulse=pulse,
        resting=partial(resting_types, settings, frozenset(added.job_types)),
    )
    jobs: JobEngine = job_engine_of(registry, settings.jobs)(parts)
    hooks.queued, hooks.moved, hooks.wake = jobs.queued, jobs.moved, jobs.wake
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
