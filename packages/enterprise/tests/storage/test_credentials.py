"""Where credentials may come from: settings, the environment, roles of machines and containers, federated tokens.

The endpoints that lend credentials are played by a small server of our own; the stores are real.
"""

from __future__ import annotations

import asyncio
import json
import os
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support_stores.certificates import make_certificates
from support_stores.made import adapter, own_folder, told
from support_stores.servers import StoreServer
from verbatim.adapters.storage.api import StorageError

LATER = "2099-01-01T00:00:00Z"
_OURS = ("AWS_", "AZURE_", "MSI_", "IDENTITY_")


@dataclass
class Lender:
    """Lends credentials in every way that a cloud does, and remembers how it was asked."""

    key_id: str
    secret: str
    port: int = 0
    asked: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next((int(line.split(":")[1]) for line in head.lower().splitlines() if "content-length:" in line), 0)
        body = (await reader.readexactly(length)).decode()
        method, path, _ = head.split(" ", 2)
        self.asked.append(f"{method} {path}")
        self.bodies.append(head + body)
        answer = self._answer(path, body)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(answer) + answer)
        await writer.drain()
        writer.close()

    def _answer(self, path: str, body: str) -> bytes:
        lent = {"AccessKeyId": self.key_id, "SecretAccessKey": self.secret, "Token": "lent", "Expiration": LATER}
        if "oauth2" in path:
            return json.dumps({"access_token": "azure-lent", "expires_in": 3600, "token_type": "Bearer"}).encode()
        if path.endswith("/latest/api/token"):
            return b"session"
        if path.endswith("/security-credentials/"):
            return b"role"
        if "security-credentials" in path or "ecs" in path:
            return json.dumps({**lent, "Code": "Success", "LastUpdated": LATER, "Type": "AWS-HMAC"}).encode()
        assert "AssumeRoleWithWebIdentity" in path + body
        names = "".join(
            f"<{name}>{value}</{name}>"
            for name, value in (
                ("AccessKeyId", self.key_id),
                ("SecretAccessKey", self.secret),
                ("SessionToken", "lent"),
                ("Expiration", LATER),
            )
        )
        return (
            "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>"
            f"{names}</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>"
        ).encode()


