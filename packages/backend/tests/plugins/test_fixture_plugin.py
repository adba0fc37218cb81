"""A plugin installed beside a real server: everything it registers works."""

from __future__ import annotations

import inspect
import os
import re
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from support.processes import run_verbatim
from support.recordings import REPORT
from support.server import RunningServer, running_server
from verbatim.core.events import all_events
from verbatim.plugins.contributions import INTERFACES
from verbatim.plugins.registry import PluginRegistry

pytestmark = pytest.mark.timeout(900)  # starting a process takes seconds, on a busy machine a minute
TESTS = Path(__file__).parent.parent
SOURCE = (TESTS / "support" / "fixture_plugin" / "__init__.py").read_text()
GUIDE = (TESTS.parent.parent.parent / "docs" / "guides" / "plugins.md").read_text()
NOT_FOR_PLUGINS = {"draft", "merge", "variables"}
METHODS = sorted(
    name
    for name, _ in inspect.getmembers(PluginRegistry, inspect.isfunction)
    if not name.startswith("_") and name not in NOT_FOR_PLUGINS
)
METRICS_TOKEN = "a token for whoever reads figures"
ALICE = {"X-Owner": "alice"}


def install(folder: Path, entry: str = "support.fixture_plugin:FixturePlugin") -> dict[str, str]:
    """Make the metadata of an installed distribution, and return the environment in which it is found."""
    about = folder / "fixture_plugin-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: fixture-plugin\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[verbatim.plugins]\nfixture = {entry}\n")
    return {"PYTHONPATH": os.pathsep.join([str(folder), str(TESTS)])}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("with-plugin")
    env = install(folder / "site") | {"VERBATIM_STORAGE": "elsewhere", "VERBATIM_METRICS_TOKEN": METRICS_TOKEN}
    with running_server(folder, env=env) as running:
        yield running


@pytest.fixture
def client(server: RunningServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers=ALICE) as made:
        yield made


def notes(client: httpx.Client, until: str = "") -> list[str]:
    deadline = time.monotonic() + 30
    while True:
        found: list[str] = client.get("/api/fixture/notes").raise_for_status().json()
        if any(until in note for note in found):
            return found
        assert time.monotonic() < deadline, found
        time.sleep(0.1)


def test_routes_ask_for_their_permission(client: httpx.Client) -> None:
    assert client.get("/api/fixture/notes").status_code == 200
    assert client.get("/api/fixture/notes", headers={"X-Owner": ""}).status_code == 401
    assert client.get("/api/fixture/notes", headers={"X-Permissions": "recording:read"}).status_code == 403
    assert client.get("/api/info").json()["auth"] == {"required": True, "methods": [{"type": "header"}]}


def test_whose_rows_somebody_makes_is_told(client: httpx.Client) -> None:
    assert client.get("/api/info").json()["user"]["owner"] == "alice"
    assert client.get("/api/info", headers={"X-Owner": ""}).json()["user"] is None


def test_the_first_middleware_is_the_outermost_and_observers_stand_around_all(client: httpx.Client) -> None:
    assert client.get("/api/info").headers["x-passed"] == "innerouterobserver"


def test_handlers_write_in_the_transaction_of_the_event(client: httpx.Client) -> None:
    assert client.post("/api/projects", json={"name": "welcome"}).status_code == 201
    found = notes(client)
    assert "project welcome" in found
    assert "* project.created ['name', 'project_id']" in found


def test_a_handler_that_raises_undoes_the_change_and_what_was_written(client: httpx.Client) -> None:
    answer = client.post("/api/projects", json={"name": "forbidden"})
    assert (answer.status_code, answer.json()["code"]) == (409, "bad_name")
    assert "forbidden" not in client.get("/api/projects").text
    assert not any("forbidden" in note for note in notes(client))


def test_rows_of_the_plugin_have_owners_too(client: httpx.Client) -> None:
    client.post("/api/projects", json={"name": "of alice"})
    assert client.get("/api/fixture/notes", headers={"X-Owner": "carol"}).json() == []


def test_jobs_run_and_tell_their_end(client: httpx.Client) -> None:
    client.post("/api/fixture/tasks/succeed").raise_for_status()
    assert "job ran" in notes(client, "job ran")
    client.post("/api/fixture/tasks/fail").raise_for_status()
    assert "job failed: It was meant to fail." in notes(client, "job failed")


def test_files_go_where_its_storage_keeps_them(client: httpx.Client, server: RunningServer) -> None:
    answer = client.post(
        "/api/recordings/upload", files={"file": ("a.flac", REPORT.read_bytes())}, data={"transcribe": "false"}
    )
    assert answer.status_code == 201, answer.text
    assert (server.data_dir / "elsewhere/owners/alice/recordings" / answer.json()["id"] / "original").is_file()
    assert client.get(f"/api/recordings/{answer.json()['id']}/audio").content == REPORT.read_bytes()


