"""Taking what administrators have set to another installation, without secrets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue

from verbatim_enterprise.admin_settings.schemas import ImportedSetting, SettingsExport
from verbatim_enterprise.host import Applies, SettingSource, SettingsStore, is_given, utcnow


def exported(store: SettingsStore) -> SettingsExport:
    """Return what is stored here. What the environment says belongs to this machine, and stays."""
    stored = [field for field in store.fields.values() if store.source(field) is SettingSource.DATABASE]
    told = {
        field.name: field.plain(getattr(store.wanted[field.group], field.name))
        for field in stored
        if not field.is_secret
    }
    secrets = [
        field.name
        for field in store.fields.values()
        if field.is_secret and is_given(getattr(store.wanted[field.group], field.name))
    ]
    return SettingsExport(exported_at=utcnow(), settings=told, secrets=sorted(secrets))


def differences(store: SettingsStore, given: Mapping[str, JsonValue]) -> list[ImportedSetting]:
    """Return what these values would change here, and which of them cannot be set here."""
    found = []
    for name, value in given.items():
        field = store.fields.get(name)
        if field is None:
            found.append(_one(name, name, None, value, "This server has no such setting."))
            continue
        now: Any = None if field.is_secret else field.plain(getattr(store.wanted[field.group], name))
        locked = store.source(field) is SettingSource.ENVIRONMENT or field.applies is Applies.ENVIRONMENT
        if field.is_secret:
            found.append(_one(name, field.title, None, None, "A secret is set by hand."))
        elif locked and value != now:
            found.append(_one(name, field.title, now, value, f"{field.variable} in the environment sets it."))
        elif value != now:
            found.append(_one(name, field.title, now, value, None))
    return found


def _one(name: str, title: str, before: Any, after: Any, problem: str | None) -> ImportedSetting:
    return ImportedSetting(name=name, title=title, before=before, after=after, problem=problem)
