"""Events: what happened, told inside the transaction that made it true.

Handlers run before the commit, so whatever they write is kept or dropped together with the change itself. A handler
gets exactly the event's keyword arguments; `current_session` gives it the transaction, `current_event` the rest.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field, fields
from string import Formatter
from types import MappingProxyType
from typing import Any, ClassVar

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.ownership import TRASH, Scope, current_scope, owner_in_scope
from verbatim.core.resources import Resource

EventHandler = Callable[..., Awaitable[None]]


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened. Subclasses are frozen dataclasses whose fields are the event's keyword arguments.

    ``subject`` is the kind of thing that it is about; the field with its id has the name that the resource gives it.
    ``resource`` is what those who are told outside get to see along with it, which may be another kind. ``links`` are
    paths of the API with fields in braces, by the name of what is found there. Open pages hear of an event that is
    ``announced``, with all its fields: others are for handlers only. ``facts`` are no argument: they say what exactly
    was done, to whoever keeps a record of it; ``previous_x`` is what ``x`` was before. Of the facts open pages hear
    those in ``shown``, so that they need not fetch all of a thing for a part that changed. What is ``for_operators`` is
    about the installation: outside it is told only to those who operate it and ask for it by name.
    """

    event_name: ClassVar[str]
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
        return [one.name for one in fields(cls) if one.name != "facts"]

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


def _descendants(cls: type[Event]) -> list[type[Event]]:
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
        announce(session, event.event_name, **event.for_pages())


EVERYWHERE: frozenset[str] = frozenset()
"""Where something happened that concerns all of an owner's workspaces."""


def announce(session: AsyncSession, message_type: str, *, at: frozenset[str] | None = None, **fields: Any) -> None:
    """Send a message to open pages once the transaction has been committed, and not otherwise.

    It goes to those who see all workspaces in ``at``; left out, all that the transaction has touched so far.
    """
    message = {"type": message_type, **fields}
    places = touched_places(session) if at is None else at
    session.info.setdefault("announcements", []).append((owner_in_scope(), message, places))


def touched_places(session: AsyncSession) -> frozenset[str]:
    """Return the workspaces that the transaction has touched so far; none where there are no workspaces."""
    scope = current_scope()
    if not isinstance(scope, Scope) or scope.workspace is None:
        return frozenset()
    touched: set[str] = session.info.get("places", set()) - {TRASH}
    found = touched if scope.workspaces is None else touched & scope.workspaces
    return frozenset(found or {scope.workspace})
