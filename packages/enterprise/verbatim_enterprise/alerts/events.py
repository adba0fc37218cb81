"""What administrators are told. Without the finding's own words: receivers look them up with rights of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim_enterprise.alerts.resource import ALERT
from verbatim_enterprise.host import Event, Resource

_LINKS: Mapping[str, str] = MappingProxyType({"alerts": "/api/admin/alerts", "health": "/api/admin/health"})


@dataclass(frozen=True, kw_only=True)
class AlertRaised(Event):
    """A part of the installation fails or needs attention; ``reminder``: it still does. ``name`` is the check's."""

    event_name: ClassVar[str] = "alert.raised"
    announced: ClassVar[bool] = False
    for_operators: ClassVar[bool] = True
    subject: ClassVar[Resource | None] = ALERT
    links: ClassVar[Mapping[str, str]] = _LINKS
    alert_id: str
    name: str
    status: str
    reminder: bool


@dataclass(frozen=True, kw_only=True)
class AlertResolved(Event):
    """A part of the installation is well again that administrators were alerted of."""

    event_name: ClassVar[str] = "alert.resolved"
    announced: ClassVar[bool] = False
    for_operators: ClassVar[bool] = True
    subject: ClassVar[Resource | None] = ALERT
    links: ClassVar[Mapping[str, str]] = _LINKS
    alert_id: str
    name: str
    status: str
