"""A server for organisations starts with what it needs, and its plugin tells of its commands without being loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.starting import NOT_YET, start_of_command, start_of_server
from support_processes import server_environment
from typer.main import get_group
from verbatim.config import Settings
from verbatim_enterprise.audit.cli import audit_cli
from verbatim_enterprise.auth.cli import users_cli
from verbatim_enterprise.host import API_VERSION
from verbatim_enterprise.plugin import EnterprisePlugin

pytestmark = pytest.mark.timeout(900)  # starting a process takes seconds, on a busy machine a minute


def test_a_server_that_has_started_has_loaded_only_what_it_needs(settings: Settings, tmp_path: Path) -> None:
    variables = server_environment(settings.database_url) | {"VERBATIM_LICENSE_KEY": ""}
    start_of_server(tmp_path, **variables)
    start = start_of_server(tmp_path, **variables)
    assert "verbatim_enterprise.features" in start.modules
    assert not start.packages & NOT_YET
    assert start.seconds < 4.5, "three times the bar of the benchmark: machines that test are busy"


def test_help_lists_the_plugins_commands_without_loading_it(tmp_path: Path) -> None:
    start = start_of_command(tmp_path, "--help", VERBATIM_MODE="enterprise")
    assert "verbatim_enterprise.plugin" in start.modules
    assert not {"verbatim_enterprise.host", "verbatim_enterprise.contents"} & start.modules


def test_what_the_plugin_says_of_itself_is_so() -> None:
    groups = (get_group(users_cli), get_group(audit_cli))
    assert EnterprisePlugin.commands == {str(group.name): str(group.help) for group in groups}
    assert EnterprisePlugin.api_version == API_VERSION
