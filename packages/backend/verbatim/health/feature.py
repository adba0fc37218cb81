"""What the health of the installation contributes."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim.health.figures import count_findings
from verbatim.health.keeper import HealthKeeper
from verbatim.health.models import HealthFinding
from verbatim.health.routes import HealthReport, report_of, router
from verbatim.plugins.feature import Feature


async def start_health(app: FastAPI) -> None:
    """Begin to look at the parts from time to time; of a server of several processes one is enough."""
    keeper = app.state.health = HealthKeeper(app.state.runtime)

    async def report() -> HealthReport:
        return report_of(keeper, await keeper.known())

    app.state.health_report = report  # for those who know no more of this feature
    if app.state.runtime.member.leads:
        app.state.health.start()


async def stop_health(app: FastAPI) -> None:
    keeper: HealthKeeper | None = getattr(app.state, "health", None)
    if keeper is not None:
        await keeper.stop()


feature = Feature(
    name="health",
    routers={"/api/admin/health": router},
    models=(HealthFinding,),
    collectors=(count_findings,),
    startup=(start_health,),
    shutdown=(stop_health,),
)