@pytest.fixture
async def lender() -> AsyncIterator[Lender]:
    found = Lender("lent-key-id", "lent-key-value")
    listening = await asyncio.start_server(found.serve, "127.0.0.1", 0)
    found.port = listening.sockets[0].getsockname()[1]
    yield found
    listening.close()


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Give an environment that knows of no cloud."""
    for name in [name for name in os.environ if name.startswith(_OURS)]:
        monkeypatch.delenv(name)
    return monkeypatch


def without_key(server: StoreServer) -> dict[str, str]:
    return {
        name: value for name, value in own_folder(server).items() if not name.endswith(("_KEY_ID", "_SECRET", "_KEY"))
    }


async def works(variables: dict[str, str], folder: Path) -> None:
    storage = adapter(variables, folder)
    await storage.write_file("a/b", b"content")
    assert await storage.read_file("a/b") == b"content"


async def test_a_container_is_lent_a_role(
    clean: pytest.MonkeyPatch, lender: Lender, moto: StoreServer, tmp_path: Path
) -> None:
    token = tmp_path / "token"
    token.write_text("of-the-pod")
    clean.setenv("AWS_CONTAINER_CREDENTIALS_FULL_URI", f"{lender.url}/ecs")
    clean.setenv("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", str(token))
    await works(without_key(moto), tmp_path)
    assert lender.asked[0] == "GET /ecs"
    assert "of-the-pod" in lender.bodies[0]


async def test_a_machine_is_lent_a_role(
    clean: pytest.MonkeyPatch, lender: Lender, moto: StoreServer, tmp_path: Path
) -> None:
    clean.setenv("AWS_METADATA_ENDPOINT", lender.url)
    await works(without_key(moto), tmp_path)
    assert lender.asked[0] == "PUT /latest/api/token"
    assert lender.asked[-1].endswith("/security-credentials/role")


async def test_a_pod_changes_its_identity_for_a_role(
    clean: pytest.MonkeyPatch, lender: Lender, moto: StoreServer, tmp_path: Path
) -> None:
    token = tmp_path / "token"
    token.write_text("signed-by-the-cluster")
    clean.setenv("AWS_WEB_IDENTITY_TOKEN_FILE", str(token))
    clean.setenv("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/verbatim")
    # A token is told nobody without TLS.
    made = make_certificates(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made.certificate, made.key)
    listening = await asyncio.start_server(lender.serve, "127.0.0.1", 0, ssl=context)
    clean.setenv("AWS_ENDPOINT_URL_STS", f"https://127.0.0.1:{listening.sockets[0].getsockname()[1]}")
    await works({**without_key(moto), "VERBATIM_STORAGE_CA": made.authority.read_text()}, tmp_path)
    listening.close()
    assert "AssumeRoleWithWebIdentity" in lender.asked[0] + lender.bodies[0]
    assert "signed-by-the-cluster" in lender.bodies[0]


async def test_the_environment_has_a_key(clean: pytest.MonkeyPatch, server: StoreServer, tmp_path: Path) -> None:
    if server.kind == "azurite":
        clean.setenv("AZURE_STORAGE_ACCOUNT_KEY", server.variables["VERBATIM_STORAGE_AZURE_KEY"])
    else:
        clean.setenv("AWS_ACCESS_KEY_ID", server.variables["VERBATIM_STORAGE_S3_KEY_ID"])
        clean.setenv("AWS_SECRET_ACCESS_KEY", server.variables["VERBATIM_STORAGE_S3_SECRET"])
    await works(without_key(server), tmp_path)


async def test_a_federated_token_is_changed_for_one_of_azure(
    clean: pytest.MonkeyPatch, lender: Lender, tmp_path: Path
) -> None:
    heard: list[str] = []

    async def store(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append((await reader.readuntil(b"\r\n\r\n")).decode())
        body = b'<?xml version="1.0"?><EnumerationResults><Blobs/><NextMarker/></EnumerationResults>'
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    listening = await asyncio.start_server(store, "127.0.0.1", 0)
    token = tmp_path / "token"
    token.write_text("signed-by-the-cluster")
    clean.setenv("AZURE_FEDERATED_TOKEN_FILE", str(token))
    clean.setenv("AZURE_CLIENT_ID", "our-client")
    clean.setenv("AZURE_TENANT_ID", "our-tenant")
    clean.setenv("AZURE_AUTHORITY_HOST", lender.url)
    storage = adapter(
        {
            "VERBATIM_STORAGE_AZURE_ACCOUNT": "example",
            "VERBATIM_STORAGE_AZURE_CONTAINER": "recordings",
            "VERBATIM_STORAGE_AZURE_ENDPOINT": f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/example",
        },
        tmp_path,
    )
    assert [info async for info in storage.list_files()] == []
    listening.close()
    assert lender.asked[0].startswith("POST /our-tenant/oauth2/v2.0/token")
    assert "signed-by-the-cluster" in lender.bodies[0]
    assert "bearer azure-lent" in heard[0].lower().replace("authorization: ", "")


async def test_a_role_that_cannot_be_had_is_said(clean: pytest.MonkeyPatch, moto: StoreServer, tmp_path: Path) -> None:
    clean.setenv("AWS_METADATA_ENDPOINT", "http://127.0.0.1:9")
    storage = adapter(without_key(moto), tmp_path)
    with pytest.raises(StorageError) as caught:
        await storage.exists("a")
    assert "object store" in str(caught.value)
    assert not (await storage.test_connection()).ok


async def test_without_a_key_of_its_own_nothing_is_signed(
    clean: pytest.MonkeyPatch, server: StoreServer, tmp_path: Path
) -> None:
    family = "AZURE" if server.kind == "azurite" else "S3"
    storage = adapter({**without_key(server), f"VERBATIM_STORAGE_{family}_SIGNED_LINKS": "yes"}, tmp_path)
    assert await storage.download_url("a", expires_seconds=60, disposition="inline", mime_type="audio/wav") is None


def test_secrets_do_not_show_in_what_is_printed(server: StoreServer, tmp_path: Path) -> None:
    shown = repr(told(dict(server.variables))) + repr(adapter(dict(server.variables), tmp_path))
    for name, value in server.variables.items():
        assert not (name.endswith(("_SECRET", "_AZURE_KEY")) and value in shown)
