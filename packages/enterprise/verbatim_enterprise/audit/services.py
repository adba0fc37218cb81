"""What the audit log consists of beside its rows, made once when the server starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fastapi import FastAPI, Request

from verbatim_enterprise.audit import changes, requests
from verbatim_enterprise.audit.chain.sealer import Sealer
from verbatim_enterprise.audit.chain.verification import Verification
from verbatim_enterprise.audit.chain.witness import Witness
from verbatim_enterprise.audit.context import WRITER
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.audit.streams.stream import Stream, streams_of
from verbatim_enterprise.audit.upkeep import Upkeep
from verbatim_enterprise.auth.services import AUTH
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Service


@dataclass(frozen=True)
class AuditServices:
    """What writes, seals and remembers."""

    writer: AuditWriter
    witness: Witness
    sealer: Sealer
    verification: Verification
    streams: tuple[Stream, ...]
    upkeep: Upkeep


AUDIT: Final = Service[AuditServices]("audit")


async def start_audit(app: FastAPI) -> None:
    """Begin to write; from here on every change has its row, and rows are sealed in the background."""
    writer = AuditWriter(AUTH.of(app).keys, app.state.database.resources)
    witness = Witness(app.state.settings.data_dir)
    settings, database = enterprise_settings().audit, app.state.database
    sealer = Sealer(database, writer, witness, lambda: settings.audit_seal_seconds, app.state.runtime.pulse)
    verification = Verification(database, writer, witness)
    streams = tuple(streams_of(settings, database))
    upkeep = Upkeep(database, writer, settings)
    AUDIT.put(app, AuditServices(writer, witness, sealer, verification, streams, upkeep))
    WRITER.put(app, writer)
    changes.install()
    requests.install()
    if app.state.runtime.member.leads:
        sealer.start()
        upkeep.start()
        for stream in streams:
            stream.start()


async def stop_audit(app: FastAPI) -> None:
    """Stop sealing; what is not sealed is at the next start."""
    if (services := AUDIT.found(app)) is not None:
        for stream in services.streams:
            await stream.stop()
        await services.upkeep.stop()
        await services.verification.stop()
        await services.sealer.stop()


def audit_of(request: Request) -> AuditServices:
    """Return the services of the server that a request has reached."""
    return AUDIT.of(request.app)
