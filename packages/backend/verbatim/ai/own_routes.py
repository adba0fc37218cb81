"""`/api/ai/preferences` and `/api/ai/prompts`: what an owner wants of language models."""

from __future__ import annotations

from fastapi import Request

from verbatim.ai import preferences
from verbatim.ai.models import AiPrompt
from verbatim.ai.schemas import Preferences, PromptCreate, PromptListResponse, PromptResponse, PromptUpdate
from verbatim.core.db import SessionDep
from verbatim.core.language_models import ModelCaller, ModelDesk
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires, signed_in

preferences_router = Router()
prompts_router = Router()

READ = [requires(Permission.PROJECT_READ)]
UPDATE = [requires(Permission.PROJECT_UPDATE)]


@preferences_router.get("", dependencies=READ)
async def get_preferences(session: SessionDep) -> Preferences:
    """Say whether new transcripts are summarised by themselves."""
    return await preferences.preferences_of(session)


@preferences_router.put("", dependencies=UPDATE)
async def set_preferences(request: Request, session: SessionDep, body: Preferences) -> Preferences:
    """Choose whether new transcripts are summarised by themselves; it counts in your team's budgets."""
    if body.model is not None:
        desk: ModelDesk = request.app.state.models
        await desk.choose(ModelCaller("summary", signed_in(request)), body.model)
    await preferences.set_preferences(session, body)
    return body


@prompts_router.get("", dependencies=READ)
async def list_prompts(session: SessionDep) -> PromptListResponse:
    """List your own prompts."""
    rows = await preferences.list_prompts(session)
    return PromptListResponse(items=[_shown(one) for one in rows], total=len(rows))


@prompts_router.post("", status_code=201, dependencies=UPDATE)
async def create_prompt(request: Request, session: SessionDep, body: PromptCreate) -> PromptResponse:
    """Keep a question that is asked again and again."""
    return _shown(await preferences.create_prompt(session, body, signed_in(request).name))


@prompts_router.patch("/{ai_prompt_id}", dependencies=UPDATE)
async def update_prompt(session: SessionDep, ai_prompt_id: str, body: PromptUpdate) -> PromptResponse:
    """Change a prompt."""
    row = await preferences.get_prompt(session, ai_prompt_id)
    await preferences.update_prompt(session, row, body)
    return _shown(row)


@prompts_router.delete("/{ai_prompt_id}", dependencies=UPDATE)
async def delete_prompt(session: SessionDep, ai_prompt_id: str) -> MessageResponse:
    """Delete a prompt; answers to it stay."""
    await session.delete(await preferences.get_prompt(session, ai_prompt_id))
    return MessageResponse(message="The prompt was deleted.", id=ai_prompt_id)


def _shown(row: AiPrompt) -> PromptResponse:
    return PromptResponse.model_validate(row, from_attributes=True)
