"""Azure Blob Storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from verbatim_enterprise.adapters.storage.clients import Clients
from verbatim_enterprise.adapters.storage.object_store import ObjectStorage
from verbatim_enterprise.adapters.storage.settings import StorageSettings
from verbatim_enterprise.adapters.storage.writing import part_size
from verbatim_enterprise.host import Settings, lazy

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
        )

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


def _fixed_key(key: SecretStr) -> Any:
    def give() -> dict[str, Any]:
        return {"access_key": key.get_secret_value(), "expires_at": None}

    return give
