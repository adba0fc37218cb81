"""The storages of a server by name, and which of them takes new files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from verbatim.adapters.storage.api import StorageAdapter, StorageError

LOCAL = "local"
"""The storage that is always there: the disk."""


class LocationUnknownError(StorageError):
    """A file lies in a storage that this server has not been told about."""


class Storages(dict[str, StorageAdapter]):
    """The storages of a server, ``takes_new`` of which takes new files. One it does not have raises
    `LocationUnknownError`.
    """

    takes_new: str = LOCAL

    def __missing__(self, name: str) -> StorageAdapter:
        raise LocationUnknownError(f"The storage {name} of this file is not set up on this server.")


def make_storages(makers: Mapping[str, Callable[[Any], StorageAdapter | None]], settings: Any, wanted: str) -> Storages:
    """Make what can be used: a maker that has not been told where its files lie gives None.

    Raises:
        StorageError: it cannot be said which of them takes new files.
    """
    made = {name: make(settings) for name, make in makers.items()}
    storages = Storages({name: storage for name, storage in made.items() if storage is not None})
    storages.takes_new = _storage_of_new_files(storages, wanted)
    return storages


def _storage_of_new_files(storages: Storages, wanted: str) -> str:
    """Return the name of that storage: the one wanted, else the one that was set up, else the disk."""
    if wanted and wanted not in storages:
        raise StorageError(
            f"VERBATIM_STORAGE is {wanted}, and only {', '.join(sorted(storages))} can be used: set up {wanted} too, "
            "or name another."
        )
    # A plugin's storage that is there without having been set up waits until it is asked for by name.
    set_up = sorted(name for name, storage in storages.items() if getattr(storage, "set_up", False))
    if not wanted and len(set_up) > 1:
        raise StorageError(f"{' and '.join(set_up)} are set up: say with VERBATIM_STORAGE which takes new files.")
    return wanted or (set_up[0] if set_up else LOCAL)
