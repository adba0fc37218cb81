"""Statements that are kept obey the rules like all others, whoever ran them before."""

from __future__ import annotations

from itertools import product

import pytest
from fastapi import FastAPI
from sqlalchemy import Select, bindparam, select
from verbatim.core.db import Database
from verbatim.core.ownership import Scope, ScopeMissingError, Unscoped, as_system, use_scope
from verbatim.core.scoping import kept
from verbatim.tags.models import Tag

builds: list[str] = []


@kept
def _tags(word: str) -> Select[str]:
    builds.append(word)
    return select(Tag.name).where(Tag.name.startswith(bindparam("start"))).order_by(Tag.name)


OWNERS, ROOMS = ("north", "south"), ("a", "b")


@pytest.fixture
async def database(app: FastAPI) -> Database:
    made: Database = app.state.database
    with as_system("test"):
        async with made.transaction() as session:
            for owner, number in product(OWNERS, range(2)):
                name = f"{owner} {number}"
                session.add(Tag(owner_id=owner, name=name, name_key=name))
    return made


async def _seen(database: Database, start: str) -> list[str]:
    async with database.transaction(read_only=True) as session:
        return list(await session.scalars(_tags("x"), {"start": start}))


async def test_a_kept_statement_shows_each_scope_its_own_rows(database: Database) -> None:
    builds.clear()
    for _ in range(2):
        for owner in OWNERS:
            for workspaces in (None, frozenset(ROOMS)):
                with use_scope(Scope(frozenset({owner}), owner, workspaces=workspaces)):
                    assert await _seen(database, "") == [f"{owner} 0", f"{owner} 1"]
                    assert await _seen(database, "north") == [f"{owner} 0", f"{owner} 1"] * (owner == "north")
        with use_scope(Scope(frozenset(OWNERS), None)):
            assert len(await _seen(database, "")) == 4
        with use_scope(Scope(frozenset(), None)):
            assert await _seen(database, "") == []
        with use_scope(Unscoped()):
            assert len(await _seen(database, "")) == 4
    assert len(builds) <= 1


async def test_a_kept_statement_asks_for_a_scope(database: Database) -> None:
    with pytest.raises(ScopeMissingError):
        await _seen(database, "")


async def test_what_is_made_of_a_kept_statement_is_not_taken_for_it(database: Database) -> None:
    with use_scope(Scope(frozenset(OWNERS), None)):
        async with database.transaction(read_only=True) as session:
            narrower = _tags("x").where(Tag.name.endswith("1"))
            for _ in range(2):
                assert len(list(await session.scalars(_tags("x"), {"start": ""}))) == 4
                assert list(await session.scalars(narrower, {"start": ""})) == ["north 1", "south 1"]
