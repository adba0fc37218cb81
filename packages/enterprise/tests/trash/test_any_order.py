"""Whatever is thrown away, brought back, held and let go in whatever order: nothing held goes, and nothing comes back
other than it was.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar, Literal

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import update
from support.campaigns import times
from support.recordings import REPORT
from support_content import hold, lift
from support_enterprise import Person
from support_teams import ok
from verbatim.core.trash.models import TrashedItem
from verbatim.trash.upkeep import purge_due
from verbatim_enterprise.host import as_system, utcnow

EXAMPLES, STEPS = times(4, 40), times(15, 40)
PICKED = st.integers(0, 2)
HERE, TRASH, GONE = "here", "trash", "gone"


@dataclass
class Thing:
    """One recording, and how it should be."""

    id: str
    sound: bytes
    place: Literal["here", "trash", "gone"] = "here"
    holds: list[str] = field(default_factory=list)


class TrashMachine(RuleBasedStateMachine):
    """Three recordings of one person, and everything that leads into the trash and out of it."""

    app: ClassVar[FastAPI]
    owner: ClassVar[Person]
    loop: ClassVar[asyncio.AbstractEventLoop]
    things: list[Thing]

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    def ids(self, place: str) -> set[str]:
        return {one.id for one in self.things if one.place == place}

    @initialize()
    def begin(self) -> None:
        self.things = []
        for number in range(3):
            sound = REPORT.read_bytes() + bytes([number]) * 64
            files = {"file": (f"report {number}.wav", sound)}
            made = self.run(self.owner.post("/api/recordings/upload", files=files, data={"transcribe": "false"}))
            self.things.append(Thing(ok(made, 201)["id"], sound))

    @rule(number=PICKED)
    def throw_away(self, number: int) -> None:
        one = self.things[number]
        status = self.run(self.owner.delete(f"/api/recordings/{one.id}")).status_code
        if one.place != HERE:
            assert status == 404
        elif one.holds:
            assert status == 409
        else:
            assert status == 200
            one.place = "trash"

    @rule(number=PICKED)
    def bring_back(self, number: int) -> None:
        one = self.things[number]
        answer = self.run(self.owner.post("/api/trash/restore", json={"ids": [one.id]}))
        assert answer.status_code == (200 if one.place == TRASH else 404), answer.text
        if one.place == TRASH:
            one.place = "here"

    @rule(number=PICKED)
    def hold_it(self, number: int) -> None:
        one = self.things[number]
        if one.place == HERE and len(one.holds) < 2:
            one.holds.append(self.run(hold(self.owner, recording_id=one.id)))

    @rule(number=PICKED)
    def let_go(self, number: int) -> None:
        if holds := self.things[number].holds:
            self.run(lift(self.owner, holds.pop()))

    @rule(number=PICKED)
    def delete_for_ever(self, number: int) -> None:
        one = self.things[number]
        self.run(self.owner.post("/api/trash/purge", json={"ids": [one.id]}))
        self.ended(one)

    @rule()
    def empty(self) -> None:
        ok(self.run(self.owner.delete("/api/trash")))
        for one in self.things:
            self.ended(one)

    @rule()
    def thirty_days_pass(self) -> None:
        async def pass_by() -> None:
            with as_system("a test lets time pass"):
                async with self.app.state.database.transaction() as session:
                    await session.execute(update(TrashedItem).values(ends_at=utcnow() - timedelta(seconds=1)))
            await purge_due(self.app.state.database)

        self.run(pass_by())
        for one in self.things:
            self.ended(one)

    def ended(self, one: Thing) -> None:
        if one.place == TRASH and not one.holds:
            one.place = "gone"

    @invariant()
    def everything_is_where_it_should_be(self) -> None:
        listed = ok(self.run(self.owner.get("/api/recordings?page_size=100")))["items"]
        assert {one["id"] for one in listed} == self.ids(HERE)
        trashed = ok(self.run(self.owner.get("/api/trash")))["items"]
        assert {one["id"] for one in trashed} == self.ids(TRASH)

    @invariant()
    def what_is_here_is_as_it_was(self) -> None:
        for one in self.things:
            answer = self.run(self.owner.get(f"/api/recordings/{one.id}/audio?original=true"))
            if one.place == HERE:
                assert answer.content == one.sound
            else:
                assert answer.status_code == 404

    def teardown(self) -> None:
        for one in getattr(self, "things", []):
            for placed in one.holds:
                self.run(lift(self.owner, placed))
            self.run(self.owner.delete(f"/api/recordings/{one.id}"))
        self.run(self.owner.delete("/api/trash"))


@pytest.mark.campaign
@pytest.mark.timeout(600)
async def test_nothing_held_goes_and_everything_comes_back_as_it_was(app: FastAPI, admin: Person) -> None:
    fields = {"app": app, "owner": admin, "loop": asyncio.get_running_loop()}
    chosen = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        deadline=None,
        phases=(Phase.reuse, Phase.generate),  # each step costs requests: shrinking would take many minutes
        suppress_health_check=list(HealthCheck),
        print_blob=True,
        report_multiple_bugs=False,
    )
    machine = type("Machine", (TrashMachine,), fields)
    await asyncio.to_thread(run_state_machine_as_test, machine, settings=chosen)
