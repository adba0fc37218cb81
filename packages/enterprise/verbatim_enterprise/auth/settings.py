"""How the first administrator comes about, as the environment says it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, SecretStr, field_validator

from verbatim_enterprise.host import ENVIRONMENT, Group

_LEAST, _MOST = 16, 200
_DISTINCT = 6


class FirstAdminSettings(Group):
    """An administrator to be made when the server starts without any account, or the token that makes one."""

    title: ClassVar[str] = "First administrator"

    admin_username: str = Field("", description="User name of the first administrator.", json_schema_extra=ENVIRONMENT)
    admin_email: str = Field(
        "", description="E-mail address of the first administrator.", json_schema_extra=ENVIRONMENT
    )
    admin_password: SecretStr | None = Field(
        None, description="Password of the first administrator, 8 to 128 characters.", json_schema_extra=ENVIRONMENT
    )
    setup_token: SecretStr | None = Field(
        None,
        description="What makes whoever registers with it the first administrator, at least 16 characters. "
        "Without it one is made, printed at the start and kept in the data folder until then.",
        json_schema_extra=ENVIRONMENT,
    )

    @field_validator("setup_token", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("setup_token")
    @classmethod
    def _not_to_be_guessed(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        token = value.get_secret_value().strip()
        if not _LEAST <= len(token) <= _MOST or not token.isascii() or len(set(token)) < _DISTINCT:
            raise ValueError(f"it needs {_LEAST} to {_MOST} random letters and digits, such as: openssl rand -hex 16")
        return SecretStr(token)
