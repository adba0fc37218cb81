"""Choices for a transcription, and several versions of a recording's text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.client import Client
from support.engines import QuickEngine
from support.recordings import REPORT
from verbatim.adapters.transcription.api import EngineFailed

CHOICES = {
    "language": "German, fr",
    "vocabulary": ["Xanthippe", " Kubernetes "],
    "translate": True,
    "num_speakers": 3,
    "voice_detection": False,
}


async def transcribe(client: Client, recording: str, choices: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    answer = await client.post(f"/api/recordings/{recording}/transcribe", json=choices)
    return answer.status_code, answer.json()


async def test_every_choice_reaches_the_engine_and_is_kept_for_a_retry(
    quick_engine: QuickEngine, client: Client
) -> None:
    quick_engine.failures = [EngineFailed("It was too loud.")]
    identity = (await client.upload(REPORT, options=json.dumps(CHOICES)))["id"]
    await client.wait_for(identity, "failed")
    await client.post(f"/api/recordings/{identity}/retry")
    await client.wait_for(identity, "completed")
    first, second = quick_engine.calls
    for asked in (first, second):
        assert (asked.languages, asked.each_stretch, asked.language) == (("de", "fr"), True, None)
        assert (asked.hotwords, asked.prompt) == ("Xanthippe, Kubernetes", "Xanthippe, Kubernetes")
        assert (asked.translate, asked.voice_detection, asked.speakers) == (True, False, 3)


@pytest.mark.parametrize(
    ("choices", "speakers"), [({"num_speakers": 4}, 4), ({"subtitles_only": True, "num_speakers": 4}, 1), ({}, None)]
)
async def test_how_many_speak_reaches_whoever_tells_them_apart(
    quick_engine: QuickEngine, client: Client, choices: dict[str, Any], speakers: int | None
) -> None:
    made = await client.upload(REPORT, options=json.dumps(choices))
    await client.wait_for(made["id"], "completed")
    assert (await client.get(f"/api/jobs/{made['job_id']}")).json()["payload"].get("speakers") == speakers


async def test_what_a_project_chose_can_be_left_open_again(quick_engine: QuickEngine, client: Client) -> None:
    project = (await client.post("/api/projects", json={"name": "Interviews"})).json()["id"]
    usual = {"language": "fr", "num_speakers": 2}
    assert (await client.put(f"/api/transcription/defaults?project_id={project}", json=usual)).status_code == 200
    open_again = json.dumps({"language": "", "model": "", "num_speakers": 0})
    await client.transcribed(REPORT, project_id=project, options=open_again)
    await client.transcribed(REPORT, project_id=project)
    assert [(call.language, call.speakers) for call in quick_engine.calls] == [(None, None), ("fr", 2)]


async def test_the_text_that_was_corrected_is_still_there_after_transcribing_again(
    quick_engine: QuickEngine, client: Client
) -> None:
    identity = (await client.transcribed(REPORT))["recording_id"]
    first = (await client.get(f"/api/transcripts/by-recording/{identity}")).json()
    segment = f"/api/transcripts/{first['id']}/segments/{first['segments'][0]['id']}"
    assert (await client.patch(segment, json={"text": "Corrected by hand."})).status_code == 200

    quick_engine.texts = ["quite another text"]
    assert (await transcribe(client, identity, {"language": "each"}))[0] == 200
    await client.wait_for(identity, "completed")
    now = (await client.get(f"/api/transcripts/by-recording/{identity}")).json()
    assert [one["text"] for one in now["segments"]] == ["quite another text"]
    versions = (await client.get(f"/api/recordings/{identity}/transcripts")).json()["items"]
    assert [(one["id"], one["is_current"]) for one in versions] == [(now["id"], True), (first["id"], False)]

    back = await client.put(f"/api/recordings/{identity}/transcripts/{first['id']}/current")
    assert back.status_code == 200
    again = (await client.get(f"/api/transcripts/by-recording/{identity}")).json()
    assert [one["text"] for one in again["segments"]] == ["Corrected by hand."]
    other = (await client.get(f"/api/transcripts/{now['id']}")).json()
    assert [one["text"] for one in other["segments"]] == ["quite another text"]


async def test_a_transcript_of_another_recording_cannot_be_made_current(
    quick_engine: QuickEngine, client: Client
) -> None:
    one, other = (await client.transcribed(REPORT))["recording_id"], (await client.transcribed(REPORT))["recording_id"]
    foreign = (await client.get(f"/api/transcripts/by-recording/{other}")).json()["id"]
    answer = await client.put(f"/api/recordings/{one}/transcripts/{foreign}/current")
    assert (answer.status_code, answer.json()["code"]) == (404, "transcript_not_found")


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        ({"language": "en, klingon"}, "unknown_language"),
        ({"language": ",".join(["en", "de", "fr"] * 4)}, "too_many_languages"),
        ({"model": "/etc"}, "unknown_model"),
        ({"model": "large-v3"}, "unknown_model"),
        ({"model": "tiny.en", "language": "de"}, "language_not_supported"),
        ({"language": "en,de"}, "language_not_supported"),
        ({"translate": True}, "language_not_supported"),
        ({"translate": True, "model": "tiny.en"}, "language_not_supported"),
        ({"translate": True, "language": ""}, "language_not_supported"),
    ],
    ids=lambda value: json.dumps(value) if isinstance(value, dict) else value,
)
async def test_what_cannot_be_is_said_at_once(client: Client, choices: dict[str, Any], code: str) -> None:
    identity = (await client.upload(REPORT, transcribe="false"))["id"]
    status, answer = await transcribe(client, identity, choices)
    assert (status, answer["code"]) == (422, code)
    file = {"file": (REPORT.name, REPORT.read_bytes())}
    uploaded = await client.post("/api/recordings/upload", files=file, data={"options": json.dumps(choices)})
    assert (uploaded.status_code, uploaded.json()["code"]) == (422, code)


@pytest.mark.parametrize("options", ["{", '{"vocabulary": "one"}', '{"num_speakers": -1}', '{"voices": 2}', "[]"])
async def test_options_that_are_none(client: Client, options: str) -> None:
    file = {"file": (REPORT.name, REPORT.read_bytes())}
    uploaded = await client.post("/api/recordings/upload", files=file, data={"options": options})
    assert (uploaded.status_code, uploaded.json()["code"]) == (422, "bad_options")


async def test_a_chosen_model_does_the_work(client: Client) -> None:
    """The server's own setting is another engine."""
    identity = (await client.upload(REPORT, options='{"model": "tiny.en"}'))["id"]
    done = await client.wait_for(identity, "completed")
    assert (done["engine"], done["language"]) == ("faster-whisper", "en")


