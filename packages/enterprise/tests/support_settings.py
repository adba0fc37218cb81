"""What each setting changes: another value of it, and where the difference shows.

`LIVE` are looked at in the server that is running, `LATER` in the next one on the same database, and the first one must
not have changed. A setting of neither is one that only the environment sets.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from conftest_types import MakeUser
from fastapi import FastAPI
from sqlalchemy import delete, func, select
from support_enterprise import Person, person
from support_logo import ADDRESS as LOGO
from verbatim.core.clock import new_id
from verbatim.core.jobs.models import Job
from verbatim.transcription.engines import engine_settings
from verbatim.transcription.speakers import chosen_diarizers
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.mail.message import Mail
from verbatim_enterprise.mail.service import MAILER, connection_of
from verbatim_enterprise.storage_locations.checking import CHECK_JOB
from verbatim_enterprise.storage_locations.models import StorageCheck
from verbatim_enterprise.storage_locations.upkeep import look_after
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.webhooks.schedule import pause_after


@dataclass(frozen=True)
class Place:
    """Where to look: a server, and people who use it."""

    app: FastAPI
    admin: Person
    make_user: MakeUser

    @property
    def core(self) -> Any:
        return self.app.state.runtime.settings


Look = Callable[[Place], Awaitable[object]]


@dataclass(frozen=True)
class Flip:
    """Another value, what has to be set along with it, and where to look."""

    value: Any
    look: Look
    along: tuple[tuple[str, Any], ...] = ()


def engine(name: str) -> Look:
    """Look at what every transcription is given."""

    async def look(place: Place) -> object:
        return getattr(engine_settings(place.core), name)

    return look


def pool(name: str) -> Look:
    """Look at what the pool of engine processes goes by whenever it decides something."""

    async def look(place: Place) -> object:
        return getattr(place.app.state.runtime.engine_pool._options, name)

    return look


def get(path: str, *keys: str) -> Look:
    """Look at an answer."""

    async def look(place: Place) -> object:
        found = (await place.admin.get(path)).json()
        for key in keys:
            found = found[key]
        return found

    return look


async def upload(place: Place) -> object:
    answer = await place.admin.post("/api/recordings/upload", files={"file": ("a.wav", b"x" * 4096, "audio/wav")})
    return answer.status_code


async def unfinished(place: Place) -> object:
    """Look at whether two more uploads can be begun, and how long the last one is kept."""
    began = {"Tus-Resumable": "1.0.0", "Upload-Length": "1000"}
    answers = [await place.admin.post("/api/uploads", headers=began) for _ in range(2)]
    found = (await place.admin.get("/api/uploads")).json()["items"]
    lives = [datetime.fromisoformat(one["expires_at"]) - datetime.fromisoformat(one["created_at"]) for one in found]
    for one in found:
        await place.admin.delete(f"/api/uploads/{one['id']}", headers=began)
    return [answer.status_code for answer in answers], [round(life.total_seconds() / 3600) for life in lives]


async def body(place: Place) -> object:
    return (await place.admin.post("/api/projects", json={"name": "", "description": "x" * 4000})).status_code


async def resting(place: Place) -> object:
    """Look at which types of jobs are left alone."""
    return place.app.state.runtime.jobs.resting()


async def lanes(place: Place) -> object:
    jobs = place.app.state.runtime.jobs
    return [jobs.runner.free(lane) for lane in jobs.lanes]


async def diarizers(place: Place) -> object:
    runtime = place.app.state.runtime
    try:
        found = chosen_diarizers(runtime.settings, runtime.jobs.runner._services.diarizers)
    except Exception as error:  # noqa: BLE001 - one that cannot run here is a difference as well
        return str(error)
    return [one.name for one in found]


def diarizer(name: str) -> Look:
    """Look at what the diarizer's process is told."""

    async def look(place: Place) -> object:
        known = place.app.state.runtime.jobs.runner._services.diarizers
        return getattr(known["pyannote"]._settings, name)

    return look


async def preloaded(place: Place) -> object:
    return hasattr(place.app.state, "early_engine")


