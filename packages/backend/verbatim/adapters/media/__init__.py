"""Reading untrusted audio and video files with PyAV; no program of the system is needed.

Every function blocks: call it in a thread.
"""

from verbatim.adapters.media.blocks import Block, blocks, write_flac
from verbatim.adapters.media.decode import SAMPLE_RATE, Samples, decode_mono16k
from verbatim.adapters.media.errors import (
    MEDIA_ERRORS,
    DamagedMedia,
    EmptyMedia,
    MediaError,
    NoAudioTrack,
    UnsupportedMedia,
)
from verbatim.adapters.media.probe import MediaInfo, probe
from verbatim.adapters.media.waveform import waveform

__all__ = [
    "MEDIA_ERRORS",
    "SAMPLE_RATE",
    "Block",
    "DamagedMedia",
    "EmptyMedia",
    "MediaError",
    "MediaInfo",
    "NoAudioTrack",
    "Samples",
    "UnsupportedMedia",
    "blocks",
    "decode_mono16k",
    "probe",
    "waveform",
    "write_flac",
]
