"""Databases in which people have signed in already: made once for each test process, through the real routes.

Registering, signing in and gathering a team is what most tests begin with and few are about. Such a test gets a copy of
a database in which that has happened, and clients with the sessions of these people. A test that names neither
``admin`` nor ``crew`` gets an empty database, and so does one whose settings would have made those people otherwise.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from conftest_types import MakePerson
from fastapi import FastAPI
from support.postgres import PostgresServer
from support_enterprise import ADMIN, PASSWORD, Person, person
from support_license import LICENSED
from support_setup import become_first
from support_teams import Crew, make_crew
from verbatim.app import create_app
from verbatim.config import Mode, Settings
from verbatim_enterprise import config
from verbatim_enterprise.auth.tokens import AccessClaims
from verbatim_enterprise.config import EnterpriseSettings, enterprise_settings
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.plugin import EnterprisePlugin

Kind = Literal["admin", "crew"]

SECRET_KEY: Final = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"
USUAL: Final[Mapping[str, str]] = {"VERBATIM_SECRET_KEY": SECRET_KEY, **LICENSED}
"""The plugin's settings of servers under test, and of those that make templates."""
HARMLESS: Final = tuple(
    f"VERBATIM_{name}"
    for name in ("WEBHOOKS_", "RETENTION_", "RATE_", "KEYS_", "INVITE_", "MAIL_", "OIDC_", "PUBLIC_URL")
)
"""Settings that change nothing about how people register, sign in and make a team."""


def keep_read_settings() -> None:
    """Read the plugin's settings once for each environment: every server under test would read the same ones anew."""
    kept: dict[frozenset[tuple[str, str]], EnterpriseSettings] = {}
    read = config.read_settings

    def read_once() -> EnterpriseSettings:
        variables = frozenset(one for one in os.environ.items() if one[0].upper().startswith("VERBATIM_"))
        if variables not in kept:
            kept[variables] = read()
        return kept[variables]

    config.read_settings = read_once


def settings_for(url: str, data_dir: Path) -> Settings:
    """Return the core's settings of a server under test."""
    return Settings(
        mode=Mode.ENTERPRISE,
        trash_days=0,  # what is deleted is gone at once, so that what is left of it can be seen; tests/trash says else
        data_dir=data_dir,
        database_url=url,
        log_level="error",
        transcription_engine="pocketsphinx",
        diarization="off",
        voice_profiles=True,
        jobs_lease_seconds=2,
    )


@dataclass(frozen=True)
class Session:
    """Who has signed in, and what was answered."""

    claims: AccessClaims
    tokens: Mapping[str, Any]


@dataclass
class People:
    """Who has signed in in a database, by the names `make_crew` gives them; ``root`` is the first administrator."""

    sessions: dict[str, Session] = field(default_factory=dict)
    team_id: str = ""

    def come_back(self, app: FastAPI, visitor: MakePerson) -> Person:
        """Give new clients these people's sessions; return the administrator, who knows the crew if there is one."""
        clients = {name: visitor() for name in self.sessions}
        for name, client in clients.items():
            _hand_over(self.sessions[name], client, app)
        root = clients["root"]
        if self.team_id:
            root.crew = Crew(self.team_id, clients)
        return root


PEOPLE = pytest.StashKey[People]()
"""On a test: who has signed in in its database."""


def _hand_over(session: Session, client: Person, app: FastAPI) -> None:
    """Let the client go on with a session, with an access token as young as if it had signed in now."""
    services, claims, now = app.state.auth_services, session.claims, utcnow()
    expires = now + timedelta(minutes=services.settings.auth.access_token_minutes)
    token = services.tokens.access(
        user_id=claims.user_id, session_id=claims.session_id, team_id=claims.team_id, issued=now, expires=expires
    )
    client.tokens = {**session.tokens, "access_token": token}
    client.headers["Authorization"] = f"Bearer {token}"
    client.id = claims.user_id


