"""The core's own tests of recordings once more, with an object store in place of the disk."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from steps import ROOT
from support_stores.servers import StoreServer

FILES = ("recordings/test_audio.py", "recordings/test_journey.py", "recordings/test_changing.py")
CHOSEN = "not postgresql and not test_a_file_that_is_gone"
"""That one takes a file away from the disk; `test_product` does so in a store."""


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_recordings_live_in_a_store_as_on_the_disk(moto: StoreServer) -> None:
    tests = ROOT / "packages" / "backend" / "tests"
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", CHOSEN]
    command += [str(tests / name) for name in FILES]
    env = {**os.environ, **moto.variables, "TEST_PLUGIN": "support_stores.everywhere:StoresPlugin"}
    env = {name: value for name, value in env.items() if not name.startswith("PYTEST_XDIST")}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=580, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    assert " passed" in done.stdout
