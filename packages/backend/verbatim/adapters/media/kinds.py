"""The kinds of file that are read: containers, codecs, what they are called, and what browsers play.

Left out are playlists and anything else that names other files or addresses, raw formats that any bytes could be,
formats of games, and decoders that hardly anybody has looked at. What is here is read by one engine, FFmpeg, for
uploads and for speech recognition alike.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A container; `demuxer` is FFmpeg's name of it, the first of several. `browser`: players in pages read it."""

    demuxer: str
    name: str
    extensions: tuple[str, ...]
    audio_type: str
    video_type: str = ""
    browser: bool = False
    also: tuple[str, ...] = ()


KINDS = (
    Kind("wav", "wav", ("wav", "wave", "bwf", "rf64"), "audio/wav", browser=True),
    Kind("mp3", "mp3", ("mp3", "mp2", "mp1", "mpga"), "audio/mpeg", browser=True),
    Kind("mov", "mp4", ("m4a", "mp4", "m4b", "m4v", "m4r", "mov", "qt", "3gp", "3g2", "3gpp", "f4v", "f4a"),
         "audio/mp4", "video/mp4", browser=True, also=("mp4", "m4a", "3gp", "3g2", "mj2")),
    Kind("matroska", "mkv", ("webm", "mkv", "mka", "weba"), "audio/x-matroska", "video/x-matroska", browser=True,
         also=("webm",)),
    Kind("ogg", "ogg", ("ogg", "oga", "ogv", "ogx", "opus", "spx"), "audio/ogg", "video/ogg", browser=True),
    Kind("flac", "flac", ("flac",), "audio/flac", browser=True),
    Kind("aac", "aac", ("aac", "adts"), "audio/aac", browser=True),
    Kind("asf", "wma", ("wma", "wmv", "asf"), "audio/x-ms-wma", "video/x-ms-wmv"),
    Kind("avi", "avi", ("avi", "divx"), "video/x-msvideo", "video/x-msvideo"),
    Kind("mpegts", "ts", ("ts", "mts", "m2ts", "m2t"), "video/mp2t", "video/mp2t"),
    Kind("mpeg", "mpg", ("mpg", "mpeg", "vob", "m2p"), "video/mpeg", "video/mpeg"),
    Kind("flv", "flv", ("flv",), "video/x-flv", "video/x-flv"),
    Kind("aiff", "aiff", ("aiff", "aif", "aifc"), "audio/aiff"),
    Kind("caf", "caf", ("caf",), "audio/x-caf"),
    Kind("w64", "w64", ("w64",), "audio/x-w64"),
    Kind("au", "au", ("au", "snd"), "audio/basic"),
    Kind("amr", "amr", ("amr", "awb"), "audio/amr"),
    Kind("gsm", "gsm", ("gsm",), "audio/x-gsm"),
    Kind("ac3", "ac3", ("ac3",), "audio/ac3"),
    Kind("eac3", "eac3", ("eac3", "ec3"), "audio/eac3"),
    Kind("dts", "dts", ("dts",), "audio/vnd.dts"),
    Kind("dtshd", "dts", ("dtshd",), "audio/vnd.dts.hd"),
    Kind("wv", "wv", ("wv",), "audio/x-wavpack"),
    Kind("tta", "tta", ("tta",), "audio/x-tta"),
    Kind("ape", "ape", ("ape",), "audio/x-ape"),
    Kind("mpc", "mpc", ("mpc", "mp+"), "audio/x-musepack"),
    Kind("mpc8", "mpc", (), "audio/x-musepack"),
    Kind("tak", "tak", ("tak",), "audio/x-tak"),
    Kind("voc", "voc", ("voc",), "audio/x-voc"),
    Kind("dss", "dss", ("dss",), "audio/x-dss"),
    Kind("oma", "oma", ("oma", "aa3"), "audio/x-oma"),
    Kind("qcp", "qcp", ("qcp",), "audio/qcelp"),
    Kind("rm", "rm", ("rm", "ra", "rmvb"), "audio/x-pn-realaudio", "application/vnd.rn-realmedia"),
    Kind("dsf", "dsf", ("dsf",), "audio/x-dsf"),
    Kind("dv", "dv", ("dv",), "video/x-dv", "video/x-dv"),
    Kind("mxf", "mxf", ("mxf",), "application/mxf", "application/mxf"),
    Kind("loas", "aac", ("latm", "loas"), "audio/x-latm"),
)  # fmt: skip
KIND_OF = {kind.demuxer: kind for kind in KINDS}
DEMUXERS = tuple(name for kind in KINDS for name in (kind.demuxer, *kind.also))

AUDIO_CODECS = (
    *("mp3", "mp3float", "mp2", "mp2float", "mp1", "mp1float", "aac", "aac_latm", "opus", "libopus", "vorbis", "speex"),
    *("flac", "alac", "als", "tta", "ape", "wavpack", "tak", "mpc7", "mpc8", "truehd", "mlp"),
    *("ac3", "eac3", "dca", "wmav1", "wmav2", "wmapro", "wmalossless", "wmavoice", "nellymoser", "truespeech"),
    *("amrnb", "amrwb", "libopencore_amrnb", "libopencore_amrwb", "gsm", "gsm_ms", "g722", "g723_1", "g726", "g726le"),
    *("g729", "ilbc", "qcelp", "evrc", "dss_sp", "atrac1", "atrac3", "atrac3plus", "cook", "sipr"),
    *("real_144", "real_288", "qdm2", "qdmc", "mace3", "mace6", "dvaudio", "s302m"),
    *("dsd_lsbf", "dsd_msbf", "dsd_lsbf_planar", "dsd_msbf_planar"),
)
"""Beside these all of FFmpeg's PCM and ADPCM decoders, which do little more than arithmetic."""

EXTENSIONS = tuple(sorted({extension for kind in KINDS for extension in kind.extensions}))
"""Every extension of a file of these kinds, without the dot."""

SUPPORTED = (
    "Verbatim reads MP3, M4A, MP4, WAV, WebM, Ogg, FLAC, MKV, WMA, AVI, MOV, AIFF, AMR and more; "
    "convert it to one of them"
)
"""The end of a sentence about a file of another kind."""

_BROWSER_CODECS = {"mp3", "mp3float", "aac", "opus", "vorbis", "flac", "pcm_s16le", "pcm_u8", "pcm_s24le", "pcm_f32le"}
_MAX_BROWSER_CHANNELS = 2


def plays_in_browser(demuxer: str, codec: str, channels: int, tracks: int) -> bool:
    """Whether any current browser plays this and lets all of it be heard: of several tracks it plays only one."""
    kind = KIND_OF.get(demuxer)
    simple = tracks == 1 and channels <= _MAX_BROWSER_CHANNELS
    return kind is not None and kind.browser and simple and codec in _BROWSER_CODECS
