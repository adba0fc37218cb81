"""Thousands of changes of one transcript: times run forwards, untouched words stay, and undo gives the same bytes."""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import pytest
from support.campaigns import times
from support.client import Client
from support.factories import Factory, MadeTranscript

WORDS = ("river", "bridge", "Jon's", "no", "42", "said,", "water.", "état", "北京", "بيت", "x")
MOST_BACK = 20
"""So many changes are taken back at once, and made again."""


class Writer:
    """Somebody who changes a transcript at random, and looks at what that makes of it."""

    def __init__(self, client: Client, made: MadeTranscript, seed: int) -> None:
        self.client, self.url = client, f"/api/transcripts/{made.id}"
        self.chance = random.Random(seed)  # noqa: S311 - a choice of tests
        self.states: list[bytes] = []

    async def read(self) -> list[dict[str, Any]]:
        answer = await self.client.get(self.url, params={"words": "true"})
        found: list[dict[str, Any]] = answer.json()["segments"]
        return found

    async def edit(self, segments: list[dict[str, Any]]) -> None:
        """Change some words of a segment; what stands before and behind them keeps its times exactly."""
        one = self.chance.choice(segments)
        words = one["text"].split()
        start = self.chance.randint(0, len(words))
        end = min(len(words), start + self.chance.randint(0, 3))
        new = self.chance.choices(WORDS, k=self.chance.randint(0, 3))
        text = " ".join([*words[:start], *new, *words[end:]])
        if not text or text == one["text"]:
            return
        path = f"{self.url}/segments/{one['id']}"
        answer = await self.client.patch(path, json={"text": text, "version": one["version"]})
        assert answer.status_code == 200, answer.text
        after = answer.json()["words"]
        assert "".join(word["text"] for word in after) == text.replace(" ", "")
        check_times(after)
        kept = {(word["text"], word["start"], word["end"]) for word in after}
        if len(one["words"]) == len(words):  # each of them is one word of the text
            untouched = [*one["words"][:start], *one["words"][end:]]
            lost = [word for word in untouched if (word["text"], word["start"], word["end"]) not in kept]
            # Where a word that was put in is like its neighbour, either of them may be the one that was there.
            assert all(word["text"] in new for word in lost), (one["text"], text, lost)

    async def other(self, segments: list[dict[str, Any]]) -> None:
        one = self.chance.choice(segments)
        way = self.chance.choice(["split", "insert", "speaker", "delete"])
        path = f"{self.url}/segments/{one['id']}"
        if way == "split" and len(one["words"] or ()) > 1:
            index = self.chance.randint(1, len(one["words"]) - 1)
            answer = await self.client.post(f"{path}/split", json={"word_index": index})
        elif way == "delete" and len(segments) > 20:
            answer = await self.client.delete(path)
        elif way == "speaker":
            answer = await self.client.patch(path, json={"speaker": self.chance.choice(["Ada", "Ben", "Zoë"])})
        else:
            body = {"start_time": one["start_time"], "end_time": one["end_time"], "text": "put in by hand"}
            answer = await self.client.post(f"{self.url}/segments", json=body)
        assert answer.status_code < 300, answer.text

    async def back_and_forth(self) -> None:
        """Take changes back and make them again: each state is found again, byte for byte."""
        count = self.chance.randint(1, min(MOST_BACK, len(self.states) - 1))
        for state in reversed(self.states[-count - 1 : -1]):
            assert (await self.client.post(f"{self.url}/undo")).status_code == 200
            assert substance(await self.read()) == state
        for state in self.states[-count:]:
            assert (await self.client.post(f"{self.url}/redo")).status_code == 200
            assert substance(await self.read()) == state


def check_times(words: list[dict[str, Any]]) -> None:
    for word in words:
        assert word["end"] > word["start"], word
    for one, other in itertools.pairwise(words):
        assert one["start"] <= other["start"], (one, other)
        assert one["end"] <= other["end"], (one, other)


def substance(segments: list[dict[str, Any]]) -> bytes:
    """Return what segments say, without how often and when their rows were written."""
    own = [{name: value for name, value in one.items() if name not in {"version", "updated_at"}} for one in segments]
    return json.dumps(own, ensure_ascii=False, sort_keys=True).encode()


@pytest.mark.campaign
@pytest.mark.timeout(3600)
async def test_thousands_of_edits(client: Client, factory: Factory) -> None:
    made = await factory.transcript(*[f"{n} and then the river rose over the meadow" for n in range(12)])
    writer = Writer(client, made, seed=7)
    writer.states.append(substance(await writer.read()))
    for number in range(times(60, 10_000)):
        segments = await writer.read()
        await (writer.edit(segments) if writer.chance.random() < 0.8 else writer.other(segments))
        now = substance(await writer.read())
        if now != writer.states[-1]:
            writer.states = [*writer.states, now][-MOST_BACK - 2 :]
        if number % 25 == 24:
            await writer.back_and_forth()
