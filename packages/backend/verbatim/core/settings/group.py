"""What every group of settings is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator, JsonValue
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


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
