"""Every setting that can be changed changes something: each is set to another value, and the difference looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest_types import MakeApp, MakeUser
from fastapi import FastAPI
from support_enterprise import Person
from support_settings import LATER, LIVE, Flip, Place, come_along
from support_teams import ok
from support_templates import settings_for
from verbatim.config import Settings
from verbatim.core.settings.fields import fields_of
from verbatim.core.settings.group import Applies
from verbatim.registration import build_registry
from verbatim_enterprise.plugin import EnterprisePlugin

PATH = "/api/admin/settings"
_LEFT_OPEN = {"mode", "data_dir", "database_url", "log_level", "jobs_lease_seconds"}


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Give a server whose environment sets only what it needs to start."""
    usual = settings_for(database_url, tmp_path / "data")
    return Settings(**{name: getattr(usual, name) for name in _LEFT_OPEN})


def test_each_setting_has_an_observation(tmp_path: Path) -> None:
    registry = build_registry(settings_for("", tmp_path), [EnterprisePlugin()])
    fields = fields_of(registry.contributions.settings)
    by_time = {when: {one.name for one in fields.values() if one.applies is when} for when in Applies}
    assert set(LIVE) == by_time[Applies.AT_ONCE]
    assert set(LATER) == by_time[Applies.RESTART]


async def _set(admin: Person, name: str, flip: Flip) -> list[str]:
    for values in [dict(flip.along)] if flip.along else []:
        version = ok(await admin.get(PATH))["version"]
        ok(await admin.patch(PATH, json={"version": version, "values": values}))
    version = ok(await admin.get(PATH))["version"]
    answer = ok(await admin.patch(PATH, json={"version": version, "values": {name: flip.value}}))
    needed: list[str] = answer["restart_needed"]
    return needed


@pytest.mark.parametrize("name", LIVE)
async def test_a_new_value_counts_at_once(admin: Person, app: FastAPI, make_user: MakeUser, name: str) -> None:
    place, flip = Place(app, admin, make_user), LIVE[name]
    for also, value in flip.along:
        await _set(admin, also, Flip(value, flip.look))
    before = await flip.look(place)
    assert name not in await _set(admin, name, Flip(flip.value, flip.look))
    assert await flip.look(place) != before


@pytest.mark.parametrize("name", LATER)
async def test_a_new_value_counts_after_a_restart(
    admin: Person, app: FastAPI, make_app: MakeApp, make_user: MakeUser, name: str
) -> None:
    place, flip = Place(app, admin, make_user), LATER[name]
    before = await flip.look(place)
    assert name in await _set(admin, name, flip)
    assert await flip.look(place) == before
    other = make_app()
    async with other.router.lifespan_context(other):
        person = come_along(admin, other)
        assert await flip.look(Place(other, person, make_user)) != before
