"""What the log knows of the request at hand: who sends it, from where, and what it has said about it so far."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from starlette.requests import HTTPConnection
from starlette.types import Scope

from verbatim_enterprise.audit.tags import ActorType
from verbatim_enterprise.auth.provider import Recognized, recognized
from verbatim_enterprise.auth.recalled import RecalledPrincipal
from verbatim_enterprise.host import Effect, Principal, Service, acting_for, declared_by, principal_of

if TYPE_CHECKING:
    from verbatim_enterprise.audit.service import AuditWriter

WRITER: Final[Service[AuditWriter]] = Service("audit_writer")
"""What writes rows: where there is one, changes are looked at."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass
class RequestContext:
    """One request. ``changed`` says that a row of it has been committed, ``described`` that one tells how it ended;
    ``over`` that it has been answered.
    """

    scope: Scope
    changed: bool = False
    described: bool = False
    over: bool = False

    @property
    def changes_something(self) -> bool:
        if self.is_socket:
            return declared_by(self.scope).effect is not Effect.READ
        return self.scope["method"] not in SAFE_METHODS

    @property
    def is_socket(self) -> bool:
        """Whether it is a websocket, which may change something more than once."""
        return bool(self.scope["type"] == "websocket")

    @property
    def is_in_a_route(self) -> bool:
        """Whether a route has begun to answer: what was written before is the server's own book-keeping."""
        return "endpoint" in self.scope


@dataclass(frozen=True)
class Origin:
    """Who did it, and from where: columns of a row."""

    actor_type: ActorType = ActorType.SYSTEM
    actor_id: str | None = None
    actor_name: str | None = None
    team_id: str | None = None
    address: str | None = None
    user_agent: str | None = None
    request_id: str | None = None
    session_id: str | None = None
    key_id: str | None = None
    also: Mapping[str, Any] = field(default_factory=dict)


_request: ContextVar[RequestContext | None] = ContextVar("verbatim_audit_request", default=None)


def current_request() -> RequestContext | None:
    """Return the request that is being answered here; None in jobs, commands and the server's own tasks."""
    context = _request.get()
    return None if context is None or context.over else context


def enter_request(context: RequestContext) -> Any:
    """Make this the request at hand; returns what `leave_request` takes."""
    return _request.set(context)


def leave_request(token: Any) -> None:
    """End what `enter_request` began."""
    _request.reset(token)


def origin_of(context: RequestContext | None) -> Origin:
    """Return who sends the request at hand. Without one the server itself acts."""
    if context is None:
        return _absent(acting_for.get())
    connection = HTTPConnection(context.scope)
    place: dict[str, Any] = {
        "address": connection.client.host[:64] if connection.client else None,
        "user_agent": connection.headers.get("user-agent"),
        "request_id": context.scope.get("verbatim.request_id"),
    }
    principal = principal_of(connection)
    if principal is None:
        return _turned_away(Origin(ActorType.ANONYMOUS, **place), recognized(connection))
    session, key = getattr(principal, "session", None), getattr(principal, "key", None)
    account = session or key
    return Origin(
        ActorType.KEY if key is not None else ActorType.USER,
        actor_id=principal.id,
        actor_name=account.username if account is not None else principal.name,
        team_id=getattr(principal, "team_id", None),
        session_id=session.id if session is not None else None,
        key_id=key.id if key is not None else None,
        also=_name_of_key(key.name) if key is not None else {},
        **place,
    )


def _turned_away(stranger: Origin, who: Recognized | None) -> Origin:
    """Return who is known by their token and was not let in: it names a team that is not theirs, or comes from where
    their key does not work.
    """
    if who is None:
        return stranger
    return replace(
        stranger,
        actor_type=ActorType.USER if who.key_id is None else ActorType.KEY,
        actor_id=who.user_id,
        actor_name=who.username,
        session_id=who.session_id,
        key_id=who.key_id,
        also={} if who.key_name is None else _name_of_key(who.key_name),
    )


def _absent(principal: Principal | None) -> Origin:
    """Return for whom a job works; nobody's is the server's own."""
    if not isinstance(principal, RecalledPrincipal):
        return Origin()
    key = principal.key
    return Origin(
        ActorType.USER if key is None else ActorType.KEY,
        actor_id=principal.id,
        actor_name=principal.username,
        team_id=principal.team_id,
        key_id=None if key is None else key.id,
        also={} if key is None else _name_of_key(key.name),
    )


def _name_of_key(name: str) -> dict[str, str]:
    return {"key_name": name}
