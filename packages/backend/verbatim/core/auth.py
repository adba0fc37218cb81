"""Identity: who is calling, and in which scope of ownership. What they may do is declared on the routes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from verbatim.core.errors import VerbatimError, error_response
from verbatim.core.ownership import AnyScope, Unscoped, use_scope

if TYPE_CHECKING:
    from verbatim.core.db import Database

DEMANDED: Final = "verbatim.demanded"
"""Where in its scope a request has the permissions that its route has insisted on so far."""


async def _always() -> bool:
    return True


async def _nobody() -> Principal | None:
    return None


@dataclass(frozen=True)
class Principal:
    """Somebody who was identified.

    ``is_current`` tells whether that still holds. What outlives its request, such as a stream of events, asks every few
    seconds and ends when it does not. ``renewed`` tells who the caller of the same request would be by now, in the same
    place; None when they would not be let in.

    ``is_delegate``: a program that was lent some of somebody's permissions and is not that person; where no permission
    is asked for, it gets in only if the route says so. ``lent`` are those permissions, whether or not their owner has
    them now.

    ``known_by`` is what work that outlives the request keeps, to ask `AuthProvider.recall` who they are by then.
    """

    id: str
    name: str
    permissions: frozenset[str]
    scope: AnyScope
    is_current: Callable[[], Awaitable[bool]] = field(default=_always, compare=False, repr=False)
    renewed: Callable[[], Awaitable[Principal | None]] = field(default=_nobody, compare=False, repr=False)
    is_delegate: bool = False
    lent: frozenset[str] = frozenset()
    known_by: Mapping[str, str | None] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class AuthDescription:
    """How a server wants people to sign in. ``methods`` are drawn by the web app in this order; ``schemes`` say, in
    OpenAPI's terms and by name, how a request shows who sends it: any one of them does.
    """

    required: bool
    methods: tuple[dict[str, Any], ...] = field(default=())
    schemes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class AuthProvider(Protocol):
    """Interface ``auth``: finds out who is calling."""

    def describe(self) -> AuthDescription: ...

    async def authenticate(self, connection: HTTPConnection) -> Principal | None:
        """Return the caller, or None when nobody is signed in. Errors are raised as `VerbatimError`."""

    async def recall(
        self, database: Database, known_by: Mapping[str, str | None], *, changes: bool = False
    ) -> Principal | None:
        """Return somebody who called earlier, in the same place, with what they may do now; None when they would not be
        let in any more. ``changes``: for something that neither reads nor deletes.

        Raises:
            VerbatimError: nobody, or not they, may change anything now.
        """


class NoAuthProvider:
    """Single-user mode: whoever reaches the address is the one user and may do everything."""

    def __init__(self, permissions: frozenset[str]) -> None:
        self._principal = Principal(id="local", name="You", permissions=permissions, scope=Unscoped())

    def describe(self) -> AuthDescription:
        return AuthDescription(required=False)

    async def authenticate(self, connection: HTTPConnection) -> Principal | None:  # noqa: ARG002 - interface
        return self._principal

    async def recall(
        self,
        database: Database,  # noqa: ARG002 - interface
        known_by: Mapping[str, str | None],  # noqa: ARG002 - interface
        *,
        changes: bool = False,  # noqa: ARG002 - interface
    ) -> Principal | None:
        return self._principal


acting_for: ContextVar[Principal | None] = ContextVar("verbatim_acting_for", default=None)
"""In a job that does what somebody asked for: who that is, for whoever keeps a record of it."""


def principal_of(connection: HTTPConnection) -> Principal | None:
    """Return who is calling, or None."""
    return principal_in(connection.scope)


def principal_in(scope: Mapping[str, Any]) -> Principal | None:
    """Return who sends the request with this scope, or None."""
    principal: Principal | None = scope.get("verbatim.principal")
    return principal


class IdentityMiddleware:
    """Asks the auth provider who is calling and enters their scope for the length of the request."""

    def __init__(self, app: ASGIApp, *, provider: AuthProvider) -> None:
        self.app = app
        self.provider = provider

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        try:
            principal = await self.provider.authenticate(HTTPConnection(scope))
        except VerbatimError as error:
            await error_response(error)(scope, receive, send)
            return
        scope["verbatim.principal"] = principal
        if principal is None:
            await self.app(scope, receive, send)
            return
        with use_scope(principal.scope):
            await self.app(scope, receive, send)
