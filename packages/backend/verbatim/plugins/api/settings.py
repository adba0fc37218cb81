"""Settings: their groups, where a value comes from, and changing one."""

from verbatim.config import Mode, Settings
from verbatim.core.brand.look import present_look
from verbatim.core.brand.settings import PRODUCT, BrandSettings
from verbatim.core.settings.current import begin_with, current
from verbatim.core.settings.errors import InvalidSettingsError, SettingsError
from verbatim.core.settings.fields import SettingField
from verbatim.core.settings.group import ENVIRONMENT, RESTART, Applies, CommaSeparated, Group, secret, split
from verbatim.core.settings.history import LastChange, last_change
from verbatim.core.settings.service import RESET, change_settings, imagined, is_given
from verbatim.core.settings.store import SettingsStore
from verbatim.core.settings.store import Source as SettingSource

__all__ = [
    "ENVIRONMENT",
    "PRODUCT",
    "RESET",
    "RESTART",
    "Applies",
    "BrandSettings",
    "CommaSeparated",
    "Group",
    "InvalidSettingsError",
    "LastChange",
    "Mode",
    "SettingField",
    "SettingSource",
    "Settings",
    "SettingsError",
    "SettingsStore",
    "begin_with",
    "change_settings",
    "current",
    "imagined",
    "is_given",
    "last_change",
    "present_look",
    "secret",
    "split",
]
