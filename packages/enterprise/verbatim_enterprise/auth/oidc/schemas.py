"""Single sign-on on the wire, where it is more than a way in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from verbatim_enterprise.host import RequestBody, ShownJson, example

_Short = Annotated[str, StringConstraints(max_length=4096)]


class ProviderResponse(BaseModel):
    """A sign-in provider as the settings describe it, without its secret. ``groups`` counts the mappings."""

    id: str
    name: str
    issuer: str
    redirect_uri: str | None = Field(
        description="What the provider has to allow as an address to lead back to; null while the server does not know "
        "its own, which VERBATIM_PUBLIC_URL tells."
    )
    scopes: str
    email_claim: str
    trust_email: bool
    create_users: bool
    second_factor: bool
    groups_claim: str | None
    groups: int


class ProviderListResponse(BaseModel):
    """The providers of this installation."""

    items: list[ProviderResponse]


class OidcTestBegun(BaseModel):
    """Where the browser goes to try a provider out."""

    url: str


class OidcTestResult(
    RequestBody, json_schema_extra=example({"code": "code-of-the-provider", "state": "state-of-this-test"})
):
    """What the provider sent back to the page."""

    code: _Short | None = None
    state: _Short
    iss: _Short | None = None
    error: _Short | None = None


class AccountOfTest(BaseModel):
    """The account that the sign-in leads to, as it would be afterwards."""

    username: str
    email: str
    display_name: str | None
    role: str


class TeamOfTest(BaseModel):
    """A team the account would be in, and as what."""

    id: str
    name: str
    role: str


class ReasonOfTest(BaseModel):
    """Why nobody would be signed in."""

    code: str
    detail: str


class OidcTestResponse(BaseModel):
    """What a provider tells of somebody, how it is read here, and what a sign-in would do. Nothing of it was done.

    ``email_checked`` is null where the provider does not say it. ``groups`` is null where they mean nothing here;
    ``groups_untold`` says that the provider did not tell them, so that roles stay as they are.
    """

    claims: ShownJson
    userinfo_missing: bool
    subject: str
    username: str
    name: str
    email: str | None
    email_checked: bool | None
    groups: list[str] | None
    groups_untold: bool
    outcome: Literal["signs_in", "creates_account", "refused"]
    reason: ReasonOfTest | None = None
    account: AccountOfTest | None = None
    teams: list[TeamOfTest] = []
    second_factor: bool = Field(default=False, description="Whether this server would ask for a second factor.")
