"""What alerts contribute."""

from __future__ import annotations

from typing import Final

from fastapi import FastAPI

from verbatim_enterprise.alerts.models import Alert, AlertReader, AlertState
from verbatim_enterprise.alerts.resource import ALERT
from verbatim_enterprise.alerts.routes import router
from verbatim_enterprise.alerts.watch import AlertWatch
from verbatim_enterprise.host import HEALTH_REPORT, Feature, Service

WATCH: Final = Service[AlertWatch]("alerts")


async def start_alerts(app: FastAPI) -> None:
    """Begin to compare; of a server of several processes one does."""
    runtime = app.state.runtime
    watch = WATCH.put(app, AlertWatch(app.state.database, HEALTH_REPORT.of(app)))
    if runtime.member.leads and not runtime.is_worker:
        watch.start()


async def stop_alerts(app: FastAPI) -> None:
    """Compare no more."""
    if (watch := WATCH.found(app)) is not None:
        await watch.stop()


feature = Feature(
    name="alerts",
    routers={"/api/admin/alerts": router},
    resources=(ALERT,),
    models=(Alert, AlertState, AlertReader),
    startup=(start_alerts,),
    shutdown=(stop_alerts,),
)
