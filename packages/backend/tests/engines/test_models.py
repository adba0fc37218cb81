"""Models that are brought to a server, looked after and taken away."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from verbatim.adapters.transcription.models.hub import fetch_model
from verbatim.adapters.transcription.models.inventory import read_model
from verbatim.adapters.transcription.models.speeds import note_speed, read_speeds
from verbatim.adapters.transcription.models.store import ModelError, import_model, remove_model, verify_model
from verbatim.transcription.engines import models_folder

URL = "/api/config/transcription/models"


def test_from_a_folder_to_the_store_and_out_again(tiny_model: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    model = import_model(tiny_model, tmp_path / "store", "many", lambda done, of: seen.append((done, of)))
    assert (model.name, model.origin, sorted(model.languages)) == ("many", "imported", ["de", "en", "es", "fr"])
    assert seen[-1][0] == seen[-1][1] > 1_000_000
    assert verify_model(model) == []
    with (model.folder / "model.bin").open("ab") as file:
        file.write(b"x")
    (model.folder / "tokenizer.json").unlink()
    assert verify_model(model) == ["model.bin", "tokenizer.json"]
    assert verify_model(import_model(tiny_model, tmp_path / "store", "many")) == []
    remove_model(model)
    assert not list((tmp_path / "store").iterdir())


@pytest.mark.parametrize("name", ["", "..", ".hidden", "a/b", "a\\b", "a b", "ä", "x" * 101])
def test_names_that_are_no_names(tiny_model: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError, match="letters, digits"):
        import_model(tiny_model, tmp_path, name)


@pytest.mark.parametrize("missing", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
def test_a_folder_that_holds_no_model(tiny_model: Path, tmp_path: Path, missing: str) -> None:
    folder = Path(shutil.copytree(tiny_model, tmp_path / "folder"))
    (folder / missing).unlink()
    with pytest.raises(ModelError, match="this one does not"):
        import_model(folder, tmp_path / "store", "broken")
    assert not (tmp_path / "store").exists()


def test_models_that_came_otherwise_stay(tiny_model: Path) -> None:
    model = read_model("elsewhere", tiny_model, "cache")
    assert model is not None
    with pytest.raises(ModelError, match="neither fetched nor imported"):
        remove_model(model)
    with pytest.raises(ModelError, match="only models that were fetched or imported"):
        verify_model(model)


def test_without_a_hub(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="bring the model in a folder"):
        fetch_model("small", tmp_path, lambda *_: None)
    with pytest.raises(ModelError, match=r"^gigantic is no model that can be fetched; there are base, "):
        fetch_model("gigantic", tmp_path, lambda *_: None)


def test_speed_is_remembered_and_a_broken_note_forgotten(tmp_path: Path) -> None:
    note_speed(tmp_path, "a", 10)
    note_speed(tmp_path, "a", 20)
    assert read_speeds(tmp_path) == {"a": 13}
    (tmp_path / ".speeds.json").write_text("[")
    assert read_speeds(tmp_path) == {}
    note_speed(tmp_path / "new", "b", 2)
    assert read_speeds(tmp_path / "new") == {"b": 2}


async def test_over_the_api(app: FastAPI, client: Client, tiny_model: Path) -> None:
    started = (await client.get(URL)).json()["items"]
    assert [(one["name"], one["origin"], one["languages"]) for one in started] == [("tiny.en", "package", ["en"])]
    assert str(models_folder(app.state.settings)) not in (await client.get(URL)).text
    assert (await client.post(f"{URL}/verify", params={"name": "tiny.en"})).json()["ok"] is True

    brought = await client.post(URL, json={"name": "many", "folder": str(tiny_model)})
    assert brought.status_code == 202
    job = await _ended(client, brought.json()["job_id"])
    assert (job["status"], job["result"]["name"]) == ("completed", "many")
    found = {one["name"]: one for one in (await client.get(URL)).json()["items"]}
    assert (found["many"]["removable"], found["tiny.en"]["removable"]) == (True, False)
    assert (await client.delete(URL, params={"name": "many"})).status_code == 200
    assert (await client.delete(URL, params={"name": "many"})).json()["code"] == "model_not_found"
    assert (await client.delete(URL, params={"name": "tiny.en"})).json()["code"] == "model_unusable"

    failed = await _ended(
        client, (await client.post(URL, json={"name": "none", "folder": "/nowhere"})).json()["job_id"]
    )
    assert failed["status"] == "failed"
    assert str(failed["error"]).endswith("this one does not.")
    assert (await client.post(URL, json={"name": "../x", "folder": "/nowhere"})).json()["code"] == "model_unusable"


async def _ended(client: Client, job_id: str) -> dict[str, Any]:
    async with asyncio.timeout(30):
        while True:
            job: dict[str, Any] = (await client.get(f"/api/jobs/{job_id}")).json()
            if job["status"] in {"completed", "failed"}:
                return job
            await asyncio.sleep(0.05)


def test_at_the_terminal(tiny_model: Path, tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    env |= {"VERBATIM_DATA_DIR": str(tmp_path), "HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path / "none")}

    def models(*arguments: str) -> tuple[int, str]:
        command = [str(Path(sys.executable).with_name("verbatim")), "models", *arguments]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    assert models("import", str(tiny_model), "--name", "many") == (
        0,
        "many is here; it is used from now on where it is the best.\n",
    )
    status, listed = models("list")
    assert status == 0
    assert [line.split()[0] for line in listed.splitlines()] == ["tiny.en", "many"]
    assert "4 languages, imported" in listed
    (tmp_path / "models" / "many" / "config.json").write_text("{}")
    assert models("verify", "many")[0] == 1
    assert models("remove", "many")[0] == 0
    assert "There is no model many" in models("verify", "many")[1]
    assert "hub cannot be reached" in models("get", "small")[1]
