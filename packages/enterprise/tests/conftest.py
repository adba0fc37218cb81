"""Fixtures: the real application with the real plugin, through its real middleware, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest
from conftest_types import MakeApp, MakePerson, MakeUser
from fastapi import FastAPI
from support.databases import copy_for_test, migrated_postgresql, migrated_sqlite
from support.postgres import PostgresServer
from support_enterprise import BASE_URL, Person, person
from support_hashing import make_hashing_cheap
from support_mail import PostOffice, mail_settings
from support_templates import (
    PEOPLE,
    USUAL,
    People,
    Templates,
    copy_with_people,
    keep_read_settings,
    make_account,
    register_first,
    settings_for,
    wanted_kind,
)
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.plugin import EnterprisePlugin

make_hashing_cheap()
keep_read_settings()


@pytest.fixture(scope="session")
def migrated_template(postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """Give the name of a migrated PostgreSQL database that each test gets a copy of."""
    settings = settings_for("", tmp_path_factory.mktemp("template"))
    return migrated_postgresql(
        postgres_server, f"verbatim_enterprise_template_{worker_id}", settings, [EnterprisePlugin()]
    )


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a migrated SQLite file that each test gets a copy of."""
    return migrated_sqlite(settings_for("", tmp_path_factory.mktemp("template")), [EnterprisePlugin()])


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path, worker_id: str) -> Templates:
    """Give the databases in which people have signed in already."""
    return Templates(tmp_path_factory.mktemp("templates"), migrated_file, worker_id)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[str]:
    """Run the test twice: on a SQLite file and on a PostgreSQL database.

    They are empty, or hold the people the test asks for with ``admin`` and ``crew``.
    """
    if (kind := wanted_kind(request)) is not None:
        yield from copy_with_people(request, templates, kind, tmp_path)
    else:
        yield from copy_for_test(request, tmp_path)


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Give further VERBATIM_* variables; tests replace it (``@pytest.fixture`` in a module, or ``parametrize``)."""
    return {}


@pytest.fixture
def office() -> PostOffice:
    return PostOffice()


@pytest.fixture
def mailing(office: PostOffice) -> Iterator[dict[str, str]]:
    """Give the settings of a server whose mail the office gets."""
    with mail_settings(office) as found:
        yield found


@pytest.fixture(autouse=True)
def _plugin_settings(environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in {**USUAL, **environment}.items():
        monkeypatch.setenv(name, value)
    enterprise_settings.cache_clear()
    yield
    enterprise_settings.cache_clear()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Give the core's settings of the server under test."""
    return settings_for(database_url, tmp_path / "data")


@pytest.fixture
def make_app(settings: Settings) -> MakeApp:
    """Make further servers on the same database; each needs its lifespan entered."""
    return lambda: create_app(settings, [EnterprisePlugin()])


@pytest.fixture
async def app(make_app: MakeApp) -> AsyncIterator[FastAPI]:
    """Give the running application: migrated, with its background workers."""
    application = make_app()
    async with application.router.lifespan_context(application):
        yield application


@pytest.fixture
async def visitor(app: FastAPI) -> AsyncIterator[MakePerson]:
    """Make clients that are not signed in; ``address`` says where from, ``base_url`` under which name."""
    made: list[Person] = []

    def make(address: str = "127.0.0.1", *, base_url: str = BASE_URL, application: FastAPI = app) -> Person:
        client = person(application, address, base_url=base_url)
        made.append(client)
        return client

    yield make
    for client in made:
        await client.aclose()


@pytest.fixture
async def client(visitor: MakePerson) -> Person:
    """Give a client that is not signed in, on the server's own machine."""
    return visitor()


@pytest.fixture
async def admin(request: pytest.FixtureRequest, app: FastAPI, visitor: MakePerson) -> Person:
    """Give the first administrator, signed in with a bearer token, with a first team."""
    people: People | None = request.node.stash.get(PEOPLE, None)
    if people is not None:
        return people.come_back(app, visitor)
    return await register_first(visitor())


@pytest.fixture
async def make_user(admin: Person, visitor: MakePerson) -> MakeUser:
    """Make an account as the administrator does, and give a client that is signed in with it."""

    async def make(name: str, *, role: str = "user", address: str = "127.0.0.1") -> Person:
        return await make_account(admin, visitor(address), name, role)

    return make
