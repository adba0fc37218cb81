"""The triggers made from the resources keep what those of the migrations kept, and more where those differed."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
from sqlalchemy import text
from support_templates import settings_for
from verbatim.core.migrate import migrate
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime
from verbatim_enterprise.adapters.keepers import functions_of
from verbatim_enterprise.adapters.keepers_sqlite import sqlite_triggers
from verbatim_enterprise.holds.triggers import keep_what_is_held, kept_by_holds
from verbatim_enterprise.plugin import EnterprisePlugin

Kept = dict[tuple[str, str], set[str]]
"""By table and event, the columns that may not change."""
_MADE = re.compile(r"CREATE TRIGGER \w+ BEFORE (DELETE|INSERT|UPDATE)(?: OF ([\w, ]+))? ON (\w+) ")


@pytest.fixture
def runtime(tmp_path: Path) -> Runtime:
    settings = settings_for("", tmp_path)
    return build_runtime(settings, build_registry(settings, [EnterprisePlugin()]))


def kept_by(statements: list[str]) -> Kept:
    found: Kept = defaultdict(set)
    for statement in statements:
        made = _MADE.match(statement)
        assert made is not None, statement
        found[made[3], made[1]] |= set((made[2] or "").split(", ")) - {""}
    return dict(found)


async def triggers(runtime: Runtime) -> dict[str, str]:
    """Return the triggers of holds in the database."""
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%verbatim_held%'"
    async with runtime.database.engine.connect() as connection:
        return dict(iter(await connection.execute(text(wanted))))


async def test_what_the_migrations_kept_is_kept(runtime: Runtime) -> None:
    await migrate(runtime.database.engine, runtime.database_adapter, runtime.migrations)
    before = kept_by(list((await triggers(runtime)).values()))
    generated = sqlite_triggers(kept_by_holds(runtime.database.resources))
    after = kept_by(list(generated.values()))
    assert before.keys() <= after.keys()  # later kinds of things never had triggers in migrations
    more = {place: after[place] - columns for place, columns in before.items() if columns != after[place]}
    # So far only sessions refused another job for what is held and has a transcript.
    assert more == {("recordings", "UPDATE"): {"job_id"}, ("holds", "UPDATE"): {"document_id"}}
    assert [place for place in before if not before[place] <= after[place]] == []
    await runtime.database.close()


async def test_a_start_brings_exactly_those_and_a_second_changes_nothing(runtime: Runtime) -> None:
    await runtime.migrate()
    wanted = sqlite_triggers(kept_by_holds(runtime.database.resources))
    assert await triggers(runtime) == wanted
    async with runtime.database.engine.begin() as connection:
        await connection.exec_driver_sql("DROP TRIGGER segments_held_update")
        await connection.exec_driver_sql("DROP TRIGGER holds_held_delete")
    await runtime.migrate()
    assert await triggers(runtime) == wanted
    await runtime.database.close()


async def test_what_a_plugin_kept_that_is_not_loaded_stays_kept(runtime: Runtime) -> None:
    await runtime.migrate()
    theirs = "CREATE TRIGGER memos_held_delete BEFORE DELETE ON memos BEGIN SELECT RAISE(ABORT, 'verbatim_held'); END"
    async with runtime.database.engine.begin() as connection:
        await connection.exec_driver_sql("CREATE TABLE memos (id TEXT PRIMARY KEY)")
        await connection.exec_driver_sql(theirs)
        await keep_what_is_held(connection, runtime.database.resources)
    assert (await triggers(runtime))["memos_held_delete"] == theirs
    await runtime.database.close()


def test_both_databases_keep_the_same(runtime: Runtime) -> None:
    kept = kept_by_holds(runtime.database.resources)
    functions = functions_of(kept)
    for table in kept.tables:
        (_, events, body) = functions[f"verbatim_keep_{table.table}"]
        assert events == ("delete", "update", "truncate")
        compared = set(re.findall(r"\bm\.(\w+)", body))
        columns = {*table.keys, *table.columns, *table.as_text, *table.once}
        assert compared == columns
        lite = kept_by([one for one in sqlite_triggers(kept).values() if f" ON {table.table} " in one])
        assert lite[table.table, "UPDATE"] == columns
