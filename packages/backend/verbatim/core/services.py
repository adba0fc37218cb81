"""Parts of a running server that one feature makes at its start and others use, found by a typed key."""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

from fastapi import FastAPI
from starlette.datastructures import State

_Made = TypeVar("_Made")


class HasInfo(Protocol):
    """The database of a server, or one of its sessions, which carries what the database has."""

    @property
    def info(self) -> Any: ...


Holder = FastAPI | State | HasInfo
"""Where a service can be asked for: the application, its state, the database, or a session of it."""


class ServiceMissingError(LookupError):
    """A service was asked for that this server has not made: its feature is not there, or not begun."""


class ServiceNotKeptError(RuntimeError):
    """A part was made that nobody could find: too early, or under a name that another one has."""


class Service(Generic[_Made]):
    """The key of a part of a server. The feature that makes the part has the key, and whoever uses it imports that.

    One server has one of each, sessions of its database find it as well, and it is gone with the server.
    """

    def __init__(self, name: str) -> None:
        """``name`` is what messages call it, and its attribute of the application's state."""
        self.name = name

    def put(self, holder: FastAPI | HasInfo, made: _Made) -> _Made:
        """Let the part be found from now on, by whatever begins after this. Returns it.

        Raises:
            ServiceNotKeptError: the application has no database yet, or another kind of part has this name.
        """
        info = _info(holder)
        if info is None:
            raise ServiceNotKeptError(f"There is no database yet by which {self.name} could be found.")
        if any(isinstance(one, Service) and one.name == self.name and one is not self for one in info):
            raise ServiceNotKeptError(f"Two parts of a server are called {self.name}.")
        info[self] = made
        if isinstance(holder, FastAPI):
            holder.parts_of_server = info  # type: ignore[attr-defined] # of ours
            setattr(holder.state, self.name, made)
        return made

    def of(self, holder: Holder) -> _Made:
        """Return the part.

        Raises:
            ServiceMissingError: this server has none.
        """
        made = self.found(holder)
        if made is None:
            raise ServiceMissingError(f"This server has no {self.name}.")
        return made

    def found(self, holder: Any) -> _Made | None:
        """Return the part, or None where there is none: its feature is not there, or its start has failed before.

        ``holder`` is a `Holder`.
        """
        made: _Made | None
        try:
            # Asked of the application in every request, where each further call counts: this takes none.
            made = holder.parts_of_server[self]
        except (AttributeError, KeyError):
            made = (_info(holder) or {}).get(self)
        return made


def _info(holder: Holder) -> Any:
    if isinstance(holder, FastAPI):
        return _info(holder.state)
    database = getattr(holder, "database", None) if isinstance(holder, State) else holder
    return None if database is None else database.info
