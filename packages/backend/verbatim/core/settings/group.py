"""What every group of settings is made of."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final

from pydantic import BaseModel, BeforeValidator, JsonValue
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict


class Applies(StrEnum):
    """When a new value counts: at once, from the next start on, or never, because only the environment can set it."""

    AT_ONCE = "at_once"
    RESTART = "restart"
    ENVIRONMENT = "environment"


_KEY: Final = "applies"

RESTART: Final[dict[str, JsonValue]] = {_KEY: Applies.RESTART.value}
"""``json_schema_extra`` of a setting that a server reads once, while it starts."""

ENVIRONMENT: Final[dict[str, JsonValue]] = {_KEY: Applies.ENVIRONMENT.value}
"""``json_schema_extra`` of what a server needs before it reads its database, and of what nobody sets in a browser."""


HIDDEN: Final = "secret"


def secret(**more: JsonValue) -> dict[str, JsonValue]:
    """Return the ``json_schema_extra`` of a text that may hold a password, such as an address."""
    return {**more, HIDDEN: True}


def split(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


CommaSeparated = Annotated[tuple[str, ...], NoDecode, BeforeValidator(split)]


class Group(BaseSettings):
    """A feature's settings. Its docstring is what an administrator reads above them.

    ``title`` is its heading. Read it by `current`, so that what an administrator sets counts.
    """

    model_config = SettingsConfigDict(env_prefix="VERBATIM_", extra="ignore", frozen=True)

    title: ClassVar[str] = ""
    sections: ClassVar[dict[str, str]] = {}
    """Headings of a group that has several, by the beginnings of names; ``""`` is that of all others."""
    _variables: ClassVar[frozenset[str]] = frozenset()
    """Its variables, in small letters: their case does not count."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        prefix = cls.model_config.get("env_prefix", "")
        cls._variables = frozenset(f"{prefix}{name}".lower() for name in cls.model_fields)

    def __init__(self, **values: Any) -> None:
        """Read the environment, in place of which values may be given."""
        if self._variables.isdisjoint(name.lower() for name in os.environ):
            # Looking for each field takes milliseconds, and most groups are at their defaults.
            BaseModel.__init__(self, **values)
        else:
            super().__init__(**values)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Leave out what is not there: a group reads no files (`read_files` puts them into the environment)."""
        del settings_cls, dotenv_settings, file_secret_settings
        return init_settings, env_settings


def applies(group: type[BaseSettings], name: str) -> Applies:
    """Return when a new value of a setting counts. A group that is no `Group` is not read again."""
    extra = group.model_fields[name].json_schema_extra
    if not issubclass(group, Group):
        return Applies.ENVIRONMENT
    return Applies(str(extra.get(_KEY, Applies.AT_ONCE))) if isinstance(extra, dict) else Applies.AT_ONCE


def heading(group: type[BaseSettings], name: str = "") -> str:
    """Return under which heading a setting stands."""
    if issubclass(group, Group):
        found = [start for start in group.sections if start and name.startswith(start)]
        if found or "" in group.sections:
            return group.sections[max(found, key=len, default="")]
        if group.title:
            return group.title
    return group.__name__.removesuffix("Settings")
