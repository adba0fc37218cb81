"""What a summary or an answer is to those who treat all kinds of things alike: it hangs under its transcript."""

from __future__ import annotations

from verbatim.ai.models import AiPrompt, AiResult
from verbatim.core.resources import Resource
from verbatim.transcripts.resource import TRANSCRIPT

AI_RESULT = Resource(
    name="ai_result",
    model=AiResult,
    parent=TRANSCRIPT,
    audited=("kind", "version", "model", "complete", "tokens_in", "tokens_out", "cost_micros"),
    frozen=("transcript_id", "recording_id", "kind", "version", "question", "sentences", "model", "created_at"),
)

AI_PROMPT = Resource(name="ai_prompt", model=AiPrompt, title="name", audited=("name", "text"))
