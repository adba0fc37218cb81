"""What happens to settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from verbatim.core.events import Event
from verbatim.core.resources import Resource

SETTING: Final = Resource(name="setting")
"""Settings are known by their names; no row stands for one that has its default."""


@dataclass(frozen=True, kw_only=True)
class SettingChanged(Event):
    """An administrator set a setting, or gave it back its default. Of a secret only whether it is set is told."""

    event_name: ClassVar[str] = "setting.changed"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = SETTING
    setting_id: str
    name: str
    value: str
    previous_value: str
    source: str
    previous_source: str
    changed_by: str
