"""Who speaks when: errors and cost of the built-in diarizer on conversations of two to six voices with overlaps, and
how often it hears several people where there is one.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from figures import Figure
from support.conversations import UNHEARD, VOICES, Conversation, conversation, errors
from support.one_voice import WAYS, alone
from verbatim.adapters.diarization.api import Diarization, DiarizationRequest
from verbatim.adapters.diarization.builtin import BuiltinDiarizer

NAMES = ("diarization_der", "single_voice_split")

ERROR_BAR_PERCENT, COST_BAR = 15, 0.1
SECONDS, ROUNDS = 120, 2
LENGTHS = (25, 60, 120)
"""Seconds of the recordings of one voice."""


class _Heard:
    """What was heard so far: how long, and how much time that took."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "talk.wav"
        self.spent = self.heard = 0.0

    def listen(self, talk: Conversation) -> Diarization:
        talk.write(self._path)
        started = time.process_time()
        found = BuiltinDiarizer().diarize(DiarizationRequest(self._path), lambda _: None)
        self.spent += time.process_time() - started
        self.heard += talk.seconds
        return found


def run() -> list[Figure]:
    """Measure without tolerance at the borders, overlaps included; nobody tells the number of voices."""
    with tempfile.TemporaryDirectory() as name:
        ear = _Heard(Path(name))
        return [*_conversations(ear), *_alone(ear)]


def _conversations(ear: _Heard) -> list[Figure]:
    wrong: dict[str, list[float]] = {}
    counted: list[float] = []
    for kind, voices in (("known", VOICES), ("unheard", UNHEARD)):
        for people in range(2, 7):
            for round_ in range(ROUNDS):
                first = round_ * (len(voices) - people)
                talk = conversation(voices[first : first + people], SECONDS, seed=100 * people + round_)
                found = ear.listen(talk)
                result = errors(talk.spoken, [(turn.start, turn.end, turn.voice) for turn in found.turns])
                for group in (kind, f"{people}_voices"):
                    wrong.setdefault(group, []).append(result.rate * 100)
                counted.append(float(result.found == result.voices))
    each = [Figure(f"diarization_der.{group}", statistics.mean(rates), "%") for group, rates in wrong.items()]
    return [
        Figure("diarization_der", statistics.mean(wrong["unheard"]), "%", limit=ERROR_BAR_PERCENT),
        *each,
        Figure("diarization_der.count_right", statistics.mean(counted) * 100, "%", "at least"),
        Figure("diarization_der.processor_seconds_a_second", ear.spent / ear.heard, "ratio", limit=COST_BAR),
    ]


def _alone(ear: _Heard) -> list[Figure]:
    """Every voice in every way, those from which nothing was learned apart."""
    split = {"known": 0, "unheard": 0}
    for kind, voices in (("known", VOICES), ("unheard", UNHEARD)):
        for number, voice in enumerate(voices):
            for place, way in enumerate(WAYS):
                talk = alone(voice, way, LENGTHS[(number + place) % len(LENGTHS)], seed=20 * number + place)
                split[kind] += len(ear.listen(talk).voices) != 1
    return [
        Figure("single_voice_split", sum(split.values()), "recordings", limit=0),
        Figure("single_voice_split.unheard", split["unheard"], "recordings"),
        Figure("single_voice_split.recordings", (len(VOICES) + len(UNHEARD)) * len(WAYS), "recordings"),
    ]
