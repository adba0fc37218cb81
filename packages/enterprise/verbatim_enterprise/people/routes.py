"""`/api/admin/people`."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import Request

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import Permission, Router, requires
from verbatim_enterprise.people.importing import seal_of, take_in
from verbatim_enterprise.people.membership import hand_over_teams
from verbatim_enterprise.people.schemas import (
    HandedOver,
    HandOver,
    ImportedPerson,
    PeopleImport,
    PeopleImported,
    Person,
)
from verbatim_enterprise.people.service import person_of
from verbatim_enterprise.people.sheet import lines_of
from verbatim_enterprise.system_session import SystemSession
from verbatim_enterprise.users.service import get_user, may_choose_heir, may_touch

router = Router(dependencies=[requires(Permission.USER_MANAGE)])


@router.post("/import")
async def import_people(request: Request, caller: CallerDep, body: PeopleImport) -> PeopleImported:
    """Make, change, deactivate and put into teams the people of a file: all of them or, while a line has a problem,
    none.
    """
    results, applied = await take_in(
        request.app.state.database,
        lines_of(body.csv),
        caller,
        apply=body.apply,
        invite=body.invite,
        seal=body.seal if body.apply else None,
    )
    return PeopleImported(
        applied=applied,
        changes=sum(1 for one in results if one.actions),
        problems=sum(1 for one in results if one.problem),
        people=[ImportedPerson(**asdict(one)) for one in results],
        seal=seal_of(results),
    )


@router.get("/{user_id}")
async def show_person(session: SystemSession, user_id: str, caller: CallerDep) -> Person:
    """Get everything about one person: teams, sessions, keys, second factor, and what they did lately."""
    return await person_of(session, await get_user(session, user_id), caller)


@router.post("/{user_id}/hand-over")
async def hand_over(session: SystemSession, user_id: str, caller: CallerDep, body: HandOver) -> HandedOver:
    """Give what only this person is responsible for to somebody else: the teams that nobody else owns, with all that
    is in them.
    """
    user = await get_user(session, user_id)
    may_touch(caller, user)
    may_choose_heir(caller)
    return HandedOver(teams=await hand_over_teams(session, user, body.to_user_id))
