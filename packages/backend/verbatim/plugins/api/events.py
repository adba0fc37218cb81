"""Changes that are told to whoever listens."""

from verbatim.core.events import Event, all_events, announce, current_event, current_session, emit, touched_places

__all__ = ["Event", "all_events", "announce", "current_event", "current_session", "emit", "touched_places"]
