"""Azure Blob Storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from verbatim_enterprise.adapters.storage.clients import Clients
from verbatim_enterprise.adapters.storage.linking import origin_of, path_of
from verbatim_enterprise.adapters.storage.object_store import ObjectStorage
from verbatim_enterprise.adapters.storage.sas import sas_query
from verbatim_enterprise.adapters.storage.settings import StorageSettings
from verbatim_enterprise.adapters.storage.writing import part_size
from verbatim_enterprise.host import Settings, lazy, utcnow

if TYPE_CHECKING:
    from obstore import store as stores
else:
    stores = lazy("obstore.store")


class AzureBlobStorageAdapter(ObjectStorage):
    """One container of a storage account."""

    def __init__(self, told: StorageSettings, settings: Settings) -> None:
        self._told = told
        clients = Clients(self._make, told, plain_http=told.storage_azure_endpoint.startswith("http:"))
        super().__init__(
            f"azure://{told.storage_azure_account}/{told.storage_azure_container}",
            clients,
            scratch=settings.data_dir / "scratch",
            part=part_size(settings.upload_max_bytes),
            link_origin=origin_of(address_of(told)) if told.storage_azure_signed_links else None,
        )

    async def discard_unfinished(self, key: str) -> None:
        # Parts that were never put together have no list of their own. They go when the blob is written as a whole; it
        # is empty then, and whoever calls this deletes it next.
        if not await self.exists(key):
            await self.write_file(key, b"")

    async def _signed_link(self, key: str, seconds: int, disposition: str, mime_type: str) -> str | None:
        told, address = self._told, address_of(self._told)
        if told.storage_azure_key is None:
            return None
        blob = "/".join(part for part in (told.storage_azure_prefix, key) if part)
        query = sas_query(
            told.storage_azure_account,
            told.storage_azure_container,
            blob,
            key=told.storage_azure_key.get_secret_value(),
            now=utcnow(),
            seconds=seconds,
            disposition=disposition,
            mime_type=mime_type,
            plain_http=address.startswith("http:"),
        )
        return f"{address}/{path_of(told.storage_azure_container, blob)}?{query}"

    def _make(self, client: Any, retries: Any) -> Any:
        told = self._told
        config: Any = {"account_name": told.storage_azure_account, "disable_tagging": True}
        if told.storage_azure_endpoint:
            config["endpoint"] = told.storage_azure_endpoint
        return stores.AzureStore(
            told.storage_azure_container,
            prefix=told.storage_azure_prefix or None,
            config=config,
            client_options=client,
            retry_config=retries,
            credential_provider=_fixed_key(told.storage_azure_key) if told.storage_azure_key else None,
        )


def azure_storage(told: StorageSettings, settings: Settings) -> AzureBlobStorageAdapter | None:
    """Return the container that the settings name, if any."""
    return AzureBlobStorageAdapter(told, settings) if told.storage_azure_container else None


def address_of(told: StorageSettings) -> str:
    """Return the address of the account for browsers."""
    given = told.storage_azure_public_endpoint or told.storage_azure_endpoint
    return given or f"https://{told.storage_azure_account}.blob.core.windows.net"


def _fixed_key(key: SecretStr) -> Any:
    def give() -> dict[str, Any]:
        return {"access_key": key.get_secret_value(), "expires_at": None}

    return give
