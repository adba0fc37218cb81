"""What a retention rule is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.host import Resource
from verbatim_enterprise.retention.models import RetentionRule

RETENTION_RULE = Resource(
    name="retention_rule",
    id_names=("rule_id",),
    model=RetentionRule,
    audited=("project_id", "keep_days", "basis", "status", "starts_at"),
)
