"""What was one person's alone goes with their account; what they made for a team stays with that."""

from __future__ import annotations

from sqlalchemy import delete

from verbatim_enterprise.host import ConflictError, current_session, refuse_made_from_kept, resources_of
from verbatim_enterprise.users.errors import AccountKeptError


async def erase_belongings(user_id: str, username: str, transfer_to: str | None) -> None:  # noqa: ARG001 - the event's
    """Delete every kind of thing that says whose alone it is, in all teams.

    Raises:
        AccountKeptError: some of it was made from what has to stay. What that is, is not for whoever deletes accounts.
    """
    session = current_session()
    for resource in resources_of(session):
        if resource.person:
            mine = getattr(resource.model, resource.person) == user_id
            try:
                await refuse_made_from_kept(session, resource, mine)
            except ConflictError as kept:
                raise AccountKeptError from kept
            gone = delete(resource.model).where(mine).execution_options(synchronize_session=False)  # type: ignore[arg-type] # only kinds with rows have a person
            await session.execute(gone)
