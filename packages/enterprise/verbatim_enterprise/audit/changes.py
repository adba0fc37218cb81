"""Before and after: which fields of things worth it a transaction changed, as the unit of work sees it.

Only what the resources call ``audited`` is looked at; a new column says nothing until somebody decided that it may.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, Final

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session

from verbatim_enterprise.audit.bookkeeping import counts, statement_counts
from verbatim_enterprise.audit.context import WRITER
from verbatim_enterprise.audit.scrub import MAX_TEXT, fields
from verbatim_enterprise.host import Resource, ScopedSession, resources_of

_INFO: Final = "audit_changes"
_CONTEXT: Final = 40


@dataclass
class Change:
    """What became of one thing in a transaction. ``place`` is the workspace it lies in now."""

    name: str | None = None
    place: str | None = None
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


@dataclass
class Changes:
    """What a transaction did so far. ``any`` says that it changed something, of whatever kind, that is more than the
    server's own book-keeping.
    """

    any: bool = False
    things: dict[tuple[str, str], Change] = field(default_factory=dict)

    def of(self, resource_type: str | None, resource_id: str | None) -> Change | None:
        return self.things.get((resource_type or "", resource_id or ""))

    def name_of(self, resource_type: str | None, resource_id: str | None) -> str | None:
        change = self.of(resource_type, resource_id)
        return None if change is None else change.name


def changes_of(info: dict[Any, Any]) -> Changes:
    """Return what the transaction of a session's ``info`` did so far."""
    found: Changes = info.setdefault(_INFO, Changes())
    return found


def _watched(session: Session, row: Any) -> Resource | None:
    found = resources_of(session).of(row)
    return found if found is not None and found.audited else None


def _note(session: Session, row: Any, kind: str) -> None:
    watched = _watched(session, row)
    if watched is None:
        return
    state = inspect(row)
    change = changes_of(session.info).things.setdefault((watched.name, str(row.id)), Change())
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for column in watched.audited:
        history = state.attrs[column].history
        now = state.dict.get(column)
        name = watched.shown_as.get(column, column)
        if kind == "new":
            after[name] = now if column in watched.choices else _whole(now)
        elif kind == "deleted":
            before[name] = _whole(now)
        elif history.added and history.has_changes():
            before[name], after[name] = _difference(history.deleted[0] if history.deleted else None, now)
    change.before = _merged(fields(before), change.before)
    change.after = _merged(change.after, fields(after))
    if watched.in_workspace:
        change.place = state.dict.get("workspace_id")
    if watched.title in watched.audited and (title := state.dict.get(watched.title)):
        change.name = str(title)


def _whole(value: Any) -> Any:
    """Return a value that came or went as a whole; of metadata only what it was about, so that the log does not keep
    what people delete.
    """
    return sorted(map(str, value)) if isinstance(value, Mapping) else value


def _difference(before: Any, after: Any) -> tuple[Any, Any]:
    """Return both values; of two mappings what only one of them has, or what differs, and of two long texts the part
    that differs.
    """
    if isinstance(before, str) and isinstance(after, str):
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
        start = max(0, alike - _CONTEXT)
        return (before, after) if start < MAX_TEXT - 2 * _CONTEXT else (f"…{before[start:]}", f"…{after[start:]}")
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return before, after
    same = {name for name in before.keys() & after.keys() if before[name] == after[name]}
    left, right = ({name: side[name] for name in side if name not in same} for side in (before, after))
    return left, right


def _merged(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Return both; where they disagree the second counts, in metadata name by name."""
    both = {name for name in first.keys() & second.keys() if isinstance(first[name], dict)}
    inner = {name: first[name] | second[name] for name in both if isinstance(second[name], dict)}
    return {**first, **second, **inner}


def snapshot(resource: Resource, row: Any) -> dict[str, Any]:
    """Return the fields of something that the log shows, as they are now."""
    return fields({resource.shown_as.get(name, name): _whole(getattr(row, name)) for name in resource.audited})


def _before_flush(session: Session, _context: Any, _instances: Any) -> None:
    if WRITER.found(session) is None or not (session.new or session.dirty or session.deleted):
        return
    changes = changes_of(session.info)
    for kind, rows in (("new", session.new), ("changed", session.dirty), ("deleted", session.deleted)):
        for row in rows:
            changes.any = changes.any or _counts(row, kind)
            if kind == "new" and _watched(session, row) is not None and row.id is None:
                continue  # its key is made while it is flushed, and `_after_flush` sees it
            _note(session, row, kind)


def _after_flush(session: Session, _context: Any) -> None:
    if WRITER.found(session) is not None:
        for row in session.new:
            _note(session, row, "new")


def _counts(row: Any, kind: str) -> bool:
    changed = None
    if kind == "changed":
        changed = [attribute.key for attribute in inspect(row).attrs if attribute.history.has_changes()]
    return counts(type(row), changed)


def _executed(state: ORMExecuteState) -> None:
    if WRITER.found(state.session) is not None and not state.is_select and statement_counts(state):
        changes_of(state.session.info).any = True


def install() -> None:
    """Watch every session; those of a server without the log are left alone."""
    if not event.contains(ScopedSession, "before_flush", _before_flush):
        event.listen(ScopedSession, "before_flush", _before_flush)
        event.listen(ScopedSession, "after_flush", _after_flush)
        event.listen(ScopedSession, "do_orm_execute", _executed)