class TestDefaults:
    """What holds where nobody chose otherwise."""

    URL = "/api/transcription/defaults"

    async def test_the_project_goes_before_all_and_the_choice_before_the_project(
        self, quick_engine: QuickEngine, client: Client
    ) -> None:
        project = (await client.post("/api/projects", json={"name": "Garden"})).json()["id"]
        everywhere = {"language": "fr", "vocabulary": ["Xanthippe"], "translate": True}
        await client.put(self.URL, json=everywhere)
        await client.put(self.URL, params={"project_id": project}, json={"language": "de", "vocabulary": ["Hortus"]})
        assert (await client.get(self.URL)).json()["vocabulary"] == ["Xanthippe"]

        await client.transcribed(REPORT)
        await client.transcribed(REPORT, project_id=project)
        await client.transcribed(REPORT, project_id=project, language="es", options='{"translate": false}')
        assert [(call.language, call.hotwords, call.translate) for call in quick_engine.calls] == [
            ("fr", "Xanthippe", True),
            ("de", "Hortus, Xanthippe", True),
            ("es", "Hortus, Xanthippe", False),
        ]

    async def test_a_default_that_nothing_here_can_do_is_refused(self, client: Client) -> None:
        refused = await client.put(self.URL, json={"language": "ja"})
        assert (refused.status_code, refused.json()["code"]) == (422, "language_not_supported")
        missing = await client.get(self.URL, params={"project_id": "nobody"})
        assert (missing.status_code, missing.json()["code"]) == (404, "project_not_found")

    async def test_what_was_corrected_is_offered_and_when_accepted_listened_for(
        self, quick_engine: QuickEngine, client: Client
    ) -> None:
        quick_engine.texts = ["we deploy on cuber nets with anna", "and send tippy agreed to it"]
        transcript = await client.transcribed(REPORT)
        texts = ["We deploy on Kubernetes with Anna.", "and Xanthippe agreed to it"]
        for segment, text in zip(transcript["segments"], texts, strict=True):
            await client.patch(f"/api/transcripts/{transcript['id']}/segments/{segment['id']}", json={"text": text})
        offered = (await client.get("/api/transcription/vocabulary/suggestions")).json()["items"]
        assert {(one["term"], one["heard"]) for one in offered} == {
            ("Kubernetes", "cuber nets"),
            ("Xanthippe", "send tippy"),
        }
        await client.post("/api/transcription/vocabulary", json={"terms": ["Kubernetes", "Xanthippe"]})
        assert (await client.get("/api/transcription/vocabulary/suggestions")).json()["items"] == []
        await client.transcribed(REPORT)
        assert quick_engine.calls[-1].hotwords == "Kubernetes, Xanthippe"
        left = await client.delete("/api/transcription/vocabulary", params={"term": "Kubernetes"})
        assert left.json()["vocabulary"] == ["Xanthippe"]
        crowd = [f"Term {number}" for number in range(200)]
        refused = await client.post("/api/transcription/vocabulary", json={"terms": crowd})
        assert (refused.status_code, refused.json()["code"]) == (422, "too_many_terms")
