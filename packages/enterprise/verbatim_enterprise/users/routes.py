"""`/api/users`: accounts, for administrators."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import (
    AuditedRead,
    Effect,
    MessageResponse,
    PageDep,
    Permission,
    Role,
    Router,
    StreamedResponse,
    declares,
    requires,
    sends,
    utcnow,
)
from verbatim_enterprise.keyset import CountQuery, CursorPage, CursorQuery
from verbatim_enterprise.license.gate import demand_changes
from verbatim_enterprise.spreadsheet import CSV_TYPE, Separator, SeparatorQuery
from verbatim_enterprise.system_session import SystemSession, system_transaction
from verbatim_enterprise.users import repository, service
from verbatim_enterprise.users.export import csv_of_users
from verbatim_enterprise.users.passwords import hash_password
from verbatim_enterprise.users.repository import SortBy, UserFilter, UserOrder, responses
from verbatim_enterprise.users.schemas import UserCreate, UserResponse, UserStatus, UserUpdate

users_router = Router(dependencies=[requires(Permission.USER_MANAGE)])


async def _filter(
    search: Annotated[str | None, Query(max_length=200)] = None,
    role: Role | None = None,
    status: UserStatus | None = None,
    team_id: Annotated[str | None, Query(max_length=36)] = None,
) -> UserFilter:
    return UserFilter(search=search, role=role, status=status, team_id=team_id)


async def _order(sort_by: SortBy = "username", sort_order: Literal["asc", "desc"] = "asc") -> UserOrder:
    return UserOrder(sort_by=sort_by, descending=sort_order == "desc")


FilterDep = Annotated[UserFilter, Depends(_filter)]
OrderDep = Annotated[UserOrder, Depends(_order)]


@users_router.get("")
async def list_users(
    session: SystemSession,
    wanted: FilterDep,
    order: OrderDep,
    page: PageDep,
    cursor: CursorQuery = None,
    count: CountQuery = "exact",
) -> CursorPage[UserResponse]:
    """List accounts. ``search`` looks into user names, e-mail addresses and display names."""
    return await repository.list_users(session, wanted, order, page, cursor=cursor, counting=count)


@users_router.get(
    "/export",
    response_class=StreamedResponse,
    responses=sends(CSV_TYPE),
    dependencies=[declares(audited=AuditedRead("users.exported", "user", as_file=True))],
)
async def export_users(
    request: Request, wanted: FilterDep, order: OrderDep, separator: SeparatorQuery = Separator.COMMA
) -> StreamedResponse:
    """Download the same accounts that the list shows as a CSV file."""
    name = f"verbatim-users-{utcnow():%Y-%m-%d}.csv"
    return StreamedResponse(
        csv_of_users(request.app.state.database, wanted, order, separator),
        media_type=CSV_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@users_router.post("", status_code=201)
async def create_user(request: Request, body: UserCreate, caller: CallerDep) -> UserResponse:
    """Make an account that is active at once."""
    service.may_give(caller, body.role)
    hashed = await hash_password(request, body.password, body.username, body.email)
    # Hashing takes a while and may have to wait; the transaction begins after it.
    async with system_transaction(request.app.state.database) as session:
        user = await service.create_user(
            session,
            username=body.username,
            email=body.email,
            display_name=body.display_name,
            role=body.role,
            active=True,
            password_hash=hashed,
        )
        return (await responses(session, [user]))[0]


@users_router.get("/{user_id}")
async def get_user(session: SystemSession, user_id: str) -> UserResponse:
    """Get one account."""
    return (await responses(session, [await service.get_user(session, user_id)]))[0]


@users_router.patch("/{user_id}", dependencies=[declares(Effect.ACCESS, note="deactivating only")])
async def update_user(
    request: Request, session: SystemSession, user_id: str, body: UserUpdate, caller: CallerDep
) -> UserResponse:
    """Change an account's role, e-mail address or display name; approve, deactivate or reactivate it."""
    if body.model_dump(exclude_unset=True) != {"is_active": False}:  # which is possible whatever the licence says
        await demand_changes(request)
    user = await service.update_user(session, user_id, body, caller=caller)
    return (await responses(session, [user]))[0]


@users_router.delete("/{user_id}")
async def delete_user(
    session: SystemSession,
    user_id: str,
    caller: CallerDep,
    transfer_to: Annotated[str | None, Query(max_length=36)] = None,
) -> MessageResponse:
    """Delete an account. Content belongs to teams and stays. Teams that nobody else owns go to ``transfer_to``."""
    user = await service.delete_user(session, user_id, transfer_to=transfer_to, caller=caller)
    return MessageResponse(message=f"The account {user.username} was deleted.", id=user_id)
