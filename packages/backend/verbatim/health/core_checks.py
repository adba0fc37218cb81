"""The core's own checks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from verbatim.config import Settings
from verbatim.core.checks import Check, Checker, HealthCheck
from verbatim.core.db import Database
from verbatim.health.queue import check_queue
from verbatim.health.variables import check_sealed, check_settings
from verbatim.runtime import Runtime
from verbatim.system.checks import (
    check_clock,
    check_database,
    check_disk,
    check_jobs,
    check_members,
    check_plugins,
    check_proxies,
    check_storage,
)

Look = Callable[[Runtime], Awaitable[Check | Sequence[Check]]]


def database_check(runtime: Runtime) -> HealthCheck:
    """Return the check that is looked at first: most others need what it looks at."""
    return HealthCheck("database", _of(runtime, check_database), setting="database_url", needs_database=False)


def core_checks(runtime: Runtime, *, serving: bool) -> list[HealthCheck]:
    """Return the core's checks in the order in which they are told; ``serving`` as in `examine.all_checks`."""
    checks = [
        database_check(runtime),
        HealthCheck("clock", _of(runtime, check_clock), of_machine=True),
        HealthCheck("plugins", _of(runtime, check_plugins)),
        HealthCheck("storage", _of(runtime, check_storage), setting="storage", needs_database=False),
        HealthCheck("proxies", _of(runtime, check_proxies), setting="trusted_proxies", needs_database=False),
        HealthCheck("disk", _of(runtime, _disk), setting="data_dir", of_machine=True, needs_database=False),
        HealthCheck("secrets", _of(runtime, check_sealed), setting="secret_key", seconds=900, timeout=30),
        HealthCheck(
            "engines",
            _of(runtime, check_engines),
            setting="transcription_engine",
            seconds=20,
            timeout=15,
            of_machine=True,
            needs_database=False,
        ),
        HealthCheck("queue", check_queue),
        HealthCheck("settings", _of(runtime, _settings), of_machine=True, needs_database=False),
    ]
    if serving:
        checks.append(HealthCheck("background", _of(runtime, _background), of_machine=True, needs_database=False))
        if runtime.member.size > 1:
            checks.append(HealthCheck("members", _of(runtime, _members), of_machine=True, needs_database=False))
    return checks


def _of(runtime: Runtime, look: Look) -> Checker:
    async def checker(_: Settings, __: Database) -> Check | Sequence[Check]:
        return await look(runtime)

    return checker


async def check_engines(runtime: Runtime) -> Check:
    """Can recordings be transcribed, and by what? What else could do it is told too."""
    report = await runtime.engines.report()
    others = [
        f"{engine.name} ({'usable' if engine.available else 'not usable: ' + engine.reason})"
        for engine in report.engines
        if engine.name != report.engine
    ]
    beside = f" Beside it: {'; '.join(others)}." if others else ""
    detail = f"{report.engine or 'no engine'}: {report.reason}{beside}"
    return Check("engines", ok=report.engine is not None or not runtime.jobs.lanes, detail=detail)


async def _disk(runtime: Runtime) -> Check:
    return check_disk(runtime)


async def _settings(runtime: Runtime) -> Check:
    return check_settings(runtime)


async def _background(runtime: Runtime) -> Check:
    found = check_jobs(runtime)
    todo = "" if found.ok else "See that the database answers; the work goes on by itself as soon as it does."
    return Check("background", ok=found.ok, detail=found.detail, todo=todo)


async def _members(runtime: Runtime) -> Check:
    found = check_members(runtime)[0]
    return Check("members", ok=found.ok, detail=found.detail)
