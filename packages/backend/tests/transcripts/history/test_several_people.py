"""Several people and programs at one transcript: nobody's accepted words are lost, and none is written twice."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
from support.campaigns import times
from support.client import Client
from support.factories import Factory

PEOPLE = 3
Whole = dict[str, Any]


class Editor:
    """Somebody whose page may be behind, and whose answers get lost on the way."""

    def __init__(self, client: Client, transcript: str, name: str, chance: random.Random) -> None:
        self._client = client
        self._url = f"/api/transcripts/{transcript}"
        self._name = name
        self._chance = chance
        self._seen: Whole = {"segments": []}
        self._count = 0
        self.accepted: list[str] = []
        self.changes = 0

    async def look(self) -> None:
        self._seen = (await self._client.get(self._url)).json()

    async def act(self) -> None:
        if not self._seen["segments"] or self._chance.random() < 0.4:
            await self.look()
        one = self._chance.choice(self._seen["segments"])
        do = self._chance.choice(["edit", "edit", "edit", "check", "speaker", "split", "insert"])
        self._count += 1
        text = f"{self._name} writes {self._count}"
        known = {"version": one["version"]}
        url = f"{self._url}/segments"
        if do == "edit":
            await self._edit(f"{url}/{one['id']}", {"text": text, **known})
        elif do == "check":
            body = {"segment_ids": [one["id"]], "checked": one["checked_by"] is None}
            await self._change("POST", f"{url}/check", {**body, "versions": {one["id"]: one["version"]}})
        elif do == "speaker":
            await self._change("PATCH", f"{url}/{one['id']}", {"speaker": f"Somebody {self._count}", **known})
        elif do == "split":
            await self._change("POST", f"{url}/{one['id']}/split", {"word_index": 1, **known})
        else:
            start = float(self._chance.randint(0, 40))
            await self._change("POST", url, {"start_time": start, "end_time": start + 1, "text": text}, text)

    async def _edit(self, url: str, body: Whole) -> None:
        """Save a text; where no answer comes, send it again until one does."""
        won = await self._change("PATCH", url, body, body["text"])
        if won and self._chance.random() < 0.5:
            again = await self._client.patch(url, json=body)
            assert again.status_code in {200, 409}, again.text
            if again.status_code == 200:
                assert again.json()["text"] == body["text"]
            else:  # somebody was there between: they are shown, not overwritten
                assert again.json()["current"]["text"] != body["text"]

    async def _change(self, method: str, url: str, body: Whole, text: str | None = None) -> bool:
        answer = await self._client.request(method, url, json=body)
        assert answer.status_code in {200, 201, 404, 409, 422}, answer.text
        if answer.status_code >= 400:
            return False
        self.changes += 1
        self.accepted += [] if text is None else [text]
        return True


@pytest.mark.campaign
@pytest.mark.timeout(900)
async def test_what_was_accepted_is_in_the_history_once(client: Client, factory: Factory) -> None:
    made = await factory.transcript("One two three", "four five six", "seven eight nine", speakers=["A", "B"])
    editors = [Editor(client, made.id, f"person {n}", random.Random(n)) for n in range(PEOPLE)]  # noqa: S311 - a choice of tests
    for _ in range(times(12, 340)):
        await asyncio.gather(*(editor.act() for editor in editors))
    now = (await client.get(f"/api/transcripts/{made.id}")).json()
    assert now["revision"] == sum(editor.changes for editor in editors), "each accepted change is one, and no other is"
    texts: list[str] = []
    before: dict[str, str] = {}
    for number in range(now["revision"] + 1):
        found = (await client.get(f"/api/transcripts/{made.id}/versions/{number}")).json()["lines"]
        lines = {one["segment_id"]: one["text"] for one in found}
        texts += [text for segment, text in lines.items() if before.get(segment) != text]
        before = lines
    for accepted in (text for editor in editors for text in editor.accepted):
        assert texts.count(accepted) == 1, f"{accepted!r} was written {texts.count(accepted)} times"
    shown = {one["id"]: one["text"] for one in now["segments"]}
    assert before == shown, "the history replayed is the transcript"
