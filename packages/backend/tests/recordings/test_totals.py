"""Totals are exact after every kind of change, whoever makes it."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

import pytest
from fastapi import FastAPI
from sqlalchemy import delete, func, select, update
from support.client import Client
from support.factories import Factory
from verbatim.core.db import Database
from verbatim.core.ownership import as_system
from verbatim.recordings.models import Recording, RecordingCount, RecordingStatus

STATUSES = list(RecordingStatus)


async def counted_and_real(app: FastAPI) -> tuple[dict[tuple[str, str], list[float]], ...]:
    database: Database = app.state.database
    with as_system("a test compares counters"):
        async with database.transaction(read_only=True) as session:
            counters = await session.scalars(select(RecordingCount).where(RecordingCount.recordings != 0))
            counted = {(row.owner_key, row.status): [row.recordings, row.bytes, row.seconds] for row in counters}
            owner = func.coalesce(Recording.owner_id, "")
            real = await session.execute(
                select(
                    owner,
                    Recording.status,
                    func.count(),
                    func.sum(Recording.file_size),
                    func.sum(Recording.duration_seconds),
                ).group_by(owner, Recording.status)
            )
            truth = {(row[0], row[1]): [row[2], int(row[3]), row[4]] for row in real}
            leftover = await session.scalar(
                select(func.sum(RecordingCount.bytes)).where(RecordingCount.recordings == 0)
            )
            assert not leftover, "a counter at zero recordings holds no bytes"
    return counted, truth


class Changes:
    """One random change after the other, by rows and in bulk, for several owners."""

    def __init__(self, app: FastAPI, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a test
        self.database: Database = app.state.database
        self.makers = [Factory(app), Factory.of_owner(app, "ada"), Factory.of_owner(app, "ben")]

    async def one(self) -> None:
        await self.random.choice([self.create, self.create, self.status, self.resize, self.delete, self.bulk])()

    async def create(self) -> None:
        rows = [
            {
                "status": self.random.choice(STATUSES),
                "file_size": self.random.randrange(2**34),
                "duration_seconds": self.random.randrange(10_000) / 4,
            }
            for _ in range(self.random.randrange(1, 5))
        ]
        rows.sort(key=lambda row: str(row["status"]))  # each locks a counter, which writers must do in one order
        await self.random.choice(self.makers).recordings(rows)

    async def status(self) -> None:
        await self._some(update(Recording).values(status=self.random.choice(STATUSES)))

    async def resize(self) -> None:
        await self._some(update(Recording).values(file_size=Recording.file_size + 5, duration_seconds=7.25))

    async def delete(self) -> None:
        await self._some(delete(Recording), most=2)

    async def bulk(self) -> None:
        wanted = Recording.status == self.random.choice(STATUSES)
        statement = self.random.choice(
            [delete(Recording).where(wanted), update(Recording).where(wanted).values(status=STATUSES[0])]
        )
        await self._run(statement)

    async def _some(self, statement: object, most: int = 6) -> None:
        with as_system("a test picks rows"):
            async with self.database.transaction(read_only=True) as session:
                ids = list(await session.scalars(select(Recording.id)))
        picked = self.random.sample(ids, min(len(ids), self.random.randrange(1, most)))
        await self._run(statement.where(Recording.id.in_(picked)), picked)  # type: ignore[attr-defined]

    async def _run(self, statement: object, picked: list[str] | None = None) -> None:
        """Change rows; those that are picked are locked in their order, as an update of several does not: two writers
        would wait for each other's.
        """
        with as_system("a test changes rows"):
            async with self.database.transaction() as session:
                if picked is not None:
                    wanted = select(Recording.id).where(Recording.id.in_(picked)).order_by(Recording.id)
                    await session.execute(wanted.with_for_update())
                await session.execute(statement)  # type: ignore[call-overload]


@pytest.mark.parametrize("seed", range(3))
async def test_counters_equal_the_rows_after_any_change(app: FastAPI, seed: int) -> None:
    changes = Changes(app, seed)
    for _ in range(30):
        await changes.one()
        counted, real = await counted_and_real(app)
        assert counted == real


async def test_counters_survive_writers_at_the_same_time(app: FastAPI) -> None:
    async def work(seed: int) -> None:
        changes = Changes(app, seed)
        for _ in range(15):
            await changes.create()
            await changes._some(update(Recording).values(status=changes.random.choice(STATUSES)), most=3)

    await asyncio.gather(*(work(seed) for seed in range(4)))
    counted, real = await counted_and_real(app)
    assert counted == real


async def test_two_who_delete_many_do_not_wait_for_each_other_for_ever(client: Client, factory: Factory) -> None:
    """Each of them needs every counter, and comes by its recordings in the opposite order."""
    for _ in range(3):
        forth = await factory.recordings([{"status": status} for status in STATUSES for _ in range(8)])
        back = await factory.recordings([{"status": status} for status in reversed(STATUSES) for _ in range(8)])
        url = "/api/recordings/bulk-delete"
        answers = await asyncio.gather(*(client.post(url, json={"ids": ids}) for ids in (forth, back)))
        assert [answer.status_code for answer in answers] == [200, 200]


async def test_the_list_and_the_figures_follow(client: Client, factory: Factory) -> None:
    made = await factory.recordings([{"status": status, "file_size": 10} for status in STATUSES for _ in range(3)])
    await client.post("/api/recordings/bulk-delete", json={"ids": made[:4]})
    await client.delete(f"/api/recordings/{made[4]}")
    left = Counter(str(status) for status in STATUSES for _ in range(3))
    left.subtract(str(STATUSES[place // 3]) for place in range(5))
    figures = (await client.get("/api/stats")).json()["recordings"]
    assert figures["by_status"] == {status: number for status, number in left.items() if number}
    assert (figures["total_recordings"], figures["total_bytes"]) == (13, 130)
    for status, number in left.items():
        found = (await client.get("/api/recordings", params={"status": status})).json()
        assert (found["total"], len(found["items"])) == (number, number)
    assert (await client.get("/api/recordings")).json()["total"] == 13
