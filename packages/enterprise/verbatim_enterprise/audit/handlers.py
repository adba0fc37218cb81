"""Every event becomes a row, in its own transaction; those of other plugins too, without being told of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import select

from verbatim_enterprise.audit.context import current_request, origin_of
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.tags import ActorType
from verbatim_enterprise.host import Scope, current_session, scope_or_none
from verbatim_enterprise.users.models import User

RESOURCE_OF: Final[Mapping[str, str]] = {"transcription": "recording", "team.workspace_changed": "workspace"}
"""What events, or one of them, are about, where that is not what their names begin with."""
_PREVIOUS: Final = "previous_"


async def write_row(event_name: str, **arguments: Any) -> None:
    """Write down an event."""
    session = current_session()
    request = current_request()
    kind = event_name.partition(".")[0]
    resource_type = RESOURCE_OF.get(event_name, RESOURCE_OF.get(kind, kind))
    resource_id = arguments.pop(f"{resource_type}_id", None)
    name = arguments.pop("name", None) or arguments.pop("username", None)
    before = {
        field.removeprefix(_PREVIOUS): arguments.pop(field) for field in list(arguments) if field.startswith(_PREVIOUS)
    }
    after = {field: arguments.pop(field) for field in before if field in arguments}
    origin = origin_of(request)
    person = arguments.get("user_id")
    if person is not None:
        arguments["user"] = await session.scalar(select(User.username).where(User.id == person))
    if kind == "session":
        arguments.pop("address", None)  # it has a column of its own
        if origin.actor_id is None and person is not None:  # nobody has been identified yet
            known = {"actor_type": ActorType.USER, "actor_id": person, "actor_name": arguments["user"]}
            origin = replace(origin, session_id=resource_id, **known)
        if resource_id is None:
            resource_type, resource_id, name = "user", person, arguments.get("user")
    scope = scope_or_none()
    team_id = arguments.get("team_id") or (scope.write if isinstance(scope, Scope) else None)
    await log_event(
        session,
        tag=event_name,
        origin=replace(origin, team_id=None) if kind in {"user", "session"} else origin,
        resource_type=resource_type,
        resource_id=resource_id,
        resource_name=name,
        team_id=resource_id if resource_type == "team" else team_id,
        before=before,
        after=after,
        details=arguments,
    )
