"""What happens to the licence. Never with the licence itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Event, Resource, as_system, emit
from verbatim_enterprise.license.resource import LICENSE


@dataclass(frozen=True, kw_only=True)
class LicenseInstalled(Event):
    """An administrator uploaded a licence; it took the place of ``replaced_license_id``."""

    event_name: ClassVar[str] = "license.installed"
    subject: ClassVar[Resource | None] = LICENSE
    announced: ClassVar[bool] = False
    license_id: str
    org_name: str
    seat_count: int
    expires_at: str
    installed_by: str
    replaced_license_id: str | None


@dataclass(frozen=True, kw_only=True)
class LicenseRefused(Event):
    """An administrator tried a licence that the server does not take; ``reason`` is the error's code."""

    event_name: ClassVar[str] = "license.refused"
    subject: ClassVar[Resource | None] = LICENSE
    announced: ClassVar[bool] = False
    reason: str
    user_id: str


@dataclass(frozen=True, kw_only=True)
class LicenseStateChanged(Event):
    """The licence got another state: by the days that pass, or because another licence counts now."""

    event_name: ClassVar[str] = "license.state_changed"
    subject: ClassVar[Resource | None] = LICENSE
    announced: ClassVar[bool] = False
    state: str
    previous_state: str


@dataclass(frozen=True, kw_only=True)
class LicenseClockSetBack(Event):
    """The server's clock lies behind a time that was seen before; days are counted from ``counted_from``."""

    event_name: ClassVar[str] = "license.clock_set_back"
    subject: ClassVar[Resource | None] = LICENSE
    announced: ClassVar[bool] = False
    counted_from: str


async def tell(session: AsyncSession, event: Event) -> None:
    """Emit an event about the licence. It concerns the installation, so no team's pages hear of it."""
    with as_system("the licence"):
        await emit(session, event)
