"""What the transcription feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.transcription.early import load_early, stop_early
from verbatim.transcription.jobs import transcribe
from verbatim.transcription.routes import config_router, router
from verbatim.transcription.service import JOB_TYPE, transcription_ended

feature = Feature(
    name="transcription",
    routers={"/api/recordings": router, "/api/config": config_router},
    jobs={JOB_TYPE: transcribe},
    overtaking_jobs=frozenset({JOB_TYPE}),
    startup=(load_early,),
    shutdown=(stop_early,),
    jobs_ended={JOB_TYPE: transcription_ended},
)
