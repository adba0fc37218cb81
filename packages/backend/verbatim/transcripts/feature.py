"""What the transcripts feature contributes."""

from __future__ import annotations

import verbatim.transcripts.carrying.routes
import verbatim.transcripts.correction_routes
import verbatim.transcripts.history.routes
import verbatim.transcripts.presence
import verbatim.transcripts.replacing.routes  # noqa: F401 - they add their routes to the others of their prefix
from verbatim.plugins.feature import Feature
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.history.models import TranscriptChange, TranscriptVersion
from verbatim.transcripts.models import EngineOutput, Segment, Speaker, Transcript
from verbatim.transcripts.resource import (
    CARRIED_CORRECTION,
    ENGINE_OUTPUT,
    SEGMENT,
    SPEAKER,
    TRANSCRIPT,
    TRANSCRIPT_CHANGE,
    TRANSCRIPT_VERSION,
)
from verbatim.transcripts.routes import recording_router, router
from verbatim.transcripts.speaker_routes import router as speaker_router

feature = Feature(
    name="transcripts",
    routers={
        "/api/transcripts": router,
        "/api/speakers": speaker_router,
        "/api/recordings": recording_router,
    },
    models=(Transcript, Speaker, Segment, EngineOutput, TranscriptChange, TranscriptVersion, CarriedCorrection),
    resources=(TRANSCRIPT, SPEAKER, SEGMENT, ENGINE_OUTPUT, TRANSCRIPT_CHANGE, TRANSCRIPT_VERSION, CARRIED_CORRECTION),
)
