"""Where a recording's files lie in its storage: one folder for each recording."""

from __future__ import annotations

from verbatim.core.ownership import storage_prefix
from verbatim.recordings.models import Recording

ORIGINAL = "/original"
"""How the key of an uploaded file ends, after the recording's id."""


def original_key(recording_id: str) -> str:
    """Return where the uploaded file goes."""
    return f"{storage_prefix()}recordings/{recording_id}{ORIGINAL}"


def playable_key(recording: Recording) -> str:
    """Return where the copy lies that browsers play."""
    return playable_beside(recording.storage_key)


def playable_beside(storage_key: str) -> str:
    """Return where that copy lies, given where the original does."""
    return f"{storage_key.rsplit('/', 1)[0]}/playable"


def outcome_key(recording: Recording, job_id: str) -> str:
    """Return where the outcome of a transcription is kept until it is safely in the database."""
    return outcome_beside(recording.storage_key, job_id)


def outcome_beside(storage_key: str, job_id: str) -> str:
    """Return where the outcome of a transcription is kept, given where the original lies."""
    return f"{storage_key.rsplit('/', 1)[0]}{outcome_name(job_id)}"


def outcome_name(job_id: str) -> str:
    """Return how the key of that file ends."""
    return f"/outcome-{job_id}.json"
