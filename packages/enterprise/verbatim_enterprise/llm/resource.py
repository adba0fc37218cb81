"""What endpoints and budgets are to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.host import Resource
from verbatim_enterprise.llm.models import LlmBudget, LlmEndpoint, LlmPrice

LLM_ENDPOINT = Resource(
    name="llm_endpoint",
    model=LlmEndpoint,
    title="name",
    private=False,
    audited=("name", "kind", "base_url", "models", "team_ids", "enabled", "position"),
)
LLM_PRICE = Resource(
    name="llm_price",
    model=LlmPrice,
    private=False,
    audited=("endpoint_id", "model", "valid_from", "input_micros", "output_micros", "cached_micros"),
)
LLM_BUDGET = Resource(
    name="llm_budget",
    model=LlmBudget,
    private=False,
    audited=("scope", "scope_id", "period", "limit_tokens", "limit_micros"),
)
