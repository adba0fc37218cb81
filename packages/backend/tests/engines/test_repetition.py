"""Which repetitions of its own Whisper believes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from faster_whisper import WhisperModel
from faster_whisper.transcribe import TranscriptionOptions
from verbatim.adapters.transcription.whisper.patient import PatientWhisper, has_time

STAMP, END = 50_000, 40_000


@dataclass
class Result:
    """What the decoder gives: text as numbers, each a word, between its two stamps."""

    sequences_ids: list[list[int]]
    no_speech_prob: float = 0.0


class Words:
    """A tokenizer of which every number is the same short sentence."""

    timestamp_begin = STAMP

    def decode(self, tokens: list[int]) -> str:
        return "Please mind the gap. " * sum(token < END for token in tokens)


@dataclass
class Whisper(PatientWhisper):
    """Without a model: it gives one answer, and counts what it was asked at random."""

    answer: tuple[Any, float, float, float]
    asked: list[int] = field(default_factory=list)
    max_length = 448


def decode(
    monkeypatch: pytest.MonkeyPatch, *, times: int, seconds: float, likelihood: float = -0.1, ratio: float = 4.0,
    silent: float = 0.0, only_voices: bool = True,
) -> tuple[list[int], bool]:  # fmt: skip
    """Return with how many temperatures the window was decoded, once and again, and whether it hints at the next."""
    tokens = [STAMP, *[1] * times, STAMP + round(seconds / 0.02)]
    whisper = Whisper((Result([tokens], silent), likelihood, 0.0, ratio))
    whisper.only_voices = only_voices

    def answers(_self: Any, _sound: Any, _prompt: Any, _tokenizer: Any, options: TranscriptionOptions) -> Any:
        whisper.asked.append(len(options.temperatures))
        return whisper.answer

    monkeypatch.setattr(WhisperModel, "generate_with_fallback", answers)
    options = TranscriptionOptions(**dict.fromkeys(TranscriptionOptions.__dataclass_fields__))
    options.temperatures = [0.0, 0.2, 0.4]
    options.compression_ratio_threshold, options.log_prob_threshold = 2.4, -1.0
    options.no_speech_threshold, options.prompt_reset_on_temperature = 0.6, 0.5
    temperature = whisper.generate_with_fallback(None, [1, 2, 3], Words(), options)[2]
    return whisper.asked, temperature <= options.prompt_reset_on_temperature


class TestRepetition:
    @pytest.mark.parametrize("times", [4, 8, 14])
    def test_what_has_its_time_was_said(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        assert decode(monkeypatch, times=times, seconds=times * 2.0) == ([1], False)

    @pytest.mark.parametrize(
        "doubts",
        [
            {"times": 60, "seconds": 28.0},  # more than can be said
            {"times": 440, "seconds": 29.0},  # it never ended
            {"times": 8, "seconds": 16.0, "likelihood": -0.6},
            {"times": 8, "seconds": 16.0, "only_voices": False},
            {"times": 8, "seconds": 0.0},
        ],
    )
    def test_a_loop_is_heard_again(self, monkeypatch: pytest.MonkeyPatch, doubts: dict[str, Any]) -> None:
        assert decode(monkeypatch, **doubts)[0] == [1, 2]

    @pytest.mark.parametrize(
        ("likelihood", "ratio", "silent", "asked"),
        [(-0.4, 1.6, 0.0, [1]), (-1.2, 1.6, 0.0, [1, 2]), (-1.2, 1.6, 0.7, [1]), (-0.9, 2.4, 0.0, [1])],
    )
    def test_other_text_is_judged_as_whisper_does(
        self, monkeypatch: pytest.MonkeyPatch, likelihood: float, ratio: float, silent: float, asked: list[int]
    ) -> None:
        found = decode(monkeypatch, times=4, seconds=9.0, likelihood=likelihood, ratio=ratio, silent=silent)
        assert found == (asked, ratio <= 2)

    @pytest.mark.parametrize(("stamps", "fits"), [([0, 500], True), ([0, 20], False), ([100], False), ([], False)])
    def test_time_is_between_the_first_and_the_last_stamp(self, stamps: list[int], *, fits: bool) -> None:
        assert has_time("Please mind the gap between the train and the platform.", stamps) is fits
