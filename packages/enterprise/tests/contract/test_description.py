"""The API's description is a contract: how to sign in, what each route needs, and every error with its codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from verbatim.app import create_app
from verbatim.config import Mode, Settings
from verbatim.core.guards import Guard
from verbatim.core.inbound import RequestBody
from verbatim.declared_access import access_rules
from verbatim.plugins.contributions import Contributions


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    return create_app(Settings(mode=Mode.ENTERPRISE, data_dir=tmp_path_factory.mktemp("data")))


@pytest.fixture(scope="module")
def description(application: FastAPI) -> dict[str, Any]:
    return application.openapi()


def _operations(description: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in description["paths"].items():
        for method, operation in item.items():
            yield method.upper(), path, operation


def _codes(description: dict[str, Any], method: str, path: str) -> dict[str, list[str]]:
    """Return the codes of a route by status."""
    found: dict[str, list[str]] = {}
    for status, response in description["paths"][path][method.lower()]["responses"].items():
        name = response.get("$ref", "").rsplit("/", 1)[-1]
        told = description["components"]["responses"][name] if name else response
        found[status] = told.get("x-codes", [])
    return found


def test_every_route_says_how_to_sign_in_just_as_it_is_declared(
    application: FastAPI, description: dict[str, Any]
) -> None:
    assert set(description["components"]["securitySchemes"]) == {"bearer", "cookie"}
    rules = access_rules(application)
    for method, path, operation in _operations(description):
        (rule,) = rules[method, path]
        permission = rule.permission or rule.delegates
        needed = [] if permission is None else [str(permission)]
        wanted = [] if rule.anonymous else [{"bearer": needed}, {"cookie": needed}]
        assert operation["security"] == wanted, f"{method} {path}"


def test_every_json_body_shows_an_example_that_its_model_takes(description: dict[str, Any]) -> None:
    bodies, without = {kind.__name__: kind for kind in _kinds_of(RequestBody)}, set[str]()
    for method, path, operation in _operations(description):
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if content is None or path.startswith(("/v1/", "/mcp")):  # those are told where they are at home
            continue
        (name,) = {
            found.rsplit("/", 1)[-1] for found in re.findall(r'"\$ref": "([^"]+)"', json.dumps(content["schema"]))
        }
        examples = description["components"]["schemas"][name].get("examples", [])
        if not examples:
            without.add(f"{method} {path}: {name}")
        for shown in examples:
            bodies[name].model_validate(shown)
    assert without == set()


def _kinds_of(kind: type[RequestBody]) -> Iterator[type[RequestBody]]:
    for heir in kind.__subclasses__():
        yield heir
        yield from _kinds_of(heir)


def test_guards_are_made_once_for_a_description(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are made for everything there is; asked of each class again, they took four seconds of the server's loop."""
    application = create_app(Settings(mode=Mode.ENTERPRISE, data_dir=tmp_path))
    made, make = 0, Contributions.all_guards

    def count(contributions: Contributions) -> list[Guard]:
        nonlocal made
        made += 1
        return make(contributions)

    monkeypatch.setattr(Contributions, "all_guards", count)
    assert application.openapi()
    assert 1 <= made <= 2


def test_every_route_tells_its_errors_with_their_codes(description: dict[str, Any]) -> None:
    for method, path, operation in _operations(description):
        codes = _codes(description, method, path)
        malformed = "400" if path.startswith("/v1/") else "422"  # as OpenAI's clients know it
        assert {"400", "413", malformed, "429", "503"} <= codes.keys(), f"{method} {path}"
        assert "validation_error" in codes[malformed]
        assert "rate_limited" in codes["429"]
        if operation["security"]:
            assert "not_signed_in" in codes["401"], f"{method} {path}"
            assert "forbidden" in codes["403"], f"{method} {path}"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("DELETE", "/api/recordings/{recording_id}", "404", "recording_not_found"),
        ("DELETE", "/api/recordings/{recording_id}", "409", "held"),  # raised by a guard of the plugin
        ("POST", "/api/recordings/upload", "413", "upload_too_large"),
        ("POST", "/api/recordings/upload", "422", "no_audio_track"),  # the code of what was caught
        ("POST", "/api/tags", "409", "tag_exists"),
        ("GET", "/api/admin/audit", "402", "entitlement_missing"),  # declared beside the permission
        ("POST", "/api/auth/login", "401", "invalid_credentials"),
        ("POST", "/api/users", "409", "username_taken"),
    ],
)
def test_the_errors_of_a_route_are_found(
    description: dict[str, Any], method: str, path: str, status: str, code: str
) -> None:
    assert code in _codes(description, method, path)[status]


def test_reading_is_not_said_to_meet_what_only_changes_can(description: dict[str, Any]) -> None:
    assert "409" not in _codes(description, "GET", "/api/recordings/{recording_id}")


def test_no_model_has_a_module_in_its_name_and_no_two_have_one_name(description: dict[str, Any]) -> None:
    schemas = description["components"]["schemas"]
    assert [name for name in schemas if "__" in name or "." in name] == []
    titles = Counter(schema.get("title", name) for name, schema in schemas.items())
    assert [title for title, count in titles.items() if count > 1] == []


def test_a_client_is_generated_without_a_warning(tmp_path: Path, description: dict[str, Any]) -> None:
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(description))
    settings = tmp_path / "settings.yml"
    # What tus calls bytes is told to the generator, as its manual says; the name has to stand in the description.
    tus = "content_type_overrides:\n  application/offset+octet-stream: application/octet-stream\n"
    settings.write_text(f"post_hooks: []\n{tus}")
    program = Path(sys.executable).with_name("openapi-python-client")
    folder = tmp_path / "client"
    options: list[str | Path] = [
        "--path",
        source,
        "--config",
        settings,
        "--output-path",
        folder,
        "--meta",
        "none",
        "--fail-on-warning",
    ]
    done = subprocess.run([program, "generate", *options], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "arning" not in done.stdout + done.stderr
    assert (folder / "api" / "recordings").is_dir()
