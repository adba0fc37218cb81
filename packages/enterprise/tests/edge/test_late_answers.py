"""An answer that took long to make goes to nobody who has lost the right to it meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from support.waiting import until_somebody_waits
from support_enterprise import Person
from support_teams import Crew, MakeUser, make_settled_crew, ok, refused
from verbatim.core import lasting
from verbatim.core.ownership import as_system

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    return await make_settled_crew(admin, make_user)


async def _removed(crew: Crew) -> None:
    ok(await crew["owner"].delete(f"{crew.url}/members/{crew['member'].id}"))


async def _deactivated(crew: Crew) -> None:
    ok(await crew["root"].patch(f"/api/users/{crew['member'].id}", json={"is_active": False}))


async def _signed_out(crew: Crew) -> None:
    ok(await crew["member"].post("/api/auth/logout"))


async def _nothing(_crew: Crew) -> None:
    pass


@pytest.mark.parametrize("path", ["/api/search/global?q=garden", "/api/recordings", "/api/stats"])
@pytest.mark.parametrize("loss", [_nothing, _removed, _deactivated, _signed_out])
async def test_an_answer_that_takes_long(
    app: FastAPI, crew: Crew, path: str, loss: Callable[[Crew], Awaitable[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lasting, "LOOK_SECONDS", 0.0)
    ok(await crew["member"].get(path))
    with as_system("somebody who holds everything up"):
        async with app.state.database.transaction() as session:
            await session.execute(text("LOCK TABLE recordings IN ACCESS EXCLUSIVE MODE"))
            asked = asyncio.create_task(crew["member"].get(path))
            await until_somebody_waits(app.state.database.engine)
            await loss(crew)
    answer = await asked
    if loss is _nothing:
        ok(answer)
    else:
        refused(answer, 403, "rights_lost")
