"""`/api/admin/audit/verify`: proving the log."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI, Request

from verbatim_enterprise.adapters.channel import CHANNEL
from verbatim_enterprise.audit.chain.checker import Problem
from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.verification import Verification
from verbatim_enterprise.audit.schemas import ProblemResponse, VerifyResponse
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.services import AUDIT, audit_of
from verbatim_enterprise.audit.tags import AuditTag, Outcome
from verbatim_enterprise.host import Effect, Permission, Router, declares, requires
from verbatim_enterprise.system_session import SystemSession

NEWS: Final = "audit verification"

router = Router(dependencies=[requires(Permission.AUDIT_READ)])
"""Not a matter of the licence: that the log is complete and unchanged can always be shown."""


@router.get("")
async def show_verification(request: Request) -> VerifyResponse:
    """Say how the last check of this server went."""
    return answer_of(audit_of(request).verification)


@router.post("", dependencies=[declares(Effect.READ)])
async def start_verification(request: Request, session: SystemSession) -> VerifyResponse:
    """Check the whole log. A long one takes a while: ask again until ``state`` is done."""
    verification = audit_of(request).verification
    await verification.run()
    found = answer_of(verification)
    outcome = Outcome.FAILED if found.ok is False else Outcome.SUCCESS
    details = {"state": found.state, "ok": found.ok, "rows": found.rows}
    await log_event(session, tag=AuditTag.AUDIT_VERIFIED, resource_type="audit", outcome=outcome, details=details)
    return found


async def share_verification(app: FastAPI) -> None:
    """Let every process of this server answer for a check that another one makes."""
    channel = CHANNEL.found(app)
    if channel is None:
        return
    verification = AUDIT.of(app).verification
    server = app.state.runtime.member.server

    def tell() -> None:
        channel.send(NEWS, [server, answer_of(verification).model_dump(mode="json")], key=NEWS)

    def hear(content: list[Any]) -> None:
        if content[0] == server:
            verification.heard(content[1])

    verification.tell = tell
    channel.on(NEWS, hear)


def answer_of(verification: Verification) -> VerifyResponse:
    """Return what is told of the last check."""
    if verification.elsewhere is not None:
        return VerifyResponse.model_validate(verification.elsewhere)
    report = verification.report
    key = PublicKeys.of(verification.writer.keys).text()
    if report is None:
        state = "running" if verification.is_running else "never"
        return VerifyResponse(state=state, started_at=verification.started_at, public_key=key)
    return VerifyResponse(
        state="done",
        started_at=verification.started_at,
        finished_at=verification.finished_at,
        ok=report.ok,
        message=str(report),
        rows=report.rows,
        waiting=report.waiting,
        first=_problem(report.first) if report.first else None,
        problems=[_problem(one) for one in report.problems],
        public_key=key,
    )


def _problem(problem: Problem) -> ProblemResponse:
    return ProblemResponse(kind=problem.kind, number=problem.seq, row_id=problem.row_id, message=str(problem))