async def registering(place: Place) -> object:
    account = {"username": "eve", "email": "eve@example.org", "password": "a quite sturdy pass phrase"}
    return (await place.admin.post("/api/auth/register", json=account)).status_code


async def signed_in(place: Place) -> object:
    name = "carla"
    if (await place.admin.login(name)).status_code != 200:
        await place.make_user(name)
    answer = (await place.admin.login(name)).json()
    place.admin.cookies.clear()
    async with system_transaction(place.app.state.database, read_only=True) as session:
        row = await session.scalar(select(AuthSession).order_by(AuthSession.created_at.desc()).limit(1))
    assert row is not None
    lives = [round((end - row.created_at).total_seconds()) for end in (row.expires_at, row.ends_at)]
    return [answer.get("expires_in"), answer.get("mfa_required"), *lives, sorted(answer)]


async def access_token(place: Place) -> object:
    services = place.app.state.auth_services
    return services.sessions._access


def hasher(name: str) -> Look:
    async def look(place: Place) -> object:
        return getattr(place.app.state.auth_services.hasher, name)

    return look


async def connection(place: Place) -> object:
    """Look at how the next mail is sent."""
    return connection_of(MAILER.of(place.app).settings)


async def letter(place: Place) -> object:
    """Look at whom the next mail comes from."""
    mail = Mail(to="bob@example.org", subject="Hello", paragraphs=("Hello",))
    return mail.render(MAILER.of(place.app).settings, message_id="<1@example.org>")["From"]


async def making_a_team(place: Place) -> object:
    dora = await place.make_user("dora") if (await place.admin.login("dora")).status_code == 401 else None
    place.admin.cookies.clear()
    if dora is None:
        dora = replace_person(place.admin)
        await dora.sign_in("dora")
    return (await dora.post("/api/teams", json={"name": "Choir"})).status_code


def come_along(admin: Person, app: FastAPI) -> Person:
    """Return the same person on another server."""
    other = person(app)
    other.headers.update(admin.headers)
    return other


def replace_person(admin: Person) -> Person:
    """Return another client of the same server."""
    return Person(transport=admin._transport, base_url=str(admin.base_url))


async def invitation(place: Place) -> object:
    team = (await place.admin.get("/api/teams")).json()["items"][0]["id"]
    made = (await place.admin.post(f"/api/teams/{team}/invites", json={"role": "member"})).json()
    left = datetime.fromisoformat(made["expires_at"]) - datetime.fromisoformat(made["created_at"])
    return round(left.total_seconds() / 86400)


async def stranger_invited(place: Place) -> object:
    team = (await place.admin.get("/api/teams")).json()["items"][0]["id"]
    made = (await place.admin.post(f"/api/teams/{team}/invites", json={"role": "member"})).json()
    token = made["token"]
    stranger = replace_person(place.admin)
    account = {"username": f"fritz-{token[-6:].lower().strip('-_')}", "password": "a quite sturdy pass phrase"}
    return (await stranger.post(f"/api/invites/{token}/accept", json=account)).json().get("code")


def limit_of_people(place: Place) -> Awaitable[object]:
    return _limit(place.admin)


async def _limit(person: Person) -> object:
    return (await person.get("/api/projects")).headers.get("ratelimit-policy")


async def limit_of_sign_ins(place: Place) -> object:
    answer = await place.admin.login("nobody", "wrong wrong wrong")
    return answer.headers.get("ratelimit-policy")


async def counted_together(place: Place) -> object:
    return place.app.state.rate_limits.limiter._store is not None


async def address(place: Place) -> object:
    return place.app.state.auth_services.cookies.usual_name, place.app.state.auth_services.settings.web.public_url


async def webhook_inside(place: Place) -> object:
    hook = {"url": "http://10.1.2.3/hook", "events": ["recording.created"]}
    return (await place.admin.post("/api/webhooks", json=hook)).status_code


async def nightly_check(place: Place) -> object:
    await look_after(place.app.state.database)
    job = select(func.count()).select_from(Job).where(Job.job_type == CHECK_JOB)
    async with system_transaction(place.app.state.database) as session:
        found = await session.scalar(job)
        await session.execute(delete(Job).where(Job.job_type == CHECK_JOB))
        await session.execute(delete(StorageCheck))
    return bool(found)


