"""What `make` calls: finding Python, naming faults, doing nothing twice, the repository's own rules."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import check_repo
import pytest
import python_env
import stamps
import steps

_ROOT = Path(__file__).parent.parent


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the scripts at an empty checkout."""
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "LOG", tmp_path / ".cache" / "install.log")
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    monkeypatch.setattr(stamps, "STAMPS", tmp_path / ".stamps")
    return tmp_path


def test_too_old_a_python_is_one_clear_sentence(tmp_path: Path) -> None:
    result = subprocess.run(
        ["/bin/sh", str(_ROOT / "scripts" / "python"), "-c", "print(1)"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert result.stderr.startswith("Verbatim needs Python 3.11 or newer")
    assert "Traceback" not in result.stderr


def test_first_python_that_is_new_enough_is_taken(tmp_path: Path) -> None:
    (tmp_path / "python3.11").symlink_to("/bin/false")
    (tmp_path / "python3").symlink_to(sys.executable)

    result = subprocess.run(
        ["/bin/sh", str(_ROOT / "scripts" / "python"), "-c", "print('found')"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.stdout == "found\n"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full."),
        ("npm error code ENOSPC", "The disk is full."),
        ("Temporary failure in name resolution", "could not be reached"),
        ("npm error code EAI_AGAIN", "could not be reached"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "may not be written by you"),
    ],
)
def test_usual_faults_of_a_machine_are_named(output: str, sentence: str) -> None:
    assert sentence in (steps.diagnose(output) or "")


def test_failed_step_shows_the_end_of_its_output(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["sh", "-c", "seq 100; echo No space left on device >&2; exit 3"]

    with pytest.raises(steps.StepError) as caught:
        steps.run_logged("Installing things", command, cwd=checkout)

    assert capsys.readouterr().out == "Installing things… failed.\n"
    text = str(caught.value)
    assert "    100\n" in text
    assert "    1\n" not in text
    assert text.endswith("The disk is full. Everything it wrote: .cache/install.log")
    assert "\n1\n2\n" in (checkout / ".cache" / "install.log").read_text(encoding="utf-8")


def test_program_that_is_not_there_is_named(checkout: Path) -> None:
    with pytest.raises(steps.StepError, match="no-such-program could not be started: No such file"):
        steps.run_logged("Installing things", ["no-such-program"], cwd=checkout)


def test_full_disk_outside_a_step_is_named_too(capsys: pytest.CaptureFixture[str]) -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), ".stamps/web")

    assert steps.fail(error) == 1
    assert capsys.readouterr().err == "The disk is full. (.stamps/web)\n"


def test_stamp_is_fresh_until_content_changes(checkout: Path) -> None:
    source = checkout / "packages" / "web" / "main.ts"
    source.parent.mkdir(parents=True)
    source.write_text("1", encoding="utf-8")

    def key() -> str:
        return stamps.content_key(files=stamps.sources(checkout / "packages"))

    first = key()
    assert not stamps.is_fresh("web", first)
    stamps.write("web", first)
    os.utime(source)
    (source.parent / "node_modules").mkdir()
    (source.parent / "node_modules" / "dependency.js").write_text("2", encoding="utf-8")
    assert stamps.is_fresh("web", key())

    source.rename(source.with_name("other.ts"))
    assert not stamps.is_fresh("web", key())


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("constraints.txt", "fastapi==0.165.0\nstarlette>=1\n", "line 2: only name==version"),
        ("constraints.txt", "fastapi @ https://example.org/fastapi.whl\n", "line 1: only name==version"),
        ("package-lock.json", '"resolved": "https://example.org/react.tgz"', "holds download addresses"),
        ("notes.md", "see https://registry." + "npmjs.org/react", "names a package index"),
        ("module.py", "x = 1\n" * 401, "401 lines, 400 are allowed"),
        ("module.py", "path = '" + "/home" + "/somebody/data'", "a path of one machine"),
        ("keys/0123.private.pem", "-----BEGIN PRIVATE" + " KEY-----\nMC4CAQ", "holds a private key"),
        ("packages/core/verbatim_x/tags/feature.py", "    app.state.tags = Tags()", "make it a Service"),
        ("packages/core/verbatim/tags/feature.py", 'found = session.info.get("tags")', "make it a Service"),
        ("packages/core/verbatim/tags/feature.py", 'if "tags" in state.session.info:', "make it a Service"),
        ("packages/core/verbatim/tags/feature.py", 'found = getattr(app.state, "tags", None)', "make it a Service"),
        ("notes.md", "-----BEGIN OPENSSH PRIVATE" + " KEY-----\nb3Bl", "holds a private key"),
    ],
)
def test_broken_rule_is_told(name: str, text: str, complaint: str) -> None:
    [told] = check_repo.broken_rules(Path(name), text)

    assert complaint in told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("constraints.txt", "# locked\ntypes-psutil==7.2.2.20261111\n"),
        ("package-lock.json", '"resolved": "packages/ui",\n"link": true'),
        ("module.py", "route = '/api/home/page'\n" * 400),
        ("packages/core/verbatim/core/services.py", "    app.state.tags = Tags()"),
        ("packages/core/verbatim/tags/routes.py", "tags = TAGS.of(request.app)"),
        ("src/generated/api.ts", "line\n" * 5000),
        ("guide.md", f"https://example.org/{'work'}/page"),  # put together, so that no path stands here
    ],
)
def test_rules_that_are_kept(name: str, text: str) -> None:
    assert list(check_repo.broken_rules(Path(name), text)) == []


def test_the_only_private_key_is_the_one_for_test_licences() -> None:
    key = _ROOT / "scripts" / "test-license-signing-key.pem"
    assert list(check_repo.broken_rules(key, key.read_text())) == []
    # The guide makes a key in the checkout.
    assert "*.private.pem" in (_ROOT / ".gitignore").read_text().splitlines()


def test_a_start_that_may_not_write_finds_our_own_code_compiled(tmp_path: Path) -> None:
    folder = tmp_path / "packages" / "backend" / "verbatim"
    folder.mkdir(parents=True)
    (folder / "here.py").write_text("PLACE = 1\n", encoding="utf-8")
    (folder / "unfinished.py").write_text("PLACE =\n", encoding="utf-8")

    python_env.compile_sources(Path(sys.executable), tmp_path / "packages")

    assert [made.name.partition(".")[0] for made in (folder / "__pycache__").iterdir()] == ["here"]
    loaded = subprocess.run(
        [sys.executable, "-Bvc", "import here"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert "matches" in next(line for line in loaded.stderr.splitlines() if "here.py" in line)
