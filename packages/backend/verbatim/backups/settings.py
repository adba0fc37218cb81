"""Settings of backups."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, SecretStr, field_validator

from verbatim.core.secret_key import weakness
from verbatim.core.settings.group import ENVIRONMENT, Group


class BackupSettings(Group):
    """Where backups go, and how often. The folder must be another disk's, or better another machine's."""

    title: ClassVar[str] = "Backups"

    backup_to: str | None = Field(
        None,
        description="Folder for backups, or a bucket such as s3://backups/verbatim. With it a server takes them by "
        "itself; on several machines name it on one.",
        json_schema_extra=ENVIRONMENT,
    )
    backup_every_hours: float = Field(
        24, gt=0, le=24 * 366, description="Hours between two backups.", json_schema_extra=ENVIRONMENT
    )
    backup_prove_every_hours: float = Field(
        168,
        ge=0,
        le=24 * 366,
        description="Hours between two proofs, which restore the newest backup into a scratch database. 0: none.",
        json_schema_extra=ENVIRONMENT,
    )
    backup_keep_days: int = Field(
        7, ge=1, description="For so many days one backup of each day is kept.", json_schema_extra=ENVIRONMENT
    )
    backup_keep_weeks: int = Field(
        4, ge=0, description="For so many weeks one backup of each week is kept.", json_schema_extra=ENVIRONMENT
    )
    backup_keep_months: int = Field(
        6, ge=0, description="For so many months one backup of each month is kept.", json_schema_extra=ENVIRONMENT
    )
    backup_recovery_key: SecretStr | None = Field(
        None,
        description="At least 32 random characters that seal the server's keys within backups. Without it one is made "
        "and kept in the data folder as recovery.key; keep a copy of it elsewhere.",
        json_schema_extra=ENVIRONMENT,
    )
    backup_scratch_url: SecretStr | None = Field(
        None,
        description="postgresql+asyncpg://…; a database server on which proofs may make a scratch database. Empty: "
        "that of VERBATIM_DATABASE_URL.",
        json_schema_extra=ENVIRONMENT,
    )

    @field_validator("backup_to", "backup_recovery_key", "backup_scratch_url", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("backup_recovery_key")
    @classmethod
    def _strong(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and (why := weakness(value.get_secret_value().strip())):
            raise ValueError(f"this key {why}; make one with: openssl rand -base64 32")
        return value
