"""A forked `verbatim` is to a test what the installed command is."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import httpx
import psutil
import pytest
from support.processes import VERBATIM, run_verbatim, start_verbatim
from support.server import running_server

pytestmark = pytest.mark.timeout(400)  # the command itself takes seconds to start, on a busy machine a minute


def variables(folder: Path, **more: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    return {**inherited, "VERBATIM_DATA_DIR": str(folder / "data"), "VERBATIM_API_PORT": "0", **more}


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["--version"], {}),
        (["--help"], {}),
        (["no-such-command"], {}),
        (["migrate"], {}),
        (["serve"], {"VERBATIM_API_HOST": "0.0.0.0"}),  # noqa: S104 - refused
        (["serve"], {"VERBATIM_API_PORT": "99999"}),
    ],
)
def test_it_says_and_ends_as_the_installed_command(tmp_path: Path, arguments: list[str], more: dict[str, str]) -> None:
    real_folder, folder = tmp_path / "real", tmp_path / "fork"
    real_folder.mkdir()
    folder.mkdir()
    real = subprocess.run(
        [VERBATIM, *arguments],
        env=variables(real_folder, **more),
        cwd=real_folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    forked = run_verbatim(*arguments, env=variables(folder, **more), folder=folder)
    assert forked.returncode == real.returncode
    # A log line begins with its time.
    untimed = [
        [line for line in said.splitlines() if not line.startswith("20")] for said in (forked.stderr, real.stderr)
    ]
    assert untimed[0] == untimed[1]
    assert forked.stdout == real.stdout
    made = [{path.name for path in place.rglob("*")} for place in (folder, real_folder)]
    assert made[0] == made[1]


def test_its_session_variables_and_folder_are_its_own(tmp_path: Path) -> None:
    with running_server(tmp_path, env={"VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx", "MARK": "a b"}) as server:
        process = psutil.Process(server.process.pid)
        assert os.getsid(process.pid) == os.getpgid(process.pid) == process.pid != os.getsid(0)
        assert process.cwd() == str(tmp_path)
        assert httpx.get(f"{server.url}/health").is_success
        assert {Path(file.path) for file in process.open_files() if file.path.endswith(".db")} == {
            server.data_dir / "verbatim.db"
        }


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_it_can_be_killed_with_its_group(tmp_path: Path, number: signal.Signals) -> None:
    with running_server(tmp_path) as server:
        assert server.process.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            server.process.wait(0.05)
        os.killpg(server.process.pid, number)
        assert server.process.wait(60) in {-number, 0}
        assert number != signal.SIGKILL or server.process.returncode == -signal.SIGKILL
        server.process.send_signal(signal.SIGTERM)  # too late, and no fault
        with pytest.raises(ProcessLookupError):
            os.kill(server.process.pid, 0)


def test_two_forks_differ_where_chance_decides(tmp_path: Path) -> None:
    program = tmp_path / "site" / "dice-1.dist-info"
    program.mkdir(parents=True)
    (program / "METADATA").write_text("Metadata-Version: 2.1\nName: dice\nVersion: 1\n", encoding="utf-8")
    (program / "entry_points.txt").write_text("[verbatim.plugins]\ndice = dice:Dice\n", encoding="utf-8")
    (tmp_path / "site" / "dice.py").write_text(
        "import random\nprint(random.random())\nclass Dice:\n"
        "    name, version = 'dice', '1'\n    def register(self, registry): pass\n",
        encoding="utf-8",
    )
    env = variables(tmp_path, PYTHONPATH=str(tmp_path / "site"))
    said = [run_verbatim("migrate", env=env, folder=tmp_path).stdout.splitlines()[0] for _ in range(2)]
    assert said[0] != said[1]


def test_many_at_once_keep_their_ends_apart(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as log:
        wrong = [
            start_verbatim("serve", env=variables(tmp_path, VERBATIM_API_PORT="99999"), folder=tmp_path, output=log)
            for _ in range(3)
        ]
        right = [start_verbatim("--version", env=variables(tmp_path), folder=tmp_path, output=log) for _ in range(3)]
        deadline = time.monotonic() + 60
        while any(process.poll() is None for process in (*wrong, *right)):
            assert time.monotonic() < deadline
            time.sleep(0.01)
    assert [process.returncode for process in (*wrong, *right)] == [1, 1, 1, 0, 0, 0]
    assert len({process.pid for process in (*wrong, *right)}) == 6
