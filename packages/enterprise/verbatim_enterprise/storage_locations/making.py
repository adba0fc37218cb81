"""From a row to a storage that can be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import SecretStr, ValidationError

from verbatim_enterprise.adapters.storage.azure_blob import AzureBlobStorageAdapter
from verbatim_enterprise.adapters.storage.s3 import S3StorageAdapter
from verbatim_enterprise.adapters.storage.settings import StorageSettings
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Settings, StorageAdapter
from verbatim_enterprise.storage_locations.errors import LocationConfigError
from verbatim_enterprise.storage_locations.models import LocationType

FIELDS: Final[Mapping[str, frozenset[str]]] = {
    LocationType.S3: frozenset({"bucket", "region", "addressing", "encryption", "kms_key"}),
    LocationType.AZURE_BLOB: frozenset({"account", "container"}),
}
_OF_BOTH: Final = frozenset({"endpoint", "prefix", "ca", "signed_links", "public_endpoint"})
"""What a location of each type can be told."""

SECRETS: Final[Mapping[str, frozenset[str]]] = {
    LocationType.S3: frozenset({"key_id", "secret"}),
    LocationType.AZURE_BLOB: frozenset({"key"}),
}
PLACE: Final = ("bucket", "account", "container", "prefix")
"""What makes it another place: files would not be found there any more."""

_REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    LocationType.S3: ("bucket",),
    LocationType.AZURE_BLOB: ("account", "container"),
}
_PATTERNS: Final = {
    # Each becomes part of an address: nothing may end a host name or begin a path.
    "bucket": re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]"),
    "region": re.compile(r"[A-Za-z0-9_-]{1,60}"),
    "account": re.compile(r"[a-z0-9]{3,24}"),
    "container": re.compile(r"[$a-z0-9][a-z0-9-]{2,62}"),
}
_ASIDE: Final = {"ca"}


def check_config(kind: str, config: Mapping[str, Any], secrets: Mapping[str, str]) -> None:
    """Refuse what is no complete description of a location.

    Raises:
        LocationConfigError: with a sentence that names the field.
    """
    if unknown := sorted({*config} - FIELDS[kind] - _OF_BOTH) or sorted({*secrets} - SECRETS[kind]):
        raise LocationConfigError(f"A location of the type {kind} has no {', '.join(unknown)}.")
    for name in _REQUIRED[kind]:
        if not config.get(name):
            raise LocationConfigError(f"A location of the type {kind} needs its {name}.")
    for name, pattern in _PATTERNS.items():
        if config.get(name) and not pattern.fullmatch(str(config[name])):
            raise LocationConfigError(f"The {name} cannot be called that: {str(config[name])[:80]!r}.")
    if kind == LocationType.S3 and bool(secrets.get("key_id")) != bool(secrets.get("secret")):
        raise LocationConfigError("The key_id and the secret belong together.")
    if config.get("endpoint") and not any(secrets.values()):
        # The role of this machine is for its own cloud; what it signs with would be shown to another host.
        raise LocationConfigError("A location with an endpoint of its own needs its own credentials.")
    if config.get("signed_links") and not any(secrets.values()):
        raise LocationConfigError("A location whose files are fetched by links needs its own credentials to sign them.")
    told(kind, config, secrets)


def told(kind: str, config: Mapping[str, Any], secrets: Mapping[str, str]) -> StorageSettings:
    """Return the settings that describe a location.

    Raises:
        LocationConfigError: they cannot be.
    """
    family = "s3" if kind == LocationType.S3 else "azure"
    given: dict[str, Any] = {name: field.get_default() for name, field in StorageSettings.model_fields.items()}
    ours = enterprise_settings().storage
    given["storage_ca"] = config.get("ca") or ours.storage_ca
    given["storage_timeout_seconds"] = ours.storage_timeout_seconds
    given |= {f"storage_{family}_{name}": value for name, value in config.items() if value and name not in _ASIDE}
    for name, value in secrets.items():
        given[f"storage_{family}_{name}"] = value if name == "key_id" else SecretStr(value)
    try:
        return StorageSettings(**given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        field = str(first["loc"][-1] if first["loc"] else "").removeprefix(f"storage_{family}_")
        reason = first["msg"].removeprefix("Value error, ")
        raise LocationConfigError(f"The {field} cannot be used: {reason}." if field else f"{reason}.") from None


def make_storage(
    kind: str, config: Mapping[str, Any], secrets: Mapping[str, str], settings: Settings
) -> StorageAdapter:
    """Return the storage of a location. Asks nobody.

    Raises:
        LocationConfigError: it cannot be made.
    """
    description = told(kind, config, secrets)
    if kind == LocationType.S3:
        return S3StorageAdapter(description, settings)
    return AzureBlobStorageAdapter(description, settings)
