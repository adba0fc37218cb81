"""`AuditLogMiddleware`: around everything, so that what identity refuses is seen as well."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final

import structlog
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbatim_enterprise.audit.context import WRITER, Origin, RequestContext, enter_request, leave_request, origin_of
from verbatim_enterprise.audit.names import named
from verbatim_enterprise.audit.reads import Flood, Recent, Sender, is_part, parameters_of, read_of
from verbatim_enterprise.audit.requests import refusal, target_of
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import SENT, Database, Sent, Tallies, principal_of
from verbatim_enterprise.system_session import system_transaction

log = structlog.get_logger(__name__)

_STARTS: Final = frozenset({"http.response.start", "websocket.http.response.start"})
_REFUSED: Final = frozenset({400, 401, 402, 403, 404, 405, 409, 410, 413, 421, 429})
"""Answers that say no to somebody; 404 is how a stranger hears it, and 409 who would destroy what is held. 422 is not
among them: a form filled in wrongly is no refusal.
"""


class AuditLogMiddleware:
    """Writes down reads that matter before their answer leaves, and requests for a change that were not done.

    A read whose row cannot be written is not answered. What is refused has changed nothing, so there the answer comes
    first: somebody who may do nothing must not be able to stop the server through a database that is slow.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.recent, self.flood = Recent(), Flood()
        self._joined = False

    def _join(self, tallies: Tallies) -> None:
        """Remember together with the other processes of this server."""
        self.recent.tallies = self.flood.tallies = tallies
        self._joined = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        if not self._joined:
            self._join(scope["app"].state.runtime.member.tallies)
        request = RequestContext(scope)
        status = int(HTTPStatus.INTERNAL_SERVER_ERROR)

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "websocket.accept":
                status = HTTPStatus.SWITCHING_PROTOCOLS
            elif message["type"] == "websocket.close" and status == HTTPStatus.INTERNAL_SERVER_ERROR:
                status = HTTPStatus.FORBIDDEN  # not let in, and not told why
            if message["type"] in _STARTS:
                status = message["status"]
                if status < HTTPStatus.BAD_REQUEST:
                    await self._read(request, status, is_part=is_part(message, scope.get(SENT)))
            await send(message)

        token = enter_request(request)
        try:
            await self.app(scope, receive, watch)
        finally:
            request.over = True
            leave_request(token)
            await self._refused(request, status)

    async def _read(self, request: RequestContext, status: int, *, is_part: bool) -> None:
        found = read_of(request.scope)
        # Whoever is told that their copy of a transcript is still good reads it; a file may as well lie unheard.
        if found is None or (status == HTTPStatus.NOT_MODIFIED and found.action != AuditTag.TRANSCRIPT_OPENED):
            return
        tag = found.action
        columns = target_of(request.scope)
        columns["resource_type"] = found.of or columns["resource_type"]
        if found.with_parameters:
            columns["details"]["parameters"] = parameters_of(request.scope)
        sent: Sent | None = request.scope.get(SENT)
        if sent is not None:
            columns["details"]["way"] = str(sent.way)
        origin = origin_of(request)
        key = (tag, origin.actor_id, origin.key_id, origin.session_id, sent and sent.way, _about(tag, columns))
        if self.recent.is_new(*key, each_time=found.each_time and not is_part):
            await self._write(request.scope, tag, origin, columns, name=True)
            self.recent.remember(*key)

    async def _refused(self, request: RequestContext, status: int) -> None:
        failed = status >= HTTPStatus.INTERNAL_SERVER_ERROR
        forbidden = status == HTTPStatus.FORBIDDEN
        wanted = request.changes_something and (status in _REFUSED or failed)
        if request.described or not (wanted or forbidden):
            return
        origin = origin_of(request)
        is_in = principal_of(HTTPConnection(request.scope)) is not None
        left_out = self.flood.lets_in(_sender(origin, status, is_in=is_in))
        if left_out is None:
            return
        columns = refusal(request, status)
        if left_out:
            columns["details"]["left_out"] = left_out
        try:
            tag = AuditTag.REQUEST_FAILED if failed else AuditTag.REQUEST_REFUSED
            await self._write(request.scope, tag, origin, columns)
        except Exception:
            log.exception("audit_row_lost", status=status)  # the answer has gone; nothing was changed

    async def _write(
        self, scope: Scope, tag: str, origin: Origin, columns: dict[str, Any], *, name: bool = False
    ) -> None:
        database: Database = HTTPConnection(scope).app.state.database
        if WRITER.found(database) is not None:
            async with system_transaction(database) as session:
                columns = await named(session, columns) if name else columns
                await log_event(session, tag=tag, origin=origin, **columns)


def _sender(origin: Origin, status: int, *, is_in: bool) -> Sender:
    """Return whose refusals are counted together: those of one account, key or address. Strangers for whom there is no
    place are many, with an address each, and nobody has heard of their request: all of them count as one. Whoever
    tries a key that lets nobody in must not use up what its rightful program may have written down.
    """
    if origin.key_id is not None and not is_in:
        return Sender(f"{origin.key_id} {origin.address}", status, is_stranger=True)
    if origin.actor_id is None:
        return Sender(None if status == HTTPStatus.SERVICE_UNAVAILABLE else origin.address, status, is_stranger=True)
    return Sender(origin.key_id or origin.actor_id, status)


def _about(tag: str, columns: dict[str, Any]) -> tuple[Any, ...]:
    """Return what is the same when somebody reads the same again."""
    by_route = columns["details"].get("route") if tag == AuditTag.ADMIN_READ else None
    return (columns["resource_type"], columns["resource_id"], by_route)
