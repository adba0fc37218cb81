"""The settings of one process: default, environment, and what an administrator has set, in that order of rank reversed.

What the environment sets counts, whatever the database says: whoever runs the machine has the last word. Every process
reads the rows when it starts, and again whenever their version is another one.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

import structlog
from pydantic_settings import BaseSettings
from sqlalchemy import select

from verbatim.core.background import BackgroundTask
from verbatim.core.db import Database
from verbatim.core.ownership import as_system
from verbatim.core.pulse import Pulse
from verbatim.core.secrets import KeyRing, SealError
from verbatim.core.settings.current import G, current, exchange, given_values, stand_for
from verbatim.core.settings.fields import SettingField, fields_of
from verbatim.core.settings.group import Applies
from verbatim.core.settings.models import SEALED, SettingsVersion, StoredSetting

log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 2.0
"""How long a change can go unnoticed while nobody tells of it."""

Rule = Callable[[Callable[[type[Any]], Any]], None]
"""Looks at groups together, which it asks for by their class; raises ValueError for what cannot be."""


class Source(StrEnum):
    """Where a value comes from."""

    DEFAULT = "default"
    ENVIRONMENT = "environment"
    DATABASE = "database"


@dataclass(frozen=True)
class Held:
    """What a row of the table says. ``value`` is as JSON has it; of a secret it is hidden."""

    value: Any
    changed_by: str | None
    changed_at: datetime
    sealed: str | None = None


class SettingsStore:
    """Keeps the groups of one process up to date."""

    def __init__(
        self,
        groups: Iterable[type[BaseSettings]],
        given: BaseSettings,
        keys: Callable[[], KeyRing],
        rules: Iterable[Rule] = (),
    ) -> None:
        """``given`` are the core's own settings as this process was started with them."""
        own = type(given_values(given))
        self.groups: dict[type[BaseSettings], BaseSettings] = {
            group: stand_for(given_values(given)) if group is own else current(group) for group in groups
        }
        self.fields: dict[str, SettingField] = fields_of(self.groups)
        self.base = {group: given_values(view) for group, view in self.groups.items()}
        self.keys, self.rules = keys, tuple(rules)
        self.started = dict(self.base)
        self.wanted = dict(self.base)
        self.held: dict[str, Held] = {}
        self.version = -1
        self.news = asyncio.Event()

    def of(self, group: type[G]) -> G:
        """Return what always shows the present values of a group."""
        found: Any = self.groups[group]
        return found  # type: ignore[no-any-return] # the mapping is from classes to their own

    def source(self, field: SettingField) -> Source:
        """Return where the value of a setting comes from."""
        if field.name in self.base[field.group].model_fields_set:
            return Source.ENVIRONMENT
        is_set = field.name in self.held and field.applies is not Applies.ENVIRONMENT
        return Source.DATABASE if is_set else Source.DEFAULT

    def waits(self, field: SettingField) -> bool:
        """Say whether another value will count once the server starts again."""
        now, then = self.of(field.group), self.wanted[field.group]
        return field.applies is Applies.RESTART and getattr(now, field.name) != getattr(then, field.name)

    def preview(self, held: Mapping[str, Held]) -> dict[type[BaseSettings], BaseSettings]:
        """Return the values of all groups with these rows.

        Raises:
            ValidationError, ValueError: they cannot be together; a `ValidationError` names the group by its title.
        """
        made = {group: self._made(group, held) for group in self.groups}
        for rule in self.rules:
            rule(made.__getitem__)
        return made

    def _made(self, group: type[BaseSettings], held: Mapping[str, Held]) -> BaseSettings:
        base = self.base[group]
        given = {name: getattr(base, name) for name in base.model_fields_set}
        stored = {name: self.opened(name, held[name]) for name in group.model_fields if self._counts(group, name, held)}
        return group(**stored, **given) if stored else base

    def _counts(self, group: type[BaseSettings], name: str, held: Mapping[str, Held]) -> bool:
        if name not in held or name in self.base[group].model_fields_set:
            return False
        return self.fields[name].applies is not Applies.ENVIRONMENT

    def opened(self, name: str, held: Held) -> Any:
        """Return the value of a row.

        Raises:
            SealError: it is sealed with a key that is not known any more.
        """
        if held.sealed is None:
            return held.value
        return json.loads(SEALED.open(self.keys(), name, held.sealed))

    def apply(self, version: int, held: Mapping[str, Held], *, start: bool = False) -> None:
        """Let these rows count. A group that they do not fit keeps what the environment and its defaults say."""
        if version < self.version:
            return
        self.version, self.held = version, dict(held)
        for group, view in self.groups.items():
            self.wanted[group] = wanted = self._fitting(group)
            if start:
                self.started[group] = wanted
            late = [name for name in group.model_fields if self.fields[name].applies is Applies.RESTART]
            kept = {name: getattr(self.started[group], name) for name in late}
            exchange(view, wanted.model_copy(update=kept) if kept and not start else wanted)

    def _fitting(self, group: type[BaseSettings]) -> BaseSettings:
        for held in (self.held, self.usable()):
            try:
                return self._made(group, held)
            except (ValueError, SealError) as error:  # not logged as it is: a ValidationError tells values
                log.warning("settings_ignored", group=group.__name__, reason=type(error).__name__)
        return self.base[group]

    def usable(self) -> dict[str, Held]:
        """Return the rows that count, or would if the environment did not."""
        lost = self.conflicts()
        return {name: held for name, held in self.held.items() if name not in lost}

    async def load(self, database: Database, *, start: bool = False) -> None:
        """Read the rows, if they are others than those that are known."""
        with as_system("settings"):
            async with database.transaction(read_only=True) as session:
                version = await session.scalar(select(SettingsVersion.version)) or 0
                if version == self.version and not start:
                    return
                rows = (await session.scalars(select(StoredSetting))).all()
        self.apply(version, {row.name: held_of(row) for row in rows}, start=start)

    def conflicts(self) -> dict[str, str]:
        """Say which rows do not count, and why, by their names."""
        return {name: why for name, held in sorted(self.held.items()) if (why := self._conflict(name, held))}

    def _conflict(self, name: str, held: Held) -> str | None:
        field = self.fields.get(name)
        if field is None:
            return f"{name} is stored, but nothing here has such a setting."
        if name in self.base[field.group].model_fields_set:
            return f"{field.variable} is set in the environment, so that the stored value does not count."
        if field.applies is Applies.ENVIRONMENT:
            return f"{name} is stored, but only {field.variable} can set it."
        return self._unfit(field, held)

    def _unfit(self, field: SettingField, held: Held) -> str | None:
        """Say why a row cannot be used: by itself, or since the rows of its group do not fit together any more."""
        try:
            self._made(field.group, self.held)
        except (ValueError, SealError):
            pass
        else:
            return None
        try:
            self._made(field.group, {field.name: held})
        except SealError:
            return f"{field.name} was sealed with another secret key; set it again."
        except ValueError:
            return f"The stored value of {field.name} cannot be used beside what the environment sets."
        return None


def held_of(row: StoredSetting) -> Held:
    """Return what a row says."""
    value = None if row.value is None else json.loads(row.value)
    return Held(value, row.changed_by, row.changed_at, row.sealed)


class SettingsFollower(BackgroundTask):
    """Reads the settings anew whenever somebody changed them, in whichever process."""

    def __init__(self, store: SettingsStore, database: Database, pulse: Pulse) -> None:
        super().__init__("settings")
        self._store, self._database, self._pulse = store, database, pulse
        pulse.ask("settings", select(SettingsVersion.version).scalar_subquery(), store.news.set, on_change=True)

    def start(self) -> None:
        self.begin(self._forever())

    async def _forever(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._pulse.patience(LOOK_SECONDS)):
                    await self._store.news.wait()
            self._store.news.clear()
            try:
                await self._store.load(self._database)
            except Exception as error:  # noqa: BLE001 - the database may be away for a while
                log.warning("settings_not_read", reason=type(error).__name__)
                await asyncio.sleep(LOOK_SECONDS)
