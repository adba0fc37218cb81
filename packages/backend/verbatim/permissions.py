"""Who may do what: the one list of permissions, the roles made of them, and how a route declares its own.

Every route carries exactly one of ``requires(Permission.X)``, ``any_user()`` and ``public()``;
`verbatim.app.create_app` refuses to start with a route that has none of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from fastapi import Depends, Request

from verbatim.core.auth import Principal, principal_of
from verbatim.core.errors import ForbiddenError, NotSignedInError


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
    SYSTEM_ADMIN = "system:admin"


class Role(StrEnum):
    """What somebody is to the installation."""

    ADMIN = "admin"
    USER = "user"
    VIEWER = "viewer"


_READ = frozenset(permission for permission in Permission if permission.endswith(":read")) - {Permission.AUDIT_READ}
_CONTENT = frozenset(
    permission
    for permission in Permission
    if permission.split(":")[0] in {"recording", "transcript", "project", "document", "conversation", "llm"}
)

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(Permission),
    Role.USER: _CONTENT,
    Role.VIEWER: _READ,
}


class AccessRule:
    """The dependency that a route's declaration turns into.

    ``permission`` is None where none is needed; ``anonymous`` says whether such a route also serves strangers, and
    ``delegates`` which permission opens it to those who act only by permissions.
    """

    def __init__(
        self, permission: Permission | None, *, anonymous: bool = False, delegates: Permission | None = None
    ) -> None:
        self.permission = permission
        self.anonymous = anonymous
        self.delegates = delegates

    # async, because FastAPI runs plain callables in a thread
    async def __call__(self, request: Request) -> None:
        if self.permission is not None:
            demand(request, self.permission)
        elif not self.anonymous:
            principal = signed_in(request)
            if principal.is_delegate and self.delegates not in principal.permissions:
                raise ForbiddenError


def demand(request: Request, permission: Permission) -> None:
    """Insist on a further permission inside a route, where the need for it depends on the request.

    Raises:
        NotSignedInError: nobody is signed in.
        ForbiddenError: the caller may not do this.
    """
    if permission not in signed_in(request).permissions:
        raise ForbiddenError


def requires(permission: Permission) -> Any:
    """Declare that a route needs `permission`."""
    return Depends(AccessRule(permission))


def public() -> Any:
    """Declare that anybody may call a route, signed in or not."""
    return Depends(AccessRule(None, anonymous=True))


def any_user(*, delegates: Permission | None = None) -> Any:
    """Declare that whoever is signed in may call a route: it shows or changes only what is the caller's own, or decides
    by itself.

    Whoever merely acts for somebody (`Principal.is_delegate`) may not, or only with the permission ``delegates``.
    """
    return Depends(AccessRule(None, delegates=delegates))


def signed_in(request: Request) -> Principal:
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
