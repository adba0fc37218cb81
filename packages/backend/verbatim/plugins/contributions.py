"""What was registered, in order, and what of it cannot stand side by side."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from fastapi import APIRouter
from pydantic_settings import BaseSettings
from typer import Typer

from verbatim.adapters.storage.chosen import LocationSource
from verbatim.core.backup_parts import BackupPart
from verbatim.core.checks import HealthCheck
from verbatim.core.content import Deleter
from verbatim.core.erasure import Eraser
from verbatim.core.events import EventHandler
from verbatim.core.figures.text import Collector
from verbatim.core.guards import Guard, GuardMaker
from verbatim.core.jobs.job_type import JobType
from verbatim.core.resources import Protection, Resource, Resources
from verbatim.core.sealed import SealedColumn

Interface = Literal["database", "storage", "llm", "auth", "queue", "diarization", "llm_desk", "backup_place"]
INTERFACES: tuple[Interface, ...] = get_args(Interface)
Proof = Callable[[Any, Any], Awaitable[tuple[bool, str]]]
MakeLocationSource = Callable[[Any], LocationSource]
StartupHook = Callable[[Any], Awaitable[None]]
ShutdownHook = Callable[[Any], Awaitable[None]]
SettingsRule = Callable[[Callable[[type[Any]], Any]], None]
FrontendRoute = str | Mapping[str, Any]


class RegistrationError(Exception):
    """A plugin registered something impossible; nothing of it is used."""


@dataclass
class Contributions:
    """Everything registered, in order. ``migrations`` are (plugin, package) pairs."""

    routers: list[tuple[APIRouter, dict[str, Any]]] = field(default_factory=list)
    streaming_paths: list[str] = field(default_factory=list)
    middleware: list[tuple[type, dict[str, Any]]] = field(default_factory=list)
    observers: list[tuple[type, dict[str, Any]]] = field(default_factory=list)
    event_handlers: list[tuple[str, EventHandler]] = field(default_factory=list)
    models: list[type] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    job_types: dict[str, JobType] = field(default_factory=dict)
    adapters: dict[tuple[Interface, str], type | Callable[..., Any]] = field(default_factory=dict)
    replacements: set[tuple[Interface, str]] = field(default_factory=set)
    startup_hooks: list[StartupHook] = field(default_factory=list)
    shutdown_hooks: list[ShutdownHook] = field(default_factory=list)
    erasers: list[Eraser] = field(default_factory=list)
    guards: list[Guard | GuardMaker] = field(default_factory=list)
    protections: list[Protection] = field(default_factory=list)
    deleters: dict[str, Deleter] = field(default_factory=dict)
    checks: list[HealthCheck] = field(default_factory=list)
    collectors: list[Collector] = field(default_factory=list)
    backup_parts: list[BackupPart] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    storage_sources: list[MakeLocationSource] = field(default_factory=list)
    sealed_columns: list[SealedColumn] = field(default_factory=list)
    settings_rules: list[SettingsRule] = field(default_factory=list)
    settings: list[type[BaseSettings]] = field(default_factory=list)
    migrations: list[tuple[str, str]] = field(default_factory=list)
    cli: list[Typer] = field(default_factory=list)
    frontend_routes: list[FrontendRoute] = field(default_factory=list)
    frontend_nav_items: list[Mapping[str, Any]] = field(default_factory=list)
    frontend_settings_tabs: list[Mapping[str, Any]] = field(default_factory=list)
    frontend_slots: list[Mapping[str, Any]] = field(default_factory=list)

    def all_guards(self) -> list[Guard]:
        """Return the guards, also those that are made for every kind of thing there is."""
        found: list[Guard] = []
        for one in self.guards:
            found += [one] if isinstance(one, Guard) else one(Resources(self.resources))
        return found


def path_of(route: FrontendRoute) -> str:
    return route if isinstance(route, str) else str(route.get("path"))


def clashes(mine: Contributions, theirs: Contributions) -> list[str]:
    found = [f"The job type {name}" for name in theirs.job_types.keys() & mine.job_types.keys()]
    taken = theirs.adapters.keys() & mine.adapters.keys() - (theirs.replacements - mine.replacements)
    found += [f"The {kind} adapter {name}" for kind, name in taken]
    found += [f"The deleter of {table}" for table in theirs.deleters.keys() & mine.deleters.keys()]
    found += [f"The model {model.__name__}" for model in theirs.models if model in mine.models]
    names = {one.name for one in mine.resources}
    found += [f"The resource {one.name}" for one in theirs.resources if one.name in names]
    checks = {one.name for one in mine.checks}
    found += [f"The check {one.name}" for one in theirs.checks if one.name in checks]
    pages = {path_of(route) for route in mine.frontend_routes}
    found += [f"The page {path_of(route)}" for route in theirs.frontend_routes if path_of(route) in pages]
    for ours, added in (
        (mine.frontend_nav_items, theirs.frontend_nav_items),
        (mine.frontend_settings_tabs, theirs.frontend_settings_tabs),
        (mine.frontend_slots, theirs.frontend_slots),
    ):
        keys = {item["key"] for item in ours}
        found += [f"The front-end item {item['key']}" for item in added if item["key"] in keys]
    return found
