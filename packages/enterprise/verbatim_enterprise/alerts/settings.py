"""Settings of alerts."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from verbatim_enterprise.host import CommaSeparated, Group


class AlertSettings(Group):
    """Telling administrators when a part fails, and when it is well again."""

    title: ClassVar[str] = "Alerts"

    alerts_mail: bool = Field(True, description="Send alerts to administrators and operators by mail.")
    alerts_muted: CommaSeparated = Field(
        (), description="Checks of verbatim doctor that nobody is alerted of, comma-separated, such as mail, backups."
    )
    alerts_reminder_hours: float = Field(
        72, ge=0, le=8760, description="Hours after which a part that still fails is told again; 0: never."
    )

    def is_muted(self, name: str) -> bool:
        """Say whether nobody wants to hear of a part. Of what a check finds of several of a kind, its name mutes all:
        ``storage`` also ``storage: archive``.
        """
        muted = {one.strip().casefold() for one in self.alerts_muted}
        plain = name.casefold()
        return plain in muted or plain.partition(":")[0].strip() in muted

    def are_mailed(self, name: str) -> bool:
        """Say whether mail is sent about a part."""
        return self.alerts_mail and not self.is_muted(name)
