"""The storages of a server by name, and which of them takes new files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from verbatim.adapters.storage.api import StorageAdapter, StorageError

LOCAL = "local"
"""The storage that is always there: the disk."""


class LocationUnknownError(StorageError):
    """A file lies in a storage that this server has not been told about."""


class LocationSource(Protocol):
    """Knows storages that came after the start, such as those that an administrator added."""

    async def find(self, name: str) -> StorageAdapter | None:
        """Return a storage by name; None when there is none of that name.

        Raises:
            StorageError: there is one, and it cannot be used; the text says why.
        """

    async def takes_new(self) -> str | None:
        """Name the storage that takes new files of whoever works now; None leaves it to the environment."""

    async def names(self) -> Mapping[str, str]:
        """Return what people call each storage, by its name; also those of the environment that it knows."""

    async def link_origins(self) -> frozenset[str]:
        """Return from where browsers may fetch files of storages that it knows, by signed links."""

    async def owner(self, text: str) -> str | None:
        """Return the id of the owner of files that people call so; None when there is none."""


class Storages(dict[str, StorageAdapter]):
    """The storages of a server. Those of the environment are its items; ``source`` knows the others, so that whoever
    holds a name asks `of`, and whoever stores something new asks `for_new_files`.
    """

    takes_new: str = LOCAL
    """Of those of the environment, the one that takes new files unless ``source`` names another."""

    source: LocationSource | None = None

    def __missing__(self, name: str) -> StorageAdapter:
        raise LocationUnknownError(f"The storage {name} of this file is not set up on this server.")

    async def of(self, name: str) -> StorageAdapter:
        """Return the storage of that name.

        Raises:
            LocationUnknownError: there is none.
            StorageError: it cannot be used.
        """
        found = None
        if name not in self and self.source is not None:
            found = await self.source.find(name)
        return self[name] if found is None else found

    async def for_new_files(self) -> tuple[str, StorageAdapter]:
        """Return the storage that takes new files of whoever works now, with its name.

        Raises:
            StorageError: it cannot be used.
        """
        named = None if self.source is None else await self.source.takes_new()
        name = self.takes_new if named is None else named
        return name, await self.of(name)

    async def link_origins(self) -> list[str]:
        """Return from where else than from this server browsers may fetch files, by signed links."""
        found = set() if self.source is None else set(await self.source.link_origins())
        found |= {origin for one in self.values() if (origin := getattr(one, "link_origin", None))}
        return sorted(found)

    async def titles(self) -> dict[str, str]:
        """Return all storages there are, and what people call each."""
        named = {} if self.source is None else await self.source.names()
        return {name: named.get(name, name) for name in sorted({*self, *named})}


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
