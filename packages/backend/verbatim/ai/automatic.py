"""Summaries that are made by themselves after a transcription, where the owner wants that.

The transcription is finished without them: what happens in its transaction is that one row and one job are written. The
job works with the owner's rights, counts in the owner's budgets, and says beside the transcript how it stands.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.llm.api import LanguageModelError
from verbatim.ai.errors import NothingSaidError
from verbatim.ai.events import SummaryFailed
from verbatim.ai.lines import read
from verbatim.ai.models import AutomaticSummary, ResultKind
from verbatim.ai.preferences import preferences_of
from verbatim.ai.service import Asking, Wish, answer
from verbatim.ai.streaming import last_of
from verbatim.core.clock import utcnow
from verbatim.core.errors import VerbatimError
from verbatim.core.events import current_session, tell_pages
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.core.jobs.models import Job
from verbatim.core.jobs.queue import enqueue
from verbatim.core.language_models import ModelCaller
from verbatim.core.ownership import inside
from verbatim.transcripts.errors import TranscriptNotFoundError
from verbatim.transcripts.repository import get_transcript

SUMMARIZE: Final = "summarize"
BY: Final = "Verbatim"
WAITING: Final = "waiting"
FAILED: Final = "failed"
_LATER: Final = frozenset({503, 504, 502})


async def transcription_complete(recording_id: str, transcript_id: str) -> None:  # noqa: ARG001 - the event's arguments
    """Queue a summary of a new transcript, if its owner wants one."""
    session = current_session()
    if not (await preferences_of(session)).summarize:
        return
    transcript = await get_transcript(session, transcript_id)
    with inside(transcript.workspace_id):
        session.add(AutomaticSummary(transcript_id=transcript_id, state=WAITING))
        # No id of the recording: pages would take this job's progress for that of its transcription.
        await enqueue(session, SUMMARIZE, {"transcript_id": transcript_id}, dedupe_key=f"{SUMMARIZE}:{transcript_id}")


async def summarize_by_itself(job: JobContext) -> dict[str, Any] | None:
    """Summarise the transcript in the payload.

    Raises:
        JobError: the model, or a budget, says no; the sentence is for people.
    """
    transcript_id = str(job.payload["transcript_id"])
    try:
        async with job.transaction() as session:
            seen, wanted = await read(session, transcript_id), await preferences_of(session)
    except (TranscriptNotFoundError, NothingSaidError):
        await _let_go(job, transcript_id)
        return None
    caller = ModelCaller(ResultKind.SUMMARY.value, None, seen.transcript.recording_id)

    async def confirm() -> None:
        async with job.transaction():  # raises when this run has lost the job
            pass

    try:
        chosen = await job.app_state.models.choose(caller, wanted.model)
        asking = Asking(job.database, seen, chosen, Wish(ResultKind.SUMMARY), BY, confirm)
        made: Any = await last_of(answer(asking))
    except (VerbatimError, LanguageModelError) as error:
        status = getattr(error, "status_code", 502)
        detail = error.detail if isinstance(error, VerbatimError) else str(error)
        raise JobError(detail, code=str(getattr(error, "code", "llm_failed")), retry=status in _LATER) from error
    await _let_go(job, transcript_id)
    return {"ai_result_id": made.id}


async def _let_go(job: JobContext, transcript_id: str) -> None:
    gone = delete(AutomaticSummary).where(AutomaticSummary.transcript_id == transcript_id)
    async with job.transaction() as session:
        await session.execute(gone.execution_options(synchronize_session=False))


async def summary_ended(session: AsyncSession, job: Job) -> None:
    """Say beside the transcript that there will be no summary, and why."""
    row = await state_of(session, str(job.payload.get("transcript_id")))
    if row is None:
        return
    row.state, row.detail, row.updated_at = FAILED, (job.error or "It was cancelled.")[:500], utcnow()
    with suppress(TranscriptNotFoundError):
        recording_id = (await get_transcript(session, row.transcript_id)).recording_id
        tell_pages(session, SummaryFailed(transcript_id=row.transcript_id, recording_id=recording_id))


async def state_of(session: AsyncSession, transcript_id: str) -> AutomaticSummary | None:
    """Return how a summary stands that is made by itself; None where none is to be made, or it is there."""
    wanted = select(AutomaticSummary).where(AutomaticSummary.transcript_id == transcript_id)
    found: AutomaticSummary | None = await session.scalar(wanted)
    return found
