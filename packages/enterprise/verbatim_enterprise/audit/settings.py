"""What the audit log can be told."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from verbatim_enterprise.host import RESTART, Group, secret

SHORTEST_DAYS = 30
"""Whoever covers something up shall not be able to wait for it to be forgotten by tomorrow."""


class AuditSettings(Group):
    """The audit log."""

    title: ClassVar[str] = "Audit log"

    audit_retention_days: int = Field(
        0, ge=0, le=36_500, description="Days that rows of the audit log are kept, at least 30; 0: for ever."
    )
    audit_syslog_url: str = Field(
        "",
        description="Syslog receiver of every row, as tcp://host:601 or tls://host:6514; empty: none.",
        json_schema_extra=RESTART,
    )
    audit_syslog_ca: str = Field(
        "", description="File with the certificates that tls:// trusts; empty: the system's.", json_schema_extra=RESTART
    )
    audit_http_url: str = Field(
        "",
        description="HTTP collector that gets every row as JSON Lines; empty: none.",
        json_schema_extra=secret(**RESTART),
    )
    audit_http_token: SecretStr | None = Field(
        None, description="Bearer token for the HTTP collector.", json_schema_extra=RESTART
    )
    audit_seal_seconds: float = Field(
        2.0, gt=0, le=3600, description="Pause between two rounds of sealing the audit log."
    )

    @field_validator("audit_retention_days")
    @classmethod
    def _long_enough(cls, value: int) -> int:
        if 0 < value < SHORTEST_DAYS:
            raise ValueError(f"rows of the audit log are kept for at least {SHORTEST_DAYS} days")
        return value

    @field_validator("audit_syslog_url")
    @classmethod
    def _a_syslog_receiver(cls, value: str) -> str:
        return _checked(value, {"tcp", "tls"})

    @field_validator("audit_http_url")
    @classmethod
    def _a_collector(cls, value: str) -> str:
        return _checked(value, {"http", "https"})

    @model_validator(mode="after")
    def _one_way_in(self) -> AuditSettings:
        if self.audit_http_token is not None and "@" in urlsplit(self.audit_http_url).netloc:
            raise ValueError(
                "VERBATIM_AUDIT_HTTP_URL names a user and VERBATIM_AUDIT_HTTP_TOKEN is set too, but a request has "
                "only one of them: leave out user:password@ or the token"
            )
        return self


def _checked(value: str, schemes: set[str]) -> str:
    if value and (urlsplit(value).scheme not in schemes or not urlsplit(value).hostname):
        raise ValueError(
            f"it must be an address that begins with {' or '.join(f'{one}://' for one in sorted(schemes))}"
        )
    return value
