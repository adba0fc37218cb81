"""Who speaks when: errors and cost of the built-in diarizer on conversations of two to six voices with overlaps."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from figures import Figure
from support.conversations import VOICES, conversation, errors
from verbatim.adapters.diarization.api import DiarizationRequest
from verbatim.adapters.diarization.builtin import BuiltinDiarizer

NAMES = ("diarization_der",)

ERROR_BAR_PERCENT, COST_BAR = 15, 0.1
SECONDS, ROUNDS = 120, 2


def run() -> list[Figure]:
    """Measure without tolerance at the borders, overlaps included; nobody tells the number of voices."""
    wrong: dict[int, list[float]] = {}
    counted: list[float] = []
    spent = heard = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for people in range(2, 7):
            for round_ in range(ROUNDS):
                first = round_ * (len(VOICES) - people)
                talk = conversation(VOICES[first : first + people], SECONDS, seed=100 * people + round_)
                path = talk.write(Path(folder) / "talk.wav")
                started = time.process_time()
                found = BuiltinDiarizer().diarize(DiarizationRequest(path), lambda _: None)
                spent += time.process_time() - started
                heard += talk.seconds
                result = errors(talk.spoken, [(turn.start, turn.end, turn.voice) for turn in found.turns])
                wrong.setdefault(people, []).append(result.rate * 100)
                counted.append(float(result.found == result.voices))
    each = [Figure(f"diarization_der.{people}_voices", statistics.mean(rates), "%") for people, rates in wrong.items()]
    whole = statistics.mean(rate for rates in wrong.values() for rate in rates)
    return [
        Figure("diarization_der", whole, "%", limit=ERROR_BAR_PERCENT),
        *each,
        Figure("diarization_der.count_right", statistics.mean(counted) * 100, "%", "at least"),
        Figure("diarization_der.processor_seconds_a_second", spent / heard, "ratio", limit=COST_BAR),
    ]
