"""Sound files that are odd in one way each: in their samples, channels, lengths, joints and beginnings."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from verbatim.adapters.media import SAMPLE_RATE

from support.made_media import Voice, encode, other_speech, plain_wav, rows, speech

SECONDS = 6
Make = Callable[[Path], Path]
"""Writes the file into a folder."""

PLAIN, FRACTIONS = 1, 3
NOTHING = np.zeros(SECONDS * SAMPLE_RATE, np.float32)


def form(tag: int = PLAIN, channels: int = 1, rate: int = SAMPLE_RATE, bits: int = 16) -> bytes:
    size = channels * bits // 8
    return struct.pack("<HHIIHH", tag, channels, rate, rate * size, size, bits)


def riff(
    data: bytes, shape: bytes = b"", *, size: int | None = None, whole: int | None = None, before: bytes = b""
) -> bytes:
    """Write a WAV file; `size` and `whole` are what it states of its samples and of itself."""
    shape = shape or form()
    stated = struct.pack("<I", len(data) if size is None else size)
    body = b"WAVE" + before + b"fmt " + struct.pack("<I", len(shape)) + shape + b"data" + stated + data
    return b"RIFF" + struct.pack("<I", len(body) if whole is None else whole) + body


def whole_numbers(voice: Voice) -> bytes:
    return (voice * 32_767).clip(-32_768, 32_767).astype("<i2").tobytes()


def written(data: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "odd"
        path.write_bytes(data)
        return path

    return make


def made(
    muxer: str, codec: str, *channels: Voice, rate: int = SAMPLE_RATE, layout: str = "mono", **options: str
) -> Make:
    """One track of these channels."""
    return lambda folder: encode(
        folder / "odd", muxer, codec, [rows(*channels)], rate=rate, layout=layout, options=options
    )


def tracks(muxer: str, codec: str, *voices: Voice, rate: int = SAMPLE_RATE, **options: str) -> Make:
    return lambda folder: encode(folder / "odd", muxer, codec, [rows(v) for v in voices], rate=rate, options=options)


def changed(make: Make, change: Callable[[bytes], bytes]) -> Make:
    def make_it(folder: Path) -> Path:
        path = make(folder)
        path.write_bytes(change(path.read_bytes()))
        return path

    return make_it


def joined(one: Make, other: Make) -> Make:
    def make(folder: Path) -> Path:
        data = one(folder).read_bytes() + other(folder).read_bytes()
        return written(data)(folder)

    return make


def pcm24(voice: Voice) -> bytes:
    return (voice * 8_388_607).astype("<i4").view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


def fractions(voice: NDArray[np.float32]) -> Make:
    return written(riff(voice.astype("<f4").tobytes(), form(FRACTIONS, bits=32)))


def spoilt() -> NDArray[np.float32]:
    """Speech with samples that are no numbers, endless, and beyond all measure."""
    samples = speech().copy()
    samples[::50], samples[7::997], samples[9::5_003] = np.nan, np.inf, 1e30
    return samples


def large_tag(size: int) -> bytes:
    return b"ID3\x03\0\0" + bytes((size >> shift) & 127 for shift in (21, 14, 7, 0)) + bytes(size)


def long_wav(kind: bytes) -> bytes:
    """The two kinds of WAV whose sizes stand in a place of their own."""
    data = whole_numbers(speech())
    sizes = b"ds64" + struct.pack("<IQQQI", 28, len(data) + 100, len(data), len(data) // 2, 0)
    shape = b"fmt " + struct.pack("<I", 16) + form()
    return kind + b"\xff" * 4 + b"WAVE" + sizes + shape + b"data" + b"\xff" * 4 + data


def frames_stated(frames: int) -> Callable[[bytes], bytes]:
    """Let the first frame of an MP3 tell another number of frames."""

    def change(data: bytes) -> bytes:
        place = max(data.find(b"Xing"), data.find(b"Info"))
        assert place > 0
        return data[: place + 8] + struct.pack(">I", frames) + data[place + 12 :]

    return change


def samples_stated(samples: int) -> Callable[[bytes], bytes]:
    """The same of a FLAC file."""
    return lambda data: data[:21] + bytes([data[21] & 0xF0]) + struct.pack(">I", samples) + data[26:]


def au(size: int) -> bytes:
    head = struct.pack(">IIIII", 24, size, 3, SAMPLE_RATE, 1)
    return b".snd" + head + (speech() * 32_767).astype(">i2").tobytes()


def in_a_form(data: bytes) -> bytes:
    """As a proxy saves that takes the whole body for the file."""
    head = b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\nContent-Type: audio/wav\r\n\r\n'
    return head + data + b"\r\n--xyz--\r\n"


_WAV = written(riff(whole_numbers(speech())))
_MP3 = made("mp3", "libmp3lame", speech(), rate=44_100)
_FLAC = made("flac", "flac", speech())
_OPUS = made("ogg", "libopus", speech(), rate=48_000)

ONE_VOICE: dict[str, Make] = {
    # samples
    "no numbers among them": fractions(spoilt()),
    "three times too loud": fractions(speech() * 3),
    "whole numbers of 16 bits as fractions": fractions(speech() * 32_767),
    "whole numbers of 24 bits as fractions": fractions(speech() * 8_388_607),
    "whole numbers of 32 bits as fractions": fractions(speech() * 2_147_483_000),
    "50 dB too quiet": written(riff(pcm24(speech() * 10**-2.5), form(bits=24))),
    "70 dB too quiet": written(riff(pcm24(speech() * 10**-3.5), form(bits=24))),
    "double precision, right only": written(
        riff(np.stack([NOTHING, speech()]).T.astype("<f8").tobytes(), form(FRACTIONS, 2, bits=64))
    ),
    "eight bits": written(riff((speech() * 127 + 128).astype(np.uint8).tobytes(), form(bits=8))),
    # channels
    "the third of three in Opus": made("ogg", "libopus", NOTHING, NOTHING, speech(), rate=48_000, layout="3.0"),
    "behind on the left in Opus": made("ogg", "libopus", *[NOTHING] * 4, speech(), NOTHING, rate=48_000, layout="5.1"),
    "behind on the left in AC-3": made(
        "ac3", "ac3", *[NOTHING] * 4, speech(), NOTHING, rate=48_000, layout="5.1(side)"
    ),
    "the last of four in WavPack": made("wv", "wavpack", *[NOTHING] * 3, speech(), layout="quad"),
    "above, of twelve with positions": lambda folder: plain_wav(
        folder / "odd", rows(*[NOTHING] * 11, speech()), mask=0x2D63F
    ),
    "the last of 64": lambda folder: plain_wav(folder / "odd", rows(*[NOTHING] * 63, speech())),
    "turned over in mid-sentence": lambda folder: plain_wav(
        folder / "odd", rows(speech(), speech() * np.repeat([1, -1], 48_000).astype(np.float32))
    ),
    # lengths that lie
    "states one second of six": written(riff(whole_numbers(speech()), size=32_000)),
    "states one second, of itself too": written(riff(whole_numbers(speech()), size=32_000, whole=32_036)),
    "states what is left over of 4 GB": written(riff(whole_numbers(speech()), size=100_000, whole=100_036)),
    "states hours": written(riff(whole_numbers(speech()), size=2**31 - 100)),
    "states nothing": written(riff(whole_numbers(speech()), size=0, whole=0)),
    "states that it knows not": written(riff(whole_numbers(speech()), size=2**32 - 1, whole=2**32 - 1)),
    "RF64": written(long_wav(b"RF64")),
    "BW64": written(long_wav(b"BW64")),
    "MP3 that states a second": changed(_MP3, frames_stated(38)),
    "MP3 that states a day": changed(_MP3, frames_stated(3_800_000)),
    "FLAC that does not know": changed(_FLAC, samples_stated(0)),
    "FLAC that states a second": changed(_FLAC, samples_stated(SAMPLE_RATE)),
    "AU that states a second": written(au(32_000)),
    "AU that does not know": written(au(2**32 - 1)),
    # containers
    "MP3 in WAV": made("wav", "libmp3lame", speech(), rate=44_100),
    "G.726 in WAV": made("wav", "adpcm_g726", speech(), rate=8_000),
    "Opus in MP4": made("mp4", "libopus", speech(), rate=48_000),
    "FLAC in MP4": made("mp4", "flac", speech(), strict="-2"),
    "MP4 in fragments": made(
        "mp4", "aac", speech(), rate=48_000, movflags="frag_keyframe+empty_moov", frag_duration="500000"
    ),
    "MP4 for a browser's stream": made("mp4", "aac", speech(), rate=48_000, movflags="dash+global_sidx"),
    "the second of two tracks in fragments": tracks(
        "mp4", "aac", NOTHING, speech(), rate=48_000, movflags="frag_keyframe+empty_moov", frag_duration="500000"
    ),
    "the second of three tracks": tracks("matroska", "libopus", NOTHING, speech(), NOTHING, rate=48_000),
    "a Blu-ray's transport stream": made("mpegts", "ac3", speech(), rate=48_000, mpegts_m2ts_mode="1"),
    "stamps that overflow": made("mpegts", "mp2", speech(), rate=48_000, output_ts_offset="95440"),
    "stamps that begin after two hours": made("matroska", "flac", speech(), output_ts_offset="7200"),
    "LATM": made("latm", "aac", speech(), rate=44_100),
    "Nellymoser in FLV": made("flv", "nellymoser", speech(), rate=44_100),
    # beginnings
    "other chunks first": written(
        riff(whole_numbers(speech()), before=b"JUNK" + struct.pack("<I", 40_000) + bytes(40_000))
    ),
    "a chunk of odd length first": written(riff(whole_numbers(speech()), before=b"LIST\x05\0\0\0INFOx\0")),
    "two megabytes of tags": changed(_MP3, lambda data: large_tag(2_000_000 - 127) + data),
    "tags twice": changed(_MP3, lambda data: large_tag(3_000) * 2 + data),
    "an answer's headers": changed(_MP3, lambda data: b"HTTP/1.1 200 OK\r\nX: " + b"a" * 900 + b"\r\n\r\n" + data),
    "a form around it": changed(_WAV, in_a_form),
    "a mark of byte order": changed(_WAV, lambda data: b"\xef\xbb\xbf" + data),
    "a transport stream from the middle of a packet": changed(
        made("mpegts", "aac", speech(), rate=48_000), lambda data: data[1_000:]
    ),
    "AVI without its index": changed(made("avi", "libmp3lame", speech(), rate=44_100), lambda d: d[: d.rfind(b"idx1")]),
}
"""In each stands `speech()`, six seconds of it, on some channel."""

_OTHER_STEREO = made("ogg", "libopus", other_speech(), other_speech(), rate=48_000, layout="stereo")

TWO_VOICES: dict[str, Make] = {
    "Ogg, the second in stereo": joined(_OPUS, _OTHER_STEREO),
    "Ogg, another codec": joined(made("ogg", "flac", speech()), made("ogg", "libopus", other_speech(), rate=48_000)),
    "MP3, another rate": joined(_MP3, made("mp3", "libmp3lame", other_speech(), rate=22_050)),
    "AAC, another rate": joined(
        made("adts", "aac", speech(), rate=44_100), made("adts", "aac", other_speech(), rate=24_000)
    ),
    "WAV, another rate and stereo": joined(
        _WAV,
        written(riff(whole_numbers(np.repeat(other_speech()[::2], 2)), form(channels=2, rate=8_000))),
    ),
    "WMA": joined(made("asf", "wmav2", speech(), rate=44_100), made("asf", "wmav2", other_speech(), rate=44_100)),
    "AIFF": joined(made("aiff", "pcm_s16be", speech()), made("aiff", "pcm_s16be", other_speech())),
    "CAF": joined(made("caf", "alac", speech()), made("caf", "alac", other_speech())),
    "FLV": joined(
        made("flv", "libmp3lame", speech(), rate=44_100), made("flv", "libmp3lame", other_speech(), rate=44_100)
    ),
    "AVI": joined(
        made("avi", "libmp3lame", speech(), rate=44_100), made("avi", "libmp3lame", other_speech(), rate=44_100)
    ),
    "WebM": joined(
        made("webm", "libopus", speech(), rate=48_000), made("webm", "libopus", other_speech(), rate=48_000)
    ),
    "transport streams": joined(
        made("mpegts", "aac", speech(), rate=48_000), made("mpegts", "aac", other_speech(), rate=48_000)
    ),
}
"""`speech()` in one file and `other_speech()` in the other that was put behind it."""
