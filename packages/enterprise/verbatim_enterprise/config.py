"""Settings: every ``VERBATIM_*`` variable that the plugin reads, in groups by feature.

No secret has a usable default. Groups read the environment by themselves, so that each variable has one flat name:
``enterprise_settings().auth.registration`` is ``VERBATIM_REGISTRATION``.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings

from verbatim_enterprise.adapters.storage.settings import StorageSettings
from verbatim_enterprise.alerts.settings import AlertSettings
from verbatim_enterprise.audit.settings import AuditSettings
from verbatim_enterprise.auth.oidc.settings import OidcSettings
from verbatim_enterprise.auth.settings import FirstAdminSettings
from verbatim_enterprise.host import RESTART, CommaSeparated, Group, KeySettings, SettingsError, begin_with
from verbatim_enterprise.license.settings import LicenseSettings
from verbatim_enterprise.llm.settings import LlmSettings
from verbatim_enterprise.rate_limits.settings import RateSettings
from verbatim_enterprise.retention.settings import RetentionSettings
from verbatim_enterprise.storage_locations.settings import LocationSettings
from verbatim_enterprise.users.names import EMAIL
from verbatim_enterprise.webhooks.settings import WebhookSettings

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Registration(StrEnum):
    """Who may make an account: nobody, anybody with an administrator's approval, or owners of listed domains."""

    CLOSED = "closed"
    APPROVAL = "approval"
    DOMAINS = "domains"


