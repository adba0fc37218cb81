"""What a restore and the proof of a backup are to do about the audit log."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.chain.verify import verify
from verbatim_enterprise.audit.chain.witness import FILE_NAME
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.services import AUDIT
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import BackupPart, Rehearsal, Rehearsed


async def write_down(session: AsyncSession, backup: str) -> None:
    """Say in the log that what follows is another timeline."""
    await log_event(session, tag=AuditTag.INSTALLATION_RESTORED, details={"backup": backup})


async def check_chain(rehearsal: Rehearsal) -> Rehearsed:
    """Is every row there, unchanged, and is the head that the server remembered among them?"""
    services = AUDIT.of(rehearsal.app)
    report = await verify(rehearsal.app.state.database, services.writer, services.witness)
    return Rehearsed("audit rows", report.rows, [] if report.ok else [str(report), *map(str, report.problems[:5])])


part = BackupPart(files=(FILE_NAME,), told=write_down, rehearse=check_chain)
