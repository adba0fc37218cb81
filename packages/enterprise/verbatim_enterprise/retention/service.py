"""Rules of how long a team's content is kept: making, changing, activating and pausing them."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import emit, utcnow
from verbatim_enterprise.retention.errors import (
    ForeverError,
    RuleExistsError,
    RuleNotConfirmedError,
    RuleNotFoundError,
    RuleStateError,
    TooManyRulesError,
)
from verbatim_enterprise.retention.events import RetentionRuleChanged
from verbatim_enterprise.retention.models import RetentionRule, RuleStatus
from verbatim_enterprise.retention.schemas import RuleCreate, RuleUpdate

MOST = 50
"""Rules of one team: each is a condition in the search for what has had its time."""


async def rules_of_team(session: AsyncSession, *, lock: bool = False) -> list[RetentionRule]:
    """Return the rules in scope, the team's first; with ``lock`` nobody changes them meanwhile."""
    statement = select(RetentionRule).order_by(RetentionRule.project_id.is_not(None), RetentionRule.created_at)
    if lock:
        statement = statement.with_for_update(read=True).execution_options(populate_existing=True)
    return list(await session.scalars(statement))


async def get_rule(session: AsyncSession, rule_id: str) -> RetentionRule:
    """Return a rule in scope, locked.

    Raises:
        RuleNotFoundError: there is none.
    """
    statement = select(RetentionRule).where(RetentionRule.id == rule_id).with_for_update()
    found: RetentionRule | None = await session.scalar(statement)
    if found is None:
        raise RuleNotFoundError
    return found


async def create_rule(session: AsyncSession, caller: Caller, body: RuleCreate) -> RetentionRule:
    """Make a rule that is a draft. The caller has locked the team and looked at the project.

    Raises:
        ForeverError, RuleExistsError, TooManyRulesError
    """
    if body.project_id is None and body.keep_days is None:
        raise ForeverError
    same = RetentionRule.project_id.is_not_distinct_from(body.project_id)
    if await session.scalar(select(RetentionRule.id).where(same)) is not None:
        raise RuleExistsError
    if (await session.scalar(select(func.count(RetentionRule.id))) or 0) >= MOST:
        raise TooManyRulesError
    rule = RetentionRule(project_id=body.project_id, keep_days=body.keep_days, basis=body.basis, created_by=caller.id)
    session.add(rule)
    await _changed(session, rule, "created")
    return rule


async def update_rule(session: AsyncSession, rule: RetentionRule, body: RuleUpdate) -> None:
    """Change a rule. It is a draft again, and the team's other rules wait anew: what it kept may now fall to them.

    Raises:
        ForeverError: it would keep the whole team for ever.
    """
    if "keep_days" in body.model_fields_set:
        if body.keep_days is None and rule.project_id is None:
            raise ForeverError
        rule.keep_days = body.keep_days
    if body.basis is not None:
        rule.basis = body.basis
    _stop(rule)
    await wait_anew(session)
    await _changed(session, rule, "changed")


async def activate_rule(
    session: AsyncSession, caller: Caller, rule: RetentionRule, *, team_name: str, confirm: str
) -> None:
    """Let a rule delete, once the time of grace is over.

    Raises:
        RuleNotConfirmedError: ``confirm`` is not the team's name.
        RuleStateError: it is active.
    """
    if confirm.strip() != team_name:
        raise RuleNotConfirmedError
    if rule.status == RuleStatus.ACTIVE:
        raise RuleStateError
    now = utcnow()
    rule.status, rule.starts_at = RuleStatus.ACTIVE, now + _grace()
    rule.confirmed_by, rule.confirmed_by_name, rule.confirmed_at = caller.id, caller.name, now
    await _changed(session, rule, "activated")


async def pause_rule(session: AsyncSession, rule: RetentionRule) -> None:
    """Let a rule delete nothing more.

    Raises:
        RuleStateError: it is a draft.
    """
    if rule.status != RuleStatus.ACTIVE:
        raise RuleStateError
    _stop(rule)
    await _changed(session, rule, "paused")


async def delete_rule(session: AsyncSession, rule: RetentionRule) -> None:
    """Delete a rule; the team's other rules wait anew, because what it kept may now fall to them."""
    event = _event(rule, "deleted")
    await session.delete(rule)
    await session.flush()
    await wait_anew(session)
    await emit(session, event)


def _stop(rule: RetentionRule) -> None:
    rule.status, rule.starts_at = RuleStatus.DRAFT, None
    rule.confirmed_by = rule.confirmed_by_name = rule.confirmed_at = None


def _grace() -> timedelta:
    return timedelta(days=enterprise_settings().retention.retention_grace_days)


async def wait_anew(
    session: AsyncSession, *, but_for: str | None = None, unless_within: timedelta = timedelta(0)
) -> None:
    """Let the running rules, but for that of one project, begin their time of grace again: what another rule kept may
    now fall to them. One that waits nearly its whole time need not, ``unless_within`` says how nearly.
    """
    start = utcnow() + _grace()
    active = (RetentionRule.status == RuleStatus.ACTIVE, RetentionRule.starts_at < start - unless_within)
    others = RetentionRule.project_id.is_distinct_from(but_for) if but_for is not None else true()
    statement = select(RetentionRule).where(*active, others).order_by(RetentionRule.id).with_for_update()
    for rule in await session.scalars(statement):
        rule.starts_at = start
        await _changed(session, rule, "waits_anew")


async def _changed(session: AsyncSession, rule: RetentionRule, change: str) -> None:
    rule.updated_at = utcnow()
    await session.flush()
    await emit(session, _event(rule, change))


def _event(rule: RetentionRule, change: str) -> RetentionRuleChanged:
    return RetentionRuleChanged(
        rule_id=rule.id,
        change=change,
        project_id=rule.project_id,
        keep_days=rule.keep_days,
        basis=rule.basis,
        status=rule.status,
        starts_at=None if rule.starts_at is None else rule.starts_at.isoformat(timespec="seconds"),
    )
