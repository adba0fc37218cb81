"""What the processes of an installation tell each other arrives, or they hear that something may be missing."""

from __future__ import annotations

from typing import Any

from support.cable import cable_to
from support.postgres import PostgresServer
from support.waiting import until
from verbatim.adapters.database.postgresql import PostgresqlAdapter
from verbatim.config import Settings
from verbatim_enterprise.adapters.channel import GAP, Channel

KIND = "test"


async def _channel(url: str) -> tuple[Channel, list[Any]]:
    heard: list[Any] = []
    channel = Channel(lambda: PostgresqlAdapter().create_engine(Settings(database_url=url)))
    channel.on(KIND, heard.append)
    channel.on(GAP, lambda _: heard.append(GAP))
    await channel.start()
    return channel, heard


async def test_who_only_listens_notices_that_it_was_cut_off(postgres_server: PostgresServer) -> None:
    with postgres_server.temporary_database() as url:
        async with cable_to(url) as cable:
            talker, answers = await _channel(url)
            listener, heard = await _channel(cable.url)

            async def hears() -> bool:
                talker.send(KIND, "again", key="again")
                return bool(heard)

            async def hears_what_was_said_after() -> bool:
                talker.send(KIND, "after", key="after")
                return "after" in heard

            async def is_heard() -> bool:
                return "meanwhile" in answers

            async def hears_of_a_gap() -> bool:
                return GAP in heard

            await until(hears)
            cable.cut()
            listener.send(KIND, "meanwhile")
            await until(hears_what_was_said_after)
            assert heard.index(GAP) < heard.index("after")
            await until(is_heard)  # nothing is lost of what it had to say itself
            cable.cut()
            heard.clear()
            await until(hears_of_a_gap)  # it had nothing to say this time
            for channel in (talker, listener):
                await channel.stop()
