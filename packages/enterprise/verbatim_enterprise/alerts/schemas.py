"""Alerts on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, StringConstraints

from verbatim_enterprise.host import RequestBody, example

AlertId = Annotated[str, StringConstraints(max_length=36, pattern=r"^[0-9a-f-]*$")]


class AlertResponse(BaseModel):
    """Something administrators were told. It is mended on the page ``link`` or by ``setting``, where one is named."""

    id: str
    at: datetime
    kind: Literal["raised", "reminder", "resolved"]
    name: str
    host: str
    status: Literal["ok", "warning", "failed"]
    detail: str
    todo: str
    link: str
    setting: str
    unread: bool


class AlertCount(BaseModel):
    """How many alerts the caller has not read, at most 100, and the worst state among them."""

    unread: int
    worst: Literal["ok", "warning", "failed"]


class AlertPage(BaseModel):
    """Alerts, the newest first. ``mail`` says whether the caller wants mail, ``mail_enabled`` whether any is sent
    and ``mail_set_up`` whether the server can; ``muted`` names the checks that nobody is alerted of.
    """

    items: list[AlertResponse]
    next_cursor: str | None
    mail: bool
    mail_enabled: bool
    mail_set_up: bool
    muted: list[str]
    reminder_hours: float


class MyAlerts(RequestBody, json_schema_extra=example({"mail": True})):
    """What is left out stays as it is."""

    read_up_to: AlertId | None = None
    mail: bool | None = None
