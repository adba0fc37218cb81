"""`/api/bulk`: something done to many recordings, as a task in the background."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.chosen import Storages
from verbatim.bulk import service
from verbatim.bulk.acts import ACTS, permission_of
from verbatim.bulk.errors import NoFileError
from verbatim.bulk.reaching import refuse_beyond_reach
from verbatim.bulk.schemas import Action, BulkRequest, BulkRunListResponse, BulkRunResponse
from verbatim.bulk.turns import reach
from verbatim.core.db import Database, SessionDep
from verbatim.core.effects import AuditedRead, Effect, declares
from verbatim.core.ownership import use_scope
from verbatim.core.placement import refuse_unseen
from verbatim.core.routing import Router, sends
from verbatim.permissions import Permission, demand, requires, signed_in
from verbatim.projects.service import get_project
from verbatim.recordings.playback import serve_file
from verbatim.tags.service import get_tag
from verbatim.transcription.engines import EngineInspector

router = Router()

READ = [requires(Permission.RECORDING_READ)]
ZIP = "application/zip"


@router.post("", status_code=202, dependencies=READ)
async def start(request: Request, session: SessionDep, body: BulkRequest) -> BulkRunResponse:
    """Do the same to all recordings that match, in the background. Each is done with the rights that you have when its
    turn comes; those that refuse are left as they are and counted. What is deleted lies in the trash.
    """
    if body.action in {Action.TAG, Action.UNTAG}:
        await get_tag(session, body.tag_id or "")  # whoever may call this may read tags
    demand(request, permission_of(body.action))
    if body.action is Action.ASSIGN and body.project_id is not None:
        await get_project(session, body.project_id)
    elif body.action is Action.MOVE:
        with use_scope(reach(signed_in(request), ACTS[Action.MOVE])):
            refuse_unseen(body.workspace_id or "")
    elif body.action is Action.TRANSCRIBE and body.options is not None:
        engines: EngineInspector = request.app.state.engines
        await engines.check(body.options)
    days = request.app.state.settings.trash_days
    return service.shown(await service.start(session, signed_in(request), body, trash_days=days))


@router.get("", dependencies=READ)
async def list_(request: Request, session: SessionDep) -> BulkRunListResponse:
    """List your own tasks that are under way or ended lately."""
    runs = await service.list_runs(session, signed_in(request))
    return BulkRunListResponse(items=[service.shown(run) for run in runs])


@router.get("/{run_id}", dependencies=READ)
async def get(request: Request, session: SessionDep, run_id: str) -> BulkRunResponse:
    """Get one of your tasks, with how far it has come."""
    return service.shown(await service.get_run(session, signed_in(request), run_id))


@router.post("/{run_id}/stop", dependencies=[*READ, declares(Effect.STOP)])
async def stop(request: Request, session: SessionDep, run_id: str) -> BulkRunResponse:
    """Stop a task. What it has done stays done."""
    return service.shown(await service.stop(session, signed_in(request), run_id))


@router.post(
    "/{run_id}/undo", status_code=202, dependencies=[requires(Permission.RECORDING_DELETE, effect=Effect.CHANGE)]
)
async def undo(request: Request, session: SessionDep, run_id: str) -> BulkRunResponse:
    """Bring back what a task has deleted, as a task of its own."""
    return service.shown(await service.undo(session, signed_in(request), run_id))


@router.get(
    "/{run_id}/file",
    dependencies=[
        requires(Permission.TRANSCRIPT_READ, audited=AuditedRead("transcript.exported", "bulk_run", as_file=True))
    ],
    response_class=Response,
    responses=sends("application/octet-stream", ZIP),
)
async def file(request: Request, run_id: str) -> Response:
    """Save the ZIP of an export. It is kept for a day."""
    database: Database = request.app.state.database
    async with database.transaction(read_only=True) as session:
        run = await service.get_run(session, signed_in(request), run_id)
    if not service.shown(run).has_file or run.storage_key is None:
        raise NoFileError
    await refuse_beyond_reach(database, signed_in(request), run_id)
    storages: Storages = request.app.state.storages
    try:
        storage = await storages.of(run.storage_location or "")
        info = await storage.get_file_info(run.storage_key)
    except (FileNotFoundError, StorageError) as error:
        raise NoFileError from error
    name = f"transcripts {run.created_at:%Y-%m-%d %H.%M}.zip"
    return await serve_file(request, storage, info, mime_type=ZIP, file_name=name, download=True)
