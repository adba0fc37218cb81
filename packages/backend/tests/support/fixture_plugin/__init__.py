"""A plugin that uses every method of the registry. It runs in real servers only, so that its table stays with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import typer
from fastapi import APIRouter, FastAPI
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import ColumnElement, String, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import Mapped, Session, mapped_column
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from verbatim.adapters.database.sqlite import SqliteAdapter
from verbatim.adapters.storage.api import StorageAdapter
from verbatim.adapters.storage.local import LocalStorage
from verbatim.core.language_models import OwnModels
from verbatim.plugins.api import (
    API_VERSION,
    BackupPart,
    Base,
    Check,
    ConflictError,
    Database,
    Figure,
    Guard,
    Job,
    JobContext,
    JobError,
    Owned,
    Permission,
    PluginRegistry,
    Resource,
    Resources,
    SealedColumn,
    SessionDep,
    Settings,
    as_system,
    current_session,
    enqueue,
    new_id,
    public,
    requires,
    utcnow,
)

from support.sign_in import HeaderProvider

router = APIRouter()
commands = typer.Typer(name="fixture", help="Commands of the fixture plugin.")
started: list[str] = []


class Note(Owned, Base):
    """What handlers saw."""

    __tablename__ = "fixture_notes"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    text: Mapped[str] = mapped_column(String(500))
    secret: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


NOTE = Resource(name="fixture_note", model=Note, audited=("text",))


class FixtureSettings(BaseSettings):
    """What the fixture plugin reads from the environment."""

    model_config = SettingsConfigDict(env_prefix="VERBATIM_FIXTURE_")

    mood: str = "good"


async def look(settings: Settings, database: Database) -> Check:
    mood = FixtureSettings().mood
    return Check("fixture", ok=mood == "good", detail=f"In a {mood} mood on {database.dialect}, {settings.mode.value}.")


class OrderMiddleware:
    """Writes its name into a header of the answer, inner ones first."""

    def __init__(self, app: ASGIApp, *, name: str) -> None:
        self.app, self.name = app, name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def stamp(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Passed"] = f"{headers.get('X-Passed', '')}{self.name}"
            await send(message)

        await self.app(scope, receive, stamp)


class OtherFolder(LocalStorage):
    """Keeps files in a folder of its own."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings.data_dir / "elsewhere", reserve_bytes=0)


@router.get("/notes", dependencies=[requires(Permission.AUDIT_READ)])
async def notes(session: SessionDep) -> list[str]:
    return list(await session.scalars(select(Note.text).order_by(Note.created_at, Note.id)))


@router.get("/started", dependencies=[public()])
async def were_started() -> list[str]:
    return started


@router.post("/tasks/{outcome}", dependencies=[requires(Permission.SYSTEM_ADMIN)])
async def work(session: SessionDep, outcome: str) -> str:
    return (await enqueue(session, "fixture", {"outcome": outcome})).id


async def on_anything(event_name: str, **fields: Any) -> None:
    current_session().add(Note(text=f"* {event_name} {sorted(fields)}"))


async def on_project(project_id: str, name: str) -> None:
    current_session().add(Note(text=f"project {name}"))
    await current_session().flush()
    if name == "forbidden":
        raise ConflictError("Projects are not called that here.", code="bad_name")


async def run_job(job: JobContext) -> dict[str, Any]:
    if job.payload["outcome"] == "fail":
        raise JobError("It was meant to fail.")
    async with job.transaction() as session:
        session.add(Note(text="job ran"))
    return {"done": True}


async def job_ended(session: AsyncSession, job: Job) -> None:
    session.add(Note(text=f"job {job.status}: {job.error}"))


async def erase(session: AsyncSession) -> None:
    session.add(Note(text="erased"))


def keep(session: Session, rows: ColumnElement[bool]) -> None:
    if session.scalar(select(Note.text).where(rows, Note.text == "kept")) is not None:
        raise ConflictError("This note stays.", code="kept")


async def protect(connection: AsyncConnection, resources: Resources) -> None:
    notes = resources.named("fixture_note")
    assert notes is not None
    started.append(f"protected {notes.table} in {connection.dialect.name}")


