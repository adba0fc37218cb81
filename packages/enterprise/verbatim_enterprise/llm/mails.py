"""Telling administrators by mail that most of a budget is used, and that all of it is: once for each in a period.

It is looked for from time to time and not sent by the call that used it up: no call waits for it, and it is not lost
with the process that the call was in.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import link_to
from verbatim_enterprise.host import Database, rows_affected
from verbatim_enterprise.license.repository import admin_addresses
from verbatim_enterprise.llm.models import LlmBudget, LlmSpend
from verbatim_enterprise.llm.periods import end_of
from verbatim_enterprise.llm.spending import ALL
from verbatim_enterprise.mail.message import Mail
from verbatim_enterprise.mail.service import send_mail
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Team
from verbatim_enterprise.users.models import User

_PAGE: Final = "/admin/models"
_AT_ONCE: Final = 50


async def mail_of_budgets(database: Database) -> int:
    """Send what is due. Returns of how many budgets."""
    due = select(LlmSpend.budget_id, LlmSpend.period_start).where(LlmSpend.told > LlmSpend.mailed)
    async with system_transaction(database, read_only=True) as session:
        found = [tuple(row) for row in await session.execute(due.limit(_AT_ONCE))]
    sent = 0
    for key in found:
        async with system_transaction(database) as session:
            spend = await session.get(LlmSpend, key)
            budget = await session.get(LlmBudget, key[0])
            if spend is None or budget is None:
                continue
            there = (LlmSpend.budget_id == key[0], LlmSpend.period_start == key[1], LlmSpend.mailed < spend.told)
            marked = update(LlmSpend).where(*there).values(mailed=spend.told)
            if rows_affected(await session.execute(marked.execution_options(synchronize_session=False))):
                await _send(session, budget, spend)
                sent += 1
    return sent


async def _send(session: AsyncSession, budget: LlmBudget, spend: LlmSpend) -> None:
    whose = await _whose(session, budget)
    again = f"It begins anew on {end_of(budget.period, spend.period_start):%Y-%m-%d} at midnight UTC."
    if spend.told >= ALL:
        subject, said = "A budget for language models is used up", f"The budget {whose} is used up: calls are refused."
    else:
        subject = f"{spend.told} % of a budget for language models is used"
        said = f"{spend.told} % of the budget {whose} is used. Calls are refused once all of it is."
    for address in await admin_addresses(session):
        mail = Mail(
            to=address,
            subject=subject,
            paragraphs=(said, again),
            link=link_to(_PAGE),
            link_label="Look at the budgets",
        )
        await send_mail(session, mail)


async def _whose(session: AsyncSession, budget: LlmBudget) -> str:
    span = {"day": "of this day", "month": "of this month"}[budget.period]
    if budget.scope == "team":
        name = await session.scalar(select(Team.name).where(Team.id == budget.scope_id))
        return f"of the team {name or budget.scope_id}, {span},"
    if budget.scope == "user":
        name = await session.scalar(select(User.username).where(User.id == budget.scope_id))
        return f"of {name or budget.scope_id}, {span},"
    return f"of an API key, {span}," if budget.scope == "key" else f"of the installation, {span},"
