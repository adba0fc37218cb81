"""What an owner wants of language models: summaries that are made by themselves, and questions of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.ai.lines import Read
from verbatim.ai.models import AiPreferences, AiPrompt
from verbatim.ai.schemas import Preferences, PromptCreate, PromptUpdate
from verbatim.core.clock import utcnow
from verbatim.core.errors import ConflictError, InvalidInputError, NotFoundError
from verbatim.core.text import one_line
from verbatim.recordings.naming import format_duration
from verbatim.recordings.repository import get_recording

VARIABLES: Final = ("transcript", "title", "speakers", "date", "language", "duration")
MOST_PROMPTS: Final = 100
LONGEST: Final = 8_000
"""Characters of a question once its variables are filled in."""
_VARIABLE: Final = re.compile(r"\{([a-z_]{1,30})\}")


class PromptNotFoundError(NotFoundError):
    """There is no such prompt."""

    code = "ai_prompt_not_found"


class TooManyPromptsError(ConflictError):
    """There are as many prompts as there can be; delete one that nobody uses."""

    code = "too_many_prompts"


async def preferences_of(session: AsyncSession) -> Preferences:
    """Return what the owner in scope wants."""
    row: AiPreferences | None = await session.scalar(select(AiPreferences))
    return Preferences() if row is None else Preferences(summarize=row.summarize, model=row.model)


async def set_preferences(session: AsyncSession, wanted: Preferences) -> None:
    """Choose anew."""
    row: AiPreferences | None = await session.scalar(select(AiPreferences))
    if row is None:
        row = AiPreferences()
        session.add(row)
    row.summarize, row.model, row.updated_at = wanted.summarize, wanted.model, utcnow()
    await session.flush()


async def list_prompts(session: AsyncSession) -> list[AiPrompt]:
    """Return the owner's prompts by name."""
    return list(await session.scalars(select(AiPrompt).order_by(AiPrompt.name, AiPrompt.id)))


async def get_prompt(session: AsyncSession, prompt_id: str) -> AiPrompt:
    """Return a prompt.

    Raises:
        PromptNotFoundError: it does not exist, or belongs to somebody else.
    """
    found: AiPrompt | None = await session.scalar(select(AiPrompt).where(AiPrompt.id == prompt_id))
    if found is None:
        raise PromptNotFoundError
    return found


async def create_prompt(session: AsyncSession, body: PromptCreate, author: str) -> AiPrompt:
    """Keep a prompt.

    Raises:
        InvalidInputError: it holds a variable that does not exist.
        TooManyPromptsError: there is no place for more.
    """
    _refuse_unknown(body.text)
    if (await session.scalar(select(func.count(AiPrompt.id))) or 0) >= MOST_PROMPTS:
        raise TooManyPromptsError
    row = AiPrompt(name=body.name, text=body.text, created_by=author[:200])
    session.add(row)
    await session.flush()
    return row


async def update_prompt(session: AsyncSession, row: AiPrompt, body: PromptUpdate) -> None:
    """Change a prompt.

    Raises:
        InvalidInputError: it holds a variable that does not exist.
    """
    _refuse_unknown(body.text or "")
    row.name, row.text, row.updated_at = body.name or row.name, body.text or row.text, utcnow()
    await session.flush()


def _refuse_unknown(text: str) -> None:
    unknown = sorted(set(_VARIABLE.findall(text)) - set(VARIABLES))
    if unknown:
        known = ", ".join(f"{{{one}}}" for one in VARIABLES)
        raise InvalidInputError(f"There is no variable {{{unknown[0]}}}; there are {known}.", code="unknown_variable")


async def filled_in(session: AsyncSession, text: str, seen: Read) -> str:
    """Return a prompt with its variables filled in for a transcript. Each is filled in once: what a title says stays
    what it is. The transcript itself stands above every question, between its marks.
    """
    recording = await get_recording(session, seen.transcript.recording_id)
    speakers = dict.fromkeys(one.speaker for one in seen.lines if one.speaker)
    values: Mapping[str, str] = {
        "transcript": "the transcript above",
        "title": one_line(recording.title)[:500],
        "speakers": one_line(", ".join(speakers))[:1000] or "unknown",
        "date": recording.created_at.date().isoformat(),
        "language": seen.transcript.language or "unknown",
        "duration": format_duration(recording.duration_seconds or 0),
    }
    return _VARIABLE.sub(lambda found: values.get(found.group(1), found.group()), text)[:LONGEST]
