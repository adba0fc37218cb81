"""What every group of settings is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def split(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


CommaSeparated = Annotated[tuple[str, ...], NoDecode, BeforeValidator(split)]


class Group(BaseSettings):
    """A feature's settings."""

    model_config = SettingsConfigDict(env_prefix="VERBATIM_", extra="ignore", frozen=True)
