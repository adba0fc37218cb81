"""What a request did, told by its route: for changes that no event describes, and for requests that were refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from starlette.requests import HTTPConnection

from verbatim_enterprise.audit.changes import changes_of
from verbatim_enterprise.audit.context import WRITER, RequestContext, current_request, origin_of
from verbatim_enterprise.audit.scrub import line
from verbatim_enterprise.audit.service import LOGGED, place_of, write_rows
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import ERROR_CODE, ScopedSession, only_reads, resources_of

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def route_of(scope: Mapping[str, Any]) -> str | None:
    """Return the path of the route that a request has reached, with names in the place of what stands there."""
    if "route" not in scope:
        return None
    parts = str(scope["path"]).split("/")
    for name, value in scope.get("path_params", {}).items():
        if str(value) in parts:
            parts[len(parts) - 1 - parts[::-1].index(str(value))] = f"{{{name}}}"
    return "/".join(parts)


def target_of(scope: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a request is about, as columns of a row: the last id in its path, else the first part of it. What
    else the path names stands in the details.

    Where no route was reached the path is told as it was sent, without what looks like a token.
    """
    route, parameters = route_of(scope), scope.get("path_params", {})
    details = {
        "method": scope.get("method", "WEBSOCKET"),
        "route" if route else "path": route or line(str(scope["path"])),
    }
    parts = [part for part in (route or details["path"]).split("/") if part and part not in {"api", "admin"}]
    found: dict[str, Any] = {"resource_type": None, "resource_id": None}
    if parts:
        found["resource_type"] = parts[0].removesuffix("s")
    named = {name: str(value) for name, value in parameters.items() if name.endswith("_id")}
    if named:
        last = list(named)[-1]
        resource = HTTPConnection(dict(scope)).app.state.database.resources.with_id(last)
        kind = last.removesuffix("_id") if resource is None else resource.name
        found = {"resource_type": kind, "resource_id": named.pop(last)}
    if not parameters and (ids := [part for part in parts[1:] if _ID.fullmatch(part)]):
        found["resource_id"] = ids[0]
    if (team := parameters.get("team_id")) is not None:
        found["team_id"] = str(team)
        named.pop("team_id", None)  # it has a column of its own
    return {**found, "details": details | named}


def describe_change(session: Session) -> None:
    """Write a row for what a request changed when nothing else has: just before the commit, in the same transaction."""
    writer = WRITER.found(session)
    request = current_request()
    if writer is None or request is None or session.in_nested_transaction() or only_reads(session):
        return
    told = session.info.get(LOGGED) or (request.changed and not request.is_socket)
    if told or not request.changes_something or not request.is_in_a_route:
        return
    session.flush()
    changes = changes_of(session.info)
    if not changes.any:
        return
    columns = target_of(request.scope)
    change = changes.of(columns["resource_type"], columns["resource_id"])
    if change is None and len(changes.things) == 1:
        (key, change), *_ = changes.things.items()
        columns |= {"resource_type": key[0], "resource_id": key[1]}
    if change is not None:
        columns |= {"before": change.before, "after": change.after, "resource_name": change.name}
    resource = resources_of(session).named(columns["resource_type"])
    if resource is not None and resource.in_workspace:
        columns["details"] |= place_of(cast("AsyncSession", session), change)  # it looks at ``info`` only
    write_rows(session, [writer.row(AuditTag.REQUEST_CHANGED, origin_of(request), **columns)])


def install() -> None:
    """Look at every commit; those of a server without the log are left alone."""
    if not event.contains(ScopedSession, "before_commit", describe_change):
        event.listen(ScopedSession, "before_commit", describe_change)


def refusal(request: RequestContext, status: int) -> dict[str, Any]:
    """Return the columns of a row about a request that was not done."""
    columns = target_of(request.scope)
    columns["details"]["status"] = status
    if (code := request.scope.get(ERROR_CODE)) is not None:
        columns["details"]["code"] = code
    return columns
