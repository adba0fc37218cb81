"""A plugin with a kind of thing of its own: remarks on recordings, as somebody would write it who read the guide.

Nothing outside this folder knows of remarks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, Field
from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column
from verbatim.plugins.api import (
    API_VERSION,
    Base,
    Event,
    Feature,
    NotFoundError,
    Permission,
    Placed,
    PluginRegistry,
    RequestBody,
    Resource,
    Router,
    SessionDep,
    content_class,
    emit,
    new_id,
    requires,
    utcnow,
)

READ = [requires(Permission.RECORDING_READ)]
UPDATE = [requires(Permission.RECORDING_UPDATE)]


class NoSuchRemarkError(NotFoundError):
    """There is no such remark."""

    code = "remark_not_found"


class Remark(Placed, Base):
    """What somebody wrote about a recording."""

    __tablename__ = "remarks"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    recording_id: Mapped[str] = mapped_column(String(36), ForeignKey("recordings.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    color: Mapped[str | None] = mapped_column(String(20))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class RemarkBody(RequestBody):
    """A remark as somebody writes it."""

    title: Annotated[str, Field(max_length=200)]
    text: Annotated[str, Field(max_length=10_000)] = ""
    color: Annotated[str | None, Field(max_length=20)] = None


class RemarkResponse(BaseModel):
    """A remark as the API shows it."""

    id: str
    recording_id: str
    title: str
    text: str
    color: str | None


async def get_remark(session: AsyncSession, remark_id: str, *, lock: bool = False) -> Remark:
    """Return a remark that the caller sees."""
    wanted = select(Remark).where(Remark.id == remark_id)
    found: Remark | None = await session.scalar(wanted.with_for_update() if lock else wanted)
    if found is None:
        raise NoSuchRemarkError
    return found


async def load_remark(session: AsyncSession, remark_id: str) -> RemarkResponse:
    return RemarkResponse.model_validate(await get_remark(session, remark_id), from_attributes=True)


REMARK = Resource(
    name="remark",
    model=Remark,
    title="title",
    parent="recording",
    audited=("title", "color"),
    frozen=("recording_id", "title", "text", "created_at"),
    schema=RemarkResponse,
    load=load_remark,
)

LINKS: Mapping[str, str] = MappingProxyType(
    {"remark": "/api/remarks/{remark_id}", "recording": "/api/recordings/{recording_id}"}
)


@dataclass(frozen=True, kw_only=True)
class RemarkWritten(Event):
    """Somebody wrote a remark."""

    event_name: ClassVar[str] = "remark.written"
    subject: ClassVar[Resource | None] = REMARK
    resource: ClassVar[Resource | None] = REMARK
    links: ClassVar[Mapping[str, str]] = LINKS
    remark_id: str
    recording_id: str


@dataclass(frozen=True, kw_only=True)
class RemarkChanged(RemarkWritten):
    """Somebody changed a remark."""

    event_name: ClassVar[str] = "remark.changed"


@dataclass(frozen=True, kw_only=True)
class RemarkDeleted(Event):
    """A remark is gone."""

    event_name: ClassVar[str] = "remark.deleted"
    subject: ClassVar[Resource | None] = REMARK
    remark_id: str
    recording_id: str


router = Router()


@router.post("/recordings/{recording_id}/remarks", status_code=201, dependencies=UPDATE)
async def write(session: SessionDep, recording_id: str, body: RemarkBody) -> RemarkResponse:
    """Write a remark about a recording."""
    recording: Any = content_class("recordings")
    if await session.scalar(select(recording).where(recording.id == recording_id)) is None:
        raise NoSuchRemarkError
    remark = Remark(recording_id=recording_id, **body.model_dump())
    session.add(remark)
    await session.flush()
    await emit(session, RemarkWritten(remark_id=remark.id, recording_id=recording_id))
    return await load_remark(session, remark.id)


@router.get("/remarks/{remark_id}", dependencies=READ)
async def read(session: SessionDep, remark_id: str) -> RemarkResponse:
    """Get one remark."""
    return await load_remark(session, remark_id)


@router.patch("/remarks/{remark_id}", dependencies=UPDATE)
async def change(session: SessionDep, remark_id: str, body: RemarkBody) -> RemarkResponse:
    """Change a remark."""
    remark = await get_remark(session, remark_id, lock=True)
    for name, value in body.model_dump(exclude_unset=True).items():
        setattr(remark, name, value)
    await session.flush()
    await emit(session, RemarkChanged(remark_id=remark_id, recording_id=remark.recording_id))
    return await load_remark(session, remark_id)


@router.delete("/remarks/{remark_id}", status_code=204, dependencies=UPDATE)
async def delete(session: SessionDep, remark_id: str) -> None:
    """Delete a remark."""
    remark = await get_remark(session, remark_id, lock=True)
    await session.delete(remark)
    await session.flush()
    await emit(session, RemarkDeleted(remark_id=remark_id, recording_id=remark.recording_id))


class RemarksPlugin:
    """What its entry point would lead to."""

    name = "remarks"
    version = "1.0"
    api_version = API_VERSION

    def register(self, registry: PluginRegistry) -> None:
        registry.add_migrations("support.remarks_plugin.migrations")
        Feature(name="remarks", routers={"/api": router}, models=(Remark,), resources=(REMARK,)).register(registry)
