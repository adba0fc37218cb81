"""What retention does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim_enterprise.host import Event, Resource
from verbatim_enterprise.retention.resource import RETENTION_RULE


@dataclass(frozen=True, kw_only=True)
class RetentionRuleChanged(Event):
    """A rule of how long content is kept was made, changed, activated, paused or deleted (``change``).

    Without a ``project_id`` it is the team's; without ``keep_days`` it keeps for ever. An active one deletes from
    ``starts_at`` (UTC) on.
    """

    event_name: ClassVar[str] = "retention.rule_changed"
    subject: ClassVar[Resource | None] = RETENTION_RULE
    announced: ClassVar[bool] = False
    rule_id: str
    change: str
    project_id: str | None
    keep_days: int | None
    basis: str
    status: str
    starts_at: str | None


@dataclass(frozen=True, kw_only=True)
class RetentionDeleted(Event):
    """A rule had some recordings or documents deleted because of their age; each of them is told of as well."""

    event_name: ClassVar[str] = "retention.deleted"
    subject: ClassVar[Resource | None] = RETENTION_RULE
    rule_id: str
    project_id: str | None
    recordings: int
    documents: int
    bytes: int
