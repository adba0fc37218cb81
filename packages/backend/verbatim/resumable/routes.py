"""`/api/uploads`: tus 1.0, and beside it what pages ask."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Final

from fastapi import Query, Request
from starlette.responses import Response

from verbatim.core.db import SessionDep
from verbatim.core.errors import VerbatimError
from verbatim.core.routing import Router
from verbatim.permissions import Permission, demand, requires
from verbatim.resumable import books, service
from verbatim.resumable.errors import UploadMethodError
from verbatim.resumable.finishing import taker_of
from verbatim.resumable.models import UnfinishedUpload
from verbatim.resumable.protocol import (
    PIECE_TYPE,
    VERSION,
    expires,
    number_in,
    options,
    refuse_other_type,
    refuse_other_version,
)
from verbatim.resumable.schemas import TwinResponse, UploadListResponse, UploadResponse
from verbatim.resumable.service import Here
from verbatim.resumable.shown import shown, twin_of

PATH: Final = "/api/uploads"
router = Router()
MAY: Final = [requires(Permission.RECORDING_CREATE)]


def _header(name: str, *, required: bool = True, example: str = "") -> dict[str, Any]:
    described: dict[str, Any] = {"name": name, "in": "header", "required": required, "schema": {"type": "string"}}
    return described | ({"example": example} if example else {})


_VERSION: Final = _header("Tus-Resumable", example=VERSION)
_BODY: Final[dict[str, Any]] = {"content": {PIECE_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
# The headers are tus's, so they are described here rather than by parameters.
_CREATE: Final[dict[str, Any]] = {
    "parameters": [
        _VERSION,
        _header("Upload-Length", example="2147483648"),
        _header("Upload-Metadata", required=False, example="filename aW50ZXJ2aWV3Lm1wNA==,kind cmVjb3JkaW5n"),
        _header("Upload-Checksum", required=False),
    ],
    "requestBody": {"required": False, **_BODY},
}
_PIECE: Final[dict[str, Any]] = {
    "parameters": [
        _VERSION,
        _header("Upload-Offset", example="1048576"),
        _header("Upload-Checksum", required=False, example="sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ],
    "requestBody": {"required": True, **_BODY},
}
_ASK: Final[dict[str, Any]] = {"parameters": [_VERSION]}


async def _speaking(request: Request, work: Callable[[Here], Awaitable[Response]]) -> Response:
    """Answer as tus wants it, refusals too."""
    try:
        refuse_other_version(request.headers)
        answer = await work(Here.of(request))
    except VerbatimError as error:
        error.headers = {**(error.headers or {}), "Tus-Resumable": VERSION}
        raise
    answer.headers["Tus-Resumable"] = VERSION
    return answer


def _moved(row: UnfinishedUpload, status: int, **more: str) -> Response:
    offset = row.length if row.result_id else row.received
    headers = {"Upload-Offset": str(offset), **expires(row.expires_at), **more}
    if row.result_id:
        headers["Upload-Result"] = row.result_id
    return Response(status_code=status, headers=headers)


async def _piece(here: Here, upload_id: str) -> Response:
    refuse_other_type(here.request.headers)
    offset = number_in(here.request.headers, "Upload-Offset")
    return _moved(await service.go_on(here, await here.find(upload_id), offset), 204)


async def _end(here: Here, upload_id: str) -> Response:
    await service.give_up(here, await here.find(upload_id))
    return Response(status_code=204)


@router.options("", dependencies=MAY, status_code=204, response_class=Response)
async def capabilities(request: Request) -> Response:
    """Tell what of tus this server knows, and how large a file may be."""
    return Response(status_code=204, headers=options(Here.of(request).settings.upload_max_bytes))


@router.post("", dependencies=MAY, status_code=201, response_class=Response, openapi_extra=_CREATE)
async def create(request: Request) -> Response:
    """Begin an upload that can be broken off and gone on with (tus 1.0). Its address is in `Location`.

    `Upload-Metadata` holds `filename`, `kind` (`recording` unless it says `document`), the fields of the ordinary
    upload, and `sha256`, the digest of the whole file in hexadecimal digits, by which it is checked in the end.
    """

    async def work(here: Here) -> Response:
        row = await service.begin(here)
        location = f"{PATH}/{row.id}"
        has_body = request.headers.get("content-type", "").partition(";")[0].strip().lower() == PIECE_TYPE
        try:
            if has_body or not row.length:
                row = await service.go_on(here, row, 0)
        except VerbatimError as error:
            error.headers = {**(error.headers or {}), "Location": location}
            raise
        return _moved(row, 201, Location=location)

    return await _speaking(request, work)


@router.get("", dependencies=MAY)
async def list_(request: Request, session: SessionDep) -> UploadListResponse:
    """List your uploads that were broken off or are on their way, the latest first."""
    here = Here.of(request)
    rows = await books.unfinished_of(session, here.uploader, here.settings.upload_open_max)
    return UploadListResponse(items=[await shown(here, session, row) for row in rows])


@router.get("/twins", dependencies=MAY)
async def twins(
    request: Request,
    session: SessionDep,
    sha256: Annotated[str, Query(pattern="^[0-9a-f]{64}$")],
    kind: Annotated[str, Query(max_length=50)] = "recording",
) -> TwinResponse:
    """Tell whether a file with this SHA-256 is here already, before it is sent."""
    here = Here.of(request)
    demand(request, taker_of(here.database, kind).permission)
    return TwinResponse(duplicate_of=await twin_of(here, session, kind, sha256))


@router.head("/{upload_id}", dependencies=MAY, response_class=Response, openapi_extra=_ASK)
async def look(request: Request, upload_id: str) -> Response:
    """Tell how far an upload is: `Upload-Offset`."""

    async def work(here: Here) -> Response:
        await here.desk.make_way((await here.find(upload_id)).id)
        row = await here.find(upload_id)
        offset = await here.offset(row)
        more = {"Upload-Length": str(row.length), "Upload-Offset": str(offset)}
        if row.said:
            more["Upload-Metadata"] = row.said
        return _moved(row, 200, **more)

    return await _speaking(request, work)


@router.get("/{upload_id}", dependencies=MAY)
async def get(request: Request, session: SessionDep, upload_id: str) -> UploadResponse:
    """Get one upload: how far it is, and what was made of it."""
    here = Here.of(request)
    return await shown(here, session, await books.find(session, upload_id, here.uploader))


@router.patch("/{upload_id}", dependencies=MAY, status_code=204, response_class=Response, openapi_extra=_PIECE)
async def send(request: Request, upload_id: str) -> Response:
    """Send the next piece of an upload, as long as you like. With the last one the recording, or what else it is, is
    made: its id is in `Upload-Result`.
    """
    return await _speaking(request, lambda here: _piece(here, upload_id))


@router.delete("/{upload_id}", dependencies=MAY, status_code=204, response_class=Response, openapi_extra=_ASK)
async def end(request: Request, upload_id: str) -> Response:
    """Give an upload up; what has arrived of it is deleted. What was made of a finished one stays."""
    return await _speaking(request, lambda here: _end(here, upload_id))


@router.post("/{upload_id}", dependencies=MAY, status_code=204, response_class=Response, include_in_schema=False)
async def overridden(request: Request, upload_id: str) -> Response:
    """Do what `X-HTTP-Method-Override` says, for clients that cannot send PATCH and DELETE."""
    works = {"PATCH": _piece, "DELETE": _end}
    work = works.get(request.headers.get("x-http-method-override", "").upper())
    if work is None:
        raise UploadMethodError(headers={"Allow": "HEAD, GET, PATCH, DELETE, OPTIONS"})
    return await _speaking(request, lambda here: work(here, upload_id))
