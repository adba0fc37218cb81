"""Settings of object stores."""

from __future__ import annotations

import base64
import binascii
from enum import StrEnum
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from verbatim_enterprise.adapters.storage.linking import origin_of


class Addressing(StrEnum):
    """Where in an address the bucket stands: in the path, in the host name, or where the store is likely to want it."""

    AUTO = "auto"
    PATH = "path"
    HOST = "host"


class StorageSettings(BaseSettings):
    """Keeping files in an object store. No `Group`: a server has to know it before it can read what administrators set,
    and secrets of a store are nothing for a browser.
    """

    model_config = SettingsConfigDict(env_prefix="VERBATIM_", extra="ignore", frozen=True)

    storage_s3_bucket: str = Field("", description="Bucket of recordings in S3 or a compatible store.")
    storage_s3_region: str = Field("us-east-1", description="Region of that bucket.")
    storage_s3_endpoint: str = Field(
        "", description="Address of a compatible store, such as https://garage.example.org:3900. Empty: Amazon S3."
    )
    storage_s3_prefix: str = Field("", description="Folder in the bucket under which all files lie.")
    storage_s3_key_id: str = Field(
        "", description="Access key ID. Empty: AWS_* variables, or the role of the machine or container."
    )
    storage_s3_secret: SecretStr | None = Field(None, description="Secret access key.")
    storage_s3_addressing: Addressing = Field(
        Addressing.AUTO,
        description="path, host (the bucket is part of the host name) or auto: path for compatible stores.",
    )
    storage_s3_encryption: str = Field(
        "",
        pattern="^(|AES256|aws:kms|aws:kms:dsse)$",
        description="Encryption that the store shall do: AES256, aws:kms or aws:kms:dsse. Empty: as the bucket says.",
    )
    storage_s3_kms_key: str = Field("", description="With aws:kms: the key to encrypt with.")
    storage_s3_signed_links: bool = Field(
        False,
        description="Whether browsers play and download files from the store itself, by links that are good for a "
        "minute. No: through this server.",
    )
    storage_s3_public_endpoint: str = Field(
        "", description="Address of the store for browsers, where that is another than for this server."
    )

    storage_azure_account: str = Field("", description="Storage account of recordings in Azure Blob Storage.")
    storage_azure_container: str = Field("", description="Container of that account.")
    storage_azure_endpoint: str = Field(
        "", description="Address of the account where it is not https://ACCOUNT.blob.core.windows.net."
    )
    storage_azure_prefix: str = Field("", description="Folder in the container under which all files lie.")
    storage_azure_key: SecretStr | None = Field(
        None, description="Key of the account. Empty: AZURE_* variables, a federated token or a managed identity."
    )
    storage_azure_signed_links: bool = Field(
        False,
        description="Whether browsers play and download files from the container itself, by links that are good for a "
        "minute; needs the key. No: through this server.",
    )
    storage_azure_public_endpoint: str = Field(
        "", description="Address of the account for browsers, where that is another than for this server."
    )

    storage_ca: str = Field(
        "", description="Certificates (PEM) of authorities that sign for the object store, beside the usual ones."
    )
    storage_timeout_seconds: float = Field(
        60, ge=1, le=600, description="Longest wait until the object store has taken a part of 8 MB."
    )

    @field_validator(
        "storage_s3_endpoint", "storage_azure_endpoint", "storage_s3_public_endpoint", "storage_azure_public_endpoint"
    )
    @classmethod
    def _an_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username):
            raise ValueError("it must be an address such as https://store.example.org:9000")
        if value and origin_of(value) is None:
            raise ValueError("it must name a host in plain letters, or by its address")
        return value.rstrip("/")

    @field_validator("storage_s3_prefix", "storage_azure_prefix")
    @classmethod
    def _a_folder(cls, value: str) -> str:
        folder = value.strip("/")
        if any(part in {"", ".", ".."} for part in folder.split("/") if folder) or not folder.isprintable():
            raise ValueError("it must be a folder such as verbatim/recordings")
        return folder

    @field_validator("storage_azure_key")
    @classmethod
    def _a_key(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            try:
                base64.b64decode(value.get_secret_value(), validate=True)
            except (binascii.Error, ValueError):
                raise ValueError("it must be an account key as Azure shows it, in Base64") from None
        return value

    @model_validator(mode="after")
    def _complete(self) -> StorageSettings:
        if bool(self.storage_s3_key_id) != bool(self.storage_s3_secret):
            raise ValueError("VERBATIM_STORAGE_S3_KEY_ID and VERBATIM_STORAGE_S3_SECRET belong together")
        if bool(self.storage_azure_account) != bool(self.storage_azure_container):
            raise ValueError("VERBATIM_STORAGE_AZURE_ACCOUNT and VERBATIM_STORAGE_AZURE_CONTAINER belong together")
        return self
