"""Reading untrusted audio and video files with PyAV; no program of the system is needed.

Functions that take a path or a `ForeignFile` block and read it in this process; those called `…_caged` let a process in
the cage do it, which is what everything does that people upload.
"""

from verbatim.adapters.media.blocks import Block, blocks, write_flac
from verbatim.adapters.media.caged import (
    copy_caged,
    decode_caged,
    draw_caged,
    media_cage,
    probe_caged,
    probe_caged_blocking,
)
from verbatim.adapters.media.choice import Choice, check_choice, parse_choice, single_voices, write_choice
from verbatim.adapters.media.decode import SAMPLE_RATE, Samples, decode_mono16k
from verbatim.adapters.media.errors import (
    MEDIA_ERRORS,
    DamagedMedia,
    EmptyMedia,
    MediaError,
    NoAudioTrack,
    NoSuchSound,
    TooComplex,
    TooLong,
    UnknownSound,
    UnsupportedMedia,
)
from verbatim.adapters.media.kinds import EXTENSIONS
from verbatim.adapters.media.playable import PLAYABLE_TYPE
from verbatim.adapters.media.probe import MediaInfo, Track, probe
from verbatim.adapters.media.stretch import cut_stretch
from verbatim.adapters.media.waveform import waveform

__all__ = [
    "EXTENSIONS",
    "MEDIA_ERRORS",
    "PLAYABLE_TYPE",
    "SAMPLE_RATE",
    "Block",
    "Choice",
    "DamagedMedia",
    "EmptyMedia",
    "MediaError",
    "MediaInfo",
    "NoAudioTrack",
    "NoSuchSound",
    "Samples",
    "TooComplex",
    "TooLong",
    "Track",
    "UnknownSound",
    "UnsupportedMedia",
    "blocks",
    "check_choice",
    "copy_caged",
    "cut_stretch",
    "decode_caged",
    "decode_mono16k",
    "draw_caged",
    "media_cage",
    "parse_choice",
    "probe",
    "probe_caged",
    "probe_caged_blocking",
    "single_voices",
    "waveform",
    "write_choice",
    "write_flac",
]
