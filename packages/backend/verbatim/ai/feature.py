"""What the AI feature contributes."""

from __future__ import annotations

from verbatim.ai.automatic import SUMMARIZE, summarize_by_itself, summary_ended, transcription_complete
from verbatim.ai.models import AiPreferences, AiPrompt, AiResult, AutomaticSummary
from verbatim.ai.own_routes import preferences_router, prompts_router
from verbatim.ai.resource import AI_PROMPT, AI_RESULT
from verbatim.ai.routes import router
from verbatim.plugins.feature import Feature

feature = Feature(
    name="ai",
    routers={
        "/api/ai": router,
        "/api/ai/preferences": preferences_router,
        "/api/ai/prompts": prompts_router,
    },
    models=(AiResult, AiPreferences, AiPrompt, AutomaticSummary),
    resources=(AI_RESULT, AI_PROMPT),
    on={"transcription.complete": transcription_complete},
    jobs={SUMMARIZE: summarize_by_itself},
    jobs_ended={SUMMARIZE: summary_ended},
    light_jobs=frozenset({SUMMARIZE}),
)
