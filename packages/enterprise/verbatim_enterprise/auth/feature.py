"""What the auth feature contributes."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from verbatim_enterprise.addresses import origin_of
from verbatim_enterprise.auth import mfa_routes, password_routes, registration_routes, routes, session_routes
from verbatim_enterprise.auth.backup import part
from verbatim_enterprise.auth.first_admin import ensure_first_admin
from verbatim_enterprise.auth.mfa import TOTP_SECRET
from verbatim_enterprise.auth.middleware import JWTAuthMiddleware, TransportSecurityMiddleware
from verbatim_enterprise.auth.models import (
    AuthSession,
    Identity,
    MappedMembership,
    PasswordReset,
    RecoveryCode,
    Setup,
    Throttle,
)
from verbatim_enterprise.auth.oidc import admin_routes as oidc_admin_routes
from verbatim_enterprise.auth.oidc import routes as oidc_routes
from verbatim_enterprise.auth.resource import SESSION
from verbatim_enterprise.auth.services import AUTH, build_services
from verbatim_enterprise.auth.sessions import end_sessions
from verbatim_enterprise.auth.upkeep import UPKEEP
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Feature, Router, after_commit, current_session

_CHANGES = ("user.", "team.", "session.ended", "session.replayed")
"""Beginnings of the names of events after which a session may allow something else."""


async def start_auth(app: FastAPI) -> None:
    """Make the services, and say how the first administrator comes about."""
    runtime = app.state.runtime
    services = build_services(enterprise_settings(), runtime.database, runtime.settings.data_dir, runtime.member)
    AUTH.put(app, services)
    # Nobody signs in at a worker, and what its log says reaches people who look after nothing but workers.
    if runtime.member.leads and not runtime.is_worker:
        await ensure_first_admin(services, origin_of(runtime.settings, services.settings.web))


async def forget_sessions(event_name: str, **_: Any) -> None:
    """Read every session anew after whatever may have changed what one allows."""
    if event_name.startswith(_CHANGES):
        session = current_session()
        if (services := AUTH.found(session)) is not None:
            after_commit(session, services.cache.forget)


async def end_sessions_of_deactivated(user_id: str, **_: Any) -> None:
    """End what a deactivated account was signed in with; nothing of it comes back with the account."""
    await end_sessions(current_session(), user_id=user_id, reason="deactivated")


auth_router = Router()
for _part in (routes.router, registration_routes.router):
    auth_router.include_router(_part)
oidc_router = Router()
for _part in (oidc_admin_routes.router, oidc_routes.router):
    oidc_router.include_router(_part)
admin_router = Router()
for _part in (session_routes.admin_router, password_routes.admin_router, mfa_routes.admin_router):
    admin_router.include_router(_part)

feature = Feature(
    name="auth",
    routers={
        "/api/auth": auth_router,
        "/api/auth/sessions": session_routes.router,
        "/api/auth/password": password_routes.password_router,
        "/api/auth/reset": password_routes.reset_router,
        "/api/auth/mfa": mfa_routes.router,
        "/api/auth/oidc": oidc_router,
        "/api/users": admin_router,
    },
    resources=(SESSION,),
    models=(AuthSession, Throttle, RecoveryCode, Identity, MappedMembership, PasswordReset, Setup),
    on={"*": forget_sessions, "user.deactivated": end_sessions_of_deactivated},
    jobs={password_routes.MAIL_JOB: password_routes.send_reset_mail},
    light_jobs=frozenset({password_routes.MAIL_JOB}),
    observers=((TransportSecurityMiddleware, {}),),
    middleware=((JWTAuthMiddleware, {}),),
    backup=part,
    sealed=(TOTP_SECRET,),
    startup=(start_auth, UPKEEP.start),
    shutdown=(UPKEEP.stop,),
)