class AuthSettings(Group):
    """Accounts, sessions and the second factor."""

    title: ClassVar[str] = "Accounts and sessions"

    registration: Registration = Field(
        Registration.APPROVAL, description="closed, approval (by an administrator) or domains."
    )
    registration_domains: CommaSeparated = Field(
        (), description="E-mail domains, comma-separated, whose owners register without approval, by a link in a mail."
    )
    access_token_minutes: float = Field(15, gt=0, le=60, description="Life of an access token.")
    refresh_token_days: float = Field(7, gt=0, le=90, description="Longest pause after which a session goes on.")
    session_days: float = Field(30, gt=0, le=365, description="Longest session, however busy.")
    hash_processes: int = Field(
        0,
        ge=0,
        le=32,
        description="Processes that check passwords; 0: half as many as there are processors.",
        json_schema_extra=RESTART,
    )
    hash_queue: int = Field(
        32,
        ge=1,
        le=1000,
        description="Sign-ins that may wait for one of them; others get a 503.",
        json_schema_extra=RESTART,
    )
    mfa_required_roles: CommaSeparated = Field(
        (), description="Roles (admin, user, viewer), comma-separated, that must use a second factor."
    )

    @field_validator("registration_domains")
    @classmethod
    def _bare_domains(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(domain.removeprefix("@").casefold() for domain in value)

    @field_validator("mfa_required_roles")
    @classmethod
    def _known_roles(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := set(value) - {"admin", "user", "viewer"}:
            raise ValueError(f"there is no role {', '.join(sorted(unknown))}")
        return value

    def lists_domain_of(self, email: str) -> bool:
        """Say whether owners of this address may register without approval."""
        return email.rpartition("@")[2].casefold() in self.registration_domains

    @model_validator(mode="after")
    def _domains_are_listed(self) -> AuthSettings:
        if self.registration is Registration.DOMAINS and not self.registration_domains:
            raise ValueError("VERBATIM_REGISTRATION=domains needs VERBATIM_REGISTRATION_DOMAINS")
        return self


class MailSecurity(StrEnum):
    """How the connection to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class MailSettings(Group):
    """Sending mail. Without a host nothing is sent, and people pass links on by themselves."""

    title: ClassVar[str] = "Mail"

    mail_host: str = Field("", description="SMTP server; empty: no mail is sent.")
    mail_port: int = Field(587, ge=1, le=65535, description="Port of the SMTP server.")
    mail_security: MailSecurity = Field(
        MailSecurity.STARTTLS, description="starttls, tls (from the first byte) or none."
    )
    mail_username: str = Field("", description="User name at the SMTP server.")
    mail_password: SecretStr | None = Field(None, description="Password at the SMTP server.")
    mail_from: str = Field("", description="E-mail address that mails come from.")
    mail_from_name: str = Field(
        "", max_length=100, description="Name that mails come from; empty: that of this installation."
    )
    mail_timeout_seconds: float = Field(30, gt=0, le=600, description="Longest wait for an answer of the SMTP server.")

    @model_validator(mode="after")
    def _complete(self) -> MailSettings:
        if not self.mail_host:
            return self
        if not EMAIL.fullmatch(self.mail_from):
            raise ValueError("VERBATIM_MAIL_HOST needs VERBATIM_MAIL_FROM, an e-mail address")
        if any(ord(letter) < ord(" ") for letter in self.mail_from_name):
            raise ValueError("VERBATIM_MAIL_FROM_NAME must be one line of text")
        if self.mail_username and self.mail_security is MailSecurity.NONE and self.mail_host not in _LOCAL:
            raise ValueError("VERBATIM_MAIL_SECURITY=none would send the mail password in clear text")
        return self


class TeamCreation(StrEnum):
    """Who may make teams."""

    EVERYONE = "everyone"
    ADMINS = "admins"


class TeamSettings(Group):
    """Teams and invitations."""

    title: ClassVar[str] = "Teams and invitations"

    teams_creation: TeamCreation = Field(TeamCreation.EVERYONE, description="Who may make teams: everyone or admins.")
    invite_days: int = Field(7, ge=1, le=90, description="Days after which an invitation expires.")
    invite_new_accounts: bool = Field(
        True, description="Let invitations make accounts; otherwise they are for people who have one."
    )


class ApiKeySettings(Group):
    """API keys."""

    title: ClassVar[str] = "API keys"

    keys_max_days: int = Field(
        0, ge=0, le=3650, description="Longest life of an API key's secret in days, also of keys made before; 0: any."
    )
    keys_per_user: int = Field(50, ge=1, le=10_000, description="Working API keys that one person may have.")


class WebSettings(Group):
    """How people reach this server."""

    title: ClassVar[str] = "Address"

    public_url: str = Field(
        "",
        description="Address of this server as people type it, such as https://verbatim.example.org.",
        json_schema_extra=RESTART,
    )

    @field_validator("public_url")
    @classmethod
    def _an_origin(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
            raise ValueError("it must be an address such as https://verbatim.example.org, without a path")
        return f"{parts.scheme}://{parts.netloc}"


class EnterpriseSettings(BaseModel):
    """Everything the plugin can be told."""

    model_config = {"frozen": True}

    keys: KeySettings = Field(default_factory=KeySettings)
    first_admin: FirstAdminSettings = Field(default_factory=FirstAdminSettings)
    auth: AuthSettings = Field(default_factory=AuthSettings)
    oidc: OidcSettings = Field(default_factory=OidcSettings)
    mail: MailSettings = Field(default_factory=MailSettings)
    teams: TeamSettings = Field(default_factory=TeamSettings)
    api_keys: ApiKeySettings = Field(default_factory=ApiKeySettings)
    rates: RateSettings = Field(default_factory=RateSettings)
    web: WebSettings = Field(default_factory=WebSettings)

    alerts: AlertSettings = Field(default_factory=AlertSettings)
    llm: LlmSettings = Field(default_factory=LlmSettings)
    webhooks: WebhookSettings = Field(default_factory=WebhookSettings)
    retention: RetentionSettings = Field(default_factory=RetentionSettings)
    license: LicenseSettings = Field(default_factory=LicenseSettings)
    audit: AuditSettings = Field(default_factory=AuditSettings)
    storage: StorageSettings = Field(default_factory=StorageSettings)
    locations: LocationSettings = Field(default_factory=LocationSettings)

    @model_validator(mode="after")
    def _addresses_can_be_proven(self) -> EnterpriseSettings:
        refuse_unproven(lambda group: next(one for _, one in self if type(one) is group))
        return self


def refuse_unproven(group: Callable[[type[Any]], Any]) -> None:
    """Refuse that people register with an address which they cannot prove to be theirs."""
    if group(AuthSettings).registration is not Registration.DOMAINS:
        return
    if not (group(MailSettings).mail_host and group(WebSettings).public_url):
        raise ValueError(
            "VERBATIM_REGISTRATION=domains needs VERBATIM_MAIL_HOST and VERBATIM_PUBLIC_URL,"
            " because people prove their address by a link in a mail"
        )


def groups() -> list[type[BaseSettings]]:
    """Return the classes behind `EnterpriseSettings`, each with its own variables."""
    kinds = [field.annotation for field in EnterpriseSettings.model_fields.values()]
    own = [kind for kind in kinds if kind is not KeySettings]  # the core announces it
    return [kind for kind in own if isinstance(kind, type) and issubclass(kind, BaseSettings)]


def read_settings() -> EnterpriseSettings:
    """Read the environment anew.

    Raises:
        SettingsError: naming the first variable that is wrong. Values are left out, because some are secret.
    """
    try:
        return EnterpriseSettings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        where = f"VERBATIM_{name}" if name else "A setting"
        raise SettingsError(f"{where} cannot be used: {first['msg'].removeprefix('Value error, ')}.") from None


@cache
def enterprise_settings() -> EnterpriseSettings:
    """Return the settings of this process: read once, and following what an administrator sets."""
    read = read_settings()
    return EnterpriseSettings.model_construct(**{name: begin_with(group) for name, group in read})
