"""What the API keys feature contributes."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from verbatim_enterprise.api_keys import routes
from verbatim_enterprise.api_keys.backup import part
from verbatim_enterprise.api_keys.middleware import KeyUsageMiddleware
from verbatim_enterprise.api_keys.models import ApiKey, ApiKeyUsage
from verbatim_enterprise.api_keys.resource import API_KEY
from verbatim_enterprise.api_keys.services import API_KEYS, ApiKeyServices, services_in
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Feature, after_commit, current_session

_CHANGES = ("user.", "team.", "api_key.")
"""Beginnings of the names of events after which a key may allow something else."""


async def start_keys(app: FastAPI) -> None:
    """Make the services, and begin to write down how much keys are used."""
    services = API_KEYS.put(app, ApiKeyServices(enterprise_settings(), app.state.database))
    services.usage.start(app.state.database)


async def stop_keys(app: FastAPI) -> None:
    await API_KEYS.of(app).usage.stop(app.state.database)


async def forget_keys(event_name: str, **_: Any) -> None:
    """Read every key anew after whatever may have changed what one allows."""
    if event_name.startswith(_CHANGES):
        session = current_session()
        if (services := services_in(session)) is not None:
            after_commit(session, services.cache.forget)


feature = Feature(
    name="keys",
    routers={"/api/keys": routes.router},
    resources=(API_KEY,),
    models=(ApiKey, ApiKeyUsage),
    on={"*": forget_keys},
    middleware=((KeyUsageMiddleware, {}),),
    backup=part,
    startup=(start_keys,),
    shutdown=(stop_keys,),
)
