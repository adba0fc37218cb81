"""Five million rows of an audit log, as an installation of a few thousand people leaves them in a year."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

ROWS = 5_000_000
PEOPLE, TEAMS, THINGS, ADDRESSES = 3_000, 200, 400_000, 2_500
ACTIONS = (
    *("recording.opened",) * 30,
    *("recording.played",) * 20,
    *("transcript.updated",) * 16,
    *("session.started",) * 10,
    *("request.changed",) * 8,
    *("recording.created",) * 6,
    *("transcript.exported",) * 4,
    *("request.refused",) * 3,
    "user.role_changed",
    "api_key.created",
    "webhook.deleted",
)

INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'audit_log' AND indexname <> 'pk_audit_log'"

# A power of a random number makes some people far busier than others. A person works in a team, some in two, and from
# a few addresses.
FILL = f"""
INSERT INTO audit_log (id, at, action, outcome, actor_type, actor_id, actor_name, team_id, resource_type,
    resource_id, resource_name, before, after, details, address, user_agent, request_id, session_id, key_id, words, mac)
SELECT (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid,
    to_timestamp(ms / 1000.0), action, CASE WHEN action = 'request.refused' THEN 'refused'
        WHEN n % 997 = 0 THEN 'failed' ELSE 'success' END,
    'user', 'person-' || person, 'person' || person, 'team-' || team, split_part(action, '.', 1),
    'thing-' || thing, 'Meeting ' || thing, NULL, NULL, '{{"method": "PATCH"}}', '10.0.' || address / 250 || '.' ||
    address % 250, 'Mozilla/5.0 (X11; Linux x86_64)', 'request-' || n, 'session-' || person, NULL,
    ' ' || replace(action, '.', ' ') || ' person' || person || ' meeting ' || thing || ' 10 0 ' ||
    address / 250 || ' ' || address % 250 || ' method patch ' || CASE WHEN n % 2000 = 0 THEN 'quarterly ' ELSE '' END ||
    CASE WHEN n = 1234567 THEN 'wombat ' ELSE '' END, 'mac'
FROM (SELECT n, (extract(epoch FROM now()) * 1000)::bigint - (:rows - n)::bigint * 6300 AS ms,
        (ARRAY{list(ACTIONS)})[1 + (random() * {len(ACTIONS) - 1})::int] AS action, person,
        CASE WHEN random() < 0.9 THEN person % {TEAMS} ELSE person * 7 % {TEAMS} END AS team,
        (random() * {THINGS})::int AS thing, (person * 3 + (random() * 2)::int) % {ADDRESSES} AS address
    FROM (SELECT n, (power(random(), 3) * {PEOPLE})::int AS person
        FROM generate_series(CAST(:first AS integer), CAST(:last AS integer)) AS n) AS people) AS drawn
"""
AT_ONCE = 500_000


async def fill(engine: AsyncEngine) -> None:
    """Write the rows; indexes are made afterwards, which is much quicker."""
    async with engine.begin() as connection:
        indexes = [(row.indexname, row.indexdef) for row in await connection.execute(text(INDEXES))]
        for name, _ in indexes:
            await connection.execute(text(f"DROP INDEX {name}"))
    for first in range(1, ROWS + 1, AT_ONCE):
        async with engine.begin() as connection:
            await connection.execute(text("SET LOCAL synchronous_commit = off"))
            span = {"rows": ROWS, "first": first, "last": min(first + AT_ONCE - 1, ROWS)}
            await connection.execute(text(FILL), span)
    async with engine.begin() as connection:
        await connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
        for _, made in indexes:
            await connection.execute(text(made))
    async with engine.connect() as connection:
        whole = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await whole.execute(text("VACUUM ANALYZE audit_log"))
