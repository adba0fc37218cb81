"""Changing settings: all of a request or nothing, checked by the same models that check the environment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError
from pydantic_settings import BaseSettings
from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import after_commit, rows_affected
from verbatim.core.events import emit
from verbatim.core.inbound import FreeJsonError, check_json
from verbatim.core.ownership import as_system
from verbatim.core.settings.errors import (
    InvalidSettingsError,
    SettingLockedError,
    SettingsChangedError,
    UnknownSettingError,
)
from verbatim.core.settings.events import SettingChanged
from verbatim.core.settings.fields import SettingField
from verbatim.core.settings.group import Applies
from verbatim.core.settings.history import change_of
from verbatim.core.settings.models import SEALED, SettingsVersion, StoredSetting
from verbatim.core.settings.store import Held, SettingsStore, Source

RESET: Final = object()
"""In the place of a value: the default counts again."""

_SHOWN: Final = 1_000

Values = Mapping[type[BaseSettings], BaseSettings]


async def change_settings(
    session: AsyncSession, store: SettingsStore, wanted: Mapping[str, Any], *, version: int | None, by: str
) -> int:
    """Set these settings, or give back defaults (`RESET`). Returns the new version; without ``version`` whatever is
    there now is changed.

    Raises:
        SettingsChangedError: the version is another one by now.
        UnknownSettingError, SettingLockedError, InvalidSettingsError: naming the first setting that is wrong.
    """
    fields = [_settable(store, name) for name in wanted]
    if version is not None and version != store.version:
        raise SettingsChangedError
    await _lock(session, store.version)
    before = dict(store.wanted)
    held, after = _with(store, fields, wanted, by)
    session.add(change_of(store, fields, version=store.version + 1, by=by))
    for field in fields:
        await _store(session, store, field, held, after)
        await _tell(session, store, field, (before, after), is_set=field.name in held, by=by)
    new = store.version + 1
    after_commit(session, lambda: store.apply(new, held))
    return new


def imagined(store: SettingsStore, wanted: Mapping[str, Any]) -> Values:
    """Return all groups as they would be with these settings, which are not kept: for trying them out.

    Raises:
        UnknownSettingError, SettingLockedError, InvalidSettingsError: as for a change.
    """
    return _with(store, [_settable(store, name) for name in wanted], wanted, "")[1]


def _with(
    store: SettingsStore, fields: Iterable[SettingField], wanted: Mapping[str, Any], by: str
) -> tuple[dict[str, Held], Values]:
    """Return the rows with these values, and what all groups are then."""
    held = dict(store.held)
    for field in fields:
        held.pop(field.name, None)
        if wanted[field.name] is not RESET:
            held[field.name] = Held(_keepable(field, wanted[field.name]), by, utcnow())
    lost = store.conflicts().keys() - wanted.keys()
    return held, _checked(store, {name: one for name, one in held.items() if name not in lost}, set(wanted))


def _settable(store: SettingsStore, name: str) -> SettingField:
    field = store.fields.get(name)
    if field is None:
        raise UnknownSettingError(name)
    if store.source(field) is Source.ENVIRONMENT or field.applies is Applies.ENVIRONMENT:
        is_set = store.source(field) is Source.ENVIRONMENT
        raise SettingLockedError(name, field.variable, is_set=is_set)
    return field


async def _lock(session: AsyncSession, version: int) -> None:
    """Let nobody else change settings until this transaction ends, nor have changed them since they were read."""
    mine = update(SettingsVersion).where(SettingsVersion.id == 1, SettingsVersion.version == version)
    done = await session.execute(mine.values(version=version + 1).execution_options(synchronize_session=False))
    if not rows_affected(done):
        raise SettingsChangedError


def _keepable(field: SettingField, value: Any) -> Any:
    """Return the value as it came, unless it is none.

    Raises:
        InvalidSettingsError: it is no number where one is wanted, or nothing that can be kept.
    """
    if isinstance(value, bool) and field.kind in {"whole_number", "number"}:
        raise InvalidSettingsError({field.name: "This must be a number."})
    try:
        check_json(value)
    except FreeJsonError as error:
        raise InvalidSettingsError({field.name: f"This cannot be kept: {error}."}) from None
    return value


def _checked(store: SettingsStore, held: Mapping[str, Held], changed: set[str]) -> Values:
    try:
        return store.preview(held)
    except ValidationError as error:
        raise InvalidSettingsError(_problems(store, error, changed)) from None  # its text holds the values
    except ValueError as error:
        raise InvalidSettingsError({"": _sentence(str(error))}) from None


def _problems(store: SettingsStore, error: ValidationError, changed: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for problem in error.errors(include_url=False, include_input=False, include_context=False):
        name = str(problem["loc"][0]) if problem["loc"] else ""
        if not name:  # several of a group do not fit together: said beside the one that was changed
            group = next((field.group for field in store.fields.values() if field.group.__name__ == error.title), None)
            name = next((one for one in sorted(changed) if store.fields[one].group is group), "")
        found.setdefault(name, _sentence(problem["msg"].removeprefix("Value error, ")))
    return found


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else f"{text}."


async def _store(
    session: AsyncSession, store: SettingsStore, field: SettingField, held: dict[str, Held], after: Values
) -> None:
    """Write the row of a setting, with its value as the models have understood it."""
    name = field.name
    await session.execute(
        delete(StoredSetting).where(StoredSetting.name == name).execution_options(synchronize_session=False)
    )
    if name not in held:
        return
    value = field.plain_with_secrets(getattr(after[field.group], name))
    text = json.dumps(value)
    sealed = SEALED.seal(store.keys(), name, text) if field.is_secret else None
    held[name] = replace(held[name], value=None if sealed else value, sealed=sealed)
    session.add(
        StoredSetting(
            name=name,
            value=None if sealed else text,
            sealed=sealed,
            changed_by=held[name].changed_by,
            changed_at=held[name].changed_at,
        )
    )
    await session.flush()


async def _tell(
    session: AsyncSession,
    store: SettingsStore,
    field: SettingField,
    sides: tuple[Values, Values],
    *,
    is_set: bool,
    by: str,
) -> None:
    old, new = (shown(field, getattr(side[field.group], field.name)) for side in sides)
    told: dict[str, Any] = {
        "value": new,
        "previous_value": old,
        "source": (Source.DATABASE if is_set else Source.DEFAULT).value,
        "previous_source": store.source(field).value,
        "changed_by": by,
    }
    with as_system("settings"):  # it concerns the installation, so no team hears of it
        await emit(session, SettingChanged(setting_id=field.name, name=field.title, **told))


def is_given(value: Any) -> bool:
    """Say whether a secret has a value."""
    text = value.get_secret_value() if hasattr(value, "get_secret_value") else value
    return text not in (None, "", (), [])


def shown(field: SettingField, value: Any) -> str:
    """Return a value for people; of a secret only whether it is set."""
    if field.is_secret:
        return "set" if is_given(value) else "not set"
    plain = field.plain(value)
    text = plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)
    return text[:_SHOWN]
