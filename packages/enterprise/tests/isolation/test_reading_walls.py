"""Reads that do not wait for their COMMIT, under load: none of them ever runs without its role and its scope."""

from __future__ import annotations

import asyncio
import contextlib
import random
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI
from sqlalchemy import Select, func, literal, select, text
from support.moments import drawn
from verbatim_enterprise.adapters.rules import APP_ROLE, SYSTEM_ROLE
from verbatim_enterprise.host import Database, Scope, System, kept, rows_of, use_scope

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

TEAMS = ("north", "south", "east", "west")
CALLERS, TURNS = 12, 12


@kept
def _who() -> Select[Any]:
    """Ask as whom PostgreSQL answers; there is no table in it that the application would filter."""
    named = {"role": "role", "scope": "verbatim.scope", "places": "verbatim.workspaces"}
    return select(*(func.current_setting(name, literal(value=True)).label(label) for label, name in named.items()))


@pytest.fixture
def database(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Give a database whose COMMIT comes late, now and then."""
    execute = asyncpg.Connection.execute
    chance = random.Random(drawn("the order of everything", 0, 1))  # noqa: S311 - repeatable, not secret

    async def late(self: Any, query: str, *args: Any, **options: Any) -> Any:
        if query == "COMMIT;" and chance.random() < 0.5:
            await asyncio.sleep(chance.random() / 100)
            assert self.is_in_transaction(), "another has ended it"
        return await execute(self, query, *args, **options)

    monkeypatch.setattr(asyncpg.Connection, "execute", late)
    made: Database = app.state.database
    return made


async def _insist(database: Database, chance: random.Random) -> int:
    """Read in some scope and insist on it. Returns how many statements have shown theirs."""
    team, place = chance.choice(TEAMS), chance.choice(("here", "there"))
    scope: Scope | System = Scope(frozenset({team}), team, workspaces=frozenset({place}))
    wanted = [{"role": APP_ROLE, "scope": team, "places": place}]
    if chance.random() < 0.3:
        scope, wanted = System("test"), [{"role": SYSTEM_ROLE, "scope": "", "places": ""}]
    with use_scope(scope):
        async with database.transaction(read_only=chance.random() < 0.8) as session:
            for _ in range(chance.randint(1, 3)):
                assert await rows_of(session, _who(), {}) == wanted
            if chance.random() < 0.3:
                assert await session.scalar(text("SELECT current_setting('verbatim.scope')")) == wanted[0]["scope"]
                assert await rows_of(session, _who(), {}) == wanted
    return 1


async def _disturb(database: Database, chance: random.Random) -> None:
    """Do what connections come back from with something left over: no transaction, another isolation, a cancelled
    read, an error, an end in the middle.
    """
    level = chance.choice(("AUTOCOMMIT", "SERIALIZABLE", "REPEATABLE READ"))
    async with database.engine.execution_options(isolation_level=level).connect() as connection:
        await connection.scalar(select(literal(1)))
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(_insist(database, chance), chance.random() / 100)
    with pytest.raises(Exception, match="does not exist"), use_scope(System("test")):
        async with database.transaction(read_only=True) as session:
            await session.scalar(text("SELECT nothing_of_the_kind()"))


async def test_no_read_runs_without_its_role_and_scope(database: Database) -> None:
    async def call(number: int) -> int:
        chance = random.Random(f"{drawn('a caller', 0, 1)} {number}")  # noqa: S311
        shown = 0
        for _ in range(TURNS):
            shown += await _insist(database, chance)
            if chance.random() < 0.2:
                await _disturb(database, chance)
        return shown

    assert sum(await asyncio.gather(*map(call, range(CALLERS)))) == CALLERS * TURNS
