"""Transcription on the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from verbatim.adapters.transcription.api import EngineSelection
from verbatim.core.inbound import RequestBody


class StretchRequest(RequestBody):
    """A stretch of a recording, in seconds, and which engine shall listen to it; the language is by default the one of
    the transcript.
    """

    start_time: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    end_time: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    engine: EngineSelection = "auto"
    language: Annotated[str | None, Field(max_length=50)] = None


class TranscribeResponse(BaseModel):
    """The job that transcribes."""

    job_id: str
    status: str


class EngineStatus(BaseModel):
    """Whether an engine can run here, and why or why not; ``caveat`` tells what to expect of its text."""

    name: str
    available: bool
    reason: str
    model: str | None
    caveat: str | None


class TranscriptionConfigResponse(BaseModel):
    """How this server transcribes. ``effective_engine`` is what ``engine`` leads to now, for the given ``reason``.

    ``languages`` are all that have names here, ``supported_languages`` those that an engine here knows;
    ``detects_language`` says whether the engine in use finds out by itself which one is spoken.
    """

    engine: str
    effective_engine: str | None
    reason: str
    engines: list[EngineStatus]
    available_engines: list[str]
    engine_caveats: list[str]
    model: str
    device: str
    compute_type: str
    mode: str
    external_url: str | None
    external_api_key_set: bool
    languages: dict[str, str]
    supported_languages: list[str]
    detects_language: bool
    is_enterprise: bool
