"""What the database says when it is away, full or in the way, and what a client is told."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI, Request
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from support.client import Client
from verbatim.app import ballast_of
from verbatim.core.db import Database, SessionDep
from verbatim.core.failures import judge
from verbatim.core.ownership import as_system
from verbatim.permissions import public
from verbatim.plugins.loader import Plugin
from verbatim.plugins.registry import PluginRegistry

router = APIRouter()


class _StateError(Exception):
    def __init__(self, state: str) -> None:
        self.sqlstate = state
        super().__init__("as the driver raises it")


def _wrapped(state: str) -> DBAPIError:
    return DBAPIError("SELECT 1", {}, _StateError(state))


@pytest.mark.parametrize(
    "state",
    ["08000", "08006", "57P01", "57P02", "57P03", "57P05", "57014", "53300", "53200", "40001", "40P01", "55P03"],
)
@pytest.mark.parametrize("wrap", [_wrapped, _StateError], ids=["in a statement", "while connecting"])
def test_trouble_that_passes(state: str, wrap: Any) -> None:
    said = judge(wrap(state))
    assert said is not None
    assert said.status_code == 503
    assert said.headers is not None
    assert said.headers["Retry-After"]


def test_other_trouble() -> None:
    full = judge(_wrapped("53100"))
    assert full is not None
    assert full.status_code == 507
    for away in (ConnectionResetError(), TimeoutError(), socket.gaierror(-2, "unknown"), NoConnectionFree()):
        said = judge(away)
        assert said is not None
        assert said.status_code == 503
    for fault in (_wrapped("42601"), _wrapped("42P01"), ValueError(), KeyError("x")):
        assert judge(fault) is None
    out_of_reach = judge(_wrapped("22003"))
    assert out_of_reach is not None
    assert out_of_reach.status_code == 422
    locked = judge(OperationalError("UPDATE", {}, Exception("database is locked")))
    assert locked is not None
    assert locked.status_code == 503


class RacesPlugin:
    """Routes that lose races."""

    name = "races"
    version = "1"

    def register(self, registry: PluginRegistry) -> None:
        registry.add_router(router, prefix="/api/races")


@router.post("/lost/{times}", dependencies=[public()])
async def lost(request: Request, session: SessionDep, times: int, body: dict[str, str]) -> dict[str, Any]:
    request.app.state.runs += 1
    await session.execute(text("SELECT 1"))
    if request.app.state.runs <= times:
        raise _wrapped("40P01")
    return {"runs": request.app.state.runs, **body}


@router.post("/full", dependencies=[public()])
async def full(request: Request, session: SessionDep) -> dict[str, Any]:
    request.app.state.runs += 1
    await session.execute(text("SELECT 1"))
    if any(request.app.state.settings.data_dir.glob("kept-for-*")):
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))
    return {"runs": request.app.state.runs}


@router.post("/late", dependencies=[public()])
async def late(request: Request) -> None:
    request.app.state.runs += 1
    database: Database = request.app.state.database
    async with database.transaction() as session:
        await session.execute(text("SELECT 1"))
    raise _wrapped("40001")


@pytest.fixture
def plugins() -> list[Plugin]:
    return [RacesPlugin()]


@pytest.fixture
def runs(app: FastAPI) -> FastAPI:
    app.state.runs = 0
    return app


async def test_a_lost_race_is_run_again(client: Client, runs: FastAPI) -> None:
    answer = await client.post("/api/races/lost/2", json={"said": "once"})
    assert answer.status_code == 200
    assert answer.json() == {"runs": 3, "said": "once"}


async def test_a_full_disk(client: Client, runs: FastAPI) -> None:
    """What is kept for that moment is given up once; on PostgreSQL the disk is somebody else's."""
    await ballast_of(runs.state.runtime).keep()
    answer = await client.post("/api/races/full")
    assert answer.status_code == 200
    kept_here = runs.state.database.dialect == "sqlite"
    assert answer.json() == {"runs": 2 if kept_here else 1}
    (runs.state.settings.data_dir / "kept-for-something-else").touch()
    answer = await client.post("/api/races/full")
    assert answer.status_code == 507
    assert answer.json()["code"] == "storage_full"


async def test_not_for_ever(client: Client, runs: FastAPI) -> None:
    answer = await client.post("/api/races/lost/9", json={})
    assert answer.status_code == 503
    assert answer.json()["code"] == "unavailable"
    assert answer.headers["retry-after"]
    assert runs.state.runs == 3


async def test_not_when_something_is_done_already(client: Client, runs: FastAPI) -> None:
    assert (await client.post("/api/races/late")).status_code == 503
    assert runs.state.runs == 1


async def test_two_transactions_that_wait_for_each_other(client: Client, app: FastAPI) -> None:
    """The real thing: PostgreSQL ends one of them."""
    database: Database = app.state.database
    if database.dialect != "postgresql":
        pytest.skip("SQLite writes one at a time")
    tags = [(await client.post("/api/tags", json={"name": name})).json()["id"] for name in ("one", "two")]
    with as_system("two transactions of no request"):
        await _deadlock(database, tags)


async def _deadlock(database: Database, tags: list[str]) -> None:
    lock = text("SELECT 1 FROM tags WHERE id = :id FOR UPDATE")
    async with database.transaction() as session:
        await session.execute(lock, {"id": tags[1]})

        async def the_other() -> None:
            async with database.transaction() as other:
                await other.execute(lock, {"id": tags[0]})
                await asyncio.sleep(0.3)
                await other.execute(lock, {"id": tags[1]})

        async def this_one() -> None:
            await asyncio.sleep(0.1)
            await session.execute(lock, {"id": tags[0]})

        outcomes = await asyncio.gather(the_other(), this_one(), return_exceptions=True)
        await session.rollback()
    (lost,) = [outcome for outcome in outcomes if isinstance(outcome, DBAPIError)]
    said = judge(lost)
    assert said is not None
    assert said.status_code == 503
