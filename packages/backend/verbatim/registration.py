"""What the core brings of its own, and how it and its plugins come to be registered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from verbatim import __version__
from verbatim.adapters.database.postgresql import PostgresqlAdapter
from verbatim.adapters.database.sqlite import SqliteAdapter
from verbatim.adapters.diarization.api import BUNDLED, DiarizationSettings, Diarizer
from verbatim.adapters.diarization.caged import CagedDiarizer
from verbatim.adapters.diarization.process import ProcessDiarizer
from verbatim.adapters.llm.key_sentences import NAME as KEY_SENTENCES
from verbatim.adapters.llm.key_sentences import KeySentences
from verbatim.adapters.llm.local import NAME as LOCAL_MODEL
from verbatim.adapters.llm.local import LocalModel, LocalSettings
from verbatim.adapters.storage.local import LocalStorage
from verbatim.backups.settings import BackupSettings
from verbatim.config import Settings
from verbatim.core.auth import NoAuthProvider
from verbatim.core.brand.settings import BrandSettings
from verbatim.core.jobs.embedded import EmbeddedJobEngine
from verbatim.core.language_models import OWN, OwnModels
from verbatim.core.secret_key import KeySettings
from verbatim.features import FEATURES
from verbatim.permissions import Permission
from verbatim.plugins.loader import Plugin, load_plugins, register_plugins
from verbatim.plugins.registry import PluginRegistry
from verbatim.traces.settings import TraceSettings


class CorePlugin:
    """The core uses its own seam, so that the seam cannot rot."""

    name = "verbatim"
    version = __version__

    def register(self, registry: PluginRegistry) -> None:
        registry.add_settings(Settings)
        registry.add_settings(KeySettings)
        registry.add_settings(BrandSettings)
        registry.add_settings(BackupSettings)
        registry.add_settings(TraceSettings)
        registry.add_adapter("database", "sqlite", SqliteAdapter)
        registry.add_adapter("database", "postgresql", PostgresqlAdapter)
        registry.add_adapter("storage", "local", _local_storage)
        registry.add_adapter("auth", "none", _single_user)
        registry.add_adapter("queue", "embedded", EmbeddedJobEngine)
        registry.add_adapter("llm", KEY_SENTENCES, KeySentences)
        registry.add_adapter("llm", LOCAL_MODEL, _local_model)
        registry.add_adapter("llm_desk", OWN, OwnModels)
        for name in BUNDLED:
            registry.add_adapter("diarization", name, partial(_diarizer, name))
        for feature in FEATURES:
            feature.register(registry)


def _local_storage(settings: Settings) -> LocalStorage:
    return LocalStorage(settings.storage_dir, reserve_bytes=lambda: settings.upload_reserve_bytes)


def _diarizer(name: str, settings: Settings) -> Diarizer:
    def told() -> DiarizationSettings:
        return DiarizationSettings(settings.diarization_model, settings.diarization_memory_bytes)

    return CagedDiarizer(told) if name == CagedDiarizer.name else ProcessDiarizer(name, told)


def _local_model(settings: Settings) -> LocalModel:
    def told() -> LocalSettings:
        return LocalSettings(
            settings.llm_local_model, settings.llm_local_url, settings.llm_local_name, settings.llm_local_context_tokens
        )

    return LocalModel(told)


def _single_user(_: Settings) -> NoAuthProvider:
    return NoAuthProvider(frozenset(Permission))


def build_registry(settings: Settings, plugins: Sequence[Plugin] | None = None) -> PluginRegistry:
    """Let the core and its plugins register; with ``plugins`` those, else the installed ones.

    Raises:
        PluginError: a plugin cannot be used, or one is missing.
    """
    registry = PluginRegistry()
    draft = registry.draft("verbatim")
    CorePlugin().register(draft)
    registry.merge(draft)
    if plugins is None:
        load_plugins(registry, settings.mode)
    else:
        register_plugins(registry, plugins, settings.mode)
    return registry
