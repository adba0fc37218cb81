"""What can be wrong with settings."""

from __future__ import annotations

from collections.abc import Mapping

from verbatim.core.errors import ConflictError, InvalidInputError


class SettingsError(Exception):
    """A setting cannot be used; the message says which and why."""


class SettingsChangedError(ConflictError):
    """Somebody else changed settings meanwhile; load them again."""

    code = "settings_changed"


class SettingLockedError(ConflictError):
    """The environment sets this; only whoever runs the server can change it."""

    code = "setting_locked"

    def __init__(self, name: str, variable: str, *, is_set: bool) -> None:
        how = f"is set by {variable} in the server's environment" if is_set else f"can only be set by {variable}"
        super().__init__(f"{name} {how}; nothing was changed.", extra={"field": name})


class UnknownSettingError(InvalidInputError):
    """There is no such setting; nothing was changed."""

    code = "unknown_setting"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no setting {name}; nothing was changed.", extra={"field": name})


class InvalidSettingsError(InvalidInputError):
    """Some settings cannot be used; nothing was changed."""

    code = "invalid_settings"

    def __init__(self, problems: Mapping[str, str]) -> None:
        """``problems`` say of each setting, by its name, what is wrong with it; ``""`` is all of them together."""
        first = next(iter(problems.items()), ("", ""))
        text = f"{first[0]}: {first[1]}" if first[0] else first[1]
        super().__init__(f"{text} Nothing was changed.", extra={"field": first[0] or None, "problems": dict(problems)})
