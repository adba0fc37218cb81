"""`/api/admin/overview`."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from verbatim_enterprise.admin.activity import ACTIVITY
from verbatim_enterprise.admin.overview import gathered
from verbatim_enterprise.admin.schemas import Finding, Overview
from verbatim_enterprise.host import HEALTH_REPORT, Permission, Router, requires, utcnow

router = Router()


@router.get("/overview", dependencies=[requires(Permission.SYSTEM_OPERATE)])
async def overview(request: Request) -> Overview:
    """Tell how the installation is used, how it keeps up, and what is wrong with it. Nothing is counted for it, and no
    part is looked at: findings are those of the last look.
    """
    state = request.app.state
    await ACTIVITY.of(state).write(state.database)
    known: Any = await HEALTH_REPORT.of(state)()
    figures: dict[str, Any] = await gathered(state.database, sorted(state.settings.jobs_paused))
    return Overview(
        version=known.version,
        generated_at=utcnow(),
        status=known.status,
        findings=[Finding(**one.model_dump(include=set(Finding.model_fields))) for one in known.checks],
        pending_migrations=await state.runtime.pending_migrations(),
        **figures,
    )
