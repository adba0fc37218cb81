"""What the benchmarks share: databases, real servers, and a client that costs next to nothing."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import http.client
import json
import shutil
import socket
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp
import httpx
from sqlalchemy.ext.asyncio import AsyncEngine
from support.server import RunningServer, running_server
from verbatim.config import Settings
from verbatim.core.migrate import migrate
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "benchmarks"
VERBATIM = str(Path(sys.executable).with_name("verbatim"))
PLUGIN = Path(__file__).resolve().parent / "plugin"
_PLUGIN_ENTRY = "[verbatim.plugins]\nbench = bench_plugin:BenchPlugin\n"


class BenchmarkError(Exception):
    """Something other than a figure went wrong; the text says what."""


@contextlib.contextmanager
def serving(
    folder: Path, database_url: str, *, plugin: Mapping[str, str] | None = None, **settings: str
) -> Iterator[RunningServer]:
    """Start `verbatim serve` on a database, as people run it; with `plugin`, the benchmark's own plugin installed
    and these variables set for it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    env = {"VERBATIM_DATABASE_URL": database_url, "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx"}
    env |= {f"VERBATIM_{name.upper()}": value for name, value in settings.items()}
    if settings.get("mode") == "enterprise":
        env |= licensed()
    if plugin is not None:
        env |= {"PYTHONPATH": str(_install_plugin(folder)), **plugin}
    with running_server(folder, command=(VERBATIM,), env=env) as server:  # which loads what it needs by itself
        yield server


def _install_plugin(folder: Path) -> Path:
    """Lay the plugin out as an installer would and return the folder for the import path."""
    site = folder / "site"
    info = site / "bench_plugin-1.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bench-plugin\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(_PLUGIN_ENTRY, encoding="utf-8")
    shutil.copy(PLUGIN / "bench_plugin.py", site)
    return site


def licensed() -> dict[str, str]:
    """Return the settings of a server for organisations that has the bundled test licence, and a known set-up token."""
    # Imported here, so that the other benchmarks run where the plugin is not installed.
    from verbatim_enterprise.license.keys import bundled_test_license  # noqa: PLC0415

    return {
        "VERBATIM_LICENSE_MODE": "test",
        "VERBATIM_LICENSE_KEY": bundled_test_license(),
        "VERBATIM_SETUP_TOKEN": _SETUP_TOKEN,
    }


PASSWORD = "a quite sturdy pass phrase"  # noqa: S105 - of a server that lives for a minute
_SETUP_TOKEN = "t7Qm2Zr9vKx4Lw8pHs3n"  # noqa: S105 - of such a server
ACCOUNT = {"username": "ada", "email": "ada@example.org", "password": PASSWORD}


def register_first(url: str) -> None:
    """Register the first administrator of a server for organisations, where no loop can be run."""
    httpx.post(f"{url}/api/auth/register", json={**ACCOUNT, "setup_token": _SETUP_TOKEN}, timeout=60).raise_for_status()


async def sign_in(client: aiohttp.ClientSession) -> dict[str, Any]:
    """Register the first administrator of a server for organisations, and return their tokens."""
    async with client.post("/api/auth/register", json={**ACCOUNT, "setup_token": _SETUP_TOKEN}) as response:
        response.raise_for_status()
    async with client.post("/api/auth/login", json=ACCOUNT) as response:
        response.raise_for_status()
        tokens: dict[str, Any] = await response.json()
    return tokens


@dataclass
class Target:
    """One kind of request to one server, and how long its answers took in milliseconds."""

    server: str
    queries: Sequence[Mapping[str, Any]]
    path: str
    times: list[float] = field(default_factory=list)
    answer: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def worst(self) -> float:
        return max(self.times)

    def ask(self, client: Client, number: int, *, keep: bool = True) -> None:
        query = self.queries[number % len(self.queries)]
        address = f"{self.path}?{urlencode(query)}" if query else self.path
        started = time.perf_counter()
        body, self.headers = client.get(address)
        elapsed = (time.perf_counter() - started) * 1000
        self.answer = json.loads(body)
        if keep:
            self.times.append(elapsed)


class Client:
    """One kept-alive connection. A richer client would add a millisecond to both sides of a ratio and flatter it."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=120)
        self._connection.connect()
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, address: str) -> tuple[bytes, dict[str, str]]:
        self._connection.request("GET", address)
        response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise BenchmarkError(f"{address}: {response.status} {body[:300]!r}")
        return body, {name.lower(): value for name, value in response.getheaders()}

    def close(self) -> None:
        self._connection.close()


def measure(targets: Sequence[Target], *, rounds: int, warm_up: int = 10, seconds: float = 60.0) -> None:
    """Ask every target in turn, so that whatever else this machine does meets all of them alike.

    Ends after `rounds`, or when `seconds` are over and each target has answered at least five times.
    """
    with contextlib.ExitStack() as stack:
        clients = {url: stack.enter_context(contextlib.closing(Client(url))) for url in {t.server for t in targets}}
        deadline = time.monotonic() + seconds
        for number in range(warm_up):
            for target in targets:
                target.ask(clients[target.server], number, keep=False)
            if time.monotonic() > deadline - seconds / 2:
                break
        for number in range(rounds):
            for target in targets:
                target.ask(clients[target.server], warm_up + number)
            if number >= 4 and time.monotonic() > deadline:
                return


@contextlib.contextmanager
def product(database_url: str, data_dir: Path) -> Iterator[Runtime]:
    """Give the product's parts on a migrated database, to fill it."""
    settings = Settings(database_url=database_url, data_dir=data_dir)
    data_dir.mkdir(parents=True, exist_ok=True)
    runtime = build_runtime(settings, build_registry(settings, []))
    asyncio.run(_migrated(runtime))
    yield runtime


async def _migrated(runtime: Runtime) -> None:
    await migrate(runtime.database.engine, runtime.database_adapter, [])
    await runtime.database.engine.dispose()


async def raw_connection(engine: AsyncEngine) -> Any:
    """Return an asyncpg connection to an engine's database, for COPY and whatever runs outside transactions."""
    import asyncpg  # noqa: PLC0415 - it has no types, and only filling PostgreSQL needs it

    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return await asyncpg.connect(url)


def fingerprint(*paths: Path, extra: str = "") -> str:
    """Return what changes when one of these files does."""
    digest = hashlib.sha256(extra.encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
