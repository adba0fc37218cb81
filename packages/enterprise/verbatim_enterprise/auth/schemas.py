"""Signing in on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr, StringConstraints

from verbatim_enterprise.host import RequestBody, example
from verbatim_enterprise.users.names import EmailAddress, Username
from verbatim_enterprise.users.schemas import DisplayName

AnyPassword = Annotated[SecretStr, Field(max_length=1024)]
"""A password as typed. Which are allowed for new ones is in `passwords`."""

Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=6, max_length=64)]
OpaqueToken = Annotated[str, StringConstraints(max_length=4096)]


class LoginRequest(
    RequestBody, json_schema_extra=example({"username": "ada", "password": "correct horse battery staple"})
):
    """``username`` may also be the e-mail address. ``email`` may come along, as from a program that signs in with what
    it has just registered; it is the name that counts.
    """

    username: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=254)]
    email: Annotated[str, StringConstraints(max_length=254)] | None = None
    password: AnyPassword


class TokenResponse(BaseModel):
    """Signed in. Browsers use the cookies that came along; the tokens are for programs."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - the kind of token, not one
    expires_at: datetime
    refresh_token: str
    refresh_expires_at: datetime
    recovery_codes: list[str] | None = None


class MfaNeeded(BaseModel):
    """The password was right; next comes ``POST /api/auth/mfa``, with ``mfa_setup`` after ``/api/auth/mfa/setup``."""

    mfa_required: Literal[True] = True
    mfa_token: str
    mfa_setup: bool


class RegisterRequest(
    RequestBody,
    json_schema_extra=example(
        {
            "username": "ada",
            "email": "ada@example.org",
            "password": "correct horse battery staple",
            "display_name": "Ada Lovelace",
        }
    ),
):
    """A new account. ``setup_token`` is for the first one, which administers the server."""

    username: Username
    email: EmailAddress
    password: AnyPassword
    display_name: DisplayName | None = None
    setup_token: OpaqueToken | None = None


class AccountResponse(BaseModel):
    """An account as its owner sees it."""

    id: str
    username: str
    email: str
    display_name: str | None = None
    role: str
    is_active: bool


class SetupState(BaseModel):
    """``setup_required``: nobody administers this server yet. ``token_required``: whoever wants to needs the set-up
    token, so it is the same.

    ``registration_domains`` are those whose owners may register by themselves. ``sends_mail``: links to choose a new
    password come by mail; otherwise an administrator makes them.
    """

    setup_required: bool
    token_required: bool
    registration: str
    registration_domains: list[str]
    sends_mail: bool


class RefreshRequest(RequestBody, json_schema_extra=example({"refresh_token": "the token of the last answer"})):
    """Browsers leave the body out: their cookie holds the token."""

    refresh_token: OpaqueToken | None = None


class TeamOfCaller(BaseModel):
    """A team the caller is in, and as what."""

    id: str
    name: str
    role: str


class MeResponse(AccountResponse):
    """Who is signed in, where they belong and what this request may do."""

    teams: list[TeamOfCaller]
    team_id: str | None
    workspace_id: str | None
    default_team_id: str | None
    permissions: list[str]
    mfa_enabled: bool
    mfa_required: bool
    has_password: bool
    identities: list[str]
    session_id: str
    may_create_teams: bool
    created_at: datetime
    last_sign_in_at: datetime | None


class ProfileUpdate(RequestBody, json_schema_extra=example({"display_name": "Ada Lovelace"})):
    """What people change about themselves. The address stays: invitations and links trust it."""

    display_name: DisplayName | None


class TeamChoice(RequestBody, json_schema_extra=example({"team_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})):
    """The team to work in from now on."""

    team_id: Annotated[str, StringConstraints(max_length=36)]


class WorkspaceChoice(RequestBody, json_schema_extra=example({"workspace_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})):
    """The workspace to work in from now on; null is the whole team."""

    workspace_id: Annotated[str, StringConstraints(max_length=36)] | None


class AccessResponse(BaseModel):
    """A new access token of the same session."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - as above
    expires_at: datetime
    team_id: str | None


class PasswordChange(
    RequestBody,
    json_schema_extra=example(
        {"current_password": "correct horse battery staple", "new_password": "seven green gates by the river"}
    ),
):
    """``current_password`` may be left out by accounts that have none yet."""

    current_password: AnyPassword | None = None
    new_password: AnyPassword


class ResetRequest(RequestBody, json_schema_extra=example({"username": "ada@example.org"})):
    """Who forgot their password: user name or e-mail address."""

    username: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=254)]


class ResetConfirm(
    RequestBody,
    json_schema_extra=example({"token": "the token of the link", "new_password": "seven green gates by the river"}),
):
    """A new password by the link's token."""

    token: OpaqueToken
    new_password: AnyPassword


class ResetLink(BaseModel):
    """A link to pass on. It is shown once."""

    url: str
    token: str
    expires_at: datetime


class SessionResponse(BaseModel):
    """A signed-in device."""

    id: str
    method: str
    address: str | None
    user_agent: str | None
    second_factor: bool
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    is_current: bool


class SessionList(BaseModel):
    """Everything somebody is signed in with."""

    items: list[SessionResponse]
    total: int


class MfaState(BaseModel):
    """How an account stands with its second factor."""

    enabled: bool
    required: bool
    recovery_codes_left: int


class MfaLogin(RequestBody, json_schema_extra=example({"code": "123456"})):
    """The second step of signing in: a code of the authenticator app, or a recovery code."""

    code: Code
    mfa_token: OpaqueToken | None = None


class MfaSetupRequest(RequestBody, json_schema_extra=example({"password": "correct horse battery staple"})):
    """Signed in: with the password. Before that: with the token of the first step."""

    password: AnyPassword | None = None
    mfa_token: OpaqueToken | None = None


class MfaSetupResponse(BaseModel):
    """What the authenticator app needs: a code to scan, or a secret to type."""

    secret: str
    otpauth_url: str
    qr_svg: str


class MfaCode(RequestBody, json_schema_extra=example({"code": "123456"})):
    """A code of the authenticator app."""

    code: Code


class MfaChange(RequestBody, json_schema_extra=example({"password": "correct horse battery staple", "code": "123456"})):
    """Delicate changes ask for both."""

    password: AnyPassword | None = None
    code: Code


class RecoveryCodes(BaseModel):
    """Shown once. Each replaces the second factor one time."""

    recovery_codes: list[str]


class OidcLink(BaseModel):
    """Where the browser goes to link an identity."""

    url: str
