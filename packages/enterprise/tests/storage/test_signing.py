"""Signed links as the stores take them: the same as Amazon's own library makes, good for a while and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3  # type: ignore[import-untyped]  # it has no types
import httpx
import pytest
from azure.storage.blob import BlobSasPermissions, generate_blob_sas
from botocore.config import Config  # type: ignore[import-untyped]  # the same
from support_stores.made import adapter, told
from support_stores.servers import StoreServer
from verbatim.recordings.playback import content_disposition
from verbatim_enterprise.adapters.storage import azure_blob, s3
from verbatim_enterprise.adapters.storage.linking import path_of
from verbatim_enterprise.adapters.storage.sas import sas_query
from verbatim_enterprise.adapters.storage.sigv4 import S3Credentials, presigned

NOON = datetime(2026, 11, 30, 12, 0, 0, tzinfo=UTC)
NAMES = ("report.wav", "Gespräch & Übung 100%.wav", "会議 1+1=2;'\"\\.m4a", "a\r\nSet-Cookie: b.wav", "\u202egpj.exe")
KEYS = ("recordings/0192/original", "Ärzte/a b/+~(1)", "100%/x=y&z")


def asked(name: str) -> dict[str, str]:
    return {"disposition": content_disposition("attachment", name), "mime_type": "audio/x-m4a"}


@pytest.fixture
def linked(tmp_path: Path) -> Callable[..., Any]:
    """Make the adapter of a store whose files are fetched by links."""

    def make(variables: dict[str, str], **more: str) -> Any:
        family = "AZURE" if "VERBATIM_STORAGE_AZURE_ACCOUNT" in variables else "S3"
        wanted = {f"VERBATIM_STORAGE_{family}_{name.upper()}": value for name, value in more.items()}
        return adapter({**variables, f"VERBATIM_STORAGE_{family}_SIGNED_LINKS": "yes", **wanted}, tmp_path)

    return make


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("token", [None, "lent/for+a=while"])
@pytest.mark.parametrize(
    ("endpoint", "addressing"),
    [("http://127.0.0.1:9000", "path"), ("https://s3.example.org", "path"), ("https://s3.example.org:443", "path"),
     ("https://example.org:3900", "virtual")],
)  # fmt: skip
def test_a_link_is_amazons_byte_for_byte(
    monkeypatch: pytest.MonkeyPatch, key: str, name: str, token: str | None, endpoint: str, addressing: str
) -> None:
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda: NOON.replace(tzinfo=None))
    client = boto3.client(
        "s3",
        endpoint_url=endpoint,
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="wJalr/XUtn+FEMI",
        aws_session_token=token,
        region_name="eu-central-1",
        config=Config(signature_version="s3v4", s3={"addressing_style": addressing}),
    )
    wanted = asked(name)
    theirs = client.generate_presigned_url(
        "get_object",
        Params={
            "Bucket": "recordings",
            "Key": key,
            "ResponseContentDisposition": wanted["disposition"],
            "ResponseContentType": wanted["mime_type"],
        },
        ExpiresIn=60,
    )
    settings = told(
        {
            "VERBATIM_STORAGE_S3_BUCKET": "recordings",
            "VERBATIM_STORAGE_S3_ENDPOINT": endpoint,
            "VERBATIM_STORAGE_S3_ADDRESSING": {"path": "path", "virtual": "host"}[addressing],
        }
    )
    ours = presigned(
        f"{s3.address_of(settings, public=True)}/{path_of(key)}",
        S3Credentials("AKIDEXAMPLE", "wJalr/XUtn+FEMI", token),
        region="eu-central-1",
        now=NOON,
        seconds=60,
        query={"response-content-disposition": wanted["disposition"], "response-content-type": wanted["mime_type"]},
    )
    assert ours == theirs


@pytest.mark.parametrize("name", NAMES)
def test_a_sas_is_signed_as_microsofts_library_signs(name: str) -> None:
    wanted = asked(name)
    ours = sas_query("example", "recordings", KEYS[1], key="c2VjcmV0", now=NOON, seconds=60, plain_http=False, **wanted)
    theirs = generate_blob_sas(
        "example",
        "recordings",
        KEYS[1],
        account_key="c2VjcmV0",
        permission=BlobSasPermissions(read=True),
        start=NOON - timedelta(minutes=5),
        expiry=NOON + timedelta(seconds=60),
        protocol="https",
        content_disposition=wanted["disposition"],
        content_type=wanted["mime_type"],
    )
    mine, known = parse_qs(ours), parse_qs(theirs)
    # Their library speaks a later version, whose lines differ: all but version and signature is the same.
    for query in (mine, known):
        query.pop("sv")
        query.pop("sig")
    assert mine == known


@pytest.mark.parametrize("name", NAMES)
async def test_a_browser_gets_the_file_with_its_name_and_kind(
    server: StoreServer, linked: Callable[..., Any], name: str
) -> None:
    storage = linked(dict(server.variables), prefix="Ärzte und/a b")
    content = bytes(range(256)) * 8
    await storage.write_file("recordings/1/original", content)
    url = await storage.download_url("recordings/1/original", expires_seconds=60, **asked(name))
    async with httpx.AsyncClient(trust_env=False) as browser:
        answer = await browser.get(url)
        assert (answer.status_code, answer.content) == (200, content), answer.text
        assert answer.headers["content-type"] == "audio/x-m4a"
        assert answer.headers["content-disposition"] == asked(name)["disposition"]
        assert "set-cookie" not in answer.headers
        part = await browser.get(url, headers={"Range": "bytes=100-199"})
        assert (part.status_code, part.content) == (206, content[100:200])


async def test_a_link_that_was_changed_or_has_run_out_opens_nothing(
    server: StoreServer, linked: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    if server.kind == "moto":
        pytest.skip("moto accepts any signature")
    storage = linked(dict(server.variables))
    for key in ("links/one", "links/two"):
        await storage.write_file(key, b"x")
    url = await storage.download_url("links/one", expires_seconds=60, **asked("a.wav"))
    name, lasts = ("sig", "se") if server.kind == "azurite" else ("X-Amz-Signature", "X-Amz-Expires")
    signature, lasting = parse_qs(urlsplit(url).query)[name][0], parse_qs(urlsplit(url).query)[lasts][0]
    other = "A" if signature[3] != "A" else "B"
    changed = [
        url.replace("links/one", "links/two"),
        url.replace("x-m4a", "html"),
        url.replace("a.wav", "b.exe"),
        url.replace(f"{name}={signature[:3]}", f"{name}={signature[:2]}{other}"),
        url.replace(f"{lasts}={lasting[:2]}", f"{lasts}=9{lasting[1]}"),
        url.split("?")[0],
    ]
    module = azure_blob if server.kind == "azurite" else s3
    earlier = datetime.now(UTC) - timedelta(seconds=90)
    monkeypatch.setattr(module, "utcnow", lambda: earlier)
    changed.append(await storage.download_url("links/one", expires_seconds=60, **asked("a.wav")))
    async with httpx.AsyncClient(trust_env=False) as browser:
        assert (await browser.get(url)).status_code == 200
        assert (await browser.put(url, content=b"other")).status_code >= 400
        assert (await browser.delete(url)).status_code >= 400
        for one in changed:
            answer = await browser.get(one)
            assert (one != url, answer.status_code >= 400) == (True, True), one
    assert await storage.read_file("links/one") == b"x"


async def test_without_being_asked_for_there_are_no_links(server: StoreServer, tmp_path: Path) -> None:
    storage = adapter(dict(server.variables), tmp_path)
    assert await storage.download_url("a", expires_seconds=60, **asked("a.wav")) is None


async def test_browsers_may_reach_the_store_elsewhere(server: StoreServer, linked: Callable[..., Any]) -> None:
    storage = linked(dict(server.variables), public_endpoint="https://files.example.org:8443/x")
    url = await storage.download_url("a", expires_seconds=60, **asked("a.wav"))
    assert url.startswith("https://files.example.org:8443/x/")
    assert storage.link_origin == "https://files.example.org:8443"


@pytest.mark.parametrize("address", ["https://a;script-src *", "https://a b.org", "https://a'b.org", "https://é.org"])
def test_an_address_that_would_change_a_policy_is_refused(address: str) -> None:
    for name in ("S3_ENDPOINT", "S3_PUBLIC_ENDPOINT", "AZURE_ENDPOINT", "AZURE_PUBLIC_ENDPOINT"):
        with pytest.raises(ValueError, match=r"plain letters|must be an address"):
            told({f"VERBATIM_STORAGE_{name}": address})
