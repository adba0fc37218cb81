"""`LicenseMiddleware`: turns away what would create or change something while the licence does not let it."""

from __future__ import annotations

from collections.abc import Awaitable

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from verbatim_enterprise.host import NotSignedInError, VerbatimError, error_response, principal_of
from verbatim_enterprise.license.allowed import SAFE, is_allowed
from verbatim_enterprise.license.states import Changes
from verbatim_enterprise.license.verdict import licenses_of


class LicenseMiddleware:
    """Runs behind sign-in. Reading costs nothing at all, everything else a look at a remembered verdict."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] in {"http", "websocket"} and scope.get("method") not in SAFE:
            return self._ask(scope, receive, send)
        return self.app(scope, receive, send)

    async def _ask(self, scope: Scope, receive: Receive, send: Send) -> None:
        error = await objection(HTTPConnection(scope))
        await (self.app if error is None else error_response(error))(scope, receive, send)


async def objection(connection: HTTPConnection) -> VerbatimError | None:
    """Return why the licence does not let a request or a websocket through, or None."""
    verdict = await licenses_of(connection).verdict()
    if verdict.row.changes is Changes.EVERYBODY or is_allowed(connection.scope):
        return None
    principal = principal_of(connection)
    if principal is None:
        return NotSignedInError(headers={"WWW-Authenticate": "Bearer"})
    return verdict.refusal(principal.id)
