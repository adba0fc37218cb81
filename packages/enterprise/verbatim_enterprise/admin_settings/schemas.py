"""What `/api/admin/settings` takes and gives."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from verbatim_enterprise.host import Moment, RequestBody, example


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


class SettingItem(BaseModel):
    """One setting in short: see `SettingResponse`. ``value`` and ``default`` of a secret are null."""

    key: str
    value: Any
    source: Literal["default", "environment", "database"]
    default: Any
    locked: bool
    restart_required: bool


class SettingsSection(BaseModel):
    """Settings that stand together."""

    title: str
    description: str
    settings: list[SettingResponse]


class ChangeResponse(BaseModel):
    """The last change: of which settings, by whom. One of secrets cannot be taken back; ``why_not`` says so."""

    version: int
    changed_by: str
    changed_at: datetime
    names: list[str]
    can_undo: bool
    why_not: str | None


class SettingsResponse(BaseModel):
    """Every setting, in short in ``items`` and in sections. ``version`` belongs in the next change, so that nobody
    changes what they have not seen.
    """

    version: int
    items: list[SettingItem]
    last_change: ChangeResponse | None
    restart_needed: list[str]
    groups: list[SettingsSection]


class SettingsUpdate(RequestBody, json_schema_extra=example({"version": 3, "values": {"audit_retention_days": 400}})):
    """What to set and what to give back its default: all of it or nothing. ``version`` is the one that was read.
    Any other field is a setting by its name, with its value; only for these ``version`` may be left out.
    """

    model_config = ConfigDict(extra="allow")  # each is looked up among the settings, and refused by name

    version: int | None = None
    values: dict[str, JsonValue] = Field(default_factory=dict, max_length=200)
    reset: list[str] = Field(default_factory=list, max_length=200)

    @model_validator(mode="after")
    def _says_what_was_read(self) -> Self:
        if self.version is None and {"values", "reset"} & self.model_fields_set:
            raise ValueError("Give the version that you have read, so that nobody's change is overwritten.")
        return self


class UndoRequest(RequestBody, json_schema_extra=example({"version": 3})):
    """``version`` is the one that the last change led to: another one by now is not taken back."""

    version: int


class TrialRequest(
    RequestBody, json_schema_extra=example({"part": "mail", "values": {"mail_host": "mail.example.org"}, "reset": []})
):
    """What to try out, with values that are not saved; whatever is left out is as it is. ``reset`` names settings that
    are tried with their defaults.
    """

    part: Literal["mail", "sign_in"]
    values: dict[str, JsonValue] = Field(default_factory=dict, max_length=200)
    reset: list[str] = Field(default_factory=list, max_length=200)


class TrialStep(BaseModel):
    """One step. ``ok`` is null for what was not got to; ``detail`` says what to look at, or what was found."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    ok: bool | None
    detail: str


class Trial(BaseModel):
    """How it went with one thing that was tried: the mail server, or a sign-in provider."""

    name: str
    ok: bool
    steps: list[TrialStep]


class TrialResponse(BaseModel):
    """What came of trying settings out. Nothing was saved. ``detail`` is a sentence about all of it."""

    ok: bool
    detail: str
    trials: list[Trial]


class SettingsExport(BaseModel):
    """What administrators have set, without secrets; ``secrets`` names those that are set and have to be set anew."""

    format: Literal["verbatim-settings-1"] = "verbatim-settings-1"
    exported_at: datetime
    settings: dict[str, Any]
    secrets: list[str]


class SettingsImport(
    RequestBody,
    json_schema_extra=example({"format": "verbatim-settings-1", "settings": {"app_name": "Verbatim"}, "apply": False}),
):
    """Settings as they were exported. Without ``apply`` nothing is changed: the answer says what would be."""

    format: Literal["verbatim-settings-1"] = "verbatim-settings-1"
    settings: dict[str, JsonValue] = Field(max_length=500)
    exported_at: Moment | None = None
    secrets: list[str] = Field(default_factory=list, max_length=500)
    apply: bool = False


class ImportedSetting(BaseModel):
    """A setting that an import changes, or cannot change for the reason in ``problem``."""

    name: str
    title: str
    before: Any
    after: Any
    problem: str | None


class ImportResponse(BaseModel):
    """What an import has changed, or would change. ``secrets`` have to be set by hand."""

    applied: bool
    changes: list[ImportedSetting]
    secrets: list[str]
