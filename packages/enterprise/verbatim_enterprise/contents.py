"""What the plugin consists of."""

from __future__ import annotations

from verbatim_enterprise.adapters.database import PostgresqlAdapter
from verbatim_enterprise.adapters.queue.engine import PgqueuerEngine
from verbatim_enterprise.adapters.storage.azure_blob import AzureBlobStorageAdapter, azure_storage
from verbatim_enterprise.adapters.storage.backups import backups_in_azure, backups_in_s3
from verbatim_enterprise.adapters.storage.s3 import S3StorageAdapter, s3_storage
from verbatim_enterprise.api_keys.bearer import KeyBearer
from verbatim_enterprise.audit.cli import audit_cli, prove_audit_log
from verbatim_enterprise.auth.cli import users_cli
from verbatim_enterprise.auth.provider import EnterpriseAuthProvider
from verbatim_enterprise.config import enterprise_settings, groups, refuse_unproven
from verbatim_enterprise.features import FEATURES
from verbatim_enterprise.host import PluginRegistry, Settings
from verbatim_enterprise.license.keys import public_keys
from verbatim_enterprise.llm.desk import MeteredDesk
from verbatim_enterprise.storage_locations.source import make_locations


def contribute(registry: PluginRegistry) -> None:
    """Register all of it.

    Raises:
        SettingsError: a setting cannot be used; the server does not start.
        BundledKeyError: a public key in the package cannot be used; no licence could be checked.
    """
    enterprise_settings()
    public_keys()
    for group in groups():
        registry.add_settings(group)
    registry.add_settings_rule(refuse_unproven)
    registry.add_migrations("verbatim_enterprise.migrations")
    registry.add_adapter("database", "postgresql", PostgresqlAdapter, replace=True)
    registry.add_adapter("queue", "distributed", PgqueuerEngine)
    registry.add_adapter("storage", "s3", _s3)
    registry.add_adapter("storage", "azure_blob", _azure)
    registry.add_adapter("backup_place", "s3", backups_in_s3)
    registry.add_adapter("backup_place", "azure", backups_in_azure)
    registry.add_storage_source(make_locations)
    registry.add_proof(prove_audit_log)
    registry.add_adapter("auth", "enterprise", _auth_provider)
    registry.add_adapter("llm_desk", "metered", MeteredDesk)
    registry.add_cli(users_cli)
    registry.add_cli(audit_cli)
    for feature in FEATURES:
        feature.register(registry)


def _auth_provider(_: Settings) -> EnterpriseAuthProvider:
    return EnterpriseAuthProvider(bearers=(KeyBearer(),))


def _s3(settings: Settings) -> S3StorageAdapter | None:
    return s3_storage(enterprise_settings().storage, settings)


def _azure(settings: Settings) -> AzureBlobStorageAdapter | None:
    return azure_storage(enterprise_settings().storage, settings)
