"""A whole transcript as the API sends it. It may have thousands of segments: their rows become bytes without a model
for each, and a client that holds the transcript as it is now is only told so.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    String,
    and_,
    bindparam,
    cast,
    false,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import Headers
from starlette.responses import Response
from typing_extensions import TypedDict

from verbatim.core.columns import gathered, objects, plain, stored
from verbatim.core.etags import holds, weak_tag
from verbatim.core.scoping import kept
from verbatim.recordings.errors import RecordingNotFoundError
from verbatim.recordings.models import Recording
from verbatim.transcripts.errors import TranscriptNotFoundError
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.repository import stretches
from verbatim.transcripts.schemas import Decision, SegmentResponse, TranscriptWithSegmentsResponse

_HEAD = (
    *("id", "recording_id", "language", "engine", "engine_reason", "model_used", "confidence_avg", "word_count"),
    *("revision", "corrections", "created_at", "updated_at", "not_understood", "diarizer", "diarization_note"),
)
# Checked like the model whose fields these are, in a third of its time: of thousands none becomes an object.
_Segment = TypedDict(  # type: ignore[misc] # the names are read while this runs
    "_Segment", {name: field.annotation for name, field in SegmentResponse.model_fields.items()}
)


class _Whole(TranscriptWithSegmentsResponse):
    segments: list[_Segment]  # type: ignore[assignment] # written alike


_ANSWER = TypeAdapter(_Whole)


async def send_transcript(session: AsyncSession, headers: Headers, transcript_id: str, *, words: bool) -> Response:
    """Answer with a transcript, or with 304 when the client holds it.

    Raises:
        TranscriptNotFoundError: it does not exist, or belongs to somebody else.
    """
    result = await session.execute(_head(session.get_bind().dialect.name), {"transcript_id": transcript_id})
    head: Row[Any] | None = result.first()
    if head is None:
        raise TranscriptNotFoundError
    return await _send(session, headers, head, words=words)


async def send_current(session: AsyncSession, headers: Headers, recording_id: str, *, words: bool) -> Response:
    """Answer with the transcript that people read of a recording, or with 304 when the client holds it.

    Raises:
        RecordingNotFoundError: no such recording.
        TranscriptNotFoundError: it has none yet.
    """
    result = await session.execute(_current(session.get_bind().dialect.name), {"recording_id": recording_id})
    head: Row[Any] | None = result.first()
    if head is None:
        raise RecordingNotFoundError
    if head.current_id is None:
        raise TranscriptNotFoundError("This recording has no transcript yet.")
    if head.id is None:
        raise TranscriptNotFoundError
    return await _send(session, headers, head, words=words)


async def _send(session: AsyncSession, headers: Headers, head: Row[Any], *, words: bool) -> Response:
    facts = {name: getattr(head, name) for name in (*_HEAD, "recording_title")}
    dialect = session.get_bind().dialect.name
    speakers = objects(dialect, head.speakers, by="speaker_label")
    # Whatever changes a segment or a speaker notes it in the transcript's ``updated_at``, in the same transaction. The
    # segments are read after it: they may be newer than the tag says, never older.
    tag = weak_tag(facts, speakers, words)
    answer_headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if holds(headers, tag):
        return Response(status_code=304, headers=answer_headers)
    statement = _segments(dialect, words)
    rows = (await session.execute(statement, {"transcript_id": head.id})).all()
    names = rows[0]._fields if rows else ()
    segments = [dict(zip(names, row, strict=True)) for row in rows]
    if words:
        for segment in segments:
            segment["words"] = stored(segment["words"] or "[]") or []
    facts["not_understood"] = stretches(None if head.not_understood is None else stored(head.not_understood))
    whole = facts | {"ai_summary": None, "segments": segments, "speakers": speakers}
    body = _ANSWER.dump_json(_ANSWER.validate_python(whole))
    return Response(body, media_type="application/json", headers=answer_headers)


def _columns(dialect: str) -> list[Any]:
    named = ("id", "transcript_id", "speaker_label", "speaker_name", "color", "voice_profile_id")
    speakers = gathered(dialect, by="speaker_label", **{name: getattr(Speaker, name) for name in named})
    speakers = speakers.where(Speaker.transcript_id == Transcript.id).correlate(Transcript)
    own = [plain(dialect, getattr(Transcript, name)).label(name) for name in _HEAD]
    return [
        *own,
        func.coalesce(Recording.title, "").label("recording_title"),
        speakers.scalar_subquery().label("speakers"),
    ]


@kept
def _head(dialect: str) -> Select[Any]:
    found = select(*_columns(dialect)).select_from(Transcript)
    return found.outerjoin(Recording, Recording.id == Transcript.recording_id).where(
        Transcript.id == bindparam("transcript_id")
    )


@kept
def _current(dialect: str) -> Select[Any]:
    found = select(*_columns(dialect), Recording.transcript_id.label("current_id")).select_from(Recording)
    return found.outerjoin(Transcript, Transcript.id == Recording.transcript_id).where(
        Recording.id == bindparam("recording_id")
    )


@kept
def _segments(dialect: str, words: bool) -> Select[Any]:  # noqa: FBT001 - a key
    nothing: ColumnElement[Any] = literal_column("NULL")
    name = func.nullif(Speaker.speaker_name, "")
    heard = plain(dialect, Segment.__table__.c.words) if words else nothing
    folded = or_(Segment.decision == Decision.DROP, and_(Segment.folded, Segment.decision.is_(None)))
    as_is = ("speaker_confidence", "confidence", "edited_by", "checked_by", "original_text", "version")
    return (
        select(
            cast(Segment.id, String).label("id"),
            Segment.segment_index.label("segment_index"),
            func.coalesce(name, Speaker.speaker_label).label("speaker"),
            *(getattr(Segment, name).label(name) for name in ("speaker_id", "start_time", "end_time", "text", *as_is)),
            Segment.doubt.label("doubt"),
            func.coalesce(folded, false()).label("folded"),
            Segment.decision.label("decision"),
            heard.label("words"),
            nothing.label("highlight_color"),
            literal_column("0").label("comment_count"),
            plain(dialect, Segment.created_at).label("created_at"),
            plain(dialect, Segment.updated_at).label("updated_at"),
        )
        .outerjoin(Speaker, Speaker.id == Segment.speaker_id)
        .where(Segment.transcript_id == bindparam("transcript_id"))
        .order_by(Segment.segment_index, Segment.id)
    )
