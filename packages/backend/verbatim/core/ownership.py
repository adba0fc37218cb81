"""Whose row is it? Scoping that a feature cannot forget.

Rows that belong to somebody derive from `Owned`. A context variable holds the scope of the current request or job:

- `Unscoped`: one user owns the installation; nothing is filtered and ``owner_id`` stays null;
- `Scope(read, write)`: only rows whose owner is in ``read`` exist, and new rows belong to ``write``; it may be narrowed
  to some of an owner's workspaces, which is what `Placed` rows lie in;
- `System`: migrations and housekeeping, entered by name with `as_system`.

Without a scope every access to an owned table raises `ScopeMissingError`: forgetting it shows nothing instead of
everything. `verbatim.core.scoping` holds the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from sqlalchemy import Index, String, inspect
from sqlalchemy.orm import (
    Mapped,
    mapped_column,
)


class ScopeMissingError(RuntimeError):
    """Owned rows were touched outside any scope."""


class ForeignRowError(RuntimeError):
    """A row of another owner was about to be written."""


TRASH: Final = "trash"
"""The workspace of what is in the trash, of every owner. It is nobody's to choose, so nobody sees what lies there."""


@dataclass(frozen=True)
class Unscoped:
    """A single user owns everything, of which what is in the trash shows only with ``trash``."""

    trash: bool = False


@dataclass(frozen=True)
class System:
    """Work of the server itself, across owners. ``reason`` says which, for whoever reads the code or a log."""

    reason: str
    trash: bool = True


@dataclass(frozen=True)
class Scope:
    """Rows of the owners in ``read`` are visible; new rows belong to ``write``, new files to ``storage_prefix``.

    Without ``write`` nothing new can be made. Of `Placed` rows only those in ``workspaces`` are visible (None: all of
    the owner's, wherever they lie), and new ones lie in ``workspace``. ``reach`` are all that the caller could choose.
    What is in the trash shows only with ``trash``.
    """

    read: frozenset[str]
    write: str | None
    storage_prefix: str = ""
    workspaces: frozenset[str] | None = None
    workspace: str | None = None
    reach: frozenset[str] | None = None
    trash: bool = False

    @property
    def places(self) -> frozenset[str] | None:
        """Where rows may lie that are visible; None: anywhere."""
        if self.workspaces is None or not self.trash:
            return self.workspaces
        return self.workspaces | {TRASH}

    def widened(self) -> Scope:
        """Return the scope that is not narrowed to less than its caller could choose."""
        return self if self.reach is None else replace(self, workspaces=self.reach)


AnyScope = Unscoped | Scope | System

_scope: ContextVar[AnyScope | None] = ContextVar("verbatim_scope", default=None)


def current_scope() -> AnyScope:
    """Return the scope in force.

    Raises:
        ScopeMissingError: nobody has entered one.
    """
    scope = _scope.get()
    if scope is None:
        raise ScopeMissingError("No ownership scope: enter one with use_scope() or as_system().")
    return scope


def scope_or_none() -> AnyScope | None:
    """Return the scope in force, if there is one."""
    return _scope.get()


class use_scope:  # noqa: N801 - reads as a function; one that yields costs each request several calls more
    """Run the block under `scope`."""

    __slots__ = ("_scope", "_token")

    def __init__(self, scope: AnyScope) -> None:
        self._scope = scope

    def __enter__(self) -> None:
        self._token: Token[AnyScope | None] = _scope.set(self._scope)

    def __exit__(self, *_: object) -> None:
        _scope.reset(self._token)


def as_system(reason: str) -> Any:
    """Run a block across all owners, for work that belongs to the server itself."""
    return use_scope(System(reason))


def including_trash() -> use_scope:
    """Run a block in the scope in force, with what is in the trash."""
    return use_scope(replace(current_scope(), trash=True))


