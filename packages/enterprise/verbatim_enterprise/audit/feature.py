"""What the audit feature contributes."""

from __future__ import annotations

from verbatim_enterprise.audit.backup import part
from verbatim_enterprise.audit.chain.health import CHAIN
from verbatim_enterprise.audit.chain.routes import router as verify_router
from verbatim_enterprise.audit.chain.routes import share_verification
from verbatim_enterprise.audit.checks import STREAMS
from verbatim_enterprise.audit.erased import write_down_erased
from verbatim_enterprise.audit.handlers import write_row
from verbatim_enterprise.audit.middleware import AuditLogMiddleware
from verbatim_enterprise.audit.models import AuditFilter, AuditHead, AuditLog, AuditSeal, AuditStream
from verbatim_enterprise.audit.routes import router
from verbatim_enterprise.audit.services import start_audit, stop_audit
from verbatim_enterprise.host import Feature

feature = Feature(
    name="audit",
    routers={"/api/admin/audit/verify": verify_router, "/api/admin/audit": router},
    models=(AuditLog, AuditSeal, AuditHead, AuditFilter, AuditStream),
    checks=(STREAMS, CHAIN),
    backup=part,
    on={"*": write_row},
    observers=((AuditLogMiddleware, {}),),
    erasers=(write_down_erased,),
    startup=(start_audit, share_verification),
    shutdown=(stop_audit,),
)
