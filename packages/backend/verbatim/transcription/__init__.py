"""Transcription: from a recording to its transcript, as a job."""
