"""Reading what models made. What a stored quote says is compared with the transcript each time it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.ai.errors import AiResultNotFoundError
from verbatim.ai.models import AiResult, ResultKind
from verbatim.ai.schemas import (
    AiResultResponse,
    AnalysisResponse,
    AskResponse,
    CitationResponse,
    SentenceResponse,
    SummarizationResponse,
)
from verbatim.core.db import one_of
from verbatim.transcripts.models import Segment, Transcript


async def get_result(session: AsyncSession, result_id: str) -> AiResult:
    """Return a summary or an answer.

    Raises:
        AiResultNotFoundError: it does not exist, or belongs to somebody else.
    """
    found: AiResult | None = await session.scalar(select(AiResult).where(AiResult.id == result_id))
    if found is None:
        raise AiResultNotFoundError
    return found


async def results_of(
    session: AsyncSession, transcript: Transcript, kind: ResultKind, *, skip: int, limit: int
) -> tuple[list[AiResultResponse], int]:
    """Return what was made of a transcript, the newest first, and how many there are."""
    there = (AiResult.transcript_id == transcript.id, AiResult.kind == kind)
    total = await session.scalar(select(func.count()).select_from(AiResult).where(*there)) or 0
    wanted = select(AiResult).where(*there).order_by(AiResult.version.desc()).offset(skip).limit(limit)
    rows = list(await session.scalars(wanted))
    return await responses(session, rows, transcript), total


async def responses(session: AsyncSession, rows: Sequence[AiResult], transcript: Transcript) -> list[AiResultResponse]:
    """Return rows of one transcript as the API shows them."""
    spoken = await _spoken(session, rows)
    return [_response(row, transcript, spoken) for row in rows]


async def _spoken(session: AsyncSession, rows: Iterable[AiResult]) -> dict[str, Segment]:
    cited = {int(one["segment_id"]) for row in rows for sentence in row.sentences for one in sentence["citations"]}
    if not cited:
        return {}
    found = await session.scalars(select(Segment).where(one_of(session, Segment.id, sorted(cited))))
    return {str(one.id): one for one in found}


def sentence_response(stored: dict[str, Any], spoken: dict[str, Any]) -> SentenceResponse:
    """Return a sentence as the API shows it, checked against the segments as they are now."""
    citations = [_citation(one, spoken.get(one["segment_id"])) for one in stored["citations"]]
    verified = bool(citations) and not stored["unfound"] and all(one.verified for one in citations)
    return SentenceResponse(
        section=stored["section"],
        text=stored["text"],
        verified=verified,
        citations=citations,
        owner=stored.get("owner"),
        due=stored.get("due"),
    )


def _citation(stored: dict[str, Any], segment: Any | None) -> CitationResponse:
    quote = stored["quote"]
    return CitationResponse(
        segment_id=stored["segment_id"],
        start_time=stored["start"] if segment is None else segment.start_time,
        end_time=stored["end"] if segment is None else segment.end_time,
        quote=quote,
        # Letter for letter: a quote is shown as it stands, and so it must stand there.
        verified=segment is not None and (quote is None or quote in segment.text),
    )


def _response(row: AiResult, transcript: Transcript, spoken: dict[str, Segment]) -> AiResultResponse:
    shown = {name: getattr(row, name) for name in AiResultResponse.model_fields if name not in {"sentences", "stale"}}
    sentences = [sentence_response(one, dict(spoken)) for one in row.sentences]
    shown |= {"sentences": sentences, "stale": transcript.updated_at != row.transcript_updated_at}
    parts: dict[str, list[str]] = {}
    for one in sentences:
        parts.setdefault(one.section, []).append(one.text)
    if row.kind == ResultKind.SUMMARY:
        named = ("key_points", "decisions", "action_items", "topics", "named_entities")
        return SummarizationResponse(
            **shown, summary=" ".join(parts.get("summary", ())), **{name: parts.get(name) for name in named}
        )
    if row.kind == ResultKind.ANALYSIS:
        return AnalysisResponse(**shown, analysis_type=row.question or "", content=parts)
    return AskResponse(**shown, content=" ".join(one.text for one in sentences))
