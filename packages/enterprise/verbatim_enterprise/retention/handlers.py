"""What retention does when a recording falls to another rule because its project no longer keeps it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from verbatim_enterprise.host import current_session
from verbatim_enterprise.retention.models import RetentionRule
from verbatim_enterprise.retention.service import delete_rule, wait_anew

_NEAR: Final = timedelta(hours=1)
"""So that rules do not begin anew for each of many recordings."""


async def project_deleted(project_id: str, name: str) -> None:  # noqa: ARG001 - the event's arguments
    """Delete the rule of a project that is gone; what it kept waits before another rule takes it."""
    session = current_session()
    rule = await session.scalar(select(RetentionRule).where(RetentionRule.project_id == project_id))
    if rule is not None:
        await delete_rule(session, rule)


async def recording_removed(project_id: str, recording_id: str) -> None:  # noqa: ARG001 - the event's arguments
    """Let the other rules wait when a recording leaves a project that has one of its own."""
    session = current_session()
    there = select(RetentionRule.id).where(RetentionRule.project_id == project_id)
    if await session.scalar(there) is not None:
        await wait_anew(session, but_for=project_id, unless_within=_NEAR)
