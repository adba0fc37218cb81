"""`/health`, `/health/ready`, `/api/info`."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import Request
from pydantic import BaseModel
from starlette.responses import JSONResponse

from verbatim import __version__
from verbatim.contract.answers import ErrorAnswer
from verbatim.core.auth import principal_of
from verbatim.core.brand.look import Look, present_look
from verbatim.core.ownership import AnyScope, Scope
from verbatim.core.routing import Router
from verbatim.permissions import public
from verbatim.plugins.loader import API_VERSION
from verbatim.runtime import Runtime
from verbatim.system.checks import check_database, check_draining, check_jobs, check_members, check_storage

router = Router()


class Health(BaseModel):
    """The process answers."""

    status: str


class UserInfo(BaseModel):
    """Who is signed in. ``owner`` is whose rows they make now (null: their own, or nobody's): when it changes, whatever
    a page shows is somebody else's.
    """

    id: str
    name: str
    owner: str | None


class AuthInfo(BaseModel):
    """Whether and how people sign in here."""

    required: bool
    methods: list[dict[str, Any]]


class Limits(BaseModel):
    """What clients should know before they try. What is deleted lies in the trash for ``trash_days``; 0: it is gone."""

    max_upload_bytes: int
    trash_days: float


class TranscriptionInfo(BaseModel):
    """Which engine would transcribe now, and why; null when none can."""

    engine: str | None
    reason: str


class Info(BaseModel):
    """What this server is, and what the caller may do. Callers who are not signed in learn only how to."""

    name: str
    version: str | None
    api_version: int
    mode: str
    look: Look
    auth: AuthInfo
    user: UserInfo | None
    permissions: list[str]
    limits: Limits | None
    transcription: TranscriptionInfo | None


def owner_of(scope: AnyScope) -> str | None:
    """Return whom new rows of a scope belong to."""
    return scope.write if isinstance(scope, Scope) else None


@router.get("/health", dependencies=[public()], name="health_probe")
@router.get("/api/health", dependencies=[public()])
async def health() -> Health:
    """Tell that the process is alive."""
    return Health(status="ok")


class ReadyCheck(BaseModel):
    """Whether one thing that serving needs is well; what is wrong with it, for whoever is signed in."""

    ok: bool
    detail: str | None = None


class Readiness(BaseModel):
    """``status`` is ``ok`` or ``unavailable``, and ``checks`` say why."""

    status: Literal["ok", "unavailable"]
    checks: dict[str, ReadyCheck]


@router.get(
    "/health/ready",
    dependencies=[public()],
    response_model=Readiness,
    responses={503: {"model": Readiness | ErrorAnswer, "description": "Not now."}},
)
async def ready(request: Request) -> JSONResponse:
    """Tell whether requests can be served: 200, or 503 with what is wrong."""
    runtime: Runtime = request.app.state.runtime
    found = [
        *check_draining(runtime),
        await check_database(runtime),
        await check_storage(runtime),
        check_jobs(runtime),
        *check_members(runtime),
    ]
    # Details name hosts and folders; they are for those who may see them, which a probe need not be.
    signed_in = principal_of(request) is not None
    checks = {check.name: {"ok": check.ok, **({"detail": check.detail} if signed_in else {})} for check in found}
    well = all(check.ok for check in found)
    return JSONResponse({"status": "ok" if well else "unavailable", "checks": checks}, 200 if well else 503)


def _limits(runtime: Runtime) -> Limits:
    settings = runtime.settings
    return Limits(max_upload_bytes=settings.upload_max_bytes, trash_days=settings.trash_days)


@router.get("/api/info", dependencies=[public()])
async def info(request: Request) -> Info:
    """Tell what this server is, and what the caller may do."""
    runtime: Runtime = request.app.state.runtime
    principal = principal_of(request)
    about = runtime.auth.describe()
    report = await runtime.engines.report() if principal else None
    return Info(
        name="Verbatim",
        version=__version__ if principal else None,
        api_version=API_VERSION,
        mode=runtime.settings.mode.value,
        look=present_look(),
        auth=AuthInfo(required=about.required, methods=[dict(method) for method in about.methods]),
        user=UserInfo(id=principal.id, name=principal.name, owner=owner_of(principal.scope)) if principal else None,
        permissions=sorted(principal.permissions) if principal else [],
        limits=_limits(runtime) if principal else None,
        transcription=TranscriptionInfo(engine=report.engine, reason=report.reason) if report else None,
    )
