"""`/api/teams/{team_id}/retention`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller, CallerDep
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Effect, MessageResponse, Permission, Router, any_user, declares, utcnow
from verbatim_enterprise.retention import service
from verbatim_enterprise.retention.models import Basis, RetentionRule
from verbatim_enterprise.retention.preview import preview
from verbatim_enterprise.retention.schemas import (
    PreviewResponse,
    RetentionResponse,
    RuleActivate,
    RuleCreate,
    RuleResponse,
    RuleUpdate,
)
from verbatim_enterprise.retention.selection import Terms
from verbatim_enterprise.retention.sight import refuse_unseen, responses
from verbatim_enterprise.retention.team_session import TeamSession
from verbatim_enterprise.teams.access import Access, enter_team
from verbatim_enterprise.teams.policy import TeamAction

# Whoever is signed in may call, and keys that may manage teams; the team's policy decides.
router = Router(dependencies=[any_user(delegates=Permission.TEAM_MANAGE)])

MANAGE = TeamAction.MANAGE_RETENTION
PATH = "/{team_id}/retention"


async def _enter(session: AsyncSession, team_id: str, caller: Caller) -> Access:
    return await enter_team(session, team_id, caller, MANAGE, lock=True)


async def _answer(session: AsyncSession, access: Access, rule: RetentionRule) -> RuleResponse:
    return (await responses(session, access, [rule]))[0]


@router.get(PATH)
async def list_rules(session: TeamSession, caller: CallerDep, team_id: str) -> RetentionResponse:
    """List how long a team's content is kept: the rule of the whole team first, then those of projects."""
    access = await enter_team(session, team_id, caller)
    rules = await service.rules_of_team(session)
    return RetentionResponse(
        items=await responses(session, access, rules),
        total=len(rules),
        grace_days=enterprise_settings().retention.retention_grace_days,
        may_change=access.may(MANAGE),
    )


@router.get(f"{PATH}/preview")
async def preview_rule(
    session: TeamSession,
    caller: CallerDep,
    team_id: str,
    keep_days: Annotated[int | None, Query(ge=1, le=36_500, description="Left out: kept for ever.")] = None,
    basis: Basis = Basis.CREATED,
    project_id: Annotated[str | None, Query(max_length=36)] = None,
) -> PreviewResponse:
    """Count what a rule would delete if it were active and ran now. Nothing is changed."""
    access = await enter_team(session, team_id, caller, MANAGE)
    await refuse_unseen(session, access, project_id)
    now = utcnow()
    rules = [rule for rule in await service.rules_of_team(session) if rule.project_id != project_id]
    terms = Terms(project_id, keep_days, basis, running=True)
    return await preview(session, terms, [Terms.of(rule, now) for rule in rules], now)


@router.post(f"{PATH}/rules", status_code=201)
async def create_rule(session: TeamSession, caller: CallerDep, team_id: str, body: RuleCreate) -> RuleResponse:
    """Make a rule. It is a draft and deletes nothing until it is activated."""
    access = await _enter(session, team_id, caller)
    await refuse_unseen(session, access, body.project_id)
    rule = await service.create_rule(session, caller, body)
    return await _answer(session, access, rule)


@router.patch(f"{PATH}/rules/{{rule_id}}")
async def update_rule(
    session: TeamSession, caller: CallerDep, team_id: str, rule_id: str, body: RuleUpdate
) -> RuleResponse:
    """Change a rule. It is a draft again, and the team's other rules wait for another time of grace."""
    access = await _enter(session, team_id, caller)
    rule = await service.get_rule(session, rule_id)
    await service.update_rule(session, rule, body)
    return await _answer(session, access, rule)


@router.post(f"{PATH}/rules/{{rule_id}}/activate")
async def activate_rule(
    session: TeamSession, caller: CallerDep, team_id: str, rule_id: str, body: RuleActivate
) -> RuleResponse:
    """Let a rule delete from the end of the time of grace on; ``confirm`` repeats the team's name."""
    access = await _enter(session, team_id, caller)
    rule = await service.get_rule(session, rule_id)
    await service.activate_rule(session, caller, rule, team_name=access.team.name, confirm=body.confirm)
    return await _answer(session, access, rule)


@router.post(
    f"{PATH}/rules/{{rule_id}}/pause", dependencies=[declares(Effect.STOP, note="rules go on deleting in every state")]
)
async def pause_rule(session: TeamSession, caller: CallerDep, team_id: str, rule_id: str) -> RuleResponse:
    """Make a rule a draft again: it deletes nothing more."""
    access = await _enter(session, team_id, caller)
    rule = await service.get_rule(session, rule_id)
    await service.pause_rule(session, rule)
    return await _answer(session, access, rule)


@router.delete(f"{PATH}/rules/{{rule_id}}")
async def delete_rule(session: TeamSession, caller: CallerDep, team_id: str, rule_id: str) -> MessageResponse:
    """Delete a rule. The team's other rules wait for another time of grace: what this one kept may now fall to them."""
    await _enter(session, team_id, caller)
    await service.delete_rule(session, await service.get_rule(session, rule_id))
    return MessageResponse(message="The rule was deleted.", id=rule_id)
