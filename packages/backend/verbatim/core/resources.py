"""Resources: what a kind of thing is, stated once by the feature that has it.

Whoever treats all kinds alike (the audit log, legal holds, moving, retention, webhooks, open pages) reads this instead
of keeping a list of its own, so that a new kind, also one of a plugin, is an edit in its own folder only.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from verbatim.core.arrivals import Taker
from verbatim.core.ownership import Owned, Placed

Loader = Callable[[AsyncSession, str], Awaitable[BaseModel]]
"""Returns the thing with an id as the API shows it, or raises `NotFoundError`."""


MadeFrom = Callable[[ColumnElement[bool]], tuple[type[Any], ColumnElement[bool]]]
"""Gets a condition on rows; returns the class of what they were made from, and the condition on that."""

Protection = Callable[[AsyncConnection, "Resources"], Awaitable[None]]
"""Called in the transaction of the migrations, also when there were none: protects the rows there are."""


class ResourceError(Exception):
    """A resource names something that its model does not have."""


@dataclass(frozen=True)
class StoredFile:
    """Where a thing's file is kept: the attribute with its key, which ends in the thing's id and ``tail``.

    Rows of ``given_up`` name, in the same attribute, files that are deleted soon. ``place`` is the attribute of both
    with the storage that the file lies in: of a file that was moved, the one that was left behind may go. ``size`` and
    ``sha256`` are the attributes with what the file is checked by when it is moved.
    """

    key: str
    tail: str
    given_up: type[Any]
    place: str
    size: str = ""
    sha256: str = ""


_declared: dict[str, Resource] = {}


@dataclass(frozen=True, kw_only=True, eq=False)
class Resource:
    """One kind of thing. Names of columns are those of mapped attributes; that they exist is checked when it is made.

    Attributes:
        name: what the audit log, webhooks and open pages call it.
        id_names: what events and paths call its id, the event's name first; usually ``<name>_id``.
        model: its table's class; none for what has no rows of its own.
        title: the attribute by which people know it. What has none is known by what it hangs under.
        parent: what it hangs under: moved, held and erased with it; by its name where it cannot be imported. ``under``
            is the attribute with the parent's id.
        collects: for rows that say which things lie in a parent, what those are: held with it too, but free to leave.
        audited: what the audit log shows before and after a change; ``shown_as`` is what the API calls some of it.
        choices: which of those hold settings, told with their values also when they come; of what people keep in
            something only the names are.
        frozen: what a legal hold keeps as it is, beside the thing itself; ``frozen_once`` only as soon as the attribute
            ``once`` has a value.
        locked_with_parent: whoever changes one has locked its parent before.
        changed: the message by which open pages hear that one of them is no longer as they show it.
        file: its file, which a hold keeps too.
        person: the attribute with the id of the one person whose it is alone; it goes with their account.
        made_from: what its rows were made from: while somebody insists that this stays, they stay too, whoever is
            deleted.
        private: whether its name is for those who may see the thing; by default that of all content.
        takes: returns how a file becomes such a thing, for kinds that are made of one.
        schema, load: how the API shows it, for those who are told of it outside, without the fields in ``exclude``.
    """

    name: str
    id_names: tuple[str, ...] = ()
    model: type[Any] | None = None
    title: str | None = None
    parent: Resource | str | None = None
    under: str = ""
    collects: Resource | None = None
    audited: tuple[str, ...] = ()
    shown_as: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    choices: tuple[str, ...] = ()
    frozen: tuple[str, ...] = ()
    frozen_once: tuple[str, ...] = ()
    once: str = ""
    locked_with_parent: bool = False
    changed: str = ""
    file: StoredFile | None = None
    person: str = ""
    made_from: MadeFrom | None = None
    takes: Callable[[], Taker] | None = None
    private: bool | None = None
    schema: type[BaseModel] | None = None
    load: Loader | None = None
    exclude: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        named = [*self.audited, *self.choices, *self.frozen, *self.frozen_once, *self.shown_as]
        named += [
            one
            for one in (self.title, self.once, self.person, self.file and self.file.key, self.file and self.file.place)
            if one
        ]
        if self.parent is not None:
            named.append(self.key_of_parent)
        if self.collects is not None:
            named.append(self.collects.id_name)
        missing = [one for one in named if not hasattr(self.model, one)]
        if missing:
            raise ResourceError(f"The resource {self.name} has no {', '.join(missing)}.")
        _declared[self.name] = self

    @property
    def above(self) -> Resource | None:
        """What it hangs under.

        Raises:
            ResourceError: nobody has declared a kind of that name.
        """
        if not isinstance(self.parent, str):
            return self.parent
        if self.parent not in _declared:
            raise ResourceError(f"The resource {self.name} hangs under {self.parent}, and there is no such resource.")
        return _declared[self.parent]

    @property
    def id_name(self) -> str:
        """What events call its id."""
        return self.id_names[0] if self.id_names else f"{self.name}_id"

    @property
    def key_of_parent(self) -> str:
        """The attribute that holds the id of the parent."""
        parent = self.parent
        return self.under or (parent.id_name if isinstance(parent, Resource) else f"{parent}_id")

    @property
    def table(self) -> str:
        """The name of its table."""
        return str(getattr(self.model, "__tablename__", ""))

    @property
    def in_workspace(self) -> bool:
        """Whether each thing lies in one of its owner's workspaces."""
        return self.model is not None and issubclass(self.model, Placed)

    @property
    def is_private(self) -> bool:
        """Whether only those who may see a thing learn what it is called."""
        if self.private is not None:
            return self.private
        return self.model is not None and issubclass(self.model, Owned) and self.model.is_content

    @property
    def root(self) -> Resource:
        """What it hangs under in the end; itself when that is nothing."""
        return self if self.above is None else self.above.root

    @property
    def known_by(self) -> Resource | None:
        """What gives it its name: itself, or the nearest that it hangs under and that has a title."""
        return self if self.title or self.above is None else self.above.known_by


class Resources:
    """Every kind of thing of one server, in the order of its features."""

    def __init__(self, resources: Iterable[Resource] = ()) -> None:
        """Know these.

        Raises:
            ResourceError: one of them hangs under something that is not among them.
        """
        self._all = tuple(resources)
        for one in self._all:
            if one.above is not None and one.above not in self._all:
                raise ResourceError(f"The resource {one.name} hangs under {one.above.name}, which is not registered.")
        self._by_name = {one.name: one for one in self._all}
        self._by_table = {one.table: one for one in self._all if one.model is not None}
        self._by_id = {id_name: one for one in self._all for id_name in (one.id_names or (one.id_name,))}

    def __iter__(self) -> Iterator[Resource]:
        return iter(self._all)

    def named(self, name: str | None) -> Resource | None:
        """Return the resource of that name."""
        return self._by_name.get(name or "")

    def with_id(self, id_name: str) -> Resource | None:
        """Return the resource whose id events or paths call this."""
        return self._by_id.get(id_name)

    def of(self, row: object) -> Resource | None:
        """Return what a row is."""
        return self._by_table.get(getattr(row, "__tablename__", ""))

    def links_to(self, resource: Resource) -> list[Resource]:
        """Return what says which others things of this kind lie in."""
        return [one for one in self._all if one.collects is resource]

    def under(self, resource: Resource) -> list[Resource]:
        """Return what hangs under things of this kind, directly or not, the nearest first."""
        direct = [one for one in self._all if one.above is resource]
        return direct + [deeper for one in direct for deeper in self.under(one)]


def resources_of(session: AsyncSession | Any) -> Resources:
    """Return the kinds of things of the server that a session belongs to."""
    found: Resources = session.info["resources"]
    return found
