"""What the transcription feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.transcription.early import load_early, stop_early
from verbatim.transcription.jobs import transcribe
from verbatim.transcription.routes import config_router, router, stretch_router
from verbatim.transcription.service import JOB_TYPE, transcription_ended
from verbatim.transcription.stretches import JOB_TYPE as STRETCH_TYPE
from verbatim.transcription.stretches import transcribe_stretch

feature = Feature(
    name="transcription",
    routers={"/api/recordings": router, "/api/config": config_router, "/api/transcripts": stretch_router},
    jobs={JOB_TYPE: transcribe, STRETCH_TYPE: transcribe_stretch},
    overtaking_jobs=frozenset({JOB_TYPE}),
    startup=(load_early,),
    shutdown=(stop_early,),
    jobs_ended={JOB_TYPE: transcription_ended},
)
