"""Settings of the licence."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field, SecretStr, field_validator

from verbatim_enterprise.host import ENVIRONMENT, Group


class LicenseMode(StrEnum):
    """Which licences a server takes: real ones only, or test licences too."""

    PRODUCTION = "production"
    TEST = "test"


class LicenseSettings(Group):
    """The licence of this installation."""

    title: ClassVar[str] = "Licence"

    license_mode: LicenseMode = Field(
        LicenseMode.PRODUCTION,
        description="production, or test to take test licences too; pages then say so.",
        json_schema_extra=ENVIRONMENT,
    )
    license_key: SecretStr | None = Field(
        None,
        description="The licence, in place of one uploaded in the browser; of the two the one issued later counts.",
        json_schema_extra=ENVIRONMENT,
    )

    @field_validator("license_key", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @property
    def takes_test_licenses(self) -> bool:
        return self.license_mode is LicenseMode.TEST

    @property
    def key_text(self) -> str | None:
        """Return the licence as it was given, or None."""
        return self.license_key.get_secret_value() if self.license_key is not None else None
