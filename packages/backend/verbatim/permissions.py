"""Who may do what: the one list of permissions, the roles made of them, and how a route declares its own.

Every route carries exactly one of ``requires(Permission.X)``, ``any_user()`` and ``public()``;
`verbatim.app.create_app` refuses to start with a route that has none of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from fastapi import Depends
from starlette.requests import HTTPConnection

from verbatim.core.auth import DEMANDED, Principal, principal_of
from verbatim.core.effects import AuditedRead, Declaration, Effect
from verbatim.core.errors import ForbiddenError, NotSignedInError
from verbatim.core.queries import refuse_unknown_query


class Permission(StrEnum):
    """One thing somebody may do."""

    RECORDING_CREATE = "recording:create"
    RECORDING_READ = "recording:read"
    RECORDING_UPDATE = "recording:update"
    RECORDING_DELETE = "recording:delete"
    TRANSCRIPT_READ = "transcript:read"
    TRANSCRIPT_UPDATE = "transcript:update"
    PROJECT_CREATE = "project:create"
    PROJECT_READ = "project:read"
    PROJECT_UPDATE = "project:update"
    PROJECT_DELETE = "project:delete"
    DOCUMENT_CREATE = "document:create"
    DOCUMENT_READ = "document:read"
    DOCUMENT_UPDATE = "document:update"
    DOCUMENT_DELETE = "document:delete"
    CONVERSATION_CREATE = "conversation:create"
    CONVERSATION_READ = "conversation:read"
    CONVERSATION_UPDATE = "conversation:update"
    CONVERSATION_DELETE = "conversation:delete"
    LLM_USE = "llm:use"
    TEAM_MANAGE = "team:manage"
    USER_MANAGE = "user:manage"
    APIKEY_MANAGE = "apikey:manage"
    WEBHOOK_MANAGE = "webhook:manage"
    AUDIT_READ = "audit:read"
    SETTINGS_MANAGE = "settings:manage"
    LICENSE_MANAGE = "license:manage"
    SYSTEM_OPERATE = "system:operate"
    SYSTEM_ADMIN = "system:admin"


class Role(StrEnum):
    """What somebody is to the installation. Beside administrators there are those who do a part of their work."""

    ADMIN = "admin"
    USER_MANAGER = "user_manager"
    AUDITOR = "auditor"
    OPERATOR = "operator"
    USER = "user"
    VIEWER = "viewer"


_READ = frozenset(permission for permission in Permission if permission.endswith(":read")) - {Permission.AUDIT_READ}
_CONTENT = frozenset(
    permission
    for permission in Permission
    if permission.split(":")[0] in {"recording", "transcript", "project", "document", "conversation", "llm"}
)

ADMINISTRATIVE = frozenset(
    {
        Permission.AUDIT_READ,
        Permission.USER_MANAGE,
        Permission.LICENSE_MANAGE,
        Permission.SETTINGS_MANAGE,
        Permission.SYSTEM_OPERATE,
        Permission.SYSTEM_ADMIN,
    }
)
"""With these somebody looks at the whole installation, and every look is written down."""

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(Permission),
    Role.USER_MANAGER: _CONTENT | {Permission.USER_MANAGE},
    Role.AUDITOR: _CONTENT | {Permission.AUDIT_READ},
    Role.OPERATOR: _CONTENT | {Permission.SYSTEM_OPERATE},
    Role.USER: _CONTENT,
    Role.VIEWER: _READ,
}


class AccessRule:
    """The dependency that a route's declaration turns into.

    ``permission`` is None where none is needed; ``anonymous`` says whether such a route also serves strangers, and
    ``delegates`` which permission opens it to those who act only by permissions. ``declaration`` is what a call does.
    """

    def __init__(
        self,
        permission: Permission | None,
        *,
        anonymous: bool = False,
        delegates: Permission | None = None,
        any_query: bool = False,
        declaration: Declaration | None = None,
    ) -> None:
        self.permission = permission
        self.anonymous = anonymous
        self.delegates = delegates
        self.any_query = any_query
        self.declaration = declaration or Declaration()

    # async, because FastAPI runs plain callables in a thread
    async def __call__(self, request: HTTPConnection) -> None:
        if self.permission is not None:
            demand(request, self.permission)
        elif not self.anonymous:
            principal = signed_in(request)
            if principal.is_delegate and self.delegates not in principal.permissions:
                raise refusal_of(principal, self.delegates)
        if not self.any_query:
            refuse_unknown_query(request)


def demand(request: HTTPConnection, permission: Permission) -> None:
    """Insist on a further permission inside a route, where the need for it depends on the request.

    Raises:
        NotSignedInError: nobody is signed in.
        ForbiddenError: the caller may not do this.
    """
    principal = signed_in(request)
    if permission not in principal.permissions:
        raise refusal_of(principal, permission)
    request.scope.setdefault(DEMANDED, set()).add(permission)


def refusal_of(principal: Principal, permission: Permission | None) -> ForbiddenError:
    """Return why somebody may not: what is lacking is a person's role, a key's scope, or the role of a key's owner."""
    if not principal.is_delegate:
        return ForbiddenError(f"Your role does not allow this; it needs {permission}.")
    if permission is None:
        return ForbiddenError("This is for people who sign in; no API key may do it.")
    if permission in principal.lent:
        return ForbiddenError(f"This API key has the scope {permission}, but the role of its owner does not allow it.")
    return ForbiddenError(f"This API key lacks the scope {permission}.")


def requires(
    permission: Permission, *, effect: Effect | None = None, audited: AuditedRead | None = None, note: str = ""
) -> Any:
    """Declare that a route needs `permission`; ``effect`` and ``audited`` where a call does not what its method says,
    or is written down when it reads, see `declares`.
    """
    return Depends(AccessRule(permission, declaration=Declaration(effect, audited, note)))


def public(*, any_query: bool = False, effect: Effect | None = None, note: str = "") -> Any:
    """Declare that anybody may call a route, signed in or not. ``any_query``: others add to its query as they like."""
    return Depends(AccessRule(None, anonymous=True, any_query=any_query, declaration=Declaration(effect, note=note)))


def any_user(*, delegates: Permission | None = None, effect: Effect | None = None) -> Any:
    """Declare that whoever is signed in may call a route: it shows or changes only what is the caller's own, or decides
    by itself.

    Whoever merely acts for somebody (`Principal.is_delegate`) may not, or only with the permission ``delegates``.
    """
    return Depends(AccessRule(None, delegates=delegates, declaration=Declaration(effect)))


def signed_in(request: HTTPConnection) -> Principal:
    """Return who is calling.

    Raises:
        NotSignedInError: nobody is.
    """
    principal = principal_of(request)
    if principal is None:
        raise not_signed_in()
    return principal


def not_signed_in() -> NotSignedInError:
    """Return the refusal of somebody whom a route does not know."""
    return NotSignedInError(headers={"WWW-Authenticate": "Bearer"})
