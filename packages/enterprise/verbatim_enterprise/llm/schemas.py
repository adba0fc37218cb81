"""Servers of language models, prices, usage and budgets on the wire. Money is in millionths of a unit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr, StringConstraints

from verbatim_enterprise.host import Moment, OneLine, RequestBody, example
from verbatim_enterprise.llm.known import CONTEXT_TOKENS
from verbatim_enterprise.llm.models import EndpointKind

Name = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=100)]
ModelName = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=200)]
Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Key = Annotated[SecretStr, Field(max_length=2000)]
TeamIds = Annotated[list[Annotated[str, StringConstraints(max_length=36)]], Field(max_length=500)]
Micros = Annotated[int, Field(ge=0, le=10**15)]
Tokens = Annotated[int, Field(ge=0, le=10**15)]


class EndpointModel(
    RequestBody, json_schema_extra=example({"name": "large", "label": "Large", "context_tokens": 32768})
):
    """A model of a server; ``context_tokens`` is how much it can read and write at once."""

    name: ModelName
    label: Annotated[str, OneLine, StringConstraints(max_length=200)] = ""
    context_tokens: Annotated[int, Field(ge=1024, le=10_000_000)] = CONTEXT_TOKENS


Models = Annotated[list[EndpointModel], Field(max_length=200)]


class EndpointCreate(
    RequestBody,
    json_schema_extra=example(
        {
            "name": "Models of the house",
            "kind": "generic_openai",
            "base_url": "https://models.example.org/v1",
            "models": [{"name": "large"}],
        }
    ),
):
    """A new server of language models. ``base_url`` may be left out for OpenAI and Anthropic themselves.

    ``team_ids`` are the teams that may use it; null: all of them. The one with the lowest ``position`` comes first.
    """

    name: Name
    kind: EndpointKind
    base_url: Url | None = None
    api_key: Key | None = None
    models: Models = Field(default_factory=list)
    team_ids: TeamIds | None = None
    enabled: bool = True
    position: Annotated[int, Field(ge=0, le=10_000)] = 100


class EndpointUpdate(RequestBody, json_schema_extra=example({"enabled": False})):
    """Fields that are left out stay as they are. With another ``base_url`` the key has to be given again."""

    name: Name | None = None
    base_url: Url | None = None
    api_key: Key | None = None
    models: Models | None = None
    team_ids: TeamIds | None = None
    enabled: bool | None = None
    position: Annotated[int, Field(ge=0, le=10_000)] | None = None


class EndpointModelResponse(BaseModel):
    """A model of a server, and whether somebody has said what it costs."""

    id: str
    name: str
    label: str
    context_tokens: int
    priced: bool


class EndpointResponse(BaseModel):
    """A server of language models. Its key is never shown, only whether it has one."""

    id: str
    name: str
    kind: str
    base_url: str
    has_key: bool
    models: list[EndpointModelResponse]
    team_ids: list[str] | None
    enabled: bool
    position: int
    source: Literal["database", "environment"]


class EndpointListResponse(BaseModel):
    """Every server of language models."""

    items: list[EndpointResponse]
    total: int


class EndpointTestResponse(BaseModel):
    """Whether a server answers and takes the key, in one sentence, and which models it says it has."""

    ok: bool
    detail: str
    models: list[str]


class PriceCreate(
    RequestBody,
    json_schema_extra=example(
        {
            "endpoint_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40",
            "model": "large",
            "input_micros": 2500000,
            "output_micros": 10000000,
        }
    ),
):
    """What a million tokens of a model cost from a moment on; left out: from now on. ``cached_micros`` is for what the
    provider had read before; left out: the same.
    """

    endpoint_id: Annotated[str, StringConstraints(min_length=1, max_length=36)]
    model: ModelName
    input_micros: Micros
    output_micros: Micros
    cached_micros: Micros | None = None
    valid_from: Moment | None = None


class PriceResponse(BaseModel):
    """What a model costs from a moment on."""

    id: str
    endpoint_id: str
    model: str
    input_micros: int
    output_micros: int
    cached_micros: int
    valid_from: datetime


class PriceListResponse(BaseModel):
    """All prices, the latest of each model first."""

    items: list[PriceResponse]
    total: int


class LlmModelResponse(BaseModel):
    """A model that the caller may use."""

    id: str
    label: str
    provider: str
    is_local: bool
    is_language_model: bool
    is_default: bool
    context_tokens: int


class LlmModelListResponse(BaseModel):
    """The models that the caller may use, the one for those who name none first."""

    items: list[LlmModelResponse]
    total: int


class UsageResponse(BaseModel):
    """One call of a model. ``cost_micros`` is null where nobody has named a price; ``estimated`` says that the provider
    did not count the tokens. ``outcome``: ok, cut (by its greatest length), stopped, lost, running, or why it failed.
    """

    id: str
    model: str
    provider: str
    endpoint_id: str
    feature: str
    user_id: str | None
    team_id: str | None
    key_id: str | None
    recording_id: str | None
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    estimated: bool
    cost_micros: int | None
    outcome: str
    first_byte_ms: int | None
    latency_ms: int | None
    started_at: datetime
    finished_at: datetime | None


class BudgetCreate(
    RequestBody,
    json_schema_extra=example(
        {"scope": "team", "id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40", "period": "month", "limit_micros": 50000000}
    ),
):
    """How much may be used in each day or month. ``id`` is that of the team, the person or the key; the installation
    has none.
    """

    scope: Literal["installation", "team", "user", "key"]
    id: Annotated[str, StringConstraints(max_length=36)] | None = None
    period: Literal["day", "month"]
    limit_tokens: Tokens | None = None
    limit_micros: Micros | None = None


class BudgetUpdate(RequestBody, json_schema_extra=example({"limit_micros": 80000000})):
    """Other limits. What is left out stays; null takes a limit away."""

    limit_tokens: Tokens | None = None
    limit_micros: Micros | None = None


class BudgetResponse(BaseModel):
    """A budget and how much of it is used in this period. ``reserved_*`` is put by for calls that go on, and grows with
    their answers. At most ``overshoot_*`` is used beyond: what models think without saying it is counted at their end.
    """

    id: str
    scope: str
    scope_id: str | None
    period: str
    limit_tokens: int | None
    limit_micros: int | None
    used_tokens: int
    used_micros: int
    reserved_tokens: int
    reserved_micros: int
    overshoot_micros: int
    overshoot_tokens: int
    percent: int
    period_start: datetime
    resets_at: datetime


class BudgetListResponse(BaseModel):
    """All budgets."""

    items: list[BudgetResponse]
    total: int
