"""Transcription on the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from verbatim.adapters.transcription.api import EngineSelection
from verbatim.core.inbound import RequestBody, example
from verbatim.transcription.options import MOST_TERMS, Term


class StretchRequest(RequestBody, json_schema_extra=example({"start_time": 12.5, "end_time": 17.0, "engine": "auto"})):
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


class SpeechModel(BaseModel):
    """A Whisper model on this server. ``speed`` is seconds of sound for each second of listening, measured here; null
    until something was transcribed with it.
    """

    name: str
    origin: str
    languages: list[str]
    size_bytes: int
    speed: float | None
    in_use: bool
    removable: bool


class SpeechModelListResponse(BaseModel):
    """The models on this server, the largest first."""

    items: list[SpeechModel]


class ModelBringRequest(RequestBody, json_schema_extra=example({"name": "small"})):
    """Which model to bring here: from the hub, or from a folder of the server."""

    name: str = Field(min_length=1, max_length=200)
    folder: str | None = Field(None, min_length=1, max_length=1000)


class ModelVerifyResponse(BaseModel):
    """Whether a model is what it was; ``damaged`` names files that are not."""

    name: str
    ok: bool
    damaged: list[str]


class SuggestedTerm(BaseModel):
    """A name or term that people wrote ``count`` times where the engine had ``heard`` something else."""

    term: str
    heard: str
    count: int


class SuggestedTermsResponse(BaseModel):
    """What could be taken into the vocabulary, the most frequent first."""

    items: list[SuggestedTerm]


class TermsRequest(RequestBody, json_schema_extra=example({"terms": ["Verbatim", "Lovelace"]})):
    """Names and terms to listen for."""

    terms: list[Term] = Field(min_length=1, max_length=MOST_TERMS)