async def store_inside(place: Place) -> object:
    config = {"bucket": "recordings", "endpoint": "http://10.1.2.3"}
    body = {"name": new_id(), "type": "s3", "config": config, "credentials": {"key_id": "AKIA", "secret": "hush"}}
    return (await place.admin.post("/api/storage-locations", json=body)).status_code


def dispatcher(name: str) -> Look:
    """Look at what the dispatcher goes by at each attempt and each tidying."""

    async def look(place: Place) -> object:
        return getattr(place.app.state.webhooks.dispatcher._settings, name)

    return look


async def pause(place: Place) -> object:
    settings = place.app.state.webhooks.dispatcher._settings
    return pause_after(1, base=settings.webhooks_retry_base_seconds) > timedelta(minutes=10)


async def grace(place: Place) -> object:
    team = (await place.admin.get("/api/teams")).json()["items"][0]["id"]
    return (await place.admin.get(f"/api/teams/{team}/retention")).json()["grace_days"]


async def ways_in(place: Place) -> object:
    return place.app.state.runtime.auth.describe().methods


async def sealing(place: Place) -> object:
    return place.app.state.audit.sealer.every


async def receivers(place: Place) -> object:
    return [vars(one.sink) for one in place.app.state.audit.streams]


async def receiver_names(place: Place) -> object:
    told = [vars(one.sink) for one in place.app.state.audit.streams]
    return [[one.get("ca_file"), one.get("url"), one.get("token"), str(one.get("parts"))] for one in told]


_MAILING: Final = (("mail_host", "post.example.org"), ("mail_from", "verbatim@example.org"))
_SYSLOG: Final = (("audit_syslog_url", "tls://log.example.org:6514"),)
_COLLECTOR: Final = (("audit_http_url", "https://log.example.org/rows"),)
_PROVIDER: Final = {"id": "corp", "name": "Corp", "issuer": "https://id.example.org", "client_id": "verbatim"}


async def standing_in(_: Place) -> object:
    """Look at which models answer in the place of one that fails, and what they may cost."""
    told = enterprise_settings().llm
    return told.llm_fallback, told.llm_fallback_ceiling


