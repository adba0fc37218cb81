"""Sixty ways to make the server talk to its own network, and none works."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from conftest_types import MakeWebhook
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from support_enterprise import Person
from support_receiver import Receiver, receiving
from support_teams import refused
from verbatim.core.settings.errors import SettingsError
from verbatim_enterprise.config import read_settings
from verbatim_enterprise.webhooks.addresses import Guard, Network, RefusedAddressError
from verbatim_enterprise.webhooks.egress import open_session
from verbatim_enterprise.webhooks.sender import Fate, Outcome, Parcel, send
from verbatim_enterprise.webhooks.signing import new_secret

LITERALS = (
    "127.0.0.1",
    "127.8.8.8",
    "127.1",
    "0",
    "0.0.0.0",  # noqa: S104 - nothing is bound
    "2130706433",
    "017700000001",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "127.0.0.1.",
    "\uff11\uff12\uff17.0.0.1",
    "\u2460\u2461\u2466.0.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "100.100.100.200",
    "169.254.169.254",
    "168.63.129.16",
    "2852039166",
    "0xa9fea9fe",
    "192.0.0.192",
    "192.0.2.1",
    "192.31.196.1",
    "192.52.193.1",
    "192.175.48.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:169.254.169.254]",
    "[::ffff:0:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::a9fe:a9fe]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2002:a9fe:a9fe::1]",
    "[2001::1]",
    "[2001:0:7f00:1::]",
    "[2001:db8::1]",
    "[2620:4f:8000::1]",
    "[100::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[fe80::1%25lo]",
    "[fec0::1]",
    "[ff02::1]",
    "[5f00::1]",
    "[3fff::1]",
)
"""In the place of a host: decimal, octal and hexadecimal spellings, and every special kind of both families."""

ADDRESSES = (
    "file:///etc/passwd",
    "ftp://example.org/",
    "gopher://127.0.0.1:25/",
    "javascript:alert(1)",
    "//example.org/",
    "http://",
    "http:///hook",
    "http://user:secret@example.org/",
    "http://example.org@127.0.0.1/",
    "http://127.0.0.1\\@example.org/",
    "http://localhost/",
    "http://localhost./",
    "http://metadata./",
    "http://metadata/",
    "http://example.org:0/",
    "http://example.org:99999/",
    "http://exa mple.org/",
    "http://[::1/",
)

NAMES = {
    "private.example.org": ["10.0.0.7"],
    "loopback.example.org": ["127.0.0.1"],
    "metadata.example.org": ["169.254.169.254"],
    "six.example.org": ["::1"],
    "mapped.example.org": ["::ffff:127.0.0.1"],
    "nat64.example.org": ["64:ff9b::7f00:1"],
    "several.example.org": ["127.0.0.1", "10.0.0.1"],
}


@dataclass
class NameServer(AbstractResolver):
    """A name server in the hands of an attacker: its answers to each name come in turn, the last one stays."""

    names: dict[str, list[list[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        self.asked.append(host)
        answers = self.names[host]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            {
                "hostname": host,
                "host": address,
                "port": port,
                "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
                "proto": 0,
                "flags": socket.AI_NUMERICHOST,
            }
            for address in found
        ]

    async def close(self) -> None: ...


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Collect what this process connects to."""
    made: list[object] = []
    loop_class = asyncio.SelectorEventLoop
    original = loop_class.sock_connect

    async def noting(self: asyncio.SelectorEventLoop, sock: socket.socket, address: object) -> None:
        made.append(address)
        await original(self, sock, address)  # type: ignore[arg-type] # whatever it is, it is passed on

    monkeypatch.setattr(loop_class, "sock_connect", noting)
    return made


def parcel(url: str) -> Parcel:
    return Parcel("d", "e", "t", "m", "l", url, (new_secret(),), b"{}")


async def attempt(url: str, names: NameServer | None = None, guard: Guard | None = None) -> Outcome:
    guard = guard or Guard()
    async with open_session(guard, seconds=2, resolver=names or NameServer()) as session:
        return await send(session, guard, parcel(url))


def assert_refused(outcome: Outcome) -> None:
    assert outcome.fate is Fate.FAILED
    assert outcome.status_code is None
    assert outcome.error is not None
    assert "address" in outcome.error, outcome.error


@pytest.mark.parametrize("url", [*(f"http://{literal}:8080/" for literal in LITERALS), *ADDRESSES])
async def test_what_is_hostile_by_itself_is_never_connected_to(url: str, connections: list[object]) -> None:
    assert_refused(await attempt(url))
    assert connections == []


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_that_leads_inside_is_never_connected_to(name: str, connections: list[object]) -> None:
    names = NameServer({name: [NAMES[name]]})
    assert_refused(await attempt(f"http://{name}:8080/", names))
    assert names.asked == [name]
    assert connections == []


