"""`/api/admin/people`."""

from __future__ import annotations

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import Permission, Router, requires
from verbatim_enterprise.people.schemas import Person
from verbatim_enterprise.people.service import person_of
from verbatim_enterprise.system_session import SystemSession
from verbatim_enterprise.users.service import get_user

router = Router(dependencies=[requires(Permission.USER_MANAGE)])


@router.get("/{user_id}")
async def show_person(session: SystemSession, user_id: str, caller: CallerDep) -> Person:
    """Get everything about one person: teams, sessions, keys, second factor, and what they did lately."""
    return await person_of(session, await get_user(session, user_id), caller)