LIVE: Final[dict[str, Flip]] = {
    "llm_fallback": Flip("local", standing_in),
    "llm_fallback_ceiling": Flip(7, standing_in),
    "brand_name": Flip("Radio", get("/api/info", "look")),
    "brand_welcome": Flip("Ask Ada for an account.", get("/api/info", "look")),
    "brand_accent": Flip("#cc0066", get("/api/info", "look")),
    "brand_logo": Flip(LOGO, get("/api/info", "look")),
    "body_max_bytes": Flip(2048, body),
    "upload_max_bytes": Flip(100, upload),
    "upload_reserve_bytes": Flip(2**60, upload),
    "upload_expires_hours": Flip(5, unfinished),
    "upload_open_max": Flip(1, unfinished),
    "upload_open_max_bytes": Flip(1_500, unfinished),
    "trash_days": Flip(7, get("/api/info", "limits", "trash_days")),
    "jobs_concurrency": Flip(7, lanes),
    "jobs_paused": Flip("transcribe", resting),
    "jobs_drained": Flip(socket.gethostname(), resting),
    "transcription_engine": Flip("pocketsphinx", engine("engine")),
    "transcription_model": Flip("tiny", engine("whisper_model")),
    "transcription_device": Flip("cpu", engine("whisper_device")),
    "transcription_compute_type": Flip("int8", engine("whisper_compute_type")),
    "transcription_allow_download": Flip(False, engine("allow_downloads")),
    "transcription_gpus": Flip("0,1", pool("gpus")),
    "transcription_idle_seconds": Flip(5, pool("idle_seconds")),
    "transcription_processes": Flip(9, pool("processes")),
    "transcription_memory_mb": Flip(512, pool("memory_bytes")),
    "transcription_url": Flip("http://127.0.0.1:9/v1", engine("external_url")),
    "transcription_api_key": Flip("sk-1", engine("external_api_key")),
    "transcription_url_model": Flip("large", engine("external_model")),
    "transcription_timeout_seconds": Flip(5, engine("external_timeout_seconds")),
    "transcription_upload_limit_bytes": Flip(1024, engine("external_max_bytes")),
    "diarization": Flip("off", diarizers),
    "diarization_model": Flip("/srv/model", diarizer("model")),
    "diarization_memory_bytes": Flip(2**30, diarizer("memory_bytes")),
    "voice_profiles": Flip(True, get("/api/voice-profiles", "enabled")),
    "registration": Flip("closed", registering),
    "registration_domains": Flip(["example.org"], get("/api/auth/setup", "registration_domains")),
    "access_token_minutes": Flip(3, access_token),
    "refresh_token_days": Flip(2, signed_in),
    "session_days": Flip(3, signed_in),
    "mfa_required_roles": Flip(["user"], signed_in),
    "mail_host": Flip("post.example.org", connection, _MAILING[1:]),
    "mail_port": Flip(2525, connection),
    "mail_security": Flip("tls", connection),
    "mail_username": Flip("ada", connection),
    "mail_password": Flip("hush", connection, (("mail_username", "ada"),)),
    "mail_from": Flip("ada@example.org", letter),
    "mail_from_name": Flip("Scriptorium", letter, _MAILING[1:]),
    "mail_timeout_seconds": Flip(3, connection),
    "teams_creation": Flip("admins", making_a_team),
    "invite_days": Flip(3, invitation),
    "invite_new_accounts": Flip(False, stranger_invited),
    "keys_max_days": Flip(30, get("/api/keys/grantable", "max_days")),
    "keys_per_user": Flip(3, get("/api/keys/grantable", "keys_left")),
    "rate_key_per_minute": Flip(5, get("/api/keys/grantable", "rate_per_minute")),
    "rate_key_burst": Flip(5, get("/api/keys/grantable", "rate_burst")),
    "rate_user_per_minute": Flip(5000, limit_of_people),
    "rate_user_burst": Flip(500, limit_of_people),
    "rate_sign_in_per_minute": Flip(500, limit_of_sign_ins),
    "rate_sign_in_burst": Flip(50, limit_of_sign_ins),
    "storage_check": Flip("off", nightly_check),
    "storage_allow_private": Flip(["10.1.2.0/24"], store_inside),
    "webhooks_allow_private": Flip(["10.1.2.0/24"], webhook_inside),
    "webhooks_attempts": Flip(4, dispatcher("webhooks_attempts")),
    "webhooks_retry_base_seconds": Flip(3600, pause),
    "webhooks_timeout_seconds": Flip(3, dispatcher("webhooks_timeout_seconds")),
    "webhooks_pause_after_days": Flip(2, dispatcher("webhooks_pause_after_days")),
    "webhooks_retention_days": Flip(3, dispatcher("webhooks_retention_days")),
    "retention_grace_days": Flip(1, grace),
    "alerts_mail": Flip(False, get("/api/admin/alerts", "mail_enabled")),
    "alerts_muted": Flip(["mail"], get("/api/admin/alerts", "muted")),
    "alerts_reminder_hours": Flip(5, get("/api/admin/alerts", "reminder_hours")),
    "audit_retention_days": Flip(90, get("/api/admin/audit/streams", "kept_days")),
    "audit_seal_seconds": Flip(9, sealing),
}

LATER: Final[dict[str, Flip]] = {
    "transcription_preload": Flip(True, preloaded),
    "hash_processes": Flip(3, hasher("_processes")),
    "hash_queue": Flip(77, hasher("_limit")),
    "redis_url": Flip("redis://127.0.0.1:9/0", counted_together),
    "public_url": Flip("https://verbatim.example.org", address),
    "oidc_providers": Flip([_PROVIDER], ways_in),
    "audit_syslog_url": Flip("tcp://127.0.0.1:9", receiver_names),
    "audit_syslog_ca": Flip("/etc/ca.pem", receiver_names, _SYSLOG),
    "audit_http_url": Flip("https://127.0.0.1:9/rows", receiver_names),
    "audit_http_token": Flip("token", receiver_names, _COLLECTOR),
}
