"""Settings of retention."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from verbatim_enterprise.host import Group


class RetentionSettings(Group):
    """Deleting content by age."""

    title: ClassVar[str] = "Retention"

    retention_grace_days: float = Field(
        7, ge=0, le=365, description="Days between confirming a retention rule and its first deletion."
    )
