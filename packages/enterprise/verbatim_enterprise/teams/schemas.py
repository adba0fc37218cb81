"""Teams on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, SecretStr, StringConstraints, model_validator

from verbatim_enterprise.host import OneLine, RequestBody, example
from verbatim_enterprise.teams.models import TeamRole
from verbatim_enterprise.teams.policy import TeamAction
from verbatim_enterprise.users.names import EmailAddress, Username
from verbatim_enterprise.users.schemas import DisplayName

Name = Annotated[str, OneLine, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Id = Annotated[str, Field(max_length=36)]


class TeamCreate(RequestBody, json_schema_extra=example({"name": "Research"})):
    """A new team. Whoever makes it owns it."""

    name: Name


class TeamUpdate(RequestBody, json_schema_extra=example({"name": "Research and press"})):
    """Another name."""

    name: Name


class TeamResponse(BaseModel):
    """A team. ``role`` is the caller's, null for an administrator who is no member; ``allowed`` is what the caller may
    do with it; ``is_default`` says whether the caller works in it unless they choose another.
    """

    id: str
    name: str
    role: str | None
    allowed: list[TeamAction]
    is_default: bool
    member_count: int
    created_at: datetime
    updated_at: datetime


class MemberAdd(RequestBody, json_schema_extra=example({"username": "grace", "role": "member"})):
    """Somebody with an account, by id, or by user name or e-mail address."""

    user_id: Id | None = None
    username: Annotated[str, Field(max_length=254)] | None = None
    role: TeamRole = TeamRole.MEMBER

    @model_validator(mode="after")
    def _one_way_to_say_who(self) -> MemberAdd:
        if (self.user_id is None) == (self.username is None):
            raise ValueError("name the person either by user_id or by username")
        return self


class MemberUpdate(RequestBody, json_schema_extra=example({"role": "admin"})):
    """Another role."""

    role: TeamRole


class MemberResponse(BaseModel):
    """A member of a team."""

    user_id: str
    username: str
    email: str
    display_name: str | None
    is_active: bool
    role: str
    joined_at: datetime


class TransferRequest(RequestBody, json_schema_extra=example({"user_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})):
    """Who becomes the owner; whoever hands over stays as an admin."""

    user_id: Id


class WorkspaceCreate(RequestBody, json_schema_extra=example({"name": "Interviews", "is_private": True})):
    """A new workspace."""

    name: Name
    is_private: bool = False


class WorkspaceUpdate(RequestBody, json_schema_extra=example({"name": "Interviews 2027"})):
    """Fields that are left out stay as they are."""

    name: Name | None = None
    is_private: bool | None = None
    is_default: bool | None = None


class WorkspaceResponse(BaseModel):
    """A part of a team's content."""

    id: str
    team_id: str
    name: str
    is_private: bool
    is_default: bool
    created_at: datetime
    updated_at: datetime


class WorkspaceMemberAdd(RequestBody, json_schema_extra=example({"user_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})):
    """A member of the team."""

    user_id: Id


class WorkspaceMembersResponse(BaseModel):
    """Who sees a private workspace."""

    items: list[MemberResponse]
    total: int


class WorkspacesResponse(BaseModel):
    """The workspaces of a team that the caller sees."""

    items: list[WorkspaceResponse]
    total: int


class InviteCreate(
    RequestBody, json_schema_extra=example({"email": "grace@example.org", "role": "member", "expires_in_days": 7})
):
    """An invitation; ``send`` mails it if the server can.

    A ``bound`` one works only for an account with its address; another one for whoever has the link. Left out, it is
    bound if it has an address.
    """

    email: EmailAddress | None = None
    bound: bool | None = None
    role: TeamRole = TeamRole.MEMBER
    expires_in_days: Annotated[int, Field(ge=1, le=90)] | None = None
    send: bool = True

    @model_validator(mode="after")
    def _bound_to_something(self) -> InviteCreate:
        if self.bound and self.email is None:
            raise ValueError("an invitation that is bound needs the e-mail address to which it is")
        return self


class InviteResponse(BaseModel):
    """An invitation as the team sees it. ``state`` is pending, accepted, expired or revoked."""

    id: str
    team_id: str
    email: str | None
    bound: bool
    role: str
    state: str
    created_by: str | None
    created_at: datetime
    sent_at: datetime | None
    expires_at: datetime
    accepted_at: datetime | None
    accepted_by: str | None


class InviteWithLink(InviteResponse):
    """An invitation at the moment it is made or renewed: the only one in which its token is known.

    ``link`` is null when the server was not told its own address (VERBATIM_PUBLIC_URL); its path is always
    ``/invite#<token>``. ``mail`` is queued, not_wanted or not_set_up.
    """

    token: str
    link: str | None
    mail: str


class InviteLookup(BaseModel):
    """What somebody who holds an invitation may know before accepting it.

    ``needs`` says what accepting takes: nothing more (``accept``), to sign in (``sign_in``), or a user name and a
    password (``account``).
    """

    team_id: str
    team_name: str
    role: str
    email: str | None
    bound: bool
    invited_by: str | None
    expires_at: datetime
    needs: str


class InviteAccept(
    RequestBody,
    json_schema_extra=example(
        {"username": "grace", "email": "grace@example.org", "password": "correct horse battery staple"}
    ),
):
    """Accept, signed in or as somebody new.

    ``use_current_account`` says that an invitation sent to another address, and not bound to it, is meant for the
    account signed in.
    """

    use_current_account: bool = False
    username: Username | None = None
    email: EmailAddress | None = None
    display_name: DisplayName | None = None
    password: Annotated[SecretStr, Field(max_length=1024)] | None = None


class InviteAccepted(BaseModel):
    """Who is a member of what now. ``new_account`` says that they can sign in with the password they chose."""

    team_id: str
    team_name: str
    user_id: str
    username: str
    role: str
    new_account: bool
