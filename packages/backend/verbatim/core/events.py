"""Events: what happened, told inside the transaction that made it true.

Handlers run before the commit, so whatever they write is kept or dropped together with the change itself. A handler
gets exactly the event's keyword arguments; `current_session` gives it the transaction, `current_event` the rest.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field, fields
from string import Formatter
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.ownership import TRASH, Scope, current_scope, owner_in_scope
from verbatim.core.resources import Resource

_Told = TypeVar("_Told", bound="PageMessage")

EventHandler = Callable[..., Awaitable[None]]


@dataclass(frozen=True, kw_only=True)
class PageMessage:
    """What open pages are told: something is no longer as they show it, so that they fetch it again.

    Its name is the ``type`` of the message, and its fields are those of the message; those that may be left out
    are when they are None. Handlers
    do not hear of it: what happened is an `Event`. Several may have one name, when one thing changes in many ways.
    """

    event_name: ClassVar[str]

    def for_pages(self) -> dict[str, Any]:
        optional = {one.name for one in fields(self) if one.default is None}
        return {name: value for name, value in asdict(self).items() if value is not None or name not in optional}


@dataclass(frozen=True, kw_only=True)
class Event(PageMessage):
    """Something that happened. Subclasses are frozen dataclasses whose fields are the event's keyword arguments.

    ``subject`` is the kind of thing that it is about; the field with its id has the name that the resource gives it.
    ``resource`` is what those who are told outside get to see along with it, which may be another kind. ``links`` are
    paths of the API with fields in braces, by the name of what is found there. Open pages hear of an event that is
    ``announced``, with all its fields: others are for handlers only. ``facts`` are no argument: they say what exactly
    was done, to whoever keeps a record of it; ``previous_x`` is what ``x`` was before. Of the facts open pages hear
    those in ``shown``, so that they need not fetch all of a thing for a part that changed. What is ``for_operators`` is
    about the installation: outside it is told only to those who operate it and ask for it by name.
    """

    announced: ClassVar[bool] = True
    shown: ClassVar[frozenset[str]] = frozenset()
    for_operators: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = None
    resource: ClassVar[Resource | None] = None
    links: ClassVar[Mapping[str, str]] = MappingProxyType({})
    facts: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def parameters(cls) -> list[str]:
        """Return the names of the event's arguments."""
        return _field_names(cls)

    def arguments(self) -> dict[str, Any]:
        given = asdict(self)
        del given["facts"]
        return given

    def for_pages(self) -> dict[str, Any]:
        """Return what open pages are told."""
        return {**{name: self.facts[name] for name in self.shown if name in self.facts}, **self.arguments()}

    def addresses(self) -> dict[str, str]:
        """Return ``links`` with the fields filled in; those to nothing are left out."""
        known = {name: value for name, value in self.arguments().items() if value is not None}
        return {name: path.format_map(known) for name, path in self.links.items() if _fields(path) <= known.keys()}


def _fields(path: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(path) if name}


_current: ContextVar[tuple[AsyncSession, Event] | None] = ContextVar("verbatim_event", default=None)


def all_events() -> dict[str, type[Event]]:
    """Return every event that has been declared, by name."""
    return {cls.event_name: cls for cls in _descendants(Event)}


def page_messages(package: str, resources: Iterable[Resource]) -> dict[str, list[str]]:
    """Return what a package and its resources tell open pages: the fields that a message of each type may have."""
    found: dict[str, set[str]] = {}
    for cls in _descendants(PageMessage):
        silent = cls is Event or (issubclass(cls, Event) and not cls.announced)
        if silent or not cls.__module__.startswith(f"{package}."):
            continue
        shown = cls.shown if issubclass(cls, Event) else frozenset()
        found.setdefault(cls.event_name, set()).update(shown, _field_names(cls))
    for kind in resources:
        if kind.changed:
            found.setdefault(kind.changed, set()).add(kind.id_name)
    return {name: sorted(names) for name, names in sorted(found.items())}


def _field_names(cls: type[PageMessage]) -> list[str]:
    return [one.name for one in fields(cls) if one.name != "facts"]


def _descendants(cls: type[_Told]) -> list[type[_Told]]:
    direct = cls.__subclasses__()
    return direct + [deeper for child in direct for deeper in _descendants(child)]


class EventBus:
    """Handlers by event name, in the order they were added."""

    def __init__(self) -> None:
        self._handlers: dict[str, list[EventHandler]] = {}

    def on(self, name: str, handler: EventHandler) -> None:
        self._handlers.setdefault(name, []).append(handler)

    async def dispatch(self, session: AsyncSession, event: Event) -> None:
        token, arguments = _current.set((session, event)), event.arguments()
        try:
            for handler in self._handlers.get(event.event_name, ()):
                await handler(**arguments)
            for handler in self._handlers.get("*", ()):
                await handler(event_name=event.event_name, **arguments)
        finally:
            _current.reset(token)


def current_session() -> AsyncSession:
    """Return the transaction in which the event being handled happened.

    Raises:
        RuntimeError: called outside an event handler.
    """
    return _handled()[0]


def current_event() -> Event:
    """Return the event that is being handled.

    Raises:
        RuntimeError: called outside an event handler.
    """
    return _handled()[1]


def _handled() -> tuple[AsyncSession, Event]:
    handled = _current.get()
    if handled is None:
        raise RuntimeError("This is only known inside an event handler.")
    return handled


async def emit(session: AsyncSession, event: Event) -> None:
    """Tell every handler, and after the commit every open page if the event is announced. A handler that raises undoes
    the whole change.
    """
    bus: EventBus = session.info["events"]
    await bus.dispatch(session, event)
    if event.announced:
        tell_pages(session, event)


EVERYWHERE: frozenset[str] = frozenset()
"""Where something happened that concerns all of an owner's workspaces."""


def tell_pages(session: AsyncSession, message: PageMessage, *, at: frozenset[str] | None = None) -> None:
    """Tell open pages alone, once the transaction has been committed, and not otherwise.

    It goes to those who see all workspaces in ``at``; left out, all that the transaction has touched so far.
    """
    _tell(session, {"type": message.event_name, **message.for_pages()}, at)


def _tell(session: AsyncSession, told: dict[str, Any], at: frozenset[str] | None) -> None:
    places = touched_places(session) if at is None else at
    session.info.setdefault("page_messages", []).append((owner_in_scope(), told, places))


def tell_changed(
    session: AsyncSession,
    kind: Resource,
    key: str | None,
    *,
    status: str | None = None,
    at: frozenset[str] | None = None,
) -> None:
    """Tell open pages that a thing is no longer as they show it; without a ``key``, that several of its kind are not.

    The message is the one that the kind names; ``status`` is told where the state of the thing is what has changed.
    """
    told = {"type": kind.changed, kind.id_name: key} | ({} if status is None else {"status": status})
    _tell(session, told, at)


def touched_places(session: AsyncSession) -> frozenset[str]:
    """Return the workspaces that the transaction has touched so far; none where there are no workspaces."""
    scope = current_scope()
    if not isinstance(scope, Scope) or scope.workspace is None:
        return frozenset()
    touched: set[str] = session.info.get("places", set()) - {TRASH}
    found = touched if scope.workspaces is None else touched & scope.workspaces
    return frozenset(found or {scope.workspace})
