"""The diarizer that is always there, on conversations of two to six voices that talk into each other."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import wave
from pathlib import Path

import numpy as np
import pytest
from support.conversations import RATE, UNHEARD, VOICES, Conversation, conversation, errors, sentences
from support.one_voice import WAYS, alone
from support.waiting import until
from verbatim.adapters.diarization.api import (
    Diarization,
    DiarizationError,
    DiarizationRequest,
    DiarizationSettings,
    OnProgress,
)
from verbatim.adapters.diarization.builtin import BuiltinDiarizer
from verbatim.adapters.diarization.caged import CagedDiarizer
from verbatim.adapters.media import MediaError

GOOD_MORNING = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


def diarized(talk: Conversation, folder: Path, speakers: int | None = None) -> Diarization:
    path = talk.write(folder / "talk.wav")
    return BuiltinDiarizer().diarize(DiarizationRequest(path, speakers), lambda _: None)


def wrong(talk: Conversation, found: Diarization) -> float:
    return errors(talk.spoken, [(turn.start, turn.end, turn.voice) for turn in found.turns]).rate


@pytest.mark.parametrize("number", range(2, 7))
def test_two_to_six_people_are_told_apart(number: int, tmp_path: Path) -> None:
    talk = conversation(VOICES[:number], 60 + 10 * number, seed=number)
    found = diarized(talk, tmp_path)
    assert abs(len(found.voices) - number) <= 1  # somebody may say next to nothing
    assert wrong(talk, found) <= 0.15


def test_the_number_of_speakers_can_be_told(tmp_path: Path) -> None:
    talk = conversation(VOICES[1:5], 60, seed=9)
    found = diarized(talk, tmp_path, speakers=4)
    assert len(found.voices) == 4
    assert wrong(talk, found) <= 0.15
    assert len(diarized(talk, tmp_path, speakers=2).voices) == 2


@pytest.mark.parametrize(
    ("voice", "way"),
    [
        *zip((*VOICES, *UNHEARD), (*WAYS, "as it is", "as it is", "with long pauses"), strict=True),
        ("reader", "going away"),
    ],
)
def test_one_person_is_one_voice(voice: str, way: str, tmp_path: Path) -> None:
    found = diarized(alone(voice, way, 30), tmp_path)
    assert len(found.voices) == 1
    assert {turn.voice for turn in found.turns} == {0}


@pytest.mark.parametrize(("voice", "seed"), [("pc", 27), ("m7", 87)])
def test_a_bad_line_leaves_scraps_that_are_nobody_else(voice: str, seed: int, tmp_path: Path) -> None:
    assert len(diarized(alone(voice, "over a telephone", 120, seed=seed), tmp_path).voices) == 1


@pytest.mark.parametrize("times", [1, 3, 12])
def test_the_same_words_again_and_again_are_one_voice(times: int, tmp_path: Path) -> None:
    """Groups of windows that hold the same words each time lie far apart, and are one person."""
    path = tmp_path / "again.wav"
    with wave.open(str(GOOD_MORNING)) as once, wave.open(str(path), "wb") as file:
        file.setparams(once.getparams())
        file.writeframes(once.readframes(once.getnframes()) * times)
    found = BuiltinDiarizer().diarize(DiarizationRequest(path), lambda _: None)
    assert len(found.voices) == 1


@pytest.mark.parametrize("number", [2, 3, 4])
def test_people_are_told_apart_whose_voices_are_new(number: int, tmp_path: Path) -> None:
    talk = conversation(UNHEARD[:number], 60 + 10 * number, seed=number)
    found = diarized(talk, tmp_path)
    assert abs(len(found.voices) - number) <= 1
    assert wrong(talk, found) <= 0.25


@pytest.mark.parametrize(("talks", "agrees"), [("rms", "slt"), ("slt", "kal"), ("lp", "slt_low")])
def test_who_says_one_word_is_heard(talks: str, agrees: str, tmp_path: Path) -> None:
    """Too little to learn a voice from; but between pauses, and like nobody else."""
    before, after = (alone(talks, "as it is", 20, seed=seed).sound for seed in (1, 2))
    word = min(sentences(agrees), key=len)[: int(0.9 * RATE)]
    pause = np.zeros(int(0.6 * RATE), np.float32)
    start = (len(before) + len(pause)) / RATE
    found = diarized(Conversation(np.concatenate([before, pause, word, pause, after]), []), tmp_path)
    assert len(found.voices) == 2
    (turn,) = [turn for turn in found.turns if turn.voice == 1]
    assert turn.start == pytest.approx(start, abs=0.3)
    assert turn.end == pytest.approx(start + 0.9, abs=0.3)
    assert (turn.confidence or 1) < 0.9, "nobody can be sure"


def test_nobody_is_added_to_the_number_that_was_told(tmp_path: Path) -> None:
    talk = alone("rms", "as it is", 20)
    sound = np.concatenate([talk.sound, np.zeros(RATE, np.float32), min(sentences("slt"), key=len)])
    assert len(diarized(Conversation(sound, []), tmp_path, speakers=1).voices) == 1
    assert len(diarized(Conversation(sound, []), tmp_path, speakers=2).voices) == 2


def test_voices_are_numbered_by_their_first_word(tmp_path: Path) -> None:
    talk = conversation(("slt", "kal", "awb"), 60, seed=3)
    found = diarized(talk, tmp_path)
    first = dict.fromkeys(turn.voice for turn in found.turns)
    assert list(first) == list(range(len(found.voices)))
    assert all(0 <= turn.confidence <= 1 for turn in found.turns if turn.confidence is not None)


def test_two_who_speak_at_once_are_both_heard(tmp_path: Path) -> None:
    talk = conversation(("slt", "kal"), 90, seed=5, overlap=0.5)
    found = diarized(talk, tmp_path)
    alone = [(turn.start, turn.end, turn.voice) for turn in found.turns]
    both = [
        (max(a[0], b[0]), min(a[1], b[1]))
        for a in alone
        for b in alone
        if a[2] < b[2] and min(a[1], b[1]) - max(a[0], b[0]) > 0.2
    ]
    assert both
    assert errors(talk.spoken, alone).invented < 0.03


def test_neither_silence_nor_noise_is_a_voice(tmp_path: Path) -> None:
    for level in (0.0, 0.003):
        noise = np.random.default_rng(1).normal(0, level, 16_000 * 5).astype(np.float32)
        assert diarized(Conversation(noise, []), tmp_path) == Diarization("builtin")


def test_a_word_and_no_more(tmp_path: Path) -> None:
    sound = np.concatenate([np.zeros(8_000, np.float32), min(sentences("slt"), key=len), np.zeros(8_000, np.float32)])
    found = diarized(Conversation(sound, []), tmp_path)
    assert [turn.voice for turn in found.turns] == [0] * len(found.turns)
    assert len(found.voices) == 1


async def listen(path: Path, settings: DiarizationSettings | None = None) -> tuple[Diarization, list[float]]:
    heard: list[float] = []

    async def on_progress(share: float) -> None:
        heard.append(share)

    diarizer = CagedDiarizer(lambda: settings or DiarizationSettings())
    return await diarizer.diarize(DiarizationRequest(path), on_progress), heard


@pytest.mark.parametrize("number", [1, 2, 5])
async def test_its_process_says_the_same_and_how_far_it_is(number: int, tmp_path: Path) -> None:
    talk = conversation(VOICES[:number], 15 * number, seed=2)
    found, heard = await listen(talk.write(tmp_path / "talk.wav"))
    assert found == diarized(talk, tmp_path)
    assert heard == sorted(heard)
    assert heard[-1] > 0.5


async def test_what_is_no_recording_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "no.wav").write_bytes(b"no sound at all")
    with pytest.raises(MediaError):
        await listen(tmp_path / "no.wav")


async def test_too_little_memory_is_a_sentence_and_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(conversation(("slt", "kal"), 60).sound.astype("<i2").tobytes() * 10)
    with pytest.raises(DiarizationError):
        await listen(path, DiarizationSettings(memory_bytes=60 * 1024**2))


async def test_cancelling_ends_its_process(tmp_path: Path) -> None:
    begun = asyncio.Event()

    async def stand_still(_: float) -> None:
        _send(signal.SIGSTOP)  # so that it is still there, however long anything takes here
        begun.set()
        await asyncio.Event().wait()

    listening = asyncio.create_task(_listen_with(stand_still, tmp_path))
    await asyncio.wait_for(begun.wait(), 60)
    listening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await listening
    await until(_none_left)


async def test_a_process_that_is_killed_is_a_sentence(tmp_path: Path) -> None:
    async def kill(_: float) -> None:
        _send(signal.SIGKILL)  # at its first word, with nearly all of its work before it

    with pytest.raises(DiarizationError, match="not enough memory"):
        await _listen_with(kill, tmp_path)


async def _listen_with(on_progress: OnProgress, folder: Path) -> Diarization:
    path = conversation(("slt", "kal"), 90, seed=2).write(folder / "talk.wav")
    return await CagedDiarizer(DiarizationSettings).diarize(DiarizationRequest(path), on_progress)


def _send(sign: signal.Signals) -> None:
    for child in _children():
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, sign)


def _children() -> list[int]:
    """Processes that tell voices apart: children of the one with the libraries, which is ours."""
    return [child for nursery in _of(os.getpid(), b"cage.nursery") for child in _of(nursery, b"cage.nursery")]


def _of(parent: int, name: bytes) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
            above = (entry / "stat").read_text().rsplit(")", 1)[1].split()[1]
        except OSError:
            continue
        if name in command and int(above) == parent:
            found.append(int(entry.name))
    return found


async def _none_left() -> bool:
    return not _children()
