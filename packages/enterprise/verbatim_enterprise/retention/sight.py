"""What of a team's rules is for whom: figures are the whole team's, a project is named only to those who see it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import content_class
from verbatim_enterprise.retention.errors import ProjectNotSeenError
from verbatim_enterprise.retention.models import Basis, RetentionRule, RuleStatus
from verbatim_enterprise.retention.schemas import RuleResponse
from verbatim_enterprise.teams.access import Access
from verbatim_enterprise.teams.sight import sight_of, sights_of


async def names_of_projects(session: AsyncSession, access: Access, ids: list[str]) -> dict[str, str]:
    """Return the names of those projects that the caller sees; from outside a team nobody sees any."""
    team_id = access.team.id
    sights = await sights_of(session, access.caller.id, [team_id] if access.role is not None else [])
    seen = sight_of(sights, team_id).seen
    project = content_class("projects")
    # Said outright: the scope in force is the whole team's.
    named = select(project.id, project.name).where(project.id.in_(ids), project.workspace_id.in_(seen))
    return {row[0]: row[1] for row in await session.execute(named)}


async def refuse_unseen(session: AsyncSession, access: Access, project_id: str | None) -> None:
    """Insist that the caller sees a project, if there is one.

    Raises:
        ProjectNotSeenError: they do not.
    """
    if project_id is not None and project_id not in await names_of_projects(session, access, [project_id]):
        raise ProjectNotSeenError


async def responses(session: AsyncSession, access: Access, rules: list[RetentionRule]) -> list[RuleResponse]:
    """Return rules as the caller may see them."""
    names = await names_of_projects(session, access, [rule.project_id for rule in rules if rule.project_id])
    return [
        RuleResponse(
            id=rule.id,
            for_project=rule.project_id is not None,
            project_id=rule.project_id if rule.project_id in names else None,
            project_name=names.get(rule.project_id or ""),
            keep_days=rule.keep_days,
            basis=Basis(rule.basis),
            status=RuleStatus(rule.status),
            starts_at=rule.starts_at,
            confirmed_by_name=rule.confirmed_by_name,
            confirmed_at=rule.confirmed_at,
            last_run_at=rule.last_run_at,
            deleted_recordings=rule.deleted_recordings,
            deleted_documents=rule.deleted_documents,
            deleted_bytes=rule.deleted_bytes,
            created_at=rule.created_at,
            updated_at=rule.updated_at,
        )
        for rule in rules
    ]
