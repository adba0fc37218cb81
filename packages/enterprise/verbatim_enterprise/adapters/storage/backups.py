"""Buckets and containers for backups: named by their address, reached as those of recordings are."""

from __future__ import annotations

from verbatim_enterprise.adapters.storage.azure_blob import AzureBlobStorageAdapter
from verbatim_enterprise.adapters.storage.s3 import S3StorageAdapter
from verbatim_enterprise.adapters.storage.settings import StorageSettings
from verbatim_enterprise.host import Settings, StorageError


def backups_in_s3(place: str, settings: Settings) -> S3StorageAdapter:
    """Return the folder BUCKET/PREFIX, reached with the variables VERBATIM_STORAGE_S3_*.

    Raises:
        StorageError: the recordings lie there.
        ValueError: it is no bucket and folder.
    """
    told = StorageSettings()
    bucket, prefix = _parts(place)
    _keep_apart((bucket, prefix), (told.storage_s3_bucket, told.storage_s3_prefix))
    changes = {"storage_s3_bucket": bucket, "storage_s3_prefix": prefix}
    return S3StorageAdapter(told.model_copy(update=changes), settings)


def backups_in_azure(place: str, settings: Settings) -> AzureBlobStorageAdapter:
    """Return the folder CONTAINER/PREFIX, reached with the variables VERBATIM_STORAGE_AZURE_*.

    Raises:
        StorageError: the recordings lie there.
        ValueError: it is no container and folder.
    """
    told = StorageSettings()
    container, prefix = _parts(place)
    _keep_apart((container, prefix), (told.storage_azure_container, told.storage_azure_prefix))
    changes = {"storage_azure_container": container, "storage_azure_prefix": prefix}
    return AzureBlobStorageAdapter(told.model_copy(update=changes), settings)


def _parts(place: str) -> tuple[str, str]:
    bucket, *folders = place.rstrip("/").split("/")
    if not bucket or any(part in {"", ".", ".."} for part in folders) or not place.isprintable():
        raise ValueError("it must be a bucket and a folder, such as s3://backups/verbatim")
    return bucket, "/".join(folders)


def _keep_apart(backups: tuple[str, str], recordings: tuple[str, str]) -> None:
    """Insist that one does not lie within the other: what tidies up here would find the other's files."""
    if backups[0] != recordings[0]:
        return
    ours, theirs = (f"{prefix}/" if prefix else "" for _, prefix in (backups, recordings))
    if ours.startswith(theirs) or theirs.startswith(ours):
        raise StorageError("the recordings lie there too. Name a bucket or a folder of its own.")
