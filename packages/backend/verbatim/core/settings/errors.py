"""What can be wrong with settings."""

from __future__ import annotations


class SettingsError(Exception):
    """A setting cannot be used; the message says which and why."""
