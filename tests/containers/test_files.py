"""The files under docker/: right for the tools that read them, and in step with the product."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from verbatim.config import Mode, Settings
from verbatim.registration import build_registry
from verbatim_enterprise.plugin import EnterprisePlugin

ROOT = Path(__file__).parents[2]
DOCKER = ROOT / "docker"
_SETTINGS = build_registry(Settings(mode=Mode.ENTERPRISE), [EnterprisePlugin()]).variables()
_INTERPOLATED = re.compile(r"\$\{([A-Z_]+)")
OURS = ("server", "worker", "migrate", "prepare")


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DOCKER / "docker-compose.yml").read_text("utf-8"))
    return found


def services() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = compose()["services"]
    return found


def example() -> dict[str, str]:
    lines = (DOCKER / ".env.example").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name) or pytest.fail(f"{name} is missing: run `make setup`")


def judged(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    assert judged(tool("hadolint"), str(DOCKER / "Dockerfile")) == ""


def test_the_compose_file_keeps_to_the_compose_specification() -> None:
    file = str(DOCKER / "docker-compose.yml")
    assert judged(tool("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", file) == ""


def test_the_linter_would_say_something(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM debian\nRUN cd /tmp && apt-get install curl\n")
    assert "DL3" in judged(tool("hadolint"), str(tmp_path / "Dockerfile"))
    (tmp_path / "compose.yml").write_text("services: {server: {imag: x}}\n")
    schema = ("--builtin-schema", "vendor.compose-spec")
    assert "imag" in judged(tool("check-jsonschema"), *schema, str(tmp_path / "compose.yml"))


def test_the_example_names_only_what_exists() -> None:
    interpolated = set(_INTERPOLATED.findall((DOCKER / "docker-compose.yml").read_text("utf-8")))
    unknown = [name for name in example() if name not in _SETTINGS | interpolated | {"COMPOSE_PROFILES"}]
    assert unknown == []


def test_the_example_holds_no_secret_and_needs_none() -> None:
    secret = [name for name in example() if name.endswith(("_KEY", "_TOKEN", "_PASSWORD", "_URL"))]
    assert {name: example()[name] for name in secret if example()[name]} == {"VERBATIM_PUBLIC_URL": "https://localhost"}


def test_every_value_that_is_interpolated_has_a_default() -> None:
    text = (DOCKER / "docker-compose.yml").read_text("utf-8")
    assert [name for name in re.findall(r"\$\{([^}]*)\}", text) if ":-" not in name] == []


def test_the_examples_defaults_are_those_of_the_compose_file() -> None:
    text = (DOCKER / "docker-compose.yml").read_text("utf-8")
    defaults = dict(re.findall(r"\$\{([A-Z_]+):-([^}]*)\}", text))
    both = {name: value for name, value in example().items() if defaults.get(name)}
    assert both == {name: defaults[name] for name in both}


def test_no_container_may_do_more_than_it_must() -> None:
    for name, service in services().items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert "cap_add" not in service, name
        assert not service.get("privileged"), name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        user = str(service["user"]).partition(":")[0]
        assert user.isdigit(), name
        assert int(user) > 0, name


@pytest.mark.parametrize("name", OURS)
def test_our_containers_have_a_user_that_no_machine_has(name: str) -> None:
    assert int(services()[name]["user"].partition(":")[0]) >= 10_000


def test_only_nginx_is_reached_from_outside() -> None:
    assert [name for name, service in services().items() if "ports" in service] == ["nginx"]
    assert compose()["networks"]["inside"]["internal"] is True
    assert services()["postgres"]["networks"] == ["inside"]


def test_servers_and_workers_can_be_many() -> None:
    for name in ("server", "worker"):
        assert "container_name" not in services()[name]
        assert "hostname" not in services()[name]
        assert services()[name]["deploy"]["replicas"]


def test_health_is_asked_without_further_programs() -> None:
    for name in ("server", "worker", "postgres", "nginx", "redis"):
        test = services()[name]["healthcheck"]["test"]
        assert test[0] == "CMD", f"{name}: a shell is not needed"
        assert not {"curl", "wget"} & set(test), name


def test_secrets_reach_servers_as_files_only() -> None:
    for name in ("server", "worker", "migrate"):
        told = services()[name]["environment"]
        assert told["VERBATIM_SECRET_KEY"] == told["VERBATIM_DATABASE_URL"] == ""
        assert told["VERBATIM_SECRET_KEY_FILE"].startswith("/run/verbatim/")
        assert told["VERBATIM_DATABASE_URL_FILE"].startswith("/run/verbatim/")
        assert {key.removesuffix("_FILE") for key in told} <= _SETTINGS
        assert not any("database-secrets" in str(volume) for volume in services()[name]["volumes"])
    assert not any(str(volume).startswith("secrets:") for volume in services()["postgres"]["volumes"])


def test_only_the_network_of_nginx_is_believed_about_clients() -> None:
    subnet = compose()["networks"]["front"]["ipam"]["config"][0]["subnet"]
    assert services()["server"]["environment"]["VERBATIM_TRUSTED_PROXIES"] == subnet
    assert {name for name, service in services().items() if "front" in service.get("networks", ())} == {
        "server",
        "nginx",
    }


def test_the_image_takes_its_base_from_outside_and_runs_as_nobody_known() -> None:
    text = (DOCKER / "Dockerfile").read_text("utf-8")
    assert re.search(r"^ARG BASE=\S+:\S+$", text, re.MULTILINE)
    assert set(re.findall(r"^FROM (\S+)", text, re.MULTILINE)) == {"${BASE}"}
    (user,) = re.findall(r"^USER (\d+):(\d+)$", text, re.MULTILINE)
    assert min(map(int, user)) >= 10_000
    assert "curl" not in text


def test_what_the_image_copies_is_let_in() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DOCKER / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    names = {name for line in copied for name in line.split() if name != "."}
    assert names <= let_in
    assert [name for name in sorted(let_in) if not (ROOT / name).exists()] == []


def test_scripts_of_the_containers_are_right_for_the_shell() -> None:
    assert judged("/bin/sh", "-n", str(DOCKER / "postgres-init.sh")) == ""