async def test_a_name_that_leads_inside_the_second_time_is_refused_then(connections: list[object]) -> None:
    """DNS rebinding: the address that was checked is the one that is connected to, every time anew."""
    async with receiving() as inside:
        port = int(inside.url.rpartition(":")[2])
        names = NameServer({"rebind.example.org": [["192.0.32.10"], ["127.0.0.1"]]})
        guard = Guard()
        url = f"http://rebind.example.org:{port}/"
        async with open_session(guard, seconds=0.3, resolver=names) as session:
            first = await send(session, guard, parcel(url))
        async with open_session(guard, seconds=0.3, resolver=names) as session:
            second = await send(session, guard, parcel(url))
        assert first.fate is Fate.FAILED  # a public address that nobody answers from here
        assert_refused(second)
        assert {address[0] for address in connections if isinstance(address, tuple)} <= {"192.0.32.10"}
        assert inside.requests == []


async def test_a_name_with_both_kinds_of_addresses_leads_only_outside(connections: list[object]) -> None:
    names = NameServer({"both.example.org": [["127.0.0.1", "192.0.32.10"]]})
    guard = Guard()
    async with open_session(guard, seconds=0.3, resolver=names) as session:
        await send(session, guard, parcel("http://both.example.org:8080/"))
    assert {address[0] for address in connections if isinstance(address, tuple)} <= {"192.0.32.10"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", ["http://169.254.169.254/latest/meta-data/", "/inside"])
async def test_a_redirect_is_not_followed(status: int, target: str, connections: list[object]) -> None:
    async with receiving() as receiver:
        answer = lambda _: web.Response(status=status, headers={"Location": target})  # noqa: E731 - as short as it is
        receiver.answers["/"] = [answer]
        outcome = await attempt(f"{receiver.url}/", guard=Guard(lambda: _networks("127.0.0.0/8")))
        assert (outcome.fate, outcome.status_code) == (Fate.FAILED, status)
        assert [request.path for request in receiver.requests] == ["/"]
        assert len(connections) == 1


def _networks(*texts: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(text) for text in texts)


async def test_an_allowed_network_opens_nothing_else() -> None:
    guard = Guard(lambda: _networks("10.1.2.0/24", "169.254.0.0/16", "::/0"))
    guard.check_address("10.1.2.3")
    guard.check_address("93.184.216.34")
    guard.check_address("2606:4700::1111")
    for address in ("10.1.3.1", "169.254.169.254", "fd00:ec2::254", "127.0.0.1", "no address", "fe80::1%1"):
        with pytest.raises(RefusedAddressError):
            guard.check_address(address)


@pytest.mark.parametrize("environment", [{"VERBATIM_WEBHOOKS_ALLOW_PRIVATE": ""}], indirect=True)
async def test_a_hostile_address_cannot_be_added(admin: Person) -> None:
    for host in LITERALS:
        body = {"url": f"http://{host}/", "events": ["*"]}
        refused(await admin.post("/api/webhooks", json=body), 422, "webhook_url_refused")
    for url in ADDRESSES:
        refused(await admin.post("/api/webhooks", json={"url": url, "events": ["*"]}), 422, "webhook_url_refused")


async def test_a_webhook_cannot_be_led_inside_later(admin: Person, make_webhook: MakeWebhook) -> None:
    made = await make_webhook()
    response = await admin.patch(f"/api/webhooks/{made['id']}", json={"url": "http://10.0.0.1/"})
    refused(response, 422, "webhook_url_refused")


def test_a_setting_that_is_no_network_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_WEBHOOKS_ALLOW_PRIVATE", "10.0.0.0/8, somewhere")
    with pytest.raises(SettingsError, match="VERBATIM_WEBHOOKS_ALLOW_PRIVATE"):
        read_settings()


def _self_signed(folder: Path, name: str) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = folder / "certificate.pem"
    path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
async def tls_receiver(tmp_path: Path) -> AsyncIterator[Receiver]:
    """Give a receiver with a certificate that nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_self_signed(tmp_path, "hooks.example.org"))
    async with receiving(tls=context) as receiver:
        yield receiver


async def test_a_certificate_is_checked_for_the_name_though_the_address_is_pinned(tls_receiver: Receiver) -> None:
    names = NameServer({"hooks.example.org": [["127.0.0.1"]]})
    port = tls_receiver.url.rpartition(":")[2]
    outcome = await attempt(f"https://hooks.example.org:{port}/", names, Guard(lambda: _networks("127.0.0.0/8")))
    assert outcome.fate is Fate.FAILED
    assert outcome.error == "The receiver's certificate is not valid for this address."
    assert tls_receiver.requests == []


def test_there_are_at_least_sixty() -> None:
    assert len(LITERALS) + len(ADDRESSES) + len(NAMES) >= 60
