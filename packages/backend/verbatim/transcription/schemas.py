"""Transcription on the wire."""

from __future__ import annotations

from pydantic import BaseModel


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
