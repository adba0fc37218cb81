"""Doing what a file of people asks for: all of it in one transaction, or nothing.

A preview does the very same and takes it back, so that it tells what would happen and not what somebody thinks would.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import link_to
from verbatim_enterprise.auth import reset
from verbatim_enterprise.caller import Caller
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Database, ForbiddenError, Role, VerbatimError
from verbatim_enterprise.mail.message import Mail
from verbatim_enterprise.mail.service import can_send, send_mail
from verbatim_enterprise.people.errors import PeopleChangedError
from verbatim_enterprise.people.membership import change_teams
from verbatim_enterprise.people.sheet import Line
from verbatim_enterprise.people.wishes import Wish, WishError, new_username, wish_of
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users import service
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key
from verbatim_enterprise.users.schemas import UserUpdate

_RESET: Final = "/reset#"


@dataclass
class Result:
    """What a line does to whom, or why it cannot."""

    line: int
    email: str
    username: str = ""
    actions: list[str] = field(default_factory=list)
    problem: str | None = None


class _TakenBackError(Exception):
    """Ends the transaction of a preview, or of a file with a mistake in it."""


async def take_in(
    database: Database, lines: Sequence[Line], caller: Caller, *, apply: bool, invite: bool, seal: str | None
) -> tuple[list[Result], bool]:
    """Do what the lines ask for. Returns what each does, and whether it was done: not while one has a problem.

    Raises:
        PeopleChangedError: it is not what ``seal`` says that somebody has seen.
    """
    results: list[Result] = []
    try:
        async with system_transaction(database) as session:
            await _lock(session, lines)
            results = await _all(session, lines, caller, invite=invite)
            _keep(results, apply=apply, seal=seal)
    except _TakenBackError:
        return results, False
    return results, True


async def _lock(session: AsyncSession, lines: Sequence[Line]) -> None:
    """Lock the accounts there are, before any team: whoever else locks both begins with the account."""
    await service.lock_admins(session)
    keys = {name_key(line.cells["email"]) for line in lines if "email" in line.cells}
    known = select(User.id).where(User.email_key.in_(keys)).order_by(User.id)
    await session.execute(known.with_for_update(key_share=True))


def _keep(results: Sequence[Result], *, apply: bool, seal: str | None) -> None:
    if seal is not None and seal != seal_of(results):
        raise PeopleChangedError
    if not apply or any(one.problem for one in results):
        raise _TakenBackError


def seal_of(results: Sequence[Result]) -> str:
    """Return a short text that is the same only for the same results."""
    told = [[one.line, one.email, one.username, one.actions, one.problem] for one in results]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


async def _all(session: AsyncSession, lines: Sequence[Line], caller: Caller, *, invite: bool) -> list[Result]:
    taken = set(await session.scalars(select(User.username_key)))
    seen: dict[str, int] = {}
    results = []
    for line in lines:
        result = Result(line.number, line.cells.get("email", ""))
        results.append(result)
        try:
            wish = wish_of(line)
            _refuse_twice(seen, wish, line)
            async with session.begin_nested():
                await _one(session, wish, caller, result, taken=taken, invite=invite)
        except WishError as error:
            result.problem, result.actions = str(error), []
        except VerbatimError as error:
            result.problem, result.actions = str(error.detail), []
    return results


def _refuse_twice(seen: dict[str, int], wish: Wish, line: Line) -> None:
    if (first := seen.setdefault(name_key(wish.email), line.number)) != line.number:
        raise WishError(f"This person is in line {first} already.")


async def _one(
    session: AsyncSession, wish: Wish, caller: Caller, result: Result, *, taken: set[str], invite: bool
) -> None:
    user = await session.scalar(select(User).where(User.email_key == name_key(wish.email)))
    if user is None:
        user = await _create(session, wish, caller, result, taken=taken, invite=invite)
    else:
        result.username = user.username
        await _change(session, user, wish, caller, result)
    await change_teams(session, user, wish.teams, caller, result.actions)


async def _create(
    session: AsyncSession, wish: Wish, caller: Caller, result: Result, *, taken: set[str], invite: bool
) -> User:
    if wish.active is False:
        raise WishError("There is no such account to deactivate.")
    role = wish.role or Role.USER
    service.may_give(caller, role)
    username = wish.username or new_username(wish.email, taken)
    user = await service.create_user(
        session, username=username, email=wish.email, display_name=wish.display_name, role=role, active=True
    )
    taken.add(user.username_key)
    result.username = username
    result.actions.append(f"Make an account with the role {role}")
    if invite:
        await _invite(session, user, caller, result)
    return user


async def _invite(session: AsyncSession, user: User, caller: Caller, result: Result) -> None:
    if not can_send(session):
        return
    days = enterprise_settings().teams.invite_days
    token, _ = await reset.make_link(session, user, by=caller.id, lasts=timedelta(days=days))
    base = link_to(f"{_RESET}{token}")
    if base is None:
        return
    mail = Mail(
        to=user.email,
        subject="Your account at Verbatim",
        paragraphs=(
            f"{caller.name} made an account for you. Your user name is {user.username}.",
            f"The link works once, within {days} days.",
        ),
        link=base,
        link_label="Choose a password",
    )
    await send_mail(session, mail)
    result.actions.append("Send a link to choose a password")


async def _change(session: AsyncSession, user: User, wish: Wish, caller: Caller, result: Result) -> None:
    if wish.username is not None and name_key(wish.username) != user.username_key:
        raise WishError(f"This person's user name is {user.username}; it is chosen once.")
    told = result.actions
    changes: dict[str, Any] = {}
    if wish.display_name is not None and wish.display_name != (user.display_name or ""):
        changes["display_name"] = wish.display_name
        told.append(f"Change the name to {wish.display_name}")
    if wish.role is not None and wish.role != user.role:
        changes["role"] = wish.role
        told.append(f"Change the role from {user.role} to {wish.role}")
    if wish.active is not None and wish.active != user.is_active:
        changes["is_active"] = wish.active
        told.append("Let this person sign in" if wish.active else "Deactivate: they are signed out everywhere")
    if not changes:
        if wish.teams:
            service.may_touch(caller, user)
        return
    if user.id == caller.id and changes.keys() & {"role", "is_active"}:
        raise ForbiddenError("This is you: let somebody else change your role or deactivate you.")
    await service.update_user(session, user.id, UserUpdate(**changes), caller=caller)
