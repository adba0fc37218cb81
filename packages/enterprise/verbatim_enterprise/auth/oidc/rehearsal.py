"""A sign-in that is tried out: what a provider tells, and what would come of it, without signing anybody in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.login import needs_second_factor, refuse_unusable
from verbatim_enterprise.auth.models import Identity
from verbatim_enterprise.auth.oidc.claims import USERINFO, read
from verbatim_enterprise.auth.oidc.schemas import AccountOfTest, OidcTestResponse, ReasonOfTest, TeamOfTest
from verbatim_enterprise.auth.oidc.service import account_of
from verbatim_enterprise.auth.oidc.settings import OidcProviderSettings
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.host import VerbatimError
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Team, TeamMember


class _TakenBackError(Exception):
    """Ends the transaction of a sign-in that was only tried out, so that nothing of it stays."""


async def rehearse(services: AuthServices, settings: OidcProviderSettings, claims: dict[str, Any]) -> OidcTestResponse:
    """Do everything that a sign-in with these claims does, tell what came of it, and take it back."""
    told = read(claims, settings)
    report = OidcTestResponse(
        claims={name: value for name, value in claims.items() if name != USERINFO},
        userinfo_missing=claims.get(USERINFO) is True,
        subject=told.subject,
        username=told.username,
        name=told.name,
        email=told.email,
        email_checked=told.email_checked,
        groups=None if told.groups is None else sorted(told.groups),
        groups_untold=told.groups_untold,
        outcome="refused",
    )
    try:
        async with system_transaction(services.database) as session:
            known = select(Identity.id).where(Identity.issuer == settings.issuer, Identity.subject == told.subject)
            is_new = await session.scalar(known) is None
            user = await account_of(session, settings, told, link_session=None)
            await session.flush()
            report.account = AccountOfTest.model_validate(user, from_attributes=True)
            report.teams = await _teams(session, user.id)
            refuse_unusable(user)
            report.second_factor = needs_second_factor(services, user) and not settings.second_factor
            report.outcome = "creates_account" if is_new else "signs_in"
            raise _TakenBackError  # noqa: TRY301 - which is what ends a transaction
    except _TakenBackError:
        pass
    except VerbatimError as refusal:
        report.reason = ReasonOfTest(code=refusal.code, detail=refusal.detail)
    return report


async def _teams(session: AsyncSession, user_id: str) -> list[TeamOfTest]:
    rows = await session.execute(
        select(Team.id, Team.name, TeamMember.role)
        .join(TeamMember, TeamMember.team_id == Team.id)
        .where(TeamMember.user_id == user_id)
        .order_by(Team.name, Team.id)
    )
    return [TeamOfTest(id=team_id, name=name, role=role) for team_id, name, role in rows]
