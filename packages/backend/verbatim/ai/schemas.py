"""Summaries, answers and models on the wire. Times are seconds from the start of the recording."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from verbatim.core.inbound import RequestBody, example
from verbatim.core.text import OneLine, Storable

ModelId = Annotated[str, StringConstraints(min_length=1, max_length=200)]
# The constraints first: of validators the last one runs first, and what is left of blanks is nothing.
Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), Storable]
PromptName = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=100)]
Temperature = Annotated[float, Field(ge=0, le=2)]


class CitationResponse(BaseModel):
    """A segment that a sentence rests on. ``quote`` are its own words, word for word; null when the segment is only
    named. ``verified``: the segment is still there and still says so; else ``quote`` is what was said before.
    """

    segment_id: str
    start_time: float
    end_time: float
    quote: str | None
    verified: bool


class SentenceResponse(BaseModel):
    """One sentence. ``verified``: it names what it rests on, and whatever it quotes is said there; show others as not
    checked. Of an action item ``owner`` is who is to do it and ``due`` until when, in the words that were said; null
    where nobody said it.
    """

    section: str
    text: str
    verified: bool
    citations: list[CitationResponse]
    owner: str | None = None
    due: str | None = None


class AiResultResponse(BaseModel):
    """A version of a summary, an analysis or an answer. ``stale``: the transcript was corrected since.

    ``is_language_model`` is false for key sentences, which are chosen without one. ``cost_micros`` is in millionths of
    the currency of the prices; null where nobody named a price. ``complete`` is false when the model was stopped.
    """

    id: str
    transcript_id: str
    recording_id: str
    kind: str
    version: int
    question: str | None
    sentences: list[SentenceResponse]
    model: str
    model_label: str
    provider: str
    is_language_model: bool
    complete: bool
    stale: bool
    tokens_in: int
    tokens_out: int
    cost_micros: int | None
    created_by: str
    created_at: datetime


class SummarizationResponse(AiResultResponse):
    """A summary, also in plain words without the citations; a part is null when there is nothing in it."""

    summary: str
    key_points: list[str] | None
    decisions: list[str] | None
    action_items: list[str] | None
    topics: list[str] | None
    named_entities: list[str] | None


class AnalysisResponse(AiResultResponse):
    """Some of what a transcript says, also in plain words."""

    analysis_type: str
    content: dict[str, list[str]]


class AskResponse(AiResultResponse):
    """An answer, also in plain words."""

    content: str


class AutomaticState(BaseModel):
    """A summary that is to be made by itself: it is ``waiting``, or ``failed`` with the reason in ``detail``."""

    state: Literal["waiting", "failed"]
    detail: str | None
    updated_at: datetime


class SummaryListResponse(BaseModel):
    """All versions of a transcript's summary, the newest first. ``automatic`` says how the one stands that is to be
    made by itself; null where there is none to be made, or it is there.
    """

    items: list[SummarizationResponse]
    total: int
    automatic: AutomaticState | None = None


class AnswerListResponse(BaseModel):
    """Questions that were asked of a transcript with their answers, the newest first."""

    items: list[AskResponse]
    total: int


class GenerateRequest(RequestBody, json_schema_extra=example({"model": "key-sentences", "stream": False})):
    """How to answer; all of it may be left out. With ``stream`` the answer comes as server-sent events."""

    model: ModelId | None = None
    temperature: Temperature | None = None
    stream: bool = False


class AskRequest(
    GenerateRequest,
    json_schema_extra=example({"question": "Who takes care of the fence, and until when?", "stream": True}),
):
    """A question about one transcript, or one of your own prompts by its id."""

    question: Question | None = None
    prompt_id: Annotated[str, Field(max_length=36)] | None = None


class Preferences(RequestBody, json_schema_extra=example({"summarize": True})):
    """Whether every new transcript is summarised by itself, and by which model; null is the usual one."""

    summarize: bool = False
    model: ModelId | None = None


class PromptCreate(
    RequestBody,
    json_schema_extra=example({"name": "Minutes", "text": "Write the minutes of {title}, held by {speakers}."}),
):
    """A question to be asked again and again. Variables in its text are filled in for each transcript: ``{title}``,
    ``{speakers}``, ``{date}``, ``{language}``, ``{duration}``, and ``{transcript}`` for the transcript itself.
    """

    name: PromptName
    text: Question


class PromptUpdate(RequestBody, json_schema_extra=example({"name": "Short minutes"})):
    """Fields that are left out stay as they are."""

    name: PromptName | None = None
    text: Question | None = None


class PromptResponse(BaseModel):
    """One of your own prompts."""

    id: str
    name: str
    text: str
    created_by: str
    created_at: datetime
    updated_at: datetime


class PromptListResponse(BaseModel):
    """Your own prompts by name."""

    items: list[PromptResponse]
    total: int


class ModelResponse(BaseModel):
    """A model that the caller may use. ``is_local``: nothing leaves this machine."""

    id: str
    label: str
    provider: str
    is_local: bool
    is_language_model: bool
    is_default: bool
    context_tokens: int


class ModelListResponse(BaseModel):
    """The models that the caller may use."""

    models: list[ModelResponse]


class StatusResponse(BaseModel):
    """Whether a language model can be asked, and which one is when none is named."""

    available: bool
    provider: str
    model_loaded: bool
    model_path: str | None
    models: list[dict[str, Any]]
