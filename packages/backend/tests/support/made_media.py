"""Sound and video files of every kind, made from speech: channels, phases, tracks, containers, gaps, bombs."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from numpy.typing import NDArray
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k

from support.recordings import GARDEN, REPORT

Voice = NDArray[np.float32]


@cache
def speech(seconds: float = 6.0) -> Voice:
    """Somebody speaks, -1 to 1, at 16 kHz."""
    return _spoken(GARDEN)[: int(seconds * SAMPLE_RATE)]


@cache
def other_speech(seconds: float = 6.0) -> Voice:
    """Somebody else."""
    return _spoken(REPORT)[: int(seconds * SAMPLE_RATE)]


def _spoken(path: Path) -> Voice:
    joined = np.concatenate(list(decode_mono16k(path)))
    return (joined / 32_768).astype(np.float32)


def rows(*channels: Voice) -> NDArray[np.float32]:
    """Put channels side by side; shorter ones are silent at their end."""
    length = max(len(channel) for channel in channels)
    return np.stack([np.pad(channel, (0, length - len(channel))) for channel in channels])


def plain_wav(target: Path, channels: NDArray[np.float32], rate: int = SAMPLE_RATE, mask: int = 0) -> Path:
    """Write a WAV of any number of channels as field recorders do: without speaker positions unless `mask` has some."""
    count = len(channels)
    data = (channels.T * 32_767).clip(-32_768, 32_767).astype("<i2").tobytes()
    form = struct.pack("<HHIIHHHHIH", 0xFFFE, count, rate, rate * count * 2, count * 2, 16, 22, 16, mask, 1)
    form += b"\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71"
    head = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(data))
    target.write_bytes(b"RIFF" + struct.pack("<I", len(head) + len(data)) + head + data)
    return target


def encode(
    target: Path,
    muxer: str,
    codec: str,
    tracks: Sequence[NDArray[np.float32]],
    *,
    rate: int = SAMPLE_RATE,
    layout: str = "mono",
    video: bool = False,
    options: dict[str, str] | None = None,
) -> Path:
    """Write tracks, each an array of rows, with one codec into one container."""
    with av.open(str(target), "w", format=muxer, options=options or {}) as writer:
        picture = cast("Any", writer.add_stream("mpeg4", rate=5)) if video else None
        if picture is not None:
            picture.width, picture.height, picture.pix_fmt = 64, 48, "yuv420p"
        streams = [cast("Any", writer.add_stream(codec, rate=rate, layout=layout)) for _ in tracks]
        for stream in streams:
            stream.bit_rate = stream.bit_rate or 64_000
        if picture is not None:
            for number in range(30):
                frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), number, np.uint8), format="rgb24")
                frame.pts = number
                writer.mux(picture.encode(frame))
            writer.mux(picture.encode(None))
        for stream, samples in zip(streams, tracks, strict=True):
            _write_track(writer, stream, samples, rate, layout)
    return target


def _write_track(writer: Any, stream: Any, samples: NDArray[np.float32], rate: int, layout: str) -> None:
    resampler = av.AudioResampler(
        format=stream.format,
        layout=layout,
        rate=stream.rate or rate,
        frame_size=stream.codec_context.frame_size or 1024,
    )
    # What goes in: rows at 16 kHz, planar floats.
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="fltp", layout=layout)
    frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, 0, Fraction(1, SAMPLE_RATE)
    for piece in [*resampler.resample(frame), *resampler.resample(None)]:
        writer.mux(stream.encode(piece))
    writer.mux(stream.encode(None))


def gaps(target: Path, packets: int, gap_seconds: float, muxer: str = "matroska") -> Path:
    """Packets of 10 ms, each so many seconds after the one before."""
    with av.open(str(target), "w", format=muxer) as writer:
        stream = cast("Any", writer.add_stream("pcm_s16le", rate=SAMPLE_RATE, layout="mono"))
        for number in range(packets):
            frame = av.AudioFrame.from_ndarray(np.full((1, 160), 3_000, np.int16), format="s16", layout="mono")
            frame.sample_rate, frame.time_base = SAMPLE_RATE, Fraction(1, SAMPLE_RATE)
            frame.pts = int(number * gap_seconds * SAMPLE_RATE)
            writer.mux(stream.encode(frame))
        writer.mux(stream.encode(None))
    return target


def loudness(samples: NDArray[Any]) -> float:
    """Root of the mean square, in decibels of full scale."""
    return float(20 * np.log10(np.sqrt(np.mean(np.square(samples.astype(np.float64)))) + 1e-9))


def likeness(heard: NDArray[Any], said: NDArray[Any]) -> float:
    """How alike two sounds are to an ear, 0 to 1: their spectra over time, whatever their phases and loudness."""
    shifts = range(0, 2_048, 256)  # lossy codecs delay the sound by some hundredths of a second
    return max(_likeness(heard[shift:], said) for shift in shifts)


def _likeness(heard: NDArray[Any], said: NDArray[Any]) -> float:
    length = min(len(heard), len(said))
    one, other = (_spectrum(sound[:length].astype(np.float64)).ravel() for sound in (heard, said))
    return float(np.corrcoef(one, other)[0, 1]) if one.any() else 0.0


def _spectrum(sound: NDArray[np.float64]) -> NDArray[np.float64]:
    frames = len(sound) // 256 - 1
    pieces = np.stack([sound[n * 256 : n * 256 + 512] for n in range(frames)]) * np.hanning(512)
    return np.sqrt(np.abs(np.fft.rfft(pieces, axis=1)))


_MATRIX = struct.pack(">9I", 65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)


def box(kind: bytes, *parts: bytes) -> bytes:
    """Write a box of an MP4 file."""
    data = b"".join(parts)
    return struct.pack(">I4s", 8 + len(data), kind) + data


def _full(kind: bytes, flags: int, *parts: bytes) -> bytes:
    return box(kind, struct.pack(">I", flags), *parts)


def _claiming_track(number: int, samples: int, offset: int) -> bytes:
    head = _full(b"tkhd", 7, struct.pack(">5I", 0, 0, number, 0, 1000), bytes(8), struct.pack(">4H", 0, 0, 256, 0),
                 _MATRIX, bytes(8))  # fmt: skip
    media = _full(b"mdhd", 0, struct.pack(">4I2H", 0, 0, 48000, 2**32 - 1, 0, 0))
    handler = _full(b"hdlr", 0, bytes(4), b"soun", bytes(12), b"x\0")
    specific = bytes([5, 2, 0x11, 0x88])
    decoder = bytes([4, 13 + len(specific), 0x40, 0x15]) + bytes(11) + specific
    esds = _full(b"esds", 0, bytes([3, 6 + len(decoder)]) + b"\0\1\0" + decoder + bytes([6, 1, 2]))
    entry = box(b"mp4a", bytes(6), struct.pack(">H", 1), bytes(8), struct.pack(">4HI", 1, 16, 0, 0, 48000 << 16), esds)
    table = box(
        b"stbl",
        _full(b"stsd", 0, struct.pack(">I", 1), entry),
        _full(b"stts", 0, struct.pack(">3I", 1, samples, 1024)),
        _full(b"stsc", 0, struct.pack(">4I", 1, 1, samples, 1)),
        _full(b"stsz", 0, struct.pack(">2I", 1, samples)),
        _full(b"stco", 0, struct.pack(">2I", 1, offset)),
    )
    where = box(b"dinf", _full(b"dref", 0, struct.pack(">I", 1), _full(b"url ", 1)))
    return box(b"trak", head, box(b"mdia", media, handler, box(b"minf", _full(b"smhd", 0, bytes(4)), where, table)))


def claiming_mp4(samples: int, tracks: int = 1, *, packed: bool = False) -> bytes:
    """An MP4 of some hundred bytes whose tables say that it has so many samples."""
    kind = box(b"ftyp", b"M4A \0\0\0\0M4A isom")
    movie = _full(b"mvhd", 0, struct.pack(">4IIH", 0, 0, 1000, 1000, 65536, 256), bytes(10), _MATRIX, bytes(24),
                  struct.pack(">I", tracks + 1))  # fmt: skip

    def index(offset: int) -> bytes:
        return box(b"moov", movie, *[_claiming_track(number + 1, samples, offset) for number in range(tracks)])

    made = index(len(kind) + len(index(0)) + 8)
    if packed:
        import zlib  # noqa: PLC0415  for this one

        blown = made + bytes(200_000_000)
        data = zlib.compress(blown, 9)
        made = box(
            b"moov",
            box(b"cmov", box(b"dcom", b"zlib"), box(b"cmvd", struct.pack(">I", len(blown)), data)),
        )
    return kind + made + box(b"mdat", bytes(64))
