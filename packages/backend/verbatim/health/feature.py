"""What the health of the installation contributes."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim.core.checks import HEALTH_REPORT
from verbatim.health.figures import count_findings
from verbatim.health.keeper import KEEPER, HealthKeeper
from verbatim.health.models import HealthFinding
from verbatim.health.routes import HealthReport, report_of, router
from verbatim.plugins.feature import Feature


async def start_health(app: FastAPI) -> None:
    """Begin to look at the parts from time to time; of a server of several processes one is enough."""
    keeper = KEEPER.put(app, HealthKeeper(app.state.runtime))

    async def report() -> HealthReport:
        return report_of(keeper, await keeper.known())

    HEALTH_REPORT.put(app, report)
    if app.state.runtime.member.leads:
        keeper.start()


async def stop_health(app: FastAPI) -> None:
    if (keeper := KEEPER.found(app)) is not None:
        await keeper.stop()


feature = Feature(
    name="health",
    routers={"/api/admin/health": router},
    models=(HealthFinding,),
    collectors=(count_findings,),
    startup=(start_health,),
    shutdown=(stop_health,),
)
