"""Receivers are told of every row at least once and in order, also when they go away in between."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support.waiting import until
from support_enterprise import Person
from support_license import UNLICENSED, make_license
from support_receiver import receiving
from support_syslog import RFC5424, listening
from support_teams import ok
from verbatim.config import Settings
from verbatim_enterprise.audit.checks import check_audit
from verbatim_enterprise.audit.streams.collector import CollectorSink
from verbatim_enterprise.audit.streams.stream import AGAIN, Stream
from verbatim_enterprise.audit.streams.syslog import SyslogSink
from verbatim_enterprise.host import Check


async def _tell_all(stream: Stream) -> int:
    told = 0
    while some := await stream.tell_some():
        told += some
    return told


async def test_syslog_gets_every_row_in_order_as_the_standard_says(app: FastAPI, total: int) -> None:
    async with listening() as receiver:
        stream = Stream(app.state.database, "syslog", "t", SyslogSink(f"tcp://127.0.0.1:{receiver.port}"))
        assert await _tell_all(stream) == total
        await _until(lambda: len(receiver.messages) == total)
        assert receiver.numbers() == list(range(1, total + 1))
        last = RFC5424.fullmatch(receiver.messages[-1])
        assert last is not None
        assert (last.group(1), last.group(5)) == (b"109", b"project.created")
        assert json.loads(last.group(7))["resource_name"] == 'a "quoted\\ name] 299'
        await stream.stop()


def _certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    return certificate, key


async def test_syslog_over_tls_trusts_only_who_it_should(app: FastAPI, total: int, tmp_path: Path) -> None:
    certificate, key = await asyncio.to_thread(_certificate, tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    async with listening(context) as receiver:
        url = f"tls://127.0.0.1:{receiver.port}"
        with pytest.raises(ssl.SSLCertVerificationError):
            await Stream(app.state.database, "syslog", "t", SyslogSink(url)).tell_some()
        stream = Stream(app.state.database, "tls", "t", SyslogSink(url, str(certificate)))
        assert await _tell_all(stream) == total
        await _until(lambda: len(receiver.messages) == total)
        await stream.stop()


async def test_a_receiver_that_breaks_off_gets_what_it_may_have_lost_again(app: FastAPI, total: int) -> None:
    async with listening() as receiver:
        receiver.drops_after = 30
        sink = SyslogSink(f"tcp://127.0.0.1:{receiver.port}")
        stream = Stream(app.state.database, "syslog", "t", sink, AGAIN)
        stream.start()
        await _until(lambda: set(receiver.numbers()) == set(range(1, total + 1)))
        await stream.stop()


async def test_a_collector_that_is_away_misses_nothing(app: FastAPI, total: int) -> None:
    async with receiving() as receiver:
        receiver.answers["/audit"] = [503, 500, 204]
        sink = CollectorSink(f"{receiver.url}/audit", "the-token")
        stream = Stream(app.state.database, "http", "t", sink)
        stream.start()
        await _until(lambda: _numbers(receiver, taken=True) == list(range(1, total + 1)))
        await stream.stop()
    first = receiver.requests[0]
    assert first.headers["authorization"] == "Bearer the-token"
    assert [one.headers["idempotency-key"] for one in receiver.requests[:3]] == [f"verbatim-audit-1-{200}"] * 3
    assert {"action", "actor_name", "outcome", "id"} <= json.loads(first.body.splitlines()[0]).keys()


@pytest.mark.parametrize("environment", [UNLICENSED], ids=["unlicensed"])
async def test_what_a_licence_does_not_include_is_told_once_it_does(app: FastAPI, admin: Person, total: int) -> None:
    async with receiving() as receiver:
        stream = Stream(app.state.database, "http", "t", CollectorSink(receiver.url, None))
        assert await stream.tell_some() == 0
        ok(await admin.post("/api/license", json={"license_key": make_license(features=("audit",))}))
        ok(await admin.get("/api/admin/audit"))
        assert await _tell_all(stream) >= total
        assert _numbers(receiver, taken=False)[0] == 1
        await stream.stop()


async def test_two_servers_do_not_both_tell_and_a_new_target_hears_everything(app: FastAPI, total: int) -> None:
    async with receiving() as receiver:
        mine, theirs = (Stream(app.state.database, "http", "t", CollectorSink(receiver.url, None)) for _ in range(2))
        assert await mine.tell_some() == 200
        assert await theirs.tell_some() == 0
        assert await mine.tell_some() == total - 200
        mine.target = "elsewhere"
        assert await _tell_all(mine) == total
        await mine.stop()
        await theirs.stop()


class TestHowFar:
    @pytest.fixture
    def port(self) -> int:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            return int(free.getsockname()[1])

    @pytest.fixture
    def environment(self, port: int) -> Mapping[str, str]:
        return {"VERBATIM_AUDIT_SYSLOG_URL": f"tcp://127.0.0.1:{port}"}

    async def test_administrators_and_doctor_hear_who_is_away_and_when_all_is_told(
        self, app: FastAPI, admin: Person, settings: Settings, port: int
    ) -> None:
        async def stream() -> dict[str, Any]:
            (one,) = (await admin.get("/api/admin/audit/streams")).json()["items"]
            return dict(one)

        async def is_away() -> bool:
            return (await stream())["failing_since"] is not None

        async def is_told() -> bool:
            one = await stream()
            return bool(one["told"] and one["waiting"] == 0 and one["failing_since"] is None)

        await until(is_away, 40)
        one = await stream()
        assert (one["name"], one["target"], one["told"]) == ("syslog", f"tcp://127.0.0.1:{port}", 0)
        assert one["waiting"] > 0
        assert one["error"] == "Nobody listens there (connection refused)."
        found = await check_audit(settings, app.state.database)
        assert not found.ok
        assert f"syslog (tcp://127.0.0.1:{port}) since " in found.detail
        async with listening(port=port):
            await until(is_told, 40)
        assert await check_audit(settings, app.state.database) == Check(
            "audit log", ok=True, detail="Every row is sent on: syslog."
        )


def _numbers(receiver: Any, *, taken: bool) -> list[int]:
    requests = receiver.requests[2:] if taken else receiver.requests
    return [json.loads(line)["number"] for one in requests for line in one.body.splitlines()]


async def _until(holds: Callable[[], bool]) -> None:
    async def now() -> bool:
        return holds()

    await until(now, 40)
