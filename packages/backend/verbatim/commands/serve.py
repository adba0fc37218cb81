"""``verbatim serve``."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import os
import signal
import socket
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn, cast

import typer
import uvicorn
from fastapi import FastAPI
from sqlalchemy.exc import DBAPIError

from verbatim.adapter_choice import ConfigurationError
from verbatim.adapters.database.api import DatabaseError
from verbatim.app import ballast_of, create_app
from verbatim.commands.server import Server
from verbatim.config import Mode, Settings
from verbatim.core.connections.crowd import Crowd
from verbatim.core.connections.limits import limits_for, raise_descriptors
from verbatim.core.connections.loop import quiet_about_descriptors
from verbatim.core.connections.protocol import budgeted
from verbatim.core.lazy import late_models
from verbatim.core.logging import configure_logging
from verbatim.core.member import Member
from verbatim.core.migrate import SchemaError
from verbatim.core.process import run, settle
from verbatim.core.proxies import Proxies
from verbatim.declared_access import UndeclaredRouteError
from verbatim.plugins.loader import PluginError
from verbatim.runtime import Runtime
from verbatim.system.preflight import StartError, preflight

Stop = Callable[[str], NoReturn]

GRACE_SECONDS = 10
"""How long requests may take to finish after an interrupt."""

KNOWN_START_ERRORS = (PluginError, UndeclaredRouteError, ConfigurationError, SchemaError, DatabaseError, StartError)


def run_server(settings: Settings, stop: Stop) -> None:
    """Serve until interrupted. Whatever prevents the start ends with one sentence."""
    configure_logging(settings.log_level, settings.log_format)
    try:
        preflight(settings)
        with late_models():  # those of the plugins too
            app = create_app(settings)
        runtime: Runtime = app.state.runtime
        _refuse_open_network(settings, runtime)
        _refuse_several(settings, runtime)
        listener = listen(settings)
    except KNOWN_START_ERRORS as error:
        stop(str(error))
    if settings.workers == 1:
        failure = run(_serve(app, listener, partial(_announce, settings, listener)))
    else:
        failure = _serve_in_several(settings, listener)
    if failure:
        stop(failure)


def _serve_in_several(settings: Settings, listener: socket.socket) -> str | None:
    from verbatim.commands.workers import Crew  # noqa: PLC0415 - there is no fork on Windows

    def work(member: Member, ready: Callable[[], None], parent: int) -> str | None:
        try:
            app = create_app(settings, member=member)
        except KNOWN_START_ERRORS as error:
            return str(error)
        return run(_serve(app, listener, ready, parent))

    settle()  # what is loaded now is everybody's
    return Crew(settings.workers, work, partial(_announce, settings, listener)).run()


async def _serve(
    app: FastAPI, listener: socket.socket, ready: Callable[[], None], parent: int | None = None
) -> str | None:
    """Serve until a signal, or until the descriptor `parent` can be read: then whoever started us is gone."""
    runtime: Runtime = app.state.runtime
    descriptors = raise_descriptors()
    quiet_about_descriptors(asyncio.get_running_loop())
    config = uvicorn.Config(
        app,
        http=cast(
            "Any", budgeted(Crowd(limits_for(descriptors)), Proxies(runtime.settings.trusted_proxies).__contains__)
        ),
        proxy_headers=False,  # see core/proxies.py
        # As many are taken from the queue at once, before the first of them can be asked to make room.
        backlog=min(2048, descriptors // 4),
        interface="asgi3",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        server_header=False,
        lifespan="off",
        ws="none",
    )
    server = Server(config, runtime)
    try:
        if runtime.database.dialect != "sqlite":  # which has no server that could be away, too old or locked
            await runtime.database_adapter.check(runtime.database.engine)
        # The lifespan is entered here, so that its errors arrive as exceptions and not as a logged traceback.
        async with app.router.lifespan_context(app):
            settle()
            await ballast_of(runtime).keep()
            _watch(server, parent)
            ready()
            await server.serve(sockets=[listener])
    except KNOWN_START_ERRORS as error:
        return str(error)
    except DBAPIError as error:
        return f"The database cannot be used: {str(error.orig).strip()}."
    except OSError as error:
        return f"The server cannot work: {error.strerror or error}."
    return None


def _watch(server: Server, parent: int | None) -> None:
    """Let a hang-up end the server as gently as other signals, and also the end of whoever started it."""
    loop = asyncio.get_running_loop()
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        loop.add_signal_handler(signal.SIGHUP, server.handle_exit, signal.SIGTERM, None)
    if parent is not None:

        def gone() -> None:
            loop.remove_reader(parent)
            server.handle_exit(signal.SIGTERM, None)

        loop.add_reader(parent, gone)


def _announce(settings: Settings, listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    host = f"[{settings.api_host}]" if ":" in settings.api_host else settings.api_host
    shown = "127.0.0.1" if host in {"0.0.0.0", "[::]"} else host  # noqa: S104 - a comparison
    typer.echo(f"\n  Verbatim is running. Open http://{shown}:{port}\n  Stop it with Ctrl-C.\n")


def listen(settings: Settings) -> socket.socket:
    """Open the server's port.

    Raises:
        StartError: it cannot be had; the message says why.
    """
    family = socket.AF_INET6 if ":" in settings.api_host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Accepted connections inherit it. Without, the body of an answer, sent after its head, waits 40 ms for a client
    # that acknowledges late; asyncio sets it by itself only for sockets whose protocol says TCP.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind((settings.api_host, settings.api_port))
        listener.listen(2048)
    except (OSError, OverflowError) as error:
        listener.close()
        raise StartError(_why_not(error, settings)) from error
    listener.setblocking(False)
    os.set_inheritable(listener.fileno(), False)
    return listener


def _why_not(error: Exception, settings: Settings) -> str:
    number = getattr(error, "errno", None)
    where = f"{settings.api_host}:{settings.api_port}"
    if number == errno.EADDRINUSE:
        return (
            f"Port {settings.api_port} is taken, perhaps by another Verbatim. "
            "Stop that program, or choose another port with VERBATIM_API_PORT."
        )
    if number == errno.EACCES:
        return f"Listening on {where} is not allowed; ports below 1024 need rights. Choose another VERBATIM_API_PORT."
    return f"Listening on {where} is not possible: {getattr(error, 'strerror', None) or error}."


def _refuse_several(settings: Settings, runtime: Runtime) -> None:
    if settings.workers == 1:
        return
    if settings.mode is not Mode.ENTERPRISE or runtime.database.dialect != "postgresql":
        raise StartError(
            "Several processes need VERBATIM_MODE=enterprise and PostgreSQL, through which they tell each other what "
            "happens. Leave VERBATIM_WORKERS at 1, or set VERBATIM_DATABASE_URL=postgresql+asyncpg://… in that mode."
        )
    if not hasattr(os, "fork"):
        raise StartError("This system cannot run several processes at one port. Leave VERBATIM_WORKERS at 1.")


def _refuse_open_network(settings: Settings, runtime: Runtime) -> None:
    if runtime.auth.describe().required or settings.allow_open_network or _is_loopback(settings.api_host):
        return
    raise StartError(
        f"Listening on {settings.api_host} would let everybody on the network read all recordings, because this server "
        "has no sign-in. Listen on 127.0.0.1, or set VERBATIM_ALLOW_OPEN_NETWORK=true if that is what you want."
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
