"""What language models under control contribute."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.llm.checks import BUDGETS, MODELS
from verbatim_enterprise.llm.models import API_KEY, LlmBudget, LlmEndpoint, LlmPrice, LlmSpend, LlmUsage
from verbatim_enterprise.llm.overview import start_overview
from verbatim_enterprise.llm.resource import LLM_BUDGET, LLM_ENDPOINT, LLM_PRICE
from verbatim_enterprise.llm.routes import router

feature = Feature(
    name="llm",
    routers={"/api/llm": router},
    models=(LlmEndpoint, LlmPrice, LlmUsage, LlmBudget, LlmSpend),
    resources=(LLM_ENDPOINT, LLM_PRICE, LLM_BUDGET),
    sealed=(API_KEY,),
    checks=(MODELS, BUDGETS),
    startup=(start_overview,),
)
