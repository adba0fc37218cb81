"""Files that are no recordings, each with its own kind of error and a sentence for the user."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from support.recordings import GARDEN, VARIANTS, convert, cut, silent_video, wav_header
from verbatim.adapters.media import (
    DamagedMedia,
    EmptyMedia,
    MediaError,
    NoAudioTrack,
    UnsupportedMedia,
    decode_mono16k,
    probe,
)

NOISE = np.random.default_rng(7).bytes(20_000)


def refused(path: Path) -> MediaError:
    with pytest.raises(MediaError) as caught:
        probe(path)
    with pytest.raises(type(caught.value)):
        list(decode_mono16k(path))
    sentence = str(caught.value)
    assert re.fullmatch(r"[A-Z].+\.", sentence), sentence
    assert str(path) not in sentence
    return caught.value


def test_nothing_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.touch()
    assert isinstance(refused(path), EmptyMedia)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n" + NOISE, "PDF"),
        (b"PK\x03\x04" + NOISE, "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + NOISE, "PNG"),
        (b"\xff\xd8\xff\xe0" + NOISE, "JPEG"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 " + NOISE, "WebP"),
        (b"\x00\x00\x00\x18ftypheic" + NOISE, "HEIC"),
        (b"\x7fELF" + NOISE, "program"),
        ("Grüße aus Köln\n".encode() * 500, "text"),
        ("Grüße\n".encode("utf-16") * 50, "text"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b'<?xml version="1.0"?><svg/>', "XML"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_things_are_named(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "talk.mp3"
    path.write_bytes(content)
    error = refused(path)
    assert isinstance(error, UnsupportedMedia)
    assert kind in str(error)


@pytest.mark.parametrize("content", [NOISE, bytes(20_000)], ids=["noise", "zeros"])
def test_anything_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "talk.mp3"
    path.write_bytes(content)
    assert isinstance(refused(path), UnsupportedMedia | DamagedMedia)


def test_video_without_sound(tmp_path: Path) -> None:
    assert isinstance(refused(silent_video(tmp_path / "a.mp4")), NoAudioTrack)


def test_mp4_that_lost_its_index(tmp_path: Path) -> None:
    whole = convert(GARDEN, tmp_path / "a.mp4", next(v for v in VARIANTS if v.container == "mp4"))
    assert isinstance(refused(cut(whole, tmp_path / "b.mp4", 0.6)), DamagedMedia)


def test_wav_with_nothing_behind_its_header(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(wav_header(32_000))
    assert isinstance(refused(path), DamagedMedia)


def test_sound_that_cannot_be_decoded(tmp_path: Path) -> None:
    """A good FLAC header with noise behind it."""
    whole = convert(GARDEN, tmp_path / "a.flac", next(v for v in VARIANTS if v.container == "flac"))
    path = tmp_path / "b.flac"
    path.write_bytes(whole.read_bytes()[:8192][:200] + NOISE)
    assert isinstance(refused(path), DamagedMedia)


def test_absurd_sample_rate(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(wav_header(64_000, rate=2_000_000_000) + bytes(64_000))
    assert isinstance(refused(path), UnsupportedMedia | DamagedMedia)


class TestPlaylists:
    """Formats that name other files or addresses must never be followed."""

    @pytest.mark.parametrize("name", ["a.m3u8", "a.mp3", "a"])
    @pytest.mark.parametrize(
        "template",
        [
            "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:10,\n{target}\n#EXT-X-ENDLIST\n",
            "\ufeff\n#EXTM3U\n#EXTINF:10,\n{target}\n",
            "ffconcat version 1.0\nfile '{target}'\n",
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n",
            '<?xml version="1.0"?><MPD><BaseURL>{target}</BaseURL></MPD>',
            "[playlist]\nFile1={target}\n",
        ],
        ids=["hls", "hls with a mark", "concat", "sdp", "dash", "pls"],
    )
    def test_refused_by_looks(self, tmp_path: Path, name: str, template: str) -> None:
        path = tmp_path / name
        path.write_text(template.format(target=GARDEN.resolve()))
        assert isinstance(refused(path), UnsupportedMedia)

    def test_refused_by_ffmpeg_itself(self, tmp_path: Path) -> None:
        """Bytes that hide the text from our own look do not get past the list of allowed formats."""
        path = tmp_path / "a.m3u8"
        path.write_bytes(f"#EXTM3U\n#EXTINF:10,\n{GARDEN.resolve()}\n".encode() + b"\x00\xff\xfe")
        assert isinstance(refused(path), UnsupportedMedia)

    def test_name_that_looks_like_a_protocol(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "concat:x|y.ogg").write_bytes(GARDEN.read_bytes())
        monkeypatch.chdir(tmp_path)
        assert probe(Path("concat:x|y.ogg")).container == "ogg"
