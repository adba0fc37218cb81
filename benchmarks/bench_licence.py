"""What the licence costs each request: a look at a remembered verdict."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from figures import Figure
from support.postgres import PostgresServer

NAMES = ("licence_check_us",)

BAR = 5.0
CHECKS = 200_000
SAMPLES = 20


async def run() -> list[Figure]:
    postgres = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder, postgres.temporary_database() as url:
            return await licence_check(url, Path(folder))
    finally:
        postgres.stop()


async def licence_check(url: str, folder: Path) -> list[Figure]:
    """Time what a request that changes something pays, on a verdict that comes from a real database and licence.

    The verdict is read anew every two seconds while this runs, as it is in a server. Requests that only read do not
    even look.
    """
    # Imported here, so that the other benchmarks run where the plugin is not installed.
    from harness import licensed  # noqa: PLC0415
    from verbatim.config import Mode, Settings  # noqa: PLC0415
    from verbatim.core.migrate import migrate  # noqa: PLC0415
    from verbatim.registration import build_registry  # noqa: PLC0415
    from verbatim.runtime import build_runtime  # noqa: PLC0415
    from verbatim_enterprise.host import KeyRing  # noqa: PLC0415
    from verbatim_enterprise.license.middleware import LicenseMiddleware  # noqa: PLC0415
    from verbatim_enterprise.license.settings import LicenseSettings  # noqa: PLC0415
    from verbatim_enterprise.license.states import LicenseState  # noqa: PLC0415
    from verbatim_enterprise.license.verdict import LicenseServices  # noqa: PLC0415
    from verbatim_enterprise.plugin import EnterprisePlugin  # noqa: PLC0415

    options = Settings(mode=Mode.ENTERPRISE, data_dir=folder, database_url=url)
    runtime = build_runtime(options, build_registry(options, [EnterprisePlugin()]))
    await migrate(runtime.database.engine, runtime.database_adapter, runtime.migrations)
    names = {name.removeprefix("VERBATIM_").lower(): value for name, value in licensed().items()}
    services = LicenseServices(runtime.database, LicenseSettings.model_validate(names), KeyRing("x" * 48))
    assert (await services.verdict()).state is LicenseState.VALID
    answered = 0

    async def application(*_: Any) -> None:
        nonlocal answered
        answered += 1

    async def nothing(*_: Any) -> Any:
        raise AssertionError("the licence is valid: nothing is read and nothing refused")

    async def taken(application: Any) -> float:
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/api/projects",
            "headers": [],
            "app": SimpleNamespace(state=SimpleNamespace(license=services)),
        }
        started = time.perf_counter()
        for _ in range(CHECKS // SAMPLES):
            await application(scope, nothing, nothing)
        return (time.perf_counter() - started) / (CHECKS // SAMPLES) * 1e6

    behind = LicenseMiddleware(application)
    samples = []
    for _ in range(SAMPLES):
        bare = await taken(application)
        samples.append(await taken(behind) - bare)
        await asyncio.sleep(0.2)
    await runtime.database.close()
    assert answered == 2 * CHECKS
    return [Figure("licence_check_us", statistics.median(samples), "us", limit=BAR)]
