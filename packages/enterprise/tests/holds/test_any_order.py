"""Whatever people, rules, programs and hand-written SQL do in whatever order: nothing goes from under a hold."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection
from support.campaigns import times
from support.factories import Factory, MadeTranscript
from support_content import factory_of, hold, lift, make_recording
from support_enterprise import Person
from support_teams import Crew, ok
from verbatim_enterprise.holds.errors import HeldError
from verbatim_enterprise.host import Database, as_system, content_class, use_scope, utcnow
from verbatim_enterprise.retention.jobs import delete_some
from verbatim_enterprise.retention.models import RetentionRule, RuleStatus

EXAMPLES, STEPS = times(6, 15), 20
PICKED = st.integers(0, 2)
TABLES = ("recordings", "transcripts", "segments", "speakers", "projects", "project_recordings", "holds")
CONTENT = {
    "recordings": ("id", "id", "title", "file_name", "sha256", "storage_key", "details"),
    "transcripts": ("recording_id", "id", "language", "engine"),
    "segments": ("recording_id", "id", "transcript_id", "text", "original_text", "speaker_id", "start_time", "words"),
}


@dataclass
class World:
    """A team with three recordings in two projects, and a second room."""

    crew: Crew
    factory: Factory
    recordings: list[MadeTranscript]
    projects: list[str]
    rooms: list[str]
    holds: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What is under which hold: ("recording_id" or "project_id", its id)."""
    inside: dict[str, set[str]] = field(default_factory=dict)
    """The recordings under each of these."""
    kept: dict[str, str] = field(default_factory=dict)
    """How the content of held recordings was when it came under the hold."""


async def make_world(app: FastAPI, owner: Person) -> World:
    """Make the team, with a rule by which everything in it has had its time."""
    owner.headers.pop("X-Team-Id", None)
    team = ok(await owner.post("/api/teams", json={"name": "Radio"}), 201)["id"]
    owner.headers["X-Team-Id"] = team
    crew = Crew(team, {"owner": owner})
    factory = await factory_of(app, team)
    old = utcnow() - timedelta(days=400)
    made = [await make_recording(factory, created_at=old) for _ in range(3)]
    ids = [one.recording_id for one in made]
    projects = [await factory.project("One", ids[:2]), await factory.project("Two", ids[1:])]
    rooms = [one["id"] for one in ok(await owner.get(f"{crew.url}/workspaces"))["items"]]
    rooms.append(ok(await owner.post(f"{crew.url}/workspaces", json={"name": "Room"}), 201)["id"])
    with use_scope(factory.scope):
        async with factory.database.transaction() as session:
            session.add(RetentionRule(keep_days=30, status=RuleStatus.ACTIVE, starts_at=old))
    return World(crew, factory, made, projects, rooms)


async def content_of(database: Database, recording_id: str) -> str:
    """Return everything that a hold on a recording keeps."""
    found = []
    with as_system("a test compares"):
        async with database.transaction(read_only=True) as session:
            for table, (by, *columns) in CONTENT.items():
                model = content_class(table)
                wanted = select(*(getattr(model, name) for name in columns)).where(getattr(model, by) == recording_id)
                found.append(sorted(map(repr, await session.execute(wanted))))
            speaker, transcript = content_class("speakers"), content_class("transcripts")
            of_it = select(transcript.id).where(transcript.recording_id == recording_id)
            people = select(speaker.id, speaker.speaker_label, speaker.speaker_name)
            found.append(sorted(map(repr, await session.execute(people.where(speaker.transcript_id.in_(of_it))))))
    return repr(found)


async def members(database: Database, project_id: str) -> set[str]:
    """Return the recordings in a project that exists."""
    inside, project = content_class("project_recordings"), content_class("projects")
    with as_system("a test compares"):
        async with database.transaction(read_only=True) as session:
            assert await session.get(project, project_id) is not None
            return set(await session.scalars(select(inside.recording_id).where(inside.project_id == project_id)))


