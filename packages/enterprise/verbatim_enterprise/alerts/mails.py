"""Mail to those who look after the server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import link_to
from verbatim_enterprise.alerts.decide import Kind
from verbatim_enterprise.alerts.models import Alert, AlertReader
from verbatim_enterprise.alerts.words import paragraphs, subject
from verbatim_enterprise.host import ROLE_PERMISSIONS, Permission, Role
from verbatim_enterprise.mail.message import Mail
from verbatim_enterprise.mail.service import can_send, send_mail
from verbatim_enterprise.users.models import User

PAGE: Final = "/admin/alerts"
OPERATING: Final = tuple(role for role in Role if Permission.SYSTEM_OPERATE in ROLE_PERMISSIONS[role])
_MOST: Final = 50
_TOLD_BY_THEMSELVES: Final = frozenset({"licence", "budgets"})
"""The licence mails its own stages and budgets their own shares, with more to say."""
_CARRIES: Final = "mail"


async def mail_alerts(session: AsyncSession, alerts: list[Alert]) -> int:
    """Send one mail about all of them to everybody who wants mail. Returns to how many."""
    told_here = (one for one in alerts if one.name not in _TOLD_BY_THEMSELVES)
    worth = [one for one in told_here if one.name != _CARRIES or one.kind == Kind.RESOLVED]
    if not worth or not can_send(session):
        return 0
    addresses = await recipients(session)
    for address in addresses:
        mail = Mail(
            to=address,
            subject=subject(worth),
            paragraphs=paragraphs(worth),
            link=link_to(PAGE),
            link_label="See the alerts",
        )
        await send_mail(session, mail)
    return len(addresses)


async def recipients(session: AsyncSession) -> Sequence[str]:
    """Return the addresses of those who operate the server, may sign in, and have not switched mail off."""
    wanted = (
        select(User.email)
        .outerjoin(AlertReader, AlertReader.user_id == User.id)
        .where(
            User.role.in_(OPERATING),
            User.is_active.is_(True),
            User.email_proved.is_(True),
            or_(AlertReader.mail.is_(None), AlertReader.mail.is_(True)),
        )
    )
    return (await session.scalars(wanted.order_by(User.email_key).limit(_MOST))).all()
