"""A long recording is read in blocks, and heard as if it had none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.conversations import RATE, sentences
from support.recordings import wav
from verbatim.adapters.media import SAMPLE_RATE, Block, Samples, blocks
from verbatim.adapters.transcription import faster_whisper
from verbatim.adapters.transcription.api import TranscriptionRequest, TranscriptionSettings
from verbatim.adapters.transcription.faster_whisper import FasterWhisperEngine
from verbatim.adapters.transcription.whisper.stream import Stream

SENTENCE = 7
"""Seconds; a window of the made listener ends with the last whole sentence in it, as Whisper's does."""


@dataclass
class Spoken:
    """As much of Whisper's segment as the stream reads."""

    seek: int
    start: float
    end: float
    tokens: list[int]
    temperature: float = 0.0
    words: None = None


@dataclass
class MadeWhisper:
    """Writes the number of each second that it hears, and keeps which hint it had for each window that was taken."""

    unsure: frozenset[int] = frozenset()
    hints: dict[int, list[int]] = field(default_factory=dict)

    def __call__(self, sound: Any, hint: list[int]) -> Iterator[Spoken]:
        heard = [round(float(value) * 32_768) for value in sound[SAMPLE_RATE // 2 :: SAMPLE_RATE]]
        seek, said = 0, list(hint)
        while seek < len(heard):
            window = heard[seek : seek + 30]
            if len(window) == 30:
                window = [n for n in window if n < (window[-1] + 1) // SENTENCE * SENTENCE]
            temperature = 1.0 if window[0] in self.unsure else 0.0
            self.hints[window[0]] = said
            yield Spoken(seek * 100, float(seek), float(seek + len(window)), window, temperature)
            said = [] if temperature else said + window
            seek += len(window)


def talk(seconds: int) -> Samples:
    return np.repeat(np.arange(seconds, dtype=np.int16), SAMPLE_RATE)


def in_blocks(samples: Samples, lengths: list[int], whisper: MadeWhisper) -> list[Spoken]:
    stream, found, begin = Stream(only_voices=False), [], 0
    ends = [end for end in np.cumsum(lengths).tolist() if end < len(samples) // SAMPLE_RATE]
    for end in [*ends, len(samples) // SAMPLE_RATE]:
        last = end * SAMPLE_RATE >= len(samples)
        stream.take(Block(float(begin), samples[begin * SAMPLE_RATE : end * SAMPLE_RATE]), last=last)
        found += list(stream.heard(whisper, last=last))
        begin = end
    return found


class TestJoints:
    @example(seconds=87, lengths=[86], unsure=frozenset({56}))  # the window before the cut one is no hint for it
    @settings(deadline=None, max_examples=40)
    @given(
        seconds=st.integers(1, 400),
        lengths=st.lists(st.integers(5, 120), max_size=8),
        unsure=st.frozensets(st.integers(0, 57).map(lambda n: n * SENTENCE), max_size=4),
    )
    def test_blocks_are_heard_as_one_sound_is(self, seconds: int, lengths: list[int], unsure: frozenset[int]) -> None:
        once, parted = MadeWhisper(unsure), MadeWhisper(unsure)
        whole = list(once(talk(seconds).astype(np.float32) / 32_768, []))
        found = in_blocks(talk(seconds), lengths, parted)
        assert [(s.start, s.end, s.tokens) for s in found] == [(s.start, s.end, s.tokens) for s in whole]
        taken = {s.tokens[0] for s in found}
        assert {n: hint for n, hint in parted.hints.items() if n in taken} == once.hints

    def test_silence_between_blocks_is_left_out_and_its_length_is_not(self) -> None:
        sentence = sentences("slt")[1]
        silence = np.zeros(40 * RATE, np.float32)
        sound = np.concatenate([sentence, silence, sentence, silence[: 3 * RATE]])
        samples = (sound * 32_767).astype(np.int16)
        stream, heard = Stream(only_voices=True), []

        def listen(given: Any, _hint: list[int]) -> Iterator[Spoken]:
            heard.append(len(given))
            yield Spoken(0, 0.2, 0.4, [1])
            yield Spoken(0, len(given) / SAMPLE_RATE - 0.6, len(given) / SAMPLE_RATE - 0.5, [2])

        found = []
        parts = list(blocks([samples], 15))
        for part in parts:
            stream.take(part, last=part is parts[-1])
            found += list(stream.heard(listen, last=part is parts[-1]))
        once = len(sentence) / SAMPLE_RATE
        assert heard == [pytest.approx(2 * len(sentence) + 1.2 * SAMPLE_RATE, abs=SAMPLE_RATE)]
        assert found[0].start == pytest.approx(0.2, abs=0.3)
        assert found[1].start == pytest.approx(once + 40 + once, abs=0.5)


def test_the_next_block_has_whispers_own_words_as_hint_and_no_text(
    tmp_path: Path, whisper: TranscriptionSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, prompts = FasterWhisperEngine(whisper), []
    _, model = engine.load()
    real = model.transcribe

    def transcribe(samples: Any, **options: Any) -> Any:
        prompts.append(options["initial_prompt"])
        return real(samples, **options)

    monkeypatch.setattr(model, "transcribe", transcribe)
    monkeypatch.setattr(faster_whisper, "_BLOCK_SECONDS", 35.0)
    path = wav(tmp_path / "talk.wav", (np.concatenate(sentences("slt") * 2)[: 60 * RATE] * 32_767).astype(np.int16))
    for prompt in (None, "model"):
        engine.transcribe(TranscriptionRequest(path, "en", prompt=prompt), lambda *_: None, lambda _: None)
    assert [type(one) for one in prompts] == [type(None), list, str, list]
    assert prompts[3] == [*model.hf_tokenizer.encode(" model", add_special_tokens=False).ids, *prompts[1]]