class HoldMachine(RuleBasedStateMachine):
    """One team, and everything that could be done to what is held in it."""

    app: ClassVar[FastAPI]
    owner: ClassVar[Person]
    loop: ClassVar[asyncio.AbstractEventLoop]
    world: World

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    @property
    def database(self) -> Database:
        database: Database = self.app.state.database
        return database

    def call(self, method: str, path: str, **options: Any) -> int:
        """Do something as the owner; whatever the answer is, it is none of a fault."""
        answer = self.run(self.owner.request(method, path, **options))
        assert answer.status_code < 500, answer.text
        status: int = answer.status_code
        return status

    @initialize()
    def begin(self) -> None:
        self.world = self.run(make_world(self.app, self.owner))

    @rule(number=PICKED)
    def hold_recording(self, number: int) -> None:
        self.place("recording_id", self.world.recordings[number].recording_id)

    @rule(number=st.integers(0, 1))
    def hold_project(self, number: int) -> None:
        self.place("project_id", self.world.projects[number])

    def place(self, kind: str, target: str) -> None:
        path = f"/api/{kind.removesuffix('_id')}s/{target}"
        if self.run(self.owner.get(path)).status_code == 200 and len(self.world.holds) < 3:
            self.world.holds[self.run(hold(self.owner, **{kind: target}))] = (kind, target)
            self.note()

    def note(self) -> None:
        """Remember how what is held now is, and forget what is free."""
        held: set[str] = set()
        self.world.inside = {}
        for kind, target in self.world.holds.values():
            found = {target} if kind == "recording_id" else self.run(members(self.database, target))
            held |= found
            self.world.inside[target] = found
        kept = self.world.kept
        self.world.kept = {one: kept[one] if one in kept else self.run(content_of(self.database, one)) for one in held}

    @rule(number=PICKED)
    def lift_one(self, number: int) -> None:
        if number < len(self.world.holds):
            placed = list(self.world.holds)[number]
            self.run(lift(self.owner, placed))
            del self.world.holds[placed]
            self.note()

    @rule(number=PICKED)
    def delete_recording(self, number: int) -> None:
        self.call("DELETE", f"/api/recordings/{self.world.recordings[number].recording_id}")

    @rule()
    def bulk_delete(self) -> None:
        ids = [one.recording_id for one in self.world.recordings]
        self.call("POST", "/api/recordings/bulk-delete", json={"ids": ids})

    @rule(number=st.integers(0, 1), files=st.booleans())
    def delete_project(self, number: int, *, files: bool) -> None:
        self.call("DELETE", f"/api/projects/{self.world.projects[number]}", params={"delete_files": files})

    @rule(number=PICKED, into=st.integers(0, 1))
    def put_into_project(self, number: int, into: int) -> None:
        path = f"/api/projects/{self.world.projects[into]}/recordings/{self.world.recordings[number].recording_id}"
        if self.call("POST", path) == 200:
            self.note()

    @rule(number=PICKED, out_of=st.integers(0, 1))
    def take_out(self, number: int, out_of: int) -> None:
        path = f"/api/projects/{self.world.projects[out_of]}/recordings/{self.world.recordings[number].recording_id}"
        self.call("DELETE", path)

    @rule()
    def take_out_of_all(self) -> None:
        ids = [one.recording_id for one in self.world.recordings]
        self.call("POST", "/api/recordings/bulk-assign", json={"ids": ids, "project_id": None})

    @rule(number=PICKED, room=st.integers(0, 1))
    def move(self, number: int, room: int) -> None:
        body = {"ids": [self.world.recordings[number].recording_id], "workspace_id": self.world.rooms[room]}
        self.call("POST", "/api/recordings/move", json=body)

    @rule(number=st.integers(0, 1), room=st.integers(0, 1))
    def move_project(self, number: int, room: int) -> None:
        path = f"/api/projects/{self.world.projects[number]}/move"
        self.call("POST", path, json={"workspace_id": self.world.rooms[room]})

    @rule(number=PICKED, text=st.sampled_from(["Other words", "None at all"]))
    def edit(self, number: int, text: str) -> None:
        made = self.world.recordings[number]
        self.call("PATCH", f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}", json={"text": text})

    @rule(number=PICKED)
    def merge_speakers(self, number: int) -> None:
        first, second = self.world.recordings[number].speaker_ids
        self.call("POST", f"/api/speakers/{first}/merge", json={"target_speaker_id": second})

    @rule(number=PICKED)
    def rename(self, number: int) -> None:
        path = f"/api/recordings/{self.world.recordings[number].recording_id}"
        self.call("PATCH", path, json={"title": "Another title"})

    @rule()
    def run_retention(self) -> None:
        self.attempt(lambda session: delete_some(session, utcnow()))

    @rule(table=st.sampled_from(TABLES))
    def delete_first_row(self, table: str) -> None:
        async def work(session: Any) -> None:
            row = (await session.scalars(select(content_class(table)).limit(1))).first()
            if row is not None:
                await session.delete(row)

        self.attempt(work)

    @rule(table=st.sampled_from(TABLES))
    def delete_all_rows(self, table: str) -> None:
        async def work(session: Any) -> None:
            await session.execute(delete(content_class(table)))

        self.attempt(work)

    @rule(table=st.sampled_from(TABLES), number=PICKED)
    def delete_by_hand(self, table: str, number: int) -> None:
        team = self.world.crew.team_id

        async def work(session: Any) -> None:
            connection = await session.connection()
            await connection.exec_driver_sql(f"DELETE FROM {table} WHERE owner_id = '{team}'")  # noqa: S608 - a test's own

        self.attempt(work)

    def attempt(self, work: Callable[[Any], Coroutine[Any, Any, Any]]) -> None:
        async def in_transaction() -> None:
            with use_scope(self.world.factory.scope), suppress(HeldError, IntegrityError):
                async with self.database.transaction() as session:
                    await work(session)

        self.run(in_transaction())

    @rule()
    def delete_team(self) -> None:
        status = self.call("DELETE", self.world.crew.url, params={"confirm": "Radio", "delete_content": True})
        if status == 200:
            assert not self.world.holds
            self.begin()

    @invariant()
    def what_is_held_is_as_it_was(self) -> None:
        for kind, target in self.world.holds.values():
            inside = {target} if kind == "recording_id" else self.run(members(self.database, target))
            assert inside == self.world.inside[target], "something got out of the held project, or in unnoticed"
        for recording_id, content in self.world.kept.items():
            assert self.run(content_of(self.database, recording_id)) == content


