"""What `/api/admin/settings` takes and gives."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field, JsonValue

from verbatim_enterprise.host import RequestBody


class SettingResponse(BaseModel):
    """One setting. ``value`` and ``default`` of a secret are null: ``is_set`` says whether there is one.

    ``applies``: a change counts at once, from the next start on, or only the environment can make it. ``waits`` says
    that another value has been stored than the one in use, which counts from the next start on.
    """

    name: str
    title: str
    description: str
    kind: Literal["text", "secret", "whole_number", "number", "yes_no", "choice", "list", "json"]
    value: Any = Field(description="The value that is stored or given; null for a secret.")
    is_set: bool
    default: Any
    source: Literal["default", "environment", "database"]
    variable: str
    locked: bool
    applies: Literal["at_once", "restart", "environment"]
    needs_restart: bool
    waits: bool
    choices: list[str]
    minimum: float | None
    above: float | None
    maximum: float | None
    below: float | None
    max_length: int | None
    changed_by: str | None
    changed_at: datetime | None
    problem: str | None = Field(description="Why a stored value does not count.")


class SettingsSection(BaseModel):
    """Settings that stand together."""

    title: str
    description: str
    settings: list[SettingResponse]


class SettingsResponse(BaseModel):
    """Every setting. ``version`` belongs in the next change, so that nobody changes what they have not seen."""

    version: int
    restart_needed: list[str]
    groups: list[SettingsSection]


class SettingsUpdate(RequestBody):
    """What to set and what to give back its default: all of it or nothing. ``version`` is the one that was read."""

    version: int
    values: dict[str, JsonValue] = Field(default_factory=dict, max_length=200)
    reset: list[str] = Field(default_factory=list, max_length=200)
