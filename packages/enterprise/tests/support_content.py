"""A team's content, written straight into the database: recordings with transcripts, in the default workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from sqlalchemy import select, update
from support.factories import Factory, MadeTranscript
from support_enterprise import Person
from support_teams import Crew, ok
from verbatim.transcripts.attempts import packed
from verbatim.transcripts.models import EngineOutput, Segment, Transcript
from verbatim_enterprise.host import Database, Scope, use_scope
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Workspace


@dataclass
class Content:
    """One recording with a transcript of two segments and two speakers, in a project."""

    factory: Factory
    project_id: str
    made: MadeTranscript

    @property
    def recording_id(self) -> str:
        return self.made.recording_id


async def factory_of(app: FastAPI, team_id: str, workspace_id: str | None = None) -> Factory:
    """Return a maker of rows in a team's default workspace, or another."""
    database: Database = app.state.database
    async with system_transaction(database, read_only=True) as session:
        default = select(Workspace.id).where(Workspace.team_id == team_id, Workspace.is_default)
        place = workspace_id or await session.scalar(default)
    return Factory(app, Scope(frozenset({team_id}), team_id, f"teams/{team_id}/", workspace=place))


async def make_recording(factory: Factory, **fields: Any) -> MadeTranscript:
    """Make a recording with a transcript; ``fields`` are the recording's."""
    recording = await factory.recording(**fields)
    return await factory.transcript("Good morning", "And good night", recording_id=recording, speakers=("A", "B"))


async def make_content(app: FastAPI, crew: Crew) -> Content:
    """Make a recording in a project of the crew's team, with a doubtful segment and what the engine said."""
    factory = await factory_of(app, crew.team_id)
    made = await make_recording(factory)
    with use_scope(factory.scope):
        async with factory.database.transaction() as session:
            missed = [{"start": 30.0, "end": 33.0, "tries": []}]
            await session.execute(update(Transcript).where(Transcript.id == made.id).values(not_understood=missed))
            await session.execute(update(Segment).where(Segment.transcript_id == made.id).values(doubt="too_fast"))
            said = packed({"output": ["Good morning"]})
            session.add(EngineOutput(recording_id=made.recording_id, job_id="a", content=said))
    return Content(factory, await factory.project("Evidence", [made.recording_id]), made)


async def hold(person: Person, reason: str = "Smith v. Jones", **target: str) -> str:
    """Put something under legal hold and return the hold's id."""
    made: str = ok(await person.post("/api/holds", json={"reason": reason, **target}), 201)["id"]
    return made


async def lift(person: Person, hold_id: str) -> None:
    """Lift a hold."""
    ok(await person.post(f"/api/holds/{hold_id}/lift", json={"reason": "The case is closed"}))
