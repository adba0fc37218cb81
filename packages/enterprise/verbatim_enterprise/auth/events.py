"""What happens around signing in. None of it is told to open pages; the audit log keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim_enterprise.auth.resource import SESSION
from verbatim_enterprise.host import Event, Resource
from verbatim_enterprise.users.resource import USER


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event):
    """Somebody signed in. ``method`` is password, or oidc: and the provider."""

    event_name: ClassVar[str] = "session.started"
    subject: ClassVar[Resource | None] = SESSION
    announced: ClassVar[bool] = False
    session_id: str
    user_id: str
    method: str
    address: str | None


@dataclass(frozen=True, kw_only=True)
class SignInFailed(Event):
    """A sign-in was refused. ``user_id`` is null when nobody has that name."""

    event_name: ClassVar[str] = "session.refused"
    subject: ClassVar[Resource | None] = SESSION
    announced: ClassVar[bool] = False
    user_id: str | None
    reason: str
    address: str | None


@dataclass(frozen=True, kw_only=True)
class SessionEnded(Event):
    """A session ended before its time."""

    event_name: ClassVar[str] = "session.ended"
    subject: ClassVar[Resource | None] = SESSION
    announced: ClassVar[bool] = False
    session_id: str
    user_id: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SessionReplayed(Event):
    """A refresh token was used after its successor: somebody copied it. The session has been ended."""

    event_name: ClassVar[str] = "session.replayed"
    subject: ClassVar[Resource | None] = SESSION
    announced: ClassVar[bool] = False
    session_id: str
    user_id: str
    generation: int
    presented: int


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Event):
    """A password was changed; ``how`` is change, reset or rescue."""

    event_name: ClassVar[str] = "user.password_changed"
    subject: ClassVar[Resource | None] = USER
    announced: ClassVar[bool] = False
    user_id: str
    how: str


@dataclass(frozen=True, kw_only=True)
class ResetLinkMade(Event):
    """Somebody may set a new password through a link; ``by`` is the administrator who made it, if one did."""

    event_name: ClassVar[str] = "user.reset_link_made"
    subject: ClassVar[Resource | None] = USER
    announced: ClassVar[bool] = False
    user_id: str
    by: str | None


@dataclass(frozen=True, kw_only=True)
class Unlocked(Event):
    """An administrator let an account try again at once."""

    event_name: ClassVar[str] = "user.unlocked"
    subject: ClassVar[Resource | None] = USER
    announced: ClassVar[bool] = False
    user_id: str


@dataclass(frozen=True, kw_only=True)
class MfaChanged(Event):
    """A second factor was set up or taken away; ``state`` is enabled, disabled, reset or codes_renewed."""

    event_name: ClassVar[str] = "user.mfa_changed"
    subject: ClassVar[Resource | None] = USER
    announced: ClassVar[bool] = False
    user_id: str
    state: str


@dataclass(frozen=True, kw_only=True)
class IdentityLinked(Event):
    """An account can now be used through a provider."""

    event_name: ClassVar[str] = "user.identity_linked"
    subject: ClassVar[Resource | None] = USER
    announced: ClassVar[bool] = False
    user_id: str
    provider: str


@dataclass(frozen=True, kw_only=True)
class GroupsUntold(Event):
    """A provider did not tell all groups of somebody who signed in, so their roles were left as they are."""

    event_name: ClassVar[str] = "user.groups_untold"
    subject: ClassVar[Resource | None] = USER
    announced: ClassVar[bool] = False
    user_id: str
    provider: str
