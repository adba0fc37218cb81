"""Amazon S3 and the stores that speak its language: Garage, SeaweedFS, Ceph, Swift and others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from verbatim_enterprise.adapters.storage.clients import Clients
from verbatim_enterprise.adapters.storage.linking import origin_of, path_of
from verbatim_enterprise.adapters.storage.object_store import ObjectStorage
from verbatim_enterprise.adapters.storage.settings import Addressing, StorageSettings
from verbatim_enterprise.adapters.storage.sigv4 import S3Credentials, presigned
from verbatim_enterprise.adapters.storage.unfinished import end_uploads
from verbatim_enterprise.adapters.storage.writing import part_size
from verbatim_enterprise.host import Settings, check_key, lazy, utcnow

if TYPE_CHECKING:
    from obstore import store as stores
else:
    stores = lazy("obstore.store")


_ASKING_SECONDS: Final = 60


class S3StorageAdapter(ObjectStorage):
    """One bucket. It asks for nothing that compatible stores lack: no checksum trailers, tags, access lists."""

    def __init__(self, told: StorageSettings, settings: Settings) -> None:
        self._told = told
        endpoint = told.storage_s3_endpoint
        host = urlsplit(endpoint).netloc or "Amazon S3"
        clients = Clients(self._make, told, plain_http=endpoint.startswith("http:"))
        super().__init__(
            f"s3://{told.storage_s3_bucket} at {host}",
            clients,
            scratch=settings.data_dir / "scratch",
            part=part_size(settings.upload_max_bytes),
            link_origin=origin_of(address_of(told, public=True)) if told.storage_s3_signed_links else None,
        )

    async def _signed_link(self, key: str, seconds: int, disposition: str, mime_type: str) -> str | None:
        told, credentials = self._told, await self._credentials()
        if credentials is None:
            return None
        return presigned(
            f"{address_of(told, public=True)}/{path_of(told.storage_s3_prefix, key)}",
            credentials,
            region=told.storage_s3_region,
            now=utcnow(),
            seconds=seconds,
            query={"response-content-disposition": disposition, "response-content-type": mime_type},
        )

    async def discard_unfinished(self, key: str) -> None:
        name = "/".join(part for part in (self._told.storage_s3_prefix, check_key(key)) if part)
        await end_uploads(self._signed, name, where=self.where, authority=self._told.storage_ca)

    async def _signed(self, method: str, path: str, query: dict[str, str]) -> str | None:
        told, credentials = self._told, await self._credentials()
        if credentials is None:
            return None
        address = f"{address_of(told)}/{path}" if path else address_of(told)
        return presigned(
            address,
            credentials,
            region=told.storage_s3_region,
            now=utcnow(),
            seconds=_ASKING_SECONDS,
            method=method,
            query=query,
        )

    async def _credentials(self) -> S3Credentials | None:
        """Return what signs requests of our own."""
        told = self._told
        if not told.storage_s3_key_id or told.storage_s3_secret is None:
            return None
        return S3Credentials(told.storage_s3_key_id, told.storage_s3_secret.get_secret_value())

    def _make(self, client: Any, retries: Any) -> Any:
        told = self._told
        return stores.S3Store(
            told.storage_s3_bucket,
            prefix=told.storage_s3_prefix or None,
            config=_config(told),
            client_options=client,
            retry_config=retries,
            credential_provider=_fixed_credentials(told) if told.storage_s3_key_id else None,
        )


def s3_storage(told: StorageSettings, settings: Settings) -> S3StorageAdapter | None:
    """Return the bucket that the settings name, if any."""
    return S3StorageAdapter(told, settings) if told.storage_s3_bucket else None


def _is_in_host(told: StorageSettings) -> bool:
    """Say whether the bucket is a part of the host name."""
    return told.storage_s3_addressing is Addressing.HOST or (
        # A name with dots is covered by no certificate of Amazon's.
        told.storage_s3_addressing is Addressing.AUTO
        and not told.storage_s3_endpoint
        and "." not in told.storage_s3_bucket
    )


def address_of(told: StorageSettings, *, public: bool = False) -> str:
    """Return the address of the bucket: for browsers, or for this server."""
    endpoint = (told.storage_s3_public_endpoint if public else "") or told.storage_s3_endpoint
    endpoint = endpoint or f"https://s3.{told.storage_s3_region}.amazonaws.com"
    scheme, _, rest = endpoint.partition("://")
    bucket = told.storage_s3_bucket
    return f"{scheme}://{bucket}.{rest}" if _is_in_host(told) else f"{endpoint}/{path_of(bucket)}"


def _config(told: StorageSettings) -> Any:
    endpoint, in_host = told.storage_s3_endpoint, _is_in_host(told)
    config: dict[str, Any] = {
        "region": told.storage_s3_region,
        "virtual_hosted_style_request": in_host,
        "disable_bulk_delete": True,  # not every compatible store knows it
        "disable_tagging": True,
    }
    if endpoint:
        config["endpoint"] = address_of(told) if in_host else endpoint
    if told.storage_s3_encryption:
        config["server_side_encryption"] = told.storage_s3_encryption
    if told.storage_s3_kms_key:
        config["sse_kms_key_id"] = told.storage_s3_kms_key
    return config


def _fixed_credentials(told: StorageSettings) -> Any:
    # Not as configuration: a session token that happens to be in the environment would be sent along.
    secret = told.storage_s3_secret.get_secret_value() if told.storage_s3_secret else ""

    def give() -> dict[str, Any]:
        return {
            "access_key_id": told.storage_s3_key_id,
            "secret_access_key": secret,
            "token": None,
            "expires_at": None,
        }

    return give
