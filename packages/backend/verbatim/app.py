"""The application: `create_app` is the only place where order is decided."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from importlib import import_module
from typing import Any, cast

from fastapi import FastAPI
from fastapi.middleware.asyncexitstack import AsyncExitStackMiddleware
from fastapi.routing import APIRoute
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from verbatim import __version__
from verbatim.config import Settings
from verbatim.core.again import AgainMiddleware
from verbatim.core.auth import IdentityMiddleware
from verbatim.core.ballast import Ballast
from verbatim.core.bodies import BodyLimitMiddleware
from verbatim.core.compression import CompressionMiddleware
from verbatim.core.failures import install_error_handlers
from verbatim.core.http import OriginMiddleware, RequestMiddleware
from verbatim.core.jobs.parts import WorkerOptions
from verbatim.core.lasting import LastingRightsMiddleware
from verbatim.core.member import Member
from verbatim.core.proxies import Proxies, ProxyMiddleware
from verbatim.core.routing import PlainFirst, RouteTable, include_kept
from verbatim.declared_access import refuse_undeclared_routes
from verbatim.lifespan import lifespan
from verbatim.plugins.loader import Plugin
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime
from verbatim.system.metrics import MetricsMiddleware
from verbatim.webapp import WebApp

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


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
        lifespan=lifespan,
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