async def register_first(client: Person) -> Person:
    """Become the first administrator, and sign in with a bearer token."""
    await become_first(client)
    await client.sign_in(ADMIN)
    return client


async def make_account(admin: Person, client: Person, name: str, role: str = "user") -> Person:
    """Make an account as the administrator does, and sign a client in with it."""
    body = {"username": name, "email": f"{name}@example.org", "password": PASSWORD, "role": role}
    response = await admin.post("/api/users", json=body)
    assert response.status_code == 201, response.text
    await client.sign_in(name)
    return client


class Templates:
    """The databases with people of one test process, made when the first test needs them."""

    def __init__(self, folder: Path, empty_file: Path, worker_id: str) -> None:
        self._folder, self._empty_file, self._worker_id = folder, empty_file, worker_id
        self._files: dict[Kind, tuple[Path, People]] = {}
        self._databases: dict[Kind, tuple[str, People]] = {}

    def sqlite(self, kind: Kind) -> tuple[Path, People]:
        """Return a file in which these people have signed in."""
        if kind not in self._files:
            file = self._folder / f"{kind}.db"
            shutil.copy(self._empty_file, file)
            self._files[kind] = (file, self._fill(kind, f"sqlite+aiosqlite:///{file}"))
        return self._files[kind]

    def postgresql(self, kind: Kind, server: PostgresServer, empty: str) -> tuple[str, People]:
        """Return the name of a database in which these people have signed in."""
        if kind not in self._databases:
            name = f"verbatim_{kind}_template_{self._worker_id}"
            server.drop_database(name)
            self._databases[kind] = (name, self._fill(kind, server.create_database(name, empty)))
        return self._databases[kind]

    def _fill(self, kind: Kind, url: str) -> People:
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith("VERBATIM_")]:
                patch.delenv(name)
            for name, value in USUAL.items():
                patch.setenv(name, value)
            enterprise_settings.cache_clear()
            try:
                return asyncio.run(_sign_in(settings_for(url, self._folder / kind), kind))
            finally:
                enterprise_settings.cache_clear()


async def _sign_in(settings: Settings, kind: Kind) -> People:
    app = create_app(settings, [EnterprisePlugin()])
    clients: list[Person] = []

    def visitor() -> Person:
        clients.append(person(app))
        return clients[-1]

    async def make_user(name: str) -> Person:
        return await make_account(root, visitor(), name)

    async with app.router.lifespan_context(app):
        root = await register_first(visitor())
        people, team_id = {"root": root}, ""
        if kind == "crew":
            crew = await make_crew(root, make_user)
            people, team_id = crew.people, crew.team_id
        check = app.state.auth_services.tokens.check_access
        sessions = {name: Session(check(one.tokens["access_token"]), one.tokens) for name, one in people.items()}
        for client in clients:
            await client.aclose()
    return People(sessions, team_id)


def wanted_kind(request: pytest.FixtureRequest) -> Kind | None:
    """Return which people a test begins with; None when its database is to be empty."""
    changed = {name for name in os.environ if name.startswith("VERBATIM_") and not name.startswith(HARMLESS)}
    if {name: os.environ[name] for name in changed} != USUAL or "admin" not in request.fixturenames:
        return None
    return "crew" if "crew" in request.fixturenames else "admin"


def copy_with_people(request: pytest.FixtureRequest, templates: Templates, kind: Kind, folder: Path) -> Iterator[str]:
    """Give the address of a copy of a database with people, who are noted on the test."""
    if request.param == "sqlite":
        file, request.node.stash[PEOPLE] = templates.sqlite(kind)
        yield f"sqlite+aiosqlite:///{shutil.copy(file, folder / 'verbatim.db')}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name, request.node.stash[PEOPLE] = templates.postgresql(kind, server, request.getfixturevalue("migrated_template"))
    with server.temporary_database(name) as url:
        yield url
