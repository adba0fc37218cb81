"""Settings of single sign-on."""

from __future__ import annotations

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import BaseModel, Field, HttpUrl, SecretStr, field_validator

from verbatim_enterprise.host import RESTART, Group

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class GroupMapping(BaseModel):
    """Members of a provider's group get a role in a team, or in the installation.

    ``team`` is the team's id. A name would give whoever makes a team of that name the provider's people, or the other
    way round.
    """

    group: str
    team: str | None = None
    role: Literal["viewer", "member", "admin", "owner"] = "member"
    installation_role: Literal["viewer", "user", "admin"] | None = None

    @field_validator("team")
    @classmethod
    def _an_id(cls, value: str | None) -> str | None:
        try:
            return None if value is None else str(UUID(value))
        except ValueError:
            raise ValueError(
                "a group's team must be the id of a team, which GET /api/teams tells, and not its name"
            ) from None


class OidcProviderSettings(BaseModel):
    """One OpenID Connect provider. ``issuer`` must be exactly what the provider calls itself."""

    id: str = Field(pattern="^[a-z0-9-]{1,32}$")
    name: str
    issuer: str
    client_id: str
    client_secret: SecretStr | None = None
    client_auth: Literal["client_secret_basic", "client_secret_post"] | None = None
    """How the secret is sent, where the provider's metadata do not say it rightly."""
    scopes: str = "openid email profile"
    email_claim: str = Field("email", min_length=1)
    """Where the address stands, for example ``upn``."""
    trust_email: bool = False
    """Whether an address counts as checked of which the provider does not say whether it is."""
    create_users: bool = True
    second_factor: bool = False
    """Whether the provider's own sign-in counts as a second factor."""
    groups_claim: str | None = None
    groups: tuple[GroupMapping, ...] = ()

    @field_validator("issuer")
    @classmethod
    def _over_tls(cls, value: str) -> str:
        url = HttpUrl(value)
        if url.scheme != "https" and (url.host or "").strip("[]") not in _LOCAL:
            raise ValueError("an issuer's address must begin with https://")
        return value


class OidcSettings(Group):
    """Single sign-on."""

    title: ClassVar[str] = "Single sign-on"

    oidc_providers: tuple[OidcProviderSettings, ...] = Field(
        (),
        description="OpenID Connect providers, as a JSON list of {id, name, issuer, client_id, client_secret, …}.",
        json_schema_extra=RESTART,
    )

    @field_validator("oidc_providers")
    @classmethod
    def _one_of_each(cls, value: tuple[OidcProviderSettings, ...]) -> tuple[OidcProviderSettings, ...]:
        if len({provider.id for provider in value}) != len(value):
            raise ValueError("two providers have the same id")
        return value
