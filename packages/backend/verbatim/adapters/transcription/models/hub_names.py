"""What people call Whisper models, and what the hub calls them."""

from __future__ import annotations

# The sizes people know and their converted models; the same table as in faster-whisper, whose import is slow.
HUB_NAMES = {
    **{
        size: f"Systran/faster-whisper-{size}"
        for size in (
            *("tiny", "base", "small", "medium", "tiny.en", "base.en", "small.en", "medium.en"),
            *("large-v1", "large-v2", "large-v3"),
        )
    },
    "large": "Systran/faster-whisper-large-v3",
    "distil-large-v2": "Systran/faster-distil-whisper-large-v2",
    "distil-medium.en": "Systran/faster-distil-whisper-medium.en",
    "distil-small.en": "Systran/faster-distil-whisper-small.en",
    "distil-large-v3": "Systran/faster-distil-whisper-large-v3",
    "distil-large-v3.5": "distil-whisper/distil-large-v3.5-ct2",
    "large-v3-turbo": "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
    "turbo": "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
}

DEFAULT = "small"
"""What is fetched when a language is wanted that no model on this machine knows."""
