"""What the overview tells of language models: what they cost this month, from what budgets count as it happens."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.admin.overview import add_to_overview
from verbatim_enterprise.llm.checks import used_budgets


async def budget_figures(session: AsyncSession) -> dict[str, Any]:
    """Return how many budgets there are and how full the fullest are."""
    found = await used_budgets(session)
    return {
        "count": len(found),
        "fullest": [
            {"whose": one.whose, "period": one.period, "percent": one.percent, "resets_at": one.resets_at.isoformat()}
            for one in found[:5]
        ],
    }


async def start_overview(app: FastAPI) -> None:
    """Let the overview tell it."""
    add_to_overview(app.state.database, "budgets", budget_figures)
