"""What alerts contribute."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim_enterprise.alerts.models import Alert, AlertReader, AlertState
from verbatim_enterprise.alerts.resource import ALERT
from verbatim_enterprise.alerts.routes import router
from verbatim_enterprise.alerts.watch import AlertWatch
from verbatim_enterprise.host import Feature


async def start_alerts(app: FastAPI) -> None:
    """Begin to compare; of a server of several processes one does."""
    runtime = app.state.runtime
    app.state.alerts = AlertWatch(app.state.database, app.state.health_report)
    if runtime.member.leads and not runtime.is_worker:
        app.state.alerts.start()


async def stop_alerts(app: FastAPI) -> None:
    """Compare no more."""
    watch: AlertWatch | None = getattr(app.state, "alerts", None)
    if watch is not None:
        await watch.stop()


feature = Feature(
    name="alerts",
    routers={"/api/admin/alerts": router},
    resources=(ALERT,),
    models=(Alert, AlertState, AlertReader),
    startup=(start_alerts,),
    shutdown=(stop_alerts,),
)
