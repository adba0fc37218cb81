"""Whoever has not said who they are gets so much time, so many bytes and so many connections."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import pytest
from starlette.types import Receive, Scope, Send
from support.wire import Wire, listening
from verbatim.core.connections.limits import Limits

HOST = b"Host: verbatim.example\r\n"
QUICK = Limits(
    head_seconds=0.8,
    idle_seconds=1,
    stranger_patience=1.0,
    patience=4.0,
    closing_seconds=0.5,
    connections=40,
    strangers=30,
    per_address=20,
)


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Tell how many bytes came; whoever sends ``X-Known`` is signed in."""
    if any(name == b"x-known" for name, _ in scope["headers"]):
        scope["verbatim.principal"] = "somebody"
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size += len(message["body"])
        if not message.get("more_body"):
            break
    text = str(size).encode()
    head = [(b"content-length", str(len(text)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": text})


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with listening(_echo, QUICK) as made:
        yield made


async def _get(wire: Wire, head: bytes = b"") -> int:
    answer = await wire.send(b"GET / HTTP/1.1\r\n" + HOST + head + b"Connection: close\r\n\r\n")
    return answer.status


async def test_an_ordinary_request(wire: Wire) -> None:
    assert await _get(wire) == 200


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        [b"\r\n"] * 12,
        [b"GET / HT"],
        [b"GET / HTTP/1.1\r\n", *[b"X: y\r\n"] * 12],
        [b"GET / HTTP/1.1\r\nX: ", *[b"y"] * 12],
    ],
    ids=["silence", "empty lines", "half a line", "a field at a time", "a byte at a time"],
)
async def test_a_head_that_does_not_arrive(wire: Wire, pieces: list[bytes]) -> None:
    async with asyncio.timeout(4):
        answer = await wire.send(*pieces, pause=0.2)
    assert answer.status == 408
    assert answer.code == "too_slow"


@pytest.mark.parametrize(
    "head",
    [
        b"X: " + b"y" * 70_000,
        b"X: " + b"y" * 2_000_000 + b"\r\n\r\n",
        b"".join(b"X%d: y\r\n" % number for number in range(101)) + b"\r\n",
        b"".join(b"X%d: %s\r\n" % (number, b"y" * 1000) for number in range(90)) + b"\r\n",
        b"X" * 70_000 + b": y\r\n\r\n",
    ],
    ids=["never ended", "one field", "many fields", "many bytes", "a name"],
)
async def test_a_head_that_is_too_large(wire: Wire, head: bytes) -> None:
    answer = await wire.send(b"GET / HTTP/1.1\r\n" + HOST + head)
    assert answer.status == 431
    assert answer.code == "head_too_large"


async def test_an_address_that_is_too_long(wire: Wire) -> None:
    assert (await wire.send(b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n")).status == 431


async def test_a_giant_head_costs_no_memory(wire: Wire) -> None:
    reader, writer = await wire.open()
    sent = 0
    with contextlib.suppress(ConnectionError):
        writer.write(b"GET / HTTP/1.1\r\nX: ")
        while sent < 80_000_000:
            writer.write(b"y" * 1_000_000)
            sent += 1_000_000
            await writer.drain()
    assert sent < 20_000_000
    with contextlib.suppress(ConnectionError):
        assert (await reader.read(12)) in {b"HTTP/1.1 431", b""}
    writer.close()


async def test_a_body_that_does_not_arrive(wire: Wire) -> None:
    head = b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 1000\r\n\r\n"
    assert (await wire.send(head, *[b"y"] * 12, pause=0.2)).status == 408
    chunked = b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n"
    assert (await wire.send(chunked, *[b"1\r\ny\r\n"] * 12, pause=0.2)).status == 408


async def test_somebody_signed_in_may_pause(wire: Wire) -> None:
    head = b"POST / HTTP/1.1\r\n" + HOST + b"X-Known: 1\r\nContent-Length: 4\r\nConnection: close\r\n\r\n"
    # Two bytes are more than nothing, but no rate; a stranger would be gone.
    assert (await wire.send(head, b"yy", b"yy", pause=0.7)).status == 200


@pytest.mark.parametrize("rest", [b"1;" + b"x" * 200_000, b"1\r\ny\r\n0\r\nX: " + b"y" * 200_000])
async def test_framing_without_a_body(wire: Wire, rest: bytes) -> None:
    head = b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n"
    assert (await wire.send(head, rest)).status in {400, 431}


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: me@a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a:99999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"NONSENSE\r\n\r\n",
    ],
)
async def test_whom_a_request_is_for_must_be_clear(wire: Wire, head: bytes) -> None:
    answer = await wire.send(head)
    assert answer.status == 400
    assert answer.code == "bad_request"


async def test_an_absolute_address_of_the_same_host(wire: Wire) -> None:
    request = b"GET http://verbatim.example/ HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
    assert (await wire.send(request)).status == 200
    assert (await wire.send(b"GET / HTTP/1.0\r\n\r\n")).status == 200


async def test_silent_connections_keep_nobody_out(wire: Wire) -> None:
    held = [await wire.open() for _ in range(19)]
    for _ in range(30):
        held.append(await wire.open())
        assert await _get(wire) == 200
    assert len(wire.crowd._present["127.0.0.1"]) <= QUICK.per_address
    for _, writer in held:
        writer.close()


async def test_known_connections_stay(wire: Wire) -> None:
    reader, writer = await wire.open()
    writer.write(b"POST / HTTP/1.1\r\n" + HOST + b"X-Known: 1\r\nContent-Length: 1\r\nConnection: close\r\n\r\n")
    await asyncio.sleep(0.1)
    held = [await wire.open() for _ in range(60)]
    writer.write(b"y")
    assert (await reader.read()).startswith(b"HTTP/1.1 200")
    for _, other in [*held, (reader, writer)]:
        other.close()


async def test_an_idle_connection_is_closed(wire: Wire) -> None:
    async with asyncio.timeout(8):
        answer = await wire.send(b"GET / HTTP/1.1\r\n" + HOST + b"\r\n", *[b"\r\n"] * 8, pause=0.4)
    assert answer.status == 200
    assert b"408" not in answer.raw


async def test_requests_one_behind_the_other(wire: Wire) -> None:
    one = b"GET / HTTP/1.1\r\n" + HOST + b"\r\n"
    last = b"GET / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
    assert (await wire.send(one * 20 + last)).raw.count(b"HTTP/1.1 200") == 21


async def test_little_of_an_answer_waits_for_a_slow_reader() -> None:
    given, piece = 0, b"y" * 65_536

    async def endless(_scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal given
        await receive()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(1_000):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            given += len(piece)

    async with listening(endless, QUICK) as wire:
        with socket.socket() as slow:
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)  # which holds about this much
            slow.setblocking(False)
            loop = asyncio.get_running_loop()
            await loop.sock_connect(slow, ("127.0.0.1", wire.port))
            await loop.sock_sendall(slow, b"GET / HTTP/1.1\r\n" + HOST + b"\r\n")
            before = -1
            while before != given or not given:  # nobody reads, so it comes to a stop
                before = given
                await asyncio.sleep(0.2)
    assert before < 1_000_000, "what the server has let go of cannot be kept back when somebody loses their rights"


async def test_proxies_bring_many_people() -> None:
    async with listening(_echo, QUICK, is_proxy=lambda peer: peer == "127.0.0.1") as wire:
        held = [await wire.open() for _ in range(25)]
        await asyncio.sleep(0.1)
        assert len(wire.crowd._present["127.0.0.1"]) == 25
        for _, writer in held:
            writer.close()
