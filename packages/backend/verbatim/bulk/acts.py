"""What is done to one recording of many: the same as by its own route, with the same rights."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.bulk.schemas import Action, BulkRequest
from verbatim.core.trash import moving
from verbatim.core.trash.models import TrashedItem
from verbatim.core.trash.moving import NotInTrashError, discard
from verbatim.permissions import Permission
from verbatim.projects.service import assign_recordings
from verbatim.recordings.models import Recording
from verbatim.recordings.moving import move_recordings
from verbatim.recordings.repository import get_recording
from verbatim.recordings.resource import RECORDING
from verbatim.tags import service as tags
from verbatim.transcription.service import start_transcription

RESTORE: Final = "restore"
"""What takes a deletion back. Nobody asks for it by a filter: see `service.undo`."""


@dataclass(frozen=True)
class Wish:
    """What is wished for each recording, and for how many days the trash keeps what is deleted."""

    body: BulkRequest
    trash_days: float


async def _delete(session: AsyncSession, recording_id: str, wish: Wish) -> None:
    recording = await get_recording(session, recording_id, lock=True, with_job=True)
    await discard(session, RECORDING, [recording], days=wish.trash_days)


async def _tag(session: AsyncSession, recording_id: str, wish: Wish) -> None:
    recording = await get_recording(session, recording_id, lock=True)
    await tags.put_on(session, recording.id, await tags.get_tag(session, wish.body.tag_id or ""))


async def _untag(session: AsyncSession, recording_id: str, wish: Wish) -> None:
    await get_recording(session, recording_id, lock=True)
    await tags.take_off(session, recording_id, await tags.get_tag(session, wish.body.tag_id or ""))


async def _assign(session: AsyncSession, recording_id: str, wish: Wish) -> None:
    await assign_recordings(session, [recording_id], wish.body.project_id)


async def _move(session: AsyncSession, recording_id: str, wish: Wish) -> None:
    recording = await get_recording(session, recording_id, lock=True)
    if recording.workspace_id != wish.body.workspace_id:
        await move_recordings(session, [recording], wish.body.workspace_id or "")


async def _transcribe(session: AsyncSession, recording_id: str, wish: Wish) -> None:
    recording: Recording = await get_recording(session, recording_id, lock=True, with_job=True)
    await start_transcription(session, recording, options=wish.body.options)


async def _restore(session: AsyncSession, recording_id: str, _wish: Wish) -> None:
    item = await session.scalar(select(TrashedItem).where(TrashedItem.id == recording_id).with_for_update())
    if item is None:
        raise NotInTrashError
    await moving.restore(session, [item])


@dataclass(frozen=True)
class Act:
    """What is done to one recording, who may, and which rows it has to see: those in the ``trash``, too, and with
    ``wide`` those of all workspaces that the caller could choose.
    """

    do: Callable[[AsyncSession, str, Wish], Awaitable[Any]]
    permission: Permission
    trash: bool = False
    wide: bool = False


ACTS: Final[Mapping[str, Act]] = {
    Action.DELETE: Act(_delete, Permission.RECORDING_DELETE, trash=True),
    Action.TAG: Act(_tag, Permission.RECORDING_UPDATE),
    Action.UNTAG: Act(_untag, Permission.RECORDING_UPDATE),
    Action.ASSIGN: Act(_assign, Permission.PROJECT_UPDATE),
    Action.MOVE: Act(_move, Permission.RECORDING_UPDATE, wide=True),
    Action.TRANSCRIBE: Act(_transcribe, Permission.RECORDING_UPDATE),
    RESTORE: Act(_restore, Permission.RECORDING_DELETE, trash=True, wide=True),
}


def permission_of(action: str) -> Permission:
    """Return what somebody has to be allowed who wishes that."""
    return Permission.TRANSCRIPT_READ if action == Action.EXPORT else ACTS[action].permission
