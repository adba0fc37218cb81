"""What the administrator's first page asks of a large installation."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from figures import Figure
from support.postgres import PostgresServer

NAMES = ("admin_overview_ms",)

BAR = 100.0
TEAMS = int(os.environ.get("BENCH_TEAMS", "500"))
RECORDINGS = int(os.environ.get("BENCH_RECORDINGS", "40000"))
USAGE = int(os.environ.get("BENCH_USAGE", "1000000"))
PEOPLE = int(os.environ.get("BENCH_PEOPLE", "20000"))
LOOKS = 40

_SEED = """
INSERT INTO teams (id, name, created_at, updated_at)
SELECT 'team-' || n, 'Team ' || n, now(), now() FROM generate_series(1, :teams) n;
INSERT INTO recording_counts (owner_key, workspace_key, status, owner_id, recordings, bytes, seconds)
SELECT 'team-' || n, '', s, 'team-' || n, :recordings / :teams / 4, 40000000, 36000
FROM generate_series(1, :teams) n, unnest(ARRAY['completed', 'failed', 'processing', 'untranscribed']) s;
INSERT INTO jobs (id, job_type, status, payload, progress, priority, run_at, attempts, max_attempts,
lease_token, cancel_requested, created_at, completed_at, error, error_code, owner_id)
SELECT 'job-' || n, 'transcribe', CASE WHEN n % 100 = 0 THEN 'failed' ELSE 'completed' END, '{}', 100, 0, now(),
1, 3, 1, false, now() - n * interval '1 minute', now() - n * interval '1 minute', 'It broke.',
'code ' || n % 7, 'team-' || 1 + n % :teams FROM generate_series(1, :recordings) n;
INSERT INTO llm_usage (id, endpoint_id, provider, model, feature, team_id, tokens_in, tokens_out, tokens_cached,
estimated, cost_micros, outcome, reserved_tokens, reserved_micros, reserved_for, holder, started_at, seen_at,
finished_at)
SELECT 'call-' || n, 'openai', 'openai', 'garden-1', 'ask', 'team-' || 1 + n % :teams, 900, 300, 0,
false, 450, 'ok', 0, 0, '[]', 'somebody', now() - n * interval '2 seconds', now(), now()
FROM generate_series(1, :usage) n;
INSERT INTO activity_days (user_id, day) SELECT 'user-' || n, current_date - n % 90
FROM generate_series(1, :people) n;
"""


async def run() -> list[Figure]:
    postgres = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder, postgres.temporary_database() as url:
            return [await overview(url, Path(folder))]
    finally:
        postgres.stop()


async def overview(url: str, folder: Path) -> Figure:
    """Time the figures of the page, put together from the rows of a real database: 95 of 100 looks are quicker."""
    # Imported here, so that the other benchmarks run where the plugin is not installed.
    from sqlalchemy import text  # noqa: PLC0415
    from verbatim.config import Mode, Settings  # noqa: PLC0415
    from verbatim.registration import build_registry  # noqa: PLC0415
    from verbatim.runtime import build_runtime  # noqa: PLC0415
    from verbatim_enterprise.admin.figures import Counted, add, hour_of  # noqa: PLC0415
    from verbatim_enterprise.admin.overview import gathered  # noqa: PLC0415
    from verbatim_enterprise.host import utcnow  # noqa: PLC0415
    from verbatim_enterprise.plugin import EnterprisePlugin  # noqa: PLC0415
    from verbatim_enterprise.system_session import system_transaction  # noqa: PLC0415

    options = Settings(mode=Mode.ENTERPRISE, data_dir=folder, database_url=url)
    runtime = build_runtime(options, build_registry(options, [EnterprisePlugin()]))
    await runtime.migrate()
    sizes: dict[str, Any] = {"teams": TEAMS, "recordings": RECORDINGS, "people": PEOPLE, "usage": USAGE}
    async with system_transaction(runtime.database) as session:
        for statement in _SEED.strip().rstrip(";").split(";"):
            names = {name: value for name, value in sizes.items() if f":{name}" in statement}
            await session.execute(text(statement), names)
        hours = [hour_of(utcnow()) - timedelta(hours=back) for back in range(30 * 24)]
        await add(session, {(hour, name): 3.0 for hour in hours for name in Counted})
    async with runtime.database.engine.connect() as connection:
        await (await connection.execution_options(isolation_level="AUTOCOMMIT")).execute(text("ANALYZE"))
    taken = []
    for _ in range(LOOKS):
        begun = time.perf_counter()
        found = await gathered(runtime.database, [])
        taken.append((time.perf_counter() - begun) * 1000)
    assert found["content"].team_count == TEAMS
    assert found["failures"]
    await runtime.database.close()
    print(f"median {statistics.median(taken):.1f} ms: {RECORDINGS} recordings and jobs, {TEAMS} teams, {PEOPLE} people")
    return Figure("admin_overview_ms", statistics.quantiles(taken, n=20)[-1], "ms", limit=BAR)
