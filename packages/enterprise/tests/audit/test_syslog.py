"""What a syslog receiver had taken and not read when it broke off is told again."""

from __future__ import annotations

import asyncio

import pytest
from fastapi import FastAPI
from support.waiting import until
from support_enterprise import Person
from support_syslog import SyslogReceiver, listening
from verbatim_enterprise.audit.models import AuditStream
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.streams.stream import AGAIN, Stream
from verbatim_enterprise.audit.streams.syslog import SyslogSink
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.system_session import system_transaction


def _stream(app: FastAPI, port: int) -> Stream:
    return Stream(app.state.database, "syslog", "t", SyslogSink(f"tcp://127.0.0.1:{port}"), AGAIN)


async def _row(app: FastAPI) -> AuditStream:
    async with system_transaction(app.state.database, read_only=True) as session:
        row: AuditStream | None = await session.get(AuditStream, "syslog")
    assert row is not None
    return row


async def _all_read(receiver: SyslogReceiver, total: int) -> None:
    async def done() -> bool:
        return set(receiver.numbers()) >= set(range(1, total + 1))

    await until(done, 40)


async def test_a_crashed_receiver_is_told_again_what_it_had_taken_without_reading(app: FastAPI, total: int) -> None:
    async with listening() as receiver:
        receiver.stops_after = 4
        stream = _stream(app, receiver.port)
        while await stream.tell_some():
            pass
        assert ((await _row(app)).last_seq, len(receiver.messages)) == (total, 4)
        receiver.crash()
        stream.start()
        await _one_more(app)
        await _all_read(receiver, total + 1)
        await stream.stop()


async def _one_more(app: FastAPI) -> None:
    """Write and seal a row: a connection is looked at when there is something to tell."""
    async with system_transaction(app.state.database) as session:
        await log_event(session, tag=AuditTag.PROJECT_CREATED, resource_type="project", resource_name="one more")
    await app.state.audit.sealer.seal_all()


async def test_a_connection_that_breaks_while_it_is_looked_at_is_the_receivers_failure(
    app: FastAPI, admin: Person
) -> None:
    await app.state.audit.sealer.seal_all()
    async with listening(buffer=1024) as receiver:
        receiver.stops_after = 0
        stream = _stream(app, receiver.port)
        telling = asyncio.create_task(stream.tell_some())
        await asyncio.sleep(1)  # long enough for it to wait until the receiver has taken everything
        assert not telling.done()
        receiver.crash()
        with pytest.raises(ConnectionError):
            await telling
        await stream.stop()
