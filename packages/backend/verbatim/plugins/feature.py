"""How a feature folder declares itself: data first, so that tests, docs and the loader read the same tuple."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter

from verbatim.core.backup_parts import BackupPart
from verbatim.core.checks import Checker, HealthCheck
from verbatim.core.content import Deleter
from verbatim.core.erasure import Eraser
from verbatim.core.events import EventHandler
from verbatim.core.figures.text import Collector
from verbatim.core.guards import Guard, GuardMaker
from verbatim.core.jobs.context import JobHandler
from verbatim.core.jobs.job_type import JobAgain, JobEnded, RetryPolicy
from verbatim.core.resources import Protection, Resource
from verbatim.core.sealed import SealedColumn
from verbatim.plugins.contributions import FrontendRoute, ShutdownHook, StartupHook
from verbatim.plugins.registry import PluginRegistry


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One capability. ``routers`` maps a prefix to its routes; middleware runs in order, outermost first, and observers
    around all of it. ``streaming`` are the addresses whose routes read their bodies piece by piece.
    """

    name: str
    routers: Mapping[str, APIRouter] = field(default_factory=dict)
    models: tuple[type, ...] = ()
    resources: tuple[Resource, ...] = ()
    on: Mapping[str, EventHandler] = field(default_factory=dict)
    jobs: Mapping[str, JobHandler] = field(default_factory=dict)
    jobs_ended: Mapping[str, JobEnded] = field(default_factory=dict)
    jobs_again: Mapping[str, JobAgain] = field(default_factory=dict)
    light_jobs: frozenset[str] = frozenset()
    brief_jobs: frozenset[str] = frozenset()
    overtaking_jobs: frozenset[str] = frozenset()
    job_retries: Mapping[str, RetryPolicy] = field(default_factory=dict)
    middleware: tuple[tuple[type, Mapping[str, Any]], ...] = ()
    observers: tuple[tuple[type, Mapping[str, Any]], ...] = ()
    erasers: tuple[Eraser, ...] = ()
    guards: tuple[Guard | GuardMaker, ...] = ()
    protections: tuple[Protection, ...] = ()
    deleters: Mapping[str, Deleter] = field(default_factory=dict)
    checks: tuple[Checker | HealthCheck, ...] = ()
    collectors: tuple[Collector, ...] = ()
    sealed: tuple[SealedColumn, ...] = ()
    backup: BackupPart | None = None
    startup: tuple[StartupHook, ...] = ()
    shutdown: tuple[ShutdownHook, ...] = ()
    streaming: tuple[str, ...] = ()
    nav: tuple[Mapping[str, Any], ...] = ()
    pages: tuple[FrontendRoute, ...] = ()
    slots: tuple[Mapping[str, Any], ...] = ()
    settings_tabs: tuple[Mapping[str, Any], ...] = ()

    def register(self, registry: PluginRegistry) -> None:
        for prefix, router in self.routers.items():
            registry.add_router(router, prefix=prefix, tags=[self.name])
        registry.add_streaming_paths(self.streaming)
        registry.add_models(self.models)
        for resource in self.resources:
            registry.add_resource(resource)
        for event, handler in self.on.items():
            registry.on(event, handler)
        for job_type, job in self.jobs.items():
            registry.add_job_handler(
                job_type,
                job,
                on_ended=self.jobs_ended.get(job_type),
                again=self.jobs_again.get(job_type),
                light=job_type in self.light_jobs,
                brief=job_type in self.brief_jobs,
                overtaking=job_type in self.overtaking_jobs,
                retry=self.job_retries.get(job_type),
            )
        for middleware, options in self.middleware:
            registry.add_middleware(middleware, **options)
        for observer, options in self.observers:
            registry.add_observer(observer, **options)
        self._register_deletion(registry)
        self._register_watching(registry)
        registry.add_sealed_columns(self.sealed)
        for hook in self.startup:
            registry.add_startup_hook(hook)
        for hook in self.shutdown:
            registry.add_shutdown_hook(hook)
        registry.add_frontend_nav_items(self.nav)
        registry.add_frontend_routes(self.pages)
        registry.add_frontend_slots(self.slots)
        for tab in self.settings_tabs:
            registry.add_frontend_settings_tab(tab)

    def _register_watching(self, registry: PluginRegistry) -> None:
        for checker in self.checks:
            registry.add_check(checker)
        for collector in self.collectors:
            registry.add_collector(collector)
        if self.backup is not None:
            registry.add_backup_part(self.backup)

    def _register_deletion(self, registry: PluginRegistry) -> None:
        for eraser in self.erasers:
            registry.add_eraser(eraser)
        for guard in self.guards:
            registry.add_guard(guard)
        for protection in self.protections:
            registry.add_protection(protection)
        for table, deleter in self.deleters.items():
            registry.add_deleter(table, deleter)
