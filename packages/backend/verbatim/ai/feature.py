"""What the AI feature contributes."""

from __future__ import annotations

from verbatim.ai.models import AiResult
from verbatim.ai.resource import AI_RESULT
from verbatim.ai.routes import router
from verbatim.plugins.feature import Feature

feature = Feature(name="ai", routers={"/api/ai": router}, models=(AiResult,), resources=(AI_RESULT,))
