"""Counting: in memory while requests come, written in batches, and never backwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conftest_types import MakeApp
from fastapi import FastAPI
from sqlalchemy import event
from support_enterprise import Person
from support_keys import make_key, program
from support_teams import ok
from verbatim_enterprise.api_keys.usage import Tally, UsageBook, write
from verbatim_enterprise.host import Database, new_id
from verbatim_enterprise.system_session import system_transaction


@contextmanager
def statements(app: FastAPI) -> Iterator[list[str]]:
    """Collect what is sent to the database."""
    seen: list[str] = []
    engine = app.state.database.engine.sync_engine

    def note(*arguments: Any) -> None:
        seen.append(str(arguments[2]))

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


async def test_a_request_with_a_key_writes_nothing(app: FastAPI, admin: Person) -> None:
    key = program(app, (await make_key(admin, "project:read"))["key"])
    ok(await key.get("/api/projects"))
    with statements(app) as seen:
        for _ in range(5):
            ok(await key.get("/api/projects"))
    assert seen
    own_work = ("audit_seals", "audit_heads", "server_processes")  # the server goes on beside the requests
    told = [text for text in seen if not any(table in text for table in own_work)]
    assert [text for text in told if text.startswith(("INSERT", "UPDATE", "DELETE")) or "api_key" in text] == []
    await key.aclose()


async def test_use_is_written_with_errors_and_the_last_address(app: FastAPI, admin: Person) -> None:
    made = await make_key(admin, "project:read")
    for address, path, times in (("192.0.2.1", "/api/projects", 3), ("192.0.2.2", "/api/recordings", 2)):
        key = program(app, made["key"], address)
        for _ in range(times):
            await key.get(path)
        await key.aclose()
    url = f"/api/keys/{made['id']}"
    assert ok(await admin.get(f"{url}/usage"))["requests"] == 0, "not written yet"
    await app.state.api_keys.usage.flush(app.state.database)
    await app.state.api_keys.usage.flush(app.state.database)
    usage = ok(await admin.get(f"{url}/usage", params={"days": 7}))
    assert (usage["requests"], usage["errors"], usage["last_used_address"]) == (5, 2, "192.0.2.2")
    assert len(usage["days"]) == 7
    assert usage["days"][-1] == {"day": datetime.now(UTC).date().isoformat(), "requests": 5, "errors": 2}
    shown = ok(await admin.get(url))
    assert shown["last_used_at"] == usage["last_used_at"]


async def test_a_server_that_stops_writes_what_it_counted(app: FastAPI, admin: Person, make_app: MakeApp) -> None:
    made = await make_key(admin, "project:read")
    other = make_app()
    async with other.router.lifespan_context(other):
        key = program(other, made["key"])
        ok(await key.get("/api/projects"))
        await key.aclose()
    assert ok(await admin.get(f"/api/keys/{made['id']}/usage"))["requests"] == 1


async def test_the_last_use_moves_only_forward_and_counts_add_up(app: FastAPI, admin: Person) -> None:
    made = await make_key(admin, "project:read")
    database: Database = app.state.database
    now = datetime.now(UTC)
    today = now.date()
    for moment, address, requests in ((now, "new", 2), (now - timedelta(hours=1), "old", 3)):
        tallies = {
            made["id"]: Tally(moment, address, {today: [requests, 1], today - timedelta(days=1): [1, 0]}),
            new_id(): Tally(moment, address, {today: [9, 9]}),  # of a key that is gone meanwhile
        }
        async with system_transaction(database) as session:
            await write(session, tallies)
    usage = ok(await admin.get(f"/api/keys/{made['id']}/usage"))
    assert (usage["requests"], usage["errors"], usage["last_used_address"]) == (7, 2, "new")
    assert datetime.fromisoformat(usage["last_used_at"]) == now


async def test_what_could_not_be_written_is_kept_for_the_next_time(app: FastAPI, admin: Person) -> None:
    made = await make_key(admin, "project:read")
    book = UsageBook()
    book.count(made["id"], "192.0.2.1", is_error=False)

    class Away:
        def transaction(self, **_: Any) -> Any:
            raise ConnectionError("the database is away")

    away: Any = Away()
    with pytest.raises(ConnectionError):
        await book.flush(away)
    book.count(made["id"], "192.0.2.1", is_error=True)
    await book.flush(app.state.database)
    usage = ok(await admin.get(f"/api/keys/{made['id']}/usage"))
    assert (usage["requests"], usage["errors"]) == (2, 1)
