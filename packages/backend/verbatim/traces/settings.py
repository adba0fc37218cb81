"""Settings of traces."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator

from verbatim.core.settings.group import ENVIRONMENT, Group


class TraceSettings(Group):
    """Where spans go. Only the environment says so: whoever could set it in a browser could reach inner addresses."""

    title: ClassVar[str] = "Traces"

    traces_endpoint: str = Field(
        "",
        description="Address of an OpenTelemetry collector (OTLP over HTTP), such as http://collector:4318. Empty: no "
        "traces are made.",
        json_schema_extra=ENVIRONMENT,
    )
    traces_headers: SecretStr | None = Field(
        None,
        description="Headers for the collector, such as authorization=Bearer abc, several separated by commas.",
        json_schema_extra=ENVIRONMENT,
    )

    @field_validator("traces_endpoint")
    @classmethod
    def _an_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username):
            raise ValueError("it must be an address such as http://collector:4318")
        return value.rstrip("/")

    @field_validator("traces_headers")
    @classmethod
    def _names_and_values(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            _pairs(value.get_secret_value())
        return value

    @property
    def headers(self) -> dict[str, str]:
        return _pairs(self.traces_headers.get_secret_value()) if self.traces_headers else {}


def _pairs(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in filter(None, text.split(",")):
        name, is_there, value = part.partition("=")
        if not is_there or not name.strip().replace("-", "").isalnum() or not value.isprintable():
            raise ValueError("it must be name=value, several separated by commas")
        found[name.strip()] = value.strip()
    return found
