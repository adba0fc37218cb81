"""What the audit feature contributes."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim_enterprise.audit import changes, requests
from verbatim_enterprise.audit.handlers import write_row
from verbatim_enterprise.audit.middleware import AuditLogMiddleware
from verbatim_enterprise.audit.models import AuditHead, AuditLog, AuditSeal
from verbatim_enterprise.audit.service import INFO, AuditWriter
from verbatim_enterprise.host import Feature


async def start_audit(app: FastAPI) -> None:
    """Begin to write; from here on every change has its row."""
    app.state.database.info[INFO] = AuditWriter(app.state.auth_services.keys)
    changes.install()
    requests.install()


feature = Feature(
    name="audit",
    models=(AuditLog, AuditSeal, AuditHead),
    on={"*": write_row},
    observers=((AuditLogMiddleware, {}),),
    startup=(start_audit,),
)
