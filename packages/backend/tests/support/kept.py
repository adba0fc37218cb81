"""pytest plugin: what is the same for every server of a test process is made once.

Each test has an application and an engine of its own, and without this each would compile the same few hundred
statements again. A statement's compiled form depends on its dialect, the version of the database and how values
become JSON, and on nothing else of an engine. The same goes for whom a client believes: reading the roots of all
authorities takes 20 ms, and each client of a real server would do it. And for what a database server is: each engine
would ask it four questions about its version and its ways.
"""

from __future__ import annotations

import functools
import os
import ssl
from typing import Any

from httpx._transports import default as _httpx
from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache
from verbatim.adapters.database import sqlite

STATEMENTS = 4000
_kept: LRUCache[Any, Any] = LRUCache(STATEMENTS)


def keep_compiled_statements() -> None:
    """Let all engines made from now on share one cache, in which dialects that compile alike are one."""
    for dialect in (PGDialect_asyncpg, SQLiteDialect_aiosqlite):
        dialect.__eq__ = _compile_alike  # type: ignore[assignment,method-assign] # it has none of its own
        dialect.__hash__ = _hash  # type: ignore[assignment,method-assign] # the same
    make = Engine.__init__

    def make_sharing(self: Engine, *arguments: Any, **options: Any) -> None:
        make(self, *arguments, **options)
        if self._compiled_cache is not None:
            self._compiled_cache = _kept

    Engine.__init__ = make_sharing  # type: ignore[method-assign] # engines are made in many places


def _compile_alike(one: DefaultDialect, other: object) -> bool:
    return one is other or (type(one) is type(other) and _traits(one) == _traits(other))


def _hash(dialect: DefaultDialect) -> int:
    return hash(type(dialect))


def _traits(dialect: Any) -> tuple[Any, ...]:
    names = ("server_version_info", "paramstyle", "_json_serializer", "_json_deserializer", "default_schema_name")
    return tuple(getattr(dialect, name, None) for name in names)


def keep_trusted_roots() -> None:
    """Let clients that believe the usual authorities share what they read of them."""
    connections: Any = _httpx  # it has the function from elsewhere, and no public place to change it
    make = connections.create_ssl_context

    @functools.cache
    def usual(_variables: tuple[str | None, ...]) -> ssl.SSLContext:
        found: ssl.SSLContext = make()
        return found

    def make_once(verify: Any = True, cert: Any = None, trust_env: bool = True) -> ssl.SSLContext:  # noqa: FBT001, FBT002 - as httpx has it
        if verify is True and cert is None and trust_env:
            return usual((os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")))
        given: ssl.SSLContext = make(verify, cert, trust_env)
        return given

    connections.create_ssl_context = make_once


def keep_what_servers_are() -> None:
    """Let engines know of a PostgreSQL that an earlier one has asked what it is."""
    ask: Any = PGDialect_asyncpg.initialize
    told: dict[tuple[Any, ...], dict[str, Any]] = {}

    def ask_once(self: Any, connection: Any) -> None:
        url = connection.engine.url
        server = (url.host, url.port, url.username)
        if server in told:
            self.__dict__.update(told[server])
            return
        before = dict(self.__dict__)
        ask(self, connection)
        told[server] = {
            name: value for name, value in self.__dict__.items() if name not in before or before[name] is not value
        }

    PGDialect_asyncpg.initialize = ask_once  # type: ignore[method-assign] # dialects are made in many places


CONFIGURE_SQLITE = sqlite._configure
"""What the product does with a new connection."""


def forget_power_cuts() -> None:
    """Let databases that are files be written without waiting for the disk, as PostgreSQL's are: a test may end its own
    process, but cuts no power. Servers that run as such are as they are.
    """

    def configure(connection: Any, _record: object) -> None:
        CONFIGURE_SQLITE(connection, _record)
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.close()

    sqlite._configure = configure


keep_compiled_statements()
keep_trusted_roots()
keep_what_servers_are()
forget_power_cuts()
