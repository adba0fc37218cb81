"""Every event becomes a row, in its own transaction; those of other plugins too, without being told of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from sqlalchemy import select

from verbatim_enterprise.audit.changes import changes_of, snapshot
from verbatim_enterprise.audit.context import Origin, current_request, origin_of
from verbatim_enterprise.audit.names import named
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.tags import ActorType, AuditTag
from verbatim_enterprise.auth.resource import SESSION
from verbatim_enterprise.host import Event, Scope, current_event, current_session, scope_or_none
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.resource import USER

_PREVIOUS: Final = "previous_"


async def write_row(event_name: str, **arguments: Any) -> None:
    """Write down an event."""
    session = current_session()
    event = current_event()
    resource_type, id_name = _subject(event)
    resource_id = arguments.pop(id_name, None)
    details = {**arguments, **event.facts}
    name = details.pop("name", None) or details.pop("username", None)
    before, after = _sides(details)
    if event_name == AuditTag.USER_DELETED:  # the account goes after its event
        before = snapshot(USER, await session.get_one(User, resource_id))
    if (person := details.get("user_id")) is not None:
        details["user"] = await session.scalar(select(User.username).where(User.id == person))
    origin = origin_of(current_request())
    if event.subject is SESSION:
        origin = _of_session(origin, resource_id, details)
        if resource_id is None:
            resource_type, resource_id, name = "user", person, details.get("user")
    columns = {
        "resource_type": resource_type,
        "resource_id": resource_id,
        "resource_name": name,
        "team_id": resource_id if resource_type == "team" else details.get("team_id") or _team_in_scope(),
        "before": before,
        "after": after,
        "details": details,
    }
    if name is None and not changes_of(session.info).name_of(resource_type, resource_id):
        columns = await named(session, columns)
    own_team = event.subject in {USER, SESSION}
    await log_event(session, tag=event_name, origin=replace(origin, team_id=None) if own_team else origin, **columns)


def _subject(event: Event) -> tuple[str, str]:
    """Return what an event is about, and the name of the field with its id. Events of plugins may leave that to their
    names.
    """
    kind = event.event_name.partition(".")[0]
    return (kind, f"{kind}_id") if event.subject is None else (event.subject.name, event.subject.id_name)


def _sides(details: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Take out of the details what was changed: its values before and after."""
    changed = [name for name in details if name.startswith(_PREVIOUS)]
    before = {name.removeprefix(_PREVIOUS): details.pop(name) for name in changed}
    return before, {name: details.pop(name) for name in before if name in details}


def _of_session(origin: Origin, session_id: str | None, details: dict[str, Any]) -> Origin:
    """Return who signed in, or tried to: nobody has been identified yet."""
    details.pop("address", None)  # it has a column of its own
    if origin.actor_id is not None or details.get("user_id") is None:
        return origin
    known = {"actor_type": ActorType.USER, "actor_id": details["user_id"], "actor_name": details["user"]}
    return replace(origin, session_id=session_id, **known)


def _team_in_scope() -> str | None:
    scope = scope_or_none()
    return scope.write if isinstance(scope, Scope) else None
