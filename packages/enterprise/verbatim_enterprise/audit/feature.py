"""What the audit feature contributes."""

from __future__ import annotations

from verbatim_enterprise.audit.handlers import write_row
from verbatim_enterprise.audit.middleware import AuditLogMiddleware
from verbatim_enterprise.audit.models import AuditHead, AuditLog, AuditSeal
from verbatim_enterprise.audit.services import start_audit, stop_audit
from verbatim_enterprise.host import Feature

feature = Feature(
    name="audit",
    models=(AuditLog, AuditSeal, AuditHead),
    on={"*": write_row},
    observers=((AuditLogMiddleware, {}),),
    startup=(start_audit,),
    shutdown=(stop_audit,),
)
