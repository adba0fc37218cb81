"""What is made before the containers start: once, completely, readable by those who need it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import ssl
import stat
import time
from pathlib import Path
from types import ModuleType

import pytest
from cryptography import x509
from verbatim.webapp import FOLDER

DOCKER = Path(__file__).parents[2] / "docker"


@pytest.fixture(scope="module")
def prepare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", DOCKER / "prepare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    for name in ("VERBATIM_SECRET_KEY", "VERBATIM_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    server, database = tmp_path / "server", tmp_path / "database"
    server.mkdir()
    database.mkdir()
    return server, database


def content(*folders: Path) -> dict[str, str]:
    return {path.name: path.read_text() for folder in folders for path in folder.iterdir()}


def test_secrets_are_made_once(prepare: ModuleType, folders: tuple[Path, Path]) -> None:
    prepare.make_secrets(*folders)
    first = content(*folders)
    prepare.make_secrets(*folders)
    assert content(*folders) == first
    assert sorted(first) == ["database_password", "database_url", "postgres_password", "secret_key"]
    assert first["database_password"].strip() in first["database_url"]
    assert len({value for name, value in first.items() if name != "database_url"}) == 3


def test_nobody_else_reads_them(prepare: ModuleType, folders: tuple[Path, Path]) -> None:
    prepare.make_secrets(*folders)
    modes = {stat.S_IMODE(path.stat().st_mode) for folder in folders for path in folder.iterdir()}
    assert modes == {0o440}


def test_what_env_says_counts_and_is_told(
    prepare: ModuleType,
    folders: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    prepare.make_secrets(*folders)
    kept = content(*folders)
    capsys.readouterr()
    monkeypatch.setenv("VERBATIM_SECRET_KEY", "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5")
    prepare.make_secrets(*folders)
    assert content(*folders) == {**kept, "secret_key": "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5\n"}
    assert capsys.readouterr().out == "prepare: secret_key was changed to what .env says\n"
    monkeypatch.delenv("VERBATIM_SECRET_KEY")
    prepare.make_secrets(*folders)
    assert content(*folders)["secret_key"].startswith("m4V7"), "leaving it out does not change it back"


def test_a_password_that_is_lost_leaves_no_half_of_it(prepare: ModuleType, folders: tuple[Path, Path]) -> None:
    prepare.make_secrets(*folders)
    assert [path.name for folder in folders for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_certificate_is_made_for_the_name_and_kept(prepare: ModuleType, tmp_path: Path) -> None:
    prepare.make_certificate(tmp_path, "verbatim.example.org")
    made = content(tmp_path)
    prepare.make_certificate(tmp_path, "other.example.org")
    assert content(tmp_path) == made
    certificate = x509.load_pem_x509_certificate(made["certificate.pem"].encode())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["verbatim.example.org"]
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(
        tmp_path / "certificate.pem", tmp_path / "key.pem"
    )


@pytest.mark.parametrize("missing", ["certificate.pem", "key.pem"])
def test_half_a_certificate_is_not_replaced(prepare: ModuleType, tmp_path: Path, missing: str) -> None:
    prepare.make_certificate(tmp_path, "localhost")
    (tmp_path / missing).unlink()
    kept = content(tmp_path)
    with pytest.raises(SystemExit, match=f"{missing} is missing"):
        prepare.make_certificate(tmp_path, "localhost")
    assert content(tmp_path) == kept


def test_files_of_the_web_app_stay_for_open_pages_and_go_after_a_month(prepare: ModuleType, tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    assets.mkdir()
    for name, days in (("of-last-week.js", 7), ("of-last-year.js", 300)):
        (assets / name).write_text("")
        then = time.time() - days * 24 * 3600
        os.utime(assets / name, (then, then))
    prepare.copy_pages(tmp_path)
    current = {path.name for path in (FOLDER / "assets").iterdir()}
    assert {path.name for path in assets.iterdir()} == current | {"of-last-week.js"}
    assert current, "the web app is built"
    shutil.rmtree(assets)
    prepare.copy_pages(tmp_path)
    assert {path.name for path in assets.iterdir()} == current
