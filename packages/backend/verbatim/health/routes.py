"""`/api/admin/health`."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response

from verbatim import __version__
from verbatim.core.clock import utcnow
from verbatim.core.effects import AuditedRead
from verbatim.core.routing import Router, sends
from verbatim.health.keeper import KEEPER, HealthKeeper, Known, overall
from verbatim.health.packet import support_packet
from verbatim.permissions import Permission, requires

router = Router()
_PACKET: Final = AuditedRead("support.packet", None, as_file=True)

Status = Literal["ok", "warning", "failed", "skipped"]


class HealthFindingResponse(BaseModel):
    """How one part is. ``host`` is the machine that it is about, empty when it is the same on all. ``since`` is when it
    became so, ``last_good`` when it last worked, ``latency_ms`` how long looking took. ``todo`` says what to do where
    ``detail`` does not; it is done on the page ``link``, or by the setting ``setting``; both may be empty.
    """

    name: str
    status: Status
    detail: str
    since: datetime
    todo: str
    link: str
    setting: str
    host: str
    checked_at: datetime
    last_good: datetime | None
    latency_ms: float


class HealthReport(BaseModel):
    """Every part of the installation; ``status`` is that of the worst."""

    status: Literal["ok", "warning", "failed"]
    version: str
    checks: list[HealthFindingResponse]


def keeper_of(request: Request) -> HealthKeeper:
    return KEEPER.of(request.app)


def findings(keeper: HealthKeeper, known: list[Known]) -> list[HealthFindingResponse]:
    """Return what is known with where it is mended."""
    places = {check.name: (check.link, check.setting) for check in keeper.checks}
    return [
        HealthFindingResponse(
            name=one.name,
            status=one.status.value,
            detail=one.detail,
            since=one.since,
            todo=one.todo,
            link=places.get(one.source, ("", ""))[0],
            setting=places.get(one.source, ("", ""))[1],
            host=one.host,
            checked_at=one.checked_at,
            last_good=one.last_good,
            latency_ms=one.latency_ms,
        )
        for one in known
    ]


def report_of(keeper: HealthKeeper, known: list[Known]) -> HealthReport:
    """Return everything that is known, with the worst of it."""
    worst: Literal["ok", "warning", "failed"] = overall(known).value  # type: ignore[assignment] # never skipped
    return HealthReport(status=worst, version=__version__, checks=findings(keeper, known))


@router.get("", dependencies=[requires(Permission.SYSTEM_OPERATE)])
async def installation_health(request: Request) -> HealthReport:
    """Tell how every part of the installation is, since when, and what to do. What was looked at a few seconds ago is
    not looked at again.
    """
    keeper = keeper_of(request)
    return report_of(keeper, await keeper.look())


@router.get(
    "/support-packet",
    response_class=Response,
    responses=sends("application/json"),
    dependencies=[requires(Permission.SYSTEM_ADMIN, audited=_PACKET)],
)
async def download_support_packet(request: Request) -> Response:
    """Download what somebody who helps has to know: versions, findings, settings, failed jobs. It holds no secrets."""
    text = await support_packet(request.app.state.runtime, serving=True)
    name = f"verbatim-support-{utcnow():%Y-%m-%d}.json"
    return Response(
        text, media_type="application/json", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
