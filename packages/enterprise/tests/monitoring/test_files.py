"""Alerts and dashboard: what they ask for is there, and is well-formed."""

from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from fastapi import FastAPI
from pydantic import SecretStr
from support_enterprise import Person
from verbatim.config import Settings

ROOT: Final = Path(__file__).parents[4]
FOLDER: Final = ROOT / "deploy" / "monitoring"
TOKEN: Final = "0123456789abcdef0123456789abcdef"
NAME: Final = re.compile(r"verbatim_[a-z_]+")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"metrics_token": SecretStr(TOKEN)})


async def names_told(person: Person) -> set[str]:
    answer = await person.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200, answer.text
    return set(re.findall(r"^# TYPE (\S+)", answer.text, re.MULTILINE))


def alerts() -> list[dict[str, Any]]:
    groups = yaml.safe_load((FOLDER / "alerts.yml").read_text("utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


async def test_every_figure_that_is_asked_for_is_told(app: FastAPI, admin: Person) -> None:
    await admin.get("/api/recordings")
    told = await names_told(admin)
    texts = [path.read_text("utf-8") for path in sorted(FOLDER.iterdir())]
    asked = {re.sub(r"_(bucket|sum|count)$", "", name) for text in texts for name in NAME.findall(text)}
    assert len(asked) > 12
    assert asked - told <= {"verbatim_figures_lost_total"}, asked - told  # which is told once it is not 0


def test_every_alert_says_what_it_is() -> None:
    rules = alerts()
    assert len({rule["alert"] for rule in rules}) == len(rules) > 10
    for rule in rules:
        assert rule["labels"]["severity"] in {"critical", "warning"}
        assert rule["annotations"]["summary"].endswith((".", "?"))
        assert rule["expr"].count("(") == rule["expr"].count(")")


def test_the_dashboard_is_what_its_script_writes() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "write_dashboard.py"))
    text = (FOLDER / "dashboard.json").read_text("utf-8")
    assert text == script["written"]()
    panels = json.loads(text)["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)


def test_every_alert_has_figures_that_make_it_fire_and_figures_that_do_not() -> None:
    cases = yaml.safe_load((FOLDER / "alerts_test.yml").read_text("utf-8"))["tests"]
    names = {rule["alert"] for rule in alerts()}
    for case, fires in zip(cases, (False, True), strict=True):
        told = {one["alertname"]: bool(one["exp_alerts"]) for one in case["alert_rule_test"]}
        assert told == dict.fromkeys(names, fires), case["name"]


def test_every_alert_fires_when_it_should() -> None:
    """As Prometheus' own tool reckons, which Debian has in its package prometheus."""
    promtool = shutil.which("promtool") or pytest.skip("promtool is missing: apt-get install prometheus")
    for command in (("check", "rules", "alerts.yml"), ("test", "rules", "alerts_test.yml")):
        done = subprocess.run([promtool, *command], cwd=FOLDER, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
