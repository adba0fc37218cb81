"""Which recordings a rule is about, and which of them have had their time.

A project's rule stands before the team's, whatever its state: what lies in a project with a rule is never deleted by
the team's. A recording in several such projects is kept for as long as any of their rules says; a rule that is not
running keeps it. What is held or being worked on stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, not_, select

from verbatim_enterprise.host import Job, JobStatus, content_class
from verbatim_enterprise.retention.models import Basis, RetentionRule, RuleStatus

WORKING = (JobStatus.QUEUED, JobStatus.RUNNING)
"""The job's state counts, not the recording's: one that was never to be transcribed stays pending for good."""


@dataclass(frozen=True)
class Terms:
    """A rule as far as it matters here; ``running`` says whether it may delete."""

    project_id: str | None
    keep_days: int | None
    basis: Basis
    running: bool

    @classmethod
    def of(cls, rule: RetentionRule, now: datetime) -> Terms:
        """Return the terms of a rule as they are at ``now``."""
        running = rule.status == RuleStatus.ACTIVE and rule.starts_at is not None and rule.starts_at <= now
        return cls(rule.project_id, rule.keep_days, Basis(rule.basis), running)

    def cutoff(self, now: datetime) -> datetime:
        """Return the moment before which a recording has had its time.

        Raises:
            ValueError: this rule keeps for ever.
        """
        if self.keep_days is None:
            raise ValueError("A rule that keeps for ever has no end.")
        return now - timedelta(days=self.keep_days)


def moment(basis: Basis) -> ColumnElement[datetime]:
    """Return what a recording's age counts from."""
    recording, transcript = content_class("recordings"), content_class("transcripts")
    if basis is Basis.CREATED:
        created: ColumnElement[datetime] = recording.created_at
        return created
    corrected = select(func.max(transcript.updated_at)).where(transcript.recording_id == recording.id).scalar_subquery()
    return case((corrected > recording.updated_at, corrected), else_=recording.updated_at)


def in_reach(terms: Terms, others: Sequence[Terms]) -> ColumnElement[bool]:
    """Return the condition of recordings that a rule is about, old and new; ``others`` are the team's other rules."""
    recording = content_class("recordings")
    if terms.project_id is not None:
        condition: ColumnElement[bool] = recording.id.in_(_inside([terms.project_id]))
        return condition
    projects = [other.project_id for other in others if other.project_id is not None]
    outside: ColumnElement[bool] = recording.id.not_in(_inside(projects))
    return outside


def due(terms: Terms, others: Sequence[Terms], now: datetime) -> ColumnElement[bool]:
    """Return the condition of recordings that a rule lets go at ``now``, but for those that are held.

    Raises:
        ValueError: the rule keeps for ever.
    """
    return and_(in_reach(terms, others), moment(terms.basis) < terms.cutoff(now), settled(terms, others, now))


def settled(terms: Terms, others: Sequence[Terms], now: datetime) -> ColumnElement[bool]:
    """Return the condition of recordings that nobody works on and that no other rule keeps at ``now``."""
    recording = content_class("recordings")
    conditions = [~select(Job.id).where(Job.id == recording.job_id, Job.status.in_(WORKING)).exists()]
    if terms.project_id is not None:
        conditions += [_not_kept_by(other, now) for other in others if other.project_id is not None]
    return and_(*conditions)


def _not_kept_by(other: Terms, now: datetime) -> ColumnElement[bool]:
    recording = content_class("recordings")
    inside: ColumnElement[bool] = recording.id.in_(_inside([other.project_id]))
    if not other.running or other.keep_days is None:
        return not_(inside)
    return not_(and_(inside, moment(other.basis) >= other.cutoff(now)))


def _inside(project_ids: Sequence[str | None]) -> Any:
    member = content_class("project_recordings")
    return select(member.recording_id).where(member.project_id.in_(project_ids))
