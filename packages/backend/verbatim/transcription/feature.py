"""What the transcription feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.transcription.defaults_routes import router as defaults_router
from verbatim.transcription.early import load_early, stop_early
from verbatim.transcription.jobs import transcribe
from verbatim.transcription.model_routes import router as model_router
from verbatim.transcription.models import JOB_TYPE as MODEL_JOB
from verbatim.transcription.models import bring_model
from verbatim.transcription.resource import TRANSCRIPTION_DEFAULTS
from verbatim.transcription.routes import config_router, router, stretch_router
from verbatim.transcription.service import JOB_TYPE, transcribe_again, transcription_ended
from verbatim.transcription.stretches import JOB_TYPE as STRETCH_TYPE
from verbatim.transcription.stretches import transcribe_stretch
from verbatim.transcription.tables import TranscriptionDefaults
from verbatim.transcription.tries import stretch_ended

feature = Feature(
    name="transcription",
    routers={
        "/api/recordings": router,
        "/api/config": config_router,
        "/api/config/transcription/models": model_router,
        "/api/transcription": defaults_router,
        "/api/transcripts": stretch_router,
    },
    models=(TranscriptionDefaults,),
    resources=(TRANSCRIPTION_DEFAULTS,),
    jobs={JOB_TYPE: transcribe, STRETCH_TYPE: transcribe_stretch, MODEL_JOB: bring_model},
    light_jobs=frozenset({MODEL_JOB}),
    overtaking_jobs=frozenset({JOB_TYPE}),
    startup=(load_early,),
    shutdown=(stop_early,),
    jobs_again={JOB_TYPE: transcribe_again},
    jobs_ended={JOB_TYPE: transcription_ended, STRETCH_TYPE: stretch_ended},
)
