"""Voices that people are known by: opt-in, with consent, suggested and never taken for granted, and really erased."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, text, update
from support.client import Client
from support.factories import Factory, MadeTranscript
from verbatim.adapters.diarization.api import Voice
from verbatim.config import Settings
from verbatim.core.ownership import Unscoped, use_scope
from verbatim.transcripts.models import Speaker
from verbatim.voice_profiles.matching import best_pairs, likeness

URL = "/api/voice-profiles"
ADA = Voice("builtin-1", (1.0, 2.0, 3.0, 4.8), (0.5, 0.5, 0.5, 0.05), 40.0)
ADA_AGAIN = Voice("builtin-1", (1.1, 1.9, 3.2, 4.79), (0.5, 0.4, 0.5, 0.05), 12.0)
BERT = Voice("builtin-1", (-1.0, 0.5, 5.0, 4.4), (0.5, 0.5, 0.5, 0.05), 30.0)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"voice_profiles": True})


@pytest.fixture
async def made(factory: Factory, app: FastAPI) -> MadeTranscript:
    return await spoken(factory, app, ADA, BERT)


async def spoken(factory: Factory, app: FastAPI, *voices: Voice | None) -> MadeTranscript:
    """Make a transcript whose speakers sound like this."""
    labels = [f"Speaker {number + 1}" for number in range(len(voices))]
    transcript = await factory.transcript("one", "two", "three", speakers=labels)
    with use_scope(Unscoped()):
        async with app.state.database.transaction() as session:
            for identity, voice in zip(transcript.speaker_ids, voices, strict=True):
                measured = None if voice is None else asdict(voice)
                await session.execute(update(Speaker).where(Speaker.id == identity).values(voice=measured))
    return transcript


async def keep(client: Client, speaker_id: str, name: str = "Ada", **more: Any) -> dict[str, Any]:
    answer = await client.post(URL, json={"speaker_id": speaker_id, "name": name, "consent_by": name, **more})
    assert answer.status_code == 201, answer.text
    profile: dict[str, Any] = answer.json()
    return profile


async def suggested(client: Client, made: MadeTranscript) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await client.get(f"{URL}/suggestions/{made.id}")).json()["items"]
    return found


async def test_a_voice_is_kept_with_who_said_yes(client: Client, made: MadeTranscript) -> None:
    profile = await keep(client, made.speaker_ids[0], consent_at="2026-03-01T10:00:00Z")
    assert (profile["name"], profile["consent_by"], profile["seconds"]) == ("Ada", "Ada", 40.0)
    assert profile["consent_at"].startswith("2026-03-01T10:00:00")
    assert profile["entered_by"]
    listed = (await client.get(URL)).json()
    assert listed == {"items": [profile], "enabled": True}
    assert "vector" not in str(listed)
    people = (await client.get(f"/api/speakers/by-transcript/{made.id}")).json()["items"]
    assert (people[0]["speaker_name"], people[0]["voice_profile_id"]) == ("Ada", profile["id"])


async def test_the_next_recording_is_told_who_that_may_be(
    client: Client, made: MadeTranscript, factory: Factory, app: FastAPI
) -> None:
    profile = await keep(client, made.speaker_ids[0])
    later = await spoken(factory, app, BERT, ADA_AGAIN)
    [found] = await suggested(client, later)
    assert (found["speaker_id"], found["voice_profile_id"], found["name"]) == (
        later.speaker_ids[1],
        profile["id"],
        "Ada",
    )
    assert 0.5 < found["confidence"] <= 1
    people = (await client.get(f"/api/speakers/by-transcript/{later.id}")).json()["items"]
    assert [one["speaker_name"] for one in people] == [None, None]  # nothing happens silently
    named = await client.post(f"{URL}/{profile['id']}/speakers", json={"speaker_id": later.speaker_ids[1]})
    assert named.json()["speaker_name"] == "Ada"
    assert await suggested(client, later) == []


async def test_a_deleted_profile_is_really_gone(
    client: Client, made: MadeTranscript, factory: Factory, app: FastAPI
) -> None:
    profile = await keep(client, made.speaker_ids[0])
    later = await spoken(factory, app, ADA_AGAIN)
    await client.post(f"{URL}/{profile['id']}/speakers", json={"speaker_id": later.speaker_ids[0]})
    assert (await client.delete(f"{URL}/{profile['id']}")).status_code == 200
    with use_scope(Unscoped()):
        async with app.state.database.transaction() as session:
            measured = list(await session.scalars(select(Speaker.voice).where(Speaker.speaker_name == "Ada")))
            rows = (await session.execute(text("SELECT count(*) FROM voice_profiles"))).scalar_one()
    assert (measured, rows) == ([None, None], 0)
    assert (await client.get(URL)).json()["items"] == []
    assert (await client.delete(f"{URL}/{profile['id']}")).json()["code"] == "voice_profile_not_found"
    people = (await client.get(f"/api/speakers/by-transcript/{made.id}")).json()["items"]
    assert people[0]["speaker_name"] == "Ada"  # what people called somebody stays


async def test_names_are_changed_and_unique(client: Client, made: MadeTranscript) -> None:
    ada = await keep(client, made.speaker_ids[0])
    await keep(client, made.speaker_ids[1], "Bert")
    again = {"speaker_id": made.speaker_ids[1], "name": "ADA", "consent_by": "x"}
    twice = await client.post(URL, json=again)
    assert (twice.status_code, twice.json()["code"]) == (409, "voice_profile_exists")
    taken = await client.patch(f"{URL}/{ada['id']}", json={"name": "bert"})
    assert (taken.status_code, taken.json()["code"]) == (409, "voice_profile_exists")
    assert (await client.patch(f"{URL}/{ada['id']}", json={"name": "Ada L."})).json()["name"] == "Ada L."


async def test_without_a_measured_voice_or_consent_there_is_none(
    client: Client, factory: Factory, app: FastAPI
) -> None:
    unknown = await spoken(factory, app, None)
    body = {"speaker_id": unknown.speaker_ids[0], "consent_by": "Ada"}
    answer = await client.post(URL, json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "no_voice")
    assert (await client.post(URL, json={"speaker_id": unknown.speaker_ids[0]})).status_code == 422
    nobody = await client.post(URL, json={**body, "speaker_id": "nobody"})
    assert (nobody.status_code, nobody.json()["code"]) == (404, "speaker_not_found")


class TestOff:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"voice_profiles": False})

    async def test_turned_off_nothing_is_kept_or_matched(self, client: Client, made: MadeTranscript) -> None:
        body = {"speaker_id": made.speaker_ids[0], "consent_by": "Ada"}
        for answer in (await client.post(URL, json=body), await client.get(f"{URL}/suggestions/{made.id}")):
            assert (answer.status_code, answer.json()["code"]) == (403, "voice_profiles_off")
        assert (await client.get(URL)).json() == {"items": [], "enabled": False}


def test_voices_are_compared_in_their_own_units() -> None:
    ada, again, bert = asdict(ADA), asdict(ADA_AGAIN), asdict(BERT)
    assert likeness(ada, ada) == 1
    assert likeness(ada, again) > 0.7
    assert likeness(ada, bert) < 0.2
    assert likeness(ada, {**again, "model": "another"}) == 0
    assert likeness({**ada, "vector": ()}, {**ada, "vector": ()}) == 0
    learned = {"model": "m", "vector": (1.0, 0.0), "spread": ()}
    assert likeness(learned, learned) == 1
    assert likeness(learned, {**learned, "vector": (0.0, 1.0)}) == 0


def test_nobody_is_suggested_twice() -> None:
    ada, again = asdict(ADA), asdict(ADA_AGAIN)
    assert [pair[:2] for pair in best_pairs({"s1": again, "s2": ada}, {"p": [ada]})] == [("s2", "p")]
    assert [pair[:2] for pair in best_pairs({"s": ada}, {"p1": [again], "p2": [ada]})] == [("s", "p2")]