def scope_of_owner(owner_id: str | None, workspace_id: str | None = None) -> AnyScope:
    """Return the scope in which work on a row of `owner_id` runs, for jobs that outlive their request; with a
    workspace only what lies there.

    Nobody's work is the server's own, or the single user's: nothing is filtered, and what it makes is nobody's either.
    """
    if owner_id is None:
        return System("nobody's job", trash=False)
    inside = None if workspace_id is None else frozenset({workspace_id})
    return Scope(frozenset({owner_id}), owner_id, workspaces=inside, workspace=workspace_id)


@contextmanager
def inside(workspace_id: str | None) -> Iterator[None]:
    """Run the block so that what it makes lies in a workspace, usually the one of what it belongs to."""
    scope = current_scope()
    if not isinstance(scope, Scope) or workspace_id is None:
        yield
        return
    with use_scope(replace(scope, workspace=workspace_id)):
        yield


def workspace_of_new_rows() -> str | None:
    """Return the workspace that rows made now lie in."""
    scope = current_scope()
    return scope.workspace if isinstance(scope, Scope) else None


def owner_in_scope() -> str | None:
    """Return on whose behalf work is done; None in single-user mode, and for work that is nobody's."""
    scope = current_scope()
    return scope.write if isinstance(scope, Scope) else None


def owner_of_new_rows() -> str | None:
    """Return the owner that rows made now belong to; None in single-user mode.

    Raises:
        ForeignRowError: there is nobody whom they could belong to.
    """
    owner = owner_in_scope()
    if owner is None and isinstance(current_scope(), Scope):
        raise ForeignRowError("Nothing can be made in a scope that owns nothing.")
    return owner


def storage_prefix() -> str:
    """Return what the keys of new files begin with."""
    scope = current_scope()
    return scope.storage_prefix if isinstance(scope, Scope) else ""


class Owned:
    """Mixin for every table whose rows belong to somebody. Null in single-user mode.

    ``is_content`` is false for books that the server keeps by itself: having some does not mean having content.
    """

    is_content: ClassVar[bool] = True
    # A column default rather than a flush hook, so that bulk inserts are stamped as well.
    owner_id: Mapped[str | None] = mapped_column(String(36), default=owner_of_new_rows)


class Placed(Owned):
    """Mixin for tables whose rows lie in one of their owner's workspaces. Null where the owner has none.

    What hangs under a recording or a project lies where that does, so that no join is needed to know it.
    """

    workspace_id: Mapped[str | None] = mapped_column(String(36), default=workspace_of_new_rows)


def list_indexes(table: str, *columns: str, placed: bool = False) -> tuple[Index, ...]:
    """Return the indexes of a list's order: one for all rows, one that starts with the owner, and for placed rows one
    that starts with the workspace.
    """
    name = "_".join((table, *columns))
    both = (Index(f"ix_{name}", *columns, "id"), Index(f"ix_{name}_owner", "owner_id", *columns, "id"))
    return (*both, Index(f"ix_{name}_workspace", "workspace_id", *columns, "id")) if placed else both


def owned_classes(base: type[Owned] = Owned) -> list[type[Owned]]:
    """Return every table class whose rows belong to somebody."""
    found = [cls for cls in base.__subclasses__() if inspect(cls, raiseerr=False) is not None]
    return found + [deeper for cls in base.__subclasses__() for deeper in owned_classes(cls)]


def owned_tables(base: type[Owned] = Owned) -> set[str]:
    """Return the names of those classes' tables."""
    return {cls.__tablename__ for cls in owned_classes(base)}  # type: ignore[attr-defined] # mapped classes have one


__all__ = [
    "TRASH",
    "AnyScope",
    "ForeignRowError",
    "Owned",
    "Placed",
    "Scope",
    "ScopeMissingError",
    "System",
    "Unscoped",
    "as_system",
    "current_scope",
    "including_trash",
    "inside",
    "list_indexes",
    "owned_classes",
    "owned_tables",
    "owner_of_new_rows",
    "scope_of_owner",
    "scope_or_none",
    "storage_prefix",
    "use_scope",
    "workspace_of_new_rows",
]
