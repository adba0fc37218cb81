"""What transcripts and their parts are to those who treat all kinds of things alike: they hang under a recording.

Corrections are frozen by a hold, and so is what was noted of earlier ones.
"""

from __future__ import annotations

from verbatim.core.resources import Resource
from verbatim.recordings.resource import RECORDING
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.history.models import TranscriptChange, TranscriptVersion
from verbatim.transcripts.models import EngineOutput, Segment, Speaker, Transcript

TRANSCRIPT = Resource(
    name="transcript",
    model=Transcript,
    parent=RECORDING,
    frozen=("recording_id", "language", "engine", "model_used", "created_at", "not_understood"),
)

SPEAKER = Resource(
    name="speaker",
    model=Speaker,
    parent=TRANSCRIPT,
    frozen=("transcript_id", "speaker_label", "speaker_name", "color"),
    locked_with_parent=True,
)

SEGMENT = Resource(
    name="segment",
    model=Segment,
    parent=RECORDING,
    frozen=(
        *("transcript_id", "recording_id", "speaker_id", "segment_index", "start_time", "end_time", "text"),
        *("original_text", "words", "doubt", "folded", "decision"),
    ),
    locked_with_parent=True,
)

ENGINE_OUTPUT = Resource(
    name="engine_output",
    model=EngineOutput,
    parent=RECORDING,
    frozen=(*("recording_id", "job_id", "transcript_id", "engine", "model_used", "error", "content", "created_at"),),
    locked_with_parent=True,
)

TRANSCRIPT_CHANGE = Resource(
    name="transcript_change",
    model=TranscriptChange,
    parent=RECORDING,
    frozen=(
        *("recording_id", "transcript_id", "number", "kind", "reason", "author_id", "author", "content", "shifts"),
        *("undoes", "undone_by", "created_at"),
    ),
    locked_with_parent=True,
)

TRANSCRIPT_VERSION = Resource(
    name="transcript_version",
    model=TranscriptVersion,
    parent=RECORDING,
    frozen=("recording_id", "transcript_id", "number", "name", "reason", "author", "created_at"),
    locked_with_parent=True,
)

CARRIED_CORRECTION = Resource(
    name="carried_correction",
    model=CarriedCorrection,
    parent=RECORDING,
    frozen=(
        *("recording_id", "transcript_id", "from_id", "number", "kind", "state", "start_time", "end_time", "heard"),
        *("text", "before", "after", "author", "change_number", "decided_by", "created_at", "decided_at"),
    ),
    locked_with_parent=True,
)