def _machine(app: FastAPI, owner: Person) -> type[HoldMachine]:
    fields = {"app": app, "owner": owner, "loop": asyncio.get_running_loop()}
    return type("Machine", (HoldMachine,), fields)


async def _run(app: FastAPI, owner: Person) -> None:
    chosen = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        deadline=None,
        phases=(Phase.reuse, Phase.generate),  # each step costs transactions: shrinking would take many minutes
        suppress_health_check=list(HealthCheck),
        print_blob=True,
        report_multiple_bugs=False,
    )
    await asyncio.to_thread(run_state_machine_as_test, _machine(app, owner), settings=chosen)


@pytest.mark.campaign
@pytest.mark.timeout(600)
@pytest.mark.parametrize("guarded", [True, False], ids=["guards-and-triggers", "triggers-alone"])
async def test_nothing_goes_from_under_a_hold(app: FastAPI, admin: Person, *, guarded: bool) -> None:
    if not guarded:
        app.state.database.info["guards"] = ()
    await _run(app, admin)


HOLES: dict[str, Callable[[HoldMachine], None]] = {
    "rows of its transcript": lambda machine: machine.delete_by_hand("transcripts", 0),
    "rows of its words": lambda machine: machine.delete_by_hand("segments", 0),
    "the recording itself": lambda machine: machine.delete_all_rows("recordings"),
    "who spoke": lambda machine: machine.merge_speakers(0),
    "a correction": lambda machine: machine.edit(0, "Other words"),
    "another title": lambda machine: machine.rename(0),
}
"""Each would change what is held if nothing kept it."""


@pytest.mark.timeout(600)
async def test_without_guards_and_triggers_holes_are_found(app: FastAPI, admin: Person) -> None:
    """What cannot fail shows nothing: each of these is seen when nothing stands in its way."""
    database: Database = app.state.database
    database.info["guards"] = ()
    async with database.engine.begin() as connection:
        for statement in await _ways_to_drop(connection, database.dialect):
            await connection.exec_driver_sql(statement)
    await database.engine.dispose()  # SQLite's other connections would meet the changed schema in mid-statement
    machine = _machine(app, admin)
    unseen = [name for name, harm in HOLES.items() if not await asyncio.to_thread(_is_seen, machine, harm)]
    assert unseen == []


def _is_seen(machine: type[HoldMachine], harm: Callable[[HoldMachine], None]) -> bool:
    """Return whether the invariant breaks when something is done to a held recording."""
    made = machine()
    made.begin()
    made.hold_recording(0)
    made.what_is_held_is_as_it_was()
    harm(made)
    try:
        made.what_is_held_is_as_it_was()
    except AssertionError:
        return True
    return False


async def _ways_to_drop(connection: AsyncConnection, dialect: str) -> list[str]:
    if dialect == "sqlite":
        found = "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%held%'"
    else:
        found = (
            "SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger "
            "WHERE tgname LIKE 'verbatim_keep_%'"
        )
    return [row[0] for row in await connection.exec_driver_sql(found)]
