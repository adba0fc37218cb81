"""What plugins and the core's own features register, collected before anything runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from fastapi import APIRouter
from pydantic_settings import BaseSettings
from typer import Typer

from verbatim.core.backup_parts import BackupPart
from verbatim.core.checks import Checker, HealthCheck, registered
from verbatim.core.content import Deleter
from verbatim.core.erasure import Eraser
from verbatim.core.events import Event, EventHandler
from verbatim.core.figures.text import Collector
from verbatim.core.guards import Guard, GuardMaker
from verbatim.core.jobs.context import JobHandler
from verbatim.core.jobs.job_type import JobAgain, JobEnded, JobType, RetryPolicy
from verbatim.core.resources import Protection, Resource
from verbatim.core.sealed import SealedColumn
from verbatim.plugins.contributions import (
    INTERFACES,
    Contributions,
    Interface,
    MakeLocationSource,
    Proof,
    RegistrationError,
    SettingsRule,
    ShutdownHook,
    StartupHook,
    clashes,
)
from verbatim.plugins.frontend import FrontendRegistry

_EVENT_NAME = re.compile(r"[a-z_]+\.[a-z_]+|\*")


class PluginRegistry(FrontendRegistry):
    """What a plugin's ``register(registry)`` is given.

    Registering does no I/O. Duplicates raise `RegistrationError`, and then nothing of the plugin is kept: the loader
    gives each plugin a `draft` and merges it only when ``register`` has returned.
    """

    def __init__(self, plugin: str = "verbatim") -> None:
        self.plugin = plugin
        self.contributions = Contributions()

    def add_router(self, router: APIRouter, **options: Any) -> None:
        """Add routes. ``options`` are those of ``FastAPI.include_router``, such as ``prefix``. The router is complete:
        what is added to it once the application is made is not found.
        """
        self.contributions.routers.append((router, options))

    def add_streaming_paths(self, paths: Iterable[str]) -> None:
        """Leave the bodies of requests to these addresses to their routes, which read them piece by piece and have
        limits of their own. One that ends in a slash means all right below it.
        """
        self.contributions.streaming_paths.extend(paths)

    def add_middleware(self, cls: type, **options: Any) -> None:
        """Add an ASGI middleware; the first one added runs outermost."""
        self.contributions.middleware.append((cls, options))

    def add_observer(self, cls: type, **options: Any) -> None:
        """Add an ASGI middleware around identity, so that it sees every request and its answer, also of those that are
        refused there. Nobody has been identified yet when it is called; ``scope`` holds the caller when it answers.
        """
        self.contributions.observers.append((cls, options))

    def on(self, event: str | type[Event], handler: EventHandler) -> None:
        """Call `handler` with the keyword arguments of `event` inside the transaction that made it true.

        ``"*"`` subscribes to every event; such a handler also gets ``event_name``.
        """
        name = event if isinstance(event, str) else event.event_name
        if not _EVENT_NAME.fullmatch(name):
            raise RegistrationError(f"{name!r} is not an event name.")
        if (name, handler) in self.contributions.event_handlers:
            raise RegistrationError(f"The same handler is registered twice for {name}.")
        self.contributions.event_handlers.append((name, handler))

    def add_models(self, models: Iterable[type]) -> None:
        """Announce tables, so that they exist before the first query and ownership can be checked."""
        for model in models:
            if model in self.contributions.models:
                raise RegistrationError(f"The model {model.__name__} is registered twice.")
            self.contributions.models.append(model)

    def add_resource(self, resource: Resource) -> None:
        """Say what a kind of thing is: the audit log, holds, moving, webhooks and open pages then treat it as they
        treat recordings. Its model is registered too.
        """
        _check_resource(resource, self.contributions.resources)
        self.contributions.resources.append(resource)

    def add_job_handler(
        self,
        job_type: str,
        handler: JobHandler,
        *,
        on_ended: JobEnded | None = None,
        again: JobAgain | None = None,
        light: bool = False,
        brief: bool = False,
        overtaking: bool = False,
        retry: RetryPolicy | None = None,
    ) -> None:
        """Run jobs of `job_type` with `handler`. ``on_ended`` is called in the transaction in which one of them
        fails for good or is cancelled; ``again`` queues one once more where that takes more than queueing the
        same. ``light`` jobs mostly wait for others and take seconds: they have workers of
        their own, so that they never queue behind hours of transcription; so have ``brief`` ones, which take seconds of
        a processor. Of ``overtaking`` jobs those with `EXPRESS_PRIORITY` do not wait for longer ones of the same type.
        ``retry`` says how often one is tried.
        """
        how = retry or RetryPolicy()
        kind = JobType(
            job_type, handler, light=light, brief=brief, overtaking=overtaking, retry=how, ended=on_ended, again=again
        )
        self._add_once(self.contributions.job_types, job_type, kind, f"job type {job_type}")

    def add_adapter(
        self, interface: Interface, name: str, cls: type | Callable[..., Any], *, replace: bool = False
    ) -> None:
        """Offer an implementation of `interface` under `name`, which settings choose by.

        With ``replace`` it takes the place of the core's adapter of that name; two plugins cannot replace the same one.
        """
        if interface not in INTERFACES:
            raise RegistrationError(f"{interface!r} is not an interface; there are {', '.join(INTERFACES)}.")
        self._add_once(self.contributions.adapters, (interface, name), cls, f"{interface} adapter {name}")
        if replace:
            self.contributions.replacements.add((interface, name))

    def add_startup_hook(self, hook: StartupHook) -> None:
        """Await `hook(app)` after migrations and before the first request. An error stops the start."""
        self.contributions.startup_hooks.append(hook)

    def add_shutdown_hook(self, hook: ShutdownHook) -> None:
        """Await `hook(app)` when the server stops, after its last request and job, while the database is still open;
        the last one added comes first.
        """
        self.contributions.shutdown_hooks.append(hook)

    def add_eraser(self, eraser: Eraser) -> None:
        """Await `eraser(session)` before all rows of an owner go, in that owner's scope, for what is not rows, or to
        refuse by raising; the last one added comes first.
        """
        self.contributions.erasers.append(eraser)

    def add_guard(self, guard: Guard | GuardMaker) -> None:
        """Ask `guard` before rows of its table are deleted or changed through any session; it raises to refuse. What
        guards many kinds of things is a function that makes the guards of all resources.
        """
        self.contributions.guards.append(guard)

    def add_protection(self, protection: Protection) -> None:
        """Await `protection(connection, resources)` at each start, in the transaction of the migrations and after them:
        for what the database itself is to watch, such as triggers.
        """
        self.contributions.protections.append(protection)

    def add_deleter(self, table: str, deleter: Deleter) -> None:
        """Let others delete rows of `table` with `deleter`, which takes along what goes with them."""
        self._add_once(self.contributions.deleters, table, deleter, f"deleter of {table}")

    def add_check(self, checker: Checker | HealthCheck) -> None:
        """Let ``verbatim doctor``, the health page and the figures for monitors know what `checker(settings, database)`
        finds, whose name stands for it when it fails; a `HealthCheck` says more about how to look.
        """
        check = registered(checker)
        if check.name in {other.name for other in self.contributions.checks}:
            raise RegistrationError(f"The check {check.name} is registered twice.")
        self.contributions.checks.append(check)

    def add_collector(self, collector: Collector) -> None:
        """Let ``GET /metrics`` ask `collector(settings, database)` for figures."""
        self.contributions.collectors.append(collector)

    def add_backup_part(self, part: BackupPart) -> None:
        """Say what backups, their proofs and restores are to do about a feature, beside its tables and files."""
        self.contributions.backup_parts.append(part)

    def add_sealed_columns(self, columns: Iterable[SealedColumn]) -> None:
        """Keep what these columns hold under the current key, each value bound to its row."""
        self.contributions.sealed_columns.extend(columns)

    def add_proof(self, proof: Proof) -> None:
        """Let ``proof(settings, database)`` say, with a sentence, whether rows are as they were written: asked when a
        database was moved.
        """
        self.contributions.proofs.append(proof)

    def add_storage_source(self, make: MakeLocationSource) -> None:
        """Let ``make(runtime)`` give what knows storages beside those of the environment. There can be one."""
        if self.contributions.storage_sources:
            raise RegistrationError("A source of storages is registered already.")
        self.contributions.storage_sources.append(make)

    def add_settings(self, group: type[BaseSettings]) -> None:
        """Announce settings that are read from the environment, so that doctor and the docs know their names."""
        if group in self.contributions.settings:
            raise RegistrationError(f"The settings {group.__name__} are registered twice.")
        self.contributions.settings.append(group)

    def add_settings_rule(self, rule: SettingsRule) -> None:
        """Let ``rule(group)`` look at settings of several groups together, which ``group(Class)`` returns, whenever an
        administrator changes some; it raises ValueError to refuse.
        """
        self.contributions.settings_rules.append(rule)

    def variables(self) -> set[str]:
        """Return the name of every environment variable that the server and its plugins read."""
        return {
            f"{group.model_config.get('env_prefix', '')}{name}".upper()
            for group in self.contributions.settings
            for name in group.model_fields
        }

    def add_migrations(self, package: str) -> None:
        """Run the Alembic migrations in `package` after the core's, with a version table of the plugin's own."""
        if (self.plugin, package) in self.contributions.migrations:
            raise RegistrationError(f"The migrations {package} are registered twice.")
        self.contributions.migrations.append((self.plugin, package))

    def add_cli(self, typer_app: Typer) -> None:
        """Add a group of commands to ``verbatim``; the group's name is the Typer app's."""
        self.contributions.cli.append(typer_app)

    def draft(self, plugin: str) -> PluginRegistry:
        """Return an empty registry for `plugin`, to be merged when its registration succeeded."""
        return PluginRegistry(plugin)

    def merge(self, draft: PluginRegistry) -> None:
        """Take over everything in `draft`, or nothing.

        Raises:
            RegistrationError: something in it is registered already.
        """
        mine, theirs = self.contributions, draft.contributions
        for clash in clashes(mine, theirs):
            raise RegistrationError(f"{clash} is registered already.")
        for item in fields(Contributions):
            ours, added = getattr(mine, item.name), getattr(theirs, item.name)
            if isinstance(ours, (dict, set)):
                ours.update(added)
            else:
                ours.extend(added)

    @staticmethod
    def _add_once(known: dict[Any, Any], key: Any, value: Any, what: str) -> None:
        if key in known:
            raise RegistrationError(f"The {what} is registered twice.")
        known[key] = value


def _check_resource(resource: Resource, known: Sequence[Resource]) -> None:
    for other in known:
        if other.name == resource.name or (resource.model is not None and other.model is resource.model):
            raise RegistrationError(f"The resource {resource.name} is registered twice.")
