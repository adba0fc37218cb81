"""What the licence contributes."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Feature, after_commit, current_session, key_ring
from verbatim_enterprise.license.checks import LICENCE
from verbatim_enterprise.license.middleware import LicenseMiddleware
from verbatim_enterprise.license.models import SEALED, LicenseWatch, StoredLicense
from verbatim_enterprise.license.repository import newest
from verbatim_enterprise.license.resource import LICENSE
from verbatim_enterprise.license.routes import router
from verbatim_enterprise.license.verdict import LICENSE_SERVICES, LicenseServices


async def start_license(app: FastAPI) -> None:
    """Find out where this installation stands."""
    settings = enterprise_settings()
    keys = key_ring(settings.keys, app.state.settings.data_dir)
    services = LicenseServices(app.state.database, settings.license, keys)
    LICENSE_SERVICES.put(app, services)
    await services.verdict()
    app.state.runtime.pulse.ask("licences", newest(), services.news, on_change=True)
    services.looks.start()


async def stop_license(app: FastAPI) -> None:
    """Look no more."""
    await LICENSE_SERVICES.of(app).looks.stop()


async def forget_verdict(**_: object) -> None:
    """Find out anew who the longest-standing administrator is, whenever somebody may have become or ceased to be it."""
    session = current_session()
    if (services := LICENSE_SERVICES.found(session)) is not None:
        after_commit(session, services.forget)


_CHANGES = (
    "user.created",
    "user.deactivated",
    "user.reactivated",
    "user.approved",
    "user.role_changed",
    "user.deleted",
)

feature = Feature(
    name="license",
    routers={"/api/license": router},
    resources=(LICENSE,),
    models=(StoredLicense, LicenseWatch),
    sealed=(SEALED,),
    on=dict.fromkeys(_CHANGES, forget_verdict),
    middleware=((LicenseMiddleware, {}),),
    checks=(LICENCE,),
    startup=(start_license,),
    shutdown=(stop_license,),
)
