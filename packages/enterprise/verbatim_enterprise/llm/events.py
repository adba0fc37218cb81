"""What happens to servers of language models and to budgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim_enterprise.host import Event, Resource
from verbatim_enterprise.llm.resource import LLM_BUDGET, LLM_ENDPOINT, LLM_PRICE


@dataclass(frozen=True, kw_only=True)
class LlmEndpointCreated(Event):
    """A server of language models was added."""

    event_name: ClassVar[str] = "llm_endpoint.created"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = LLM_ENDPOINT
    llm_endpoint_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class LlmEndpointUpdated(Event):
    """A server of language models was changed."""

    event_name: ClassVar[str] = "llm_endpoint.updated"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = LLM_ENDPOINT
    llm_endpoint_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class LlmEndpointDeleted(Event):
    """A server of language models was removed."""

    event_name: ClassVar[str] = "llm_endpoint.deleted"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = LLM_ENDPOINT
    llm_endpoint_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class LlmPriceSet(Event):
    """Somebody said what a model costs from now on, or from a day on."""

    event_name: ClassVar[str] = "llm_price.set"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = LLM_PRICE
    llm_price_id: str
    model: str


@dataclass(frozen=True, kw_only=True)
class LlmBudgetCreated(Event):
    """A budget for language models was made; ``scope`` is whose."""

    event_name: ClassVar[str] = "llm_budget.created"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = LLM_BUDGET
    llm_budget_id: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class LlmBudgetUpdated(Event):
    """The limits of a budget were changed."""

    event_name: ClassVar[str] = "llm_budget.updated"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = LLM_BUDGET
    llm_budget_id: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class LlmBudgetDeleted(Event):
    """A budget for language models was removed."""

    event_name: ClassVar[str] = "llm_budget.deleted"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = LLM_BUDGET
    llm_budget_id: str
    scope: str


@dataclass(frozen=True, kw_only=True)
class LlmBudgetReached(Event):
    """So much of a budget is used, in percent: 80, or 100 when nothing more is answered until it begins anew."""

    event_name: ClassVar[str] = "llm_budget.reached"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = LLM_BUDGET
    llm_budget_id: str
    scope: str
    percent: int
