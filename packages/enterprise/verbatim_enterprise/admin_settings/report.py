"""What an administrator sees of the settings."""

from __future__ import annotations

import inspect
from typing import Any

from verbatim_enterprise.admin_settings.schemas import (
    ChangeResponse,
    SettingItem,
    SettingResponse,
    SettingsResponse,
    SettingsSection,
)
from verbatim_enterprise.host import Applies, LastChange, SettingField, SettingSource, SettingsStore, is_given


def report(store: SettingsStore, last: LastChange | None) -> SettingsResponse:
    """Return every setting, in the order in which they are declared, and the last change."""
    sections: dict[str, SettingsSection] = {}
    problems = store.conflicts()
    for field in store.fields.values():
        section = sections.get(field.heading)
        if section is None:
            about = "" if len(field.headings) > 1 else (inspect.getdoc(field.group) or "").partition("\n")[0]
            section = sections[field.heading] = SettingsSection(title=field.heading, description=about, settings=[])
        section.settings.append(_response(store, field, problems.get(field.name)))
    # What only the environment sets comes last: there is nothing to do there.
    ordered = sorted(sections.values(), key=lambda one: all(item.locked for item in one.settings[:2]))
    waiting = [field.name for field in store.fields.values() if store.waits(field)]
    items = [_item(one) for section in ordered for one in section.settings]
    return SettingsResponse(
        version=store.version, items=items, last_change=_change(last), restart_needed=waiting, groups=ordered
    )


def _item(setting: SettingResponse) -> SettingItem:
    return SettingItem(
        key=setting.name,
        value=setting.value,
        source=setting.source,
        default=setting.default,
        locked=setting.locked,
        restart_required=setting.needs_restart,
    )


def _change(last: LastChange | None) -> ChangeResponse | None:
    if last is None:
        return None
    return ChangeResponse(
        version=last.version,
        changed_by=last.by,
        changed_at=last.at,
        names=sorted({*last.before, *last.secrets}),
        can_undo=not last.secrets,
        why_not=f"Nothing keeps what {', '.join(last.secrets)} was before; set it anew." if last.secrets else None,
    )


def _response(store: SettingsStore, field: SettingField, problem: str | None) -> SettingResponse:
    value = getattr(store.wanted[field.group], field.name)
    source, held = store.source(field), store.held.get(field.name)
    is_stored = held is not None and source is SettingSource.DATABASE
    return SettingResponse(
        name=field.name,
        title=field.title,
        description=field.info.description or "",
        kind=field.kind,
        value=_told(field, value),
        is_set=is_given(value),
        default=_told(field, field.default),
        source=source.value,
        variable=field.variable,
        locked=source is SettingSource.ENVIRONMENT or field.applies is Applies.ENVIRONMENT,
        applies=field.applies.value,
        needs_restart=field.applies is Applies.RESTART,
        waits=store.waits(field),
        choices=field.choices,
        minimum=field.bounds.get("ge"),
        above=field.bounds.get("gt"),
        maximum=field.bounds.get("le"),
        below=field.bounds.get("lt"),
        max_length=field.longest,
        changed_by=held.changed_by if held is not None and is_stored else None,
        changed_at=held.changed_at if held is not None and is_stored else None,
        problem=problem,
    )


def _told(field: SettingField, value: Any) -> Any:
    return None if field.is_secret else field.plain(value)
