"""What triggers keep, in the words of the database: tables and columns, whatever they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SIGN: Final = "verbatim_held"
"""What the message of a refusal begins with; `holds.errors.HeldError` knows it."""
OF_HOLDS: Final = ("owner_id", "recording_id", "project_id", "document_id", "reason", "placed_by_name", "placed_at")
"""Of a hold that stands: it is lifted, and changes in no other way, so that it is no way round itself."""


@dataclass(frozen=True)
class Link:
    """A table that says what lies in which collection: its column ``of`` names the one, ``into`` the other, on which a
    hold may be by its column ``target``.
    """

    table: str
    of: str
    into: str
    target: str


@dataclass(frozen=True)
class Held:
    """What a hold can be on: named by its column ``target``, or through one of the links."""

    target: str
    links: Sequence[Link] = ()


@dataclass(frozen=True)
class KeptTable:
    """A table with rows that can be held.

    Attributes:
        keys: its primary key.
        path: how a row leads to what is held: its own column first, then (table, column) of what that names, and so
            on. Without one the row itself is held.
        columns: may not change either; ``as_text`` have a type without equality on PostgreSQL, those in ``once`` may
            change until the column ``since`` has a value.
        locked_first: the table that ``path`` leads to, when that is locked against holds.
    """

    table: str
    held: Held
    keys: Sequence[str]
    path: Sequence[tuple[str, str]]
    columns: Sequence[str]
    as_text: Sequence[str] = ()
    once: Sequence[str] = ()
    since: str = ""
    locked_first: str = ""

    def key(self, alias: str) -> str:
        """Return the SQL of the id of what is held, for a row of that name."""
        if not self.path:
            return f"{alias}.id"
        found = f"{alias}.{self.path[0][1]}"
        for table, column in self.path[1:]:
            found = f"(SELECT above.{column} FROM {table} above WHERE above.id = {found})"  # noqa: S608 - names only
        return found


@dataclass(frozen=True)
class KeptFile:
    """A file of a kept row: its ``column`` holds a key that ends in the row's id and ``tail`` further characters, and
    ``place`` the storage it lies in. Rows of ``given_up``, in the same columns, say which files are to be deleted.
    """

    table: str
    held: Held
    column: str
    place: str
    given_up: str
    tail: int

    def id_in(self, alias: str) -> str:
        """Return the SQL of the id in a key."""
        key = f"{alias}.{self.column}"
        return f"substr({key}, length({key}) - {self.tail + 35}, 36)"


@dataclass(frozen=True)
class KeptByHolds:
    """Everything that holds keep."""

    tables: Sequence[KeptTable]
    files: Sequence[KeptFile]
