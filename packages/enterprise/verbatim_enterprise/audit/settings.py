"""What the audit log can be told."""

from __future__ import annotations

from pydantic import Field

from verbatim_enterprise.settings_group import Group


class AuditSettings(Group):
    """The audit log."""

    audit_seal_seconds: float = Field(
        2.0, gt=0, le=3600, description="Pause between two rounds of sealing the audit log."
    )
