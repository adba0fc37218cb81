"""Looking at deliveries."""

from __future__ import annotations

from support.waiting import until
from support_enterprise import Person
from support_teams import Json, ok


async def deliveries(person: Person, **wanted: str) -> list[Json]:
    found: list[Json] = ok(await person.get("/api/webhooks/deliveries", params=wanted))["items"]
    return found


async def ended(person: Person, status: str, count: int = 1) -> list[Json]:
    """Wait until so many deliveries have this status."""

    async def enough() -> bool:
        return len(await deliveries(person, status=status)) >= count

    await until(enough)
    return await deliveries(person, status=status)
