"""What settings contribute: their tables. How they are changed is `verbatim.core.settings.service`."""

from __future__ import annotations

from verbatim.core.settings.events import SETTING
from verbatim.core.settings.models import SEALED, SettingsChange, SettingsVersion, StoredSetting
from verbatim.plugins.feature import Feature

feature = Feature(
    name="settings", models=(StoredSetting, SettingsVersion, SettingsChange), resources=(SETTING,), sealed=(SEALED,)
)
