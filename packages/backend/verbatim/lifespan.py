"""From the start of a server to its end: what is opened in which order, and closed in which."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from fastapi import FastAPI

from verbatim.adapters.storage.local import LocalStorage
from verbatim.core.mode_file import remember_mode
from verbatim.core.resealing import Resealing
from verbatim.core.settings.store import SettingsFollower
from verbatim.plugins.contributions import StartupHook
from verbatim.plugins.loader import PluginError
from verbatim.runtime import Runtime

log = structlog.get_logger(__name__)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    runtime: Runtime = app.state.runtime
    settings = runtime.settings
    follower = SettingsFollower(runtime.store, runtime.database, runtime.pulse)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    remember_mode(settings.data_dir, settings.mode.value)
    await runtime.migrate()
    await runtime.store.load(runtime.database, start=True)
    resealing = Resealing(runtime.database, lambda: runtime.keys, runtime.registry.contributions.sealed_columns)
    await resealing.start()
    local = runtime.storages.get("local")
    if isinstance(local, LocalStorage):
        await asyncio.to_thread(local.discard_partial_files)
    for hook in runtime.registry.contributions.startup_hooks:
        await _run_startup_hook(hook, app)
    await runtime.models.start(app)
    runtime.cage.warm()
    await runtime.jobs.start()
    runtime.sweeper.start()
    follower.start()
    await runtime.pulse.start()
    log.info(
        "worker_started" if runtime.is_worker else "server_started",
        mode=settings.mode.value,
        database=runtime.database.dialect,
    )
    try:
        yield
    finally:
        runtime.live.close()
        await resealing.stop()
        await follower.stop()
        await runtime.pulse.stop()
        await runtime.jobs.stop()
        await runtime.sweeper.stop()
        await _run_shutdown_hooks(app)
        await runtime.engine_pool.close()
        await runtime.models.close()
        await runtime.database.close()


async def _run_shutdown_hooks(app: FastAPI) -> None:
    """Let every plugin finish what it began; one that cannot does not hinder the others."""
    for hook in reversed(app.state.registry.contributions.shutdown_hooks):
        try:
            await hook(app)
        except Exception:
            log.exception("shutdown_hook_failed", hook=f"{hook.__module__}.{getattr(hook, '__qualname__', '')}")


async def _run_startup_hook(hook: StartupHook, app: FastAPI) -> None:
    try:
        await hook(app)
    except Exception as error:
        name = f"{hook.__module__}.{getattr(hook, '__qualname__', type(hook).__name__)}"
        raise PluginError(f"The startup hook {name} failed: {error}") from error