async def delete_notes(session: AsyncSession, rows: Sequence[Any]) -> None:
    for row in rows:
        await session.delete(row)


async def on_start(app: FastAPI) -> None:
    started.append(f"{app.title} with {app.state.database.dialect}")


async def on_stop(app: FastAPI) -> None:
    with as_system("fixture"):
        async with app.state.database.transaction() as session:
            session.add(Note(text="stopped"))


@commands.command()
def greet(name: str) -> None:
    typer.echo(f"Good morning, {name}")


@commands.command()
def leave() -> None:
    typer.echo("Good bye")


def refuse_gloom(group: Callable[[type[Any]], Any]) -> None:
    if group(FixtureSettings).mood == "gloomy":
        raise ValueError("the mood must not be gloomy")


async def collect(settings: Settings, database: Database) -> list[Figure]:
    about = f"Whether the fixture runs on {database.dialect}."
    return [Figure("fixture_runs", about, {(("mode", settings.mode),): 1})]


class NoStorages:
    """Knows none beside those of the environment."""

    async def find(self, name: str) -> StorageAdapter | None:
        return None

    async def takes_new(self) -> str | None:
        return None

    async def names(self) -> Mapping[str, str]:
        return {}

    async def owner(self, text: str) -> str | None:
        return None

    async def link_origins(self) -> frozenset[str]:
        return frozenset()


async def whole(settings: Settings, database: Database) -> tuple[bool, str]:
    return True, f"Nothing can be wrong with notes on {database.dialect}."


class Nothing:
    """An adapter that the core only keeps by name."""


class FixturePlugin:
    """Every method of the registry, at least once."""

    name = "fixture"
    version = "1.0"
    api_version = API_VERSION

    def register(self, registry: PluginRegistry) -> None:
        registry.add_router(router, prefix="/api/fixture", tags=["fixture"])
        registry.add_observer(OrderMiddleware, name="observer")
        registry.add_middleware(OrderMiddleware, name="outer")
        registry.add_middleware(OrderMiddleware, name="inner")
        registry.on("*", on_anything)
        registry.on("project.created", on_project)
        registry.add_models([Note])
        registry.add_resource(NOTE)
        registry.add_migrations("support.fixture_plugin.migrations")
        registry.add_job_handler("fixture", run_job, on_ended=job_ended)
        registry.add_adapter("auth", "header", lambda _: HeaderProvider())
        registry.add_adapter("storage", "elsewhere", OtherFolder)
        registry.add_adapter("database", "sqlite", SqliteAdapter, replace=True)
        registry.add_adapter("llm", "nothing", lambda _: Nothing())
        registry.add_adapter("llm_desk", "own", OwnModels, replace=True)
        registry.add_adapter("queue", "nothing", Nothing)
        registry.add_adapter("diarization", "nothing", lambda _: Nothing())
        registry.add_adapter("backup_place", "nothing", Nothing)
        registry.add_startup_hook(on_start)
        registry.add_shutdown_hook(on_stop)
        registry.add_eraser(erase)
        registry.add_guard(Guard("fixture_notes", frozenset({"text"}), keep))
        registry.add_protection(protect)
        registry.add_collector(collect)
        registry.add_deleter("fixture_notes", delete_notes)
        registry.add_sealed_columns([SealedColumn(Note, "secret", "fixture note")])
        registry.add_streaming_paths(["/api/fixture/streamed"])
        registry.add_backup_part(BackupPart(marks=(Note,)))
        registry.add_proof(whole)
        registry.add_storage_source(lambda _: NoStorages())
        registry.add_settings(FixtureSettings)
        registry.add_settings_rule(refuse_gloom)
        registry.add_check(look)
        registry.add_cli(commands)
        registry.add_frontend_routes(
            ["/fixture/page.html", {"path": "/fixture", "renderMode": "module", "moduleUrl": "/fixture/page.js"}]
        )
        registry.add_frontend_nav_items([{"key": "fixture", "label": "Fixture", "path": "/fixture"}])
        registry.add_frontend_settings_tab({"key": "fixture", "label": "Fixture", "moduleUrl": "/fixture/tab.js"})
        registry.add_frontend_slots([{"slot": "recording.aside", "key": "fixture", "moduleUrl": "/fixture/slot.js"}])
