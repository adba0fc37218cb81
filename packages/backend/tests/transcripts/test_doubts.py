"""What an engine may have invented is marked and kept; what it said is kept as it came; what it missed is listed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.engines import QuickEngine
from support.fixed_service import FixedService, serving, speech_of
from support.recordings import REPORT
from support.waiting import until
from verbatim.adapters.transcription.alignment import spread
from verbatim.adapters.transcription.api import Segment
from verbatim.adapters.transcription.errors import EngineFailed
from verbatim.config import Settings
from verbatim.core.ownership import Unscoped
from verbatim.transcripts.repository import stretches

TEXTS = ("Good morning everyone.", "Thanks for watching.", "one two three four five six seven eight", "Good night.")
DOUBTS = (None, "no_speech", "too_fast", None)


def heard(number: int, text: str) -> Segment:
    start = number * 2.0
    words = tuple(spread(text, start, start + 1.5, 0.9))
    doubt = DOUBTS[number]
    return Segment(start, start + 1.5, text, 0.9, words, None, doubt, folded=doubt == "no_speech")


@pytest.fixture
async def made(quick_engine: QuickEngine, client: Client, tmp_path: Path) -> dict[str, Any]:
    """Give a transcript with two doubtful segments, and speech behind its end."""
    quick_engine.segments = tuple(heard(number, text) for number, text in enumerate(TEXTS))
    quick_engine.speech = ((0.0, 1.6), (6.0, 7.6), (9.0, 12.0), (20.0, 20.5))
    quick_engine.output = [{"text": "one"}, {"text": "two", "tokens": [1, 2]}]
    return await client.transcribed(speech_of(tmp_path / "talk.wav", 15))


async def shown(client: Client, made: dict[str, Any]) -> list[tuple[str, str | None, bool, str | None]]:
    whole = (await client.get(f"/api/transcripts/{made['id']}")).json()
    return [(s["text"], s["doubt"], s["folded"], s["decision"]) for s in whole["segments"]]


async def decide(client: Client, made: dict[str, Any], numbers: list[int], decision: str | None) -> tuple[int, Any]:
    ids = [made["segments"][number]["id"] for number in numbers]
    place = f"/api/transcripts/{made['id']}/segments/decide"
    answer = await client.post(place, json={"segment_ids": ids, "decision": decision})
    return answer.status_code, answer.json()


async def saved(client: Client, made: dict[str, Any], **params: Any) -> str:
    answer = await client.get(f"/api/transcripts/{made['id']}/export", params={"include_timestamps": False, **params})
    return answer.text.removeprefix("Speaker 1:\n")


class TestDoubts:
    async def test_marks_decisions_and_taking_them_back(self, client: Client, made: dict[str, Any]) -> None:
        before = [(text, doubt, doubt == "no_speech", None) for text, doubt in zip(TEXTS, DOUBTS, strict=True)]
        assert await shown(client, made) == before
        status, body = await decide(client, made, [1, 2], "drop")
        assert (status, [item["decision"] for item in body["items"]]) == (200, ["drop", "drop"])
        assert [folded for _, _, folded, _ in await shown(client, made)] == [False, True, True, False]
        assert (await decide(client, made, [1, 2], "keep"))[0] == 200
        assert [folded for _, _, folded, _ in await shown(client, made)] == [False] * 4
        assert (await decide(client, made, [1, 2], None))[0] == 200
        assert await shown(client, made) == before

    async def test_only_doubtful_text(self, client: Client, made: dict[str, Any]) -> None:
        for numbers in ([0], [0, 1]):
            status, body = await decide(client, made, numbers, "drop")
            assert (status, body["code"]) == (422, "not_doubtful")
        assert (await decide(client, made, [1], "perhaps"))[0] == 422

    async def test_files(self, client: Client, made: dict[str, Any]) -> None:
        lines = [f"{text}\n" for text in TEXTS]
        assert await saved(client, made) == lines[0] + lines[2] + lines[3]
        assert await saved(client, made, doubtful="all") == "".join(lines)
        assert await saved(client, made, doubtful="kept") == lines[0] + lines[3]
        await decide(client, made, [1], "keep")
        await decide(client, made, [2], "drop")
        assert await saved(client, made, doubtful="kept") == lines[0] + lines[1] + lines[3]
        assert await saved(client, made, doubtful="all") == lines[0] + lines[1] + lines[3]
        assert "three" not in await saved(client, made, format="srt")
        assert (await client.get(f"/api/transcripts/{made['id']}/export?doubtful=maybe")).status_code == 422


class TestAttempts:
    async def test_what_the_engine_said(self, client: Client, made: dict[str, Any]) -> None:
        place = f"/api/recordings/{made['recording_id']}/attempts"
        (attempt,) = (await client.get(place)).json()["items"]
        assert (attempt["transcript_id"], attempt["engine"], attempt["error"]) == (made["id"], "pocketsphinx", None)
        answer = await client.get(f"{place}/{attempt['job_id']}/output")
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert json.loads(answer.content)["output"] == [{"text": "one"}, {"text": "two", "tokens": [1, 2]}]
        assert (await client.get(f"{place}/nothing/output")).json()["code"] == "attempt_not_found"
        assert (await client.get("/api/recordings/nobody/attempts")).status_code == 404
        await client.delete(f"/api/recordings/{made['recording_id']}")
        assert (await client.get(f"{place}/{attempt['job_id']}/output")).status_code == 404

    async def test_also_when_it_failed(self, quick_engine: QuickEngine, client: Client) -> None:
        quick_engine.output = [{"body": "<html>"}]
        quick_engine.failures = [EngineFailed("It answered with a page.")]
        identity = (await client.upload(REPORT))["id"]
        await client.wait_for(identity, "failed")
        (attempt,) = (await client.get(f"/api/recordings/{identity}/attempts")).json()["items"]
        assert (attempt["error"], attempt["transcript_id"]) == ("It answered with a page.", None)


GAP = {"start_time": 9.0, "end_time": 12.0}


async def tries_of(client: Client, made: dict[str, Any]) -> list[dict[str, Any]]:
    whole = (await client.get(f"/api/transcripts/{made['id']}")).json()
    tries: list[dict[str, Any]] = whole["not_understood"][0]["tries"]
    return tries


async def has_state(client: Client, made: dict[str, Any], state: str) -> bool:
    return bool((await tries_of(client, made))[-1]["state"] == state)


async def ended_tries(client: Client, made: dict[str, Any], state: str) -> list[dict[str, Any]]:
    """Try the stretch once more, which must end so; returns all attempts."""
    assert (await client.post(f"/api/transcripts/{made['id']}/stretches", json=GAP)).status_code == 200
    assert await has_state(client, made, "waiting") or await has_state(client, made, state)
    await until(lambda: has_state(client, made, state))
    return await tries_of(client, made)


class TestNotUnderstood:
    async def test_speech_without_text_is_listed(self, client: Client, made: dict[str, Any]) -> None:
        whole = (await client.get(f"/api/transcripts/{made['id']}")).json()
        assert whole["not_understood"] == [{"start_time": 9.0, "end_time": 12.0, "tries": []}]

    async def test_another_engine_fills_it_and_touches_no_correction(
        self, quick_engine: QuickEngine, client: Client, made: dict[str, Any]
    ) -> None:
        corrected = f"/api/transcripts/{made['id']}/segments/{made['segments'][3]['id']}"
        await client.patch(corrected, json={"text": "Good night, all."})
        quick_engine.segments = (heard(0, "Good morning everyone."),)
        quick_engine.speech = None
        body = {"start_time": 0.5, "end_time": 4.5, "engine": "pocketsphinx", "language": "English"}
        answer = await client.post(f"/api/transcripts/{made['id']}/stretches", json=body)
        assert answer.status_code == 200, answer.text

        async def added() -> bool:
            return len(await shown(client, made)) == 5

        await until(added)
        whole = (await client.get(f"/api/transcripts/{made['id']}?words=true")).json()
        texts = [segment["text"] for segment in whole["segments"]]
        assert texts == [TEXTS[0], TEXTS[0], TEXTS[1], TEXTS[2], "Good night, all."]
        assert [segment["segment_index"] for segment in whole["segments"]] == [0, 1, 2, 3, 4]
        new = whole["segments"][1]
        assert (new["start_time"], new["words"][0]["start"], new["speaker"]) == (0.5, 0.5, "Speaker 1")
        assert quick_engine.settings[-1].engine == "pocketsphinx"
        assert quick_engine.calls[-1].language == "en"
        attempts = (await client.get(f"/api/recordings/{made['recording_id']}/attempts")).json()["items"]
        assert len(attempts) == 2

    async def test_a_stretch_that_was_tried_says_so(
        self, quick_engine: QuickEngine, client: Client, made: dict[str, Any]
    ) -> None:
        quick_engine.segments = (Segment(4.0, 5.0, "there", 0.9, tuple(spread("there", 4.0, 5.0))),)
        place = f"/api/transcripts/{made['id']}/stretches"
        quick_engine.gate.clear()
        assert (await client.post(place, json={"start_time": 7.0, "end_time": 12.5})).status_code == 200
        whole = (await client.get(f"/api/transcripts/{made['id']}")).json()
        assert [one["segments"] for one in whole["not_understood"][0]["tries"]] == [None], "it waits"
        quick_engine.gate.set()

        async def tried() -> bool:
            whole = (await client.get(f"/api/transcripts/{made['id']}")).json()
            return whole["not_understood"][0]["tries"][0]["segments"] is not None

        await until(tried)
        whole = (await client.get(f"/api/transcripts/{made['id']}")).json()
        # "there" stands from 11 to 12, and text is taken to reach a little further to both sides.
        assert [(one["start_time"], one["end_time"]) for one in whole["not_understood"]] == [(9.0, 10.4)]
        assert whole["not_understood"][0]["tries"][0]["segments"] == 1

    async def test_an_attempt_that_fails_says_why_to_open_pages_too(
        self, app: FastAPI, quick_engine: QuickEngine, client: Client, made: dict[str, Any]
    ) -> None:
        heard = app.state.live.subscribe(Unscoped())
        quick_engine.failures = [EngineFailed("It answered with a page.")]
        (a_try,) = await ended_tries(client, made, "failed")
        told = [heard.queue.get_nowait() for _ in range(heard.queue.qsize())]
        assert "transcript.stretch_tried" in [message["type"] for message in told]
        assert (a_try["segments"], a_try["error"]) == (None, "It answered with a page.")
        quick_engine.segments = (Segment(2.0, 3.0, "there", 0.9, tuple(spread("there", 2.0, 3.0))),)
        first, second = await ended_tries(client, made, "done")
        assert (first["state"], first["error"]) == ("failed", "It answered with a page."), "it stays to be read"
        assert (second["segments"], second["error"]) == (1, None)

    async def test_an_attempt_that_is_cancelled_waits_no_more(
        self, quick_engine: QuickEngine, client: Client, made: dict[str, Any]
    ) -> None:
        quick_engine.gate.clear()
        answer = await client.post(f"/api/transcripts/{made['id']}/stretches", json=GAP)
        assert (await client.post(f"/api/jobs/{answer.json()['job_id']}/cancel")).status_code == 200
        quick_engine.gate.set()
        await until(lambda: has_state(client, made, "cancelled"))

    async def test_an_attempt_noted_before_it_had_a_state(self) -> None:
        old = {"job_id": "1", "engine": "auto", "model_used": None}
        noted = [{"start": 0.0, "end": 1.0, "tries": [{**old, "segments": None}, {**old, "segments": 2}]}]
        (shown,) = stretches(noted) or []
        assert [a_try.state for a_try in shown.tries] == ["waiting", "done"]

    async def test_a_transcript_that_goes_meanwhile(
        self, quick_engine: QuickEngine, client: Client, made: dict[str, Any]
    ) -> None:
        quick_engine.gate.clear()
        quick_engine.failures = [EngineFailed("It answered with a page.")]
        answer = await client.post(f"/api/transcripts/{made['id']}/stretches", json=GAP)
        await client.delete(f"/api/recordings/{made['recording_id']}")
        quick_engine.gate.set()

        async def ended() -> bool:
            job = await client.get(f"/api/jobs/{answer.json()['job_id']}")
            return job.status_code == 404 or job.json()["status"] not in {"queued", "running"}

        await until(ended)

    async def test_a_stretch_that_is_none(self, client: Client, made: dict[str, Any]) -> None:
        place = f"/api/transcripts/{made['id']}/stretches"
        for start, end, status in ((3, 3, 422), (4, 3, 422), (0, 601, 422), (-1, 3, 422)):
            answer = await client.post(place, json={"start_time": start, "end_time": end})
            assert answer.status_code == status
        answer = await client.post(place, json={"start_time": 0, "end_time": 3, "language": "klingon"})
        assert answer.json()["code"] == "unknown_language"


class TestThroughAService:
    @pytest.fixture
    def service(self) -> Any:
        with serving() as service:
            yield service

    @pytest.fixture
    def settings(self, settings: Settings, service: FixedService) -> Settings:
        changed = {"transcription_engine": "openai-compatible", "transcription_url": service.base}
        return settings.model_copy(update=changed)

    async def test_seven_votes_and_two_speakers(self, service: FixedService, client: Client, tmp_path: Path) -> None:
        votes = "Yes. " * 7 + "The motion passes with seven votes."
        segments = [
            {"start": 0, "end": 15, "text": votes, "speaker": "A"},
            {"start": 13, "end": 19, "text": "我们用 Spring Boot 和 React", "speaker": "B"},
        ]
        service.says({"text": votes, "language": "english", "segments": segments})
        whole = await client.transcribed(speech_of(tmp_path / "votes.wav", 20))
        assert [(s["text"], s["speaker"]) for s in whole["segments"]] == [
            (votes, "A"),
            ("我们用 Spring Boot 和 React", "B"),
        ]
        place = f"/api/transcripts/{whole['id']}/segments/{whole['segments'][1]['id']}"
        corrected = (await client.patch(place, json={"text": "我们用 Spring Boot 和 React Native"})).json()
        assert corrected["text"] == "我们用 Spring Boot 和 React Native"
        assert (await saved(client, whole, include_speakers=False)).endswith("我们用 Spring Boot 和 React Native\n")
        found = (await client.get("/api/search/global", params={"q": "Spring Boot"})).json()
        assert found["results"]

    async def test_an_error_that_looks_like_silence(self, service: FixedService, client: Client) -> None:
        service.says({"error": {"message": "model overloaded", "type": "server_error"}})
        identity = (await client.upload(REPORT))["id"]
        failed = await client.wait_for(identity, "failed")
        assert failed["job"]["error"] == "The transcription service says: model overloaded"
        attempts = (await client.get(f"/api/recordings/{identity}/attempts")).json()["items"]
        assert len(attempts) == 1