def test_its_figures_stand_among_the_others(client: httpx.Client) -> None:
    told = client.get("/metrics", headers={"Authorization": f"Bearer {METRICS_TOKEN}"})
    assert told.status_code == 200
    assert "# HELP fixture_runs Whether the fixture runs on sqlite.\n" in told.text
    assert 'fixture_runs{mode="basic"} 1\n' in told.text


def test_the_startup_hook_ran_once_after_the_migrations(client: httpx.Client, server: RunningServer) -> None:
    assert client.get("/api/fixture/started").json() == [
        "protected fixture_notes in sqlite",
        "Verbatim with sqlite",
    ]
    with sqlite3.connect(f"file:{server.data_dir / 'verbatim.db'}?mode=ro", uri=True) as database:
        assert database.execute("SELECT version_num FROM schema_version_fixture").fetchall() == [("fixture1",)]


def test_the_manifest_tells_the_web_app(client: httpx.Client) -> None:
    assert client.get("/api/plugins/manifest", headers={"X-Owner": ""}).json() == {
        "routes": ["/fixture/page.html", {"path": "/fixture", "renderMode": "module", "moduleUrl": "/fixture/page.js"}],
        "nav_items": [{"key": "fixture", "label": "Fixture", "path": "/fixture"}],
        "settings_tabs": [{"key": "fixture", "label": "Fixture", "moduleUrl": "/fixture/tab.js"}],
        "slots": [{"slot": "recording.aside", "key": "fixture", "moduleUrl": "/fixture/slot.js"}],
    }


def verbatim(folder: Path, env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    own = {"VERBATIM_DATA_DIR": str(folder / "data"), "VERBATIM_API_PORT": "0"}
    return run_verbatim(*arguments, env={**inherited, **own, **env}, folder=folder)


def test_its_commands_stand_beside_the_core_s(tmp_path: Path) -> None:
    done = verbatim(tmp_path, install(tmp_path / "site"), "fixture", "greet", "Ada")
    assert (done.returncode, done.stdout) == (0, "Good morning, Ada\n"), done.stderr


def test_its_migrations_run_once(tmp_path: Path) -> None:
    env = install(tmp_path / "site")
    assert verbatim(tmp_path, env, "migrate").stdout == "Migrated: verbatim, fixture.\n"
    assert verbatim(tmp_path, env, "migrate").stdout == "The database is up to date.\n"


@pytest.mark.parametrize(("mood", "mark"), [("good", "ok"), ("bad", "WRONG")])
def test_doctor_asks_it_and_knows_its_settings(tmp_path: Path, mood: str, mark: str) -> None:
    env = install(tmp_path / "site") | {"VERBATIM_FIXTURE_MOOD": mood}
    lines = [line.split() for line in verbatim(tmp_path, env, "doctor").stdout.splitlines()]
    assert [mark, "fixture", "In", "a", mood, "mood", "on", "sqlite,", "basic."] in lines
    assert any(line[:2] == ["ok", "settings"] for line in lines)


@pytest.mark.parametrize("entry", ["support.no_such_plugin:Plugin", "support.sign_in:EVERYTHING"])
def test_a_broken_plugin_stops_the_start(tmp_path: Path, entry: str) -> None:
    done = verbatim(tmp_path, install(tmp_path / "site", entry), "serve")
    assert done.returncode == 1
    assert done.stderr.startswith("verbatim: The plugin ")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data" / "verbatim.db").exists()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_of_the_registry_is_used_here_and_described(method: str) -> None:
    assert f"registry.{method}(" in SOURCE
    assert f"`{method}(" in GUIDE


def test_every_interface_is_offered_here() -> None:
    assert [name for name in INTERFACES if f'add_adapter("{name}"' not in SOURCE] == []


def test_events_are_described_with_their_fields_and_none_is_declared_that_nothing_emits() -> None:
    described = dict(re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \| `([a-z_, ]+)` \|", GUIDE, re.MULTILINE))
    core = {name: event for name, event in all_events().items() if event.__module__.startswith("verbatim.")}
    for name, event in core.items():
        assert described[name] == ", ".join(event.parameters()), name
    code = "".join(path.read_text() for path in (TESTS.parent / "verbatim").rglob("*.py"))
    # Whatever goes to the trash and comes back is told of by its kind.
    by_kind = {name for name in core if f'_tell(session, kind, "{name.partition(".")[2]}"' in code}
    assert {"recording.trashed", "recording.restored"} <= by_kind
    emitted = {name for name, event in core.items() if f"emit(session, {event.__name__}(" in code}
    assert set(core) - by_kind - emitted == set()
