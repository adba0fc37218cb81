"""Which recordings and documents a rule is about, and which of them have had their time.

A project's rule stands before the team's, whatever its state: what lies in a project with a rule is never deleted by
the team's. What is in several such projects is kept for as long as any of their rules says; a rule that is not
running keeps it. What is held or being worked on stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, not_, select

from verbatim_enterprise.host import Job, JobStatus, content_class
from verbatim_enterprise.retention.models import Basis, RetentionRule, RuleStatus

WORKING = (JobStatus.QUEUED, JobStatus.RUNNING)
"""The job's state counts, not the recording's: one that was never to be transcribed stays pending for good."""


@dataclass(frozen=True)
class Kind:
    """A kind of thing that has its time: what resources call it, its table, and where it says what lies in projects."""

    name: str
    table: str
    members: str

    @property
    def model(self) -> Any:
        """Its class."""
        return content_class(self.table)

    def inside(self, project_ids: Sequence[str | None]) -> Any:
        """Return what selects the ids of those that lie in some projects."""
        member = content_class(self.members)
        return select(getattr(member, f"{self.name}_id")).where(member.project_id.in_(project_ids))


RECORDINGS: Final = Kind("recording", "recordings", "project_recordings")
DOCUMENTS: Final = Kind("document", "documents", "project_documents")
KINDS: Final = (RECORDINGS, DOCUMENTS)


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


def moment(kind: Kind, basis: Basis) -> ColumnElement[datetime]:
    """Return what the age of a thing counts from."""
    if basis is Basis.CREATED or kind is not RECORDINGS:
        from_when: ColumnElement[datetime] = kind.model.created_at if basis is Basis.CREATED else kind.model.updated_at
        return from_when
    recording, transcript = content_class("recordings"), content_class("transcripts")
    corrected = select(func.max(transcript.updated_at)).where(transcript.recording_id == recording.id).scalar_subquery()
    return case((corrected > recording.updated_at, corrected), else_=recording.updated_at)


def in_reach(kind: Kind, terms: Terms, others: Sequence[Terms]) -> ColumnElement[bool]:
    """Return the condition of things that a rule is about, old and new; ``others`` are the team's other rules."""
    if terms.project_id is not None:
        condition: ColumnElement[bool] = kind.model.id.in_(kind.inside([terms.project_id]))
        return condition
    projects = [other.project_id for other in others if other.project_id is not None]
    outside: ColumnElement[bool] = kind.model.id.not_in(kind.inside(projects))
    return outside


def due(kind: Kind, terms: Terms, others: Sequence[Terms], now: datetime) -> ColumnElement[bool]:
    """Return the condition of things that a rule lets go at ``now``, but for those that are held.

    Raises:
        ValueError: the rule keeps for ever.
    """
    old = moment(kind, terms.basis) < terms.cutoff(now)
    return and_(in_reach(kind, terms, others), old, settled(kind, terms, others, now))


def settled(kind: Kind, terms: Terms, others: Sequence[Terms], now: datetime) -> ColumnElement[bool]:
    """Return the condition of things that nobody works on and that no other rule keeps at ``now``."""
    conditions = [~select(Job.id).where(Job.id == kind.model.job_id, Job.status.in_(WORKING)).exists()]
    if terms.project_id is not None:
        conditions += [_not_kept_by(kind, other, now) for other in others if other.project_id is not None]
    return and_(*conditions)


def _not_kept_by(kind: Kind, other: Terms, now: datetime) -> ColumnElement[bool]:
    inside: ColumnElement[bool] = kind.model.id.in_(kind.inside([other.project_id]))
    if not other.running or other.keep_days is None:
        return not_(inside)
    return not_(and_(inside, moment(kind, other.basis) >= other.cutoff(now)))
