"""The units for systemd, as systemd itself judges them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from verbatim.config import Mode, Settings
from verbatim.registration import build_registry
from verbatim_enterprise.plugin import EnterprisePlugin

UNITS = Path(__file__).parents[1] / "deploy" / "systemd"
MOST_EXPOSED = 4.0
"""On systemd's scale from 0 (nothing is open) to 10."""


@pytest.mark.parametrize("name", ["verbatim", "verbatim-worker"])
def test_systemd_takes_the_unit_and_finds_it_closed_off(tmp_path: Path, name: str) -> None:
    program = shutil.which("systemd-analyze") or pytest.skip("systemd is not installed here")
    text = (UNITS / f"{name}.service").read_text("utf-8")
    unit = tmp_path / f"{name}.service"
    unit.write_text(
        text.replace("/opt/verbatim/bin/verbatim", str(Path(sys.executable).with_name("verbatim"))), "utf-8"
    )
    judged = subprocess.run(
        [program, "verify", "--man=no", "--recursive-errors=no", str(unit)], capture_output=True, text=True, check=False
    )
    assert (judged.returncode, judged.stderr) == (0, "")
    security = subprocess.run(
        [program, "security", "--offline=true", str(unit)], capture_output=True, text=True, check=False
    )
    (exposed,) = re.findall(r"Overall exposure level.*: ([\d.]+)", security.stdout)
    assert float(exposed) <= MOST_EXPOSED


@pytest.mark.parametrize("name", ["verbatim", "verbatim-worker"])
def test_the_unit_has_a_place_for_what_is_written(name: str) -> None:
    text = (UNITS / f"{name}.service").read_text("utf-8")
    for line in ("PrivateTmp=yes", "StateDirectory=verbatim", "CacheDirectory=verbatim", "ProtectSystem=strict"):
        assert line in text.splitlines(), line
    assert "EnvironmentFile=/etc/verbatim/verbatim.env" in text


def test_the_example_names_only_settings() -> None:
    known = build_registry(Settings(mode=Mode.ENTERPRISE), [EnterprisePlugin()]).variables()
    text = (UNITS / "verbatim.env.example").read_text("utf-8")
    assert set(re.findall(r"^#?(VERBATIM_[A-Z_]+)=", text, re.MULTILINE)) - known == set()
