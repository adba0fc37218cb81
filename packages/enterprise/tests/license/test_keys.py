"""The public keys in the package: a wrong one ends every start at once, licence or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from support_license import UNLICENSED
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.plugins.loader import PluginError
from verbatim_enterprise import contents
from verbatim_enterprise.license import keys
from verbatim_enterprise.plugin import EnterprisePlugin

pytestmark = [
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
    pytest.mark.parametrize("environment", [UNLICENSED], ids=["unlicensed"]),
]
GENUINE = next((keys.FOLDER / "production").glob("*.pem"))


def bundle(folder: Path, *names: str, text: bytes) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(text)
    return folder


def refuse_start(settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(contents, "public_keys", lambda: keys.public_keys(folder))
    with pytest.raises(PluginError) as stopped:
        create_app(settings, [EnterprisePlugin()])
    return str(stopped.value)


def test_one_under_a_wrong_name(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = bundle(tmp_path, "production/0123456789abcdef.pem", text=GENUINE.read_bytes())
    said = refuse_start(settings, folder, monkeypatch)
    assert said.endswith(f"0123456789abcdef.pem has the wrong name; it is the key {GENUINE.name}.")


def test_one_for_production_and_for_tests(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = bundle(tmp_path, f"production/{GENUINE.name}", f"test/{GENUINE.name}", text=GENUINE.read_bytes())
    assert "is bundled for production and for tests" in refuse_start(settings, folder, monkeypatch)


def test_something_else_in_its_place(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rsa = generate_private_key(65537, 2048).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    folder = bundle(tmp_path / "nonsense", "test/0123456789abcdef.pem", text=b"nonsense")
    assert "cannot be read as a public key" in refuse_start(settings, folder, monkeypatch)
    folder = bundle(tmp_path / "rsa", "test/0123456789abcdef.pem", text=rsa)
    assert "is not of the kind Ed25519" in refuse_start(settings, folder, monkeypatch)
