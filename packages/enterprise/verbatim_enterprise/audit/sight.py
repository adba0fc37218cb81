"""What a reader of the log may learn of content: what a thing is called is for those who may see the thing itself.

Rows keep the names, so that they can be read after the thing is gone. Whoever reads the log from outside a team, or
from outside a private workspace, sees who did what and when, and the ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fastapi import Request
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.rows import Row
from verbatim_enterprise.host import Permission, Resources, resources_of, signed_in
from verbatim_enterprise.teams.models import Workspace
from verbatim_enterprise.teams.sight import Sight

WORKSPACE: Final = "workspace_id"
"""Where in ``details`` the workspace stands that a thing lay in."""
_NO_NAMES: Final = frozenset(
    {"change", "key_name", "left_out", "method", "parameters", "path", "route", "segment_ids", "status", "with_team"}
)


def without_names(row: Row, resources: Resources) -> dict[str, Any]:
    """Return a row as outsiders of its team may read it; what is no content they read whole."""
    resource = resources.named(row["resource_type"])
    if resource is None or not resource.is_private:
        return dict(row)
    sides = {name: _ids(row[name]) or None for name in ("before", "after")}
    return {**row, "resource_name": None, "details": _ids(row["details"]), **sides}


def _ids(fields: Mapping[str, Any] | None) -> dict[str, Any]:
    given = (fields or {}).items()
    return {name: value for name, value in given if name in _NO_NAMES or name.endswith("_id")}


def workspace_of(places: Iterable[str | None]) -> dict[str, str]:
    """Return what ``details`` say of where a thing lay; nothing where it lay in several workspaces."""
    known = {place for place in places if place}
    return {WORKSPACE: known.pop()} if len(known) == 1 else {}


@dataclass(frozen=True)
class Reader:
    """Somebody who reads the log. ``whole`` are the teams of which they see every workspace."""

    resources: Resources
    sights: Mapping[str, Sight]
    whole: frozenset[str]

    def sees(self, row: Row) -> bool:
        """Say whether the reader may see what a row is about. Where it lay is not always known: then who sees all of
        the team does.
        """
        resource = self.resources.named(row["resource_type"])
        if resource is None or not resource.is_private:
            return True
        sight = self.sights.get(row["team_id"] or "")
        if sight is None:
            return False
        place = row["details"].get(WORKSPACE)
        if not resource.in_workspace:
            return True
        return row["team_id"] in self.whole if place is None else place in sight.seen

    def view(self, row: Row) -> dict[str, Any]:
        """Return a row as the reader sees it; ``names_hidden`` says that it has more."""
        shown = dict(row) if self.sees(row) else without_names(row, self.resources)
        return {**shown, "names_hidden": shown != row}

    def views(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        """Return rows as the reader sees them."""
        return [self.view(row) for row in rows]


async def reader_of(session: AsyncSession, request: Request) -> Reader:
    """Return what the caller may see of content: that of their own teams; with a key only if it may read recordings."""
    principal = signed_in(request)
    key, live = getattr(principal, "key", None), getattr(principal, "session", None)
    sights: dict[str, Sight] = {}
    if key is not None and Permission.RECORDING_READ in key.scopes:
        sights = {team_id: key.sight(team_id) for team_id in key.teams}
    elif live is not None:
        sights = live.sights
    counts = select(Workspace.team_id, func.count()).where(Workspace.team_id.in_(sights)).group_by(Workspace.team_id)
    rows = (await session.execute(counts)).all() if sights else []
    return Reader(
        resources_of(session),
        sights,
        frozenset(team_id for team_id, count in rows if count == len(sights[team_id].seen)),
    )
