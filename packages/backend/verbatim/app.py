"""The application: `create_app` is the only place where order is decided."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from importlib import import_module
from typing import Any, cast

import structlog
from fastapi import FastAPI
from fastapi.middleware.asyncexitstack import AsyncExitStackMiddleware
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from verbatim import __version__
from verbatim.adapters.database.postgresql import PostgresqlAdapter
from verbatim.adapters.database.sqlite import SqliteAdapter
from verbatim.adapters.diarization.api import BUNDLED, DiarizationSettings, Diarizer
from verbatim.adapters.diarization.caged import CagedDiarizer
from verbatim.adapters.diarization.process import ProcessDiarizer
from verbatim.adapters.llm.key_sentences import NAME as KEY_SENTENCES
from verbatim.adapters.llm.key_sentences import KeySentences
from verbatim.adapters.llm.local import NAME as LOCAL_MODEL
from verbatim.adapters.llm.local import LocalModel, LocalSettings
from verbatim.adapters.storage.local import LocalStorage
from verbatim.backups.settings import BackupSettings
from verbatim.config import Settings
from verbatim.core.again import AgainMiddleware
from verbatim.core.auth import IdentityMiddleware, NoAuthProvider
from verbatim.core.ballast import Ballast
from verbatim.core.bodies import BodyLimitMiddleware
from verbatim.core.brand.settings import BrandSettings
from verbatim.core.compression import CompressionMiddleware
from verbatim.core.failures import install_error_handlers
from verbatim.core.http import OriginMiddleware, RequestMiddleware
from verbatim.core.jobs.embedded import EmbeddedJobEngine
from verbatim.core.jobs.parts import WorkerOptions
from verbatim.core.language_models import OWN, OwnModels
from verbatim.core.lasting import LastingRightsMiddleware
from verbatim.core.member import Member
from verbatim.core.mode_file import remember_mode
from verbatim.core.proxies import Proxies, ProxyMiddleware
from verbatim.core.resealing import Resealing
from verbatim.core.routing import PlainFirst, RouteTable, include_kept
from verbatim.core.secret_key import KeySettings
from verbatim.core.settings.store import SettingsFollower
from verbatim.features import FEATURES
from verbatim.permissions import AccessRule, Permission
from verbatim.plugins.loader import Plugin, PluginError, load_plugins, register_plugins
from verbatim.plugins.registry import PluginRegistry, StartupHook
from verbatim.runtime import Runtime, build_runtime
from verbatim.system.metrics import MetricsMiddleware
from verbatim.traces.settings import TraceSettings
from verbatim.webapp import WebApp

log = structlog.get_logger(__name__)

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


class UndeclaredRouteError(Exception):
    """A route declares neither a permission nor that it is public."""


class _Described(FastAPI):
    """The application, whose description says everything that clients have to know."""

    def openapi(self) -> dict[str, Any]:
        if not self.openapi_schema:
            self.openapi_schema = import_module("verbatim.contract").describe(self)
        return self.openapi_schema

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:  # type: ignore[override] # awaited
        if self.middleware_stack is None and not self._native_telemetry.enabled():
            self.middleware_stack = self.build_middleware_stack()
            self._answer = self.middleware_stack
        if self._answer is None or scope["type"] == "lifespan":
            return super().__call__(scope, receive, send)  # which tells those who trace requests
        scope["app"] = self
        return self._answer(scope, receive, send)

    _answer: ASGIApp | None = None
    """What answers where nobody traces requests, which is known with the first of them."""

    def build_middleware_stack(self) -> ASGIApp:
        """Lay our own middleware around the routes. Of the framework's outer layers none is needed: RequestMiddleware
        answers what nobody foresaw, and bodies have a limit of ours. Its inner ones are for routes that are not plain.
        """
        handlers = {key: value for key, value in self.exception_handlers.items() if key not in {500, Exception}}
        around = ExceptionMiddleware(AsyncExitStackMiddleware(self.router), handlers)
        known = (around._exception_handlers, around._status_handlers)  # noqa: SLF001 - no public way
        table = self.router.middleware_stack
        app: ASGIApp = PlainFirst(table, around, known) if isinstance(table, RouteTable) else around
        for layer in reversed(self.user_middleware):
            app = layer.cls(app, *layer.args, **layer.kwargs)
        return app


class CorePlugin:
    """The core uses its own seam, so that the seam cannot rot."""

    name = "verbatim"
    version = __version__

    def register(self, registry: PluginRegistry) -> None:
        registry.add_settings(Settings)
        registry.add_settings(KeySettings)
        registry.add_settings(BrandSettings)
        registry.add_settings(BackupSettings)
        registry.add_settings(TraceSettings)
        registry.add_adapter("database", "sqlite", SqliteAdapter)
        registry.add_adapter("database", "postgresql", PostgresqlAdapter)
        registry.add_adapter("storage", "local", _local_storage)
        registry.add_adapter("auth", "none", _single_user)
        registry.add_adapter("queue", "embedded", EmbeddedJobEngine)
        registry.add_adapter("llm", KEY_SENTENCES, KeySentences)
        registry.add_adapter("llm", LOCAL_MODEL, _local_model)
        registry.add_adapter("llm_desk", OWN, OwnModels)
        for name in BUNDLED:
            registry.add_adapter("diarization", name, partial(_diarizer, name))
        for feature in FEATURES:
            feature.register(registry)


def _local_storage(settings: Settings) -> LocalStorage:
    return LocalStorage(settings.storage_dir, reserve_bytes=lambda: settings.upload_reserve_bytes)


def _diarizer(name: str, settings: Settings) -> Diarizer:
    def told() -> DiarizationSettings:
        return DiarizationSettings(settings.diarization_model, settings.diarization_memory_bytes)

    return CagedDiarizer(told) if name == CagedDiarizer.name else ProcessDiarizer(name, told)


def _local_model(settings: Settings) -> LocalModel:
    def told() -> LocalSettings:
        return LocalSettings(
            settings.llm_local_model, settings.llm_local_url, settings.llm_local_name, settings.llm_local_context_tokens
        )

    return LocalModel(told)


def _single_user(_: Settings) -> NoAuthProvider:
    return NoAuthProvider(frozenset(Permission))


def build_registry(settings: Settings, plugins: Sequence[Plugin] | None = None) -> PluginRegistry:
    """Let the core and its plugins register; with ``plugins`` those, else the installed ones.

    Raises:
        PluginError: a plugin cannot be used, or one is missing.
    """
    registry = PluginRegistry()
    draft = registry.draft("verbatim")
    CorePlugin().register(draft)
    registry.merge(draft)
    if plugins is None:
        load_plugins(registry, settings.mode)
    else:
        register_plugins(registry, plugins, settings.mode)
    return registry


def create_app(
    settings: Settings | None = None,
    plugins: Sequence[Plugin] | None = None,
    worker: WorkerOptions | None = None,
    member: Member | None = None,
) -> FastAPI:
    """Make the server. No I/O happens before its lifespan starts. With `worker` nobody will send it requests: its
    lifespan is that of a process that runs jobs; `member` says which process of a server of several it is.

    Raises:
        PluginError, ConfigurationError, UndeclaredRouteError: the server would not be what its settings ask for.
    """
    settings = settings or Settings()
    registry = build_registry(settings, plugins)
    runtime = build_runtime(settings, registry, worker, member)
    app = _Described(
        title="Verbatim",
        version=__version__,
        lifespan=_lifespan,
        middleware=_middleware(runtime),
        generate_unique_id_function=_operation_id,
        redirect_slashes=False,
        docs_url=None,  # verbatim.system.api_docs serves the page from here instead of from a foreign host
        redoc_url=None,
    )
    app.state.runtime = runtime
    for name in ("settings", "registry", "database", "storages", "live", "engines", "cage", "models"):
        setattr(app.state, name, getattr(runtime, name))
    install_error_handlers(app)
    for router, options in registry.contributions.routers:
        include_kept(app, router, **options)
    refuse_undeclared_routes(app)
    app.router.middleware_stack = RouteTable(app.router)
    # Not mounted: a mount would also swallow known addresses that were called with a wrong method.
    app.router.default = WebApp(storages=runtime.storages)
    return app


def _operation_id(route: APIRoute) -> str:
    """Return the name by which generated clients call a route."""
    return f"{route.tags[0] if route.tags else 'api'}_{route.name}".rstrip("_")


def ballast_of(runtime: Runtime) -> Ballast:
    """Return the room that is kept for a full disk: only a database that is a file needs it."""
    return Ballast(runtime.settings.data_dir if runtime.database.dialect == "sqlite" else None)


def _middleware(runtime: Runtime) -> list[Middleware]:
    """Return the middleware, outermost first."""
    settings = runtime.settings
    proxies = Proxies(settings.trusted_proxies)
    counting = runtime.member.figures.of(runtime.member.number) if settings.metrics_token else None
    stack = [
        Middleware(ProxyMiddleware, proxies=proxies, folder=settings.data_dir),
        Middleware(RequestMiddleware, counting=counting),
        Middleware(MetricsMiddleware, runtime=runtime),
    ]
    if not runtime.auth.describe().required:
        stack.append(Middleware(OriginMiddleware, hosts=allowed_hosts(settings)))
    given = runtime.registry.contributions
    stack += [Middleware(cast("Any", cls), **options) for cls, options in given.observers]
    stack.append(Middleware(IdentityMiddleware, provider=runtime.auth))
    stack += [Middleware(cast("Any", cls), **options) for cls, options in given.middleware]
    stack.append(
        Middleware(
            BodyLimitMiddleware,
            max_bytes=lambda: settings.body_max_bytes,
            streaming_paths=frozenset(given.streaming_paths),
        )
    )
    stack += [Middleware(LastingRightsMiddleware), Middleware(AgainMiddleware, ballast=ballast_of(runtime))]
    stack.append(Middleware(CompressionMiddleware, minimum_size=1024, compresslevel=5))
    return stack


def allowed_hosts(settings: Settings) -> frozenset[str]:
    """Return the host names under which browsers may reach a server without sign-in."""
    extra = {host.strip() for host in settings.allowed_hosts.split(",") if host.strip()}
    return LOCAL_NAMES | extra | {settings.api_host}


def access_rules(app: FastAPI) -> dict[tuple[str, str], list[AccessRule]]:
    """Return what each route declares, by method and path; mounts and websockets have the method ``*``."""
    framework = {app.openapi_url, app.docs_url, app.swagger_ui_oauth2_redirect_url, app.redoc_url}
    found: dict[tuple[str, str], list[AccessRule]] = {}
    for context in iter_route_contexts(app.routes):
        dependencies = getattr(context, "dependencies", None) or ()
        if not dependencies and context.path in framework:
            continue
        rules = [depends.dependency for depends in dependencies if isinstance(depends.dependency, AccessRule)]
        for method in sorted(context.methods or ("*",)):
            found.setdefault((method, str(context.path)), []).extend(rules)
    return found


def refuse_undeclared_routes(app: FastAPI) -> None:
    """Stop the start when a route does not say who may call it.

    Raises:
        UndeclaredRouteError: naming the routes.
    """
    wrong = [f"{method} {path}" for (method, path), rules in access_rules(app).items() if len(rules) != 1]
    if wrong:
        raise UndeclaredRouteError(f"These routes must declare exactly one permission: {', '.join(sorted(wrong))}")


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
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
