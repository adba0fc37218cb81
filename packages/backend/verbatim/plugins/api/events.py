"""Changes that are told to handlers and to open pages."""

from verbatim.core.events import (
    Event,
    PageMessage,
    all_events,
    current_event,
    current_session,
    emit,
    tell_changed,
    tell_pages,
    touched_places,
)

__all__ = [
    "Event",
    "PageMessage",
    "all_events",
    "current_event",
    "current_session",
    "emit",
    "tell_changed",
    "tell_pages",
    "touched_places",
]
