"""What can go wrong with backups, said to whoever looks after the server."""

from __future__ import annotations


class BackupError(Exception):
    """It cannot be done; the message says why and what to do."""


class DamagedError(BackupError):
    """A backup does not hold what it says it holds."""
