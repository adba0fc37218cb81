"""What somebody who helps has to know of an installation, without anything that lets anybody in.

Settings are told by the same rule as to administrators: of a secret only whether it is set. Whatever is a secret all
the same, because somebody wrote it elsewhere too, is taken out of the finished text.
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import func, select

from verbatim import __version__
from verbatim.core.clock import utcnow
from verbatim.core.jobs.models import IS_FAILED, Job
from verbatim.core.ownership import as_system
from verbatim.core.settings.service import is_given
from verbatim.health.examine import Finding, all_checks, examine
from verbatim.runtime import Runtime

_HIDDEN: Final = "(taken out)"
_LEAST: Final = 6
"""Shorter texts stand in too many words to be taken out of all of them."""
_IN_ADDRESS: Final = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)[^/\s\"'@]+@", re.IGNORECASE)
_SECRET_NAME: Final = re.compile(r"KEY|TOKEN|SECRET|PASSWORD|CREDENTIAL", re.IGNORECASE)
_FAILURES: Final = 20


async def support_packet(runtime: Runtime, *, serving: bool) -> str:
    """Return the packet as JSON. Where the database is away, it holds what is known without it."""
    findings = await examine(runtime, all_checks(runtime, serving=serving))
    packet = {
        "format": "verbatim-support-1",
        "made_at": utcnow().isoformat(),
        "version": __version__,
        "mode": runtime.settings.mode.value,
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "database": runtime.database.dialect,
        "checks": [_finding(one) for one in findings],
        "settings": list(_settings(runtime)),
        "jobs": await _jobs(runtime),
    }
    return without_secrets(json.dumps(packet, indent=2, ensure_ascii=False, default=str), _secrets(runtime))


def _finding(one: Finding) -> dict[str, Any]:
    check = one.check
    told = {"name": check.name, "status": check.status.value, "detail": check.detail, "todo": check.todo}
    return {**told, "milliseconds": round(one.latency_ms, 1)}


def _settings(runtime: Runtime) -> Iterator[dict[str, Any]]:
    store = runtime.store
    for field in store.fields.values():
        value = getattr(store.wanted[field.group], field.name)
        shown = {"is_set": is_given(value)} if field.is_secret else {"value": field.plain(value)}
        yield {"name": field.name, "source": store.source(field).value, **shown}


async def _jobs(runtime: Runtime) -> dict[str, Any]:
    counts = select(Job.job_type, Job.status, func.count()).group_by(Job.job_type, Job.status)
    failed = (
        select(Job.job_type, Job.error_code, Job.error, Job.stage, Job.completed_at)
        .where(IS_FAILED, Job.completed_at > utcnow() - timedelta(days=7))
        .order_by(Job.completed_at.desc())
        .limit(_FAILURES)
    )
    try:
        with as_system("support packet"):
            async with runtime.database.transaction(read_only=True) as session:
                return {
                    "counts": [list(row) for row in await session.execute(counts)],
                    "failed": [dict(row._mapping) for row in await session.execute(failed)],  # noqa: SLF001 - its name
                }
    except Exception as error:  # noqa: BLE001 - whoever helps wants the rest all the more
        return {"unreadable": type(error).__name__}


def _secrets(runtime: Runtime) -> Iterator[str]:
    """Return every text that lets somebody in, as far as this process knows it."""
    store = runtime.store
    for field in store.fields.values():
        if field.is_secret:
            yield from _texts(field.plain_with_secrets(getattr(store.wanted[field.group], field.name)))
    yield from (value for name, value in os.environ.items() if _SECRET_NAME.search(name))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)


def without_secrets(text: str, secrets: Iterator[str]) -> str:
    """Return the text without these, however JSON writes them, and without names and passwords in addresses."""
    known = {secret.strip() for secret in secrets if len(secret.strip()) >= _LEAST}
    for secret in sorted(known, key=len, reverse=True):
        for written in (secret, json.dumps(secret, ensure_ascii=False)[1:-1], json.dumps(secret)[1:-1]):
            text = text.replace(written, _HIDDEN)
    return _IN_ADDRESS.sub(rf"\g<scheme>{_HIDDEN}@", text)
